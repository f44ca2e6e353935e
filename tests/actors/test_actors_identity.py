"""Who a speaker is, and when the answer must be: nobody."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import frames
from analysis.actors import frame, identify, load, mentions, unresolved

ACTORS = load()
DAY = date(2016, 11, 3)


def who(name, text="", day=DAY):
    return identify(name, day, ACTORS, mentions(text, day, ACTORS))


@pytest.mark.parametrize(
    ("name", "actor_id"),
    [
        ("جون كيري", "john-kerry"),
        ("وزير الخارجية الأميركي جون كيري", "john-kerry"),
        ("الرئيس الأميركي باراك أوباما", "barack-obama"),
        ("إيلون موسك", "elon-musk"),
        ("الخارجية الروسية", "ru.foreign-ministry"),
        ("وزارة خارجية تركيا", "tr.foreign-ministry"),
        ("حركة حماس", "hamas"),
        ("وكالة رويترز البريطانية", "reuters"),
        ("واشنطن", "us"),
        ("دولة قطر", "qa"),
        ("فائز السراج", "fayez-al-sarraj"),
        ("«سيرغي لافروف»", "sergey-lavrov"),
    ],
)
def test_named(name, actor_id):
    assert who(name) == actor_id


@pytest.mark.parametrize(
    "name",
    ["", "  ", "مسؤول محلي", "محمد", "أحمد علي", "زوجة باراك أوباما", "مكتب جون كيري", "نجل معمر القذافي",
     "خصوم بشار الأسد", "مسؤول أميركي", "الوزير", "وزارة الداخلية", "الملك", "صالح",
     "نائب وزير الخارجية الأميركي", "س" * 5000],
)
def test_nobody(name):
    assert who(name) is None


def test_a_family_name_is_the_one_whom_the_article_mentions():
    assert who("غندور") is None
    assert who("غندور", "وصل إبراهيم غندور") == "ibrahim-ghandour"
    assert who("الرئيس صالح", "الرئيس علي عبدالله صالح في اليمن") == "ali-abdullah-saleh"
    assert who("بارزاني", "مسعود بارزاني ونيجيرفان بارزاني") is None


def test_names_with_others_between():
    assert who("عبداللطيف بن راشد بن محمد الزياني") == "abdullatif-al-zayani"
    assert who("عبداللطيف الزيدي") is None


def test_the_statements_without_actor_by_frequency():
    rows = [
        {"statement_id": str(i), "article_id": a, "speaker": s, "speaker_id": p, "speaker_kind": k}
        for i, (a, s, p, k) in enumerate(
            [("a", "رهوان الزنبقي", None, "person"), ("b", "رهوان الزنبقى", None, "person"),
             ("b", "رهوان الزنبقي", None, "person"), ("b", "دار الظلال", None, "organization"),
             ("b", "جون كيري", "john-kerry", "person"), ("b", "مصدر", None, "anonymous")]
        )
    ]
    table = unresolved(pd.DataFrame(rows))
    assert list(table["speaker"]) == ["رهوان الزنبقي", "دار الظلال"]
    assert list(table["statements"]) == [3, 1] and list(table["articles"]) == [2, 1]
    assert unresolved(pd.DataFrame(rows[4:])).empty


def test_the_frame_keeps_its_contract():
    table = frame(ACTORS)
    frames.check("actors", table)
    assert table["actor_id"].is_unique and (table["kind"] == "state").sum() >= 190


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.one_of(st.none(), st.dates()))
def test_any_name_gives_an_actor_or_nobody(name, day):
    found = identify(name, day, ACTORS)
    assert found is None or found in ACTORS.actors
