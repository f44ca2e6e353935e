"""Building: all pages or none, the same bytes again, and a sentence where something fails."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import invented
import nbformat
import pandas as pd
import pytest

from analysis import paths, report, selection, store
from analysis.errors import CollectionError, ParameterError, ReportError, TasrihError
from analysis.report import execution
from analysis.report.place import NOTEBOOKS, name

PAGES = {"index.html", *(f"{notebook}.html" for notebook in NOTEBOOKS)}


def contents(folder: Path) -> dict[str, str]:
    return {
        f.relative_to(folder).as_posix(): hashlib.sha256(f.read_bytes()).hexdigest()
        for f in sorted(folder.rglob("*"))
        if f.is_file()
    }


def with_cell(folder: Path, notebook: str, source: str) -> Path:
    """Return a folder of the notebooks with one more cell, id `more`, at the end of one of them."""
    shutil.copytree(paths.NOTEBOOKS, folder)
    file = folder / f"{notebook}.ipynb"
    changed = nbformat.read(file, as_version=4)
    changed.cells.append(nbformat.v4.new_code_cell(source, id="more"))
    nbformat.write(changed, file)
    return folder


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_report_holds_its_pages_tables_and_manifest(built, language):
    folder = built[language]
    assert folder.name == f"2024-01-01_2024-02-19_{language}" and folder.parent.name == "tiny"
    assert {f.name for f in folder.glob("*.html")} == PAGES
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    for page, facts in manifest["pages"].items():
        content = (folder / page).read_bytes()
        assert (
            facts == {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()} and len(content) < 2_000_000
        )
    for table, facts in manifest["tables"].items():
        content = (folder / "tables" / table).read_bytes()
        assert hashlib.sha256(content).hexdigest() == facts["sha256"]
        assert len(pd.read_csv(io.BytesIO(content), encoding="utf-8-sig")) == facts["rows"]
    steps = {(step["step"], step["reason"]): step["n"] for step in manifest["steps"]}
    assert steps["records", None] == steps["articles", None] + steps["rejected", "no text"]
    assert manifest["statements"] == steps["selected statements", None] == manifest["tables"]["statements.csv"]["rows"]
    assert set(manifest["frames"]) == {
        f"{frame}.parquet" for frame in ("articles", "rejects", "statements", "stances", "dates", "mentions", "actors")
    }
    assert manifest["parameters"]["language"] == language and manifest["versions"]["matplotlib"]


def test_the_listing_leads_to_every_report(built):
    html = (built["en"].parents[1] / "index.html").read_text(encoding="utf-8")
    for folder in built.values():
        assert f'href="tiny/{folder.name}/index.html"' in html
    assert not [f for f in built["en"].parents[1].rglob(".*") if f.is_file() or f.name.endswith((".new", ".old"))]


def test_statements_table_equals_the_frame(built, monkeypatch):
    monkeypatch.setenv("TASRIH_HOME", str(built["en"].parents[2]))
    rows = selection.joined(selection.load("tiny"))
    back = pd.read_csv(
        built["en"] / "tables" / "statements.csv", encoding="utf-8-sig", dtype="str", keep_default_na=False
    )
    assert back.columns.tolist() == rows.columns.tolist()
    for column in ("statement_id", "content", "speaker", "outlet", "url", "targets"):
        assert back[column].tolist() == rows[column].fillna("").tolist()


def test_the_same_bytes_in_another_folder_time_zone_and_locale(built, tmp_path):
    home, away = tmp_path / "elsewhere {1}", tmp_path / "cwd"
    away.mkdir()
    (away / "matplotlibrc").write_text("font.size: 40\n")
    shutil.copytree(built["en"].parents[2] / "data", home / "data")
    environment = os.environ | {
        "TASRIH_HOME": str(home),
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
        "LANGUAGE": "de",
        "PYTHONHASHSEED": "77",
        "PYTHONPATH": str(paths.PROJECT),
    }
    code = "from analysis import report; report.build({'collection': 'tiny', 'language': 'ar'})"
    subprocess.run([sys.executable, "-c", code], cwd=away, env=environment, check=True, capture_output=True)
    assert contents(home / "reports" / "tiny" / built["ar"].name) == contents(built["ar"])


def test_a_failing_notebook_leaves_the_last_good_report(home, tmp_path):
    index = report.build({"collection": "tiny"})
    before = contents(home / "reports")
    broken = with_cell(tmp_path / "broken", "actors", "page.nothing")
    with pytest.raises(ReportError) as caught:
        report.build({"collection": "tiny"}, notebooks=broken)
    sentence = str(caught.value)
    assert "'actors'" in sentence and "'more'" in sentence and "AttributeError" in sentence and "\n" not in sentence
    failed = home / "reports" / ".failed" / f"tiny_{index.parent.name}"
    assert "Traceback" in (failed / "actors.txt").read_text(encoding="utf-8") and (failed / "actors.ipynb").exists()
    after = {file: value for file, value in contents(home / "reports").items() if not file.startswith(".failed")}
    assert after == before
    report.build({"collection": "tiny"})
    assert not failed.exists()


@pytest.mark.parametrize(
    "values, error",
    [
        ({"collection": "tiny", "from_date": "2031-01-01"}, ReportError),
        ({"collection": "tiny", "actors": "nobody"}, ParameterError),
        ({"collection": "tiny", "language": "fr"}, ParameterError),
        ({"collection": "absent"}, CollectionError),
    ],
)
def test_no_kernel_starts_before_all_is_checked(home, monkeypatch, values, error):
    monkeypatch.setattr(execution, "run", lambda *a: pytest.fail("a kernel was started"))
    with pytest.raises(error) as caught:
        report.build(values)
    assert isinstance(caught.value, TasrihError) and str(caught.value).endswith(".") and not (home / "reports").exists()


def test_a_missing_notebook_is_named(home, tmp_path):
    with pytest.raises(ReportError, match="overview.ipynb"):
        report.build({"collection": "tiny"}, notebooks=tmp_path)


def test_an_interrupt_leaves_nothing_half_written(home, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(report.build.__globals__["pages"].Pages, "index_page", interrupted)
    monkeypatch.setattr(
        execution, "run", lambda notebooks, *_: {name: nbformat.v4.new_notebook() for name in notebooks}
    )
    with pytest.raises(KeyboardInterrupt):
        report.build({"collection": "tiny"})
    assert not list((home / "reports").rglob("*.html"))


def test_an_interrupt_ends_the_kernels(home, monkeypatch):
    ended = []

    def wait(*_, **__):
        raise KeyboardInterrupt

    original = execution._kernel_class

    def watched(started):
        ended.append(started)
        return original(started)

    monkeypatch.setattr(execution, "_kernel_class", watched)
    monkeypatch.setattr(execution, "wait", wait)
    with pytest.raises(KeyboardInterrupt):
        report.build({"collection": "tiny"})
    assert not (home / "reports" / "tiny").exists()
    processes = [
        kernel.provisioner.process
        for kernels in ended
        for kernel in kernels
        if kernel.provisioner is not None and getattr(kernel.provisioner, "process", None)
    ]
    assert all(process.poll() is not None for process in processes)


def test_a_collection_of_one_article(home):
    tables = invented.collection("one", 1)
    store.write("one", tables, {"collection": "one"})
    index = report.build({"collection": "one", "language": "ar"})
    assert {f.name for f in index.parent.glob("*.html")} == PAGES


def test_a_collection_without_dates_or_statements(home):
    tables = invented.collection("bare", 6)
    for column in ("published", "written"):
        tables["articles"][column] = pd.Series(pd.NaT, index=tables["articles"].index, dtype="datetime64[us]")
        tables["articles"][f"{column}_basis"] = "unknown"
    for frame in ("statements", "stances", "dates"):
        tables[frame] = tables[frame].iloc[:0]
    store.write("bare", tables, {"collection": "bare"})
    index = report.build({"collection": "bare"})
    assert index.parent.name == "undated_en" and {f.name for f in index.parent.glob("*.html")} == PAGES


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({}, "2024-01-01_2024-01-31_en"),
        ({"bin": "day"}, "2024-01-01_2024-01-31_en_day"),
        ({"language": "ar", "months": "ar-SY"}, "2024-01-01_2024-01-31_ar_ar-SY"),
        ({"actors": "b; a"}, "2024-01-01_2024-01-31_en_actors-"),
    ],
)
def test_other_choices_have_another_folder(changes, expected):
    values = {
        "language": "en",
        "bin": "week",
        "date_basis": "written",
        "months": "ar-EG",
        "actors": "",
        "outlets": "",
        **changes,
    }
    made = name("2024-01-01", "2024-01-31", values)
    assert made.startswith(expected) and len(made) - len(expected) in (0, 6)
    assert name("2024-01-01", "2024-01-31", {**values, "actors": "a;b"}) == name(
        "2024-01-01", "2024-01-31", {**values, "actors": " b ; a "}
    )
