"""Periods: days, weeks (Monday to Sunday, as ISO 8601) and months on the time axis."""

from __future__ import annotations

import datetime

import pandas as pd

WIDTHS = ("day", "week", "month")
_FREQUENCY = {"day": "D", "week": "W-SUN", "month": "M"}
FEWEST = 3


def starts(days: pd.Series, width: str) -> pd.Series:
    """Return the first day of the period that each day lies in; NaT stays NaT."""
    return days.dt.to_period(_FREQUENCY[width]).dt.start_time.astype("datetime64[us]")


def calendar(first: datetime.date | None, last: datetime.date | None, width: str) -> pd.DataFrame:
    """Return every period of the range: columns bin (its first day) and days (how many of its days the range holds).

    Periods without any article are rows too: a gap is shown as a gap.
    """
    if first is None or last is None:
        return pd.DataFrame({"bin": pd.Series(dtype="datetime64[us]"), "days": pd.Series(dtype="Int64")})
    days = pd.Series(pd.date_range(first, last, freq="D").astype("datetime64[us]"))
    counted = starts(days, width).value_counts(sort=False).sort_index()
    return pd.DataFrame({"bin": counted.index, "days": counted.to_numpy()}).astype({"days": "Int64"})


def fitting(first: datetime.date | None, last: datetime.date | None, width: str) -> str:
    """Return `width`, or the next finer one while the range holds fewer than three periods of it."""
    while width != "day" and len(calendar(first, last, width)) < FEWEST:
        width = WIDTHS[WIDTHS.index(width) - 1]
    return width
