"""Multiples: one small panel a speaker, all on the same axes: its share of the statements over time."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from analysis.charts import axis, theme
from analysis.charts.chart import Chart, Notice, pictures, wrapped
from analysis.charts.table import Table
from analysis.strings import Words

FEWEST = 10


def chart(
    table: pd.DataFrame, width: str, words: Words, notes: tuple[Markup, ...], key: str = "shares"
) -> Chart | Notice:
    """Return the chart of `measures.frequency.by_speaker_over_time`.

    Periods with fewer than ten statements in all are hollow points without a line: a share of so few says little.
    """
    highest = float(table["share"].max()) if table["share"].notna().any() else 0
    keys = list(dict.fromkeys(table["speaker_key"]))
    firm = table[table["total"] >= FEWEST]
    if not keys or not len(firm):
        return Notice(key, words.html("empty.shares", n=FEWEST))

    def draw(figure, narrow):
        columns = 2 if narrow else 3
        panels = figure.subplots(-(-len(keys) // columns), columns, sharex=True, sharey=True, squeeze=False)
        if words.language == "ar":  # the panels are categories: the first stands on the right
            panels = panels[:, ::-1]
        for axes, speaker in zip(panels.flat, keys):
            rows = table[table["speaker_key"] == speaker].reset_index(drop=True)
            share = rows["share"].to_numpy(dtype=float, na_value=float("nan"))
            enough = (rows["total"] >= FEWEST).to_numpy()
            places = rows.index.to_numpy()
            axes.plot(
                places, pd.Series(share).where(enough), color=theme.SERIES, linewidth=1.8, marker="o", markersize=3
            )
            axes.plot(
                places[~enough],
                share[~enough],
                linestyle="none",
                marker="o",
                markersize=3.5,
                markerfacecolor="none",
                markeredgecolor=theme.SERIES,
            )
            axis.numbers(axes, words, words.percent, most=3)
            axis.time(axes, rows["bin"], width, words, most=2 if narrow else 3)
            axes.set_ylim(0, highest * 1.08)
            axes.set_title(
                wrapped(words.name(speaker), 22 if narrow else 27),
                fontsize=8.8,
                color=theme.INK,
                loc="right" if words.language == "ar" else "left",
            )
            axes.label_outer()
            if words.language == "ar":  # label_outer keeps the labels of the left column; here they stand on the right
                axes.tick_params(labelright=axes.get_subplotspec().is_last_col())
        for axes in list(panels.flat)[len(keys) :]:
            axes.set_visible(False)

    top = firm.loc[firm["share"].astype(float).idxmax()]
    values = dict(
        share=words.percent(top["share"]),
        n=int(top["statements"]),
        total=int(top["total"]),
        period=words.period(top["bin"], width),
    )
    return Chart(
        key,
        words.html("shares.title", name=words.name_html(top["speaker_key"]), **values),
        words.html(f"shares.subtitle.{width}"),
        words.say("shares.alt", name=words.name(top["speaker_key"]), **values, speakers=len(keys)),
        (("dot", words.html("legend.firm", n=FEWEST)), ("hollow", words.html("legend.few", n=FEWEST))),
        notes,
        **pictures(key, draw, 0.4 + 1.55 * -(-len(keys) // 3), 0.4 + 1.45 * -(-len(keys) // 2)),
        table=Table(table, ("speaker_key", "bin", "statements", "total", "share"), words, limit=1000),
        words=words,
    )
