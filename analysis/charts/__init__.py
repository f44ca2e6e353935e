"""Charts: small tables become inline SVG, with a finding for a title, an alternative text, and their data.

Time runs from left to right in both languages, categories and tables from right to left in Arabic: in 128 charts of
Arabic newsrooms categories mostly follow the script, and time goes either way (Alebri, Rakotondravony and Harrison,
IEEE VIS 2024, 251-255); Arabic school books number the x-axis from left to right.
"""

from analysis.charts import (
    coverage,
    evidence,
    intervals,
    matrix,
    multiples,
    ranking,
    timeline,
    tone,
)
from analysis.charts.chart import Chart, Notice
from analysis.charts.table import Table

__all__ = [
    "Chart",
    "Notice",
    "Table",
    "coverage",
    "evidence",
    "intervals",
    "matrix",
    "multiples",
    "ranking",
    "timeline",
    "tone",
]
