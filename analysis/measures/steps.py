"""Steps: what went into the report and what was left out on the way, with reasons."""

from __future__ import annotations

import pandas as pd

from analysis.measures.frequency import named
from analysis.selection import Selection


def table(selection: Selection) -> pd.DataFrame:
    """Return the selection's steps without the empty ones: columns step, reason, n."""
    steps = selection.steps
    total = steps["reason"].isna() & ~steps["step"].isin(["left out", "rejected"])
    return steps[total | (steps["n"] > 0)].reset_index(drop=True)


def figures(selection: Selection, statements: pd.DataFrame) -> dict[str, int]:
    """Return the key figures of the selection by name: articles, undated, copies, outlets, days, statements, …"""
    articles = selection.articles
    days = (selection.last - selection.first).days + 1 if selection.first else 0
    return {
        "articles": len(articles),
        "undated": int(articles["day"].isna().sum()),
        "copies": int(articles["copy"].sum()),
        "outlets": articles["outlet"].nunique(),
        "days": days,
        "rejected": len(selection.rejects),
        "statements": len(statements),
        "named": int(named(statements).sum()),
        "unresolved": int(statements["speaker_key"].isna().sum()),
        "speakers": statements.loc[named(statements), "speaker_key"].nunique(),
        "in_copies": int(statements["copy"].sum()),
        "undated_statements": int(statements["day"].isna().sum()),
        "outside_range": int(statements["outside_range"].sum()),
        "without_cue": int(statements["n_cues"].eq(0).sum()),
        "evaluations": len(selection.stances),
    }
