"""The day an article was written, from its own words.

`published` is often the day of a crawl, and late. An article fixes its day where a weekday stands beside
today, yesterday or tomorrow (أمس الأربعاء), where such a word stands beside a full date, in a dateline or in
a source line. Without such evidence the day stays what the metadata says.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from analysis.dates import calendars, grammar
from analysis.dates.tagging import find
from analysis.text import Folded, fold

HEAD = 160  # folded characters in which a dateline ends
LINE = 110  # the longest dateline or source line
MATCHING = r"(?: {0,2}[(,،\-–] {0,2}| )(?:الموافق|الموافقة|بتاريخ|تاريخ|المصادف)?(?: ?ل(?:يوم|ليوم))?[ :(]{0,2}"

_DEICTIC = re.compile(
    rf"(?<!\w)[وفبل]{{0,2}}(?P<word>{grammar.ANY(grammar.OFFSETS)})(?!\w)(?:{grammar.WEEKDAY_BESIDE.pattern})?"
    rf"(?P<date>{MATCHING}(?=\d|{grammar.ORDINAL} ))?"
)
_SOURCE = re.compile(r"[ (\[*]{0,4}(?:المصدر|نقلا عن|نشر في|نشر بتاريخ|تاريخ النشر|اخر تحديث|تاريخ الخبر|بتاريخ)[ :]")
_AGENCY = re.compile(r" {0,2}(?:[\-–|:/)]|واس|وكالات|\(|$|رويترز|أ ?ف ?ب|\n)")


@dataclass(frozen=True, slots=True)
class Written:
    """The day of writing.

    Attributes:
        day: the day, or None where nothing tells it.
        basis: what fixes it: "weekday" (beside today, yesterday, tomorrow …), "double date" (a full date
            beside such a word, or the same day in two calendars), "dateline", "source line", "metadata", "unknown".
        evidence: half-open span of the words in the original text, None for metadata and unknown.
        conflict: what contradicts the day inside the article, None where nothing does.
    """

    day: date | None
    basis: str
    evidence: tuple[int, int] | None = None
    conflict: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that fix the day: at folded [start, end), the day or, without a week, only its ISO weekday."""

    basis: str
    start: int
    end: int
    weekday: int
    day: date | None = None


def cues(text: str, published: date | None) -> list[Cue]:
    """Return every cue of a folded text, in order; full dates without a year need `published`."""
    return sorted(_beside(text, published) + _datelines(text) + _source_lines(text), key=lambda cue: cue.start)


def day_of_writing(text: str, published: date | None, *, folded: Folded | None = None) -> Written:
    """Return the day on which `text` was written.

    Args:
        text: the article.
        published: the day that the metadata gives, perhaps of a crawl some weeks later; or None.
        folded: `fold(text)` where the caller has it already.
    """
    folded = folded or fold(text)
    return decide(cues(folded.text, published), published, folded)


def decide(found: list[Cue], published: date | None, folded: Folded) -> Written:
    """Weigh cues: a full date beside a deictic word or in a dateline, then weekdays, then a source line.

    A weekday alone is the nearest such day at or before `published`: nothing is crawled before it is written.
    Of weekdays that disagree the most frequent wins, then the first in the text; days are never averaged.
    """
    dated = [(cue, day) for cue in found if (day := _day(cue, published))]
    if not dated:
        return Written(published, "metadata" if published else "unknown")
    # A full date in any of the strong cues names the week in which the weekdays lie.
    strong = [(cue, day) for cue, day in dated if cue.basis in ("double date", "dateline")]
    weak = [(cue, day) for cue, day in dated if cue.basis == "weekday"]
    if strong:
        weak = [(cue, _near(cue.weekday, strong[0][1])) for cue, _ in weak]
    ranked = strong or weak or dated
    counts = Counter(day for _, day in ranked)
    cue, day = max(ranked, key=lambda pair: (counts[pair[1]], -pair[0].start))
    against = [other for other in strong + weak + [p for p in dated if p[0].basis == "source line"] if other[1] != day]
    conflict = "; ".join(dict.fromkeys(f"{other.basis} says {when}" for other, when in against)) or None
    return Written(day, cue.basis, folded.span(cue.start, cue.end), conflict)


