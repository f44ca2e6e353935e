"""The committed notebooks: thin, clean, with the parameters of the one table."""

import ast
import json

import nbformat
import pytest

from analysis import notebook as facade
from analysis import parameters, paths
from analysis.report.lab import copies, parameters_source
from analysis.report.place import NOTEBOOKS

FILES = sorted(paths.NOTEBOOKS.glob("*.ipynb"))


def test_all_notebooks_of_a_report_are_there():
    assert {file.stem for file in FILES} >= set(NOTEBOOKS)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_a_notebook_is_clean_and_thin(file):
    notebook = nbformat.read(file, as_version=4)
    nbformat.validate(notebook)
    assert len(notebook.cells) < 12
    assert notebook.metadata.kernelspec.name == "python3"
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    for cell in notebook.cells:
        assert cell.cell_type != "code" or (cell.outputs == [] and cell.execution_count is None)
        assert cell.id.replace("-", "").isalpha(), cell.id
        assert set(cell.metadata) <= {"tags"}
    assert (
        file.read_text(encoding="utf-8")
        == json.dumps(json.loads(file.read_text(encoding="utf-8")), ensure_ascii=False, indent=1) + "\n"
    )


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_each_cell_is_one_call_of_the_package(file):
    cells = nbformat.read(file, as_version=4).cells
    tagged = [cell for cell in cells if "parameters" in cell.metadata.get("tags", [])]
    assert len(tagged) == 1 and tagged[0].source == parameters_source(
        {p.name: p.default for p in parameters.PARAMETERS}
    )
    for cell in cells[2:]:
        (statement,) = ast.parse(cell.source).body
        call = statement.value
        assert isinstance(call, ast.Call) and call.func.value.id == "nb" and hasattr(facade, call.func.attr)
    kinds = (ast.FunctionDef, ast.For, ast.While, ast.ListComp, ast.Lambda)
    assert not [node for cell in cells for node in ast.walk(ast.parse(cell.source)) if isinstance(node, kinds)]


def test_lab_fills_in_the_parameters_and_keeps_what_was_added(home):
    values = parameters.resolve({"collection": "tiny", "language": "ar", "actors": 'هالة "النهري"'}, environment={})
    folder = copies(values)
    assert folder == home / "work" / "tiny"
    copy = folder / "overview.ipynb"
    notebook = nbformat.read(copy, as_version=4)
    filled = {}
    exec(notebook.cells[0].source, filled)  # the cell is ours
    assert {name: filled[name] for name in values} == values and "هالة" in notebook.cells[0].source
    notebook.cells.append(nbformat.v4.new_markdown_cell("mine"))
    nbformat.write(notebook, copy)
    copies({**values, "language": "en"})
    again = nbformat.read(copy, as_version=4)
    assert again.cells[-1].source == "mine" and 'language = "en"' in again.cells[0].source


def test_lab_without_jupyterlab_says_what_to_install(home, monkeypatch):
    import importlib.util

    from analysis import report
    from analysis.errors import ReportError

    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ReportError, match="pip install"):
        report.lab({"collection": "tiny"})


def test_every_function_has_help():
    functions = [getattr(facade, name) for name in dir(facade) if not name.startswith("_")]
    assert all(f.__doc__ for f in functions if callable(f) and f.__module__ == facade.__name__)
