"""What the notebooks call: one function a chart or table, each takes the page and returns something to display.

    from analysis import notebook as nb
    page = nb.page("frequency", collection="sample", language="ar")
    nb.statements_over_time(page)

Every function works the same in JupyterLab and in a report. The numbers behind a chart are `.table.frame` of what it
returns; `page.study` holds every table, `page.study.statements` one row for each statement.
"""

from __future__ import annotations

import os
import pickle
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from analysis import charts, parameters, selection
from analysis.charts import Chart, Notice, Table, evidence, theme
from analysis.measures import pairs
from analysis.paths import PROJECT
from analysis.strings import Words, bdi
from analysis.study import Study

BLOCKS = PROJECT / "analysis" / "report" / "template" / "blocks.css"
IN_REPORT = "TASRIH_REPORT"  # set by the builder: a file with the study; the page then brings the style sheet itself


@dataclass(frozen=True)
class Page:
    """One notebook's page: its name, its study and the words of its language. Displays as the page's heading."""

    name: str
    study: Study
    words: Words

    def notes(self, *keys: str, time: bool = False) -> tuple[Markup, ...]:
        """Return the sentences under a chart: the source and, for each key, `note.<key>`."""
        study, words = self.study, self.words
        notes = [
            words.html(
                "note.source",
                collection=bdi(study.selection.collection, words.language),
                range=words.span(*study.range),
            )
        ]
        notes += [
            words.html(
                "note.n",
                statements=words.say("n.statements", n=len(study.statements)),
                articles=words.say("n.articles.of", n=len(study.selection.articles)),
            )
        ]
        if time:
            notes.append(words.html(f"note.basis.{study.selection.values['date_basis']}"))
            undated = int(study.statements["day"].isna().sum())
            notes += [words.html("note.undated", statements=words.say("n.statements", n=undated))] if undated else []
            notes += [words.html(f"note.finer.{study.width}")] if study.width != study.selection.values["bin"] else []
            notes += [words.html("note.time")] if words.language == "ar" else []
        return (*notes, *(words.html(f"note.{key}") for key in keys))

    def _repr_mimebundle_(self, include=None, exclude=None):
        words, study = self.words, self.study
        style = (
            ""
            if os.environ.get(IN_REPORT)
            else Markup("<style>{}{}</style>").format(
                Markup(theme.css(dark=False)), Markup(BLOCKS.read_text(encoding="utf-8"))
            )
        )
        html = Markup(
            '{}<header class="block page" lang={} dir={}><p class=kicker>{} · {}</p>'
            "<h1>{}</h1><p class=lede>{}</p></header>"
        ).format(
            style,
            words.language,
            words.direction,
            bdi(study.selection.collection, words.language),
            words.span(*study.range),
            words.html(f"page.{self.name}"),
            words.html(f"page.{self.name}.lede"),
        )
        return {"text/html": str(html), "text/plain": words.say(f"page.{self.name}")}, {}


def page(name: str, *, language: str = "en", months: str = "ar-EG", **values: str) -> Page:
    """Return the page of notebook `name`; the values are the parameters (see `analysis.parameters`), all of them text.

    Raises a sentence that says what is possible where a value is not.
    """
    study = _study(dict(values, language=language, months=months))
    return Page(name, study, Words(language, months, selection.names(study.selection, language)))


def figures(page: Page) -> Markup:
    """Show the key figures of the selection: articles, outlets, days, statements, speakers, and what is missing."""
    found, words = page.study.figures(), page.words
    shown = ("articles", "outlets", "days", "statements", "speakers", "evaluations")
    items = Markup("").join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(words.html(f"figure.{name}"), words.number(found[name]))
        for name in shown
    )
    return _Html(Markup('<dl class="block figures">{}</dl>').format(items))


def coverage(page: Page) -> Chart | Notice:
    """Show how many articles there are by outlet and day; gaps stand out."""
    return charts.coverage.chart(
        page.study.coverage(), page.study.coverage_width, page.words, page.notes("coverage", time=True)
    )


def steps(page: Page) -> Table:
    """Show what went in, what was left out, and why."""
    words = page.words
    return Table(
        page.study.steps(), ("step", "reason", "n"), words, words.html("steps.title"), page.notes(), key="steps"
    )


def trust(page: Page) -> Markup:
    """Show how far to trust the report: copies, missing speakers and dates, tone without cues."""
    found, words = page.study.figures(), page.words
    n = max(1, found["statements"])
    values = {
        "trust.tone": dict(share=words.percent(found["without_cue"] / n)),
        "trust.speaker": dict(share=words.percent(found["unresolved"] / n), named=words.percent(found["named"] / n)),
        "trust.copies": dict(
            copies=words.say("n.articles", n=found["copies"]),
            statements=words.say("n.statements", n=found["in_copies"]),
        ),
        "trust.dates": dict(
            undated=words.say("n.articles", n=found["undated"]),
            outside=words.say("n.statements", n=found["outside_range"]),
        ),
        "trust.reports": {},
    }
    items = Markup("").join(Markup("<li>{}</li>").format(words.html(key, **value)) for key, value in values.items())
    return _Html(
        Markup('<section class=block id="trust"><h2>{}</h2><ul>{}</ul></section>').format(
            words.html("trust.title"), items
        )
    )


