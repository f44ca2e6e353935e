"""Lines of a text stream, none longer than a record may be."""

from __future__ import annotations

from typing import TextIO

from analysis.loaders.record import MAX_RECORD


class TooLong(ValueError):
    """A line is longer than a record may be; it has been skipped, the next one follows."""


class Lines:
    """An iterator over lines with their ends. Raises TooLong in the place of a line that is too long, then goes on."""

    def __init__(self, stream: TextIO, limit: int = MAX_RECORD):
        self.stream, self.limit = stream, limit

    def __iter__(self):
        return self

    def __next__(self) -> str:
        line = self.stream.readline(self.limit)
        if not line:
            raise StopIteration
        if len(line) == self.limit and not line.endswith(("\n", "\r")):
            while (rest := self.stream.readline(self.limit)) and not rest.endswith(("\n", "\r")):
                pass
            raise TooLong(f"a line of more than {self.limit:,} characters")
        return line
