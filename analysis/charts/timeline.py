"""Timeline: statements by period as columns, and below them statements per article, the same axis of time."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from analysis.charts import axis, theme
from analysis.charts.chart import Chart, Notice, pictures
from analysis.charts.table import Table
from analysis.strings import Words


def chart(
    table: pd.DataFrame, width: str, words: Words, notes: tuple[Markup, ...], key: str = "over-time"
) -> Chart | Notice:
    """Return the chart of `measures.frequency.over_time`; a Notice where nothing is dated."""
    if not len(table) or not table["statements"].sum():
        return Notice(key, words.html("empty.dated"))

    def draw(figure, narrow):
        upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=(3, 2))
        places = range(len(table))
        once = table["statements_once"].to_numpy(dtype=float)
        upper.bar(places, once, width=0.8, color=theme.SERIES)
        upper.bar(places, table["statements"].to_numpy(dtype=float) - once, bottom=once, width=0.8, color=theme.LIGHT)
        rate = table["per_article"].to_numpy(dtype=float, na_value=float("nan"))
        lower.plot(
            places, rate, color=theme.SERIES, linewidth=1.8, marker="o", markersize=3.5 if len(table) < 40 else 0
        )
        lower.set_ylim(bottom=0)
        # Periods without any article are hatched: nothing was collected, which is not the same as nothing was said.
        for place in (i for i in places if table["articles"].iloc[i] == 0):
            for axes in (upper, lower):
                axes.axvspan(
                    place - 0.5, place + 0.5, facecolor="none", edgecolor=theme.GRID, hatch="////", linewidth=0
                )
        for axes, form, whole in (
            (upper, None, True),
            (lower, lambda v: words.number(v, 0 if float(v).is_integer() else 1), False),
        ):
            axis.numbers(axes, words, form, most=4 if axes is upper else 3, integer=whole)
        axis.time(lower, table["bin"], width, words, most=3 if narrow else 8)
        upper.tick_params(axis="x", length=0)

    top = table.loc[table["statements"].astype(int).idxmax()]
    values = dict(
        period=words.period(top["bin"], width),
        statements=words.say("n.statements", n=int(top["statements"])),
        articles=words.say("n.articles.of", n=int(top["articles"])),
    )
    copied = (table["statements"] > table["statements_once"]).any()
    legend = [("series", words.html("legend.once")), ("light", words.html("legend.copies"))] if copied else []
    if (table["articles"] == 0).any():
        legend.append(("gap", words.html("legend.gap")))
    columns = ("bin", "days", "articles", "statements", "statements_once", "per_article")
    return Chart(
        key,
        words.html("timeline.title", **values),
        words.html(f"timeline.subtitle.{width}"),
        words.say(
            "timeline.alt",
            **values,
            total=words.say("n.statements", n=int(table["statements"].sum())),
            periods=len(table),
        ),
        tuple(legend),
        notes,
        **pictures(key, draw, 3.6, 3.6),
        table=Table(table, columns, words),
        words=words,
    )
