"""How a statement sounds and whom it evaluates: lexicon layers, shifters, targets. See docs/sentiment.md."""

from analysis.sentiment.backends import backend
from analysis.sentiment.sentence import attitude_of_sentence, tone_of_sentence
from analysis.sentiment.targets import Stance, fullest
from analysis.sentiment.tone import Tone, score

__all__ = ["Stance", "Tone", "attitude_of_sentence", "backend", "fullest", "score", "tone_of_sentence"]
