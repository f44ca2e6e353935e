"""When each statement of an article was said: dates that pass from sentence to sentence.

A sentence that dates a meeting or a speech dates what was said there; a speaker's date holds for his next
words. Source: the annotated articles of the project's tuning sets, where two of three dated statements have
their date from outside their own sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from analysis.dates import phrases
from analysis.dates.speech import (
    UNKNOWN,
    SaidOn,
    Span,
    Utterance,
    of_another_event,
    own_date,
    said_of,
    sentence_of,
)
from analysis.dates.tagging import DateMention
from analysis.text import fold

RECENT = 14  # days: an older date belongs to another occasion than the report's own
DATELINE = 90  # the longest line that is only a dateline or a byline


@dataclass(slots=True)
class _Reading:
    """One article while its statements are dated, in the order of the text.

    Attributes:
        names: the folded words of each speaker's name.
        said: the dates found so far.
        own: whether a date came from the statement itself or its occasion, so that it may be passed on back.
        strict: whether it stood in the statement's own sentence.
        earlier: whether it is of an earlier occasion than the article's own (كان قد صرح أمس الأول).
    """

    text: str
    statements: list[Utterance]
    dates: Sequence[DateMention]
    written: date | None
    names: list[frozenset[str]]
    said: list[SaidOn]
    own: list[bool]
    strict: list[bool]
    earlier: list[bool]

    def give(self, i: int, when: SaidOn) -> None:
        """Date the statement `i` by its occasion."""
        self.said[i], self.own[i] = when, True


def said_on_all(
    text: str, statements: Sequence[Utterance], dates: Sequence[DateMention], written: date | None
) -> list[SaidOn]:
    """Return when each statement of an article was said, in the order of `statements`.

    First every statement's own sentence is read; then a statement that names its occasion as a known one takes
    the occasion's date; then a sentence that dates a meeting, a press conference, "جاء ذلك خلال … أمس", dates
    the statements of those whom it names; and a speaker's undated statements take the date of his statement
    before, or at the head of the article of the next. Nested statements and positions held in general (ترفض،
    يعتقد) inherit nothing. A statement without content has no date.

    Args:
        text: the article.
        statements: its statements, in any order.
        dates: `tag(text, written)`.
        written: the day of writing, or None.
    """
    order = sorted((i for i, one in enumerate(statements) if one.content), key=lambda i: _extent(statements[i]))
    inside = [statements[i] for i in order]
    said = []
    for one in inside:
        others = [span for other in inside if other is not one for span in other.content]
        sentence = sentence_of(text, *_extent(one))
        found = own_date(text, one.cue, one.source, one.content, sentence, dates, written, others)
        said.append(said_of(*found) if found else UNKNOWN)
    own = [bool(when.value) for when in said]
    names = [frozenset(phrases.WORD.findall(fold(one.speaker or "").text)) for one in inside]
    reading = _Reading(text, inside, dates, written, names, said, own, list(own), [False] * len(inside))
    for i, one in enumerate(inside):
        if not said[i].value and not one.nested and (today := _today(reading, one)):
            reading.give(i, today)
    _from_references(reading)
    _carry(reading)
    _from_occasions(reading)
    _later(reading)
    _carry_back(reading)
    _carry(reading)
    result = [UNKNOWN] * len(statements)
    for i, when in zip(order, said, strict=True):
        result[i] = when
    return result


def _clause(text: str, one: Utterance, reach: int) -> str:
    """Return the folded words from `reach` characters before the cue, within its line, up to the content."""
    if one.cue is None:
        return ""
    start = max(0, text.rfind("\n", 0, one.cue[0]) + 1, one.cue[0] - reach)
    return fold(text[start : max(one.cue[1], min(s for s, _ in one.content))]).text


def _later(r: _Reading) -> None:
    """Date what was said a little later (بعد قليل، في وقت لاحق) like the statement before it."""
    outer = [i for i, one in enumerate(r.statements) if not one.nested]
    for before, i in zip(outer, outer[1:], strict=False):
        if not r.said[i].value and r.said[before].value and phrases.LATER.search(_clause(r.text, r.statements[i], 40)):
            r.give(i, r.said[before])


def _from_references(r: _Reading) -> None:
    """Date a statement that names its occasion as a known one (قبيل الاجتماع، في كلمته خلال الحفل).

    The occasion is one of the same group of nouns, or a verb of meeting, that another sentence dates: the
    nearest before, else the nearest after.
    """
    contents = [span for one in r.statements for span in one.content]
    held: list[tuple[int, str, DateMention]] = []
    for mention in r.dates:
        if mention.granularity != "day" or r.written is not None and mention.earliest > r.written:
            continue
        if any(s <= mention.start < e for s, e in contents):
            continue
        start, end = sentence_of(r.text, mention.start, mention.end)
        words = fold(r.text[max(start, mention.start - 130) : min(end, mention.end + 50)]).text
        held += [(mention.start, group, mention) for group in phrases.groups(words)]
    for i, one in enumerate(r.statements):
        if r.said[i].value or one.cue is None or _inherits_nothing(r.text, one) or _past_perfect(r.text, one):
            continue
        clause = _clause(r.text, one, 25)
        source = fold(r.text[one.source[0] : one.source[1]]).text if one.source else ""
        known = phrases.KNOWN.search(clause) or phrases.OCCASION.match(source)  # خلص الاجتماع إلى …
        if known is None:
            continue
        group = phrases.OCCASIONS[known["noun"]]
        place = one.cue[0]
        fitting = [(at > place, abs(at - place), mention) for at, name, mention in held if name == group]
        if fitting:
            day = min(fitting, key=lambda row: row[:2])[2].earliest
            day -= timedelta(days=1) if "عشية" in clause else timedelta(0)
            r.give(i, SaidOn(day.isoformat(), "day", "occasion"))


def _today(r: _Reading, one: Utterance) -> SaidOn | None:
    """Return the day of writing for a report of what happened that very day: it can be no older, and no later.

    The report holds the word today, or an official source follows the lead that does (لقي ثلاثة مصرعهم اليوم.
    وأفاد مصدر أمني …).
    """
    if r.written is None or one.cue is None or one.nested:
        return None
    cue = fold(r.text[one.cue[0] : one.cue[1]]).text
    today = [d for d in r.dates if d.earliest == d.latest == r.written and d.text.startswith(("اليوم", "هذا اليوم"))]
    if any(s <= d.start < e for d in today for s, e in one.content):
        before = fold(r.text[max(0, one.cue[0] - 25) : one.cue[1]]).text
        stale = phrases.GENERAL.fullmatch(phrases.first_word(cue)) or phrases.EARLIER.search(before)
        return None if stale else SaidOn(r.written.isoformat(), "day", "occasion")
    line = r.text.rfind("\n", 0, one.cue[0])
    if line <= 0 or r.text[line : one.cue[0]].strip() or not phrases.REPORTS.fullmatch(cue):
        return None
    source = fold(r.text[one.source[0] : one.source[1]] if one.source else one.speaker or "").text
    lines = [part for part in r.text[:line].split("\n") if part.strip()]
    short = [part for part in lines if len(part) <= DATELINE]
    in_lead = len(lines) - len(short) <= 1 and any(line - len(lines[-1]) <= d.start < line for d in today)
    if in_lead and phrases.OFFICIAL.match(source):
        return SaidOn(r.written.isoformat(), "day", "occasion")
    return None


def _extent(one: Utterance) -> Span:
    """Return the span from the first to the last character of a statement with its cue."""
    spans = [*one.content, *((one.cue,) if one.cue else ())]
    return min(s for s, _ in spans), max(e for _, e in spans)


def _inherits_nothing(text: str, one: Utterance) -> bool:
    """Say whether a statement is nested, a general position, or said at another time."""
    if one.nested or one.cue is None:
        return True
    cue = fold(text[one.cue[0] : one.cue[1]]).text
    around = fold(text[max(0, one.cue[0] - 25) : min(s for s, _ in one.content) if one.content else one.cue[1]]).text
    verb = phrases.first_word(cue)
    return bool(phrases.GENERAL.fullmatch(verb) or phrases.ACCORDING.fullmatch(verb) or phrases.EARLIER.search(around))


def _past_perfect(text: str, one: Utterance) -> bool:
    """Say whether كان or قد stands before the cue: an earlier occasion than the article's own."""
    if one.cue is None:
        return False
    line = max(text.rfind("\n", 0, one.cue[0]) + 1, one.cue[0] - 90)
    lead = fold(text[line : one.cue[0]]).text
    stops = list(re.finditer(r"[.،,]", lead))
    return bool(phrases.PERFECT.search(lead[stops[-1].end() :] if stops else lead))


