"""Adjectives of places after an office, told from surnames: الوزير التيماري, الوزير القرشي."""

from __future__ import annotations

from analysis.statements import names
from analysis.statements.roles import stem
from analysis.statements.words import (
    bare,
    is_definite,
)


def surnames(words: list[str]) -> frozenset[str]:
    """Return the words in -ي with article that stand after another name somewhere in the article."""
    return frozenset(
        word
        for before, word in zip(words, words[1:], strict=False)
        if word.endswith("ي")
        and is_definite(word)
        and (before in names.given_names() or names.is_name(before) and not is_definite(before))
    )


def is_adjective(word: str, known: frozenset[str]) -> bool:
    """Say whether a word with article in -ي after an office is an adjective (الوزير التيماري) and no surname of the
    article."""
    return is_definite(word) and word.endswith("ي") and len(word) > 5 and word not in known


def places(vocabulary: frozenset[str]) -> frozenset[str]:
    """Return the stems of the article's adjectives that are made from the names of states and places: التيماري beside
    تيمارا."""
    found = set()
    for word in vocabulary:
        if is_definite(word) and word.startswith("ال") and word.endswith(("ي", "ية")):
            base = bare(word).removesuffix("ة")[:-1]
            for name in (base, base + "ا", base + "يا", base + "ة"):
                if len(base) > 2 and name in vocabulary and names.is_name(name):
                    found.add(stem(word))
    return frozenset(found)
