"""Noun phrases that can name a source: which words begin them, and what stands before them."""

from __future__ import annotations

from analysis.statements import cues, names
from analysis.statements.adjuncts import (
    after_abbreviations,
    after_adjuncts,
    has_tanween,
    is_firm,
)
from analysis.statements.extents import (
    ABBREVIATIONS,
    LONGEST,
    WITH_PREPOSITION,
    addresses,
    has_pronoun,
    phrase,
)
from analysis.statements.names import (
    common_words,
    content_nouns,
    given_names,
    is_name,
    is_plain,
    is_verb,
    name_end,
    name_key,
    name_words,
    plain_words,
)
from analysis.statements.words import (
    ADDRESSEES,
    ADJUNCTS,
    ADVERBIAL_BEFORE_AN,
    COMMAS,
    COMPLEMENTIZERS,
    DOCUMENTS,
    HONORIFICS,
    MEDIA,
    OCCASIONS,
    QUANTIFIERS,
    RELATIVES,
    TITLES,
    Head,
    bare,
    demonyms,
    head_of,
    heads,
    is_definite,
    is_occasion,
    state_at,
    state_names,
)
from analysis.text.document import Document

__all__ = [
    "ADDRESSEES",
    "ADJUNCTS",
    "ADVERBIAL_BEFORE_AN",
    "COMMAS",
    "COMPLEMENTIZERS",
    "DOCUMENTS",
    "MEDIA",
    "OCCASIONS",
    "QUANTIFIERS",
    "RELATIVES",
    "TITLES",
    "WITH_PREPOSITION",
    "ABBREVIATIONS",
    "Head",
    "addresses",
    "bare",
    "can_speak",
    "common_words",
    "content_nouns",
    "cues",
    "demonyms",
    "given_names",
    "has_pronoun",
    "has_tanween",
    "head_of",
    "heads",
    "is_definite",
    "is_name",
    "is_plain",
    "is_verb",
    "name_end",
    "name_key",
    "name_words",
    "phrase",
    "plain_words",
    "state_names",
    "subject",
]


def subject(document: Document, first: int, last: int) -> tuple[int, int] | None:
    """Return the source phrase that begins at token `first`, or None where no phrase begins there.

    The phrase ends before adjuncts (أمس، في بيان), clauses, quotations, commas — but goes on over a comma
    into an apposition that names or titles the same person (جون كيري، المتحدث باسم الخارجية). Adjuncts
    before it are passed over (قال أمس لـ«عكاظ» المتحدث).
    """
    words = document.words
    firm = is_firm(document, last)
    i = first
    if i < last and words[i] in COMMAS:  # قالت، عصر الخميس، وزارة الخارجية: a parenthesis before the subject
        j = next((k for k in range(i + 1, min(last, i + 12)) if words[k] in COMMAS), None)
        if j is None:
            return None
        i = j + 1
    i = after_abbreviations(words, i, last)
    after = after_adjuncts(document, i, last)
    if after > i:
        if after >= last or not _strong(words, after, last):
            return None
        i = after
    quotation = document.openings.get(i) if i < last else None
    if quotation is not None:
        return (i, quotation.last) if quotation.words <= 5 and quotation.last <= last else None
    if i < last and has_tanween(document, i) and head_of(words[i]) is None:
        return None
    if i < last and words[i].startswith("لل") and not is_name(words[i]):
        return None  # أكد للمسؤولين: to whom
    titled = i + 1 < last and words[i] in HONORIFICS and is_name(words[i + 1])
    if i >= last or not (titled or _begins(words[i]) or firm and _may_begin(words, i)):
        return None
    end = phrase(document, i, last, firm=firm)
    head = head_of(words[i])
    if head and head.kind == "person":
        end = max(end, to_name(document, i, last))
    body = head is not None and head.kind in ("organization", "state", "group")
    if head and head.kind == "person":
        named = unlisted_name(words, end, last)
        if named > end:
            return i, named
    while end < last - 1 and words[end] in COMMAS and begins_apposition(document, end + 1):
        after = head_of(words[end + 1])
        if body and (words[end + 1] in HONORIFICS or after is not None and after.kind == "person"):
            break  # نعت الإمارة، الشيخ فلان: no apposition, an object
        more = phrase(document, end + 1, last, firm=firm)
        if more <= end + 1:
            break
        end = more
    return (i, end) if end > i else None


def _strong(words: list[str], i: int, last: int) -> bool:
    """Say whether a source surely begins at token `i`: a head, a name, a state."""
    word = words[i]
    name = is_name(word) and (word[0] not in "بل" or word in name_words() or i + 1 < last and is_name(words[i + 1]))
    return head_of(word) is not None or word in given_names() or state_at(words, i, last) > i or name


