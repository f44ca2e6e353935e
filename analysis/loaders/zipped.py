"""Zip archives: every member is read as a file of its own, streamed, never unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial

from analysis.loaders import allowance
from analysis.loaders.encoding import read_full
from analysis.loaders.record import Record, Reject, Source, Unreadable, printable

NAME = "zip"
EXTENSIONS = (".zip",)
NESTED = 1 << 28  # bytes of an archive inside an archive, which is held in memory


def fits(head: bytes) -> bool:
    """The mark of a zip, unless its first member is that of an office document or an e-book."""
    return (
        head.startswith((b"PK\x03\x04", b"PK\x05\x06"))
        and head[30:49] != b"[Content_Types].xml"
        and head[30:38] != b"mimetype"
    )


def read(source: Source) -> Iterator[Record | Reject]:
    """Yield what the members hold, in the order of their names."""
    from analysis.loaders.formats import ignored, records  # the table lists this module

    allowed = allowance.of(source)
    stream = source.open()
    if source.depth:
        with stream:
            data = read_full(stream, NESTED + 1)
        if len(data) > NESTED:
            raise Unreadable(
                "too large", f"an archive inside an archive of more than {NESTED >> 20} MiB; unpack the outer one."
            )
        stream = io.BytesIO(data)
    with stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (
            zipfile.BadZipFile,
            ValueError,
            LookupError,
            ArithmeticError,
            struct.error,
            NotImplementedError,
        ) as error:
            raise Unreadable(
                "damaged archive", f"the zip is cut or damaged ({printable(str(error))}); get the whole file again."
            ) from None
        with archive:
            for info in sorted(
                (i for i in archive.infolist() if not i.filename.endswith("/")), key=lambda i: i.filename
            ):
                member = source.member(info.filename, partial(archive.open, info), allowed)
                if leaves(info.filename):
                    yield member.reject(
                        None,
                        "unsafe path",
                        "the member's path leaves the archive; make the archive again with paths inside it.",
                    )
                    continue
                if ignored(info.filename):
                    continue
                try:
                    check(info, allowed)
                    allowance.drain(archive.open(info))
                except Unreadable as error:
                    yield member.reject(None, error.reason, str(error))
                except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error) as error:
                    yield member.reject(
                        None,
                        "damaged archive",
                        f"the member is damaged ({printable(str(error))}); get the whole file again.",
                    )
                except (NotImplementedError, RuntimeError) as error:
                    yield member.reject(
                        None,
                        "not readable",
                        f"the member cannot be unpacked here ({printable(str(error))}); pack it with deflate.",
                    )
                else:
                    yield from records(member)


def leaves(path: str) -> bool:
    """Whether a member's path is absolute or climbs."""
    parts = path.replace("\\", "/").split("/")
    return ".." in parts or parts[0] == "" or parts[0].endswith(":")


def check(info: zipfile.ZipInfo, allowed: allowance.Allowance) -> None:
    """Raise Unreadable where a member is not to be opened. Its size can be trusted: no more than that is read."""
    if info.flag_bits & 1:
        raise Unreadable("encrypted", "the member is encrypted; store it without a password.")
    allowance.Allowance(allowance.FREE + allowance.RATIO * info.compress_size).draw(info.file_size)
    allowed.draw(info.file_size)
