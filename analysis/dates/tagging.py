"""Finding the dates of a text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from analysis.dates import days, grammar, months, resolution, units, windows, years
from analysis.dates.found import Found
from analysis.text import Folded, fold

READERS = {
    "offset": days.offset,
    "weekday": days.weekday,
    "month": months.month,
    "unit": units.unit,
    "season": units.season,
    "year": years.year,
    "number": years.number,
    "ago": windows.ago,
    "window": windows.window,
    "counted": windows.counted_window,
}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression.

    Attributes:
        start, end: half-open span in the original text.
        text: the words.
        value: in the forms of the guidelines (YYYY-MM-DD, YYYY-MM, YYYY, YYYY-Qn, YYYY-Www, START/END).
        earliest, latest: first and last day that it covers, both included.
        granularity: day, week, month, quarter, half, season, year or range.
        calendar: of the words: gregorian or hijri.
    """

    start: int
    end: int
    text: str
    value: str
    earliest: date
    latest: date
    granularity: str
    calendar: str


def tag(text: str, written: date | None, *, folded: Folded | None = None) -> list[DateMention]:
    """Return the dates of `text` in order; they do not overlap.

    Args:
        text: an article, any length; the time is linear in it.
        written: the day of writing. Without it (None) only absolute dates are found: a relative one that
            nothing resolves is left out.
        folded: `fold(text)` where the caller has it already.

    Dates that do not exist (31 February, month 13, a Hijri day outside the Umm al-Qura table) are left out.
    """
    folded = folded or fold(text)
    return [_mention(folded, one) for one in find(folded.text, written)]


def find(text: str, written: date | None) -> list[Found]:
    """Return the dates of a folded text, in folded offsets."""
    found: list[Found] = []
    last_end, last_kind = 0, None
    for trigger in grammar.TRIGGER.finditer("\n" + text):
        group = 1 if trigger.group(1) else 2
        start, end = trigger.start(group) - 1, trigger.end(group) - 1
        if end <= last_end:
            continue
        word = trigger.group(group)
        kind = "number" if group == 2 else grammar.KIND.get(word, "counted")
        one = READERS[kind](text, start, end, word, written)
        if one is None:
            continue
        # A longer date takes in the shorter ones that it overlaps: الخميس, then الخميس 3 نوفمبر 2016. But what
        # began before it with another word stays: غدا السبت, then 3 نوفمبر.
        if found and last_kind != "weekday" and found[-1].start < one.start < found[-1].end:
            one = replace(one, start=grammar.GAP.match(text, found[-1].end).end())
        while found and one.start < found[-1].end:
            found.pop()
        found.append(one)
        last_end, last_kind = one.end, kind
    return _with_years(found)


def _with_years(found: list[Found]) -> list[Found]:
    """Give a day without a year the year that the article itself gives the same day elsewhere (8 مارس 2014)."""
    loose = {one.month_day for one in found if one.month_day}
    if not loose:
        return found
    known: dict[tuple[int, int], set[int]] = {}
    for one in found:
        when = one.period.earliest
        if one.absolute and one.period.granularity == "day" and (when.month, when.day) in loose:
            known.setdefault((when.month, when.day), set()).add(when.year)
    out = []
    for one in found:
        years = known.get(one.month_day, set()) if one.month_day else set()
        if len(years) == 1:
            period = resolution.month_period("gregorian", next(iter(years)), *one.month_day)
            one = replace(one, period=period, absolute=True)
        out.append(one)
    return out


def _mention(folded: Folded, one: Found) -> DateMention:
    start, end = folded.span(one.start, one.end)
    if folded.original[end - 1] == "ه" and folded.original[end : end + 1] == "\u0640":
        end += 1  # هـ, the sign of the Hijri era, is written with a stroke that folding drops
    p = one.period
    return DateMention(
        start, end, folded.original[start:end], p.value, p.earliest, p.latest, p.granularity, p.calendar
    )
