"""Pages: an executed notebook becomes one HTML file through the project's own template."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markupsafe import Markup
from nbformat import NotebookNode

import analysis
from analysis import parameters
from analysis.charts import theme
from analysis.report import provenance
from analysis.report.place import NOTEBOOKS
from analysis.selection import Selection
from analysis.strings import Words

TEMPLATE = Path(__file__).with_name("template")
HIDDEN = ("parameters", "injected-parameters")


@dataclass(frozen=True)
class Pages:
    """The pages of one report. Each `*_page` method returns the bytes of a file."""

    selection: Selection
    words: Words
    frames: dict[str, str]

    @cached_property
    def _exporter(self):
        from nbconvert import (
            TemplateExporter,  # imported here: it costs more than half a second
        )

        # Not HTMLExporter: it takes the finished page apart and writes it anew, and invents alternative texts.
        exporter = TemplateExporter(
            extra_template_basedirs=[str(TEMPLATE.parent)], template_name=TEMPLATE.name, template_file="page.html.j2"
        )
        exporter.file_extension = ".html"
        exporter.environment.autoescape = True
        exporter.environment.trim_blocks = exporter.environment.lstrip_blocks = True
        return exporter

    def notebook_page(self, name: str, executed: NotebookNode) -> bytes:
        """Return the page of an executed notebook, the same bytes for the same outputs."""
        context = self.context(name, self.words.say(f"page.{name}"))
        html, _ = self._exporter.from_notebook_node(canonical(executed), resources={"report": context})
        return html.encode("utf-8")

    def index_page(self, findings: dict[str, list[tuple[str, str]]], tables: dict[str, int]) -> bytes:
        """Return the page that joins the others: what each found, and the tables with their number of rows."""
        words = self.words
        values = dict(collection=self.selection.collection, range=words.span(self.selection.first, self.selection.last))
        context = self.context("index", words.say("index.title", **values))
        lede = words.html(
            "index.lede",
            statements=words.say("n.statements", n=len(self.selection.statements)),
            articles=words.say("n.articles.of", n=len(self.selection.articles)),
        )
        template = self._exporter.environment.get_template("index.html.j2")
        return template.render(resources={"report": context}, findings=findings, tables=tables, lede=lede).encode(
            "utf-8"
        )

    def context(self, name: str, title: str) -> dict:
        """Return what the template needs beside the notebook."""
        words = self.words
        shown = [(words.html(f"parameter.{p.name}"), self._shown(p.name)) for p in parameters.PARAMETERS]
        names = {page: words.html(f"page.{page}.short") for page in NOTEBOOKS}
        return dict(
            name=name,
            title=title,
            words=words,
            css=Markup(stylesheet()),
            pages=names,
            parameters=shown,
            program=provenance.program(),
            versions=provenance.versions(),
            inputs=provenance.whole(self.frames),
            version=analysis.__version__,
        )

    def _shown(self, name: str) -> str | Markup:
        value = self.selection.values[name]
        if name in ("from_date", "to_date"):
            return self.words.day(self.selection.first if name == "from_date" else self.selection.last) or "–"
        if not value:
            return self.words.html("template.all")
        return self.words.value(name, value) if parameters.BY_NAME[name].choices else value


def findings(executed: NotebookNode) -> list[tuple[str, str]]:
    """Return (anchor, finding as markup) of every chart and table in an executed notebook."""
    marks = [
        output.metadata.get("tasrih")
        for cell in executed.cells
        for output in cell.get("outputs", [])
        if "metadata" in output
    ]
    return [(mark["key"], mark["finding"]) for mark in marks if mark and mark["finding"]]


def canonical(notebook: NotebookNode) -> NotebookNode:
    """Return the notebook without what changes from run to run, and without the parameters (they have a table)."""
    notebook.metadata = {}
    notebook.cells = [cell for cell in notebook.cells if not set(HIDDEN) & set(cell.metadata.get("tags", []))]
    for cell in notebook.cells:
        cell.metadata = {}
        for output in cell.get("outputs", []):
            if "text/html" in output.get("data", {}):
                output["data"] = {"text/html": output["data"]["text/html"]}
    return notebook


def stylesheet() -> str:
    """Return the style sheet of a page: colours and typeface, charts and tables, the page around them."""
    return theme.css() + "".join((TEMPLATE / name).read_text(encoding="utf-8") for name in ("blocks.css", "page.css"))
