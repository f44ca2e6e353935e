"""A study: one selection with every table measured on it. Notebooks draw these tables, reports write them as CSV."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import selection as selections
from analysis.measures import coverage, frequency, pairs, periods, steps, tone
from analysis.selection import Selection

TOP_SPEAKERS = 6
WIDEST_COVERAGE = 150


@dataclass(frozen=True)
class Study:
    """A selection, its joined table (`statements`, one row a statement), and the width of a period (`width`)."""

    selection: Selection
    statements: pd.DataFrame
    width: str

    @classmethod
    def of(cls, selection: Selection) -> Study:
        width = periods.fitting(selection.first, selection.last, selection.values["bin"])
        return cls(selection, selections.joined(selection), width)

    @property
    def range(self):
        return self.selection.first, self.selection.last

    @property
    def coverage_width(self) -> str:
        """The finest width of which a chart has room for all periods of the range."""
        return next((w for w in periods.WIDTHS if len(periods.calendar(*self.range, w)) <= WIDEST_COVERAGE), "month")

    def figures(self) -> dict[str, int]:
        return steps.figures(self.selection, self.statements)

    def steps(self) -> pd.DataFrame:
        return steps.table(self.selection)

    def coverage(self) -> pd.DataFrame:
        return coverage.by_outlet(self.selection.articles, *self.range, self.coverage_width)

    def over_time(self) -> pd.DataFrame:
        table = frequency.over_time(self.statements, self.selection.articles, *self.range, self.width)
        if self.selection.values["date_basis"] == "said_on":
            table["per_article"] = pd.NA
        return table

    def outlets(self) -> pd.DataFrame:
        return frequency.by_outlet(self.statements, self.selection.articles)

    def speakers(self) -> pd.DataFrame:
        return frequency.by_speaker(self.statements)

    def top(self, n: int = TOP_SPEAKERS) -> list[str]:
        """Return the keys of the `n` speakers with the most statements."""
        return self.speakers()["speaker_key"].head(n).tolist()

    def speakers_over_time(self) -> pd.DataFrame:
        return frequency.by_speaker_over_time(
            self.statements, self.top(), periods.calendar(*self.range, self.width), self.width
        )

    def speakers_by_outlet(self) -> pd.DataFrame:
        return frequency.by_speaker_and_outlet(self.statements, self.selection.articles, self.top())

    def values(self, column: str) -> pd.DataFrame:
        return frequency.by_value(self.statements, column)

    def tone_overall(self) -> dict:
        return tone.summary(self.statements.dropna(subset=["polarity", "day"]))

    def tone_over_time(self) -> pd.DataFrame:
        return tone.over_time(self.statements, periods.calendar(*self.range, self.width), self.width)

    def tone_by_speaker(self) -> pd.DataFrame:
        return tone.by_speaker(self.statements)

    def tone_by_outlet(self) -> pd.DataFrame:
        return tone.by(self.statements, "outlet")

    def pairs(self) -> pd.DataFrame:
        return pairs.by_speaker_and_target(self.statements, self.selection.stances)

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return every table of a report by the name of its file; rows of actors have their names beside the key."""
        tables = {
            "statements": self.statements,
            "articles": self.selection.articles,
            "rejects": self.selection.rejects,
            "steps": self.steps(),
            "coverage": self.coverage(),
            "over_time": self.over_time(),
            "outlets": self.outlets(),
            "speakers": self.speakers(),
            "speakers_over_time": self.speakers_over_time(),
            "speakers_by_outlet": self.speakers_by_outlet(),
            "types": self.values("type"),
            "speech_acts": self.values("speech_act"),
            "tone_over_time": self.tone_over_time(),
            "tone_by_speaker": self.tone_by_speaker(),
            "tone_by_outlet": self.tone_by_outlet(),
            "pairs": self.pairs(),
        }
        actors = self.selection.actors.set_index("actor_id")
        labels = {"ar": selections.names(self.selection, "ar"), "en": actors["name_en"].dropna().to_dict()}
        for name, table in tables.items():
            for column in ("speaker_key", "target_key"):
                if column in table and name != "statements":
                    table = table.assign(
                        **{f"{column[:-4]}_{language}": table[column].map(labels[language]) for language in labels}
                    )
            tables[name] = table
        return tables
