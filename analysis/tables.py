"""Reading the package's tables and a user's: tab-separated UTF-8 with a header line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from analysis import paths
from analysis.errors import LexiconError


def read_tsv(file: Path, required: tuple[str, ...] = ()) -> list[dict[str, str]]:
    """Return the rows of a TSV file as dicts of stripped strings; lines that begin with '#' and empty ones are comments.

    Raises LexiconError naming file, line and column where a row has more cells than the header or a required cell is empty.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        raise LexiconError(f"{file.name}: no such table at {file}.") from None
    except UnicodeDecodeError as error:
        raise LexiconError(f"{file}: not UTF-8 (byte {error.start}); save it as UTF-8 text, tab-separated.") from None
    rows: list[dict[str, str]] = []
    header: list[str] | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            missing = [name for name in required if name not in header]
            if missing:
                raise LexiconError(f"{file}, line {number}: the header lacks {', '.join(missing)}; cells are separated by tabs.")
            continue
        if len(cells) > len(header):
            raise LexiconError(f"{file}, line {number}: {len(cells)} cells, but the header has {len(header)}.")
        row = dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
        empty = [name for name in required if not row[name]]
        if empty:
            raise LexiconError(f"{file}, line {number}: the column '{empty[0]}' is empty.")
        rows.append(row)
    return rows


@cache
def lexicon(name: str) -> list[dict[str, str]]:
    """Return the rows of one of the package's own tables, by file name without '.tsv'."""
    return read_tsv(paths.LEXICONS / f"{name}.tsv")
