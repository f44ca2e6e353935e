"""Training: fit the weights of the model on coded statements and sentences, with numpy only.

    python -m analysis.sentiment.training --statements GOLD.jsonl … --sentences CODED.jsonl …

Statements are gold articles (text, statements with content, cue, type, polarity, targets); sentences are rows of
{"text", "attitude"}. Names never enter: features are the lexicon's families. The same input gives the same table.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from analysis import paths
from analysis.sentiment.features import features
from analysis.sentiment.hits import hits
from analysis.sentiment.model import CLASSES
from analysis.sentiment.passage import passage
from analysis.statements import cues
from analysis.text import fold

FILE = paths.LEXICONS / "polarity_weights.tsv"
# Chosen by cross-validation on the training statements; see docs/sentiment.md.
PENALTY = {"polarity": 4.0, "attitude": 4.0}
STEPS = 400
# How far rare classes are weighted up: 0 not at all, 1 to equal shares.
BALANCE = 0.5


def read(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def act_and_lemma(words: str) -> tuple[str | None, str | None]:
    """Return speech act and lemma of a cue as it stands in a text (وأضاف, مشيرا إلى); None where it is no cue word."""
    for word in fold(words).text.split():
        found = cues.readings(word)
        if found:
            return found[0][0].act, found[0][0].lemma
    return None, None


def of_statement(text: str, statement: dict) -> dict[str, float]:
    """Return the features of a gold statement."""
    words = passage(text, statement["content"])
    cue = text[slice(*statement["cue"])] if statement.get("cue") else ""
    speech_act, lemma = act_and_lemma(cue)
    return features(words, hits(words), speech_act, lemma, statement["type"])


def of_sentence(text: str) -> dict[str, float]:
    """Return the features of a sentence that is no statement: the journalist's own voice."""
    words = passage(text, [(0, len(text))])
    return features(words, hits(words))


def fit(rows: list[dict[str, float]], labels: list[int], penalty: float, prior: dict | None = None,
        weights: list[float] | None = None) -> dict[str, tuple[float, float, float]]:
    """Return the weights that maximize the likelihood of `labels`, classes balanced half-way, pulled to `prior`.

    Plain Newton steps are not needed at this size: accelerated gradient descent from the prior, a fixed number of steps.
    """
    names = sorted({name for row in rows for name in row} | set(prior or ()))
    at = {name: j for j, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for name, value in row.items():
            x[i, at[name]] = value
    y = np.array([[float(label == c) for c in CLASSES] for label in labels])
    share = y.sum(axis=0).clip(min=1)
    sample = (y @ (len(rows) / (3 * share)) ** BALANCE) * np.array(weights if weights is not None else [1.0] * len(rows))
    start = np.array([(prior or {}).get(name, (0.0, 0.0, 0.0)) for name in names])
    ridge = np.full((len(names), 1), penalty)
    ridge[at["bias"]] = 0.1 * penalty
    step = 1.0 / (0.5 * np.linalg.norm(x * np.sqrt(sample)[:, None], 2) ** 2 + ridge.max())
    w, look = start.copy(), start.copy()
    for t in range(STEPS):
        scores = x @ look
        p = np.exp(scores - scores.max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
        gradient = x.T @ ((p - y) * sample[:, None]) + ridge * (look - start)
        new = look - step * gradient
        look = new + (t / (t + 3)) * (new - w)
        w = new
    return {name: tuple(float(round(v, 3)) for v in w[at[name]]) for name in names}


def train(statements: list[dict], sentences: list[dict]) -> dict[str, dict[str, tuple[float, float, float]]]:
    """Return the weights of polarity and of attitude. Attitude starts from polarity: the two differ little."""
    rows, labels, stances = [], [], []
    for article in statements:
        for statement in article["statements"]:
            rows.append(of_statement(article["text"], statement))
            labels.append(statement["polarity"])
            stances.append(int(np.sign(sum(t["stance"] for t in statement["targets"]))))
    polarity = fit(rows, labels, PENALTY["polarity"])
    more = [of_sentence(row["text"]) for row in sentences]
    attitude = fit(more, [row["attitude"] for row in sentences], PENALTY["attitude"], prior=polarity)
    return {"polarity": polarity, "attitude": attitude}


def write(table: dict, file: Path) -> None:
    """Write the weights as a table, features in alphabetical order."""
    lines = [
        "# Weights of the model, made by python -m analysis.sentiment.training; a feature is a family of polarity.tsv, a speech act or a form.",
        "measure\tfeature\tnegative\tneutral\tpositive",
    ]
    for measure, rows in table.items():
        lines += [f"{measure}\t{name}\t{a:.3f}\t{b:.3f}\t{c:.3f}" for name, (a, b, c) in sorted(rows.items())]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--statements", nargs="+", type=Path, required=True, help="gold articles, JSON Lines")
    parser.add_argument("--sentences", nargs="*", type=Path, default=[], help="sentences coded for attitude, JSON Lines")
    parser.add_argument("--out", type=Path, default=FILE)
    options = parser.parse_args()
    table = train([a for f in options.statements for a in read(f)], [r for f in options.sentences for r in read(f)])
    write(table, options.out)


if __name__ == "__main__":
    main()
