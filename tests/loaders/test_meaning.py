"""Field names, days and titles: what records mean."""

from datetime import datetime

import pytest

from analysis.loaders import Record, Reject, article, days, fields
from analysis.loaders.settings import Settings


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2015-07-21 02:51:32", datetime(2015, 7, 21, 2, 51, 32)),
        ("2024-01-09", datetime(2024, 1, 9)),
        ("2024-01-09T23:30:00Z", datetime(2024, 1, 9, 23, 30)),
        ("2024-01-09T00:30:00.5+03:00", datetime(2024, 1, 9, 0, 30)),
        ("9/1/2024", datetime(2024, 1, 9)),
        ("09.01.2024 14:30", datetime(2024, 1, 9, 14, 30)),
        ("Tue, 09 Jan 2024 10:00:00 +0300", datetime(2024, 1, 9, 10)),
        ("January 9, 2024 at 5:30 PM", datetime(2024, 1, 9, 17, 30)),
        ("9 Jan 2024", datetime(2024, 1, 9)),
        ("9 يناير 2024", datetime(2024, 1, 9)),
        ("الثلاثاء 9 كانون الثاني 2024", datetime(2024, 1, 9)),
        ("٩/١/٢٠٢٤", datetime(2024, 1, 9)),
        ("\u200f9/1/2024", datetime(2024, 1, 9)),
        ("5 شوال 1436", datetime(2015, 7, 21)),
        ("1436-10-05", datetime(2015, 7, 21)),
        (1704790000, datetime(2024, 1, 9, 8, 46, 40)),
        ("1704790000000", datetime(2024, 1, 9, 8, 46, 40)),
        ("20240109", datetime(2024, 1, 9)),
        (20240109, datetime(2024, 1, 9)),
        ("9/1/2024 05:30 مساءً", datetime(2024, 1, 9, 17, 30)),
    ],
)
def test_dates_are_understood(value, expected):
    assert days.parse(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "",
        None,
        "أمس",
        "1/13/2024",
        "2024-02-30",
        "2024",
        "غير معروف",
        True,
        [],
        {},
        float("nan"),
        float("inf"),
        "9" * 400,
        "0000-00-00",
        "9/1/24",
    ],
)
def test_what_is_no_date_is_none(value):
    assert days.parse(value) is None


def test_month_first():
    assert days.parse("9/1/2024", dayfirst=False) == datetime(2024, 9, 1)
    assert days.in_line("(المصدر: وكالة الساحل، بتاريخ 9/1/2024)", dayfirst=False) == datetime(2024, 9, 1)
    assert days.in_line("(المصدر: وكالة الساحل، بتاريخ 9 يناير 2024)") == datetime(2024, 1, 9)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/2024-01-09-sadd.txt", datetime(2024, 1, 9)),
        ("x_20240109.txt", datetime(2024, 1, 9)),
        ("2024/01/09/a.txt", datetime(2024, 1, 9)),
        ("2023-05-06.zip!2024-01-09.json", datetime(2024, 1, 9)),
        ("n120240109.txt", None),
        ("2024-13-09.txt", None),
        ("2024-02-30.txt", None),
        ("a.txt", None),
    ],
)
def test_dates_of_file_names(path, expected):
    assert days.in_path(path) == expected


def test_field_names_in_english_and_arabic():
    assert fields.recognized(("source", "url", "date_extracted", "title", "author", "content")) == {
        "text": ("content",),
        "title": ("title",),
        "published": ("date_extracted",),
        "outlet": ("source",),
        "url": ("url",),
        "author": ("author",),
    }
    assert fields.recognized(("المصدر", "الرابط", "تاريخ النشر", "العنوان", "الكاتب", "نصّ الخبر", "المعرّف")) == {
        "text": ("نصّ الخبر",),
        "title": ("العنوان",),
        "published": ("تاريخ النشر",),
        "outlet": ("المصدر",),
        "url": ("الرابط",),
        "author": ("الكاتب",),
        "record_id": ("المعرّف",),
    }
    assert fields.recognized(("Pub Date", "crawled_at", "Headline", "BODY"))["published"] == ("Pub Date", "crawled_at")
    assert (
        fields.is_crawl_date("date_extracted")
        and fields.is_crawl_date("تاريخ السحب")
        and not fields.is_crawl_date("pubDate")
    )
    assert (
        fields.lookup({"a": {"b": 1}, "c.d": 2}, "a.b") == 1
        and fields.lookup({"c.d": 2}, "c.d") == 2
        and fields.lookup({"a": 1}, "a.b") is None
    )
    assert (
        fields.as_line([{"name": "سالم"}, "ليلى", None, ""]) == "سالم; ليلى"
        and fields.as_line({"x": 1}) is None
        and fields.as_line(" ") is None
    )


def title(text, given=None, has_field=False):
    found, span = article.title_of(text, given, has_field)
    assert span is None or text[slice(*span)] == found
    return found


