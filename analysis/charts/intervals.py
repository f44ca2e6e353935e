"""Intervals: one row a speaker or outlet: the mean as a point on its interval, zero as a line, n beside the name."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from analysis.charts import axis, theme
from analysis.charts.arabic import shape
from analysis.charts.chart import Chart, Notice, pictures, wrapped
from analysis.charts.table import Table
from analysis.measures.tone import FEWEST_ARTICLES, FEWEST_STATEMENTS
from analysis.strings import Words, bdi


def chart(
    table: pd.DataFrame, column: str, words: Words, notes: tuple[Markup, ...], key: str, most: int = 15
) -> Chart | Notice:
    """Return the chart of `measures.tone.by` for `column` (speaker_key or outlet): rows with enough statements.

    The most negative stand first. The title names a row only where its interval leaves out zero.
    """
    rows = table[table["enough"]].head(most).sort_values(["mean", column], ignore_index=True)
    if not len(rows):
        return Notice(key, words.html(f"empty.{key}", n=FEWEST_STATEMENTS, articles=FEWEST_ARTICLES))
    actor = column == "speaker_key"
    labels = [words.name(value) if actor else value for value in rows[column]]

    def draw(figure, narrow):
        axes = figure.subplots()
        names = [wrapped(name, 20 if narrow else 30) for name in labels]
        axis.names(axes, names, words)
        if (
            words.language == "ar"
        ):  # only the names stand on the other side: numbers run from − on the left to + on the right
            axes.invert_xaxis()
        axes.axvline(0, color=theme.MUTED, linewidth=0.8)
        for place, row in enumerate(rows.itertuples()):
            clear = row.low > 0 or row.high < 0
            colour = theme.MUTED if not clear else theme.POSITIVE if row.mean > 0 else theme.NEGATIVE
            axes.plot(
                [row.low, row.high], [place, place], color=colour, linewidth=2.4, alpha=0.45, solid_capstyle="round"
            )
            axes.plot([row.mean], [place], marker="o", markersize=6, color=colour)
        axes.set_xlim(-1.05, 1.05)
        ticks = (-1, 0, 1) if narrow else (-1, -0.5, 0, 0.5, 1)
        axes.set_xticks(ticks, [words.signed(value, 1) for value in ticks])
        axes.grid(axis="x")
        ends = (("left", -1.05, "axis.negative"), ("right", 1.05, "axis.positive"))
        for side, place, text in ends:
            axes.annotate(
                shape(words.say(text)),
                (place, 1),
                xycoords=("data", "axes fraction"),
                xytext=(0, 3),
                textcoords="offset points",
                ha=side,
                va="bottom",
                color=theme.MUTED,
                fontsize=8.5,
            )

    low, high = rows.iloc[0], rows.iloc[-1]
    title, alt = Markup(""), ""
    for row, condition, text in (
        (low, low["high"] < 0, f"{key}.most_negative"),
        (high, high["low"] > 0, f"{key}.most_positive"),
    ):
        if condition:
            label = words.name(row[column]) if actor else row[column]
            values = dict(mean=words.signed(row["mean"]), n=int(row["statements"]))
            title = title or words.html(text, name=bdi(label, words.language), **values)
            alt += words.say(text, name=label, **values) + ". "
    title = title or words.html(f"{key}.none", n=len(rows))
    columns = (column, "statements", "articles", "negative", "neutral", "positive", "mean", "low", "high", "with_cues")
    return Chart(
        key,
        title,
        words.html(f"{key}.subtitle"),
        (alt or words.say(f"{key}.none", n=len(rows)) + ". ") + words.say("intervals.alt", n=len(rows)),
        (
            ("negative", words.html("legend.below")),
            ("muted", words.html("legend.holds_zero")),
            ("positive", words.html("legend.above")),
        ),
        notes,
        **pictures(key, draw, 0.85 + 0.34 * len(rows), 0.85 + 0.4 * len(rows)),
        table=Table(table, columns, words),
        words=words,
    )
