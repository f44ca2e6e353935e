"""The model: a softmax over named features; a person can read its weights in lexicons/polarity_weights.tsv."""

from __future__ import annotations

from functools import cache
from math import exp

from analysis.errors import LexiconError
from analysis.tables import lexicon

CLASSES = (-1, 0, 1)
MEASURES = ("polarity", "attitude", "stance")


@cache
def weights(measure: str) -> dict[str, tuple[float, float, float]]:
    """Return the weights of `measure` by feature: one for each class."""
    found = {}
    for row in lexicon("polarity_weights"):
        if row["measure"] == measure:
            try:
                found[row["feature"]] = (float(row["negative"]), float(row["neutral"]), float(row["positive"]))
            except ValueError:
                raise LexiconError(f"polarity_weights.tsv, '{row['feature']}': weights are numbers.") from None
    return found


def probabilities(measure: str, features: dict[str, float]) -> tuple[float, float, float]:
    """Return the probabilities of -1, 0 and 1."""
    table = weights(measure)
    scores = [0.0, 0.0, 0.0]
    for name, value in features.items():
        row = table.get(name)
        if row is not None:
            scores[0] += row[0] * value
            scores[1] += row[1] * value
            scores[2] += row[2] * value
    top = max(scores)
    parts = [exp(score - top) for score in scores]
    total = sum(parts)
    return parts[0] / total, parts[1] / total, parts[2] / total


def decide(odds: tuple[float, float, float], margin: float = 1.0) -> int:
    """Return the likeliest class; a tie is 0, and -1 must be `margin` times likelier than 0."""
    negative, neutral, positive = odds
    if negative > neutral * margin and negative > positive:
        return -1
    return 1 if positive > neutral and positive > negative else 0
