"""Delimited text (CSV, TSV): a header line, then one record a row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from analysis.loaders.encoding import open_text
from analysis.loaders.lines import Lines, TooLong
from analysis.loaders.record import MAX_RECORD, Record, Reject, Source, Unreadable

NAME = "CSV"
EXTENSIONS = (".csv", ".tsv", ".tab")
DELIMITERS = ",;\t|"
_HINT = re.compile(r"sep=(.)\r?\n?")  # how spreadsheets name the delimiter in a line before the header


def fits(head: bytes) -> bool:
    """Never by content alone: prose has commas too."""
    return False


def read(source: Source) -> Iterator[Record | Reject]:
    """Yield a record a row; a row with more or fewer cells than the header, or with broken quoting, is a reject."""
    stream, encoding = open_text(source, "")
    with stream:
        csv.field_size_limit(MAX_RECORD)
        lines = Lines(stream)
        try:
            first, skipped = _first(lines)
        except TooLong as error:
            raise Unreadable(
                "too large", f"{error} as header; put the names of the columns into the first line."
            ) from None
        delimiter = delimiter_of(first, source.name)
        if hint := _HINT.fullmatch(first):
            delimiter, first, skipped = hint[1], "", skipped + 1
        rows = csv.reader(Prefixed(first, lines), delimiter=delimiter, strict=True)
        header: list[str] | None = None
        number = 0
        while True:
            begins = skipped + rows.line_num + 1
            try:
                row = next(rows)
            except StopIteration:
                return
            except TooLong as error:
                number += 1
                yield source.reject(number, "too large", f"line {begins}: {error}; put one article into a row.")
                continue
            except csv.Error as error:
                if header is None:
                    raise Unreadable(
                        "not parsed", f"the header cannot be read: {error}; write it as plain names."
                    ) from None
                number += 1
                where = (
                    f"lines {begins} to {skipped + rows.line_num}"
                    if skipped + rows.line_num > begins
                    else f"line {begins}"
                )
                yield source.reject(
                    number, "not parsed", f'{where}: {error}; a quotation mark inside a quoted cell is doubled ("").'
                )
                continue
            if not row:
                continue
            if header is None:
                header = names(row)
                continue
            number += 1
            if len(row) == len(header):
                yield source.record(number, dict(zip(header, row, strict=True)), encoding)
            else:
                yield source.reject(
                    number,
                    "ragged row",
                    f"line {begins}: {len(row)} cells, the header has {len(header)}; quote cells with {delimiter!r}.",
                )


def _first(lines: Lines) -> tuple[str, int]:
    """Return the first line that is not blank, '' where there is none, and how many stand before it."""
    skipped = 0
    while (line := next(lines, "")) and not line.strip():
        skipped += 1
    return line, skipped


class Prefixed:
    """Lines with one before them. Unlike a generator it goes on after an exception."""

    def __init__(self, first: str, lines: Lines):
        self.first, self.lines = first, lines

    def __iter__(self):
        return self

    def __next__(self) -> str:
        if self.first:
            line, self.first = self.first, ""
            return line
        return next(self.lines)


def delimiter_of(header: str, name: str) -> str:
    """Return what separates the cells of a header: a tab by the file's extension, else the most frequent candidate."""
    if name.lower().endswith((".tsv", ".tab")):
        return "\t"
    return max(DELIMITERS, key=header.count)


def names(row: list[str]) -> list[str]:
    """Return the cells of a header as names: stripped, none empty, none twice."""
    out: list[str] = []
    for place, cell in enumerate(row, 1):
        name = base = cell.strip() or f"column {place}"
        count = 1
        while name in out:
            count += 1
            name = f"{base} ({count})"
        out.append(name)
    return out
