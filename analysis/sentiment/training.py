"""Training: fit the weights of the model on coded statements and sentences, with numpy only.

    python -m analysis.sentiment.training --statements GOLD.jsonl … --sentences CODED.jsonl …

Statements are gold articles (text, statements with content, cue, type, polarity; with speaker and targets where these
were coded); sentences are rows of {"text", "attitude"}. Names never enter: features are the lexicon's families and
the grammar around an actor. The same input gives the same table.
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

import numpy as np

from analysis import actors as who
from analysis import paths
from analysis.sentiment import actors, targets
from analysis.sentiment.clues import clues, frame_of
from analysis.sentiment.features import act, features, with_cue
from analysis.sentiment.hits import denied, hits
from analysis.sentiment.model import CLASSES
from analysis.sentiment.passage import passage
from analysis.statements import cues
from analysis.text import fold

FILE = paths.LEXICONS / "polarity_weights.tsv"
# Chosen by cross-validation on the training statements; see docs/sentiment.md.
PENALTY = {"polarity": 1.0, "attitude": 8.0, "stance": 5.0}
# What grammar says before any gold is seen; few gold stances only adjust it.
PRIOR = {
    "bias": -2.2,
    "cue frame": 2.8,
    "agent": 2.0,
    "deed": 1.2,
    "frame": 1.4,
    "label": 1.0,
    "subject": 0.6,
    "joined": 1.5,
    "clause": 0.6,
    "known": 0.4,
    "alone": 0.4,
    "near": 0.3,
    "no word": -0.5,
    "after في": -1.5,
    "with ب": -0.5,
    "after بين": -0.5,
    "after الى": -0.5,
    "after مع": -0.3,
}
STEPS = 400
# How far rare classes are weighted up: 0 not at all, 1 to equal shares.
BALANCE = 0.5


def read(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def with_mentions(article: dict) -> dict:
    """Return the article with the actors that the tables find in it, as `score` is given them."""
    day = article.get("published")
    found = who.mentions(article["text"], date.fromisoformat(day[:10]) if day else None, who.load())
    return {**article, "mentions": [(m.start, m.end, m.surface, m.actor_id) for m in found]}


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
    found = denied(hits(words)) if act(speech_act, lemma) == "deny" else hits(words)
    return features(words, found, speech_act, lemma, statement["type"])


def of_sentence(text: str) -> dict[str, float]:
    """Return the features of a sentence that is no statement: the journalist's own voice."""
    words = passage(text, [(0, len(text))])
    return with_cue(features(words, hits(words)), None)


def fit(
    rows: list[dict[str, float]],
    labels: list[int],
    penalty: float,
    prior: dict | None = None,
    weights: list[float] | None = None,
) -> dict[str, tuple[float, float, float]]:
    """Return the weights that maximize the likelihood of `labels`, classes balanced half-way, pulled to `prior`.

    Accelerated gradient descent from the prior, a fixed number of steps: no step depends on a clock or a seed.
    """
    names = sorted({name for row in rows for name in row} | set(prior or ()))
    at = {name: j for j, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for name, value in row.items():
            x[i, at[name]] = value
    y = np.array([[float(label == c) for c in CLASSES] for label in labels])
    share = y.sum(axis=0).clip(min=1)
    sample = (y @ (len(rows) / (3 * share)) ** BALANCE) * np.array(
        weights if weights is not None else [1.0] * len(rows)
    )
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


def pairs(article: dict) -> tuple[list[dict[str, float]], list[bool]]:
    """Return the clues of every actor in the statements that have a tone, and whether gold names him as evaluated."""
    rows, right = [], []
    for statement in article["statements"]:
        sign = statement["polarity"]
        if not sign or statement.get("targets") is None:
            continue
        words = passage(article["text"], statement["content"])
        mentions = targets.others(
            actors.mentions(words, article.get("mentions", ()), article["text"]), statement.get("speaker")
        )
        cue = article["text"][slice(*statement["cue"])] if statement.get("cue") else ""
        found = clues(words, hits(words), mentions, sign, frame_of(act_and_lemma(cue)[1]))
        for actor, clue in targets.merged(mentions, found):
            rows.append(targets.signed(clue, sign))
            right.append(any(t["stance"] == sign and overlaps(t["name"], actor.text) for t in statement["targets"]))
    return rows, right


def overlaps(name: str, other: str) -> bool:
    """Say whether one name stands in the other, word by word, form of the article apart."""
    a, b = (frozenset(word[:5] for word in targets.words_of(n)) for n in (name, other))
    return a <= b or b <= a


def fit_stance(
    rows: list[dict[str, float]], right: list[bool], penalty: float
) -> dict[str, tuple[float, float, float]]:
    """Return the weights of the clues by Newton's method, pulled to PRIOR, in the column of the positive class."""
    names = sorted({name for row in rows for name in row} | set(PRIOR))
    at = {name: j for j, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for name, value in row.items():
            x[i, at[name]] = value
    y = np.array(right, dtype=float)
    start = np.array([PRIOR.get(name, 0.0) for name in names])
    ridge = np.full(len(names), penalty)
    ridge[at["bias"]] = 0.1 * penalty
    w = start.copy()
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        w = w - np.linalg.solve(hessian, x.T @ (p - y) + ridge * (w - start))
    return {name: (0.0, 0.0, float(round(w[at[name]], 3))) for name in names}


def train(statements: list[dict], sentences: list[dict]) -> dict[str, dict[str, tuple[float, float, float]]]:
    """Return the weights of polarity, attitude and stance. Attitude starts from polarity: the two differ little."""
    coded = [(of_statement(a["text"], s), s["polarity"]) for a in statements for s in a["statements"]]
    polarity = fit([row for row, _ in coded], [label for _, label in coded], PENALTY["polarity"])
    attitude = fit(
        [of_sentence(row["text"]) for row in sentences],
        [row["attitude"] for row in sentences],
        PENALTY["attitude"],
        polarity,
    )
    rows, right = [], []
    for article in statements:
        more, answers = pairs(article)
        rows += more
        right += answers
    return {"polarity": polarity, "attitude": attitude, "stance": fit_stance(rows, right, PENALTY["stance"])}


def write(table: dict, file: Path) -> None:
    """Write the weights as a table, features in alphabetical order."""
    lines = [
        "# Made by python -m analysis.sentiment.training: features are families of polarity.tsv, acts, forms, clues.",
        "measure\tfeature\tnegative\tneutral\tpositive",
    ]
    for measure, rows in table.items():
        lines += [f"{measure}\t{name}\t{a:.3f}\t{b:.3f}\t{c:.3f}" for name, (a, b, c) in sorted(rows.items())]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--statements", nargs="+", type=Path, required=True, help="gold articles, JSON Lines")
    parser.add_argument(
        "--sentences", nargs="*", type=Path, default=[], help="sentences coded for attitude, JSON Lines"
    )
    parser.add_argument("--out", type=Path, default=FILE)
    options = parser.parse_args()
    articles = [with_mentions(a) for f in options.statements for a in read(f)]
    table = train(articles, [r for f in options.sentences for r in read(f)])
    write(table, options.out)


if __name__ == "__main__":
    main()
