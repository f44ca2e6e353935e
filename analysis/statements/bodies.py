"""The organizations, states and groups of an article: short forms, acronyms and documents to the fullest name."""

from __future__ import annotations

from bisect import bisect_left

from analysis.statements import names, phrases
from analysis.statements.cast import surface, without_clitic
from analysis.statements.words import (
    DOCUMENTS,
    TITLES,
    Head,
    bare,
    demonyms,
    head_of,
    is_definite,
    state_names,
)
from analysis.text.document import Document

# Bodies that many bear: only the head's own qualifiers tell them apart.
REACH = 12
MOST = 60  # so many phrases are compared at most, so that time stays linear


class Bodies:
    """The phrases of a document that begin with the head of an organization or group, by that head."""

    def __init__(self, document: Document) -> None:
        """Read every such phrase of the document, in its order. Linear."""
        self.document = document
        self._by_head: dict[str, list[tuple[int, int, tuple[str, ...]]]] = {}
        self._by_name: dict[str, list[tuple[int, int, tuple[str, ...]]]] = {}
        words = document.words
        for i, word in enumerate(words):
            plain = _head_word(word)
            if plain is None:
                continue
            end = _trimmed(words, i, phrases.phrase(document, i, min(len(words), i + REACH)))
            keys = names.name_key([w for w in words[i:end] if w[0].isalnum()])
            row = (i, end, keys)
            self._by_head.setdefault(_stem(plain), []).append(row)
            for key in keys[1:3] if head_of(plain).kind == "organization" else ():
                self._by_name.setdefault(key, []).append(row)

    def fullest(self, tokens: list[str], at: int) -> str | None:
        """Return the fuller phrase that a definite short form means (المرصد، البعثة الأممية): the last before `at`,
        else the first after it."""
        plain = _head_word(tokens[0])
        rows = self._by_head.get(_stem(plain), []) + self._by_name.get(names.name_key([plain])[0], []) if plain else []
        keys = names.name_key([w for w in tokens if w[0].isalnum()])
        k = bisect_left(rows, at, key=lambda row: row[0]) if len(rows) > MOST else 0
        fitting = [
            row
            for row in rows[max(0, k - MOST) : k + MOST]
            if len(row[2]) > len(keys)
            and self._is_proper(row)
            and all(
                any(_alike(key, other) for other in row[2][1:])
                for key in keys[1:]
                if keys[0] == row[2][0] or not key.endswith(("ي", "يه"))
            )
            and not (any(bare(t) in demonyms() for t in tokens[1:]) and keys[0] == row[2][0])
        ]
        before = [row for row in fitting if row[0] < at]
        best = max(before, key=lambda row: row[0]) if before else min(fitting, key=lambda row: row[0], default=None)
        if best is None:
            return None
        # The same body may be named more fully elsewhere: the fullest of those that begin alike.
        longer = [row for row in fitting if set(best[2]) <= set(row[2])]
        return self.surface(max(longer, key=lambda row: (len(row[2]), -row[0])))

    def named(self, keys: tuple[str, ...]) -> tuple[str, Head | None] | None:
        """Return body and head for a proper name alone: الأناضول is وكالة الأناضول للأنباء, حماس is حركة حماس."""
        rows = (
            [row for row in self._by_name.get(keys[0], [])[:MOST] if row[2][1 : 1 + len(keys)] == keys] if keys else []
        )
        if not rows:
            return None
        best = max(rows, key=lambda row: (-len(row[2]) if len(row[2]) > 5 else len(row[2]), -row[0]))
        return self.surface(best), head_of(bare(_head_word(self.document.words[best[0]])))

    def surface(self, row: tuple[int, int, tuple[str, ...]]) -> str:
        """Return a phrase as the article writes it, without و, ب, ل before its head."""
        first, last, _ = row
        words = self.document.words
        text = surface(self.document, first, last)
        plain = _head_word(words[first])
        if plain == words[first] or not text.startswith(words[first][0]):
            return text
        return without_clitic(text, words[first], plain)

    def _is_proper(self, row: tuple[int, int, tuple[str, ...]]) -> bool:
        """Say whether a phrase names one body: something in it is definite, quoted or a name."""
        first, last, _ = row
        words = self.document.words[first:last]
        return bare(words[0]) not in DOCUMENTS and any(
            is_definite(w) or not w[0].isalnum() or names.is_name(w) or w in state_names() or bare(w) in demonyms()
            for w in words[1:]
        )


def _trimmed(words: list[str], first: int, last: int) -> int:
    """Return `last` moved before what belongs to the clause and not to the name of a body: في, بـ, و and what
    follows."""
    for k in range(first + 1, last):
        word = words[k]
        if (
            word in ("في", "قرب", "ب")
            or word in TITLES
            or word[0].isdigit()
            or word.startswith("بال")
            or word[0] in "وب"
            and len(word) > 3
            and names.is_plain(word[1:])
            and word not in names.plain_words()
        ):
            return k
    return last


def _head_word(word: str) -> str | None:
    """Return a word that heads a body, without و, ب, ل before it, else None."""
    if not word[0].isalpha():
        return None
    for plain in (
        word,
        "ال" + word[2:] if word.startswith("لل") else "",
        "ال" + word[1:] if word.startswith("لل") else "",
        word[1:] if word[0] in "وفبل" and len(word) > 3 else "",
    ):
        head = head_of(plain) if plain else None
        if head is not None:
            return (
                plain if head.kind in ("organization", "group") and plain.removeprefix("ال") not in DOCUMENTS else None
            )
    return None


def _stem(word: str) -> str:
    plain = bare(word)
    return plain[:-1] if plain.endswith(("ن", "ة")) and len(plain) > 4 else plain


def _alike(one: str, other: str) -> bool:
    """Say whether two words of names are forms of one: الأممية and الأمم."""
    short, long = sorted((one, other), key=len)
    return (
        short == long
        or len(short) >= 3
        and long.startswith(short)
        and len(long) - len(short) <= 2
        or one[:4] == other[:4]
        and len(short) >= 5
        and abs(len(one) - len(other)) <= 2
    )


def joined(document: Document, first: int, last: int) -> int | None:
    """Return where the second of two speakers begins (وزير الخارجية المصري وأمين عام الجامعة), None where there is
    one."""
    words = document.words
    for k in range(first + 1, last):
        word = words[k]
        if word == "بين":  # الاجتماع بين الوزراء ونظرائهم is one
            return None
        if word[0] != "و" or len(word) < 4 or k in document.openings:
            continue
        if word in names.given_names() or word in names.name_words():
            continue
        rest = word[1:]
        head = head_of(rest)
        starts_name = rest in names.given_names() and k + 1 < last
        if head is not None and head.kind == "person" and head.number == "s" and not names.is_name(word) or starts_name:
            return k
    return None
