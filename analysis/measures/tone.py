"""Tone: the mean polarity of statements with what is needed to read it: n, the share with cues, an interval.

Not validated against human codes: intervals hold the chance of sampling articles only, and are too narrow for that
reason (TeBlunthuis, Hase and Chan 2024; Egami et al. 2023). Mean polarity,
(positive − negative) / n, lies from −1 to 1.
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
    return calendar.merge(by(dated, "bin"), on="bin", how="left").fillna(
        {"statements": 0, "articles": 0, "enough": False}
    )


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
    rows = rows.assign(
        tone=rows["polarity"].astype("int64"),
        cluster=rows["cluster_id"].fillna(rows["article_id"]),
        cued=rows["n_cues"].gt(0).astype("Float64"),
    )
    groups = rows.groupby(column)
    table = groups.agg(statements=("tone", "size"), articles=("article_id", "nunique"))
    for name, sign in (("negative", -1), ("neutral", 0), ("positive", 1)):
        table[name] = rows["tone"].eq(sign).groupby(rows[column]).sum()
    table["mean"] = groups["tone"].mean()
    table["enough"] = (table["statements"] >= FEWEST_STATEMENTS) & (table["articles"] >= FEWEST_ARTICLES)
    ends = {
        value: bootstrap.mean_interval(group["tone"], group["cluster"])
        for value, group in groups
        if table.at[value, "enough"]
    }
    table["low"] = pd.Series({value: low for value, (low, _) in ends.items()}, dtype="float64")
    table["high"] = pd.Series({value: high for value, (_, high) in ends.items()}, dtype="float64")
    table["with_cues"] = groups["cued"].mean()
    columns = [
        "statements",
        "articles",
        "negative",
        "neutral",
        "positive",
        "mean",
        "low",
        "high",
        "with_cues",
        "enough",
    ]
    types = dict.fromkeys(columns[:5], "Int64") | dict.fromkeys(columns[5:9], "Float64") | {"enough": "bool"}
    table = table[columns].astype(types).reset_index().astype({column: rows[column].dtype})
    return table.sort_values(["statements", column], ascending=[False, True], ignore_index=True)


def summary(rows: pd.DataFrame) -> dict:
    """Return the tone of all statements `rows` together, as one record with the columns of `by`."""
    table = by(rows.assign(all="all"), "all")
    return table.iloc[0].to_dict() if len(table) else {"statements": 0, "articles": 0, "mean": None, "enough": False}
