"""Reports: notebooks run over one selection become self-contained pages, put in place all together at the end."""

from analysis.report.build import build
from analysis.report.lab import lab
from analysis.report.listing import write_listing

__all__ = ["build", "lab", "write_listing"]
