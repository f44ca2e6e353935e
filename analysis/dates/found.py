"""What a reader of date expressions returns, and how readers look at the words around a trigger.

A reader takes (text, start, end, word, written): the folded text, the folded span of the trigger word and
the day of writing or None. It returns a Found, or None where the words are no date or cannot be resolved.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.dates import grammar
from analysis.dates.calendars import Period


@dataclass(frozen=True, slots=True)
class Found:
    """A date in the folded text.

    Attributes:
        start, end: folded half-open span.
        period: what it means.
        absolute: the words alone fix it, without the day of writing.
        month_day: (month, day) where the year is missing and no relation gives it, else None.
    """

    start: int
    end: int
    period: Period
    absolute: bool = False
    month_day: tuple[int, int] | None = None


def word_before(text: str, start: int) -> str:
    """Return the word that ends directly before `start`, without و, or an empty string."""
    found = grammar.WORD_BEFORE.search(text, max(0, start - 30), start)
    return found.group(1) if found else ""


def among(word: str, table) -> bool:
    """Say whether `word` is in `table`, as it stands or without a proclitic و، ف، ب، ل."""
    return word in table or word[:1] in "وفبل" and word[1:] in table


def stretched(text: str, start: int) -> int:
    """Return the start of "day", "month" or "this" that stands directly before `start`, else `start`."""
    found = grammar.GLUED_BEFORE.search(text, max(0, start - 16), start)
    return found.start(1) if found else start
