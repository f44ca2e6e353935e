"""Noun complements: words with which an object of speech begins (أعلن استئناف …، دعا إلى وقف …)."""

from __future__ import annotations

import re
from functools import cache

from analysis.statements import phrases

# Verbal nouns by their patterns: تفعيل, إفعال, افتعال, انفعال, استفعال, مفاعلة, تفاعل.
MASDAR = re.compile("^(?:ت..ي.|ت.ا..|ا..ا.|ا...ا.|است..ا.|است.ا.ة|م.ا..ة|ت..ي.ة|ا.ا.ة|رعاية|زيارة|حملة)(?:ات)?(?:ه|ها|هم)?$")


@cache
def is_masdar(word: str) -> bool:
    """Say whether a folded word without article has the pattern of a verbal noun and is no name, head or plural."""
    return bool(MASDAR.match(word)) and not word.startswith("ال") and word not in phrases.name_words() and phrases.head_of(word) is None and phrases.is_plain(word)


WHEN_SAID = frozenset("امس اليوم غدا مساء صباح ظهر فجر ليل".split())
WEEKDAYS = frozenset("احد اثنين ثلاثاء اربعاء خميس جمعة سبت".split())


def begins_object(words: list[str], i: int, after: int) -> bool:
    """Say whether a noun complement begins here: a verbal noun that the word before it does not govern."""
    word, previous = words[i], words[i - 1]
    if is_content_noun(word):
        # A noun without article before it governs it (لعدم وجود, رئيس مجلس إدارة), unless that noun ends an adjunct (في بيان).
        governed = (
            i > after and previous[0].isalpha() and not phrases.is_definite(previous) and phrases.bare(previous) in phrases.common_words()
            and not phrases.is_definite(word) and previous not in phrases.name_words() and phrases.bare(previous) not in phrases.demonyms()
            and words[i - 2] not in ("في", "خلال", "عقب", "بعد") and previous not in phrases.ADJUNCTS
        )
        return not governed
    if word.startswith("ال") and is_masdar(word[2:]) and (previous in WHEN_SAID or phrases.bare(previous) in WEEKDAYS):
        return True
    if not is_masdar(word):
        return False
    return (
        i == after or phrases.is_definite(previous) or previous in phrases.COMMAS or previous in phrases.state_names()
        or previous in phrases.name_words() or previous in ("امس", "اليوم", "»", "”", '"', ")") or previous[:4].isdigit()
    )


@cache
def is_content_noun(word: str) -> bool:
    """Say whether a folded word begins a noun complement: bare, with its article, or with the speaker's pronoun (دعمه)."""
    nouns = phrases.content_nouns()
    if word in nouns or (word.startswith("ال") and len(word) > 5 and word[2:] in nouns):
        return True
    return any(word.endswith(p) and (word[: -len(p)] in nouns or word[: -len(p) - 1] + "ة" in nouns) for p in ("ه", "ها", "هم") if len(word) > len(p) + 2)
