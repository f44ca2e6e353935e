"""Evaluation: the right answer scores 1, intervals hold their figure, and names are compared as people would."""

from __future__ import annotations

import json
import re
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_processing import TEXT

from analysis import annotation, paths
from analysis.errors import CollectionError
from analysis.evaluation import baseline, evaluate, gold, scoring, table


def statement(*content, speaker="سامر الوادي", type="indirect", polarity=0, when=None, source=None, rule="r"):
    return dict(content=[list(c) for c in content], speaker=speaker, type=type, polarity=polarity, when=when, source=source, rule=rule)


def answer(*statements, dates=()):
    return {"statements": list(statements), "dates": [{"span": list(span), "value": value} for span, value in dates]}


RIGHT = answer(
    statement((150, 240), when="2024-01-08", polarity=1, source=[120, 130]),
    statement((300, 340), (350, 380), speaker=None, type="direct", polarity=-1),
    statement((310, 330), speaker="هالة النهري", type="mixed"),
    dates=[((28, 41), "2024-01-08"), ((200, 205), "2024-03")],
)


# ---- counts of an article


def test_the_right_answer_hits_everything():
    n = scoring.article_counts(RIGHT, RIGHT, TEXT)
    assert n["gold"] == n["predicted"] == n["statement"] == n["attributed"] == n["exact"] == n["type"] == 3
    assert n["overlap .3"] == n["overlap .8"] == 3
    assert n["token gold"] == n["token predicted"] == n["token hit"] > 0
    assert n["date gold"] == n["date span"] == n["date"] == 2
    assert n["when gold"] == n["when predicted"] == n["when"] == 1
    assert table._polarity(n) == 1.0


def test_no_answer_hits_nothing_and_an_empty_article_counts_what_is_found():
    n = scoring.article_counts(RIGHT, answer(), TEXT)
    assert (n["gold"], n["predicted"], n["statement"], n["token hit"], n["date"]) == (3, 0, 0, 0, 0)
    n = scoring.article_counts(answer(), RIGHT, TEXT)
    assert (n["quiet"], n["quiet false"], n["predicted"]) == (1, 3, 3)


def test_a_wrong_speaker_costs_the_attribution_only():
    n = scoring.article_counts(answer(statement((150, 240))), answer(statement((150, 240), speaker="هالة النهري")), TEXT)
    assert (n["statement"], n["attributed"]) == (1, 0)
    n = scoring.article_counts(answer(statement((150, 240), speaker=None)), answer(statement((150, 240))), TEXT)
    assert n["attributed"] == 0


def test_each_statement_is_matched_once():
    n = scoring.article_counts(answer(statement((150, 240))), answer(statement((150, 240)), statement((150, 240))), TEXT)
    assert (n["statement"], n["predicted"]) == (1, 2)
    n = scoring.article_counts(answer(statement((150, 240)), statement((150, 240))), answer(statement((150, 240))), TEXT)
    assert n["statement"] == 1


def test_half_of_the_words_is_enough_and_less_is_not():
    words = [m.span() for m in scoring.TOKEN.finditer(TEXT)][10:20]
    whole = statement((words[0][0], words[9][1]))
    for size, hit in ((5, 1), (4, 0)):
        n = scoring.article_counts(answer(whole), answer(statement((words[0][0], words[size - 1][1]))), TEXT)
        assert n["statement"] == hit, size


def test_content_that_is_too_long_passes_only_the_lenient_criterion():
    words = [m.span() for m in scoring.TOKEN.finditer(TEXT)]
    short, long = statement((words[10][0], words[12][1])), statement((words[5][0], words[30][1]))
    n = scoring.article_counts(answer(short), answer(long), TEXT)
    assert (n["overlap .8"], n["statement"]) == (1, 0)


def test_both_ends_within_a_word_are_exact():
    words = [m.span() for m in scoring.TOKEN.finditer(TEXT)]
    whole = answer(statement((words[10][0], words[20][1])))
    for last, exact in ((20, 1), (19, 1), (21, 1), (18, 0)):
        assert scoring.article_counts(whole, answer(statement((words[10][0], words[last][1]))), TEXT)["exact"] == exact


