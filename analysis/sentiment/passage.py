"""A passage: the words of one statement in reading order, with the way back to original offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from analysis.text import Folded, fold

TOKEN = re.compile(r"\d+(?:[.,/:-]\d+)*|[^\W\d_]+|\.\.+|…|\n|[^\s\w]")
OPENING, CLOSING, STRAIGHT = frozenset("«“„‹"), frozenset("»”›"), '"'
# A comma ends what a negation or a fight word reaches; a colon and a full stop do as well.
STOPS = frozenset("،,؛;.:\n!?؟…()")


@dataclass(slots=True)
class Passage:
    """Folded words with original offsets.

    Attributes:
        words: folded words, numbers and marks.
        starts, ends: original half-open offsets of each.
        quoted: whether a word stands inside quotation marks of the passage.
    """

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the original span of words first … last - 1."""
        return self.starts[first], self.ends[last - 1]


def passage(text: str, spans, folded: Folded | None = None) -> Passage:
    """Return the passage of `spans` (original half-open offsets) of `text`; `folded` saves folding it again."""
    found = Passage()
    depth = 0
    for start, end in spans:
        start, end = max(0, start), min(len(text), end)
        if folded is None:
            local, offset, lo, hi = fold(text[start:end]), start, 0, None
            hi = len(local.text)
        else:
            local, offset, lo, hi = folded, 0, folded.to_folded(start), folded.to_folded(end)
        plain = local.starts is None
        for match in TOKEN.finditer(local.text, lo, hi):
            word = match.group()
            if word in OPENING or (word == STRAIGHT and not depth):
                depth = 1
            elif word in CLOSING or word == STRAIGHT:
                depth = 0
            a, b = match.span() if plain else local.span(*match.span())
            found.words.append(word)
            found.starts.append(a + offset)
            found.ends.append(b + offset)
            found.quoted.append(depth > 0)
    return found
