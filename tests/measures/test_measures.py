"""Measures against counts done by hand or another way."""

import datetime

import numpy as np
import pandas as pd
import pytest

from analysis import paths, selection
from analysis.measures import bootstrap, coverage, frequency, pairs, periods, tone
from analysis.study import Study

DAY = datetime.date


def statements(*rows) -> pd.DataFrame:
    """Return a small joined table; a row is (article, day, speaker, outlet, polarity)."""
    table = pd.DataFrame(rows, columns=["article_id", "day", "speaker_key", "outlet", "polarity"])
    return table.assign(
        statement_id=[f"s{i}" for i in range(len(table))],
        day=pd.to_datetime(table["day"]).astype("datetime64[us]"),
        copy=False,
        type="direct",
        speaker_kind="person",
        n_cues=1,
        cluster_id=table["article_id"],
        polarity=table["polarity"].astype("Int64"),
    )


def articles(*rows) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["article_id", "day", "outlet"])
    return table.assign(
        day=pd.to_datetime(table["day"]).astype("datetime64[us]"), copy=False, cluster_id=table["article_id"]
    )


@pytest.mark.parametrize(
    "width, bins, days",
    [
        ("week", ["2024-01-01", "2024-01-08"], [4, 3]),
        ("month", ["2024-01-01"], [7]),
        ("day", [f"2024-01-{d:02}" for d in range(4, 11)], [1] * 7),
    ],
)
def test_calendar_counts_the_days_of_the_range(width, bins, days):
    table = periods.calendar(DAY(2024, 1, 4), DAY(2024, 1, 10), width)
    assert table["bin"].dt.strftime("%Y-%m-%d").tolist() == bins and table["days"].tolist() == days


@pytest.mark.parametrize(
    "last, width, expected",
    [
        (DAY(2024, 1, 5), "week", "day"),
        (DAY(2024, 3, 1), "week", "week"),
        (DAY(2024, 2, 5), "month", "week"),
        (DAY(2024, 1, 2), "month", "day"),
    ],
)
def test_a_short_range_takes_finer_periods(last, width, expected):
    assert periods.fitting(DAY(2024, 1, 1), last, width) == expected


def test_frequency_tells_a_gap_from_a_zero():
    said = statements(("a", "2024-01-01", "x", "o", 1), ("a", "2024-01-01", "y", "o", 0))
    ground = articles(("a", "2024-01-01", "o"), ("b", "2024-01-03", "o"))
    table = frequency.over_time(said, ground, DAY(2024, 1, 1), DAY(2024, 1, 3), "day")
    assert table["statements"].tolist() == [2, 0, 0] and table["articles"].tolist() == [1, 0, 1]
    assert table["per_article"].tolist() == [2.0, pd.NA, 0.0]


def test_outlets_have_their_own_denominators():
    said = statements(("a", "2024-01-01", "x", "o", 1), ("b", "2024-01-01", "x", "p", 1))
    ground = articles(
        ("a", "2024-01-01", "o"), ("c", "2024-01-01", "o"), ("b", "2024-01-01", "p"), ("d", "2024-01-01", "q")
    )
    table = frequency.by_outlet(said, ground).set_index("outlet")
    assert table["per_article"].to_dict() == {"o": 0.5, "p": 1.0, "q": 0.0}
    rates = frequency.by_speaker_and_outlet(said, ground, ["x"]).set_index("outlet")
    assert rates["per_100"].to_dict() == {"o": 50.0, "p": 100.0, "q": 0.0}


def test_copies_and_unnamed_speakers():
    said = statements(
        ("a", "2024-01-01", "x", "o", 1),
        ("b", "2024-01-01", "x", "o", 1),
        ("b", "2024-01-01", "z", "o", 1),
        ("b", "2024-01-01", None, "o", 1),
    )
    said["copy"] = said["article_id"] == "b"
    said.loc[2, "speaker_kind"] = "anonymous"
    table = frequency.by_speaker(said)
    assert (
        table["speaker_key"].tolist() == ["x"]
        and table["statements"].tolist() == [2]
        and table["statements_once"].tolist() == [1]
    )
    assert table["share"].tolist() == [1.0]


