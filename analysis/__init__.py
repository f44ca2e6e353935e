"""Tasrih: who said what, and when, in the Arabic news."""

__version__ = "0.1.0"
