"""Frequency: how many statements, by whom, where and when, each count with its denominator.

A raw count rises when more articles were collected. `per_article` and `share` divide by what was collected;
they do not undo duplication, so every table also counts without copies (`statements_once`: statements that stand in
the first article of their cluster).
"""

from __future__ import annotations

import datetime

import pandas as pd

from analysis.measures import periods
from analysis.measures.coverage import UNKNOWN
from analysis.selection import UNNAMED


def over_time(
    statements: pd.DataFrame,
    articles: pd.DataFrame,
    first: datetime.date | None,
    last: datetime.date | None,
    width: str,
) -> pd.DataFrame:
    """Return one row a period: bin, days, articles, statements, statements_once, per_article.

    per_article = statements / articles, missing where no article is dated in the period (a gap, not a zero).
    With the date basis `said_on` a statement counts when it was said, its article when it was written:
    per_article is missing there, for numerator and denominator would be of different days.
    """
    table = periods.calendar(first, last, width).set_index("bin")
    table["articles"] = _counted(articles, width)
    table["statements"] = _counted(statements, width)
    table["statements_once"] = _counted(statements[~statements["copy"]], width)
    table = table.fillna(0).astype("Int64")
    table["per_article"] = (table["statements"] / table["articles"].where(table["articles"] > 0)).astype("Float64")
    return table.reset_index()


def by_outlet(statements: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return one row an outlet, most statements first.

    Columns: outlet, articles, statements, statements_once, per_article, share, direct, named.

    share: of all statements; direct: share of the outlet's statements that are wholly in quotation marks;
    named: share that has a speaker who is no anonymous source and no unnamed group.
    """
    rows = statements.assign(
        outlet=statements["outlet"].fillna(UNKNOWN),
        once=~statements["copy"],
        direct=statements["type"].eq("direct"),
        named=named(statements),
    )
    table = rows.groupby("outlet").agg(
        statements=("statement_id", "size"),
        statements_once=("once", "sum"),
        direct=("direct", "mean"),
        named=("named", "mean"),
    )
    counted = articles["outlet"].fillna(UNKNOWN).value_counts(sort=False).rename("articles")
    table = counted.to_frame().join(table, how="outer").rename_axis("outlet")
    table[["articles", "statements", "statements_once"]] = (
        table[["articles", "statements", "statements_once"]].fillna(0).astype("Int64")
    )
    table["per_article"] = (table["statements"] / table["articles"].where(table["articles"] > 0)).astype("Float64")
    table["share"] = (table["statements"] / max(1, int(table["statements"].sum()))).astype("Float64")
    columns = ["outlet", "articles", "statements", "statements_once", "per_article", "share", "direct", "named"]
    return table.reset_index().sort_values(["statements", "outlet"], ascending=[False, True], ignore_index=True)[
        columns
    ]


def by_speaker(statements: pd.DataFrame) -> pd.DataFrame:
    """Return one row a named speaker, most statements first.

    Columns: speaker_key, kind, statements, statements_once, articles, outlets, share, direct, mean.

    Anonymous sources and unnamed groups are left out (`named`); share: of all statements of named speakers.
    mean: mean polarity of the statements that have one (see `tone`), without interval: read it with its n.
    """
    rows = statements[named(statements)]
    rows = rows.assign(once=~rows["copy"], direct=rows["type"].eq("direct"))
    table = rows.groupby("speaker_key").agg(
        kind=("speaker_kind", "first"),
        statements=("statement_id", "size"),
        statements_once=("once", "sum"),
        articles=("article_id", "nunique"),
        outlets=("outlet", "nunique"),
        direct=("direct", "mean"),
        mean=("polarity", "mean"),
    )
    table.insert(5, "share", table["statements"] / max(1, len(rows)))
    return table.reset_index().sort_values(["statements", "speaker_key"], ascending=[False, True], ignore_index=True)


def by_speaker_over_time(statements: pd.DataFrame, keys: list[str], calendar: pd.DataFrame, width: str) -> pd.DataFrame:
    """Return statements of the speakers `keys` by period: speaker_key, bin, statements, total, share; zeros included.

    total: statements of named speakers in the period; share = statements / total, missing where total is 0.
    """
    rows = statements[named(statements)].dropna(subset=["day"])
    rows = rows.assign(bin=periods.starts(rows["day"], width))
    every = pd.MultiIndex.from_product([keys, calendar["bin"]], names=["speaker_key", "bin"])
    table = (
        rows.groupby(["speaker_key", "bin"])
        .size()
        .reindex(every, fill_value=0)
        .rename("statements")
        .astype("Int64")
        .reset_index()
    )
    table["total"] = table["bin"].map(rows["bin"].value_counts()).fillna(0).astype("Int64")
    table["share"] = (table["statements"] / table["total"].where(table["total"] > 0)).astype("Float64")
    return table


def by_speaker_and_outlet(statements: pd.DataFrame, articles: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Return statements of the speakers `keys` by outlet: speaker_key, outlet, statements, articles, per_100.

    articles: all articles of the outlet in the selection; per_100 = statements for 100 of these.
    """
    outlets = articles["outlet"].fillna(UNKNOWN)
    every = pd.MultiIndex.from_product([keys, sorted(outlets.unique())], names=["speaker_key", "outlet"])
    rows = statements.assign(outlet=statements["outlet"].fillna(UNKNOWN))
    table = (
        rows.groupby(["speaker_key", "outlet"])
        .size()
        .reindex(every, fill_value=0)
        .rename("statements")
        .astype("Int64")
        .reset_index()
    )
    table["articles"] = table["outlet"].map(outlets.value_counts()).astype("Int64")
    table["per_100"] = (100 * table["statements"] / table["articles"]).astype("Float64")
    return table


def by_value(statements: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return one row a value of `column` (type, speech_act, speaker_kind …): value, statements, share; missing too."""
    counts = (
        statements[column]
        .fillna(UNKNOWN)
        .value_counts(sort=False)
        .rename_axis("value")
        .rename("statements")
        .reset_index()
    )
    counts["share"] = counts["statements"] / max(1, len(statements))
    return counts.astype({"statements": "Int64"}).sort_values(
        ["statements", "value"], ascending=[False, True], ignore_index=True
    )


def named(statements: pd.DataFrame) -> pd.Series:
    """Return True for statements whose speaker was found and is no anonymous source and no unnamed group."""
    return statements["speaker_key"].notna() & ~statements["speaker_kind"].isin(UNNAMED).fillna(False)


def _counted(rows: pd.DataFrame, width: str) -> pd.Series:
    return periods.starts(rows["day"].dropna(), width).value_counts(sort=False)