def test_a_date_is_right_with_its_value_and_found_with_its_place():
    n = scoring.article_counts(answer(dates=[((28, 41), "2024-01-08")]), answer(dates=[((28, 33), "2024-01-09"), ((34, 41), "2024-01-08")]), TEXT)
    assert (n["date span"], n["date"]) == (1, 1)
    n = scoring.article_counts(answer(dates=[((28, 41), "2024-01-08")]), answer(dates=[((28, 41), "2024-01-09")]), TEXT)
    assert (n["date span"], n["date"]) == (1, 0)


spans = st.lists(st.tuples(st.integers(0, len(TEXT) - 30), st.integers(8, 30)).map(lambda p: (p[0], p[0] + p[1])), min_size=1, max_size=2)
answers = st.lists(st.builds(lambda s: statement(*s), spans).filter(lambda s: scoring.tokens(TEXT, s["content"])), max_size=5)


@given(answers, answers)
def test_hits_never_exceed_what_there_is(truth, guess):
    n = scoring.article_counts(answer(*truth), answer(*guess), TEXT)
    for hit in ("statement", "exact", "attributed", "overlap .3", "overlap .8"):
        assert 0 <= n[hit] <= min(n["gold"], n["predicted"])
    assert n["overlap .8"] <= n["overlap .3"]
    assert n["token hit"] <= min(n["token gold"], n["token predicted"])


@given(answers.filter(lambda some: len({json.dumps(s["content"]) for s in some}) == len(some)))
def test_any_answer_is_right_about_itself(truth):
    n = scoring.article_counts(answer(*truth), answer(*truth), TEXT)
    assert n["statement"] == n["attributed"] == n["exact"] == len(truth)


# ---- names


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("سيرغي لافروف", "سيرغي لافروف", True),
        ("لافروف", "سيرغي لافروف", True),
        ("وزير الخارجية الروسي سيرغي لافروف", "سيرغي لافروف", True),
        ("أحمد", "احمد", True),
        ("على الخطيب", "علي الخطيب", True),
        ("فاطمة الزهراء", "فاطمه الزهراء", True),
        ("الرئيس سامر الوادي", "سامر الوادي", True),
        ("مُحَمَّد الوادي", "محمد الوادي", True),
        ("سامر الوادي", "هالة النهري", False),
        ("سامر الوادي", "سامر النهري", False),
        ("الوزير", "الوزير سامر الوادي", False),  # an office alone names nobody
        ("وزير الخارجية", "وزير الدفاع", False),
        ("رمالة", "المتحدث باسم رمالة", True),
        ("رمالة", "نقابة عمال البناء والخشب والنسيج في رمالة", False),  # more than three further words: another body
        (None, None, True),
        ("", None, True),
        ("،", None, True),
        (None, "سامر", False),
        ("سامر", "", False),
    ],
)
def test_same_name(one, other, same):
    assert scoring.same_name(one, other) is same
    assert scoring.same_name(other, one) is same


names = st.one_of(st.none(), st.text(max_size=30), st.lists(st.sampled_from("سامر الوادي هالة النهري وزير رئيس ال".split()), max_size=5).map(" ".join))


@given(names, names)
def test_same_name_is_mutual_and_everybody_is_himself(one, other):
    assert scoring.same_name(one, other) == scoring.same_name(other, one)
    assert scoring.same_name(one, one)


# ---- intervals


def counts(hit, predicted, golden):
    return Counter({"statement": hit, "predicted": predicted, "gold": golden})


FIGURE = table._f1("statement", "predicted", "gold")


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(0, 6)).map(lambda t: counts(min(t), t[1], t[2])), min_size=1, max_size=40))
def test_an_interval_is_one_and_lies_between_nothing_and_everything(rows):
    low, high = table._interval(rows, FIGURE)
    assert 0.0 <= low <= high <= 1.0


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("articles", [10, 60])
def test_an_interval_contains_its_figure(seed, articles):
    random = np.random.default_rng(seed)
    share = random.uniform(0.2, 0.9)
    rows = []
    for _ in range(articles):
        golden = int(random.integers(1, 12))
        hit = int(random.binomial(golden, share))
        rows.append(counts(hit, hit + int(random.integers(0, 4)), golden))
    low, high = table._interval(rows, FIGURE)
    assert low <= FIGURE(table._sum(rows)) <= high
    assert low < high