def _may_begin(words: list[str], i: int) -> bool:
    """Say whether a word that no list knows can begin a source, where the content begins right after it."""
    word = words[i]
    if (
        not word[0].isalpha()
        or word in ADJUNCTS
        or word in RELATIVES
        or word in COMPLEMENTIZERS
        or len(word) < 3
        or is_verb(word)
    ):
        return False
    if (
        word in content_nouns()
        or word in ("في", "من", "ذلك", "انه", "انها", "نفسه", "اكثر", "كل")
        or word.endswith(("ا", "ه", "ها", "هم"))
        and not is_definite(word)
    ):
        return False
    return not (
        word[0] in "بلكوف"
        and (word[1:] in plain_words() or bare(word[1:]) in plain_words() or word.startswith(("لل", "بال")))
        and word not in plain_words()
    )


def can_speak(word: str) -> bool:
    """Say whether a source can begin with this folded word: a head, a state, a name, people in the plural, a
    quantifier."""
    if head_of(word) or word in state_names() or word in given_names() or word in QUANTIFIERS or is_name(word):
        return True
    plain = bare(word)
    return (
        len(plain) > 4
        and plain.endswith(("ون", "يين", "يو"))
        or len(plain) > 5
        and plain.endswith("ين")
        and is_definite(word)
    )


def _begins(word: str) -> bool:
    if (
        not word[0].isalnum()
        or word in ADJUNCTS
        or word in RELATIVES
        or word in COMPLEMENTIZERS
        or word in ("في", "من")
    ):
        return False
    if word[0].isalpha() and not can_speak(word) and not (word.startswith(("لل", "ل")) and head_of(word[1:])):
        return False
    if head_of(word) or word in state_names() or word in given_names():
        return True
    if is_verb(word):
        return False
    if word[0] in "بلك" and word not in common_words() and bare(word[1:]) in common_words():
        return False
    if word[0] in "وف" and is_plain(word) and word not in common_words():
        return False
    return not word[0].isdigit() or len(word) < 5


def to_name(document: Document, first: int, last: int) -> int:
    """Return the end of the name that a long title leads to (المتحدث … بمنطقة جازان الرائد يحيى القحطاني), else
    `first`."""
    words = document.words
    i = first + 1
    while i < min(last, first + LONGEST):
        word = words[i]
        if (
            word in COMMAS
            or word in COMPLEMENTIZERS
            or word in RELATIVES
            or not (word[0].isalpha() or word in '"«»“”()')
            or is_verb(word)
        ):
            return first
        if (
            word[0] == "ل"
            and addresses(word)
            or word in MEDIA
            and head_of(words[i - 1]) is None
            and words[i - 1] not in ("في", "من", "عن")
            or is_occasion(word)
            and words[i - 1] in ("في", "خلال")
            or word in ("امس", "اليوم", "ان", "خلال")
        ):
            return first
        # An attached و begins somebody else: ونظيره الروسي سيرغي لافروف.
        if (
            word[0] == "و"
            and len(word) > 3
            and word not in given_names()
            and head_of(word[1:])
            and head_of(word[1:]).kind == "person"
        ):
            return first
        if (
            word in TITLES
            or word in given_names()
            and not is_definite(word)
            or is_name(word)
            and i + 1 < last
            and is_name(words[i + 1])
            and not is_definite(word)
        ):
            j = i + 1 if word in TITLES else i
            end = name_end(words, j, last) if j < last and is_name(words[j]) else j
            if end > j and (end - j >= 2 or word in TITLES or word in given_names()):
                return end
            if (
                word in TITLES
                and j < last
                and words[j][0].isalpha()
                and words[j] not in ADJUNCTS
                and not is_definite(words[j])
            ):
                return min(last, phrase(document, j, last) if j + 1 < last else last)
        i += 1
    return first


def unlisted_name(words: list[str], comma: int, last: int) -> int:
    """Return the end of a name between commas after a title, whatever words it is made of (المتحدث باسمها، نبيه أبو عرة،),
    else `comma`."""
    if comma >= last or words[comma] not in COMMAS:
        return comma
    end = next((k for k in range(comma + 1, min(len(words), comma + 6)) if words[k] in COMMAS), comma)
    name = words[comma + 1 : end]
    named = len(name) >= 2 and all(
        w[0].isalpha()
        and w not in ADJUNCTS
        and w not in COMPLEMENTIZERS
        and w not in RELATIVES
        and w not in names.NO_NAME
        and head_of(w) is None
        and not (w[0] in "وفبل" and is_plain(w[1:]))
        and (not w.endswith(("ة", "ات", "ين", "ون")) or before in names.CONNECTORS)
        for before, w in zip(["", *name], name, strict=False)
    )
    return end if named and not is_definite(name[0]) and not is_verb(name[0]) and end <= last else comma


def begins_apposition(document: Document, i: int) -> bool:
    word = document.words[i]
    if (
        word in ADJUNCTS
        or word in COMPLEMENTIZERS
        or word in RELATIVES
        or not word[0].isalpha()
        or word in ("في", "من", "وهو")
    ):
        return False
    return bool(head_of(word)) or word in given_names() or is_name(word)
