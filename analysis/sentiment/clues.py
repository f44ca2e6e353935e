"""Clues: what the grammar of a passage says about one actor in it: whether an evaluation is aimed at him.

The names of the clues are the rules that stances.rule reports; none of them knows who the actor is.
"""

from __future__ import annotations

from functools import cache

from analysis.sentiment import lexicon
from analysis.sentiment.actors import PREPOSITIONS, RELATIVES, Mention
from analysis.sentiment.hits import Hit
from analysis.sentiment.inflection import cores, verb_cores
from analysis.sentiment.lexicon import Frame
from analysis.sentiment.passage import OPENING, STOPS, STRAIGHT, Passage

DEEDS = frozenset(("crime", "fail", "obstruct", "accuse", "harm", "warn"))
MERITS = frozenset(("praise", "commit", "success", "welcome", "goodeval", "cooperate", "protocol", "relief"))
AGENTS = frozenset("قبل جانب طرف ايدي يد".split())
OPENERS = frozenset("ان بان وان فان لان الا اما".split())
REACH = 5
AGAINST = frozenset(("ضد", "ضده", "ضدها"))
# Clues that point at one actor; what و joins to him is meant as well.
POINTING = frozenset(("cue frame", "agent", "deed", "frame", "label", "subject", "joined"))
# In this order a stance is named after its clue.
RULES = ("cue frame", "agent", "deed", "frame", "label", "subject", "joined", "clause")


@cache
def frames_of(word: str) -> tuple[Frame, ...]:
    """Return the evaluation frames of a folded word in any of its forms."""
    table = lexicon.frames()
    for core in (*verb_cores(word), *cores(word)):
        if core in table:
            return table[core]
    return ()


def frame_of(cue_lemma: str | None) -> Frame | None:
    """Return the frame of a cue's lemma, None where it evaluates nobody."""
    return next(iter(frames_of(lexicon.folded(cue_lemma))), None) if cue_lemma else None


def clues(
    passage: Passage, hits: list[Hit], actors: list[Mention], sign: int, cue: Frame | None
) -> list[dict[str, float]]:
    """Return for each actor the clues that a tone of `sign` is aimed at him."""
    found: list[dict[str, float]] = [{} for _ in actors]
    place = {actor.first: k for k, actor in enumerate(actors)}

    def mark(actor: Mention | None, clue: str) -> None:
        if actor is not None:
            found[place[actor.first]][clue] = 1.0

    words = passage.words
    if cue is not None and cue.sign == sign:
        mark(_slot(passage, actors, -1, cue, REACH + 3), "cue frame")
        mark(_agent(passage, actors, 0), "agent")
    for i, word in enumerate(words):
        for frame in frames_of(word):
            if frame.sign != sign or not frame.anywhere or word in AGAINST and _after_deed(hits, i):
                continue
            state = next((hit.state for hit in hits if hit.first <= i < hit.last), "plain")
            actor = _slot(passage, actors, i, frame, REACH) if state not in ("negated", "denied") else None
            if actor is not None:
                mark(actor, "frame")
                break
    agreeing = []
    for hit in hits:
        family, value = hit.entry.family, (hit.value > 0) - (hit.value < 0)
        if family == "hostile name" and sign < 0:
            mark(next((a for a in actors if a.first <= hit.first < a.last), None), "label")
        elif value == sign:
            agreeing.append(hit)
            if family in (DEEDS if sign < 0 else MERITS):
                if hit.entry.kind == "noun":
                    mark(_possessor(passage, actors, hit), "deed")
                    mark(_agent(passage, actors, hit.last), "agent")
                else:
                    mark(_behind(passage, actors, hit), "subject")
            mark(_subject(passage, actors, hit), "subject")
    for k, actor in enumerate(actors):
        _place_clues(passage, actors, k, agreeing, found[k])
        found[k]["bias"] = 1.0
        if (
            k
            and actor.first == actors[k - 1].last
            and words[actor.first].startswith("و")
            and POINTING & found[k - 1].keys()
        ):
            found[k]["joined"] = 1.0
    return found


def _place_clues(passage: Passage, actors: list[Mention], k: int, agreeing: list[Hit], out: dict[str, float]) -> None:
    """Add where the actor stands: position, what governs him, how near the evaluation is."""
    actor, words = actors[k], passage.words
    out["alone"] = float(len(actors) == 1)
    out["many"] = float(len(actors) > 3)
    out["known"] = float(actor.known or actor.kind == "state")
    before = words[actor.first - 1] if actor.first else ""
    if before in OPENING or before == STRAIGHT:
        before = words[actor.first - 2] if actor.first > 1 else ""
    if actor.first == 0 or before in OPENERS:
        out["clause"] = 1.0
    elif out.keys() & {"cue frame", "frame"}:
        pass  # the preposition is the frame's own (رحب بـ, تضامن مع)
    elif before in ("في", "الى", "على", "مع", "بين", "ضد"):
        out[f"after {before}"] = 1.0
    elif before in PREPOSITIONS:
        out["after other"] = 1.0
    elif governed(passage, actor):
        out[f"with {governed(passage, actor)}"] = 1.0
    distances = [
        min(abs(hit.first - actor.last), abs(actor.first - hit.last))
        for hit in agreeing
        if not actor.first <= hit.first < actor.last
    ]
    nearest = min(distances, default=99)
    if nearest <= 5:
        out["near" if nearest <= 1 else "close"] = 1.0
    elif nearest == 99:
        out["no word"] = 1.0


