"""Who does what in a sentence: the subjects of its clauses, for statements that have no subject of their own."""

from __future__ import annotations

from analysis.statements import names, phrases
from analysis.statements.words import (
    ADJUNCTS,
    COMMAS,
    COMPLEMENTIZERS,
    HONORIFICS,
    RELATIVES,
    head_of,
    is_definite,
    state_at,
)
from analysis.text.document import Document

# Words that open a clause with its subject before its verb: لكن الوزير رفض, أما المبعوث فاعتبر.
OPENERS = frozenset("لكن ولكن اما واما غير الا بيد فيما بينما حيث اذ ان الى جانب و".split())
AUXILIARIES = frozenset(
    "كان كانت وكان وكانت كانوا قد وقد فقد لقد لم ولم لا ولا لن ولن ما سوف ليس ليست تم يتم وتم".split()
)
LONGEST = 400  # tokens of a sentence that are read


def subjects(
    document: Document, first: int, last: int, skip: list[tuple[int, int]], known
) -> list[tuple[int, tuple[int, int], bool]]:
    """Return the expressed subjects of a sentence's clauses in their order: position, tokens, whether it is the main
    one.

    Args:
        skip: token ranges whose clauses are somebody's words, in order.
        known: function that says whether a name begins at a token (a person whom the article names).
    """
    words = document.words
    last = min(last, first + LONGEST)
    found: list[tuple[int, tuple[int, int], bool]] = []
    i = verb_at = clause_begins(words, first, last)
    before = noun_first(document, i, last, known)
    if before is not None:
        found.append((i, before, True))
        i = before[1]
        verb_at = -1
    stop = 0
    for k in range(i, last):
        if k < stop:
            continue
        skipped = next((end for start, end in skip if start <= k < end), None)
        if skipped is not None:
            stop = skipped
            continue
        word, previous = words[k], words[k - 1] if k else "\n"
        if before is not None and k == i:  # the verb of the noun before it
            continue
        opens = k == verb_at or previous in COMMAS or previous in AUXILIARIES or word[0] in "وف" and len(word) > 3
        if opens and previous in COMMAS and word in OPENERS:
            j = clause_begins(words, k, last)
            before = noun_first(document, j, last, known)
            if before is not None:
                found.append((j, before, True))
                stop = before[1]
                continue
        person = word[0].isalpha() and _before_person(words, k, last, known)
        person = person and (k == verb_at or previous in COMMAS or names.is_verb(word, expected=True))
        was = (
            word in ("كان", "كانت", "وكان", "وكانت")
            and k + 1 < last
            and (k + 1 in document.openings or head_of(words[k + 1]) is not None)
        )
        if word in AUXILIARIES and not person and not was or not word[0].isalpha():
            continue
        if not was and not names.is_verb(word, expected=opens or person) and not (opens and person):
            continue
        subject = phrases.subject(document, k + 1, min(last, k + 40))
        if subject is not None and _fits(word, words[subject[0]]):
            found.append((k, subject, opens))
    return found


def _before_person(words: list[str], k: int, last: int, known) -> bool:
    """Say whether a person follows a word, so that it is a verb at the beginning of a sentence: وبادله وزير …, وقبلت
    الحاجة فطوم …"""
    if (
        k + 1 >= last
        or words[k] in ADJUNCTS
        or words[k] in COMPLEMENTIZERS
        or head_of(words[k])
        or head_of(words[k][1:])
        or words[k] in names.name_words()
        or len(words[k]) < 3
        or is_definite(words[k])
        or words[k].endswith(("ة", "ات", "ا"))
    ):
        return False
    head = head_of(words[k + 1])
    return (
        words[k + 1] in HONORIFICS
        or head is not None
        and head.kind == "person"
        or words[k + 1] in names.given_names()
        or known(k + 1)
    )


def clause_begins(words: list[str], first: int, last: int) -> int:
    """Return the first token after marks and words such as لكن, غير أن, من جهته."""
    i = first
    while (
        i < last and (not words[i][0].isalnum() or words[i] in OPENERS or words[i] in ("انه", "انها")) and i < first + 8
    ):
        i += 1
    return i


def noun_first(document: Document, i: int, last: int, known) -> tuple[int, int] | None:
    """Return the noun phrase that a clause begins with, where it can be the subject of a verb after it."""
    words = document.words
    if i >= last or words[i] in ADJUNCTS or words[i] in RELATIVES or words[i] in COMPLEMENTIZERS:
        return None
    word = words[i]
    plain = word[1:] if word[0] in "وف" and len(word) > 3 else word
    about = i > 0 and words[i - 1] in ("اما", "واما") and word[0].isalpha()
    begins = (
        about
        or head_of(word)
        or head_of(plain)
        or word in names.given_names()
        or state_at(words, i, last) > i
        or known(i)
    )
    if not begins or names.is_verb(word, expected=True) and not head_of(word):
        return None
    end = phrases.phrase(document, i, min(last, i + 40))
    head = head_of(plain)
    if head is not None and head.kind == "person":
        end = max(end, phrases.to_name(document, i, min(last, i + 40)))
    return (i, end) if end > i else None


def _fits(verb: str, noun: str) -> bool:
    """Say whether noun and verb agree in gender as subject and verb must where nothing stands between."""
    head = head_of(noun)
    if head is None or head.kind != "person":
        return True
    base = verb[1:] if verb[0] in "وف" else verb
    feminine = base.endswith(("ت", "تها", "ته", "تهم")) or base.startswith("ت") and not base.endswith(("ا", "وا"))
    return feminine == (head.gender == "f") or head.gender == "m" and base.startswith("ت")
