"""Tables in a page: a frame becomes an HTML table in the report's language, every cell escaped."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup, escape

from analysis.strings import Words, bdi

# How a column is written, by its name; what is not named here is text.
KINDS = {
    **dict.fromkeys(("speaker_key", "target_key"), "actor"),
    **dict.fromkeys(
        (
            "articles",
            "statements",
            "statements_once",
            "copies",
            "days",
            "outlets",
            "n",
            "against",
            "in_favour",
            "negative",
            "neutral",
            "positive",
            "total",
        ),
        "count",
    ),
    **dict.fromkeys(("share", "direct", "named", "with_cues"), "percent"),
    **dict.fromkeys(("mean", "low", "high"), "signed"),
    **dict.fromkeys(("per_article", "per_100"), "decimal"),
    "bin": "day",
    "kind": "value:speaker_kind",
    "reason": "value:reason",
    "step": "value:step",
}
NUMERIC = ("count", "percent", "signed", "decimal")


@dataclass(frozen=True)
class Table:
    """A frame to show.

    Attributes:
        frame: the rows.
        columns: which columns, in order; their headings are the strings `column.<name>`.
        words: the report's words.
        title: what stands above it (the heading of a table of its own; empty behind a chart).
        notes: sentences below it.
        limit: at most so many rows are shown; what is left out is stated.
        key: anchor in the page.
        kinds: how to write columns whose name does not say it.
    """

    frame: pd.DataFrame
    columns: tuple[str, ...]
    words: Words
    title: Markup = Markup("")
    notes: tuple[Markup, ...] = ()
    limit: int = 400
    key: str = ""
    kinds: tuple[tuple[str, str], ...] = ()

    def html(self) -> Markup:
        """Return the <table> alone, in a box that scrolls sideways by itself."""
        kinds = {**KINDS, **dict(self.kinds)}
        head = Markup("").join(
            Markup('<th scope="col"{}>{}</th>').format(_class(kinds.get(c, "")), self.words.html(f"column.{c}"))
            for c in self.columns
        )
        body = Markup("").join(
            self._row(row, kinds) for row in self.frame.head(self.limit)[list(self.columns)].itertuples(index=False)
        )
        more = len(self.frame) - self.limit
        cut = (
            Markup("<p class=note>{}</p>").format(self.words.html("table.cut", n=self.limit, total=len(self.frame)))
            if more > 0
            else ""
        )
        label = self.title.striptags() or self.words.say("chart.data")
        return Markup(
            '<div class=scroll tabindex=0 role=region aria-label="{}"><table>'
            "<thead><tr>{}</tr></thead>\n<tbody>{}</tbody></table></div>{}"
        ).format(label, head, body, cut)

    def _row(self, row, kinds) -> Markup:
        cells = [
            Markup("<td{}>{}</td>").format(_class(kinds.get(c, "")), self.cell(value, kinds.get(c, "")))
            if i
            else Markup('<th scope="row"{}>{}</th>').format(
                _class(kinds.get(c, "")), self.cell(value, kinds.get(c, ""))
            )
            for i, (c, value) in enumerate(zip(self.columns, row))
        ]
        return Markup("<tr>{}</tr>\n").format(Markup("").join(cells))

    def cell(self, value, kind: str) -> Markup:
        """Return one value as it stands in a cell."""
        if isinstance(value, Markup):
            return value
        if pd.isna(value):
            return escape("" if kind.startswith("value:") else "–")
        if kind == "actor":
            return self.words.name_html(value)
        if kind == "count":
            return escape(self.words.number(value))
        if kind == "percent":
            return escape(self.words.percent(value))
        if kind == "signed":
            return escape(self.words.signed(value))
        if kind == "decimal":
            return escape(self.words.number(value, 1))
        if kind == "day":
            return escape(self.words.day(value))
        if kind.startswith("value:"):
            return self.words.value(kind.removeprefix("value:"), value)
        return bdi(str(value), self.words.language)

    def _repr_mimebundle_(self, include=None, exclude=None):
        """What Jupyter shows: the table with its title and notes; the metadata names it for the index page."""
        notes = Markup("<p class=note>{}</p>").format(Markup(" ").join(self.notes)) if self.notes else ""
        page = Markup('<section class=block id="{}"><h2>{}</h2>{}{}</section>').format(
            self.key, self.title, self.html(), notes
        )
        return {"text/html": str(page), "text/plain": str(self.title.striptags())}, {
            "tasrih": {"key": self.key, "finding": str(self.title)}
        }


def _class(kind: str) -> Markup:
    return Markup(" class=n") if kind in NUMERIC else Markup("")
