"""Where content ends, and whether it is direct, indirect or mixed."""

from __future__ import annotations

import re
from functools import cache

from analysis.statements import names, phrases
from analysis.statements.cues import readings
from analysis.statements.objects import is_masdar
from analysis.tables import lexicon
from analysis.text import fold
from analysis.text.document import Document


@cache
def narrator_phrases() -> tuple[dict[str, list[tuple[tuple[str, ...], str]]], int]:
    """Return the phrases of lexicons/narrator.tsv by first word, each with where it may begin a narrator's clause."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in lexicon("narrator"):
        words = tuple(fold(row["phrase"]).text.split())
        table.setdefault(words[0], []).append((words, row["where"]))
    return table, 0


def narrates(document: Document, i: int) -> bool:
    """Say whether a clause of the narrator's own begins at token `i`."""
    words = document.words
    for phrase, where in narrator_phrases()[0].get(words[i], ()):
        matched = all(
            i + k < len(words) and (words[i + k] == part or (part == "ل" and words[i + k].startswith("ل"))) for k, part in enumerate(phrase)
        )
        if not matched or phrase == ("في", "وقت") and words[i + 2 : i + 3] and words[i + 2] in _WHEN:
            continue
        before = words[i - 1] if i else ""
        if where == "any" or (where == "comma" and before in phrases.COMMAS) or (where == "sentence" and before in (".", "\n", "")):
            return True
    return False


def end(document: Document, first: int, limit: int, cue_starts: list[int], depth: int, *, noun: bool = False) -> int:
    """Return the end of indirect content that begins at token `first`: before the next cue or the narrator's own clause.

    Args:
        limit: the end of the sentence.
        cue_starts: tokens at which other statements' cues begin, in order.
        depth: quotation depth of the cue: marks opened inside the content are passed over whole.
        noun: the content is a noun complement (دعا إلى وقف القتال): a finite verb after a comma and و no longer belongs to it.
    """
    words = document.words
    stops = [at for at in cue_starts if first < at < limit and document.depths[at] <= depth]
    stop = min(stops, default=limit)
    i = first
    while i < stop:
        if document.depths[i] < depth:  # the quotation in which the cue stands has closed
            break
        if i > first + 1 and document.depths[i] <= depth and (narrates(document, i) or _participle_after_comma(words, i) or _circumstance(document, i) or noun and _new_clause(words, i)):
            break
        i += 1
    return trim(document, first, i)


def _participle_after_comma(words: list[str], i: int) -> bool:
    """Say whether a participle of saying follows a comma: it goes on with the speaker, not with the content."""
    return words[i - 1] in phrases.COMMAS and any(form.shape == "participle" for form, _ in readings(words[i])) and words[i] not in phrases.common_words()


@cache
def is_finite(word: str) -> bool:
    """Say whether a folded word with و is a finite verb by what it is not: no noun that takes the article, no verbal noun."""
    rest = word[1:]
    if any(form.shape == "verb" for form, _ in readings(word)):
        return True
    if len(rest) < 3 or phrases.bare(rest) != rest or rest in phrases.common_words() or rest not in phrases.plain_words():
        return False
    if rest in phrases.content_nouns() or phrases.head_of(rest) is not None or is_masdar(rest) or rest[-1] in "ةىا" or rest[0] in "بلكم":
        return False
    return rest[0] in "يت" or rest.endswith("ت") or len(rest) <= 4 and rest not in phrases.ADJUNCTS and rest not in names.NO_NAME


def _new_clause(words: list[str], i: int) -> bool:
    word = words[i]
    if words[i - 1] not in phrases.COMMAS:
        return False
    return word in ("والذي", "والتي", "والذين") or word[0] == "و" and is_finite(word)


# في وقت متأخر says when; في وقت تستعد فيه … goes on with the narrator.
_WHEN = frozenset("مبكر متاخر لاحق سابق قريب واحد قصير قياسي مناسب".split())
# An accusative active participle (ناسبا، عازيا) after a comma says what the speaker or narrator does besides.
_CIRCUMSTANCE = re.compile("^(?:م.{3,4}|.ا.{2,3})ا$")
_ADVERBS = frozenset("غالبا حاليا سابقا لاحقا ثانيا ثالثا رابعا خامسا دائما مجددا جانبا مثلا معا مرارا واحدا عاما حازما خاصا طالما قاطعا مبكرا متوسطا عاليا كاملا".split())


def _circumstance(document: Document, i: int) -> bool:
    """Say whether a participle in the accusative with its tanwin follows a comma."""
    word = document.words[i]
    if document.words[i - 1] not in phrases.COMMAS or word in _ADVERBS or not _CIRCUMSTANCE.match(word):
        return False
    start, end = document.span(i, i + 1)
    return "\u064b" in document.folded.original[start : end + 1]


def trim(document: Document, first: int, last: int) -> int:
    """Return `last` moved back over commas, conjunctions and newlines that end nothing."""
    words = document.words
    while last > first + 1 and (words[last - 1] in phrases.COMMAS or words[last - 1] in (".", "\n", ":", "و", "-", "–", "؟", "!") or words[last - 1] in ("كما", "فيما", "لكن", "حيث", "وقد", "وكان", "وهو", "بينما", "ثم", "قد") or words[last - 1].startswith("..")):
        if words[last - 1] in "؟!":
            break
        last -= 1
    return last


def kind(document: Document, first: int, last: int, *, skip_complementizer: bool = True) -> str:
    """Return direct, indirect or mixed for the content of tokens [first, last).

    A complementizer or preposition alone outside the marks leaves it direct; marked names and terms of up
    to two words leave it indirect.
    """
    words, depths = document.words, document.depths
    base = depths[first]
    while skip_complementizer and first < last - 1 and (
        words[first] in phrases.COMPLEMENTIZERS or words[first] in ("الى", "عن", "على", "من", "ب", "فان") or words[first] in phrases.COMMAS
    ) and depths[first] == base:
        first += 1
    inside = outside = longest = run = 0
    for i in range(first, last):
        if not words[i][0].isalnum():
            run = run if depths[i] > base or i in document.openings else run
            continue
        if depths[i] > base or (base and depths[i] >= base):
            inside += 1
            run += 1
            longest = max(longest, run)
        else:
            outside += 1
            run = 0
    if base and inside:
        return "direct"
    if inside and outside == 0:
        return "direct"
    if outside <= 1 and inside >= 4:
        return "direct"
    return "mixed" if longest >= 3 else "indirect"
