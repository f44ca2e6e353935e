"""Periods of calendar time, in the Gregorian and the Umm al-Qura calendar.

A period is a pair of days, both included, with a granularity and the value that names it. Nothing here
raises on a day that does not exist: the answer is None.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

ONE_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1000, 2999


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days.

    Attributes:
        value: YYYY-MM-DD, YYYY-MM, YYYY, YYYY-Qn, YYYY-Www, or START/END of two of these, both included.
        earliest, latest: first and last day, both included.
        granularity: day, week, month, quarter, half, season, year, or range.
        calendar: gregorian or hijri: the calendar of the words, not of the value.
    """

    value: str
    earliest: date
    latest: date
    granularity: str
    calendar: str = "gregorian"


def day(year: int, month: int, number: int) -> Period | None:
    """Return a Gregorian day, or None where it does not exist (31 February, month 13, year 99999)."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    if not 1 <= number <= monthrange(year, month)[1]:
        return None
    return of_day(date(year, month, number))


def of_day(when: date, calendar: str = "gregorian") -> Period:
    """Return the period of one day."""
    return Period(when.isoformat(), when, when, "day", calendar)


def month(year: int, number: int) -> Period | None:
    """Return a Gregorian month, or None where it does not exist."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= number <= 12):
        return None
    last = monthrange(year, number)[1]
    return Period(f"{year:04d}-{number:02d}", date(year, number, 1), date(year, number, last), "month")


def year(number: int) -> Period | None:
    """Return a Gregorian year, or None outside 1000 to 2999."""
    if not FIRST_YEAR <= number <= LAST_YEAR:
        return None
    return Period(f"{number:04d}", date(number, 1, 1), date(number, 12, 31), "year")


def week(when: date) -> Period:
    """Return the ISO week (Monday to Sunday) that holds the day `when`."""
    start = when - timedelta(days=when.weekday())
    iso = when.isocalendar()
    return Period(f"{iso.year:04d}-W{iso.week:02d}", start, start + 6 * ONE_DAY, "week")


def quarter(number: int, n: int) -> Period | None:
    """Return the quarter `n` (1 to 4) of a Gregorian year."""
    first, last = month(number, 3 * n - 2), month(number, 3 * n)
    if first is None or last is None:
        return None
    return Period(f"{number:04d}-Q{n}", first.earliest, last.latest, "quarter")


def half(number: int, n: int) -> Period | None:
    """Return the half `n` (1 or 2) of a Gregorian year, as a range of months."""
    first, last = month(number, 6 * n - 5), month(number, 6 * n)
    if first is None or last is None:
        return None
    return Period(f"{first.value}/{last.value}", first.earliest, last.latest, "half")


def season(number: int, n: int) -> Period | None:
    """Return a meteorological season: 1 winter (from December of the year before), 2 spring, 3 summer, 4 autumn."""
    first = month(number - 1, 12) if n == 1 else month(number, 3 * n - 3)
    last = month(number, 3 * n - 1)
    if first is None or last is None:
        return None
    return Period(f"{first.value}/{last.value}", first.earliest, last.latest, "season")


def span(first: Period, last: Period) -> Period | None:
    """Return the range from `first` to `last`, both included; None where it would run backwards."""
    if last.earliest < first.earliest:
        return None
    if first.value == last.value:
        return first
    start, end = first.value.split("/")[0], last.value.split("/")[-1]
    return Period(f"{start}/{end}", first.earliest, last.latest, "range", first.calendar)


def hijri_day(number: int, month_number: int, day_number: int) -> Period | None:
    """Return a day of the Umm al-Qura calendar (1343 to 1500 AH); None outside the table.

    A thirtieth day of a month of 29 days is the day after the twenty-ninth: newspapers follow the sighting
    of the moon, which may differ from the table by a day.
    """
    try:
        if day_number == 30:
            return of_day(_gregorian(number, month_number, 29) + ONE_DAY, "hijri")
        return of_day(_gregorian(number, month_number, day_number), "hijri")
    except (ValueError, OverflowError):
        return None


def hijri_month(number: int, month_number: int) -> Period | None:
    """Return a month of the Umm al-Qura calendar as a range of Gregorian days, or None outside the table."""
    try:
        first = _gregorian(number, month_number, 1)
        length = Hijri(number, month_number, 1).month_length()
    except (ValueError, OverflowError):
        return None
    last = first + (length - 1) * ONE_DAY
    return Period(f"{first}/{last}", first, last, "month", "hijri")


def hijri_year(number: int) -> Period | None:
    """Return a year of the Umm al-Qura calendar as a range of Gregorian days, or None outside the table."""
    first, last = hijri_month(number, 1), hijri_month(number, 12)
    if first is None or last is None:
        return None
    return Period(f"{first.earliest}/{last.latest}", first.earliest, last.latest, "year", "hijri")


def _gregorian(number: int, month_number: int, day_number: int) -> date:
    when = Hijri(number, month_number, day_number).to_gregorian()
    return date(when.year, when.month, when.day)


def hijri_year_in(gregorian: int, month_number: int) -> int | None:
    """Return the Hijri year whose month `month_number` begins in a Gregorian year (رمضان 2015), or None."""
    opening = to_hijri(date(gregorian, 1, 1)) if FIRST_YEAR <= gregorian <= LAST_YEAR else None
    for number in (opening[0], opening[0] + 1) if opening else ():
        period = hijri_month(number, month_number)
        if period and period.earliest.year == gregorian:
            return number
    return None


def to_hijri(when: date) -> tuple[int, int, int] | None:
    """Return (year, month, day) of the Umm al-Qura calendar for a Gregorian day, or None outside the table."""
    try:
        return Gregorian(when.year, when.month, when.day).to_hijri().datetuple()
    except (ValueError, OverflowError):
        return None


def shift_month(when: date, months: int) -> tuple[int, int]:
    """Return (year, month) `months` after (before, where negative) the month of `when`."""
    count = when.year * 12 + when.month - 1 + months
    return count // 12, count % 12 + 1


def shift_days(when: date, days: int) -> date | None:
    """Return the day `days` after `when`, or None outside the calendar."""
    try:
        return when + timedelta(days=days)
    except OverflowError:
        return None
