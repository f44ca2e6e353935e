"""The day on which a statement was said, from its own sentence.

It stands in the statement's own clause (قال أمس) or with the occasion (في مؤتمر صحفي الأحد). A date inside
the content says when something happened, not when it was said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analysis.dates import phrases
from analysis.dates.tagging import DateMention
from analysis.text import fold

Span = tuple[int, int]

BEFORE = 60  # characters that may stand between a date and the cue that follows it
AFTER = 190  # characters after a cue or a content in which its date may stand
GRAINS = ("day", "week", "month", "year")


@dataclass(frozen=True, slots=True)
class SaidOn:
    """When a statement was said.

    Attributes:
        value: YYYY-MM-DD, YYYY-MM or YYYY, None where the text does not tell.
        precision: day, month or year, or None.
        basis: "clause" (in the statement's own clause) or "occasion" (of the meeting, statement or speech in
            which it was said, also where another sentence gives it), or None.
    """

    value: str | None = None
    precision: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """One statement of an article, in half-open spans of the original text."""

    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    speaker: str | None
    nested: bool = False


UNKNOWN = SaidOn()


def sentence_of(text: str, start: int, end: int) -> Span:
    """Return the sentence around [start, end): from the last full stop or line break to the next one."""
    begin = 0
    for stop in phrases.STOP.finditer(text, max(0, start - 600), start):
        begin = stop.end()
    begin = max(begin, start - 600)
    stop = phrases.STOP.search(text, end, min(len(text), end + 400))
    return begin, stop.start() if stop else min(len(text), end + 400)


def said_of(mention: DateMention, basis: str) -> SaidOn:
    """Return a mention cut to its day, month or year; a week that lies within one month gives the month."""
    first, last = mention.earliest, mention.latest
    if first == last:
        return SaidOn(first.isoformat(), "day", basis)
    if mention.calendar == "gregorian" and (first.year, first.month) == (last.year, last.month):
        return SaidOn(first.isoformat()[:7], "month", basis)
    if mention.calendar == "gregorian" and mention.granularity == "year":
        return SaidOn(mention.value, "year", basis)
    return UNKNOWN


def said_on(
    text: str,
    cue_span: Span | None,
    source_span: Span | None,
    content_spans: Sequence[Span],
    sentence_span: Span,
    dates: Sequence[DateMention],
    written: date | None,
) -> SaidOn:
    """Return when a statement was said, from its own sentence.

    Args:
        text: the article.
        cue_span, source_span, content_spans: of the statement; the cue or the source may be None.
        sentence_span: the sentence in which the cue stands.
        dates: `tag(text, …)`; a date inside the content is never the answer.
        written: the day of writing; nothing is said after it.
    """
    found = own_date(text, cue_span, source_span, content_spans, sentence_span, dates, written, ())
    return said_of(*found) if found else UNKNOWN


def own_date(
    text: str,
    cue: Span | None,
    source: Span | None,
    contents: Sequence[Span],
    sentence: Span,
    dates: Sequence[DateMention],
    written: date | None,
    others: Sequence[Span],
) -> tuple[DateMention, str] | None:
    """Return the mention that dates a statement, with its basis; `others` are the contents of other statements."""
    if cue is None or not contents:
        return None
    first, last = min(s for s, _ in contents), max(e for _, e in contents)
    inside = [
        d
        for d in dates
        if sentence[0] <= d.start < sentence[1]
        and not any(s < d.end and d.start < e for s, e in contents)
        and d.granularity in GRAINS
        and (written is None or d.earliest <= written)
        and (phrases.WHEN.match(text, d.end) or not of_another_event(text, d))
    ]
    if cue[1] <= first:  # cue, then content: the date stands between them
        between = [d for d in inside if cue[1] <= d.start < first]
    else:  # content, then cue: the date follows the cue and its source
        named = source is not None and cue[0] <= source[0] < cue[1] + AFTER and not _crosses(source, contents)
        reach = (max(cue[1], source[1]) if named else cue[1]) + BEFORE
        between = [d for d in inside if cue[1] <= d.start <= reach]
        between = [d for d in between if not phrases.OTHER_CUE.search(fold(text[cue[1] : d.start]).text)]
    for mention in between:
        gap = fold(text[cue[1] : mention.start]).text
        occasions = list(phrases.OCCASION.finditer(gap))
        near = gap[occasions[-1].end() :] if occasions else gap
        if phrases.ELSE.search(near) or phrases.RELATIVE.search(near) and len(near) > 60:
            continue
        return mention, "occasion" if occasions else "clause"
    # Other people's words hold dates of their own, unless this statement stands inside them.
    apart = [(s, e) for s, e in others if not s <= cue[0] < e]
    free = [d for d in inside if not any(s < d.end and d.start < e for s, e in apart)]
    for mention in reversed([d for d in free if d.end <= cue[0] and (cue[0] > last or d.end <= first)]):
        if _leads_to(text, mention, cue, sentence, [*contents, *apart]):
            lead = fold(text[max(sentence[0], mention.start - 80) : mention.start]).text
            return mention, "occasion" if phrases.OCCASION.search(lead) else "clause"
        break
    after = [d for d in free if last <= d.start < last + AFTER]
    if after:
        gap = fold(text[last : after[0].start]).text
        close = len(gap) <= 14 or phrases.AFTERWARDS.match(gap) and not phrases.ELSE.search(gap)
        if close and not phrases.OTHER_CUE.search(gap):
            return after[0], "occasion" if phrases.OCCASION.search(gap) else "clause"
    return None


def _leads_to(text: str, mention: DateMention, cue: Span, sentence: Span, contents: Sequence[Span]) -> bool:
    """Say whether a date before a cue belongs to it: أمس قال, في مؤتمر صحفي الأحد أكد, يوم السبت حين قالت."""
    gap = fold(text[mention.end : cue[0]]).text
    if len(gap) > BEFORE or phrases.OTHER_CUE.search(gap) or any(mention.end <= s < cue[0] for s, _ in contents):
        return False
    lead = fold(text[max(sentence[0], mention.start - 120) : mention.start]).text
    lead = re.split(r"[.؛\n]", lead)[-1]
    published = len(gap) <= 40 and phrases.PUBLISHES.search(lead[-60:])
    if published or phrases.LEADING.match(lead) or phrases.WHEN.match(gap):
        return True
    if phrases.PARTICIPLE.fullmatch(phrases.first_word(fold(text[cue[0] : cue[1]]).text)):
        return not phrases.ELSE.search(lead[-60:]) and not phrases.RELATIVE.search(lead[-60:])
    occasions = list(phrases.OCCASION.finditer(lead))
    if not occasions or phrases.OTHER_CUE.search(lead):
        return False
    return not phrases.ELSE.search(lead[occasions[-1].end() :])


def of_another_event(text: str, mention: DateMention) -> bool:
    """Say whether the word before a date ties it to something else than speech (منذ أمس، هجوم الأحد)."""
    return phrases.NO_SPEECH_BEFORE.search(fold(text[max(0, mention.start - 28) : mention.start]).text) is not None


def _crosses(span: Span, contents: Sequence[Span]) -> bool:
    """Say whether a span shares a character with one of `contents`."""
    return any(s < span[1] and span[0] < e for s, e in contents)
