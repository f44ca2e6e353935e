"""What the package knows about Arabic text itself: folding, sentences, quotation marks.

Nothing here changes an article: every function works on a copy and answers in offsets of the
text as it was loaded (half-open code point positions).
"""

from analysis.text.folding import Folded, fold, key

__all__ = ["Folded", "fold", "key"]
