"""A chart in a page: its finding, the picture in two widths, a sentence for those who do not see it, its data."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup
from matplotlib.figure import Figure

from analysis.charts import theme
from analysis.charts.arabic import shape
from analysis.charts.table import Table
from analysis.strings import Words


@dataclass(frozen=True)
class Chart:
    """One chart.

    Attributes:
        key: anchor in the page and prefix of the SVG's ids.
        title: what was found, with its number.
        subtitle: what is drawn, in which unit.
        alt: the finding as a sentence for a screen reader.
        legend: (class of the swatch, what it stands for).
        notes: source, n, denominator, basis of the dates, kind of interval.
        wide, narrow: the picture for a page and for a telephone.
        table: the numbers that were drawn.
    """

    key: str
    title: Markup
    subtitle: Markup
    alt: str
    legend: tuple[tuple[str, Markup], ...]
    notes: tuple[Markup, ...]
    wide: str
    narrow: str
    table: Table
    words: Words

    def html(self) -> Markup:
        legend = Markup("").join(
            Markup('<span class=key><span class="swatch {}"></span>{}</span>').format(*entry) for entry in self.legend
        )
        legend = Markup("<p class=legend>{}</p>").format(legend) if legend else ""
        notes = Markup(" ").join(self.notes)
        return Markup(
            '<figure class=block id="{}"><figcaption><h2>{}</h2><p class=subtitle>{}</p></figcaption>{}'
            '<div role=img aria-label="{}"><div class=wide>{}</div><div class=narrow>{}</div></div>\n'
            "<p class=note>{}</p><details class=data><summary>{}</summary>{}</details></figure>"
        ).format(
            self.key,
            self.title,
            self.subtitle,
            legend,
            self.alt,
            Markup(self.wide),
            Markup(self.narrow),
            notes,
            self.words.html("chart.data"),
            self.table.html(),
        )

    def _repr_mimebundle_(self, include=None, exclude=None):
        """What Jupyter shows; the metadata gives the finding to the index page."""
        return {"text/html": str(self.html()), "text/plain": self.alt}, {
            "tasrih": {"key": self.key, "finding": str(self.title)}
        }


@dataclass(frozen=True)
class Notice:
    """What stands in the place of a chart that cannot be drawn: why not."""

    key: str
    text: Markup

    def _repr_mimebundle_(self, include=None, exclude=None):
        page = Markup('<section class="block empty" id="{}"><p>{}</p></section>').format(self.key, self.text)
        return {"text/html": str(page), "text/plain": self.text.striptags()}, {}


def pictures(key: str, draw: Callable[[Figure, bool], None], wide: float, narrow: float) -> dict[str, str]:
    """Return the two pictures of a chart: `draw(figure, is_narrow)` on `wide` and `narrow` inches of height."""
    return {
        "wide": theme.svg(lambda figure: draw(figure, False), f"{key}-w", theme.WIDE, wide),
        "narrow": theme.svg(lambda figure: draw(figure, True), f"{key}-n", theme.NARROW, narrow),
    }


def wrapped(text: str, width: int, lines: int = 2) -> str:
    """Return `text` shaped for matplotlib, in at most `lines` lines of `width` letters; the rest becomes '…'."""
    return shape("\n".join(textwrap.wrap(text, width, max_lines=lines, placeholder=" …")))