def governed(passage: Passage, actor: Mention) -> str:
    """Return the preposition that is written to the actor's name (بإيران), nothing where there is none."""
    word = (
        passage.words[actor.first].lstrip("وف")
        if passage.words[actor.first][:1] in "وف"
        else passage.words[actor.first]
    )
    return word[0] if word[:1] in ("ب", "ل", "ك") and not lexicon.folded(actor.text).startswith(word[:2]) else ""


def _after_deed(hits: list[Hit], i: int) -> bool:
    """Say whether a deed stands right before: in جرائم ضد X the one behind ضد is the victim."""
    return any(
        hit.entry.family in ("crime", "harm", "accuse", "hostile name") and 0 <= i - hit.last <= 3 for hit in hits
    )


def _next(actors: list[Mention], i: int) -> Mention | None:
    return next((actor for actor in actors if actor.first >= i), None)


def _clear(passage: Passage, first: int, last: int, most: int) -> bool:
    """Say whether no stop and at most `most` words stand between."""
    return 0 <= last - first <= most and not any(word in STOPS for word in passage.words[first:last])


def _slot(passage: Passage, actors: list[Mention], i: int, frame: Frame, reach: int) -> Mention | None:
    """Return the actor in the slot of `frame` whose word is i (-1: the cue, before the passage)."""
    words = passage.words
    begin = i + 1
    if frame.needs and not any(frame.needs in cores(word) for word in words[begin : begin + 25]):
        return None
    if frame.slot == "obj":
        actor = _next(actors, begin)
        if actor is None or not _clear(passage, begin, actor.first, reach):
            return None
        between = words[begin : actor.first]
        # ب opens the charge (اتهم X بدعم Y): whoever stands behind it is not the object.
        if governed(passage, actor) or any(
            word in PREPOSITIONS or word in RELATIVES or word[0] in "بل" and len(word) > 4 for word in between
        ):
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
            if (
                actor is None
                or not _clear(passage, at, actor.first, reach)
                or any(w in PREPOSITIONS for w in words[at : actor.first])
            ):
                return None
            return actor if actor.first == at or not governed(passage, actor) else None
    return None


def _possessor(passage: Passage, actors: list[Mention], hit: Hit) -> Mention | None:
    """Return the actor right behind a noun: جرائم إسرائيل, جهود الحكومة."""
    actor = _next(actors, hit.last)
    close = (
        actor is not None
        and not governed(passage, actor)
        and actor.first <= hit.last + 1
        and not any(w in STOPS or w in PREPOSITIONS for w in passage.words[hit.last : actor.first])
    )
    return actor if close else None


def _behind(passage: Passage, actors: list[Mention], hit: Hit) -> Mention | None:
    """Return the subject right behind a verb: ارتكبت إسرائيل."""
    actor = _next(actors, hit.last)
    return actor if actor is not None and actor.first == hit.last and not governed(passage, actor) else None


def _agent(passage: Passage, actors: list[Mention], i: int) -> Mention | None:
    """Return the doer that من قبل, على يد or a relative clause names: الهجمات التي نفذها X."""
    words = passage.words
    for j in range(i, min(i + 10, len(words))):
        if words[j] in STOPS:
            return None
        marker = words[j] in ("من", "على") and j + 1 < len(words) and words[j + 1] in AGENTS
        relative = words[j] in RELATIVES or words[j] in ("ما", "بما", "لما", "مما")
        if marker or relative:
            actor = _next(actors, j + 1)
            free = (
                actor is not None
                and not governed(passage, actor)
                and not any(w in PREPOSITIONS for w in words[j + 1 : actor.first])
            )
            if free and _clear(passage, j + 1, actor.first, 3 if relative else 1):
                return actor
    return None


def _subject(passage: Passage, actors: list[Mention], hit: Hit) -> Mention | None:
    """Return the subject of a predicate: the last actor before it that opens the clause."""
    words = passage.words
    for actor in reversed(actors):
        if actor.last <= hit.first and _clear(passage, actor.last, hit.first, 8):
            opener = words[actor.first - 1] if actor.first else ""
            if (opener in OPENERS or opener == "" or opener in STOPS) and not governed(passage, actor):
                return actor
    return None
