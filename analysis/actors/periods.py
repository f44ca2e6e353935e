"""The period in which an office was held for sure, from ends that are known to the day, the month or the year."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def span(value: str) -> tuple[date, date]:
    """Return the first and the last day of an ISO day, month or year. Raises ValueError on anything else."""
    match = _ISO.fullmatch(value)
    if not match:
        raise ValueError(f"'{value}' is no ISO date: write YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = (int(part) if part else None for part in match.groups())
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def period(valid_from: str, valid_to: str) -> tuple[date | None, date | None]:
    """Return the first and last day on which the office was surely held; None where an end is left open.

    An office taken "in April" was surely held from the end of April, one left "in May" until the start of
    May: inside these months nobody can say, so nobody is named. Raises ValueError where no day is left.
    """
    first = span(valid_from)[1] if valid_from else None
    last = span(valid_to)[0] if valid_to else None
    if first and last and first > last:
        # The same month at both ends, or ends in the wrong order.
        raise ValueError(f"from {valid_from} to {valid_to} leaves no day that is certain; give the days")
    return first, last
