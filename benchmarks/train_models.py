"""Train the learned parts of the extractor on the tuning annotations, and calibrate its confidence.

    TASRIH_SHARED=… python benchmarks/train_models.py

Makes four tables under analysis/lexicons/:

    acceptance.tsv   which candidates are statements: logistic regression
    endings.tsv      where their content ends: conditional logit over the places of each (McFadden 1974)
    ranking.tsv      who of several said it: conditional logit over the candidates of each
    confidence.tsv   how often statements of a given probability were right in articles that were not trained on

All are linear over the string features that the modules of the same names make, with an L2 penalty, trained by Adam on
the whole of the data (Kingma and Ba 2015): no randomness, the same tables on every run. Unseen annotations are not read.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from tqdm import tqdm

from analysis import paths
from analysis.evaluation import gold
from analysis.evaluation.scoring import TOKEN, jaccard, match, same_name, tokens
from analysis.statements import acceptance, endings, extraction, ranking, speakers
from analysis.text.document import Document

PENALTY = {"acceptance": 8.0, "endings": 8.0, "ranking": 8.0}
LEAST = 3  # a feature that is rarer has no weight
SMALLEST = 0.02  # smaller weights are left out of the tables
FOLDS = 5
BINS = (0.45, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


def main() -> int:
    shared = os.environ.get(gold.SHARED)
    if not shared:
        print(f"Set {gold.SHARED} to the folder that holds corpora/ and gold/.", file=sys.stderr)
        return 2
    files = [
        *sorted((Path(__file__).parent / "annotations").glob("*_tuning*.jsonl")),
        paths.PROJECT / "data" / "raw" / "sample" / "answers.jsonl",
        Path(shared) / "gold" / "dev.jsonl",
    ]
    articles = [article for file in files for article in gold.read(file)]
    print(f"{len(articles)} articles, {sum(len(a['statements']) for a in articles)} statements")
    candidates = [candidate_examples(article) for article in tqdm(articles, desc="Candidates")]
    use(acceptance, logistic([e for one in candidates for e in one], PENALTY["acceptance"]), write=True)
    use(endings, choice([e for a in tqdm(articles, desc="Endings") for e in ending_examples(a)], PENALTY["endings"]), write=True)
    use(ranking, choice([e for a in tqdm(articles, desc="Speakers") for e in ranking_examples(a)], PENALTY["ranking"]), write=True)
    confidence(articles, candidates)
    return 0


def use(module, weights: dict[str, float], *, write: bool = False) -> None:
    """Let a module work with these weights from now on, and write its table."""
    module.weights = lambda: weights
    if write:
        name = module.__name__.rpartition(".")[2]
        kept = sorted((f, w) for f, w in weights.items() if abs(w) >= SMALLEST)
        lines = ["feature\tweight", *(f"{f}\t{w:.3f}" for f, w in kept)]
        (paths.LEXICONS / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}: {len(kept)} weights")


# What is to be learned from an article ------------------------------------------------------------------------------


def candidate_examples(article: dict) -> list[tuple[set[str], bool]]:
    """Return features and truth of every candidate: whether cue and beginning are those of an annotated statement."""
    document = Document.of(article["text"])
    shown = acceptance.article_features(document)
    return [
        (acceptance.features(document, draft, shown), bool(_meant(article, document, draft)))
        for rivals in extraction.candidates(document)
        for draft in rivals
    ]


def _meant(article: dict, document: Document, draft) -> dict | None:
    """Return the annotated statement whose cue and beginning of content a draft has, within a token."""
    cue, start = document.span(*draft.cue), document.span(draft.content[0][0], draft.content[0][0] + 1)[0]
    for statement in article["statements"]:
        first = statement["content"][0][0]
        at = statement["cue"] or [first, first]
        near = abs(first - start) <= 3
        if at[0] < cue[1] and cue[0] < at[1]:
            if near or _tokens(article["text"], first, start) <= 1:
                return statement
        elif near and draft.rule.partition("+")[0] in ("relay", "document", "headline", "colon"):
            return statement  # which of its words is the cue is a matter of taste
    return None


def ending_examples(article: dict) -> list[list[tuple[set[str], bool]]]:
    """Return for each open statement the places where it may end, each with features and truth."""
    document = Document.of(article["text"])
    seen = []

    def record(document, draft, limit, rule, cues):
        seen.append((draft, draft.content[0][0], list(endings.places(document, draft, limit, rule, cues))))
        return rule

    by_model, endings.end = endings.end, record
    try:
        extraction.drafts(document)
    finally:
        endings.end = by_model
    examples = []
    for draft, first, places in seen:
        draft.content = [(first, first + 1)]
        statement = _meant(article, document, draft)
        if statement is None or len(statement["content"]) > 1 or len(places) < 2:
            continue
        end = statement["content"][-1][1]
        off = [_tokens(article["text"], document.span(first, max(first + 1, place))[1], end) for place, _ in places]
        examples.append([(features, d <= 1 and d == min(off)) for (_, features), d in zip(places, off, strict=True)])
    return examples


def ranking_examples(article: dict) -> list[list[tuple[set[str], bool]]]:
    """Return for each statement that is annotated its possible speakers, each with features and truth."""
    document = Document.of(article["text"])
    drafts = extraction.drafts(document)
    resolver = speakers.Resolver(document, drafts, lambda name: None)
    meant = {j: article["statements"][i] for i, j in _pairs(article, document, drafts)}
    examples = []
    for index, draft in enumerate(drafts):
        answer, sieve = resolver.speaker(draft, index)
        statement = meant.get(index) or _meant(article, document, draft)
        if statement is not None:
            offered = ranking.candidates(resolver, draft, index, answer)
            examples.append(
                [
                    (ranking.features(resolver, draft, index, one, origins, answer, sieve), same_name(statement["speaker"], one.name if one else None))
                    for one, origins in offered
                ]
            )
        resolver.remember(draft, answer)
    return examples


def _pairs(article: dict, document: Document, drafts: list) -> list[tuple[int, int]]:
    """Return which annotated statement each draft is, at Jaccard .5 of their content tokens."""
    text = article["text"]
    annotated = [set(tokens(text, statement["content"])) for statement in article["statements"]]
    found = [set(tokens(text, [document.span(*part) for part in draft.content])) for draft in drafts]
    return match(annotated, found, jaccard, 0.5, strict=False)


def _tokens(text: str, one: int, other: int) -> int:
    return len(TOKEN.findall(text[min(one, other) : max(one, other)]))


# Training ---------------------------------------------------------------------------------------------------------


def logistic(examples: list[tuple[set[str], bool]], penalty: float) -> dict[str, float]:
    """Return the weights of a logistic regression."""
    names, rows = _index([features for features, _ in examples])
    truth = np.array([right for _, right in examples], float)
    at, row = np.concatenate(rows), np.repeat(np.arange(len(rows)), [len(r) for r in rows])

    def gradient(weights):
        p = 1 / (1 + np.exp(-np.bincount(row, weights[at], len(rows))))
        return np.bincount(at, (p - truth)[row], len(names)) + penalty * weights

    return dict(zip(names, _adam(gradient, len(names)), strict=True))


def choice(examples: list[list[tuple[set[str], bool]]], penalty: float) -> dict[str, float]:
    """Return the weights of a conditional logit: each example is a choice among options of which one or more are right."""
    examples = [options for options in examples if any(y for _, y in options) and not all(y for _, y in options)]
    names, rows = _index([features for options in examples for features, _ in options])
    truth = np.array([right for options in examples for _, right in options], float)
    group = np.repeat(np.arange(len(examples)), [len(options) for options in examples])
    at, row = np.concatenate(rows), np.repeat(np.arange(len(rows)), [len(r) for r in rows])

    def gradient(weights):
        score = np.bincount(row, weights[at], len(rows))
        top = np.full(len(examples), -np.inf)
        np.maximum.at(top, group, score)
        e = np.exp(score - top[group])
        p = e / np.bincount(group, e)[group]
        q = e * truth / np.bincount(group, e * truth)[group]
        return np.bincount(at, (p - q)[row], len(names)) + penalty * weights

    return dict(zip(names, _adam(gradient, len(names)), strict=True))


def _index(rows: list[set[str]]) -> tuple[list[str], list[np.ndarray]]:
    """Return the names of the features that are frequent enough, and for each row the numbers of its features."""
    counts = Counter(feature for row in rows for feature in row)
    names = sorted(feature for feature, n in counts.items() if n >= LEAST)
    number = {feature: k for k, feature in enumerate(names)}
    return names, [np.array(sorted(number[f] for f in row if f in number), int) for row in rows]


def _adam(gradient, n: int, steps: int = 300) -> np.ndarray:
    """Return the minimum found by Adam from zero, with a smaller rate at the end."""
    weights, m, v = np.zeros(n), np.zeros(n), np.zeros(n)
    for step in range(1, steps + 1):
        g = gradient(weights)
        m, v = 0.9 * m + 0.1 * g, 0.99 * v + 0.01 * g * g
        rate = 0.05 if step < 0.7 * steps else 0.01
        weights -= rate * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.99**step)) + 1e-8)
    return weights


# Confidence -------------------------------------------------------------------------------------------------------


def confidence(articles: list[dict], candidates: list[list]) -> None:
    """Write how often statements of a probability are right, each judged by a model that has not seen its article."""
    found, right = Counter(), Counter()
    for fold in tqdm(range(FOLDS), desc="Confidence"):
        use(acceptance, logistic([e for k, one in enumerate(candidates) if k % FOLDS != fold for e in one], PENALTY["acceptance"]))
        for article in articles[fold::FOLDS]:
            document = Document.of(article["text"])
            drafts = extraction.drafts(document)
            matched = {j for _, j in _pairs(article, document, drafts)}
            for j, draft in enumerate(drafts):
                k = sum(draft.probability >= edge for edge in BINS[1:-1])
                found[k] += 1
                right[k] += j in matched
    lines = ["from\tto\tstatements\tright\tconfidence"]
    for k, (low, high) in enumerate(zip(BINS, BINS[1:], strict=False)):
        lines.append(f"{low}\t{high}\t{found[k]}\t{right[k]}\t{right[k] / max(1, found[k]):.2f}")
    (paths.LEXICONS / "confidence.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    sys.exit(main())
