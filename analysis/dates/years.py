"""Readers of years and of dates in figures."""

from __future__ import annotations

from datetime import date

from analysis.dates import calendars, grammar, lexicon, resolution
from analysis.dates.found import Found, among, stretched, word_before
from analysis.dates.months import day_and_month, year_number

YEAR_LEADS = lexicon.words("year lead")
PAIR_LEADS = frozenset("من بين الى وبين".split())


def year(text: str, start: int, end: int, word: str, written: date | None) -> Found | None:
    """Read عام 2014, سنة 1961, عامي 2007 و2008."""
    return years(text, start, end, written)


def years(text: str, start: int, end: int, written: date | None) -> Found | None:
    listed = grammar.YEARS.match(text, end)
    if listed is None:
        return None
    first = year_number(listed["first"])
    era = listed["era"] or (listed["last_era"] if listed["last"] else None)
    one = resolution.whole_year(first, era)
    if one is None:
        return None
    cut = listed.end("era") if listed["era"] else listed.end("first")
    if listed["last"]:
        pair = among(word_before(text, start), PAIR_LEADS) and not text.startswith("عامي", start)
        apart = pair or "الى" in listed["joint"] or "حتى" in listed["joint"]
        last = resolution.whole_year(year_number(listed["last"]), listed["last_era"] or era)
        both = calendars.span(one, last) if last and not apart else None
        if both:
            return Found(start, listed.end(), both, True)
    return Found(start, cut, one, True)


def number(text: str, start: int, end: int, word: str, written: date | None) -> Found | None:
    """Read a date in figures, or a bare year after في، منذ، بين … و…."""
    parts = [p for p in grammar.DIGITS.split(word) if p]
    if len(parts) == 3:
        era = grammar.ERA.match(text, end)
        period = resolution.numeric(*(int(p) for p in parts), era["era"] if era else None)
        named = grammar.WEEKDAY_BEFORE.search(text, max(0, start - 16), start)
        first = stretched(text, named.start("weekday")) if named else start  # يوم السبت 30/10/1436هـ
        return Found(first, era.end() if era else end, period, True) if period else None
    before = word_before(text, start)
    if len(parts) == 2:
        return day_and_month(text, start, end, int(parts[0]), int(parts[1]), before, written)
    value = int(word)
    era = grammar.ERA.match(text, end)
    if not 1800 <= value <= 2100 and not (era and era["era"].startswith("ه")):
        return None
    if grammar.COUNTED.match(text, end):
        return None
    follows = grammar.YEAR_PAIR_BEFORE.search(text, max(0, start - 24), start)
    leads = grammar.YEAR_PAIR_AFTER.match(text, end)
    opened = text[start - 1 : start] == "("
    alone = grammar.IN_BRACKETS.search(text, max(0, start - 3), start) and text[end : end + 2].lstrip()[:1] == ")"  # فولكمان (2013)
    cup = grammar.CUP_BEFORE.search(text, max(0, start - 40), start)
    started = grammar.FROM_YEAR.search(text, max(0, start - 16), start)
    if not (era or among(before, YEAR_LEADS) or follows or alone or cup or started or leads and (opened or among(before, PAIR_LEADS))):
        return None
    if text[start - 1 : start].isalpha() and text[start - 1] not in "ولبف":
        return None
    period = resolution.whole_year(value, era["era"] if era else None)
    also = grammar.AND_YEAR.match(text, end)
    if also and period and not follows and not among(before, PAIR_LEADS):
        last = resolution.whole_year(int(also["last"]), None)  # في 2006 و2008: coordinated, one range
        if last and (both := calendars.span(period, last)):
            return Found(start, also.end(), both, True)
    return Found(start, era.end() if era else end, period, True) if period else None
