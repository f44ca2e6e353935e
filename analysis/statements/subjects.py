"""Subjects that stand before their verb: لكن X قال، وكان X أعلن، X الذي هدد."""

from __future__ import annotations

from analysis.statements import phrases
from analysis.text.document import Document

# Words before which a finite verb follows its subject: they open a new clause.
CLAUSE_OPENERS = frozenset("كون بينما لان اذا عندما لكن ولكن غير الا فان وان ان كما فيما بينما حيث كان كانت وكان وكانت وقد قد فقد اما واما ورغم اذ لان".split())


def mute_subject(words: list[str], i: int, start: int) -> bool:
    """Say whether a definite noun that cannot speak stands right before the verb as its subject."""
    k = i
    while k > start and words[k - 1] in ("قد", "لا", "ايضا"):
        k -= 1
    if k <= start:
        return False
    if words[k - 1] in phrases.RELATIVES:
        k -= 1
        return k > start and words[k - 1][0].isalpha()
    return phrases.is_definite(words[k - 1]) and words[k - 1] not in phrases.COMMAS


def is_actor(word: str) -> bool:
    return phrases.head_of(word) is not None or word in phrases.state_names() or phrases.is_name(word)


def subject_before(document: Document, i: int, proclitic: str) -> tuple[int, int] | None:
    """Return the subject that stands before its verb (لكن X قال، وكان X أعلن، رجلا هدد), None where there is none."""
    if proclitic:
        return None
    words = document.words
    k = i
    while k and words[k - 1] in ("قد", "ايضا", "ب", "فقد", "كان"):
        k -= 1
    if k and words[k - 1] in phrases.RELATIVES:
        k -= 1
        while k and words[k - 1] in phrases.COMMAS:
            k -= 1
        return phrase_ending(document, k)
    start = document.sentence_of(i)[0]
    if k and document.openings.get(k - 1) is not None and k == i:
        k -= 1  # محمد بخاري «اعترف بـ…»: the mark opens at the verb, its subject stands before it
    depth = document.depths[k]
    first = k
    while first > start and k - first < 24:
        word = words[first - 1]
        if word in phrases.COMPLEMENTIZERS or word in CLAUSE_OPENERS or word in ("\n", ".", ":", "*") or word in ("فيما", "بينما", "و"):
            break
        if document.depths[first - 1] < depth:
            break
        first -= 1
    if first > start and words[first - 1] in phrases.COMPLEMENTIZERS and words[first - 1] not in ("ان", "فان", "بان"):
        return None
    while first < k and (words[first] in phrases.COMMAS or not words[first][0].isalnum() and first not in document.openings):
        first += 1
    if first >= k or words[first] in phrases.ADJUNCTS:
        return None
    word = words[first]
    if word[0] in "وف" and len(word) > 4 and not phrases.head_of(word) and (phrases.head_of(word[1:]) or word[1:] in phrases.state_names()):
        pass
    elif not phrases.can_speak(word):
        return None
    if word in ("في", "من", "الى", "على", "عن", "بعد", "خلال", "هو", "هي", "انه", "هذا", "هذه"):
        return None
    end = phrases.phrase(document, first, k)
    while end < k and words[end] in phrases.COMMAS and end + 1 < k:
        more = phrases.phrase(document, end + 1, k)
        if more <= end + 1:
            break
        end = more
    return (first, end)


def phrase_ending(document: Document, last: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends before token `last` (the antecedent of الذي)."""
    words = document.words
    first = last
    while first and last - first < 8:
        word = words[first - 1]
        if not word[0].isalnum() or word in phrases.ADJUNCTS or word in phrases.COMPLEMENTIZERS or word in ("في", "من", "الى", "على", "عن", "مع"):
            break
        first -= 1
        if phrases.head_of(words[first]) and not phrases.is_definite(words[first]):
            break
    return (first, last) if first < last else None