def test_the_first_line_is_a_title_only_by_the_rule():
    assert title("سد النخيل يفتح أبوابه\n\nقال الوزير نعم.") == "سد النخيل يفتح أبوابه"
    assert title("\r\n سد النخيل.. قصة ترميم \r\n \t\r\nقال الوزير نعم.") == "سد النخيل.. قصة ترميم"
    assert title("د. سالم الحدادي وزيرا للري\n\nقال") == "د. سالم الحدادي وزيرا للري"
    for text in (
        "سد النخيل يفتح أبوابه\nقال الوزير نعم.",
        "قال الوزير إن السد جاهز.\n\nوأضاف.",
        "هل يصمد السد؟\n\nقال",
        "قال الوزير:\n\n«نعم»",
        "قال الوزير نعم. ثم خرج\n\nوأضاف",
        "كلمة " * 60 + "\n\nقال",
        "سد النخيل\n\n",
        "***\n\nقال",
        "",
        "\n\n",
        "المصدر: وكالة الساحل\n\nقال",
    ):
        assert title(text) is None, text
    assert title("سد النخيل\n\nقال", has_field=True) is None
    assert article.title_of("سد النخيل\nقال", "سد النخيل", True) == ("سد النخيل", (0, 9))
    assert article.title_of(" قال", "سد النخيل", True) == ("سد النخيل", None)


def test_source_lines():
    text = "قال الوزير نعم.\n (المصدر: وكالة الساحل، بتاريخ 9/1/2024) \r\n"
    start, end = article.source_line(text)
    assert text[start:end] == "(المصدر: وكالة الساحل، بتاريخ 9/1/2024)"
    for text in (
        "قال الوزير نعم.",
        "(المصدر: وكالة الساحل)",
        "قال.\nالمصدرون غاضبون",
        "قال.\nالمصدر " + "كلمة " * 80,
        "",
    ):
        assert article.source_line(text) is None, text


def made(record_fields, settings=None, origin="a.jsonl#1", warnings=None):
    return article.row(
        Record(origin, record_fields, "utf-8"),
        settings or Settings(),
        lambda kind, example: (warnings if warnings is not None else []).append(kind),
    )


def test_the_bases_of_published():
    body = "قال الوزير نعم.\n"
    line = "(المصدر: وكالة الساحل، بتاريخ 9/1/2024)"
    cases = [
        ({"text": body + line, "date": "2024-01-10"}, "a#1", "metadata", 10),
        ({"text": body + line, "date_extracted": "2024-01-12"}, "a#1", "text", 9),
        ({"text": body, "date_extracted": "2024-01-12"}, "2024-01-13.json#1", "crawl", 12),
        ({"text": body, "published": None, "crawled_at": "2024-01-12"}, "a#1", "crawl", 12),
        ({"text": body}, "2024-01-13.json#1", "filename", 13),
        ({"text": body}, "a#1", "unknown", None),
    ]
    for record, origin, basis, day in cases:
        row = made(record, origin=origin)
        assert (row["published_basis"], row["published"] and row["published"].day) == (basis, day), record
        assert row["written"] == row["published"] and row["written_basis"] == ("metadata" if day else "unknown")
    assert made({"text": body, "date": "2024-01-10"}, Settings(published_basis="crawl"))["published_basis"] == "crawl"
    assert (
        made({"text": body, "date_extracted": "2024-01-10"}, Settings(published_basis="metadata"))["published_basis"]
        == "metadata"
    )


def test_an_article_stays_where_its_date_is_none():
    warnings = []
    row = made({"text": "قال الوزير نعم.", "date": "قريباً"}, warnings=warnings)
    assert (
        row["published"] is None
        and row["published_basis"] == "unknown"
        and warnings == ["the date in 'date' was not understood"]
    )


def test_records_without_a_usable_text():
    for record, reason, says in (
        ({"text": " \n", "title": "سد"}, "no text", "'text' is empty"),
        ({"title": "سد"}, "no text", "collection.toml"),
        ({"text": ["a", "b"]}, "no text", "no string"),
        ({"text": "نصف \ud83d حرف"}, "encoding", "half a character"),
        ({"text": "بايت \udcff"}, "encoding", "0xFF"),
        ({}, "no text", "none"),
        ({"text": "نص", "title": "\udcff"}, "encoding", "title"),
    ):
        row = made(record)
        assert isinstance(row, Reject) and row.reason == reason and says in row.detail, record
        row.detail.encode()
    assert made({"text": "", "body": "نص بديل"})["text"] == "نص بديل"


def test_settings_map_fields_and_fill_in():
    settings = Settings(fields={"text": "meta.matn", "title": "t"}, defaults={"outlet": "مرسى اليوم"})
    row = made({"meta": {"matn": "نص"}, "t": "سد", "id": 7, "text": "غيره"}, settings)
    assert (row["text"], row["title"], row["outlet"], row["record_id"]) == ("نص", "سد", "مرسى اليوم", "7")
    assert made({"text": "غيره", "t": "سد"}, settings)["text"] == "غيره"  # a record without the mapped field
    assert isinstance(made({"meta": {"matn": ""}, "text": "غيره"}, settings), Reject)
    assert made({"text": "نص", "source": {"name": "وكالة الساحل"}})["outlet"] == "وكالة الساحل"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("قال الوزير إن السد جاهز", "ar"),
        ("وزیر گفت که سد آماده است و چاپ می‌شود", "fa"),
        ("وزیر نے کہا کہ ڈیم تیار ہے اور بڑے شہر", "ur"),
        ("The minister said", "und"),
        ("אמר השר", "he"),
        ("431", "und"),
        ("قال الوزیر ان السد جاهز کما قیل", "ar"),
        ("قال الوزير إن السد جاهز .box { color: red; padding: 1px }", "ar"),
    ],
)
def test_language_by_letters(text, code):
    assert article.language(text) == code


def test_a_declared_language_counts_where_letters_show_none():
    assert article.language("The minister said", "en-GB") == "en" and article.language("قال الوزير", "en") == "ar"
