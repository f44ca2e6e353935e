"""Gzip: one file, compressed; read as the file that its name without '.gz' says."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import BinaryIO

from analysis.loaders import allowance
from analysis.loaders.record import Record, Reject, Source

NAME = "gzip"
EXTENSIONS = (".gz",)


def fits(head: bytes) -> bool:
    """The mark of a gzip."""
    return head.startswith(b"\x1f\x8b")


def read(source: Source) -> Iterator[Record | Reject]:
    """Yield what the compressed file holds."""
    from analysis.loaders.formats import records  # the table lists this module

    name = source.name[:-3] if source.name.lower().endswith(".gz") else source.name
    allowed = allowance.of(source)
    drawn = [0]
    member = source.member(name or "content", lambda: Counted(source.open(), allowed, drawn), allowed)
    try:
        allowance.drain(member.open())
    except EOFError:
        pass  # cut: what stands before the cut is sound, and the loader meets the cut itself
    yield from records(member)


class Counted(gzip.GzipFile):
    """A gzip stream that draws what comes out of it on an allowance; `drawn` holds what earlier readings drew."""

    def __init__(self, stream: BinaryIO, allowed: allowance.Allowance, drawn: list[int]):
        super().__init__(fileobj=stream, mode="rb")
        self.packed, self.allowed, self.drawn, self.grown = stream, allowed, drawn, 0

    def read(self, size: int = -1) -> bytes:
        return self._counted(super().read(size))

    def read1(self, size: int = -1) -> bytes:
        return self._counted(super().read1(size))

    def _counted(self, data: bytes) -> bytes:
        self.grown += len(data)
        if self.grown > self.drawn[0]:
            more, self.drawn[0] = self.grown - self.drawn[0], self.grown
            self.allowed.draw(more)
        return data

    def close(self) -> None:
        super().close()
        self.packed.close()
