"""The attitude of a sentence in which nobody is quoted: the journalist's words, or a statement that was not found."""

from __future__ import annotations

from analysis.sentiment.tone import Tone, score
from analysis.text import Folded


def tone_of_sentence(text: str, candidates=(), folded: Folded | None = None) -> Tone:
    """Return the tone of a whole text in the journalist's voice: cues in it are words like others (أدان, رحب)."""
    return score(text, [(0, len(text))], candidates=candidates, folded=folded)


def attitude_of_sentence(text: str) -> int:
    """Return the attitude that `text` shows towards actors, -1, 0 or 1; 0 also where it has no word of the lexicon."""
    return tone_of_sentence(text).attitude or 0
