"""What stands between a verb and its subject: times, addressees, occasions; and where content begins for sure."""

from __future__ import annotations

from analysis.statements.extents import (
    ABBREVIATIONS,
    addresses,
)
from analysis.statements.words import (
    COMMAS,
    COMPLEMENTIZERS,
    OCCASIONS,
    TIMES,
)
from analysis.text.document import Document


def after_abbreviations(words: list[str], i: int, last: int) -> int:
    """Return the first token after abbreviated titles at token `i`: أ. د. محمد."""
    while i + 2 < last and words[i] in ABBREVIATIONS and words[i + 1] == ".":
        i += 2
    return i


def has_tanween(document: Document, i: int) -> bool:
    """Say whether the word at token `i` is written with the tanween of an accusative (علناً), which no name has."""
    return document.words[i].endswith("ا") and "\u064b" in document.folded.original[slice(*document.span(i, i + 1))]


def is_firm(document: Document, last: int) -> bool:
    """Say whether the words before token `last` end there for sure: content begins with it."""
    words = document.words
    if last >= len(words):
        return False
    return (
        words[last] in COMPLEMENTIZERS
        or words[last] in (":", "الى", "على", "عن", "من", "ب", "في")
        or words[last].startswith("..")
        or last in document.openings
    )


def after_adjuncts(document: Document, i: int, last: int) -> int:
    """Return the first token after adjuncts at token `i`: times, addressees (لـ«عكاظ»، للصحافيين), pronouns (به),
    occasions."""
    words = document.words
    start = i
    while i < last and i < start + 16:
        word = words[i]
        if (
            word in TIMES
            or word
            in (
                "به",
                "بها",
                "فيه",
                "فيها",
                "له",
                "لها",
                "لهم",
                "ان",
                "عليه",
                "عليها",
                "اليه",
                "اليها",
                "عنه",
                "عنها",
                "منه",
                "منها",
            )
            or word in COMMAS
            and i > start
        ):
            i += 1
        elif word == "(" and i > start:
            close = next((k for k in range(i + 1, min(last, i + 8)) if words[k] == ")"), None)
            if close is None:
                return i
            i = close + 1
        elif word == "ل" and i + 1 < last and i + 1 in document.openings:
            i = document.openings[i + 1].last
        elif word.startswith("ل") and addresses(word):
            i += 1
            while i < last and (
                i in document.openings
                and document.openings[i].words <= 4
                or words[i] in ("فرانس", "برس", "رويترز", "الاعلام", "العربية", "المحلية")
            ):
                i = document.openings[i].last if i in document.openings else i + 1
        elif (
            word in ("في", "خلال", "عبر", "عقب", "على") and i + 1 < last and (words[i + 1] in OCCASIONS or word != "في")
        ):
            j = next((k for k in range(i + 1, min(last, i + 12)) if words[k] in COMMAS), None)
            if j is None:
                return i
            i = j + 1
        else:
            break
    return min(i, last)
