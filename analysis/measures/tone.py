"""Tone: the mean polarity of statements with what is needed to read it: n, the share with cues, an interval.

Not validated against human codes: intervals hold the chance of sampling articles only, and are too narrow for that
reason (TeBlunthuis, Hase and Chan 2024; Egami et al. 2023). Mean polarity m = (positive − negative) / n lies from −1 to 1.
"""

from __future__ import annotations

import pandas as pd

from analysis.measures import bootstrap, periods
from analysis.measures.frequency import named

FEWEST_STATEMENTS = 10
FEWEST_ARTICLES = 5


def over_time(statements: pd.DataFrame, calendar: pd.DataFrame, width: str) -> pd.DataFrame:
    """Return one row a period: bin, days, and the columns of `summary`; periods without statements are rows of gaps."""
    dated = statements.dropna(subset=["day"])
    dated = dated.assign(bin=periods.starts(dated["day"], width))
    return calendar.merge(by(dated, "bin"), on="bin", how="left").fillna({"statements": 0, "articles": 0, "enough": False})


def by_speaker(statements: pd.DataFrame) -> pd.DataFrame:
    """Return one row a named speaker, most statements first."""
    return by(statements[named(statements)], "speaker_key")


def by(statements: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return the tone of each group of `column`, most statements first.

    Columns: statements (with a polarity; missing is no zero), articles, negative, neutral, positive, mean, low, high
    (95 % percentile bootstrap over articles, copies of one another drawn together), with_cues (share of the
    statements with a word of the lexicon: without one, 0 is silence and not neutrality), enough (at least 10
    statements from 5 articles: only then are low and high given and points joined by a line).
    """
    rows = statements.dropna(subset=["polarity"])
    records = [dict(summary(group), **{column: value}) for value, group in rows.groupby(column)]
    columns = [column, "statements", "articles", "negative", "neutral", "positive", "mean", "low", "high", "with_cues", "enough"]
    table = pd.DataFrame(records, columns=columns)
    types = dict.fromkeys(columns[1:6], "Int64") | dict.fromkeys(columns[6:10], "Float64") | {"enough": "bool", column: rows[column].dtype}
    return table.astype(types).sort_values(["statements", column], ascending=[False, True], ignore_index=True)


def summary(rows: pd.DataFrame) -> dict:
    """Return the tone of the statements `rows`, all with a polarity, as one record (see `by`)."""
    polarity = rows["polarity"].astype(int)
    articles = rows["article_id"].nunique()
    enough = len(rows) >= FEWEST_STATEMENTS and articles >= FEWEST_ARTICLES
    low, high = bootstrap.mean_interval(polarity, rows["cluster_id"].fillna(rows["article_id"])) if enough else (None, None)
    cued = rows["n_cues"].dropna()
    return {
        "statements": len(rows), "articles": articles,
        "negative": int((polarity < 0).sum()), "neutral": int((polarity == 0).sum()), "positive": int((polarity > 0).sum()),
        "mean": polarity.mean() if len(rows) else None, "low": low, "high": high,
        "with_cues": float((cued > 0).mean()) if len(cued) else None, "enough": enough,
    }
