"""Dated offices: who held them on the day of writing, and that nobody is named where that is not certain."""

from datetime import date

import pytest

from analysis.actors import identify, load, mentions
from analysis.actors.bodies import office_forms
from analysis.actors.periods import period
from analysis.text import key

ACTORS = load()


@pytest.mark.parametrize(
    "phrase",
    ["وزير الخارجية الأميركي", "وزير الخارجية الأمريكي", "وزير خارجية الولايات المتحدة", "وزير خارجية أميركا"],
)
def test_the_american_foreign_minister_of_november_2016_is_kerry_and_a_year_later_is_not(phrase):
    assert identify(phrase, date(2016, 11, 3), ACTORS) == "john-kerry"
    assert identify(phrase, date(2017, 11, 3), ACTORS) == "rex-tillerson"
    assert identify(phrase, None, ACTORS) is None


def test_no_date_no_role():
    text = "قال الرئيس الفرنسي إن البحث مستمر"
    assert [m.actor_id for m in mentions(text, date(2016, 1, 1), ACTORS)] == ["francois-hollande"]
    assert mentions(text, None, ACTORS) == []


def test_two_holders_on_the_same_day_leave_it_open():
    assert identify("الرئيس الأميركي", date(2017, 1, 20), ACTORS) is None
    assert identify("الرئيس الأميركي", date(2017, 1, 21), ACTORS) == "donald-trump"


def test_after_the_last_check_an_open_office_names_nobody():
    assert identify("الرئيس الروسي", date(2025, 6, 30), ACTORS) == "vladimir-putin"
    assert identify("الرئيس الروسي", date(2090, 1, 1), ACTORS) is None


@pytest.mark.parametrize(
    "text",
    ["قال نائب وزير الخارجية الأميركي", "قال المتحدث باسم وزير الخارجية الأميركي", "قال وزير الخارجية الأميركي السابق",
     "قال وزير الخارجية الأميركي المنتخب", "قال مساعد لوزير الخارجية الأميركي", "زوجة الرئيس الأميركي"],
)
def test_who_works_for_the_holder_or_held_the_office_before_is_not_the_holder(text):
    assert mentions(text, date(2016, 11, 3), ACTORS) == []


def test_an_office_before_a_name_is_no_mention_of_its_own():
    found = mentions("قال وزير الخارجية الأميركي جون كيري إن", date(2016, 11, 3), ACTORS)
    assert [(m.surface, m.role) for m in found] == [("جون كيري", None)]
    # Whoever is named there holds the office for the writer: the table's holder would be a guess.
    assert mentions("قال وزير الخارجية الأميركي محمد الزنبقي إن", date(2016, 11, 3), ACTORS) == []


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "first", "last"),
    [
        ("2015-04-29", "2017-06-21", date(2015, 4, 29), date(2017, 6, 21)),
        ("2015-04", "2017-06", date(2015, 4, 30), date(2017, 6, 1)),
        ("2015", "2017", date(2015, 12, 31), date(2017, 1, 1)),
        ("", "2017", None, date(2017, 1, 1)),
        ("2015", "", date(2015, 12, 31), None),
    ],
)
def test_a_month_or_year_says_only_what_it_says(valid_from, valid_to, first, last):
    assert period(valid_from, valid_to) == (first, last)


@pytest.mark.parametrize(
    "ends", [("2016", "2016"), ("2017-01-01", "2016-01-01"), ("2016-13", ""), ("gestern", ""), ("2016-02-30", "")]
)
def test_periods_without_a_certain_day_are_refused(ends):
    with pytest.raises(ValueError):
        period(*ends)


def test_forms_of_an_office():
    forms = office_forms("رئيس الوزراء العراقي", "iq")
    for phrase in ("رئيس وزراء العراق", "رئيس الحكومة العراقية", "رئيس مجلس الوزراء العراقي"):
        assert key(phrase) in forms
    assert key("وزير نقل العراق") in office_forms("وزير النقل العراقي", "iq")
    assert office_forms("شيخ الأزهر", "eg") == (key("شيخ الأزهر"),)
