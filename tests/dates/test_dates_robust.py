"""Any text: no exception, spans inside it, values of the form that the guidelines give."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.dates import Utterance, day_of_writing, lexicon, said_on_all, tag

ONE = r"\d{4}(-(\d{2}(-\d{2})?|Q[1-4]|W\d{2}))?"
VALUE = re.compile(rf"{ONE}(/{ONE})?")
PIECES = st.sampled_from(
    [
        *list(lexicon.months())[::5],
        *lexicon.weekdays(),
        *lexicon.words("offset"),
        *lexicon.words("relation"),
        *lexicon.words("unit"),
        *("العام", "الشهر", "الربع", "عام", "هذا", "من", "إلى", "و", "هـ", "م", "الموافق", "قبل", "بين", "(", ")"),
        *("31", "2016", "1436", "99999", "٣", "/", "-", " ", "\n", "الأول", "الثلاثين", "عشر", "يوم", "يومي"),
    ]
)
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31)) | st.none()


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25), st.sampled_from([" ", ""]), DAYS)
def test_pieces_of_dates(pieces, glue, written):
    check(glue.join(pieces), written)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), DAYS)
def test_any_text(text, written):
    check(text, written)


def check(text: str, written: date | None) -> None:
    last = 0
    for mention in tag(text, written):
        assert last <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert VALUE.fullmatch(mention.value)
        assert mention.earliest <= mention.latest
        last = mention.end
    found = day_of_writing(text, written)
    assert found.day is not None or found.basis == "unknown"
    if found.evidence is None:
        assert found.day == written


@pytest.mark.parametrize("written", [date(2015, 7, 31), None, date.min, date.max])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "1" * 4000,
        "اليوم" * 20000,
        "ا" * 100000,
        "1/" * 50000,
        "1 و" * 30000 + "نوفمبر",
        "1 و2 و3 و4 و5 و6 نوفمبر " * 3000,
        "الحادي والعشرين و" * 6000,
        "قبل " * 25000,
        "2014 و2015 و" * 8000,
        "الاثنين والثلاثاء " * 5000,
        "\u064b" * 1000 + "أمس",
        "\x00\ud7ff أمس \ufeff",
    ],
)
def test_long_and_odd_texts(text, written):
    check(text, written)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(PIECES, min_size=1, max_size=20),
    st.lists(st.tuples(*[st.integers(0, 60)] * 4), max_size=5),
    st.booleans(),
)
def test_statements_of_any_span(pieces, spans, nested):
    text = " ".join(pieces)
    statements = [
        Utterance((a, b) if a < b else None, (b, a) if b < a else None, ((c, d),) if c < d else (), "سالم حداد", nested)
        for a, b, c, d in spans
    ]
    written = date(2016, 11, 3)
    said = said_on_all(text, statements, tag(text, written), written)
    assert len(said) == len(statements)
    for when in said:
        assert (when.value is None) == (when.precision is None) == (when.basis is None)
        assert when.value is None or when.value <= written.isoformat()
