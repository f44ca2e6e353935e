"""Build: parameters in, a folder of pages out; all of it or nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from analysis import parameters, paths, selection, store
from analysis.errors import ReportError
from analysis.report import execution, pages, provenance
from analysis.report.listing import write_listing
from analysis.report.place import NOTEBOOKS, folder
from analysis.strings import Words
from analysis.study import Study


def build(values: Mapping[str, str], notebooks: Path = paths.NOTEBOOKS) -> Path:
    """Run the notebooks over the selection that `values` name and put the report in place; return its index.html.

    Parameters and selection are checked before the first kernel starts. Until every page is made, nothing
    in the report's folder changes: a failure or Ctrl-C leaves the last good report as it was.

    Args:
        values: parameters by name, as `analysis.parameters.resolve` returns them.
        notebooks: the folder that holds the notebooks of `place.NOTEBOOKS`.

    Raises:
        ParameterError, CollectionError, ReportError: see `analysis.selection.load`.
        ReportError: a notebook is missing or failed; names it, the cell and the exception.
    """
    values = parameters.resolve(values, environment={})
    files = {name: notebooks / f"{name}.ipynb" for name in NOTEBOOKS}
    missing = [str(file) for file in files.values() if not file.exists()]
    if missing:
        raise ReportError(
            f"The report needs {', '.join(missing)}, which is not there: bring it back from the repository."
        )
    frames = provenance.inputs(values["collection"]) if store.manifest(values["collection"]) is not None else {}
    chosen = selection.load(**values)
    words = Words(values["language"], values["months"])
    place = folder(chosen)
    study = Study.of(chosen)
    executed = execution.run(files, study, paths.reports() / ".failed" / f"{chosen.collection}_{place.name}")

    frames_of_tables = study.tables()
    tables = {f"{name}.csv": selection.csv(table) for name, table in frames_of_tables.items()}
    rows = {f"{name}.csv": len(table) for name, table in frames_of_tables.items()}
    made_of = pages.Pages(chosen, words, frames)
    found = {name: pages.findings(notebook) for name, notebook in executed.items()}
    html = {f"{name}.html": made_of.notebook_page(name, notebook) for name, notebook in executed.items()}
    html["index.html"] = made_of.index_page(found, rows)
    manifest = provenance.manifest(chosen, frames, tables, rows, html)
    _put(place, html, tables, manifest)
    write_listing()
    return place / "index.html"


def _put(place: Path, html: dict[str, bytes], tables: dict[str, bytes], manifest: dict) -> None:
    """Write everything beside the report's place, then exchange the two; a half-written folder is cleared away."""
    made = store.workshop(place)
    try:
        (made / "tables").mkdir()
        for name, content in html.items():
            (made / name).write_bytes(content)
        for name, content in tables.items():
            (made / "tables" / name).write_bytes(content)
        text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
        (made / "manifest.json").write_text(text + "\n", encoding="utf-8", newline="\n")
        store.publish(made, place)
    finally:
        shutil.rmtree(made, ignore_errors=True)
