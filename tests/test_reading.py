"""Reading: whatever the text, no exception, and every answer lies inside it."""

from __future__ import annotations

import json
import re
from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from test_processing import TEXT

from analysis import actors as who
from analysis import frames, reading

ACTORS = who.load()
# Pieces from which nasty articles are put together: cues, names, dates, marks, and what is written in between.
PIECES = """قال|وأكد|وأضاف أن|إن|أن|بأن|وفقا ل|بحسب|نقلا عن|على حد قوله|مشيرا إلى أن|وقال بيان|لافروف|سيرغي لافروف|الرئيس|وزير الخارجية|مصدر مطلع|رويترز|
الأمم المتحدة|هو|الذي|كان|لم|لا|أمس|اليوم الأربعاء|3 تشرين الثاني 2016|٣/١١/٢٠١٦|1438هـ|العام الماضي|الاثنين|عام|بين 5 و|المصدر:|(أ ف ب)|جيد|كارثة|يدين|السلام""".replace("\n", "").split("|")
MARKS = ["«", "»", '"', "“", "”", "‘", "’", "„", "(", ")", "[", "]", ":", "،", "؛", ".", "..", "…", "؟", "!", "-", "–", "\n", "\n\n", "\r\n", " ", "\u00a0", "\t"]
RARE = ["\u200f", "\u200e", "\u202b", "\u202c", "\u2066", "\u2069", "\u200c", "\u200d", "\ufeff", "\u0640", "\u064b", "\u0651", "\u0670", "ﻻ", "ﷲ", "ﷺ", "ﻗﺎﻝ", "ی", "ک", "گ", "پ", "۱۲", "ھ",
        "\u2028", "\x85", "\x00", "&amp;", "&#1602;", "<b>", "😀", "e\u0301", "Reuters said", "中文", "Привет", "\U000e0001"]
pieces = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(MARKS), st.sampled_from(RARE)), max_size=60)
texts = st.one_of(
    pieces.map(" ".join),
    pieces.map("".join),
    st.text(max_size=200),
    st.text(st.characters(min_codepoint=0x0600, max_codepoint=0x06FF), max_size=200),
    st.text(st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFF, exclude_categories=["Cs"]), max_size=60),
)
days = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))


def inside(text, start, end):
    assert 0 <= start < end <= len(text), (start, end, len(text))


def check(text, published=date(2016, 11, 3)):
    """Read a text and hold the answer against the text and the frames; return the rows."""
    rows = reading.read({"article_id": "a", "text": text, "published": published}, ACTORS)
    assert set(rows) == {"articles", "dates", "mentions", "statements", "stances"}
    assert [row["article_id"] for row in rows["articles"]] == ["a"]
    if not re.search("[\ud800-\udfff]", text):  # no file can hold these; the loaders let none through
        for name in ("dates", "mentions", "statements", "stances"):
            frames.make(name, rows[name])
    for row in rows["dates"]:
        inside(text, row["start"], row["end"])
        assert text[row["start"] : row["end"]] == row["text"]
    for row in rows["mentions"]:
        inside(text, row["start"], row["end"])
        assert text[row["start"] : row["end"]] == row["surface"]
        assert row["actor_id"] in ACTORS.actors
    ids = [row["statement_id"] for row in rows["statements"]]
    assert len(set(ids)) == len(ids)
    for row in rows["statements"]:
        spans = json.loads(row["spans"])
        assert spans and row["start"] == spans[0][0] and row["end"] == spans[-1][1]
        assert spans == sorted(spans) and all(a[1] <= b[0] for a, b in zip(spans, spans[1:]))
        for start, end in spans:
            inside(text, start, end)
        assert row["content"] == " … ".join(text[start:end] for start, end in spans)
        assert row["parent_id"] is None or row["parent_id"] in ids
        assert row["parent_id"] != row["statement_id"]
        assert (row["speaker"] is None) == (row["unresolved"] is not None)
        for part in ("cue", "source"):
            if row[part] is not None:
                inside(text, row[f"{part}_start"], row[f"{part}_end"])
                assert text[row[f"{part}_start"] : row[f"{part}_end"]] == row[part]
    for row in rows["stances"]:
        assert row["statement_id"] in ids
        if row["evidence_start"] is not None:
            inside(text, row["evidence_start"], row["evidence_end"])
    return rows


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, days)
@example("", None)
@example("قال", None)
@example("«", None)
@example("قال «", None)
@example("قال: «أ", None)
@example("وقال إن", None)
@example("وقال سامر:", None)
@example("قال: ", date(2024, 1, 8))
def test_any_text(text, published):
    check(text, published)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.one_of(st.sampled_from(RARE), st.sampled_from(MARKS))), max_size=12), st.lists(st.integers(0, len(TEXT) - 1), max_size=12))
