"""Where things are. Paths come from the package (or from TASRIH_HOME), never from the working folder."""

from __future__ import annotations

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
LEXICONS = Path(__file__).resolve().parent / "lexicons"
NOTEBOOKS = PROJECT / "notebooks"


def home() -> Path:
    """Return the folder that holds data/ and reports/: the project, or the folder named by TASRIH_HOME."""
    return Path(os.environ.get("TASRIH_HOME") or PROJECT).resolve()


def raw(collection: str) -> Path:
    """Return the folder of a collection's own files; read, never written (but for collection.toml by `inspect`)."""
    return home() / "data" / "raw" / collection


def processed(collection: str) -> Path:
    """Return the folder of a collection's frames; made, safe to delete."""
    return home() / "data" / "processed" / collection


def reports() -> Path:
    """Return the folder that holds every report and their index."""
    return home() / "reports"
