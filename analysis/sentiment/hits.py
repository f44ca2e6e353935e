"""Hits: the words of a passage that the lexicon knows, and what negation, denial, concession and fight words do."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.sentiment import lexicon
from analysis.sentiment.inflection import cores
from analysis.sentiment.lexicon import Entry
from analysis.sentiment.passage import STOPS, Passage

# What is left of a word's weight under each shifter. A negated praise is a weak blame (ليس جيدا); a negated blame
# is hardly praise (لم يفشل); what is fought, denied or only conceded says little about the speaker.
NEGATED_POSITIVE, NEGATED_NEGATIVE = -0.5, -0.25
CONCEDED, DENIED, FOUGHT, HEDGED, BEFORE_BUT = 0.3, 0.0, 0.0, 0.6, 0.6
FIGHT_SCOPE = 6
SHORT_CONCESSION = 3


@dataclass(slots=True)
class Hit:
    """A word or phrase of the lexicon in a passage.

    Attributes:
        first, last: words of the passage, half-open.
        value: sign times weight after the shifters.
        state: plain, negated, fought, denied, conceded or hedged.
    """

    first: int
    last: int
    entry: Entry
    value: float
    state: str = "plain"


def _matches(words: list[str], at: int, form: tuple[str, ...]) -> bool:
    return at + len(form) <= len(words) and all(part in cores(words[at + i]) for i, part in enumerate(form))


def masked(passage: Passage, actors=()) -> set[int]:
    """Return the words that are names or terms and no sentiment. `actors` are (first, last) of known mentions."""
    words, inside, phrases = passage.words, lexicon.names()[1], lexicon.names()[2]
    hidden: set[int] = set()
    for i, word in enumerate(words):
        for core in cores(word):
            for form in phrases.get(core, ()):
                if _matches(words, i, form):
                    hidden.update(range(i, i + len(form)))
                    break
        if (
            word in inside
            and i
            and (words[i - 1] in lexicon.given_names() or words[i - 1] in ("بن", "ال", "ابو", "عبد", "ابن", "بنت"))
        ):
            hidden.add(i)
        elif i and words[i - 1] in ("بن", "ال", "عبد", "بنت", "ابن", "ابو") and word[:2] != "ال":
            hidden.add(i)
        elif word in inside and word in lexicon.given_names() and i + 1 < len(words) and words[i + 1] in ("بن", "ال"):
            hidden.add(i)
    for first, last in actors:
        for i in range(first, last):
            entry = lexicon.entry_of(words[i])
            # A label inside a mention stays a label (الميليشيات الحوثية); any other word there is part of the name.
            if entry is None or entry.layer != "naming":
                hidden.add(i)
    return hidden


def hits(passage: Passage, actors=()) -> list[Hit]:
    """Return the hits of `passage` in reading order, shifted."""
    words = passage.words
    hidden = masked(passage, actors)
    found: list[Hit] = []
    reach = dict.fromkeys(("negation", "denial", "concession", "hedge", "obligation", "fight"), 0)
    i, size = 0, len(words)
    while i < size:
        word = words[i]
        if word in STOPS:
            reach = dict.fromkeys(reach, 0)
            i += 1
            continue
        hit, last = None, i + 1
        if i not in hidden:
            hit = _hit(words, i)
            if hit is not None:
                last = hit.last
        shifter, width = _shifter(words, i)
        if shifter is not None and (
            hit is None or hit.last - hit.first < width or shifter.kind == "negation" and hit.last - hit.first == 1
        ):
            if shifter.kind == "contrast":
                for earlier in found:
                    earlier.value *= BEFORE_BUT
                reach = dict.fromkeys(reach, 0)
            elif not (word == "قد" and not (i + 1 < size and words[i + 1][:1] in "يتن")):  # قد before a perfect asserts
                reach[shifter.kind] = max(reach[shifter.kind], _scope(words, i + width, shifter) + width)
            hit, last = None, i + width
        if hit is not None:
            _shift(hit, reach)
            found.append(hit)
            if hit.entry.family == "fight":
                reach["fight"] = FIGHT_SCOPE + 1
            if hit.entry.family in ("fight", "against"):
                reach["negation"] = 0
        for kind in reach:
            reach[kind] = max(0, reach[kind] - (last - i))
        i = last
    return found


def _scope(words: list[str], i: int, shifter: lexicon.Shifter) -> int:
    """Return how many words from word i a shifter reaches: what is conceded ends at a comma, else it is short."""
    if shifter.kind == "concession" and not any(word in STOPS for word in words[i : i + shifter.scope]):
        return SHORT_CONCESSION
    return shifter.scope


def denied(found: list[Hit]) -> list[Hit]:
    """Return the hits of a statement whose cue denies it (نفى تورطه): what is denied is not said."""
    return [replace(hit, value=hit.value * DENIED, state="denied") for hit in found]


def _hit(words: list[str], i: int) -> Hit | None:
    for core in cores(words[i]):
        for form, entry in lexicon.phrases().get(core, ()):
            if _matches(words, i, form):
                return Hit(i, i + len(form), entry, entry.sign * entry.weight)
    entry = lexicon.entry_of(words[i])
    return None if entry is None else Hit(i, i + 1, entry, entry.sign * entry.weight)


def _shifter(words: list[str], i: int):
    word = words[i]
    # و and ف stand before any of them, ب and ل before the nouns (بعدم، لعدم).
    forms = (word, word[1:]) if len(word) > 2 and word[0] in "وفبل" else (word,)
    for form in forms:
        for parts, shifter in lexicon.shifters().get(form, ()):
            if tuple(words[i + 1 : i + len(parts)]) == parts[1:]:
                return shifter, len(parts)
    return None, 0


def _shift(hit: Hit, reach: dict[str, int]) -> None:
    negative = hit.value < 0
    if reach["denial"]:
        hit.state, hit.value = "denied", hit.value * DENIED
    elif reach["fight"] and negative and hit.entry.layer != "attitude":
        # Who is fought keeps his label: the fight is against him; a topic that is fought loses its weight.
        hit.state, hit.value = "fought", hit.value if hit.entry.layer == "naming" else hit.value * FOUGHT
    elif reach["negation"] and hit.entry.kind != "phrase":
        hit.state, hit.value = "negated", hit.value * (NEGATED_NEGATIVE if negative else NEGATED_POSITIVE)
    elif reach["concession"]:
        hit.state, hit.value = "conceded", hit.value * CONCEDED
    elif reach["hedge"]:
        hit.state, hit.value = "hedged", hit.value * HEDGED
    elif reach["obligation"]:
        hit.state = "obliged"
