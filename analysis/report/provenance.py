"""Provenance: what a report was made from, in the page and in manifest.json, without dates and without git."""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib import metadata
from pathlib import Path

import analysis
from analysis import paths
from analysis.selection import Selection

PACKAGES = ("babel", "ipykernel", "jinja2", "matplotlib", "nbconvert", "numpy", "pandas", "papermill", "pyarrow")
FRAMES = ("articles", "rejects", "statements", "stances", "dates", "mentions", "actors")


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@cache
def program() -> dict[str, str]:
    """Return name and version of this package and one hash over its files, tables and notebooks."""
    whole = hashlib.sha256()
    folder = Path(analysis.__file__).parent
    files = [
        f
        for f in folder.rglob("*")
        if f.is_file() and not any(part.startswith((".", "__pycache__")) for part in f.parts[len(folder.parts) :])
    ] + list(paths.NOTEBOOKS.glob("*.ipynb"))
    for file in sorted(files, key=lambda f: f.relative_to(paths.PROJECT).as_posix()):
        whole.update(file.relative_to(paths.PROJECT).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return {"name": "tasrih", "version": analysis.__version__, "files_sha256": whole.hexdigest()}


def versions() -> dict[str, str]:
    """Return the versions of Python and of what turns frames into pages."""
    return {"python": platform.python_version()} | {name: metadata.version(name) for name in PACKAGES}


def inputs(collection: str) -> dict[str, str]:
    """Return the SHA-256 of each frame's file, as it was read."""
    folder = paths.processed(collection)
    return {f"{name}.parquet": sha256((folder / f"{name}.parquet").read_bytes()) for name in FRAMES}


def manifest(
    selection: Selection,
    frames: dict[str, str],
    tables: dict[str, bytes],
    rows: dict[str, int],
    pages: dict[str, bytes],
) -> dict:
    """Return the manifest of a report.

    Args:
        frames: what `inputs` gave when the frames were read.
        tables, pages: the files' bytes by name; rows: the tables' number of rows.
    """
    steps = selection.steps.astype(object).where(selection.steps.notna(), None)
    return {
        "program": program(),
        "versions": versions(),
        "parameters": dict(selection.values),
        "collection": selection.collection,
        "first": selection.first and selection.first.isoformat(),
        "last": selection.last and selection.last.isoformat(),
        "articles": len(selection.articles),
        "statements": len(selection.statements),
        "frames": frames,
        "processing": selection.manifest,
        "steps": [{"step": row.step, "reason": row.reason, "n": int(row.n)} for row in steps.itertuples()],
        "tables": {name: {"rows": rows[name], "sha256": sha256(content)} for name, content in tables.items()},
        "pages": {name: {"bytes": len(content), "sha256": sha256(content)} for name, content in pages.items()},
    }


def whole(frames: dict[str, str]) -> str:
    """Return one hash over the hashes of all frames: what stands at the foot of each page."""
    return sha256("".join(f"{name} {value}\n" for name, value in sorted(frames.items())).encode())
