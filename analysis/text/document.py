"""A document: one article's text folded once, cut into tokens, sentences and quotations.

Everything that reads Arabic in this package works on a Document, in folded offsets, and turns its
answer into offsets of the original text at the very end (`Document.span`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from analysis.text.folding import Folded, fold
from analysis.text.quotation import Quotation, quotations

# A number keeps its separators (6.17, 3/11/2016); two or more full stops are one token.
TOKEN = re.compile(r"\d+(?:[.,/:-]\d+)*|[^\W\d_]+|\.\.+|…|\n|[^\s\w]|_")
# Full stops after these are no sentence ends: abbreviated titles (د. أ. م. …).
ABBREVIATIONS = frozenset("د ا م ص ب ج هـ ه س ف ق".split())
# Names of Latin letters, as in بي.بي.سي.
SPELT = frozenset("اي بي سي دي اف جي ايتش جيه كيه كي ال ام ان او بيه كيو ار اس تي يو في دبليو اكس واي زد ايه ايل ايم اتش ايس".split())
# Beginnings of names that folding makes a particle, with a spelling that no particle has: بان كي مون is no بأن.
LIKE_PARTICLES = {("بان", "كي"): "باان", ("بان", "جي"): "باان"}


@dataclass
class Document:
    """A folded, tokenized text.

    Attributes:
        folded: the folded copy with its map back.
        starts, ends: folded offsets of each token.
        words: the tokens' folded text.
    """

    folded: Folded
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> Document:
        """Return the document of `text`."""
        document = cls(fold(text))
        for match in TOKEN.finditer(document.folded.text):
            document.starts.append(match.start())
            document.ends.append(match.end())
            document.words.append(match.group())
        for i, (word, after) in enumerate(zip(document.words, document.words[1:], strict=False)):
            if (word, after) in LIKE_PARTICLES:
                document.words[i] = LIKE_PARTICLES[word, after]
        return document

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the original half-open span of tokens first … last - 1."""
        return self.folded.span(self.starts[first], self.ends[last - 1])

    def slice(self, first: int, last: int) -> str:
        """Return the folded text of tokens first … last - 1."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def token_at(self, offset: int) -> int:
        """Return the index of the first token that ends after the folded `offset`."""
        return bisect_right(self.ends, offset)

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The quotations, outer before inner, in token positions: [first, last) includes the marks."""
        return quotations(self.words, self.text, self.starts, self.ends)

    @cached_property
    def openings(self) -> dict[int, Quotation]:
        """The quotation that each opening mark opens, by token."""
        return {q.first: q for q in reversed(self.quotations)}

    @cached_property
    def closings(self) -> dict[int, Quotation]:
        """The quotation that each closing mark closes, by token."""
        return {q.last - 1: q for q in reversed(self.quotations) if q.closed}

    @cached_property
    def depths(self) -> list[int]:
        """For each token how many quotations it stands in (the marks themselves count as outside)."""
        depths = [0] * (len(self.words) + 1)
        for q in self.quotations:
            for i in range(q.inner_first, q.inner_last):
                depths[i] += 1
        return depths

    @cached_property
    def breaks(self) -> list[int]:
        """Token positions after which a sentence ends, at any depth of quotation; the last is the last token."""
        found = []
        for i, word in enumerate(self.words):
            if word == "\n" or word in "!?؟":
                found.append(i)
            elif word == "." and not self._inside_abbreviation(i):
                found.append(i)
        if self.words and (not found or found[-1] != len(self.words) - 1):
            found.append(len(self.words) - 1)
        return found

    @cached_property
    def break_set(self) -> frozenset[int]:
        """The tokens of `breaks`, for look-up."""
        return frozenset(self.breaks)

    def _inside_abbreviation(self, i: int) -> bool:
        """Say whether the full stop at token `i` stands in an abbreviation (د. سامي، سي. آي. إيه، بي.بي.سي) or an address."""
        if not i or self.starts[i] != self.ends[i - 1]:
            return False
        before = self.words[i - 1]
        if before in ABBREVIATIONS:
            return True
        joined = i + 1 < len(self.words) and self.starts[i + 1] == self.ends[i] and self.words[i + 1][0].isalnum()
        after = self.words[i + 1] if i + 1 < len(self.words) else ""
        spelt = before in SPELT and (after in SPELT or self.words[i - 2 : i - 1] == ["."])
        return joined and (before.isascii() or len(before) <= 3 and len(after) <= 3) or spelt

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Sentences as token ranges [first, last); quotations that hold full stops are not cut."""
        ranges, first = [], 0
        for at in self.breaks:
            # A full stop inside a quotation ends the sentence only where the quotation ends with it.
            if self.depths[at] and self.words[at] != "\n" and not self._closes_after(at):
                continue
            last = at + 1
            while last < len(self.words) and self._is_closing(last):
                last += 1
            if last > first:
                ranges.append((first, last))
                first = last
        if first < len(self.words):  # a text that ends inside a quotation never closed
            ranges.append((first, len(self.words)))
        return ranges

    def _closes_after(self, at: int) -> bool:
        return at + 1 < len(self.words) and self._is_closing(at + 1)

    @cached_property
    def _closing(self) -> frozenset[int]:
        return frozenset(q.last - 1 for q in self.quotations if q.closed)

    def _is_closing(self, at: int) -> bool:
        return at in self._closing

    def sentence_of(self, token: int) -> tuple[int, int]:
        """Return the sentence that holds `token`."""
        index = bisect_left(self._sentence_ends, token + 1)
        return self.sentences[min(index, len(self.sentences) - 1)]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [last for _, last in self.sentences]

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Paragraphs as token ranges [first, last), without their newlines."""
        ranges, first = [], 0
        for i, word in enumerate([*self.words, "\n"]):
            if word == "\n":
                if i > first:
                    ranges.append((first, i))
                first = i + 1
        return ranges

    @cached_property
    def _paragraph_ends(self) -> list[int]:
        return [last for _, last in self.paragraphs]

    def paragraph_of(self, token: int) -> tuple[int, int]:
        """Return the paragraph that holds `token` (or the next one, where `token` is a newline)."""
        index = bisect_left(self._paragraph_ends, token + 1)
        return self.paragraphs[min(index, len(self.paragraphs) - 1)]
