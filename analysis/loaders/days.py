"""Days as records, source lines and file names write them. A date that is none gives None, never a guess."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from analysis import dates
from analysis.dates import calendars

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CLOCK = (
    r"(?:[T\s,،\-–|]+(?:at\s+|الساعة\s*)?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:[.,]\d+)?\s*"
    r"(?P<half>[AaPp]\.?[Mm]\.?|صباح[اً]*|مساء[ً]?|[صم](?!\w))?.*)?"
)
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){_CLOCK}", re.DOTALL
)
_YEAR_LAST = re.compile(
    rf"(?P<one>\d{{1,2}})\s?(?P<mark>[-/.])\s?(?P<two>\d{{1,2}})\s?(?P=mark)\s?(?P<year>\d{{4}}){_CLOCK}", re.DOTALL
)
_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?Z?)?"
)
_EPOCH = re.compile(r"-?\d{9,10}(?:\.\d+)?|\d{13}")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ENGLISH = re.compile(
    rf"(?:[A-Za-z]+,?\s+)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>[A-Za-z]{{3,9}})\.?,?\s+(?P<year>\d{{4}})"
    rf"|(?P<month2>[A-Za-z]{{3,9}})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})){_CLOCK}",
    re.DOTALL,
)
_IN_NAME = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<mark>[-_./]?)(?P<month>0[1-9]|1[0-2])(?P=mark)"
    r"(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
_IN_LINE = re.compile(r"(?<!\d)(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}\s?([-/.])\s?\d{1,2}\s?\2\s?\d{4})(?!\d)")
_WORDS = re.compile("[\u0621-\u064a]")


def parse(value: object, dayfirst: bool = True) -> datetime | None:
    """Return the date of a field, None where it is none.

    Understood: ISO 8601, 2015-07-21 02:51:32, 9/1/2024 with or without a time, RFC 2822, 20240109, seconds or
    milliseconds since 1970 (UTC), English and Arabic words for the months, the Hijri calendar (1436-10-05 too).

    Args:
        value: what the field holds.
        dayfirst: whether 9/1/2024 is the 9th of January.

    Returns the day and the time of day as written there; an offset from UTC is not applied: the day of a
    newspaper is its own.
    """
    if isinstance(value, bool) or value is None:
        return None
    text = _MARKS.sub("", str(value)).translate(_DIGITS).strip()[:200]
    if isinstance(value, int | float) or _EPOCH.fullmatch(text):
        return _since_1970(text) or _by(_COMPACT, text)
    found = _by(_YEAR_FIRST, text) or _by(_COMPACT, text)
    if found:
        return found
    if match := _YEAR_LAST.fullmatch(text):
        one, two = int(match["one"]), int(match["two"])
        return _moment(match, match["year"], *((two, one) if dayfirst else (one, two)))
    if match := _ENGLISH.fullmatch(text):
        month = (match["month"] or match["month2"])[:3].lower()
        if month in _MONTHS:
            return _moment(
                match, match["year"] or match["year2"], _MONTHS.index(month) + 1, match["day"] or match["day2"]
            )
        return None
    return _in_words(text) if _WORDS.search(text) else None


def in_line(line: str, dayfirst: bool = True) -> datetime | None:
    """Return the last full date that a line names, in figures or in words, or None."""
    text = _MARKS.sub("", line).translate(_DIGITS)
    figures = [match.group() for match in _IN_LINE.finditer(text)]
    return parse(figures[-1], dayfirst) if figures else _in_words(text)


def in_path(path: str) -> datetime | None:
    """Return the date in a file's name, else in the folders above it: 2024-01-09, 20240109, 2024/01/09; else None."""
    parts = re.split(r"[!/]", path)
    for tail in [*reversed(parts), "/".join(parts)]:
        for match in _IN_NAME.finditer(tail.translate(_DIGITS)):
            if found := _moment(match, match["year"], match["month"], match["day"]):
                return found
    return None


def _by(pattern: re.Pattern, text: str) -> datetime | None:
    match = pattern.fullmatch(text)
    return _moment(match, match["year"], match["month"], match["day"]) if match else None


def _moment(match: re.Match, year: str, month: int | str, day: int | str) -> datetime | None:
    """Return the datetime of a match with the groups of a clock, None where no such day or time exists."""
    period = (calendars.hijri_day if 1300 <= int(year) <= 1500 else calendars.day)(int(year), int(month), int(day))
    if period is None or not 1800 <= period.earliest.year <= 2200:
        return None
    groups = match.groupdict()
    hour, minute, second = (int(groups.get(name) or 0) for name in ("hour", "minute", "second"))
    half = (groups.get("half") or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith(("p", "م")) else 0)
    try:
        return datetime.combine(period.earliest, datetime.min.time()).replace(
            hour=hour, minute=minute, second=min(second, 59)
        )
    except ValueError:
        return None


def _since_1970(text: str) -> datetime | None:
    """Return the moment (UTC) of a count of seconds or milliseconds, if it lies between 1973 and 2128; else None."""
    try:
        count = float(text)
    except ValueError:
        return None
    seconds = count / 1000 if count >= 1e11 else count
    if not 1e8 <= seconds < 5e9:
        return None
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds))).replace(tzinfo=None)


def _in_words(text: str) -> datetime | None:
    """Return the first full day that Arabic words name without reference to another day."""
    days = [found for found in dates.tag(text, None) if found.granularity == "day"]
    return datetime.combine(days[0].earliest, datetime.min.time()) if days else None
