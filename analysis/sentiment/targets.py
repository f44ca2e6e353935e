"""Stances: whom the speaker evaluates, and how: by argument frames, then by deeds and labels, then by clause, else nobody.

A stance is only taken where it agrees with the tone of the statement: praise of the one inside blame of the other is
rare (8 of 223 gold stances), and a wrong frame is not. An actor that gets both signs gets none.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.sentiment import lexicon
from analysis.sentiment.actors import PREPOSITIONS, RELATIVES, Mention
from analysis.sentiment.hits import Hit
from analysis.sentiment.inflection import bare, cores, verb_cores
from analysis.sentiment.lexicon import Frame
from analysis.sentiment.passage import STOPS, Passage

DEEDS = frozenset(("crime", "fail", "obstruct", "accuse"))
MERITS = frozenset(("praise", "commit", "success", "welcome", "goodeval", "cooperate"))
# Nouns that pass what is said of them on to their possessor: دور إيران, جهود الحكومة, تصريحات الوزير.
AGENTS = frozenset("قبل جانب طرف ايدي يد".split())
REACH = 5


@dataclass(frozen=True, slots=True)
class Stance:
    """An evaluation of one actor: the words, their original offsets, the sign, the rule, and where the evidence stands."""

    target: str
    start: int
    end: int
    stance: int
    rule: str
    actor: str | None = None
    evidence: tuple[int, int] | None = None


def frames_of(word: str) -> tuple[Frame, ...]:
    """Return the evaluation frames of a folded word in any of its forms."""
    table = lexicon.frames()
    for core in (*verb_cores(word), *cores(word)):
        if core in table:
            return table[core]
    return ()


def stances(passage: Passage, hits: list[Hit], actors: list[Mention], polarity: int, cue: Frame | None,
            speaker: frozenset[str]) -> list[Stance]:
    """Return the stances of a statement, at most one an actor, in reading order."""
    actors = [actor for actor in actors if not _same(passage, actor, speaker)]
    if not actors or not polarity:
        return []
    found: dict[int, tuple[int, str, tuple[int, int]]] = {}

    def take(actor: Mention | None, sign: int, rule: str, evidence: tuple[int, int]) -> None:
        if actor is None or sign != polarity:
            return
        found.setdefault(actor.first, (sign, rule, evidence))
        for other in _coordinated(passage, actors, actor):
            found.setdefault(other.first, (sign, rule, evidence))

    if cue is not None:
        actor = _slot(passage, actors, -1, cue, REACH + 2)
        take(actor, cue.sign, "cue frame", (0, 1))
    for i, word in enumerate(passage.words):
        for frame in frames_of(word):
            state = next((hit.state for hit in hits if hit.first <= i < hit.last), "plain")
            if state in ("negated", "denied"):
                continue
            actor = _slot(passage, actors, i, frame, REACH)
            if actor is not None:
                take(actor, frame.sign, "frame", (i, i + 1))
                break
    for hit in hits:
        family, sign = hit.entry.family, (hit.value > 0) - (hit.value < 0)
        if family in DEEDS and sign < 0 or family in MERITS and sign > 0:
            if hit.entry.kind == "noun":
                take(_possessor(passage, actors, hit), sign, "deed", (hit.first, hit.last))
                take(_agent(passage, actors, hit.last), sign, "agent", (hit.first, hit.last))
            take(_subject(passage, actors, hit), sign, "subject", (hit.first, hit.last))
        elif family == "hostile name":
            take(next((a for a in actors if a.first <= hit.first < a.last), None), -1, "label", (hit.first, hit.last))
    if not found and cue is not None:
        take(_agent(passage, actors, 0), cue.sign, "agent of cue", (0, 1))
    if not found and len({_key(a) for a in actors}) == 1 and any((hit.value > 0) - (hit.value < 0) == polarity for hit in hits):
        take(actors[0], polarity, "only actor", (0, 1))
    return _merged(passage, actors, found)


def _key(actor: Mention) -> frozenset[str]:
    return frozenset(bare(word) for word in lexicon.folded(actor.text).split())


def _same(passage: Passage, actor: Mention, speaker: frozenset[str]) -> bool:
    words = _key(actor)
    return bool(speaker) and (words <= speaker or speaker <= words)


def _merged(passage: Passage, actors: list[Mention], found: dict) -> list[Stance]:
    """One stance an actor: mentions that share their words are one; two signs are a tie, and a tie is none."""
    groups: list[tuple[set[str], Mention, list]] = []
    for actor in actors:
        if actor.first not in found:
            continue
        words = set(_key(actor))
        for group in groups:
            if words <= group[0] or group[0] <= words or (actor.actor and actor.actor == group[1].actor):
                group[2].append(found[actor.first])
                break
        else:
            groups.append((words, actor, [found[actor.first]]))
    out = []
    for _, actor, rows in groups:
        signs = {row[0] for row in rows}
        if len(signs) == 1:
            sign, rule, (first, last) = rows[0]
            out.append(Stance(actor.text, actor.start, actor.end, sign, rule, actor.actor, passage.span(first, last)))
    return out


def _next(actors: list[Mention], i: int) -> Mention | None:
    return next((actor for actor in actors if actor.first >= i), None)


def _clear(passage: Passage, first: int, last: int, most: int) -> bool:
    """Say whether no stop and at most `most` words stand between."""
    return 0 <= last - first <= most and not any(word in STOPS for word in passage.words[first:last])


def _slot(passage: Passage, actors: list[Mention], i: int, frame: Frame, reach: int) -> Mention | None:
    """Return the actor in the slot of `frame` whose word is i (-1: the cue, before the passage)."""
    words = passage.words
    begin = i + 1
    if frame.needs and not any(frame.needs in cores(word) or frame.needs == bare(word) for word in words[begin : begin + 20]):
        return None
    if frame.slot == "obj":
        actor = _next(actors, begin)
        if actor is None or not _clear(passage, begin, actor.first, reach):
            return None
        between = words[begin : actor.first]
        # ب opens the charge (اتهم X بدعم Y): whoever stands behind it is not the object.
        if any(word in PREPOSITIONS or word in RELATIVES for word in between) or (between and between[0][0] == "ب"):
            return None
        return actor
    markers = frame.slot.split()
    for j in range(begin, min(begin + 4, len(words))):
        word = words[j]
        if word in STOPS:
            return None
        attached = len(frame.slot) == 1 and word[0] == frame.slot and len(word) > 2
        if attached or words[j : j + len(markers)] == markers:
            at = j if attached else j + len(markers)
            actor = _next(actors, at)
            return actor if actor is not None and _clear(passage, at, actor.first, reach) else None
    return None


def _possessor(passage: Passage, actors: list[Mention], hit: Hit) -> Mention | None:
    """Return the actor right behind a noun: جرائم إسرائيل, جهود الحكومة."""
    actor = _next(actors, hit.last)
    return actor if actor is not None and actor.first == hit.last and passage.words[actor.first][0] not in "بلكف" else None


def _agent(passage: Passage, actors: list[Mention], i: int) -> Mention | None:
    """Return the doer that من قبل, على يد or a relative clause names: الهجمات التي نفذها X, جرائم ارتكبتها X."""
    words = passage.words
    for j in range(i, min(i + 10, len(words))):
        if words[j] in STOPS:
            return None
        marker = words[j] in ("من", "على", "علي") and j + 1 < len(words) and words[j + 1] in AGENTS
        relative = words[j] in RELATIVES and j + 1 < len(words)
        if marker or relative:
            at = j + 2
            actor = _next(actors, at)
            if actor is not None and _clear(passage, at, actor.first, 1 if relative else 0):
                return actor
    return None


def _subject(passage: Passage, actors: list[Mention], hit: Hit) -> Mention | None:
    """Return the subject of a predicate: right behind a verb, else the last actor before it in the clause that no preposition governs."""
    words = passage.words
    if hit.entry.kind == "verb":
        actor = _next(actors, hit.last)
        if actor is not None and actor.first == hit.last and words[actor.first][0] not in "بلك":
            return actor
    before = [actor for actor in actors if actor.last <= hit.first and _clear(passage, actor.last, hit.first, 6)]
    for actor in before:
        opener = words[actor.first - 1] if actor.first else ""
        begins = opener in ("ان", "بان", "وان", "") or opener in STOPS or actor.first == 0
        if begins and words[actor.first][0] not in "بلك":
            return actor
    return None


def _coordinated(passage: Passage, actors: list[Mention], actor: Mention) -> list[Mention]:
    """Return the actors that و joins to `actor` directly."""
    out = []
    last = actor.last
    for other in actors:
        if other.first == last and passage.words[other.first].startswith("و"):
            out.append(other)
            last = other.last
    return out
