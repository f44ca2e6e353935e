"""Words: every sentence of a report in English and Arabic, from one table (lexicons/strings.tsv).

A row is `key, form, en, ar`. `form` is empty, or a CLDR plural category (zero, one, two, few, many, other):
Arabic has six, English two. `{name}` is filled in by the caller. Nothing here guesses: a missing key is a KeyError.
"""

from __future__ import annotations

import csv
import datetime
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

import pandas as pd
from babel import Locale
from babel.dates import format_date
from markupsafe import Markup, escape

from analysis import paths

TABLE = paths.LEXICONS / "strings.tsv"
LANGUAGES = ("en", "ar")
LRM, FSI, PDI = "\u200e", "\u2068", "\u2069"
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_LATIN = re.compile("[A-Za-z]")


@cache
def table() -> dict[str, dict[tuple[str, str], str]]:
    """Return the catalogue: key → (form, language) → text."""
    catalogue: dict[str, dict[tuple[str, str], str]] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            for language in LANGUAGES:
                if row[language]:
                    catalogue.setdefault(row["key"], {})[row["form"], language] = row[language]
    return catalogue


@cache
def _locale(language: str, months: str) -> Locale:
    return Locale.parse(months if language == "ar" else language, sep="-")


def script(text: str, language: str) -> str:
    """Return the language code of a run of `text`: ar where it holds Arabic letters, en where only Latin ones."""
    if _ARABIC.search(text):
        return "ar"
    return "en" if _LATIN.search(text) else language


def bdi(text: str, language: str) -> Markup:
    """Return `text`, escaped, in a <bdi> of its own: a name out of the data never disturbs the order around it."""
    own = script(text, language)
    mark = Markup(' lang="{}"').format(own) if own != language else ""
    return Markup('<bdi{} dir="auto">{}</bdi>').format(mark, text)


@dataclass(frozen=True)
class Words:
    """The words of one report.

    Attributes:
        language: en or ar.
        months: whose month names Arabic dates use, as in the parameter `months`.
        names: label by key of a speaker or target (see selection.names).
    """

    language: str
    months: str = "ar-EG"
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def direction(self) -> str:
        return "rtl" if self.language == "ar" else "ltr"

    def say(self, key: str, **values) -> str:
        """Return the plain text of `key`; where it has plural forms, `n` (a whole number) chooses.

        Numbers are formatted; strings are isolated, for plain text has no <bdi>.
        """
        return self._template(key, values).format(**{name: self._plain(value) for name, value in values.items()})

    def html(self, key: str, **values) -> Markup:
        """Return the text of `key` as markup: values are escaped, those that are markup already stay."""
        return escape(self._template(key, values)).format(
            **{name: self._markup(value) for name, value in values.items()}
        )

    def name(self, key: str) -> str:
        """Return the label of the actor with `key`, in the report's language where there is one."""
        return self.names.get(key, key)

    def value(self, column: str, value) -> Markup:
        """Return what a value of a closed list means (`<column>.<value>`), else the value itself."""
        key = f"{column}.{value}"
        return self.html(key) if key in table() else bdi(str(value), self.language)

    def name_html(self, key: str) -> Markup:
        return bdi(self.name(key), self.language)

    def number(self, value, digits: int = 0) -> str:
        """Return a number with a comma between thousands; '–' where it is missing."""
        return "–" if pd.isna(value) else f"{value:,.{digits}f}"

    def percent(self, share) -> str:
        """Return a share in per cent, with a decimal where it would else read 0% without being nothing."""
        return "–" if pd.isna(share) else f"{100 * share:.1f}%" if 0 < share < 0.01 else f"{100 * share:.0f}%"

    def signed(self, value, digits: int = 2) -> str:
        """Return a number with its sign before it in both directions of writing (U+200E), zero without one."""
        if pd.isna(value):
            return "–"
        text = f"{abs(value):.{digits}f}"
        sign = "" if float(text) == 0 else "−" if value < 0 else "+"
        return f"{LRM}{sign}{text}"

    def day(self, value, form: str = "d MMM y") -> str:
        """Return a day in words ('' where there is none): 3 Aug 2015, 3 أغسطس 2015. `form` is a CLDR pattern."""
        if value is None or pd.isna(value):
            return ""
        if self.language == "ar":  # Arabic does not shorten months, and the short forms of CLDR know no countries
            form = form.replace("MMMM", "MMM").replace("MMM", "MMMM")
        return format_date(pd.Timestamp(value).date(), form, locale=_locale(self.language, self.months))

    def span(self, first: datetime.date | None, last: datetime.date | None) -> str:
        """Return the range of days in words, both included."""
        if first is None or last is None:
            return self.say("range.undated")
        if first == last:
            return self.day(first)
        return self._template("range", {}).format(first=self.day(first), last=self.day(last))

    def period(self, start, width: str) -> str:
        """Return a period of the time axis in words: 3 Aug 2015, the week of 3 Aug 2015, August 2015."""
        return self.say(f"period.{width}", day=self.day(start, "MMMM y" if width == "month" else "d MMM y"))

    def join(self, parts: list[str]) -> str:
        """Return the parts as a list in the report's punctuation."""
        return ("، " if self.language == "ar" else ", ").join(parts)

    def _template(self, key: str, values: Mapping) -> str:
        forms = table()[key]
        if ("", self.language) in forms:
            return forms["", self.language]
        form = str(_locale(self.language, self.months).plural_form(values["n"]))
        return forms.get((form, self.language)) or forms["other", self.language]

    def _plain(self, value) -> str:
        if isinstance(value, Markup):
            return html.unescape(value.striptags())
        if isinstance(value, str):
            alien = script(value, self.language) != self.language
            return f"{FSI}{value}{PDI}" if alien else value
        return self.number(value)

    def _markup(self, value) -> str:
        if isinstance(value, Markup):
            return value
        return escape(value) if isinstance(value, str) else escape(self.number(value))