def test_shares_divide_by_all_named_speakers_of_the_period():
    said = statements(
        ("a", "2024-01-01", "x", "o", 1), ("a", "2024-01-01", "y", "o", 1), ("b", "2024-01-03", "y", "o", 1)
    )
    calendar = periods.calendar(DAY(2024, 1, 1), DAY(2024, 1, 3), "day")
    table = frequency.by_speaker_over_time(said, ["x"], calendar, "day")
    assert table["share"].tolist() == [0.5, pd.NA, 0.0]


def test_bootstrap_agrees_with_theory_and_is_repeatable():
    random = np.random.default_rng(1)
    values = pd.Series(random.choice([-1, 0, 1], size=400))
    clusters = pd.Series(range(400))
    low, high = bootstrap.mean_interval(values, clusters)
    half = 1.96 * values.std() / 20
    assert low == pytest.approx(values.mean() - half, abs=0.02) and high == pytest.approx(
        values.mean() + half, abs=0.02
    )
    order = random.permutation(400)
    assert bootstrap.mean_interval(values[order], clusters[order]) == (low, high)


def test_bootstrap_draws_whole_articles():
    values = pd.Series([1] * 50 + [-1] * 50)
    low, high = bootstrap.mean_interval(values, pd.Series([0] * 50 + [1] * 50))
    assert (low, high) == (-1.0, 1.0)
    assert np.isnan(bootstrap.mean_interval(values, pd.Series([0] * 100))).all()


def test_tone_needs_ten_statements_from_five_articles():
    many = statements(*((f"a{i % 4}", "2024-01-01", "x", "o", 1) for i in range(12)))
    assert not tone.by_speaker(many)["enough"].item() and tone.by_speaker(many)["low"].isna().item()
    enough = statements(*((f"a{i % 5}", "2024-01-01", "x", "o", i % 2) for i in range(10)))
    row = tone.by_speaker(enough).iloc[0]
    assert (
        row["enough"]
        and row["mean"] == 0.5
        and row["low"] <= 0.5 <= row["high"]
        and (row["neutral"], row["positive"]) == (5, 5)
    )


def test_tone_without_polarity_is_missing_not_neutral():
    said = statements(("a", "2024-01-01", "x", "o", None), ("b", "2024-01-01", "x", "o", -1))
    row = tone.by_speaker(said).iloc[0]
    assert row["statements"] == 1 and row["mean"] == -1
    table = tone.over_time(said.iloc[:1], periods.calendar(DAY(2024, 1, 1), DAY(2024, 1, 1), "day"), "day")
    assert table["statements"].tolist() == [0] and table["mean"].isna().all()


def test_pairs_count_evaluations():
    said = statements(
        ("a", "2024-01-01", "x", "o", 1), ("b", "2024-01-01", "x", "o", 1), ("b", "2024-01-01", None, "o", 1)
    )
    stances = pd.DataFrame({"statement_id": ["s0", "s1", "s2"], "target_key": ["t", "t", "t"], "stance": [1, -1, 1]})
    table = pairs.by_speaker_and_target(said, stances)
    assert table[["n", "against", "in_favour", "mean", "articles"]].iloc[0].tolist() == [2, 1, 1, 0.0, 2]


def test_every_table_of_a_study_adds_up(home):
    study = Study.of(selection.load("tiny"))
    tables = study.tables()
    total = len(study.statements)
    assert tables["outlets"]["statements"].sum() == total == tables["types"]["statements"].sum()
    assert tables["over_time"]["statements"].sum() + study.figures()["undated_statements"] == total
    assert tables["coverage"]["articles"].sum() + study.figures()["undated"] == len(study.selection.articles)
    assert tables["speakers"]["statements"].sum() == study.figures()["named"]
    assert tables["speakers"]["share"].sum() == pytest.approx(1)
    assert coverage.gaps(tables["coverage"]) == (tables["coverage"]["articles"] == 0).sum()
    assert {"speaker_ar", "speaker_en"} <= set(tables["speakers"])


def test_the_documentation_names_every_table(home):
    page = (paths.PROJECT / "docs" / "measures.md").read_text(encoding="utf-8")
    assert not [name for name in Study.of(selection.load("tiny")).tables() if f"`{name}.csv`" not in page]


def test_a_collection_without_any_date_has_tables_too(home):
    chosen = selection.load("tiny")
    chosen.articles["day"] = pd.NaT
    undated = Study.of(selection.Selection(**{**vars(chosen), "first": None, "last": None}))
    assert len(undated.tables()["over_time"]) == 0 and undated.figures()["days"] == 0
