"""Arabic in matplotlib: the one function through which every string of a chart goes.

matplotlib 3.11 shapes and orders Arabic itself (through libraqm) and takes the direction from the first strong letter;
a U+200F before each line makes that right-to-left where a line begins with Latin. Before 3.11 it did neither, and the
old recipe (reshape, then reorder) is what is needed; on 3.11 that recipe reverses every string, without a warning.
"""

from __future__ import annotations

import re

from matplotlib import ft2font

SHAPES = hasattr(ft2font, "__libraqm_version__")
RLM = "\u200f"
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")


def shape(text: str, shapes: bool = SHAPES) -> str:
    """Return `text` as matplotlib must be given it; text without Arabic letters is returned unchanged.

    Args:
        text: logical order, lines separated by newlines.
        shapes: whether matplotlib shapes Arabic itself.
    """
    if not _ARABIC.search(text):
        return text
    if shapes:
        return "\n".join(RLM + line for line in text.split("\n"))
    import arabic_reshaper
    from bidi.algorithm import get_display

    # The ligature of الله is one character that most fonts lack: an empty box in every عبد الله.
    reshaper = arabic_reshaper.ArabicReshaper({"ARABIC LIGATURE ALLAH": False})
    return "\n".join(get_display(reshaper.reshape(line), base_dir="R") for line in text.split("\n"))
