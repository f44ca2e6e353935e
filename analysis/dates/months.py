"""Readers of months and of the days in them."""

from __future__ import annotations

from datetime import date

from analysis.dates import calendars, grammar, lexicon, resolution, tense
from analysis.dates.found import Found, among, stretched, word_before
from analysis.dates.grammar import LEFT

NAME_BEFORE_DAY = lexicon.traps("name before day and month")
MONTH_LEADS = lexicon.words("month lead")
NO_NAME = ("ال", "و", "ف", "ب", "ل", "من", "في", "عن", "على", "الى", "بعد", "قبل", "حتى", "(", "،", "-")
DAY_LEADS = lexicon.words("day lead")


def month(text: str, start: int, end: int, word: str, written: date | None) -> Found | None:
    """Read a month of any family, with the days before it and the year or relation after it."""
    calendar, number = grammar.MONTHS[word]
    alone = word in lexicon.lone_months()
    pair = grammar.PAIR.match(text, end)
    if pair and pair["pair"] != word and grammar.MONTHS[pair["pair"]] == (calendar, number):
        end, alone = pair.end(), True
        while text[end - 1] == " ":
            end -= 1
    listed = days_before(text, start)
    named_month = grammar.MONTH_BEFORE.search(text, max(0, start - 10), start)
    tail = grammar.TAIL.match(text, end)
    days = day_numbers(listed["days"]) if listed else []
    first = start
    if days:
        first = opening(text, listed)
    elif named_month:
        first, alone = named_month.start("shahr"), True
    before = word_before(text, first)
    if before in NAME_BEFORE_DAY and (tail is None or not tail["year"]):
        return None
    year, relation = year_of(tail, calendar, written) if tail else (None, None)
    dated = year is not None or relation is not None
    if days and not dated and grammar.NO_YEAR.match(text, end):
        return None
    if not (alone or days or dated) and (not among(before, MONTH_LEADS) or _goes_on_as_name(text, end)):
        return None
    if dated:
        end = tail.end()
    return month_found(calendar, number, days, (year, relation), (first, end), text, written)


def days_before(text: str, start: int):
    """Return the match of the days that stand before a month at `start` (22 و23 من شهر), or None."""
    words = text[max(0, start - 30) : start].split()
    while words and words[-1] in grammar.BETWEEN_DAY_AND_MONTH:
        words.pop()
    if not words or not (words[-1][-1].isdigit() or words[-1] in grammar.LAST_OF_DAYS):
        return None  # spares the longer search
    return grammar.DAYS_BEFORE.search(text, max(0, start - LEFT), start)


def opening(text: str, listed) -> int:
    """Return where a date with days before its month begins: at its weekday, its "day", or its first number."""
    if listed["weekday"]:
        return stretched(text, listed.start("weekday"))
    return listed.start("named") if listed["named"] else listed.start("days")


def month_found(
    calendar: str,
    number: int,
    days: list[int],
    when: tuple[int | None, str | None],
    place: tuple[int, int],
    text: str,
    written: date | None,
) -> Found | None:
    """Return month `number`, or the days in it, of the year or relation `when`, at the folded span `place`."""
    year, relation = when
    ends = [days[0], days[-1]] if days else [None, None]
    if year is not None:
        if calendar == "hijri" and year > 1500:
            year = calendars.hijri_year_in(year, number)
        if year is None:
            return None
        periods = [resolution.month_period(calendar, year, number, day) for day in ends]
    elif written is None:
        return None
    else:
        side = 0 if relation else tense.side(text, *place)
        periods = [resolution.month_of(calendar, number, day, written, relation, side) for day in ends]
    if None in periods:
        return None
    period = calendars.span(periods[0], periods[1])
    if period is None:
        return None
    loose = when == (None, None) and len(days) == 1 and calendar == "gregorian"
    return Found(*place, period, year is not None, (number, days[0]) if loose else None)


def year_of(tail, calendar: str, written: date | None) -> tuple[int | None, str | None]:
    """Return the year in the calendar of the month before it, or the relation, that follows a month."""
    if tail["year"] or tail["named_year"]:
        return year_number(tail["year"] or tail["named_year"]), None
    if tail["relation"]:
        return None, grammar.RELATIONS[tail["relation"]]
    today = calendars.to_hijri(written) if written and calendar == "hijri" else None
    present = today[0] if today else written.year if written and calendar == "gregorian" else None
    if present is not None and tail["year_relation"]:
        present += resolution.steps_of(grammar.RELATIONS[tail["year_relation"]])
    return present, None


def year_number(word: str) -> int:
    """Return the number of a year in digits or words."""
    return int(word) if word[0].isdigit() else grammar.YEARS_IN_WORDS[word]


def day_numbers(days: str) -> list[int]:
    """Return the day numbers of a list, empty where one is not between 1 and 31."""
    numbers = []
    for one in grammar.ONE_DAY.finditer(days):
        digits = "".join(c for c in one.group() if c.isdigit())
        numbers.append(int(digits) if digits else grammar.ORDINALS[one.group()])
    return numbers if all(1 <= n <= 31 for n in numbers) else []


def _goes_on_as_name(text: str, end: int) -> bool:
    """Say whether a word without article or preposition follows: رجب طيب, رمضان قديروف, مارس ضغوطا."""
    rest = text[end : end + 16]
    if not rest.startswith(" "):
        return False
    word = rest.split(None, 1)[0] if rest.split() else ""
    return not word.startswith(NO_NAME)


def day_and_month(
    text: str, start: int, end: int, day: int, month: int, before: str, written: date | None
) -> Found | None:
    """Read يوم 31/1, with the year of a following من العام القادم or the nearest one."""
    if not among(before, DAY_LEADS) or not (1 <= month <= 12 and 1 <= day <= 31) or written is None:
        return None
    tail = grammar.TAIL.match(text, end)
    year, relation = year_of(tail, "gregorian", written) if tail else (None, None)
    if year is not None or relation:
        end = tail.end()
    return month_found("gregorian", month, [day], (year, relation), (stretched(text, start), end), text, written)
