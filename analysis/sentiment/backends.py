"""The one door for other ways to score: a function with the arguments of `score` that returns a Tone.

`backend("lexicon")` is this package's own. `backend("module:function")` imports a user's: a model trained on own
coded statements, a transformer from a local folder. Nothing but the name of the function is needed here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from importlib import import_module

from analysis.errors import LexiconError
from analysis.sentiment.tone import Tone, score

OWN = "lexicon"


def backend(name: str = OWN) -> Callable[..., Tone]:
    """Return the scoring function `name`; what it returns is checked, so that no frame is made of something else.

    Raises LexiconError where the module or the function does not exist, and when it returns no valid Tone.
    """
    if name == OWN:
        return score
    module, _, function = name.partition(":")
    try:
        chosen = getattr(import_module(module), function)
    except (ImportError, AttributeError, ValueError) as error:
        raise LexiconError(
            f"backend '{name}': {error}. Give 'lexicon', or 'module:function' of a module that Python can import."
        ) from None

    @wraps(chosen)
    def checked(text: str, spans, **settings) -> Tone:
        return check(chosen(text, spans, **settings), text, name)

    return checked


def check(tone: Tone, text: str, name: str) -> Tone:
    """Return `tone` unchanged if it keeps the contract of Tone, else raise LexiconError naming what is wrong."""
    fault = None
    if not isinstance(tone, Tone):
        fault = f"returned {type(tone).__name__}, not a Tone"
    elif tone.polarity not in (-1, 0, 1) or tone.attitude not in (-1, 0, 1, None):
        fault = f"polarity {tone.polarity!r} and attitude {tone.attitude!r} must be -1, 0 or 1"
    elif any(not 0 <= start < end <= len(text) for start, end, *_ in tone.evidence):
        fault = "evidence stands outside the text"
    elif any(stance.stance not in (-1, 1) for stance in tone.stances):
        fault = "a stance is -1 or 1"
    if fault:
        raise LexiconError(f"backend '{name}': {fault}.")
    return tone
