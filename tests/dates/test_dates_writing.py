"""The day an article was written. The articles are invented."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.dates import day_of_writing

PUBLISHED = date(2016, 11, 3)  # a Thursday

CASES = [
    # text, day, basis
    ("افتتح الحاكم السوق في مدينة الزهراء", date(2016, 11, 3), "metadata"),
    ("افتتح الحاكم السوق أمس في مدينة الزهراء", date(2016, 11, 3), "metadata"),
    ("افتتح الحاكم السوق الأربعاء في مدينة الزهراء", date(2016, 11, 3), "metadata"),
    ("افتتح الحاكم السوق أمس الأربعاء", date(2016, 11, 3), "weekday"),
    ("افتتح الحاكم السوق اليوم (الثلاثاء)", date(2016, 11, 1), "weekday"),
    ("يفتتح الحاكم السوق بعد غد الجمعة", date(2016, 11, 2), "weekday"),
    ("افتتح الحاكم السوق أول من أمس الأحد", date(2016, 11, 1), "weekday"),
    ("افتتح الحاكم السوق اليوم الجمعة", date(2016, 10, 28), "weekday"),  # never after the crawl
    ("افتتح السوق أمس الاثنين الموافق 10 أكتوبر 2016", date(2016, 10, 11), "double date"),
    ("افتتح السوق اليوم الموافق 3/10/2016", date(2016, 10, 3), "double date"),
    ("الزهراء 25 شوال 1436 هـ الموافق 10 اغسطس 2015 م واس\nافتتح الحاكم السوق", date(2015, 8, 10), "double date"),
    ("الزهراء - 1 نوفمبر 2016 (وكالات)\nافتتح الحاكم السوق", date(2016, 11, 1), "dateline"),
    ("افتتح الحاكم السوق\n(المصدر: وكالة النهر، بتاريخ 2/11/2016)", date(2016, 11, 2), "source line"),
]


@pytest.mark.parametrize(("text", "day", "basis"), CASES)
def test_day_and_basis(text, day, basis):
    found = day_of_writing(text, PUBLISHED)
    assert (found.day, found.basis) == (day, basis)
    assert (found.evidence is None) == (basis == "metadata")


def test_evidence_is_of_the_original_text():
    text = "تنطلق المسابقة يـوم غدٍ الجمعة في الملعب"
    found = day_of_writing(text, PUBLISHED)
    assert text[slice(*found.evidence)] == "غدٍ الجمعة"


def test_a_contradiction_is_recorded_not_averaged():
    text = "وصل الوفد أمس الأربعاء. وقال إنه وصل اليوم الثلاثاء. ويغادر غدا الجمعة."
    found = day_of_writing(text, PUBLISHED)
    assert found.day == date(2016, 11, 3)
    assert found.conflict == "weekday says 2016-11-01"


def test_a_source_line_yields_to_a_weekday():
    text = "تبدأ الهدنة بعد غد الجمعة.\n(المصدر: وكالة النهر، بتاريخ 3/11/2016)"
    found = day_of_writing(text, PUBLISHED)
    assert (found.day, found.basis) == (date(2016, 11, 2), "weekday")
    assert found.conflict == "source line says 2016-11-03"


@pytest.mark.parametrize(
    "text",
    [
        "تنتهي المسابقة في 3 أكتوبر 2016 في ملعب الزهراء بحضور الأهالي",
        "عدد اليوم الرابع من شهر شوال",
        "أقيمت البطولة في ملعب النهر وستقام المباراة النهائية بتاريخ 5/10/2016",
        "قال أحد الاثنين إن الباب مغلق",
    ],
)
def test_no_article_moves_without_evidence(text):
    assert day_of_writing(text, PUBLISHED).day == PUBLISHED


def test_without_metadata():
    assert day_of_writing("افتتح السوق أمس الأربعاء", None).basis == "unknown"
    assert day_of_writing("افتتح السوق أمس الاثنين الموافق 10 أكتوبر 2016", None).day == date(2016, 10, 11)