def test_an_interval_is_narrower_with_more_articles_and_always_the_same():
    few = [counts(1, 2, 2), counts(2, 2, 3), counts(0, 1, 2)] * 4
    narrow, wide = table._interval(few * 20, FIGURE), table._interval(few, FIGURE)
    assert narrow[1] - narrow[0] < wide[1] - wide[0]
    assert table._interval(few, FIGURE) == wide


def test_figures_without_anything_to_count_are_zero():
    assert FIGURE(Counter()) == table._share(0, 0) == table._polarity(Counter()) == 0.0


# ---- the table


def put(file, *articles):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles), encoding="utf-8")
    return file


@pytest.fixture
def right(tmp_path):
    """Return a gold file that says exactly what the extractor finds."""
    from analysis import actors

    made = [annotation.annotate({"id": f"a{n}", "published": "2024-01-08", "text": TEXT.format(n=n), "url": f"a{n}"}, actors.load()) for n in range(3)]
    return put(tmp_path / "gold.jsonl", *({**one, "published": "2024-01-08", "outlet": "صوت", "text": TEXT.format(n=n)} for n, one in enumerate(made)))


def test_gold_that_equals_the_prediction_scores_one(right):
    printed = evaluate([right])
    for row in ("attributed", "statement", "exact", "overlap .3 of gold", "overlap .8 of gold", "tokens", "date", "date span"):
        line = next(line for line in printed.splitlines() if re.match(rf"{re.escape(row)}\s+\d", line))
        assert line.removeprefix(row).split()[:4] == ["1.000", "1.000", "1.000", "1.000–1.000"], line
    for row in ("speaker", "type"):
        assert re.search(rf"^{row}\s+1\.000   1\.000–1\.000", printed, re.MULTILINE)
    assert re.search(r"^صوت\s+\d+\s+1\.000\s+1\.000$", printed, re.MULTILINE)


def test_several_files_are_scored_each_and_together(right, tmp_path):
    quiet = put(tmp_path / "quiet.jsonl", {"id": "q", "text": "لا شيء هنا.", "statements": [], "dates": []})
    printed = evaluate([right, quiet])
    assert [line.split(":")[0] for line in printed.splitlines() if " articles, " in line] == ["gold.jsonl", "quiet.jsonl", "all files"]
    assert evaluate([right, quiet]) == printed


def test_the_baseline_finds_what_an_hour_s_work_finds():
    found = baseline.annotate({"id": "b", "text": TEXT})["statements"]
    assert any("سيفتح" in TEXT[slice(*s["content"][0])] for s in found)
    assert all(TEXT[slice(*s["content"][0])].split()[3:] for s in found)


# ---- gold files


def test_gold_of_a_collection_takes_its_texts_from_there(tmp_path, monkeypatch):
    monkeypatch.setenv("TASRIH_HOME", str(tmp_path))
    folder = paths.raw("own")
    put(folder / "articles.jsonl", {"id": "r1", "date": "2024-01-08", "outlet": "صوت", "text": TEXT})
    file = put(folder / "answers.jsonl", {"id": "r1", "statements": [], "dates": []})
    article = gold.read(file)[0]
    assert (article["text"], article["published"], article["outlet"]) == (TEXT, "2024-01-08", "صوت")
    put(file, {"id": "r2", "statements": [], "dates": []})
    with pytest.raises(CollectionError, match="the text of article r2 is not"):
        gold.read(file)


def test_a_text_may_hold_every_line_break(tmp_path):
    text = "سطر\u2028سطر\x85سطر"
    assert gold.read(put(tmp_path / "g.jsonl", {"id": 1, "text": text, "statements": [], "dates": []}))[0]["text"] == text


@pytest.mark.parametrize("content", [b"", b"\n \n", b"{", b"[]\n", b'{"id": 1, "text": "x"}\n', b"\xe3\xd1\n"])
def test_a_gold_file_that_is_none_is_named(tmp_path, content):
    (tmp_path / "g.jsonl").write_bytes(content)
    with pytest.raises(CollectionError, match="g.jsonl"):
        gold.read(tmp_path / "g.jsonl")
