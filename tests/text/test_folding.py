"""Folding: one spelling for matching, and every position finds its way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.text import fold, key

MIXED = st.text(st.one_of(st.characters(), st.sampled_from("قال أإآٱى يةهؤئ\u0640\u064b\u0651\u200f\u202b\ufeffﻻﷲﷺیک٣۳\u00a0\t\r\n")), max_size=80)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("قال", "قال"),
        ("أإآٱ", "اااا"),
        ("قَالَ مُحَمَّدٌ", "قال محمد"),
        ("قـــال", "قال"),
        ("\u200fقال\u200e \u202bإن\u202c", "قال ان"),
        ("ﻗﺎﻝ", "قال"),
        ("ﻻ", "لا"),
        ("ایران وکالت", "ايران وكالت"),
        ("٣ و۳", "3 و3"),
        ("أ\u00a0ب\u202fج\td\re", "ا ب ج d e"),
        ("سطر\nسطر", "سطر\nسطر"),
        ("على علي", "على علي"),
        ("مدرسة مدرسه", "مدرسة مدرسه"),
        ("مؤتمر شيئ", "مؤتمر شيئ"),
        ("Reuters «x» 6.17", "Reuters «x» 6.17"),
    ],
)
def test_fold(text, folded):
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("عبد  الله", "عبد الله"), ("على", "علي"), ("فاطمة", "فاطمه"), ("أحمد", "احمد"), ("مُحَمَّد", "محمد"), ("ﷲ", "الله"), (" سامر\u00a0الوادي\n", "سامر الوادي"), ("رئيس", "رييس"), ("مؤمن", "مومن")],
)
def test_names_that_are_one_have_one_key(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("عبدالله", "عبد الله"), ("علي", "عالي"), ("سامر", "سامير")])
def test_names_that_are_two_have_two_keys(one, other):
    assert key(one) != key(other)


@given(MIXED)
@example("ﷺ")
@example("\u0651")
@example("ا\u0651\u064bب")
def test_every_position_finds_its_way_back(text):
    folded = fold(text)
    assert folded.original == text
    positions = [folded.at(i) for i in range(len(folded.text) + 1)]
    assert positions == sorted(positions)
    assert all(0 <= p <= len(text) for p in positions) and positions[-1] == len(text)
    if folded.starts is None:
        assert len(folded.text) == len(text)


@given(MIXED, st.data())
def test_spans_lie_inside_the_text_and_fold_to_what_they_held(text, data):
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first < last <= len(text)
    again = fold(text[first:last]).text
    assert folded.text[start:end] in again  # a ligature comes back whole
    assert len(again) - (end - start) <= 34  # ﷺ, the longest, is 18 letters at either end


@given(MIXED)
def test_folding_twice_is_folding_once(text):
    once = fold(text).text
    assert fold(once).text == once


@given(MIXED)
def test_keys_are_stable(text):
    assert key(key(text)) == key(text)
    assert key(f"  {text} ") == key(text)


@given(MIXED)
def test_a_folded_position_is_found_again(text):
    folded = fold(text)
    for i in range(len(folded.text)):
        at = folded.to_folded(folded.at(i))
        assert folded.at(at) == folded.at(i)


def test_marks_on_the_last_letter_belong_to_the_span():
    text = "قالَ\u200f محمدٌ."
    folded = fold(text)
    start = folded.text.index("قال")
    assert text[slice(*folded.span(start, start + 3))] == "قالَ"
    start = folded.text.index("محمد")
    assert text[slice(*folded.span(start, start + 4))] == "محمدٌ"


def test_no_mark_is_left():
    text = "".join(chr(c) for c in range(0x0600, 0x0700))
    assert not [c for c in fold(text).text if "\u064b" <= c <= "\u065f" and unicodedata.combining(c)]


def test_a_long_text_is_folded_in_one_pass():
    text = "قَا" * 200_000
    assert fold(text).text == "قا" * 200_000
