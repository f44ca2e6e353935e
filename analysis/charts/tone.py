"""Tone over time: mean polarity with its interval, and how many statements have a word of the lexicon at all."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from analysis.charts import axis, theme
from analysis.charts.chart import Chart, Notice, pictures
from analysis.charts.table import Table
from analysis.measures.tone import FEWEST_ARTICLES, FEWEST_STATEMENTS
from analysis.strings import Words


def chart(
    table: pd.DataFrame, overall: dict, width: str, words: Words, notes: tuple[Markup, ...], key: str = "tone"
) -> Chart | Notice:
    """Return the chart of `measures.tone.over_time`.

    Args:
        overall: `measures.tone.summary` of the whole range, for the title.
    """
    if not table["statements"].sum():
        return Notice(key, words.html("empty.tone"))
    numbers = {
        name: table[name].to_numpy(dtype=float, na_value=float("nan")) for name in ("mean", "low", "high", "with_cues")
    }
    enough = table["enough"].to_numpy(dtype=bool)

    def draw(figure, narrow):
        upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=(3, 1))
        places = pd.Series(range(len(table)))
        upper.axhline(0, color=theme.MUTED, linewidth=0.8)
        # A point without enough neighbours still needs its interval: bars as well as the band.
        upper.fill_between(
            places, numbers["low"], numbers["high"], where=enough, color=theme.LIGHT, alpha=0.45, linewidth=0
        )
        upper.vlines(places[enough], numbers["low"][enough], numbers["high"][enough], color=theme.LIGHT, linewidth=1.6)
        upper.plot(
            places,
            pd.Series(numbers["mean"]).where(enough),
            color=theme.SERIES,
            linewidth=1.8,
            marker="o",
            markersize=4,
        )
        upper.plot(
            places[~enough],
            numbers["mean"][~enough],
            linestyle="none",
            marker="o",
            markersize=4.5,
            markerfacecolor="none",
            markeredgecolor=theme.SERIES,
        )
        reach = (
            max(
                0.3,
                *(
                    abs(pd.Series(numbers[name]).dropna()).max()
                    for name in ("mean", "low", "high")
                    if pd.Series(numbers[name]).notna().any()
                ),
            )
            * 1.1
        )
        upper.set_ylim(-min(reach, 1.05), min(reach, 1.05))
        axis.numbers(upper, words, lambda value: words.signed(value, 1))
        lower.bar(places, numbers["with_cues"], width=0.8, color=theme.LIGHT)
        lower.set_ylim(0, 1)
        axis.numbers(lower, words, words.percent, most=2)
        axis.time(lower, table["bin"], width, words, most=3 if narrow else 8)
        upper.tick_params(axis="x", length=0)

    values = dict(
        mean=words.signed(overall["mean"]),
        statements=words.say("n.statements", n=overall["statements"]),
        articles=words.say("n.articles.of", n=overall["articles"]),
    )
    title = words.html("tone.title", **values)
    if overall["enough"]:
        title += words.html("tone.interval", low=words.signed(overall["low"]), high=words.signed(overall["high"]))
    few = words.html("legend.too_few", n=FEWEST_STATEMENTS, articles=FEWEST_ARTICLES)
    columns = (
        "bin",
        "days",
        "statements",
        "articles",
        "negative",
        "neutral",
        "positive",
        "mean",
        "low",
        "high",
        "with_cues",
    )
    return Chart(
        key,
        title,
        words.html(f"tone.subtitle.{width}"),
        words.say(
            "tone.alt",
            **values,
            drawn=int(enough.sum()),
            few=int((~enough & (table["statements"] > 0).to_numpy()).sum()),
        ),
        (
            ("dot", words.html("legend.mean")),
            ("band", words.html("legend.interval")),
            ("hollow", few),
            ("light", words.html("legend.cues")),
        ),
        notes,
        **pictures(key, draw, 3.9, 3.7),
        table=Table(table, columns, words),
        words=words,
    )
