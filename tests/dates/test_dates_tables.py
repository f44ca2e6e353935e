"""The tables that a linguist edits: they can be read, and no word means two things."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from analysis.dates import calendars, grammar, lexicon

TABLES = ("months", "weekdays", "numbers", "dates_words", "dates_traps", "dates_speech")


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_whole(name):
    for row in lexicon.rows(name):
        assert None not in row and None not in row.values(), row
        assert all(value == value.strip() for value in row.values()), row


@pytest.mark.parametrize(("name", "word", "value"), [("months", "name", "month"), ("weekdays", "name", "iso_weekday")])
def test_no_name_has_two_values(name, word, value):
    meanings = defaultdict(set)
    for row in lexicon.rows(name):
        meanings[lexicon.plain(row[word])].add((row.get("calendar"), row[value]))
    assert all(len(found) == 1 for found in meanings.values())


def test_every_month_of_every_calendar_has_a_name():
    assert set(lexicon.months().values()) == {(c, m) for c in ("gregorian", "hijri") for m in range(1, 13)}


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("الحادي والثلاثين", 31),
        ("الحادي عشر", 11),
        ("الثاني والعشرين", 22),
        ("الثلاثون", 30),
        ("غرة", 1),
        ("العاشر", 10),
    ],
)
def test_ordinals(word, value):
    assert lexicon.ordinals()[lexicon.plain(word)] == value


@pytest.mark.parametrize(("word", "value"), [("خمسة وعشرين", 25), ("ثلاث عشرة", 13), ("تسعين", 90), ("عشر", 10)])
def test_cardinals(word, value):
    assert lexicon.cardinals()[lexicon.plain(word)] == value


def test_a_trie_finds_the_longest_word():
    pattern = re.compile(lexicon.alternatives(["ab", "abc", "b", "a.c"]))
    assert [m.group() for m in pattern.finditer("abcaba.cb")] == ["abc", "ab", "a.c", "b"]


def test_the_trigger_knows_every_name():
    for word in (*lexicon.months(), *lexicon.weekdays(), *lexicon.words("offset")):
        assert grammar.TRIGGER.search("\n" + word), word


def test_the_umm_al_qura_calendar_ends():
    assert calendars.hijri_day(1436, 10, 14).value == "2015-07-30"
    assert calendars.hijri_day(1342, 1, 1) is None
    assert calendars.hijri_day(1501, 1, 1) is None
    assert calendars.hijri_month(1436, 13) is None
    assert calendars.hijri_year(1500) is not None
