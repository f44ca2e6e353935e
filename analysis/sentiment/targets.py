"""Stances: whom the speaker evaluates, and how. A clue of grammar points at an actor; a model weighs the clues.

A stance has the sign of the statement's tone: praise of the one inside blame of another is rare (9 of 230 gold
stances) and a wrong guess is not. Where nobody stands out nobody is evaluated; an actor with both signs has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from analysis.sentiment import lexicon, model
from analysis.sentiment.actors import Mention
from analysis.sentiment.clues import POINTING, RULES, clues
from analysis.sentiment.hits import Hit
from analysis.sentiment.inflection import bare
from analysis.sentiment.lexicon import Frame
from analysis.sentiment.passage import Passage

# Chance of the tone times chance of the target, from which on a stance is reported: the best F1 that keeps more than
# half of them right on the training articles (docs/sentiment.md has the curve).
SURE = 0.3


@dataclass(frozen=True, slots=True)
class Stance:
    """An evaluation of one actor: words, original offsets, sign, rule, and where the evidence stands."""

    target: str
    start: int
    end: int
    stance: int
    rule: str
    actor: str | None = None
    evidence: tuple[int, int] | None = None


def words_of(name: str) -> frozenset[str]:
    """Return the folded words of a name without article, as compared."""
    return frozenset(bare(word) for word in lexicon.folded(name).split())


def others(actors: list[Mention], speaker: str | None) -> list[Mention]:
    """Return the actors without the speaker himself."""
    own = words_of(speaker or "")
    return [actor for actor in actors if not own or not (words_of(actor.text) <= own or own <= words_of(actor.text))]


def merged(actors: list[Mention], found: list[dict[str, float]]) -> list[tuple[Mention, dict[str, float]]]:
    """Return each actor once, with the clues of all his mentions: one id, or one name inside the other, is one."""
    groups: list[tuple[Mention, dict[str, float]]] = []
    for actor, mine in zip(actors, found, strict=True):
        words = words_of(actor.text)
        for k, (first, clues_) in enumerate(groups):
            known = words_of(first.text)
            if actor.actor and actor.actor == first.actor or words <= known or known <= words:
                better = actor if POINTING & mine.keys() and not POINTING & clues_.keys() else first
                groups[k] = (
                    better,
                    {name: max(clues_.get(name, 0.0), mine.get(name, 0.0)) for name in clues_.keys() | mine.keys()},
                )
                break
        else:
            groups.append((actor, mine))
    return groups


def stances(
    passage: Passage, hits: list[Hit], actors: list[Mention], polarity: int, sure: float, cue: Frame | None
) -> list[Stance]:
    """Return the stances of a statement, at most one an actor, in reading order; `sure` is the chance of its tone."""
    if not polarity or not actors:
        return []
    out: list[Stance] = []
    for actor, found in merged(actors, clues(passage, hits, actors, polarity, cue)):
        if chance(found, polarity) * sure < SURE:
            continue
        rule = next((name for name in RULES if name in found), "near")
        near = min(hits, key=lambda hit: abs(hit.first - actor.first), default=None)
        evidence = passage.span(near.first, near.last) if near else (actor.start, actor.end)
        out.append(Stance(actor.text, actor.start, actor.end, polarity, rule, actor.actor, evidence))
    return out


def fullest(names: list[str]) -> str | None:
    """Return the form that names an actor best: several words without a loaded label, else the longest."""

    def labelled(name: str) -> bool:
        entries = (lexicon.entry_of(word) for word in lexicon.folded(name).split())
        return any(entry is not None and entry.family == "hostile name" for entry in entries)

    return max(names, key=lambda name: (" " in name and not labelled(name), len(name), name), default=None)


def signed(found: dict[str, float], polarity: int) -> dict[str, float]:
    """Return the clues as the model knows them: each for itself and with the sign of the tone."""
    side = "good" if polarity > 0 else "bad"
    return {
        **found,
        **{f"{name} {side}": value for name, value in found.items() if name in POINTING or name in ("bias", "clause")},
    }


def chance(found: dict[str, float], polarity: int) -> float:
    """Return the probability that an actor with these clues is evaluated."""
    table = model.weights("stance")
    score = sum(table[name][2] * value for name, value in signed(found, polarity).items() if name in table)
    return 1 / (1 + exp(-score))