def _from_occasions(r: _Reading) -> None:
    """Date the statements of speakers whom an earlier sentence shows at a dated occasion."""
    contents = [span for one in r.statements for span in one.content]
    for mention in r.dates:
        if mention.granularity != "day" or r.written is not None and mention.earliest > r.written:
            continue
        if any(s <= mention.start < e for s, e in contents):
            continue
        if r.written is None or (r.written - mention.earliest).days > RECENT:
            continue
        start, end = sentence_of(r.text, mention.start, mention.end)
        words = fold(r.text[start:end]).text
        came = phrases.THIS_CAME.search(words)
        before = fold(r.text[start : mention.start]).text
        if came and phrases.ELSE.search(before, came.end()):
            came = None  # جاءت تصريحاته بعد أن … الأحد
        lead = fold(r.text[max(start, mention.start - 130) : mention.start]).text
        shows = [*phrases.OCCASION.finditer(lead), *phrases.MEETING.finditer(lead)]
        near = lead[max(show.end() for show in shows) :] if shows else ""
        if not came and (not shows or phrases.OTHER_CUE.search(near) or phrases.ELSE.search(near)):
            continue
        if phrases.PERFECT.match(words.lstrip()) or of_another_event(r.text, mention):
            continue
        # Whoever speaks further on in the same sentence is not shown to be there.
        rest = fold(r.text[mention.end : end]).text
        last = phrases.OTHER_CUE.search(rest)
        present = frozenset(phrases.WORD.findall(f"{before} {rest[: last.start()] if last else rest}"))
        if came:
            _this_came(r, start, mention)
        for i, one in enumerate(r.statements):
            if r.said[i].value or one.cue is None or _extent(one)[0] < start:
                continue
            line = fold(r.text[max(0, one.cue[0] - 40) : one.cue[0]]).text
            cue = phrases.first_word(fold(r.text[one.cue[0] : one.cue[1]]).text)
            participle = phrases.PARTICIPLE.fullmatch(cue) is not None
            # نقل الوزير تحيات رئيسه، معربا عن …: told by another, and r.said at the meeting all the same.
            if _inherits_nothing(r.text, one) and not (one.nested and participle):
                continue
            follows = participle and not one.nested and i > 0 and r.names[i - 1] == r.names[i]
            if phrases.OTHER_SIDE.search(line) or follows or _past_perfect(r.text, one):
                continue
            if _shown(r.names[i], present):
                r.give(i, said_of(mention, "occasion"))


