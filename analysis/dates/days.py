"""Readers of deictic words (today, yesterday, tomorrow) and of weekdays."""

from __future__ import annotations

from datetime import date

from analysis.dates import calendars, grammar, lexicon, resolution, tense
from analysis.dates.calendars import Period
from analysis.dates.found import Found, among, stretched, word_before

NO_TODAY_BEFORE = lexicon.traps("today is no day")
NO_TODAY_AFTER = lexicon.traps("today goes on with")
NAME_BEFORE_WEEKDAY = lexicon.traps("name before weekday")
PARTS_OF_DAY = lexicon.words("part of day")
NOWADAYS = lexicon.words("nowadays")
EVENTS = lexicon.words("event") | lexicon.speech("occasion")
WERE = frozenset("كان كانت كانوا كانا قد لم منذ عندما لدى اثناء".split())
BYLINE = 60  # characters in which an outlet's name stands before a dash: عين اليوم – الرياض
LEAD = 260  # characters of an article's head, where "today" is the day of its news


def offset(text: str, start: int, end: int, word: str, written: date | None) -> Found | None:
    """Read today, yesterday, tomorrow, the day before or after, with a weekday beside it."""
    first = stretched(text, start)
    beside = grammar.WEEKDAY_BESIDE.match(text, end)
    before = word_before(text, first)
    if beside is None and not _is_day(text, first, start, end, word, before):
        return None
    if written is None:
        return None
    when = calendars.shift_days(written, grammar.OFFSETS[word])
    if when is None:
        return None
    if beside is not None:
        end = beside.end()
        number = grammar.WEEKDAYS[beside["weekday"]]
        # Where the two contradict each other the weekday is right (بعد غد الجمعة), within three days.
        away = (number - when.isoweekday() + 3) % 7 - 3
        when = calendars.shift_days(when, away)
        if when is None:
            return None
    also = None if before == "بين" else grammar.AND_OFFSET.match(text, end)
    if also and (other := offset(text, *also.span("word"), also["word"], written)):
        period = calendars.span(calendars.of_day(when), other.period)  # أمس واليوم
        return Found(first, other.end, period) if period else None
    return Found(first, end, calendars.of_day(when))


def _is_day(text: str, first: int, start: int, end: int, word: str, before: str) -> bool:
    """Say whether a deictic word without a weekday is a day, not "nowadays", "the future" or a newspaper."""
    glued = text[first:start]
    after = text[end : end + 14].split(None, 1)
    following = after[0].strip("،.,:؛»”\"") if after and text[end : end + 1] == " " else ""
    if word == "امس" and following == "الحاجة":
        return False  # في أمس الحاجة: in dire need
    if word in ("اليوم", "الليلة"):
        opened = any(mark in text[max(0, start - 8) : start] for mark in "«“\"([")
        if opened and text[end : end + 1] in tuple("»”\")]“"):
            return False  # «اليوم», «دار اليوم»: the newspaper
        byline = start < BYLINE and "\n" not in text[:start] and text.startswith((" –", " -"), end)
        if byline or following in NO_TODAY_AFTER:
            return False
        if before in PARTS_OF_DAY or "هذا" in glued or "هذه" in glued:
            return before not in ("منتصف",) or "هذا" in glued
        if among(before, NO_TODAY_BEFORE):
            return False
        return text[start - 1 : start] not in tuple("بك") and _is_today(text, start, end, before)
    if word in ("غد", "الغد"):
        return bool(glued) or before in PARTS_OF_DAY or text[start - 1 : start] == "ل" and word == "غد"
    if word == "الامس":
        return following not in ("القريب", "البعيد") and (
            bool(glued) or before in PARTS_OF_DAY or text[start - 1 : start] == "ب"
        )
    return True


def _is_today(text: str, start: int, end: int, before: str) -> bool:
    """Say whether a bare "today" is the day of an event, not the present age.

    In the lead of an article it is a day unless a word of the present age stands beside it (نحن اليوم, أصبحت
    اليوم). Further on an event must stand before it in its clause (أعلن … اليوم, في بيان اليوم), or directly
    after it (اليوم، رحبت).
    """
    beside = text[end : end + 24].strip(" ،,").split(None, 1)
    if among(before, NOWADAYS):
        return False
    clause = tense.clause_before(text, start)
    opens = not clause.strip(" وف»“\"،(")
    if start < LEAD:
        return not (opens and beside and among(beside[0], NOWADAYS))
    if opens:
        return bool(beside) and (sign := tense.SIGNS.match(beside[0])) is not None and sign.group(2) is not None
    signs = [sign for sign in tense.SIGNS.finditer(clause) if not among(sign.group().strip(), WERE)]
    return bool(signs) or any(among(word.strip("،,:«»“”\"()"), EVENTS) for word in clause.split())


def weekday(text: str, start: int, end: int, word: str, written: date | None) -> Found | None:
    """Read a weekday, or a list of them, with its relation; the tense of the clause picks the side."""
    first = stretched(text, start)
    before = word_before(text, first)
    numbers = [grammar.WEEKDAYS[word]]
    while len(numbers) < 7 and (more := grammar.WEEKDAY_LIST.match(text, end)):
        numbers.append(grammar.WEEKDAYS[more["weekday"]])
        end = more.end()
    related = grammar.RELATED.match(text, end)
    in_week = None if related else grammar.WEEK_RELATED.match(text, end)
    if not (related or in_week):
        if among(before, NAME_BEFORE_WEEKDAY) or before.startswith("عبد"):
            return None
        habit = len(numbers) == 1 and text[first:start].startswith(("ايام", "الايام"))
        if habit or text.startswith((" من كل", " كل "), end):
            return None
    if written is None:
        return None
    if in_week:
        end = in_week.end()
        relation = "current" if in_week["this"] else grammar.RELATIONS[in_week["relation"]]
        days = [resolution.weekday_in_week(number, written, relation) for number in (numbers[0], numbers[-1])]
    else:
        relation, side = None, 0
        if related:
            end = related.end()
            relation = grammar.RELATIONS[related["relation"]]
            if related["before"]:
                relation = {"past": "before last", "next": "after next"}.get(relation)
            if relation == "current":
                relation = None
        else:
            side = tense.side(text, first, end)
        days = _beside_each_other(numbers, written, relation, side or -1)
    if None in days:
        return None
    period = calendars.span(days[0], days[-1])
    return Found(first, end, period) if period else None


def _beside_each_other(numbers: list[int], written: date, relation: str | None, side: int) -> list[Period | None]:
    """Return the first and last day of a list of weekdays.

    Its last day decides: a list that began yesterday is still the coming one (السبت والأحد on a Sunday). Only
    with a relation to come its first day does (يومي الجمعة والسبت المقبلين).
    """
    gap = (numbers[-1] - numbers[0]) % 7
    if relation in ("next", "after next"):
        anchor, shift = resolution.weekday(numbers[0], written, relation, side), gap
    else:
        anchor, shift = resolution.weekday(numbers[-1], written, relation, side), -gap
    other = calendars.shift_days(anchor.earliest, shift) if anchor else None
    days = [anchor, calendars.of_day(other) if other else None]
    return days if shift >= 0 else days[::-1]
