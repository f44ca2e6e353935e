"""Where a report goes: reports/<collection>/<from>_<to>_<language>/, with a suffix for what is not the usual choice."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from analysis import parameters, paths
from analysis.selection import Selection

NOTEBOOKS = ("overview", "frequency", "sentiment", "actors", "statements")


def folder(selection: Selection) -> Path:
    """Return the folder of the report on `selection`."""
    return paths.reports() / selection.collection / name(selection.first, selection.last, selection.values)


def name(first, last, values: Mapping[str, str]) -> str:
    """Return the folder's name: its days, its language, and what was chosen differently from the defaults.

    Lists of actors and outlets are told apart by six digits of their hash: names can be long and hold any letter.
    """
    parts = [f"{first}_{last}" if first else "undated", values["language"]]
    parts += [values[key] for key in ("bin", "date_basis") if values[key] != parameters.BY_NAME[key].default]
    parts += (
        [values["months"]]
        if values["language"] == "ar" and values["months"] != parameters.BY_NAME["months"].default
        else []
    )
    for key in ("actors", "outlets"):
        chosen = sorted(parameters.as_list(values[key]))
        parts += [f"{key}-{hashlib.sha256(';'.join(chosen).encode()).hexdigest()[:6]}"] if chosen else []
    return "_".join(parts)
