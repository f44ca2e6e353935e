"""The side of a bare weekday or month: does the clause look back, or forward?

Arabic marks the coming by a prefix or a word (سيلتقي، سوف، من المقرر) and by the imperfect of verbs that
announce (تنطلق الجمعة). Everything else in the news is past. The nearest sign to the left decides.
"""

from __future__ import annotations

import re

from analysis.dates import lexicon

REACH, AFTER = 110, 30  # characters before and after a date that are read
OPENING = 2  # words before a date that opens its clause
_BREAK = re.compile(r"[.\n!؟?؛]")


def _signs() -> re.Pattern[str]:
    """Compile the signs of a coming (group 1) and of a past (group 2) event.

    Past are the words of the table, and a verb of three letters or more in the feminine (أظهرت, اتفقت): a word
    that ends in ت without a long vowel before it, which few nouns do.
    """
    coming = lexicon.alternatives(lexicon.words("coming"))
    past = lexicon.alternatives(lexicon.words("gone"))
    nouns = lexicon.alternatives(lexicon.words("no coming verb"))
    still = lexicon.alternatives(lexicon.words("no past verb"))
    return re.compile(
        rf"(?<!\w)(?:(?![وف]?(?:{nouns}))([وف]?س[ينت]\w{{3,}}|[وف]?(?:{coming}))(?!\w)"
        rf"|([وف]?(?:{past})(?!\w)|(?![وف]?(?:ال|ت|ي|ب|ك|ل|{still}(?!\w)))\w{{2,}}[^\W\dاويىة]ت(?!\w)))"
    )


SIGNS = _signs()


def clause_before(text: str, start: int, reach: int = REACH) -> str:
    """Return the text between the last full stop or line break and `start`, at most `reach` characters."""
    left = text[max(0, start - reach) : start]
    breaks = [m.end() for m in _BREAK.finditer(left)]
    return left[breaks[-1] :] if breaks else left


def side(text: str, start: int, end: int) -> int:
    """Return 1 where the clause of a date at [start, end) looks forward, -1 where back, 0 unknown.

    The nearest sign before the date decides; where none is and the date opens the clause, the first after it (وفي
    يناير أعلن).
    """
    found = 0
    before = clause_before(text, start)
    for sign in SIGNS.finditer(before):
        found = 1 if sign.group(1) else -1
    if found or len(before.split()) > OPENING:
        return found
    right = _BREAK.split(text[end : end + AFTER], maxsplit=1)[0]
    sign = SIGNS.search(right)
    return 0 if sign is None else 1 if sign.group(1) else -1
