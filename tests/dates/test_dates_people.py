"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.dates import for_people

DAY = date(2016, 8, 3)


@pytest.mark.parametrize(
    ("value", "language", "months", "text"),
    [
        (DAY, "ar", "ar-SA", "3 أغسطس 2016"),
        (DAY, "ar", "ar-EG", "3 أغسطس 2016"),
        (DAY, "ar", "ar-SY", "3 آب 2016"),
        (DAY, "ar", "ar-MA", "3 غشت 2016"),
        (DAY, "ar", "ar-DZ", "3 أوت 2016"),
        (DAY, "en", "ar-SY", "3 August 2016"),
        ("2016-08-03", "en", "ar-SA", "3 August 2016"),
        ("2016-08", "ar", "ar-SY", "آب 2016"),
        ("2016", "ar", "ar-SY", "2016"),
        ("2016-Q3", "ar", "ar-SY", "الربع الثالث من عام 2016"),
        ("2016-W05", "en", "ar-SA", "week 5 of 2016"),
        ("2016-07/2016-08", "en", "ar-SA", "July 2016 – August 2016"),
    ],
)
def test_text(value, language, months, text):
    assert for_people(value, language, months) == text


@pytest.mark.parametrize(
    ("value", "language", "months"),
    [
        (DAY, "fr", "ar-SA"),
        (DAY, "ar", "xx"),
        (DAY, "ar", "en-GB"),
        ("soon", "en", "ar-SA"),
        ("2016-02-31", "ar", "ar-SA"),
    ],
)
def test_what_it_refuses(value, language, months):
    with pytest.raises(ValueError):
        for_people(value, language, months)
