"""The table that `evaluate` prints: every figure with its 95 % interval over articles, and the baseline beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np

from analysis import actors as who
from analysis import annotation
from analysis.evaluation import baseline, gold, scoring

REPLICATES = 1000
SEED = 20161103


def evaluate(files: list[Path], table: Path | None = None) -> str:
    """Annotate the articles of the gold files and return the scores as text.

    Args:
        files: gold files; each is scored on its own, and all of them together where there are several.
        table: an actors.tsv whose rows add to the package's own; default: the one beside each gold file, if any.
    """
    parts, every = [], []
    for file in files:
        beside = file.parent / "actors.tsv"
        actors = who.load(table or (beside if beside.exists() else None))
        rows = []
        for article in gold.read(file):
            ours = annotation.annotate({**article, "url": article["id"]}, actors)
            rows.append(
                (article.get("outlet") or "", scoring.article_counts(article, ours, article["text"]),
                 scoring.article_counts(article, baseline.annotate(article), article["text"]))
            )
        parts.append(_part(file.name, rows))
        every += rows
    if len(files) > 1:
        parts.append(_part("all files", every))
    return "\n\n".join(parts)


def _part(name: str, rows: list[tuple[str, Counter, Counter]]) -> str:
    ours, plain = [counts for _, counts, _ in rows], [counts for _, _, counts in rows]
    lines = [f"{name}: {len(rows)} articles, {sum(c['gold'] for c in ours)} statements, {sum(c['date gold'] for c in ours)} dates", ""]
    lines.append(f"{'':24}{'P':>6}{'R':>7}{'F1':>7}   95 % of F1      baseline F1")
    for label, hit, predicted, golden in (
        ("attributed", "attributed", "predicted", "gold"),
        ("statement", "statement", "predicted", "gold"),
        ("exact", "exact", "predicted", "gold"),
        ("overlap .3 of gold", "overlap .3", "predicted", "gold"),
        ("overlap .8 of gold", "overlap .8", "predicted", "gold"),
        ("tokens", "token hit", "token predicted", "token gold"),
        ("when", "when", "when predicted", "when gold"),
        ("date", "date", "date predicted", "date gold"),
        ("date span", "date span", "date predicted", "date gold"),
    ):
        figure = _f1(hit, predicted, golden)
        total = _sum(ours)
        precision, recall = _share(total[hit], total[predicted]), _share(total[hit], total[golden])
        low, high = _interval(ours, figure)
        beside = "" if "date" in label or label == "when" else f"{figure(_sum(plain)):16.3f}"
        lines.append(f"{label:24}{precision:6.3f}{recall:7.3f}{figure(total):7.3f}   {low:.3f}–{high:.3f}{beside}")
    for label, hit, of in (("speaker", "attributed", "statement"), ("type", "type", "statement"), ("false in quiet articles", "quiet false", "quiet")):
        figure = lambda c, hit=hit, of=of: _share(c[hit], c[of])  # noqa: E731
        low, high = _interval(ours, figure)
        lines.append(f"{label:24}{'':13}{figure(_sum(ours)):7.3f}   {low:.3f}–{high:.3f}{figure(_sum(plain)):16.3f}")
    low, high = _interval(ours, _polarity)
    lines.append(f"{'polarity macro-F1':24}{'':13}{_polarity(_sum(ours)):7.3f}   {low:.3f}–{high:.3f}")
    lines += ["", *_groups(_sum(ours))]
    lines += ["", f"{'by outlet':24}{'gold':>6}{'F1':>8}{'attributed F1':>15}"]
    for outlet in sorted({o for o, _, _ in rows}):
        counts = _sum([c for o, c, _ in rows if o == outlet])
        lines.append(f"{outlet:24}{counts['gold']:6}{_f1('statement', 'predicted', 'gold')(counts):8.3f}{_f1('attributed', 'predicted', 'gold')(counts):15.3f}")
    return "\n".join(lines)


def _groups(total: Counter) -> list[str]:
    lines = [f"{'by type and source':24}{'gold':>6}{'recall':>8}{'speaker':>9}"]
    for group in ("type", "source"):
        for value in sorted({k[2] for k in total if isinstance(k, tuple) and k[:2] == ("gold", group)}):
            hit = total["statement", group, value]
            lines.append(f"{value:24}{total['gold', group, value]:6}{_share(hit, total['gold', group, value]):8.3f}{_share(total['attributed', group, value], hit):9.3f}")
    lines += ["", f"{'by rule':24}{'found':>6}{'right':>8}{'speaker':>9}"]
    rules = sorted({k[2] for k in total if isinstance(k, tuple) and k[:2] == ("predicted", "rule")}, key=lambda r: -total["predicted", "rule", r])
    for rule in rules:
        hit, n = total["statement", "rule", rule], total["predicted", "rule", rule]
        lines.append(f"{rule:24}{n:6}{_share(hit, n):8.3f}{_share(total['attributed', 'rule', rule], hit):9.3f}")
    return lines


def _share(hit: float, n: float) -> float:
    return hit / n if n else 0.0


def _sum(rows: list[Counter]) -> Counter:
    total: Counter = Counter()
    for counts in rows:
        total.update(counts)
    return total


def _f1(hit: str, predicted: str, golden: str) -> Callable[[Counter], float]:
    return lambda c: _share(2 * c[hit], c[predicted] + c[golden])


def _polarity(counts: Counter) -> float:
    scores = []
    for label in (-1, 0, 1):
        hit = counts["polarity", label, label]
        size = sum(n for k, n in counts.items() if isinstance(k, tuple) and k[0] == "polarity" for side in (1, 2) if k[side] == label)
        scores.append(_share(2 * hit, size))
    return sum(scores) / 3


def _interval(rows: list[Counter], figure: Callable[[Counter], float]) -> tuple[float, float]:
    """Return the percentile interval of a figure over bootstrap samples of articles (Efron & Tibshirani 1993)."""
    keys = sorted({k for c in rows for k in c}, key=repr)
    counts = np.array([[c[k] for k in keys] for c in rows], dtype=float)
    drawn = np.random.default_rng(SEED).multinomial(len(rows), [1 / len(rows)] * len(rows), size=REPLICATES) @ counts
    values = [figure(Counter(dict(zip(keys, sample, strict=True)))) for sample in drawn]
    return tuple(np.percentile(values, [2.5, 97.5]))
