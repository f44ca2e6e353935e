"""Measures: pure functions from the joined table and the articles to small tables.

Each says what is counted, in which unit, against which denominator, and when not to compare (docs/measures.md).
"""

from analysis.measures import (
    bootstrap,
    coverage,
    frequency,
    pairs,
    periods,
    steps,
    tone,
)

__all__ = ["bootstrap", "coverage", "frequency", "pairs", "periods", "steps", "tone"]
