"""Matrices: two kinds of names against each other with a number in every cell; an empty cell is no zero."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from markupsafe import Markup
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.charts import theme
from analysis.charts.chart import Chart, Notice, pictures, wrapped
from analysis.charts.table import Table
from analysis.strings import Words, bdi

FAINTEST, STRONGEST = 0.12, 0.62
MOST_ON_A_TELEPHONE = 4
FEWEST_ARTICLES = 5

Cell = tuple[str, str, float]


def targets(
    table: pd.DataFrame,
    speakers: list[str],
    about: list[str],
    words: Words,
    notes: tuple[Markup, ...],
    key: str = "pairs",
) -> Chart | Notice:
    """Return the chart of `measures.pairs.by_speaker_and_target` for these speakers (rows) and targets (columns)."""
    if not len(table):
        return Notice(key, words.html("empty.pairs"))
    rows = {(row.speaker_key, row.target_key): row for row in table.itertuples()}

    def cell(speaker: str, target: str) -> Cell | None:
        row = rows.get((speaker, target))
        if row is None:
            return None
        colour = theme.MUTED if row.mean == 0 else theme.POSITIVE if row.mean > 0 else theme.NEGATIVE
        return words.number(row.n), colour, abs(row.mean)

    top = table.iloc[0]
    values = dict(n=int(top["n"]), against=int(top["against"]), in_favour=int(top["in_favour"]))
    title = words.html(
        "pairs.title", speaker=words.name_html(top["speaker_key"]), target=words.name_html(top["target_key"]), **values
    )
    alt = words.say(
        "pairs.title", speaker=words.name(top["speaker_key"]), target=words.name(top["target_key"]), **values
    )
    alt += ". " + words.say("pairs.alt", rows=len(speakers), columns=len(about), n=int(table["n"].sum()))
    return Chart(
        key,
        title,
        words.html("pairs.subtitle"),
        alt,
        (
            ("negative soft", words.html("legend.against")),
            ("muted soft", words.html("legend.balanced")),
            ("positive soft", words.html("legend.in_favour")),
        ),
        notes,
        **_grid(key, speakers, about, words.name, words.name, cell, words),
        table=Table(table, ("speaker_key", "target_key", "n", "against", "in_favour", "mean", "articles"), words),
        words=words,
    )


def outlets(
    table: pd.DataFrame, words: Words, notes: tuple[Markup, ...], key: str = "speakers-by-outlet", most: int = 8
) -> Chart | Notice:
    """Return the chart of `measures.frequency.by_speaker_and_outlet`: statements for 100 articles of the outlet."""
    firm = table[table["articles"] >= FEWEST_ARTICLES]
    if not len(firm) or not firm["statements"].sum():
        return Notice(key, words.html("empty.outlets", n=FEWEST_ARTICLES))
    sizes = firm.drop_duplicates("outlet").sort_values(["articles", "outlet"], ascending=[False, True])
    columns = sizes["outlet"].head(most).tolist()
    rows = {(row.speaker_key, row.outlet): row for row in firm.itertuples()}
    highest = float(firm["per_100"].max())

    def cell(speaker: str, outlet: str) -> Cell | None:
        row = rows[speaker, outlet]
        return (words.number(row.per_100), theme.SERIES, row.per_100 / highest) if row.statements else None

    top = firm.loc[firm["per_100"].astype(float).idxmax()]
    values = dict(
        n=float(top["per_100"]),
        statements=words.say("n.statements", n=int(top["statements"])),
        articles=words.say("n.articles.of", n=int(top["articles"])),
    )
    return Chart(
        key,
        words.html(
            "speakers-by-outlet.title",
            name=words.name_html(top["speaker_key"]),
            outlet=bdi(top["outlet"], words.language),
            **values,
        ),
        words.html("speakers-by-outlet.subtitle"),
        words.say("speakers-by-outlet.title", name=words.name(top["speaker_key"]), outlet=top["outlet"], **values),
        (),
        notes,
        **_grid(key, list(dict.fromkeys(table["speaker_key"])), columns, words.name, str, cell, words),
        table=Table(table, ("speaker_key", "outlet", "statements", "articles", "per_100"), words),
        words=words,
    )


def _grid(
    key: str,
    rows: list[str],
    columns: list[str],
    row_name: Callable[[str], str],
    column_name: Callable[[str], str],
    cell: Callable[[str, str], Cell | None],
    words: Words,
) -> dict[str, str]:
    """Return the two pictures of a grid; `cell` gives text, colour and strength (0 to 1), or None for nothing."""

    def draw(figure: Figure, narrow: bool) -> None:
        shown = columns[:MOST_ON_A_TELEPHONE] if narrow else columns
        axes = figure.subplots()
        for y, row in enumerate(rows):
            for x, column in enumerate(shown):
                found = cell(row, column)
                if found is None:
                    axes.plot([x], [y], marker=".", markersize=2, color=theme.GRID)
                    continue
                text, colour, strength = found
                opacity = FAINTEST + (STRONGEST - FAINTEST) * strength
                axes.add_patch(
                    Rectangle((x - 0.46, y - 0.44), 0.92, 0.88, facecolor=colour, edgecolor="none", alpha=opacity)
                )
                axes.text(x, y, text, ha="center", va="center", fontsize=9)
        axes.set_xlim(-0.5, len(shown) - 0.5)
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_yticks(
            range(len(rows)), [wrapped(row_name(k), 15 if narrow else 26, 3 if narrow else 2) for k in rows]
        )
        axes.set_xticks(
            range(len(shown)),
            [wrapped(column_name(k), 10 if narrow else 12, 4) for k in shown],
            fontsize=8 if narrow else 8.5,
        )
        axes.xaxis.tick_top()
        axes.tick_params(length=0, colors=theme.INK)
        axes.spines["bottom"].set_visible(False)
        if words.language == "ar":
            axes.invert_xaxis()
            axes.yaxis.tick_right()

    return pictures(key, draw, 0.95 + 0.42 * len(rows), 1.15 + 0.55 * len(rows))