def _this_came(r: _Reading, start: int, mention: DateMention) -> None:
    """Date the statements of the speaker before "جاء ذلك خلال …"."""
    before = [i for i, one in enumerate(r.statements) if _extent(one)[1] <= start and not one.nested]
    if not before:
        return
    for i in before:
        if r.names[i] == r.names[before[-1]] and not r.said[i].value:
            r.said[i] = said_of(mention, "occasion")


def _shown(name: frozenset[str], present: frozenset[str]) -> bool:
    """Say whether a sentence shows a speaker: the half of his name's words or more, at least one long one."""
    shared = {word for word in name & present if len(word) > 3}
    return bool(shared) and 2 * len(name & present) >= len(name)


def _carry(r: _Reading) -> None:
    """Carry a date on to the later undated statements of the same speaker."""
    latest: dict[frozenset[str], int] = {}
    outer = [i for i, one in enumerate(r.statements) if not one.nested and one.cue and r.names[i]]
    for place, i in enumerate(outer):
        one = r.statements[i]
        if r.said[i].value:
            if r.own[i]:
                r.earlier[i] = _past_perfect(r.text, one) or "عشية" in _clause(r.text, one, 0)
            latest[r.names[i]] = i
            continue
        if _inherits_nothing(r.text, one) or _past_perfect(r.text, one) or r.names[i] not in latest:
            continue
        at = latest[r.names[i]]
        when = r.said[at]
        if when.precision != "day" or phrases.BRIEF.search(r.text, r.statements[at].cue[0], one.cue[0]):
            continue
        # An earlier occasion goes on only in أضاف, or in the same sentence.
        cue = phrases.first_word(fold(r.text[one.cue[0] : one.cue[1]]).text)
        joined = phrases.STOP.search(r.text, _extent(r.statements[at])[1], one.cue[0]) is None
        if r.earlier[at] and not (joined or phrases.GOES_ON.fullmatch(cue) and at == outer[place - 1]):
            continue
        r.said[i], r.earlier[i] = SaidOn(when.value, when.precision, "occasion"), r.earlier[at]
        latest[r.names[i]] = i


