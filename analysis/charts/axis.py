"""Axes: the ticks of time and of numbers, and which side things stand on."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from analysis.charts import theme
from analysis.charts.arabic import shape
from analysis.strings import Words


def time(axes: Axes, bins: pd.Series, width: str, words: Words, most: int) -> None:
    """Label a time axis with points at 0, 1, 2 …: at most `most` periods by their first day, years where they begin."""
    step = -(-len(bins) // most)
    places = range(0, len(bins), step)
    form = "MMM" if width == "month" else "d MMM"
    labels, year = [], None
    for place in places:
        day = bins.iloc[place]
        labels.append(shape(words.day(day, form) + (f"\n{day.year}" if day.year != year else "")))
        year = day.year
    axes.set_xticks(list(places), labels)
    axes.set_xlim(-0.6, len(bins) - 0.4)


def numbers(axes: Axes, words: Words, form=None, most: int = 4, integer: bool = False) -> None:
    """Label the number axis (y), with a grid; on the side where reading begins."""
    axes.yaxis.set_major_locator(MaxNLocator(most, integer=integer, min_n_ticks=2))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: (form or words.number)(value)))
    axes.grid(axis="y")
    if words.language == "ar":
        axes.yaxis.tick_right()


def names(axes: Axes, labels: list[str], words: Words) -> None:
    """Label categories on the y axis from top to bottom, where reading begins; bars then run away from it."""
    axes.set_yticks(range(len(labels)), labels)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.tick_params(axis="y", colors=theme.INK, length=0)
    if words.language == "ar":
        axes.yaxis.tick_right()
        axes.invert_xaxis()
