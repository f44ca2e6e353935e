"""Pairs: who evaluates whom, from the frame `stances`. n stands beside every mean; an empty cell is not a zero."""

from __future__ import annotations

import pandas as pd

from analysis.measures.frequency import named


def by_speaker_and_target(statements: pd.DataFrame, stances: pd.DataFrame) -> pd.DataFrame:
    """Return one row a pair: speaker_key, target_key, n, against, in_favour, mean, articles, most first.

    n: evaluations (one for each statement and target); mean = (in_favour − against) / n. Only named speakers.
    Not for comparison: pairs with different n, and pairs whose speakers were quoted by different outlets.
    """
    speakers = statements.loc[named(statements), ["statement_id", "article_id", "speaker_key"]]
    rows = stances[["statement_id", "target_key", "stance"]].merge(speakers, on="statement_id")
    rows = rows.assign(against=rows["stance"].eq(-1), in_favour=rows["stance"].eq(1))
    table = rows.groupby(["speaker_key", "target_key"]).agg(
        n=("stance", "size"),
        against=("against", "sum"),
        in_favour=("in_favour", "sum"),
        mean=("stance", "mean"),
        articles=("article_id", "nunique"),
    )
    return table.reset_index().sort_values(
        ["n", "speaker_key", "target_key"], ascending=[False, True, True], ignore_index=True
    )


def grid(table: pd.DataFrame, rows: int, columns: int) -> tuple[list[str], list[str]]:
    """Return the speakers and the targets with the most evaluations, at most `rows` and `columns` of them."""
    return _top(table, "speaker_key", rows), _top(table, "target_key", columns)


def _top(table: pd.DataFrame, column: str, n: int) -> list[str]:
    totals = table.groupby(column)["n"].sum().reset_index().sort_values(["n", column], ascending=[False, True])
    return totals[column].head(n).tolist()
