"""Readers of spans counted from the day of writing: three days ago, the two coming days."""

from __future__ import annotations

from datetime import date, timedelta

from analysis.dates import calendars, grammar, resolution
from analysis.dates.found import Found, word_before
from analysis.dates.months import month, year_number


def ago(text: str, start: int, end: int, word: str, written: date | None) -> Found | None:
    """Read قبل ثلاثة أيام: a day, ISO week, month or year, counted from the day of writing.

    منذ and بعد count from another event or give a duration, unless they stand alone on their line (the time
    stamp of a web page).
    """
    count = grammar.COUNT.match(text, end)
    if count is None or written is None:
        return None
    if word != "قبل":
        line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
        if text[line_start:start].strip() or text[count.end() : line_end if line_end >= 0 else len(text)].strip(" ."):
            return None
    if not count["rest"] and grammar.FROM_EVENT.match(text, count.end()):
        return None
    if count["number"]:
        amount = int(count["number"]) if count["number"].isdigit() else grammar.CARDINALS[count["number"]]
        name = grammar.UNITS[count["plural"]]
        if count["plural"] in grammar.DUALS:
            return None
    else:
        name = grammar.UNITS[count["single"]]
        amount = 2 if count["single"] in grammar.DUALS else 1
        if count["single"] in grammar.VAGUE or amount == 1 and grammar.NAMED_NEXT.match(text, count.end()):
            return None
    sign = grammar.AGO[word]
    if name == "week" and sign > 0:
        name, amount = "day", 7 * amount
    period = resolution.relative(name, written, sign * amount)
    return Found(start, count.end(), period) if period else None


def window(text: str, start: int, end: int, word: str, written: date | None) -> Found | None:
    """Read اليومين الماضيين, الأشهر الستة المقبلة, الثلاثة الأشهر القادمة; without a number it is vague."""
    name, amount = grammar.WINDOWS[word]
    first = start
    if not amount:
        after = grammar.NUMBER_AFTER.match(text, end)
        ahead = grammar.NUMBER_BEFORE.search(text, max(0, start - 24), start)
        found = after or ahead
        if not found:
            return None
        amount = int(found["number"]) if found["number"].isdigit() else grammar.CARDINALS[found["number"]]
        first, end = (start, after.end()) if after else (ahead.start("number"), end)
    if name == "day" and (of_month := grammar.FIRST_DAYS.match(text, end)):
        return _days_of_month(text, of_month, first, amount, written)
    if name == "month" and (of_year := grammar.FIRST_MONTHS.match(text, end)):
        return _months_of_year(of_year, first, amount, written)
    return _window_found(text, first, end, name, amount, written)


def _days_of_month(text: str, of_month, first: int, amount: int, written: date | None) -> Found | None:
    """Read الأيام العشرة الأولى من رمضان: the first or last days of a month."""
    whole = month(text, *of_month.span("month"), of_month["month"], written)
    if whole is None or whole.period.granularity != "month":
        return None
    opens, closes = whole.period.earliest, whole.period.latest
    if not 1 <= amount <= (closes - opens).days:
        return None
    rest = timedelta(days=amount - 1)
    opens, closes = (opens, opens + rest) if of_month["side"] == "الاولى" else (closes - rest, closes)
    period = calendars.span(calendars.of_day(opens, whole.period.calendar), calendars.of_day(closes))
    return Found(first, whole.end, period, whole.absolute) if period else None


def _months_of_year(of_year, first: int, amount: int, written: date | None) -> Found | None:
    """Read الأشهر الستة الأولى من العام الحالي, الأشهر الثلاثة الأخيرة من 2015: a range of months of one year."""
    if of_year["year"]:
        number = year_number(of_year["year"])
    elif written is None:
        return None
    else:
        relation = of_year["relation"]
        number = written.year + (resolution.steps_of(grammar.RELATIONS[relation]) if relation else 0)
    if not 1 <= amount <= 11:
        return None
    start, stop = (1, amount) if of_year["side"] == "الاولى" else (13 - amount, 12)
    opens, closes = calendars.month(number, start), calendars.month(number, stop)
    period = calendars.span(opens, closes) if opens and closes else None
    return Found(first, of_year.end(), period, bool(of_year["year"])) if period else None


def counted_window(text: str, start: int, end: int, word: str, written: date | None) -> Found | None:
    """Read ال10 سنوات الماضية."""
    amount, name = word.lstrip("ال").split(None, 1)
    return _window_found(text, start, end, grammar.PLURALS[name], int(amount), written)


def _window_found(text: str, start: int, end: int, name: str, amount: int, written: date | None) -> Found | None:
    related = grammar.RELATED.match(text, end)
    if related is None or written is None:
        return None
    rolling = word_before(text, start) == "خلال"
    period = resolution.window(name, written, amount, grammar.RELATIONS[related["relation"]], rolling)
    return Found(start, related.end(), period) if period else None
