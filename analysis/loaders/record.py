"""What a loader reads (a Source) and what it yields (Records and Rejects)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from analysis.loaders.allowance import Allowance

# A record longer than this (in characters, 32 MiB in memory for Arabic) is a broken file, not an article.
MAX_RECORD = 1 << 24


class Unreadable(Exception):
    """Raised by a loader where the rest of a file cannot be read; becomes one reject.

    Attributes:
        reason: the word for counting, as in the frame `rejects`.
        detail: what was wrong and what to do about it.
    """

    def __init__(self, reason: str, detail: str):
        super().__init__(detail)
        self.reason, self.detail = reason, detail


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file, as it stands there.

    Attributes:
        origin: printable path, '!' and the path inside an archive, '#' and the number of the record from 1.
        fields: value by field name; text is untouched, code point for code point.
        encoding: the character encoding that read it.
        format: names of the formats passed through, outermost first: 'zip > JSON array'.
    """

    origin: str
    fields: dict
    encoding: str
    format: str = ""

    @property
    def path(self) -> str:
        """The origin without the number of the record."""
        return self.origin.rpartition("#")[0]


@dataclass(frozen=True, slots=True)
class Reject:
    """What did not become a record: where it stands, a reason for counting, what was wrong and what to do."""

    origin: str
    reason: str
    detail: str
    format: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes with a name: a file, or a member of an archive.

    Attributes:
        name: last part of the path; its extension is the first hint of the format.
        origin: printable path, inside an archive after '!'.
        open: returns the bytes from the start, as often as it is called.
        declared: the encoding that the settings declare for an origin, or None.
        format: the formats passed through so far.
        depth: how many archives it stands in.
        allowance: how much may still come out of the archive that it stands in.
        troubles: errors that ended the bytes early; the dispatcher makes rejects of them.
    """

    name: str
    origin: str
    open: Callable[[], BinaryIO]
    declared: Callable[[str], str | None] = lambda origin: None
    format: str = ""
    depth: int = 0
    allowance: Allowance | None = None
    troubles: list[Exception] = field(default_factory=list)

    def of_format(self, name: str) -> Source:
        """Return the source with a format recognized and no troubles yet."""
        return replace(self, format=f"{self.format} > {name}" if self.format else name, troubles=[])

    def member(self, path: str, opener: Callable[[], BinaryIO], allowance: Allowance) -> Source:
        """Return the source of a member of this archive."""
        name, origin = path.rpartition("/")[2], f"{self.origin}!{printable(path)}"
        return replace(
            self, name=name, origin=origin, open=opener, depth=self.depth + 1, allowance=allowance, troubles=[]
        )

    def record(self, number: int, fields: dict, encoding: str) -> Record:
        """Return the record with this number (from 1)."""
        return Record(f"{self.origin}#{number}", fields, encoding, self.format)

    def reject(self, number: int | None, reason: str, detail: str) -> Reject:
        """Return the reject of a record, or with None that of the file."""
        return Reject(self.origin if number is None else f"{self.origin}#{number}", reason, detail, self.format)


def printable(path: str) -> str:
    """Return a path that one line of any table can hold: newlines, controls, bidi marks and broken bytes escaped."""
    return path if path.isprintable() else "".join(c if c.isprintable() else _escaped(c) for c in path)


def _escaped(character: str) -> str:
    byte = ord(character) - 0xDC00
    return f"\\x{byte:02x}" if 0x80 <= byte <= 0xFF else character.encode("unicode_escape").decode("ascii")
