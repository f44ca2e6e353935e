"""From the parts of a date expression to a period: the arithmetic of relative dates.

Every function takes the day of writing and returns a Period, or None where no such day exists.
Relations are "past", "current" and "next", the values of the table dates_words.tsv.
"""

from __future__ import annotations

from datetime import date

from analysis.dates import calendars
from analysis.dates.calendars import Period

# A yearless day or month is past news unless the coming one is nearer by this factor.
NEARER = 3
# The press leaves out the year of what is near: within NEAR days one way and FAR the other, the tense is not asked.
NEAR, FAR = 45, 300
EARLY = 10  # days of a month in which "the coming" month of that name may still be this one


def weekday(number: int, written: date, relation: str | None, side: int) -> Period | None:
    """Return the day of an ISO weekday.

    Args:
        relation: "past" (strictly before), "next" (strictly after), "before last", "after next" or None.
        side: -1, or 1 for a coming day; used without a relation, where the day of writing itself counts.
    """
    back = (written.isoweekday() - number) % 7
    ahead = (number - written.isoweekday()) % 7
    if relation == "past":
        days = -(back or 7)
    elif relation == "before last":
        days = -(back or 7) - 7
    elif relation == "next":
        days = ahead or 7
    elif relation == "after next":
        days = (ahead or 7) + 7
    else:
        days = ahead if side > 0 else -back
    when = calendars.shift_days(written, days)
    return calendars.of_day(when) if when else None


def weekday_in_week(number: int, written: date, relation: str) -> Period | None:
    """Return a weekday of last, this or next ISO week."""
    shift = {"past": -7, "current": 0, "next": 7}[relation]
    when = calendars.shift_days(written, shift + number - written.isoweekday())
    return calendars.of_day(when) if when else None


def relative(unit: str, written: date, steps: int) -> Period | None:
    """Return the day, week, month or year that stands `steps` after (before, where negative) that of writing."""
    if unit == "day":
        when = calendars.shift_days(written, steps)
        return calendars.of_day(when) if when else None
    if unit == "week":
        when = calendars.shift_days(written, 7 * steps)
        return calendars.week(when) if when else None
    if unit == "month":
        return calendars.month(*calendars.shift_month(written, steps))
    if unit == "quarter":
        number, first = calendars.shift_month(written, 3 * steps)
        return calendars.quarter(number, (first + 2) // 3)
    return calendars.year(written.year + steps)


def steps_of(relation: str, before: bool = False) -> int:
    """Return -1, 0 or 1 of a relation; one more step where "before" stands before it (قبل الماضي, بعد المقبل)."""
    step = {"past": -1, "current": 0, "next": 1}[relation]
    return step * 2 if before and step else step


def window(unit: str, written: date, count: int, relation: str, rolling: bool) -> Period | None:
    """Return `count` units before or after the one of writing (اليومين الماضيين), which does not count.

    Args:
        rolling: for months and years the window is measured from the day of writing on (خلال الأشهر الستة
            المقبلة: from this month on), so that the present unit belongs to it.
    """
    if relation == "current" or not 0 < count < 1000:
        return None
    if relation == "past":
        near, far = (0 if rolling and unit in ("month", "year") else -1), -count
        first, last = relative(unit, written, far), relative(unit, written, near)
    else:
        near, far = (0 if rolling and unit in ("month", "year") else 1), count
        first, last = relative(unit, written, near), relative(unit, written, far)
    return calendars.span(first, last) if first and last else None


def _nearest(candidates: list[Period | None], written: date, relation: str | None, side: int) -> Period | None:
    """Pick among the same day or month of neighbouring years, in order of time."""
    known = [p for p in candidates if p is not None]
    past = [p for p in known if p.earliest <= written]
    coming = [p for p in known if p.latest >= written]
    if relation == "past":
        past = [p for p in known if p.latest < written]
        return past[-1] if past else None
    if relation == "next":
        coming = [p for p in known if p.earliest > written]
        return coming[0] if coming else None
    if not past or not coming:
        return (past or coming or [None])[-1 if past else 0]
    behind = max(0, (written - past[-1].latest).days)
    ahead = max(0, (coming[0].earliest - written).days)
    if ahead <= NEAR and behind >= FAR:
        return coming[0]
    if side > 0 and not (behind <= NEAR and ahead >= FAR):
        return coming[0]
    return coming[0] if side == 0 and ahead * NEARER < behind else past[-1]


def _years(calendar: str, written: date) -> list[int]:
    """Return last, this and next year in the calendar of a month."""
    if calendar == "hijri":
        today = calendars.to_hijri(written)
        return [today[0] - 1, today[0], today[0] + 1] if today else []
    return [written.year - 1, written.year, written.year + 1]


def month_period(calendar: str, year: int, month: int, day: int | None) -> Period | None:
    """Return a month, or a day of it, of either calendar."""
    if calendar == "hijri":
        return calendars.hijri_day(year, month, day) if day else calendars.hijri_month(year, month)
    return calendars.day(year, month, day) if day else calendars.month(year, month)


def month_of(
    calendar: str, month: int, day: int | None, written: date, relation: str | None, side: int
) -> Period | None:
    """Return a month, or a day of it, that is named without its year.

    تموز الماضي is the last July that is over; فبراير الجاري the February of this year.
    """
    years = _years(calendar, written)
    if not years:
        return None
    if relation == "current":
        return month_period(calendar, years[1], month, day)
    if relation == "next" and day is None and written.day <= EARLY:
        # أغسطس المقبل in the first days of August was written in July
        this = month_period(calendar, years[1], month, None)
        if this and this.earliest <= written <= this.latest:
            return this
    if relation and day:
        # 28 تموز الماضي is the 28th of the July that is over; within the month itself the day decides.
        this, inside = month_period(calendar, years[1], month, day), month_period(calendar, years[1], month, None)
        if this and inside and inside.earliest <= written <= inside.latest:
            if this.latest < written if relation == "past" else this.earliest > written:
                return this
        wholes = [month_period(calendar, y, month, None) for y in years]
        whole = _nearest(wholes, written, relation, side)
        return month_period(calendar, years[wholes.index(whole)], month, day) if whole else None
    return _nearest([month_period(calendar, y, month, day) for y in years], written, relation, side)


def numeric(first: int, second: int, third: int, era: str | None) -> Period | None:
    """Return the day of three numbers: D/M/Y as the Arabic press writes it, or Y/M/D where the first is a year.

    The order turns round where the month would be over 12. A year of two digits is of this century, or of
    the fifteenth century AH with the mark of the Hijra; a year of 1343 to 1500 is Hijri.
    """
    if first > 31:
        year, month, day = first, second, third
    elif third > 31 or (first <= 31 and second <= 31):
        year, month, day = third, second, first
    else:
        return None
    if month > 12 and day <= 12:
        month, day = day, month
    hijri = bool(era) and era.startswith("ه")
    if year < 100:
        year += 1400 if hijri else 2000
    if hijri or (not era and 1343 <= year <= 1500):
        return calendars.hijri_day(year, month, day)
    return calendars.day(year, month, day)


def whole_year(number: int, era: str | None) -> Period | None:
    """Return a year; of the Hijra where it is marked so, or lies between 1343 and 1470 without a mark."""
    hijri = bool(era) and era.startswith("ه")
    if hijri or (not era and 1343 <= number <= 1470):
        return calendars.hijri_year(number)
    return calendars.year(number)
