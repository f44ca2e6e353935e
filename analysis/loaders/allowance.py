"""The allowance of an archive: how much may come out of it before it is a bomb; and whether what comes out is whole."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import BinaryIO

from analysis.loaders.record import Source, Unreadable

# Arabic JSON shrinks to a quarter; nothing that people wrote shrinks to a 200th.
RATIO, FREE = 200, 1 << 26  # times the packed size; bytes that need no ratio


@dataclass
class Allowance:
    """Bytes that may still come out of the outermost archive; everything inside it, at any depth, draws on it."""

    left: int

    def draw(self, size: int) -> None:
        """Take `size` bytes; raises Unreadable where they are more than is left."""
        self.left -= size
        if self.left < 0:
            raise Unreadable(
                "archive bomb",
                f"the archive grows to more than {RATIO} times its packed size; if it is sound, unpack it by hand.",
            )


def of(source: Source) -> Allowance:
    """Return the allowance of the archive that a source is or stands in."""
    if source.allowance is not None:
        return source.allowance
    with source.open() as stream:
        return Allowance(FREE + RATIO * stream.seek(0, io.SEEK_END))


def drain(stream: BinaryIO) -> None:
    """Read a packed stream to its end, which checks its sum; raises what the decompressor raises.

    A byte that changed in a packed file changes texts far behind it without any of them looking broken: what fails
    this test must not be read at all.
    """
    with stream:
        while stream.read(1 << 20):
            pass
