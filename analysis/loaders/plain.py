"""Plain text: one article a file, the whole file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.loaders.encoding import open_text
from analysis.loaders.record import MAX_RECORD, Record, Reject, Source, Unreadable

NAME = "text"
EXTENSIONS = (".txt", ".text", ".md", "")
_OTHER = re.compile(rb"\s*<[a-zA-Z!?/]|%PDF|\{\\rtf|\x89PNG|\xff\xd8\xff|\xd0\xcf\x11\xe0|SQLite format|PK\x03\x04")


def fits(head: bytes) -> bool:
    """Neither markup nor one of the binary formats that are renamed now and then."""
    return not _OTHER.match(head)


def read(source: Source) -> Iterator[Record | Reject]:
    """Yield the file as one record with the field `text`."""
    stream, encoding = open_text(source, "")
    with stream:
        text = stream.read(MAX_RECORD + 1)
    if len(text) > MAX_RECORD:
        raise Unreadable(
            "too large", f"a text of more than {MAX_RECORD:,} characters; put each article into a file of its own."
        )
    if text:
        yield source.record(1, {"text": text}, encoding)
