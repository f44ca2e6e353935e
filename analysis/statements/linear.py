"""Linear models: weights of named features, summed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import fsum

from analysis.tables import lexicon


@cache
def weights(name: str) -> dict[str, float]:
    """Return the weight of each feature of a table of lexicons/: acceptance, endings or ranking."""
    return {row["feature"]: float(row["weight"]) for row in lexicon(name)}


def score(table: Mapping[str, float], features: Iterable[str]) -> float:
    """Return the sum of the weights that features have; the same in whatever order they come."""
    return fsum(table.get(feature, 0.0) for feature in features)
