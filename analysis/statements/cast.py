"""A speaker of an article, and how it is shown."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field

from analysis.statements.roles import Role
from analysis.text.document import Document

_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
STRIP = str.maketrans({mark: " " for mark in '«»“”"‘’„‹›\u200f\u200e\u202a\u202b\u202c\u200b\ufeff()[]'})


@dataclass
class Speaker:
    """A speaker in an article.

    Attributes:
        name: as shown, in the article's own spelling.
        kind: person, organization, state, group or anonymous.
        gender, number: m/f and s/d/p, for agreement with verbs that have no subject.
        keys: the words of the name as compared; roles: the roles that the article gives the person.
        at: token of the first mention; mentions: tokens where the name stands; spoken: cues of what is attributed.
        sure: whether a title, a role or a known given name says that this is a person.
    """

    name: str
    kind: str
    gender: str
    number: str
    keys: tuple[str, ...] = ()
    roles: list[Role] = field(default_factory=list)
    at: int = 0
    mentions: list[int] = field(default_factory=list)
    spoken: list[int] = field(default_factory=list)
    sure: bool = True

    def last_before(self, token: int) -> int:
        """Return the last mention or statement before `token`, -1 where there is none."""
        return max(_last(self.mentions, token), _last(self.spoken, token))

    def last_named(self, token: int) -> int:
        """Return the last place before `token` where the name stands, -1 where there is none."""
        return _last(self.mentions, token)


def _last(places: list[int], token: int) -> int:
    k = bisect_left(places, token)
    return places[k - 1] if k else -1


def surface(document: Document, first: int, last: int) -> str:
    """Return the words as the article writes them, without quotation marks and on one line."""
    start, end = document.span(first, last)
    text = document.folded.original[start:end]
    if _PRESENTATION.search(text):
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.translate(STRIP).split()).strip(" ،,؛;:-–*.")


def without_clitic(text: str, word: str, plain: str) -> str:
    """Return a phrase as written without the و, ب, ل that its first word has before `plain` (للجنة: اللجنة)."""
    if word.startswith("لل"):
        return "ال" + text[1 if plain == "ال" + word[1:] else 2 :]
    return text[len(word) - len(plain) :]