def statements_over_time(page: Page) -> Chart | Notice:
    """Show statements by period, and statements per article below them."""
    return charts.timeline.chart(
        page.study.over_time(), page.study.width, page.words, page.notes("per_article", time=True)
    )


def speakers(page: Page) -> Chart | Notice:
    """Show who is quoted most."""
    return charts.ranking.speakers(page.study.speakers(), page.words, page.notes("named"))


def speaker_table(page: Page) -> Table:
    """Show every named speaker with counts, outlets, the share of direct speech, and mean tone."""
    words = page.words
    columns = ("speaker_key", "kind", "statements", "statements_once", "articles", "outlets", "direct", "mean")
    return Table(
        page.study.speakers(),
        columns,
        words,
        words.html("speaker_table.title"),
        page.notes("named", "not_validated"),
        key="speaker-table",
    )


def speakers_over_time(page: Page) -> Chart | Notice:
    """Show the share of the main speakers over time, each in a panel of its own."""
    return charts.multiples.chart(
        page.study.speakers_over_time(), page.study.width, page.words, page.notes("named", time=True)
    )


def speakers_by_outlet(page: Page) -> Chart | Notice:
    """Show how often each outlet quotes the main speakers, for 100 of its articles."""
    return charts.matrix.outlets(page.study.speakers_by_outlet(), page.words, page.notes("per_100"))


def outlets(page: Page) -> Table:
    """Show statements by outlet with the outlet's articles as denominator."""
    words = page.words
    columns = ("outlet", "articles", "statements", "statements_once", "per_article", "share", "direct", "named")
    return Table(
        page.study.outlets(), columns, words, words.html("outlets.title"), page.notes("outlets"), key="outlets"
    )


def types(page: Page) -> Chart | Notice:
    """Show how many statements are direct, indirect and mixed."""
    return charts.ranking.values(page.study.values("type"), "type", page.words, page.notes(), "types")


def speech_acts(page: Page) -> Chart | Notice:
    """Show what speakers do with words: say, stress, demand, deny, warn …"""
    return charts.ranking.values(page.study.values("speech_act"), "speech_act", page.words, page.notes(), "acts")


def tone_over_time(page: Page) -> Chart | Notice:
    """Show mean polarity by period with its interval and n; not validated against human codes."""
    study = page.study
    return charts.tone.chart(
        study.tone_over_time(),
        study.tone_overall(),
        study.width,
        page.words,
        page.notes("tone", "not_validated", time=True),
    )


def tone_by_speaker(page: Page) -> Chart | Notice:
    """Show the mean polarity of what each speaker says, where there are enough statements."""
    return charts.intervals.chart(
        page.study.tone_by_speaker(), "speaker_key", page.words, page.notes("tone", "not_validated"), "tone-by-speaker"
    )


def tone_by_outlet(page: Page) -> Chart | Notice:
    """Show the mean polarity of what is said in each outlet: of whom it quotes, not of itself."""
    return charts.intervals.chart(
        page.study.tone_by_outlet(), "outlet", page.words, page.notes("tone_outlet", "not_validated"), "tone-by-outlet"
    )


def speakers_and_targets(page: Page, rows: int = 10, columns: int = 8) -> Chart | Notice:
    """Show who evaluates whom: n in each cell, against or in favour."""
    table = page.study.pairs()
    return charts.matrix.targets(
        table, *pairs.grid(table, rows, columns), page.words, page.notes("pairs", "not_validated")
    )


def unresolved(page: Page) -> Chart | Notice:
    """Show what kinds of speakers there are, and how many statements have none."""
    return charts.ranking.values(
        page.study.values("speaker_kind"), "speaker_kind", page.words, page.notes("unresolved"), "kinds"
    )


def statements(page: Page, cap: int = evidence.CAP) -> evidence.Evidence:
    """Show statements in their paragraphs; beyond `cap` a random sample that is always the same."""
    table = page.study.statements
    rows = evidence.drawn(table, cap)
    found = selection.texts(page.study.selection.collection, rows["article_id"])
    return evidence.Evidence(rows, found, len(table), page.words, page.notes("evidence"))


def _study(values: dict[str, str]) -> Study:
    """Return the study of these values; in a report the one that the builder made, so that it is loaded once."""
    file = os.environ.get(IN_REPORT)
    if file:
        study = pickle.loads(Path(file).read_bytes())
        if study.selection.values == parameters.resolve(values, environment={}):
            return study
    return Study.of(selection.load(**values))


class _Html(Markup):
    """Markup that Jupyter shows as a page and not as text."""

    def _repr_html_(self) -> str:
        return str(self)

    def _repr_pretty_(self, printer, cycle) -> None:
        printer.text(self.striptags())
