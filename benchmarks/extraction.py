"""How long statements take, as ratios measured in one run.

    python benchmarks/extraction.py

Measured on the bundled sample: candidates, drafts (candidates accepted and ended) and speakers, each as a multiple of what
reading an article costs anyhow (folding, tokens, sentences, quotations), and how the time grows with an article's length:
ten times the text should take about ten times as long.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from analysis import collection
from analysis.statements import extraction, speakers
from analysis.text.document import Document

REPEATS = 3


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """Return the processor time of one pass, the best of some."""
    best = float("inf")
    for _ in range(REPEATS):
        start = time.process_time()
        for text in texts:
            work(text)
        best = min(best, time.process_time() - start)
    return best


def read(text: str) -> Document:
    document = Document.of(text)
    document.sentences, document.depths, document.paragraphs  # noqa: B018  computed once, kept
    return document


def resolved(text: str) -> None:
    document = read(text)
    speakers.resolve(document, extraction.drafts(document))


def main() -> int:
    articles, _, _ = collection.load("sample", progress=False)
    texts = [text for text in articles["text"] if text]
    floor = seconds(read, texts)
    steps = {
        "candidates": lambda text: extraction.candidates(read(text)),
        "drafts": lambda text: extraction.drafts(read(text)),
        "with speakers": resolved,
    }
    print(f"reading the text   1.0   ({1000 * floor / len(texts):.2f} ms an article)")
    for name, work in steps.items():
        print(f"{name:18s} {seconds(work, texts) / floor:4.1f}")
    long = ["\n".join(texts[k : k + 10]) for k in range(0, len(texts) - 9, 10)]
    short = [text for k in range(0, len(texts) - 9, 10) for text in texts[k : k + 10]]
    print(f"ten articles in one text take {seconds(resolved, long) / seconds(resolved, short):.2f} times the ten alone")
    return 0


if __name__ == "__main__":
    sys.exit(main())
