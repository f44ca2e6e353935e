"""Readers of the week, month, year, quarter, half and season with a relation, a number or a year."""

from __future__ import annotations

from datetime import date

from analysis.dates import calendars, grammar, lexicon, resolution
from analysis.dates.found import Found, among, stretched, word_before
from analysis.dates.months import (
    day_numbers,
    days_before,
    month_found,
    opening,
    year_number,
    year_of,
)
from analysis.dates.years import years

EDGES = lexicon.words("edge")
PART_LEADS = lexicon.words("part lead")


def unit(text: str, start: int, end: int, word: str, written: date | None) -> Found | None:
    """Read the week, month, year, quarter or half with its relation, number, or days before it."""
    name = grammar.DEFINITE[word]
    if name in ("quarter", "half"):
        return _part_of_year(text, start, end, name, written)
    first = stretched(text, start)
    this = text[first:start].lstrip().startswith(("هذا", "هذه"))
    if name == "year" and (dated := years(text, first, end, written)):
        return dated
    related = grammar.UNIT_RELATED.match(text, end)
    before = word_before(text, first)
    edge = among(before, EDGES)
    if written is None or not (related or this or edge and (name != "week" or before.endswith(("بداية", "مطلع")))):
        return None
    relation, steps = "current", 0
    if related:
        relation = grammar.RELATIONS[related["relation"]]
        steps = resolution.steps_of(relation, bool(related["before"]))
        end = related.end()
    elif not this and text[end : end + 3].startswith(" ال"):
        return None  # بداية العام الدراسي: another year
    if name == "month":
        # هذا stands between the day and its month: في العاشر من هذا الشهر
        listed = days_before(text, first)
        if listed and ("من" in listed["of"] or listed["named"]):
            days = day_numbers(listed["days"])
            year, number = calendars.shift_month(written, steps)
            if days:
                place = opening(text, listed), end
                return month_found("gregorian", number, days, (year, None), place, text, written)
    if name == "year" and related and related["adjective"] and related["adjective"].startswith("الهجري"):
        today = calendars.to_hijri(written)
        period = calendars.hijri_year(today[0] + steps) if today else None
    else:
        period = resolution.relative(name, written, steps)
    if name == "year" and period and (said := years(text, first, end, written)) and said.period == period:
        return Found(first, said.end, period, True)  # العام الماضي 2014م
    return Found(first, end, period) if period else None


def _part_of_year(text: str, start: int, end: int, name: str, written: date | None) -> Found | None:
    """Read a quarter or a half: الربع الأول من عام 2015، الربع الماضي."""
    part = grammar.PART_OF_YEAR.match(text, end)
    if part is None:
        related = grammar.UNIT_RELATED.match(text, end)
        if related is None or written is None or name == "half":
            return None
        period = resolution.relative(name, written, resolution.steps_of(grammar.RELATIONS[related["relation"]]))
        return Found(start, related.end(), period) if period else None
    if part["other"]:
        return None
    number = grammar.PARTS[part["ordinal"]]
    last = 4 if name == "quarter" else 2
    number = last if number < 0 else number
    if number > last:
        return None
    if part["year"]:
        year = year_number(part["year"])
    elif written is None:
        return None
    elif part["relation"]:
        year = written.year + resolution.steps_of(grammar.RELATIONS[part["relation"]])
    elif part["this"] or part["bare"] or among(word_before(text, start), PART_LEADS):
        year = written.year
        if not (part["this"] or part["bare"]) and name == "half":
            return None  # النصف الأول alone is a game's
    else:
        return None
    period = calendars.quarter(year, number) if name == "quarter" else calendars.half(year, number)
    return Found(start, part.end(), period, bool(part["year"])) if period else None


def season(text: str, start: int, end: int, word: str, written: date | None) -> Found | None:
    """Read هذا الصيف, الصيف الماضي, صيف 2014, صيف العام الماضي."""
    first = stretched(text, start)
    index = grammar.SEASONS[word]
    this = text[first:start].lstrip().startswith(("هذا", "هذه"))
    tail = grammar.TAIL.match(text, end)
    if tail:
        year, relation = year_of(tail, "gregorian", written)
        if year is not None and year > 1700:
            period = calendars.season(year, index)
            return Found(first, tail.end(), period, True) if period else None
        if relation is None or written is None or not word.startswith(("ال", "لل")):
            return None
        end = tail.end()
    elif this:
        relation = "current"
    else:
        return None
    if written is None:
        return None
    near = [calendars.season(written.year + k, index) for k in (-1, 0, 1)]
    if relation == "current":
        period = next((p for p in near if p and p.earliest <= written <= p.latest), near[1])
    elif relation == "past":
        period = next((p for p in reversed(near) if p and p.latest < written), None)
    else:
        period = next((p for p in near if p and p.earliest > written), None)
    return Found(first, end, period) if period else None
