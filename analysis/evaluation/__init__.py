"""Evaluation: what the extractor finds beside what careful readers found."""

from analysis.evaluation.table import evaluate

__all__ = ["evaluate"]
