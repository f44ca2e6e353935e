"""Coverage: articles by outlet and day as a grid; the darker the more, empty where there is none."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup
from matplotlib.collections import PatchCollection
from matplotlib.patches import Rectangle

from analysis.charts import axis, theme
from analysis.charts.chart import Chart, Notice, pictures, wrapped
from analysis.charts.table import Table
from analysis.measures.coverage import UNKNOWN
from analysis.strings import Words

MOST_OUTLETS = 25
LEVELS = (0.25, 0.45, 0.7, 1.0)


def chart(
    table: pd.DataFrame, width: str, words: Words, notes: tuple[Markup, ...], key: str = "coverage"
) -> Chart | Notice:
    """Return the chart of `measures.coverage.by_outlet`; a Notice where nothing is dated."""
    if not len(table):
        return Notice(key, words.html("empty.dated"))
    totals = table.groupby("outlet")["articles"].sum().sort_values(ascending=False, kind="stable")
    outlets = totals.index[:MOST_OUTLETS].tolist()
    grid = table.pivot(index="outlet", columns="bin", values="articles").loc[outlets].astype(int)
    most = int(grid.to_numpy().max())

    names = [words.say("outlet.—") if outlet == UNKNOWN else outlet for outlet in outlets]

    def draw(figure, narrow):
        axes = figure.subplots()
        # Four steps, one collection each: thousands of cells stay small in the file.
        for level, opacity in enumerate(LEVELS):
            cells = [
                Rectangle((x - 0.46, y - 0.38), 0.92, 0.76)
                for y, outlet in enumerate(outlets)
                for x, n in enumerate(grid.loc[outlet])
                if n and _level(n, most) == level
            ]
            axes.add_collection(PatchCollection(cells, facecolor=theme.SERIES, edgecolor="none", alpha=opacity))
        axis.time(axes, grid.columns.to_series(), width, words, most=3 if narrow else 8)
        axes.set_yticks(range(len(outlets)), [wrapped(name, 16 if narrow else 26) for name in names])
        axes.set_ylim(len(outlets) - 0.4, -0.6)
        axes.tick_params(axis="y", colors=theme.INK)
        for y in range(len(outlets)):
            axes.axhline(y, color=theme.GRID, linewidth=0.6, zorder=0)
        if words.language == "ar":
            axes.yaxis.tick_right()

    empty, cells = int((table["articles"] == 0).sum()), len(table)
    values = dict(
        outlet=words.value("outlet", outlets[0]),
        share=words.percent(totals.iloc[0] / totals.sum()),
        articles=words.say("n.articles", n=int(totals.sum())),
    )
    title = words.html("coverage.title" if len(totals) > 1 else "coverage.title.one", **values)
    if empty:
        title += words.html(f"coverage.gaps.{width}", empty=empty, cells=cells)
    alt = words.say(
        "coverage.alt", outlets=words.say("n.outlets", n=len(totals)), **values, empty=empty, cells=cells, most=most
    )
    bounds = [
        max((n for n in range(1, most + 1) if _level(n, most) == level), default=0) for level in range(len(LEVELS))
    ]
    legend, low = [], 1
    for level, high in enumerate(bounds):
        if high:
            legend.append(
                (
                    f"level{level + 1}",
                    Markup("<span dir=ltr>{}</span>").format(f"{low}" if low == high else f"{low}–{high}"),
                )
            )
            low = high + 1
    return Chart(
        key,
        title,
        words.html(f"coverage.subtitle.{width}"),
        alt,
        tuple(legend),
        notes,
        **pictures(key, draw, 0.75 + 0.27 * len(outlets), 0.75 + 0.38 * len(outlets)),
        table=Table(table, ("outlet", "bin", "articles", "copies"), words, limit=1000),
        words=words,
    )


def _level(n: int, most: int) -> int:
    """Return which of the four steps a count lies in: steps of equal width on the scale of square roots."""
    return min(len(LEVELS) - 1, int(len(LEVELS) * ((n - 0.5) / most) ** 0.5))
