"""To whom a statement was made and on what occasion: لـ«الشرق الأوسط»، للصحافيين؛ في مؤتمر صحافي، خلال لقائه الوزير."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.statements import phrases
from analysis.statements.drafts import Draft
from analysis.statements.names import given_names, is_verb
from analysis.statements.words import (
    ADDRESSEES,
    COMMAS,
    COMPLEMENTIZERS,
    MEDIA,
    RELATIVES,
    TIMES,
    head_of,
    is_occasion,
    state_at,
)
from analysis.text.document import Document

# Verbs whose plain object is spoken to.
SPEAK_TO = frozenset(
    "دعا طالب ناشد حث حض نصح أمر حذر نبه أنذر هدد توعد أمهل وعد طمأن أخبر أبلغ أخطر أطلع ذكّر سأل هنأ ألزم شكر".split()
)
PLACES = frozenset("في خلال اثناء عقب عبر بعد قبل قبيل لدى بمناسبة".split())
LONGEST = 16


def addressee(document: Document, draft: Draft) -> tuple[int, int] | None:
    """Return the tokens that name whom the speaker addresses, without ل where it stands apart, or None."""
    words = document.words
    for first, last in _beside(document, draft):
        i = first
        while i < last:
            word = words[i]
            if word == "ل" and i + 1 in document.openings and document.openings[i + 1].last <= last:
                quotation = document.openings[i + 1]
                return quotation.inner_first, quotation.inner_last
            if _is_addressed(word):
                return i, _end(document, i, last)
            # في مقابلة مع قناة …, في حديث إلى الصحيفة
            if (
                word in ("مع", "الى")
                and i > first
                and is_occasion(words[i - 1])
                and i + 1 < last
                and _can_be_told(document, i + 1, last)
            ):
                return i + 1, _end(document, i + 1, last)
            i = document.openings[i].last if i in document.openings else i + 1
    return _object(document, draft)


def venue(document: Document, draft: Draft) -> tuple[int, int] | None:
    """Return the tokens that name the occasion or medium of a statement, with the preposition before them, or None."""
    words = document.words
    for first, last in [*_beside(document, draft), *_around(document, draft)]:
        for i in range(first, last - 1):
            if words[i] == "على" and words[i + 1] in ("هامش", "حسابه", "حسابها", "موقعه", "موقعها", "صفحته", "صفحتها"):
                return i, _end_of_clause(document, i + 2, last)
            if (
                words[i].removeprefix("و") in PLACES
                and is_occasion(words[i + 1])
                and words[i + 1] not in ("هذا", "هذه", "ذلك", "ظل", "نفس", "ذات", "وقت", "سياق", "اول")
            ):
                return i, _end_of_clause(document, i + 2, last)
    return None


def _beside(document: Document, draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield the tokens between cue and content, or after a cue that follows its content."""
    cue, content = draft.cue[1], draft.content[0][0]
    if content >= cue:
        yield cue, content
    else:
        yield cue, min(document.sentence_of(draft.cue[0])[1], cue + LONGEST)


def _around(document: Document, draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield the tokens from the sentence's beginning to the cue, and the clause after the content (…، وذلك خلال لقائه
    …)."""
    first, last = document.sentence_of(draft.cue[0])
    start = max(first, draft.cue[0] - LONGEST)
    if start < draft.cue[0]:
        yield start, draft.cue[0]
    after = draft.content[-1][1]
    if after < last:
        yield after, min(last, after + LONGEST)


def _is_addressed(word: str) -> bool:
    """Say whether an attached ل names somebody spoken to: للصحافيين, لوكالة, لنظيره."""
    if not word.startswith("ل") or len(word) < 4 or head_of(word) is not None or word in given_names():
        return False
    rest = "ال" + word[2:] if word.startswith("لل") else word[1:]
    head = head_of(rest)
    return (
        rest in ADDRESSEES
        or rest in MEDIA
        or head is not None
        and head.kind in ("person", "group")
        and head_of(word[1:]) is not None
    )


def _can_be_told(document: Document, i: int, last: int) -> bool:
    word = document.words[i]
    return (
        i in document.openings
        or head_of(word) is not None
        or word in ADDRESSEES
        or word in given_names()
        or state_at(document.words, i, last) > i
    )


def _end(document: Document, first: int, last: int) -> int:
    """Return the end of the name that begins at token `first`, a name in quotation marks included."""
    words = document.words
    if first in document.openings:
        return min(document.openings[first].last, last)
    i = first + 1
    while i < last and i < first + 8:
        word = words[i]
        if i in document.openings and document.openings[i].words <= 4 and document.openings[i].last <= last:
            i = document.openings[i].last
            continue
        if (
            not word[0].isalpha()
            or word in phrases.ADJUNCTS
            or word in TIMES
            or word in COMPLEMENTIZERS
            or word in RELATIVES
            or is_verb(word)
        ):
            break
        # A second noun after a closed one is the subject: قال للصحافيين المتحدث باسم …
        if phrases.is_definite(words[i - 1]) and head_of(word) is not None:
            break
        i += 1
    return i


def _end_of_clause(document: Document, i: int, last: int) -> int:
    """Return where an adverbial ends: before a mark, a clause or a verb."""
    words = document.words
    first = i
    while i < last and i < first + LONGEST:
        word = words[i]
        if (
            word in COMMAS
            or word in COMPLEMENTIZERS
            or word in RELATIVES
            or word in (".", ":", "\n", "(", ")")
            or word.startswith("..")
            or is_verb(word)
        ):
            break
        if i in document.openings and document.openings[i].words > 5:
            break
        i += 1
    return i


def _object(document: Document, draft: Draft) -> tuple[int, int] | None:
    """Return the plain object of a verb such as دعا or أبلغ, between its subject and its content."""
    form, words = draft.form, document.words
    if form is None or form.lemma not in SPEAK_TO or form.shape == "noun" or form.attached:
        return None
    first, content = draft.cue[1], draft.content[0][0]
    if draft.source is not None and draft.source[0] >= first:
        first = draft.source[1]
    while first < content and (words[first] in COMMAS or words[first] in TIMES):
        first += 1
    if (
        first >= content
        or words[first] in phrases.ADJUNCTS
        or not _can_be_told(document, first, content)
        and not phrases.can_speak(words[first])
    ):
        return None
    return first, phrases.phrase(document, first, content, firm=True)
