"""Ranking: horizontal bars with their numbers, the longest first."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from analysis.charts import axis, theme
from analysis.charts.chart import Chart, Notice, pictures, wrapped
from analysis.charts.table import Table
from analysis.strings import Words


def ranking(
    table: pd.DataFrame,
    labels: list[str],
    title: Markup,
    subtitle: Markup,
    alt: str,
    shown: tuple[str, ...],
    words: Words,
    notes: tuple[Markup, ...],
    key: str,
    most: int = 12,
    kinds: tuple[tuple[str, str], ...] = (),
) -> Chart | Notice:
    """Return bars of the first `most` rows of a table with the columns statements, statements_once (if any) and share.

    Args:
        labels: the name of each row, plain text.
        shown: the columns of the table behind the chart.
    """
    if not len(table):
        return Notice(key, words.html("empty.rows"))
    rows = table.head(most)
    total = rows["statements"].to_numpy(dtype=float)
    once = rows["statements_once"].to_numpy(dtype=float) if "statements_once" in rows else total
    ends = [f"{words.number(n)} ({words.percent(share)})" for n, share in zip(rows["statements"], rows["share"])]

    def draw(figure, narrow):
        axes = figure.subplots()
        places = [place + (0.2 if narrow else 0) for place in range(len(rows))]
        height = 0.42 if narrow else 0.66
        axes.barh(places, once, height=height, color=theme.SERIES)
        axes.barh(places, total - once, left=once, height=height, color=theme.LIGHT)
        axis.names(axes, [""] * len(rows) if narrow else [wrapped(name, 30) for name in labels[:most]], words)
        # Room after the longest bar for its number; in Arabic the axis runs the other way and so does the text.
        reach = total.max() * (1.3 if narrow else 1.16)
        axes.set_xlim((reach, 0) if words.language == "ar" else (0, reach))
        side = "right" if words.language == "ar" else "left"
        for place, value, end in zip(places, total, ends):
            axes.annotate(
                end,
                (value, place),
                xytext=(-4 if side == "right" else 4, 0),
                textcoords="offset points",
                va="center",
                ha=side,
                color=theme.MUTED,
                fontsize=8.5,
            )
        if narrow:  # names above their bars: no column of names takes a telephone's width
            for place, name in enumerate(labels[:most]):
                axes.annotate(
                    wrapped(name, 44, 1),
                    (0, place - 0.2),
                    xytext=(0, 0),
                    textcoords="offset points",
                    va="center",
                    ha=side,
                    fontsize=8.8,
                )
        axes.set_xticks([])
        axes.spines["bottom"].set_visible(False)

    legend = ()
    if (once < total).any():
        legend = (("series", words.html("legend.once")), ("light", words.html("legend.copies")))
    heights = dict(wide=0.35 + 0.3 * len(rows), narrow=0.3 + 0.42 * len(rows))
    return Chart(
        key,
        title,
        subtitle,
        alt,
        legend,
        notes,
        **pictures(key, draw, **heights),
        table=Table(table, shown, words, kinds=kinds),
        words=words,
    )


def speakers(table: pd.DataFrame, words: Words, notes: tuple[Markup, ...], key: str = "speakers") -> Chart | Notice:
    """Return the ranking of `measures.frequency.by_speaker`."""
    if not len(table):
        return Notice(key, words.html("empty.speakers"))
    top, total = table.iloc[0], int(table["statements"].sum())
    values = dict(
        n=int(top["statements"]),
        total=total,
        share=words.percent(top["share"]),
        articles=words.say("n.articles.of", n=int(top["articles"])),
    )
    return ranking(
        table,
        [words.name(k) for k in table["speaker_key"]],
        words.html("speakers.title", name=words.name_html(top["speaker_key"]), **values),
        words.html("speakers.subtitle", n=len(table)),
        words.say("speakers.alt", name=words.name(top["speaker_key"]), **values),
        ("speaker_key", "kind", "statements", "statements_once", "articles", "outlets", "share", "direct"),
        words,
        notes,
        key,
    )


def values(table: pd.DataFrame, column: str, words: Words, notes: tuple[Markup, ...], key: str) -> Chart | Notice:
    """Return the ranking of `measures.frequency.by_value` for `column`."""
    if not len(table):
        return Notice(key, words.html("empty.rows"))
    labels = [words.value(column, value).striptags() for value in table["value"]]
    top = table.iloc[0]
    said = dict(
        value=words.value(column, top["value"]),
        n=int(top["statements"]),
        total=int(table["statements"].sum()),
        share=words.percent(top["share"]),
    )
    return ranking(
        table,
        labels,
        words.html(f"{key}.title", **said),
        words.html(f"{key}.subtitle"),
        words.say(f"{key}.title", **said),
        ("value", "statements", "share"),
        words,
        notes,
        key,
        kinds=(("value", f"value:{column}"),),
    )
