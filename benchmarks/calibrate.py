"""Calibrate: how often each rule is right on the tuning annotations; makes lexicons/confidence.tsv.

    TASRIH_SHARED=… python benchmarks/calibrate.py

A rule's confidence is the share of its statements that match an annotated one (Jaccard ≥ .5), shrunk towards
the share of all rules by five statements (Laplace), so that rare rules claim nothing they have not shown.
Unseen annotations are not read.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

from analysis import actors, annotation, paths
from analysis.evaluation import gold, scoring

PRIOR = 5


def main() -> int:
    shared = os.environ.get(gold.SHARED)
    if not shared:
        print(f"Set {gold.SHARED} to the folder that holds corpora/ and gold/.", file=sys.stderr)
        return 2
    files = [*sorted((Path(__file__).parent / "annotations").glob("*_tuning*.jsonl")), Path(shared) / "gold" / "dev.jsonl"]
    known = actors.load()
    total: Counter = Counter()
    for file in files:
        for article in gold.read(file):
            total.update(scoring.article_counts(article, annotation.annotate(article, known), article["text"]))
    share = total["statement"] / total["predicted"]
    rules = sorted({key[2] for key in total if isinstance(key, tuple) and key[:2] == ("predicted", "rule")})
    lines = ["rule\tstatements\tright\tconfidence"]
    for rule in rules:
        n, right = total["predicted", "rule", rule], total["statement", "rule", rule]
        lines.append(f"{rule}\t{n}\t{right}\t{(right + PRIOR * share) / (n + PRIOR):.2f}")
    (paths.LEXICONS / "confidence.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
