"""The lab: copies of the notebooks with the parameters filled in, opened in JupyterLab."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import nbformat

from analysis import parameters, paths
from analysis.errors import ReportError


def lab(values: Mapping[str, str]) -> int:
    """Copy the notebooks with `values` filled in (see `copies`) and start JupyterLab there; return its exit status.

    Raises ReportError where JupyterLab is not installed.
    """
    if importlib.util.find_spec("jupyterlab") is None:
        raise ReportError(
            "JupyterLab is not installed: run `pip install 'jupyterlab>=4.3'` "
            "in the project's environment, then `make lab` again."
        )
    folder = copies(values)
    path = os.pathsep.join(filter(None, [str(paths.PROJECT), os.environ.get("PYTHONPATH")]))
    environment = os.environ | {"TASRIH_HOME": str(paths.home()), "PYTHONPATH": path}
    return subprocess.run([sys.executable, "-m", "jupyterlab", str(folder)], env=environment, check=False).returncode


def copies(values: Mapping[str, str]) -> Path:
    """Copy the notebooks with `values` filled in to work/<collection>/ and return that folder.

    A copy that is already there is kept but for its parameters: what somebody added to it stays.

    Raises ReportError where such a copy is no notebook any more.
    """
    values = parameters.resolve(values, environment={})
    folder = paths.home() / "work" / values["collection"]
    folder.mkdir(parents=True, exist_ok=True)
    for source in sorted(paths.NOTEBOOKS.glob("*.ipynb")):
        copy = folder / source.name
        try:
            notebook = nbformat.read(copy if copy.exists() else source, as_version=4)
        except ValueError as error:
            raise ReportError(
                f"{copy} is no notebook ({type(error).__name__}): move it away, and it is made anew."
            ) from error
        part = copy.with_name(f".{copy.name}.new")
        nbformat.write(filled(notebook, values), part)
        os.replace(part, copy)
    return folder


def filled(notebook: nbformat.NotebookNode, values: Mapping[str, str]) -> nbformat.NotebookNode:
    """Return the notebook with the values in its parameters cell, readable: Arabic stays Arabic."""
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", []):
            cell.source = parameters_source(values)
    return notebook


def parameters_source(values: Mapping[str, str]) -> str:
    """Return the source of a parameters cell: one line a parameter, with its help."""
    lines = [f"{p.name} = {json.dumps(values[p.name], ensure_ascii=False)}" for p in parameters.PARAMETERS]
    width = max(map(len, lines))
    return "\n".join(f"{line:<{width}}  # {p.help}" for line, p in zip(lines, parameters.PARAMETERS))