def _day(cue: Cue, published: date | None) -> date | None:
    """Return the day of a cue: a full date not after publication, or the weekday at or before it."""
    if cue.day is not None:
        return cue.day if published is None or (cue.day - published).days <= 1 else None
    if published is None:
        return None
    return calendars.shift_days(published, -((published.isoweekday() - cue.weekday) % 7))


def _near(weekday: int, day: date) -> date:
    """Return the day of an ISO weekday that is at most three days from `day`."""
    return calendars.shift_days(day, (weekday - day.isoweekday() + 3) % 7 - 3) or day


def _beside(text: str, published: date | None) -> list[Cue]:
    """Find deictic words beside a weekday or a full date."""
    found = []
    for match in _DEICTIC.finditer(text):
        ordinal = match["date"] is not None and not text[match.end()].isdigit()
        if not match["weekday"] and (not match["date"] or ordinal and "وافق" not in match["date"]):
            continue  # منذ اليوم الرابع من شوال counts days
        offset = grammar.OFFSETS[match["word"]]
        weekday = (grammar.WEEKDAYS[match["weekday"]] - offset - 1) % 7 + 1 if match["weekday"] else None
        day, end = None, match.end()
        if match["date"] is not None:
            beside = find(text[end : end + 70], published)
            if beside and beside[0].start <= 8 and beside[0].period.granularity == "day":
                day = calendars.shift_days(beside[0].period.earliest, -offset)
                end += beside[0].end
                # The moon sighted may differ from the table by a day: the weekday decides.
                if day and weekday and beside[0].period.calendar == "hijri":
                    day = _near(weekday, day)
        if day:
            found.append(Cue("double date", match.start("word"), end, day.isoweekday(), day))
        elif weekday:
            found.append(Cue("weekday", match.start("word"), match.end("weekday"), weekday))
    return found


def _datelines(text: str) -> list[Cue]:
    """Find the full date of a short first line: الرياض 25 شوال 1436 هـ الموافق 10 اغسطس 2015 م واس."""
    head = text[: HEAD + LINE]
    start = len(head) - len(head.lstrip())
    line_end = head.find("\n", start)
    line_end = len(head) if line_end < 0 else line_end
    dates = [d for d in find(head[:line_end], None) if d.absolute and d.period.granularity == "day"]
    if not dates or dates[0].end > HEAD or text[start : start + 1] in tuple("*•-–"):  # a chronology's first entry
        return []
    first = dates[0]
    double = len(dates) > 1 and dates[1].start - first.end <= 20 and first.period.calendar != dates[1].period.calendar
    last = dates[1] if double else first
    words = head[start : first.start].split()
    closed = _AGENCY.match(head, last.end)
    if len(words) > 4 or not (closed or double and len(words) <= 2):
        return []
    agree = double and abs((first.period.earliest - last.period.earliest).days) <= 1
    gregorian = next((d for d in (first, last) if d.period.calendar == "gregorian"), first)
    day = gregorian.period.earliest
    return [Cue("double date" if agree else "dateline", first.start, last.end, day.isoweekday(), day)]


def _source_lines(text: str) -> list[Cue]:
    """Find the full date of a short last line that names the source: (المصدر: …، بتاريخ 3/11/2016)."""
    tail_start = max(0, len(text.rstrip()) - LINE)
    line_start = max(tail_start, text.rstrip().rfind("\n") + 1)
    line = text[line_start:]
    if not _SOURCE.match(line):
        return []
    dates = [d for d in find(line, None) if d.absolute and d.period.granularity == "day"]
    if not dates:
        return []
    day = dates[-1].period.earliest
    return [Cue("source line", line_start + dates[-1].start, line_start + dates[-1].end, day.isoweekday(), day)]
