"""Folding: one spelling for matching, with a map back to the offsets of the original text.

Folded away: harakat, tatweel, zero-width and bidi characters, presentation forms, the hamza on or
under alef (أ إ آ ٱ → ا), Persian ya and kaf, Arabic-Indic digits, every kind of space but newline.
Kept: ى/ي, ة/ه, ؤ and ئ, which tell words apart (على is not علي); `key` folds these too, for names.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import numpy as np

DELETED = (
    "\u00ad\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
)
PRESENTATION = "\ufb50-\ufdff\ufe70-\ufefc"
SAME_LENGTH = {
    **dict.fromkeys("أإآٱ", "ا"),
    "ی": "ي",
    "ک": "ك",
    **{chr(0x0660 + d): str(d) for d in range(10)},
    **{chr(0x06F0 + d): str(d) for d in range(10)},
    **dict.fromkeys("\t\x0b\x0c\r\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
}
NEEDS_MAP = re.compile(f"[{DELETED}{PRESENTATION}]")
_DELETED_ONE = re.compile(f"[{DELETED}]")
_PRESENTATION_ONE = re.compile(f"[{PRESENTATION}]")
_SECOND = str.maketrans("ىةؤئ", "يهوي")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded copy of a text.

    Attributes:
        text: the folded characters.
        original: the text as it was given.
        starts: for each folded character the position of its original, or None where positions are equal.
    """

    text: str
    original: str
    starts: np.ndarray | None

    def at(self, position: int) -> int:
        """Return the original offset of the folded `position` (0 to len, both included)."""
        if self.starts is None:
            return position
        return int(self.starts[position]) if position < len(self.starts) else len(self.original)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original half-open span of the folded span [start, end).

        Marks that sit on the last letter belong to the span; characters folded away after it do not.
        """
        if self.starts is None or end <= start:
            return self.at(start), self.at(end)
        last = int(self.starts[end - 1]) + 1
        while last < len(self.original) and unicodedata.combining(self.original[last]):
            last += 1
        return int(self.starts[start]), last

    def to_folded(self, position: int) -> int:
        """Return the folded position of the first kept character at or after the original `position`."""
        return position if self.starts is None else int(np.searchsorted(self.starts, position))


def fold(text: str) -> Folded:
    """Return a folded copy of `text` with a map back to its offsets. Linear in the length of the text."""
    if not NEEDS_MAP.search(text):
        folded = text
        for letter in SAME_LENGTH.keys() & set(text):
            folded = folded.replace(letter, SAME_LENGTH[letter])
        return Folded(folded, text, None)
    letters: list[str] = []
    starts: list[int] = []
    previous = 0
    # Runs between the rare characters are copied whole: the loop turns once for each rare character.
    for match in NEEDS_MAP.finditer(text):
        at = match.start()
        letters.append(text[previous:at])
        starts.extend(range(previous, at))
        if _PRESENTATION_ONE.match(match.group()):
            plain = _DELETED_ONE.sub("", unicodedata.normalize("NFKC", match.group()))
            letters.append(plain)
            starts.extend([at] * len(plain))
        previous = at + 1
    letters.append(text[previous:])
    starts.extend(range(previous, len(text)))
    folded = "".join(letters)
    for letter in SAME_LENGTH.keys() & set(folded):
        folded = folded.replace(letter, SAME_LENGTH[letter])
    return Folded(folded, text, np.asarray(starts, dtype=np.int64))


def key(name: str) -> str:
    """Return the form under which a name is looked up: folded, ى/ي, ة/ه and hamza seats too, one space."""
    return " ".join(fold(name).text.translate(_SECOND).split())
