"""Coverage: how many articles the selection holds, by outlet and day: the ground that every other count stands on."""

from __future__ import annotations

import datetime

import pandas as pd

from analysis.measures import periods

UNKNOWN = "—"


def by_outlet(
    articles: pd.DataFrame, first: datetime.date | None, last: datetime.date | None, width: str = "day"
) -> pd.DataFrame:
    """Return articles by outlet and period: columns outlet, bin, articles, copies; zeros included.

    A zero is a gap in the collection or a day without news: the table cannot tell which. Undated articles are left out.
    """
    dated = articles.dropna(subset=["day"])
    dated = dated.assign(bin=periods.starts(dated["day"], width), outlet=dated["outlet"].fillna(UNKNOWN))
    every = pd.MultiIndex.from_product(
        [sorted(dated["outlet"].unique()), periods.calendar(first, last, width)["bin"]], names=["outlet", "bin"]
    )
    counts = dated.groupby(["outlet", "bin"]).agg(articles=("article_id", "size"), copies=("copy", "sum"))
    return counts.reindex(every, fill_value=0).reset_index().astype({"articles": "Int64", "copies": "Int64"})


def gaps(table: pd.DataFrame) -> int:
    """Return how many cells of `by_outlet` hold no article."""
    return int((table["articles"] == 0).sum())
