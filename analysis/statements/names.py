"""Names of persons in a text whose names no list knows: where they end, and when two are one."""

from __future__ import annotations

from analysis.statements.vocabulary import (
    COMPOUND_ENDS,
    CONNECTORS,
    NO_NAME,
    common_words,
    content_nouns,
    given_names,
    is_name,
    is_plain,
    is_verb,
    name_words,
    plain_words,
)
from analysis.statements.words import (
    ADJUNCTS,
    COMPLEMENTIZERS,
    RELATIVES,
    bare,
    demonyms,
    head_of,
    is_definite,
    state_names,
)
from analysis.text import key
from analysis.text.document import Document

__all__ = [
    "CONNECTORS",
    "COMPOUND_ENDS",
    "NO_NAME",
    "common_words",
    "content_nouns",
    "given_names",
    "is_name",
    "is_plain",
    "is_verb",
    "name_words",
    "plain_words",
    "begins_with_hamza",
    "name_end",
    "trailing",
    "content_noun",
    "name_key",
    "similar",
    "contains",
]


def begins_with_hamza(document: Document, i: int) -> bool:
    """Say whether what looks like an article at token `i` is the beginning of a name: ألفونسو, إلياس."""
    start, _ = document.span(i, i + 1)
    return document.words[i].startswith("ال") and document.folded.original[start] in "أإآ"


def name_end(words: list[str], first: int, limit: int, *, hamza: bool = False) -> int:
    """Return the end of the run of name words that begins at token `first`.

    Args:
        hamza: the first word begins with ألـ or إلـ and no article.
    """
    i = first
    while i < limit:
        word = words[i]
        if (
            i > first
            and is_name(words[i - 1])
            and _is_surname(words[i - 1])
            and not _is_surname(word)
            and word not in CONNECTORS
            and word not in COMPOUND_ENDS
        ):
            # A name with article ends a name: عادل الجبير | سامح شكري; ألفونسو ماريدا only looks like it.
            if not (hamza and i == first + 1):
                break
        if i > first and word[0] in "لبكف" and _is_foreign(word) and not is_verb(word) and _ends(words, i + 1):
            i += 1
            break
        if i > first and (word.endswith(("يين", "يون")) and is_definite(word) or word == "الامين" and words[i + 1 : i + 2] == ["العام"]):
            break  # عباس | الإسرائيليين, زيد أبو زيد | الأمين العام
        if i > first and word[0] == "و" and len(word) > 3 and word not in name_words():
            break  # a second name after و: كورفان وشنداليا
        if is_name(word) or i > first and word in COMPOUND_ENDS:
            i += 1
        elif word == "-" and i > first and i + 1 < limit and is_name(words[i + 1]):
            i += 1
        elif (
            i == first + 1
            and _is_surname(word)
            and words[first] in given_names()
            and word not in ADJUNCTS
            and word not in NO_NAME
            and (_ends(words, i + 1) or not is_definite(words[i + 1]) and head_of(words[i + 1]) is None)
        ):
            i += 1  # طارق العدلي, سامي القاضي: an ordinary word with article right after a given name
        elif (
            i > first
            and words[i - 1] in ("عبد", "ال", "ابو", "ابي", "ابن", "بن", "ام")
            and word[0].isalpha()
            and word not in NO_NAME
        ):
            i += 1  # whatever follows عبد, آل, أبو belongs to the name, an ordinary word too
        else:
            break
    while i > first + 1 and words[i - 1] in ("بن", "ابن", "ال", "-", "ابو", "ابي", "عبد", "ام"):
        i -= 1
    return i


def _is_foreign(word: str) -> bool:
    """Say whether a word is plain only by its first letter, which a proclitic could be: لانس, بيكر."""
    rest = word[1:]
    return (
        len(word) > 3
        and word not in plain_words()
        and word not in NO_NAME
        and word not in ADJUNCTS
        and head_of(rest) is None
        and rest not in state_names()
        and not word.startswith(("لل", "بال"))
    )


def _ends(words: list[str], i: int) -> bool:
    """Say whether a name ends before token `i` for certain: before a mark, a clause or a verb."""
    return (
        i >= len(words)
        or not words[i][0].isalnum()
        or words[i] in COMPLEMENTIZERS
        or words[i] in RELATIVES
        or is_verb(words[i])
    )


def trailing(words: list[str], first: int, limit: int) -> int:
    """Return the end of a name made of ordinary words after a closed title (الحكومة اليمنية راجح بادي،), else `first`.

    Nothing else without an article can follow a definite noun up to the end of its phrase.
    """
    i = first
    while i < limit and i < first + 5:
        word = words[i]
        if not word[0].isalpha() or word in COMPLEMENTIZERS:
            break
        last_one = i > first and word.startswith("ال")
        if (
            word in ADJUNCTS
            or word in NO_NAME
            or word in RELATIVES
            or head_of(word) is not None
            or content_noun(word)
            or len(word) < 3
        ):
            return first
        if (
            word.startswith(("ال", "لل", "بال", "وال"))
            and not last_one
            or word.endswith(("ة", "ات", "ا", "ون", "ين"))
            and not is_name(word)
            or bare(word) in demonyms()
        ):
            return first
        if word[0] in "وفبل" and not is_name(word) and word not in plain_words():
            return first
        i += 1
    closed = i >= limit or words[i] in '،,؛:(«“"-–.\n' or words[i] in COMPLEMENTIZERS
    return i if closed and i - first >= 2 else first


def content_noun(word: str) -> bool:
    """Say whether a folded word, with or without article, begins a noun complement."""
    return bare(word) in content_nouns()


def _is_surname(word: str) -> bool:
    return word.startswith("ال") and len(word) > 4 and word not in COMPOUND_ENDS


def name_key(words: list[str]) -> tuple[str, ...]:
    """Return the words of a name as compared: folded further, without article, عبد joined to what follows."""
    out: list[str] = []
    for word in words:
        plain = key(
            word[2:]
            if word.startswith("ال") and len(word) > 4
            else word[3:]
            if word.startswith("وال") and len(word) > 5
            else word
        )
        if out and out[-1] in ("عبد", "ابو", "ابن", "ال"):
            out[-1] += plain
        elif plain.isalnum() and plain not in ("بن", "بنت") and not (plain == "و"):
            out.append(plain)
    return tuple(out)


def similar(one: str, other: str) -> bool:
    """Say whether two words of names are spellings of one: equal, or long and one letter apart (سلومنك is not
    سلومنسكي)."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 5 or len(long) - len(short) > 1 or short[0] != long[0]:
        return False
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1
    k = next((k for k, letter in enumerate(short) if letter != long[k]), len(short))
    return short[k:] == long[k + 1 :]


def contains(full: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Say whether every word of a shorter name is in the fuller one, spelling variants included."""
    return bool(short) and all(any(similar(a, b) for b in full) for a in short)
