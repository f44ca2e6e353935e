"""Dates as people write them: in the language of a report, with the month names of the reader's country.

The names come from CLDR through Babel: ar-SA and ar-EG say نوفمبر, ar-SY and ar-LB تشرين الثاني, ar-MA نونبر.
Figures stay 0 to 9, as in the tables and on the axes of a report.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

LANGUAGES = ("ar", "en")
_DAY, _MONTH = "d MMMM y", "MMMM y"
_PARTS = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|W(\d{2})))?")
_WORDS = {
    "ar": {"range": "{} – {}", "quarter": "الربع {} من عام {}", "week": "الأسبوع {} من عام {}"},
    "en": {"range": "{} – {}", "quarter": "Q{} {}", "week": "week {} of {}"},
}
_QUARTERS = ("الأول", "الثاني", "الثالث", "الرابع")


@lru_cache(maxsize=64)
def _locale(language: str, months: str) -> Locale:
    """Return the CLDR locale of a report, or raise ValueError."""
    if language not in LANGUAGES:
        raise ValueError(f"no dates in the language {language!r}; there are {', '.join(LANGUAGES)}")
    if language == "en":
        return Locale("en", "GB")
    try:
        locale = Locale.parse(months, sep="-")
    except (UnknownLocaleError, ValueError, TypeError) as fault:
        raise ValueError(f"no month names for {months!r}; try ar-SA, ar-EG, ar-SY or ar-MA") from fault
    if locale.language != "ar":
        raise ValueError(f"the month names of {months!r} are not Arabic; try ar-SA, ar-EG, ar-SY or ar-MA")
    return locale


def for_people(day: date | str, language: str, months: str = "ar-SA") -> str:
    """Return a date as a reader expects it: 3 تشرين الثاني 2016, November 2016.

    Args:
        day: a day, or a value as `DateMention` and `SaidOn` give it (YYYY-MM-DD, YYYY-MM, YYYY, YYYY-Qn,
            YYYY-Www, START/END).
        language: of the report: "ar" or "en".
        months: the country whose month names an Arabic report uses (ar-SA, ar-EG, ar-SY, ar-MA …).

    Raises:
        ValueError: another language, an unknown country, or a value of no such form.
    """
    locale = _locale(language, months)
    if isinstance(day, date):
        return format_date(day, _DAY, locale=locale)
    if "/" in day:
        start, end = day.split("/", 1)
        return _WORDS[language]["range"].format(*(for_people(part, language, months) for part in (start, end)))
    parts = _PARTS.fullmatch(day)
    if parts is None:
        raise ValueError(f"not the value of a date: {day!r}")
    year, month, number, quarter, week = parts.groups()
    if quarter:
        name = _QUARTERS[int(quarter) - 1] if language == "ar" else quarter
        return _WORDS[language]["quarter"].format(name, year)
    if week:
        return _WORDS[language]["week"].format(int(week), year)
    if number:
        return format_date(date(int(year), int(month), int(number)), _DAY, locale=locale)
    return format_date(date(int(year), int(month), 1), _MONTH, locale=locale) if month else year