def _carry_back(r: _Reading) -> None:
    """Date a statement from the one that follows it directly by the same speaker (the lead of a report).

    At the head of the article also by one of the same body, in either direction: رحبت الجامعة …، وقال نائب
    الأمين العام للجامعة اليوم.
    """
    outer = [i for i, one in enumerate(r.statements) if not one.nested and one.cue and r.names[i]]
    for place in range(len(outer) - 1, 0, -1):
        i, k = outer[place - 1], outer[place]
        opening = all(r.names[m] == r.names[i] for m in outer[:place])
        for target, origin in ((i, k), (k, i)):
            if r.said[target].value or not r.own[origin] or r.said[origin].precision != "day":
                continue
            if r.written is None or (r.written - date.fromisoformat(r.said[origin].value)).days > RECENT:
                continue
            if _past_perfect(r.text, r.statements[origin]) or _past_perfect(r.text, r.statements[target]):
                continue
            if _inherits_nothing(r.text, r.statements[target]):
                continue
            same = r.names[target] == r.names[origin]
            if phrases.BRIEF.search(r.text, *sorted((r.statements[i].cue[0], r.statements[k].cue[0]))):
                continue
            related = not same and (opening or r.strict[origin] and target == i)
            related = related and _same_body(r.text, r.statements[i], r.statements[k])
            related = related and not phrases.OTHER_SIDE.search(_clause(r.text, r.statements[k], 40))
            if same and target == i or related:
                r.give(target, SaidOn(r.said[origin].value, "day", "occasion"))


def _same_body(text: str, one: Utterance, other: Utterance) -> bool:
    """Say whether the words that name one source stand in the other's: الخارجية البحرينية, وكيل الخارجية."""
    words = []
    for each in (one, other):
        named = f"{each.speaker or ''} {text[each.source[0] : each.source[1]] if each.source else ''}"
        words.append({_stem(word) for word in phrases.WORD.findall(fold(named).text) if len(word) > 4})
    small, large = sorted(words, key=len)
    return bool(small) and len(small & large) * 2 >= len(small)


def _stem(word: str) -> str:
    """Strip the article and the endings of adjectives: السوداني and السودان are one."""
    word = re.sub(r"^(?:و|ب)?(?:ال|لل)", "", word)
    return re.sub(r"(?:ية|ي|ة|ا)$", "", word)
