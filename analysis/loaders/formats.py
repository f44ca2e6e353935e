"""The formats: which is tried when. This is the one place that knows them all.

The extension is tried first, then the content; a format whose extension fits but whose content does not
loses its turn where another format knows the content by its first bytes.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from types import ModuleType

from analysis.loaders import delimited, gzipped, jsonarray, jsonlines, plain, zipped
from analysis.loaders.encoding import Mended, read_full, wide
from analysis.loaders.record import Record, Reject, Source, Unreadable, printable

# In the order of trial. A format is a module with NAME, EXTENSIONS, fits(head) and read(source).
FORMATS: tuple[ModuleType, ...] = (zipped, gzipped, jsonlines, jsonarray, delimited, plain)
_JSON = re.compile(rb'\s*\[?\s*\{\s*"')
BY_MARK = (zipped, gzipped)  # known by their first bytes whatever their name
HEAD = 1 << 12  # bytes
MAX_DEPTH = 2  # archives inside archives
_IGNORED = re.compile(r"(?:README|LICEN[SC]E)(?:\.[^.]*)?|Thumbs\.db|desktop\.ini|~\$.*", re.IGNORECASE)


def ignored(path: str) -> bool:
    """Whether a file is no input by its name: hidden, README*, LICENSE*, what desktops leave behind."""
    parts = path.split("/")
    return (
        any(part.startswith(".") and part != ".." or part == "__MACOSX" for part in parts)
        or parts[-1].startswith(("README", "LICENSE"))
        or bool(_IGNORED.fullmatch(parts[-1]))
    )


def recognize(name: str, head: bytes) -> ModuleType | None:
    """Return the format of a file by its name and first bytes, or None."""
    extension = PurePosixPath(name).suffix.lower()
    for module in BY_MARK:
        if module.fits(head):
            return module
    head = as_utf8(head)
    candidates = [module for module in FORMATS if extension in module.EXTENSIONS]
    if (not candidates or candidates == [plain]) and _JSON.match(head):
        candidates = [jsonlines, jsonarray]
    for module in candidates:
        if module.fits(head):
            return module
    if plain in candidates:
        return None
    # Broken, perhaps: the format whose own extension it is says best what is wrong.
    own = [module for module in candidates if module.EXTENSIONS[0] == extension]
    return next(iter(own or candidates), None)


def as_utf8(head: bytes) -> bytes:
    """Return the first bytes of a text in UTF-8 without a mark, so that `fits` need not know of encodings."""
    name = wide(head)
    if name:
        return head.decode(name, "ignore").encode("utf-8", "ignore")
    return head.removeprefix(codecs.BOM_UTF8)


def records(source: Source) -> Iterator[Record | Reject]:
    """Yield the records and rejects of a source. Never raises for what a file holds: the rest of it is one reject."""
    count = 0
    try:
        if source.depth > MAX_DEPTH:
            raise Unreadable(
                "archive bomb", f"more than {MAX_DEPTH} archives inside one another; unpack the outer ones."
            )
        with Mended(source) as raw:
            head = read_full(raw, HEAD)
        if not head:
            _raise_first(source.troubles)
            raise Unreadable("empty file", "the file has no bytes; take it out, or get it again.")
        module = recognize(source.name, head)
        if module is None:
            raise Unreadable("unknown format", f"no format is known by this name and content; known are {known()}.")
        source = source.of_format(module.NAME)
        for item in module.read(source):
            count += 1
            yield item
        _raise_first(source.troubles)
        if not count:
            raise Unreadable("empty file", "the file holds no record; take it out, or get it again.")
    except (
        OSError,
        EOFError,
        ValueError,
        LookupError,
        RuntimeError,
        MemoryError,
        csv.Error,
        struct.error,
        zlib.error,
        zipfile.BadZipFile,
        Unreadable,
    ) as error:
        error = source.troubles[0] if source.troubles else error  # the cause of the others
        before = f"{count} records before that were read; " if count else ""
        yield source.reject(None, *explained(error, before))


def explained(error: Exception, before: str) -> tuple[str, str]:
    """Return reason and detail for what ended the reading of a file."""
    what = printable(str(error))
    match error:
        case Unreadable():
            return error.reason, str(error)
        case UnicodeError():
            return "encoding", f"the text breaks off ({what}); {before}save the file as UTF-8."
        case zipfile.BadZipFile() | zlib.error() | EOFError() | gzip.BadGzipFile() | struct.error():
            return "damaged archive", f"the archive is cut or damaged ({what}); {before}get the whole file again."
        case _:
            return "not readable", f"{type(error).__name__}: {what}; {before}look at the file, its rights and its disk."


def _raise_first(troubles: list[Exception]) -> None:
    for error in troubles:
        raise error


def known() -> str:
    """Return the formats and their extensions as one phrase."""
    return ", ".join(f"{m.NAME} ({' '.join(e for e in m.EXTENSIONS if e)})" for m in FORMATS)
