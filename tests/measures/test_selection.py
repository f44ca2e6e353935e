"""The selection: what a range holds, what is refused with a sentence, the one joined table."""

import io

import pandas as pd
import pytest

from analysis import frames, selection, store
from analysis.errors import CollectionError, ParameterError, ReportError


def test_range_holds_both_ends_and_leaves_out_undated(home):
    chosen = selection.load("tiny", "2024-01-08", "2024-01-15")
    days = chosen.articles["day"]
    assert days.min() == pd.Timestamp("2024-01-08") and days.max() == pd.Timestamp("2024-01-15")
    out = chosen.steps.set_index("reason")["n"]
    assert out["undated"] == 2
    articles = chosen.steps.set_index("step")["n"]
    assert articles["articles"] == len(chosen.articles) + out["undated"] + out["outside the range"]


def test_without_a_range_undated_articles_belong_to_it(home):
    chosen = selection.load("tiny")
    assert len(chosen.articles) == 48 and chosen.articles["day"].isna().sum() == 2
    assert str(chosen.first) == "2024-01-01" and str(chosen.last) == "2024-02-19"


def test_written_goes_before_published_and_the_other_way_round(home):
    tables = {name: store.read("tiny", name) for name in frames.FRAMES}
    tables["articles"].loc[:, "written"] = tables["articles"]["published"] - pd.Timedelta(days=1)
    store.write("tiny", tables, {})
    assert str(selection.load("tiny").first) == "2023-12-31"
    assert str(selection.load("tiny", date_basis="published").first) == "2024-01-01"


def test_said_outside_the_range_stays_marked(home):
    chosen = selection.load("tiny")
    marked = chosen.statements[chosen.statements["outside_range"]]
    assert len(marked) and (marked["said_on"] == pd.Timestamp("2023-12-01")).all()


def test_said_on_places_statements_by_exact_days_only(home):
    rows = selection.joined(selection.load("tiny", date_basis="said_on"))
    assert (rows["day"].dropna() == pd.Timestamp("2023-12-01")).all() and rows["day"].isna().any()


@pytest.mark.parametrize("asked", ["p1", "سامر الوادي", "Samer Alwadi", "samer alwadi", "سامِر الوادي"])
def test_an_actor_by_id_or_any_name(home, asked):
    chosen = selection.load("tiny", actors=asked)
    assert set(chosen.statements["speaker_key"]) == {"p1"} and len(chosen.articles) == 48


def test_an_outlet_and_its_denominator(home):
    chosen = selection.load("tiny", outlets="rumala post")
    assert set(chosen.articles["outlet"]) == {"Rumala Post"} and len(chosen.articles) == 16


@pytest.mark.parametrize(
    "values, error, words",
    [
        (dict(from_date="2030-01-01", to_date="2030-02-01"), ReportError, "2024-01-01 to 2024-02-19"),
        (dict(actors="من لا وجود له"), ParameterError, "Quoted most are"),
        (dict(outlets="لا أحد"), ParameterError, "Rumala Post"),
        (dict(from_date="2024-02-01", to_date="2024-01-01"), ParameterError, "after TO"),
        (dict(from_date="yesterday"), ParameterError, "YYYY-MM-DD"),
        (dict(collection="none"), CollectionError, "make process"),
        (dict(colour="blue"), ParameterError, "Unknown parameter"),
    ],
)
def test_refused_with_a_sentence(home, values, error, words):
    with pytest.raises(error, match=words):
        selection.load(**{"collection": "tiny", **values})


def test_joined_has_one_row_a_statement_and_reads_back_from_csv(home):
    chosen = selection.load("tiny")
    rows = selection.joined(chosen)
    assert len(rows) == len(chosen.statements) and rows["statement_id"].is_unique
    known = rows[rows["speaker_id"] == "p1"].iloc[0]
    assert (known["speaker_en"], known["speaker_ar"]) == ("Samer Alwadi", "سامر الوادي")
    assert rows["targets"].dropna().isin(["رمالة:+1", "رمالة:-1"]).all()
    content = selection.csv(rows)
    assert content.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(io.BytesIO(content), dtype="str", keep_default_na=False, encoding="utf-8-sig")
    assert back["content"].tolist() == rows["content"].tolist()
    assert back["day"].tolist() == rows["day"].dt.strftime("%Y-%m-%d").fillna("").tolist()


def test_names_fall_back_to_arabic(home):
    chosen = selection.load("tiny")
    assert (
        selection.names(chosen, "en")["p2"] == "هالة النهري" and selection.names(chosen, "en")["p1"] == "Samer Alwadi"
    )
    assert selection.names(chosen, "ar")["p1"] == "سامر الوادي"
