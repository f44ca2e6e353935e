"""Drafts: statements in token positions, before their speakers are known."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from analysis.statements import phrases
from analysis.statements.cues import Form, readings
from analysis.text.document import Document


@dataclass
class Draft:
    """A statement in token positions, before its speaker is known.

    Attributes:
        cue: token range; content: one or more token ranges; source: token range or None.
        relay: token range of who passes it on, or None.
        breaks: whether the cue ends the content of the statement before it.
        open: whether the content ends where `contents.end_contents` finds; unmarked: whether it is speech after a colon
            without quotation marks, which may go on over sentences.
        rank: its place among what its cue may govern, the nearest first; rivals: how the others begin.
        notes: the doubts that hold for it; probability: how likely it is a statement, 0 to 1.
        parent: index of the statement inside whose content it stands, or None.
    """

    rule: str
    cue: tuple[int, int]
    form: Form | None
    content: list[tuple[int, int]]
    source: tuple[int, int] | None = None
    relay: tuple[int, int] | None = None
    type: str = "indirect"
    breaks: bool = False
    open: bool = False
    unmarked: bool = False
    limit: int = 0
    parent: int | None = None
    notes: list[str] = field(default_factory=list)
    probability: float = 1.0
    rank: int = 0
    rivals: tuple[str, ...] = ()


def competing(found: list[Draft]) -> list[Draft]:
    """Number the drafts of one cue, the nearest content first, and tell each how its rivals begin."""
    for rank, draft in enumerate(found):
        draft.rank = rank
        draft.rivals = tuple(other.rule for other in found if other is not draft)
    return found


def limit(document: Document, i: int) -> int:
    """Return the end of the sentence of token `i`, and of the quotation in which it stands."""
    last = document.sentence_of(i)[1]
    if document.depths[i]:
        inner = [q.inner_last for q in document.quotations if q.inner_first <= i < q.inner_last]
        last = min([last, *inner])
        stop = bisect_right(document.breaks, i)
        if stop < len(document.breaks):
            last = min(last, document.breaks[stop] + 1)
    return last


def quotation_before(document: Document, i: int):
    """Return the quotation that ends right before token `i`, a comma between them or none."""
    words = document.words
    k = i - 1
    if words[i][0] in "وف" and any(proclitic for _, proclitic in readings(words[i])):
        return None
    while k >= 0 and words[k] in phrases.COMMAS:
        k -= 1
    return document.closings.get(k) if k >= 0 and document.depths[k] == document.depths[i] else None
