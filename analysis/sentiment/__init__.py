"""How a statement sounds and whom it evaluates: lexicon layers, shifters, targets. See docs/sentiment.md."""

from analysis.sentiment.targets import Stance
from analysis.sentiment.tone import Tone, score

__all__ = ["Stance", "Tone", "score"]