def test_a_good_article_with_characters_put_in_and_taken_out(added, removed):
    letters = list(TEXT)
    for at in sorted(set(removed), reverse=True):
        del letters[at]
    for at, what in added:
        letters.insert(at, what)
    check("".join(letters))


@settings(max_examples=30, deadline=None)
@given(st.text(st.one_of(st.characters(categories=["Cs"]), st.sampled_from("قال إن ")), max_size=40), st.integers(0, len(TEXT)))
@example("\ud800", 30)
def test_half_a_surrogate_pair(piece, at):
    check(TEXT[:at] + piece + TEXT[at:])


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace(" ", ""),
        TEXT.replace(" ", "\u00a0"),
        TEXT.replace(" ", "\u200b \u200f"),
        "".join(f"\u202b{word}\u202c " for word in TEXT.split(" ")),
        "".join(f"{letter}\u0651\u064b" for letter in TEXT),
        "ـ".join(TEXT),
        TEXT.replace("ي", "ی").replace("ك", "ک"),
        TEXT.replace("لا", "ﻻ"),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\r"),
        TEXT.replace("»", ""),
        TEXT.replace("«", ""),
        TEXT.replace("«", "»"),
        TEXT.replace("«", '"').replace("»", '"'),
        TEXT.replace(".", ""),
        "&quot;" + TEXT.replace("،", "&#1548;"),
        TEXT[::-1],
    ],
    ids=["no spaces", "nbsp", "zero width", "bidi", "harakat", "tatweel", "Persian letters", "ligatures", "CRLF", "CR", "never closed", "never opened", "wrong way", "straight", "no stops", "entities", "backwards"],
)
def test_a_good_article_in_another_dress(text):
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said on Monday that the port would open soon. “We are ready,” he added.",
        "وزیر خارجه گفت که بندر به‌زودی باز می‌شود. او افزود: «ما آماده‌ایم».",
        "وزیر خارجہ نے کہا کہ بندرگاہ جلد کھل جائے گی۔",
        "Министр заявил, что порт скоро откроется.",
        "部长说，港口即将开放。",
    ],
    ids=["en", "fa", "ur", "ru", "zh"],
)
def test_other_languages(text):
    check(text)


LONG = 100_000


@pytest.mark.parametrize(
    "piece",
    ["وقال سامر الوادي إن الميناء سيفتح قريبا وأضاف أن الحوار مستمر ", "«", "« » ", '"', "قال: «", "(", "أ", "\u0651", "ﷺ", "\n", "قال\n", ".", "د. ", "1/", "الاثنين ", "و", "أن أن ", "وزير الخارجية الروسي سيرغي لافروف و"],
)
def test_100_000_characters_on_one_line(piece):
    check((piece * (LONG // len(piece) + 1))[:LONG])


@pytest.mark.parametrize("piece", ["قال إن ", "قال سامر إن هالة قالت إن ", "قال: «", "وأكد أن "])
def test_cues_in_cues_do_not_read_the_same_words_again_and_again(piece, monkeypatch):
    """Twice the text is twice the work, not four times: counted in characters whose tone is asked for."""
    score, read = reading.sentiment.score, []

    def counting(text, spans, **options):
        read.append(sum(end - start for start, end in spans))
        return score(text, spans, **options)

    monkeypatch.setattr(reading.sentiment, "score", counting)
    work = []
    for length in (700, 1400):
        read.clear()
        check((piece * length)[:length])
        work.append(sum(read))
    assert work[1] <= 2.5 * work[0] + 100, work


def test_the_same_article_gives_the_same_rows():
    one, other = (reading.read({"article_id": "a", "text": TEXT, "published": date(2024, 1, 8)}, ACTORS) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("published", [None, pd.NaT, float("nan"), date(2024, 1, 8), datetime(2024, 1, 8, 10), pd.Timestamp("2024-01-08"), date(1, 1, 1), date(9999, 12, 31)])
def test_any_form_of_the_day(published):
    rows = check(TEXT, published)
    assert rows["statements"]


def test_folding_hides_no_statement():
    """The same article with marks and other spellings of the same letters holds the same statements."""
    plain = [(row["speaker"], row["type"]) for row in check(TEXT)["statements"]]
    for dressed in (TEXT.replace(" ", "\u00a0"), TEXT.replace("ي", "ی").replace("ك", "ک"), TEXT.replace("\n", "\r\n"), TEXT.replace(" ", " \u200f")):
        assert len(check(dressed)["statements"]) == len(plain)
