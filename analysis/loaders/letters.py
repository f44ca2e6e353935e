"""Letters: whether a decoded text is Arabic as it was written, or rubble that a wrong encoding left."""

from __future__ import annotations

import re

# Share of each letter among the Arabic letters of 20,093 news articles (SaudiNewsNet), as natural logarithm.
_MEASURED = """
ا -1.9  ل -2.1  ي -2.6  م -2.7  و -2.9  ن -3.0  ت -3.1  ر -3.1  ب -3.4  ة -3.4  ع -3.4  د -3.5  س -3.7  ف -3.7
ه -3.7  ق -3.8  أ -3.9  ح -4.0  ك -4.0  ج -4.3  ش -4.6  ط -4.6  ص -4.7  إ -4.8  خ -4.8  ى -4.8  ز -5.0  ض -5.0
ذ -5.1  ث -5.2  ئ -5.5  ء -5.7  غ -5.7  ظ -6.0  ؤ -6.7  آ -6.9
""".split()
SHARES = dict(zip(_MEASURED[::2], map(float, _MEASURED[1::2]), strict=True))
RARE = -9.0  # any other character outside ASCII: Latin letters with accents, line drawing, controls
# Punctuation, spaces, harakat and Arabic digits say nothing.
_MARKS = "".join(map(chr, [*range(0x64B, 0x653), *range(0x660, 0x66A)]))
NEUTRAL = frozenset("،؛؟ـ«»“”‘’–—…\u00a0٪\u200c\u200d\u200e\u200f\ufeff" + _MARKS)
# Of 994 titles the lowest stands at -3.62 in its own encoding, of 900 titles and texts as rubble the highest at -6.7.
# A title in the other Arabic encoding can stand above it: there the higher of the two decides.
PLAUSIBLE = -3.95
ESCAPED = re.compile("[\udc80-\udcff]")  # bytes that were not of the encoding
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]")
LETTER = re.compile(r"[^\W\d_]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_LATIN = re.compile("[\u00c0-\u00ff]")
_UTF8_AS_LATIN = re.compile("[ØÙÚÛ][\u0080-\u00bf\u0152-\u0178\u02c6-\u2122]")


def likeness(text: str) -> float:
    """Return how much the characters outside ASCII look like Arabic news: their mean log share, 0 without any."""
    scores = [SHARES.get(c, RARE) for c in text if c > "\x7f" and c not in NEUTRAL]
    return sum(scores) / len(scores) if scores else 0.0


def damage(text: str) -> str | None:
    """Return why `text` is not what its author wrote (decoded wrongly, here or before), or None."""
    escaped = ESCAPED.search(text)
    if escaped:
        byte = ord(escaped.group()) - 0xDC00
        return f"character {escaped.start() + 1} is byte 0x{byte:02X}, which is not of this encoding"
    size = len(text)
    if "\0" in text and len(_CONTROL.findall(text)) * 20 > size:
        return "control characters stand in it as in a binary file"
    if text.isascii():
        marks = text.count("?")
        return "question marks stand where letters were" if marks > 8 and marks * 2 > size - text.count(" ") else None
    if text.count("\ufffd") * 20 > size:
        return "replacement characters (U+FFFD) stand where letters were"
    if (
        text.count("ط") + text.count("ظ") > max(4, size // 5)
        and likeness(text) < PLAUSIBLE
        and _repairs(text, "cp1256", "utf-8")
    ):
        return "UTF-8 was read as windows-1256"
    if "Ø" in text or "Ù" in text:
        pairs = len(_UTF8_AS_LATIN.findall(text))
        if pairs > 3 and pairs * 5 > size:
            return "UTF-8 was read as windows-1252"
    latin = len(_LATIN.findall(text[:4000])) if any(c in text for c in "ÇáíäÑ") else 0
    if latin > 10 and latin * 2 > len(LETTER.findall(text[:4000])) and _repairs(text[:4000], "cp1252", "cp1256"):
        return "windows-1256 was read as windows-1252"
    return None


def _repairs(text: str, wrong: str, right: str) -> bool:
    """Whether `text` read back through the `wrong` encoding is Arabic in the `right` one."""
    return likeness(text.encode(wrong, "ignore").decode(right, "ignore")) > PLAUSIBLE
