"""The bundled collection: it loads whole, its answers fit its texts, and nothing in it is real or repeated by accident."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations

import pytest

from analysis import actors, collection, paths
from analysis.evaluation.scoring import name_tokens
from analysis.frames import KINDS, TYPES
from analysis.tables import read_tsv

FOLDER = paths.PROJECT / "data" / "raw" / "sample"
FIRST, LAST = date(2024, 1, 8), date(2024, 3, 3)
RUN = 60  # characters in a row that no two articles may share
VALUE = re.compile(r"\d{4}(-(\d{2}(-\d{2})?|Q[1-4]|W\d{2}))?")
# Copies between outlets and within one; README.md says how each differs.
COPIES = (
    ("ufuq-45", "marsa/2024-01-29-01.txt", "whole"),
    ("sanabel-45", "marsa/2024-02-17-01.txt", "whole"),
    ("sada-45", "marsa/2024-01-23-01.txt", "whole"),
    ("ufuq-46", "marsa/2024-02-28-01.txt", "whole"),
    ("sanabel-46", "marsa/2024-01-13-01.txt", "near"),
    ("sada-46", "marsa/2024-02-15-01.txt", "near"),
    ("ufuq-47", "marsa/2024-02-09-01.txt", "near"),
    ("sanabel-47", "marsa/2024-02-22-01.txt", "near"),
    ("sada-47", "sada-17", "whole"),
    ("ufuq-48", "ufuq-42", "near"),
)
REAL = (
    "سوريا سورية العراق مصر روسيا أميركا أمريكا إيران تركيا إسرائيل فلسطين لبنان الأردن السعودية اليمن ليبيا تونس المغرب السودان قطر "
    "الإمارات الكويت فرنسا ألمانيا الصين بريطانيا أوكرانيا الهند باكستان موسكو واشنطن دمشق بغداد القاهرة الرياض طهران باريس لندن رويترز"
).split()
WORDLESS = {"لم", "غير", "عن", "من", "في"}


@pytest.fixture(scope="module")
def loaded():
    articles, rejects, counts = collection.load("sample", progress=False)
    # Text files have no id of their own: their path is it.
    name = articles["record_id"].where(articles["record_id"].notna(), articles["origin"].str.partition("#")[0])
    return articles.assign(name=name), rejects, counts


@pytest.fixture(scope="module")
def articles(loaded):
    return loaded[0]


@pytest.fixture(scope="module")
def answers():
    return [json.loads(line) for line in (FOLDER / "answers.jsonl").read_text(encoding="utf-8").splitlines()]


def test_every_record_becomes_an_article(loaded):
    articles, rejects, counts = loaded
    assert rejects.empty and not counts["warnings"]
    assert counts["articles"] == counts["records"] == len(articles) >= 150
    for column in ("outlet", "title", "text", "published"):
        assert articles[column].notna().all(), column
    assert set(articles["published_basis"]) <= {"metadata", "text"}
    assert set(articles["language"]) == {"ar"}
    assert articles["name"].is_unique and articles["article_id"].is_unique


def test_three_formats_and_four_outlets(articles):
    by_outlet = articles.assign(file=articles["origin"].str.extract(r"^([^/#!]+)")[0]).groupby("outlet")["file"].unique()
    assert {outlet: list(files) for outlet, files in by_outlet.items()} == {
        "وكالة مرسى للأنباء": ["marsa"],
        "الصدى الجديد": ["sada.jsonl"],
        "أفق 24": ["ufuq.csv"],
        "شبكة سنابل الإخبارية": ["sanabel.zip"],
    }


def test_titles_and_source_lines_of_text_files_are_marked(articles):
    for row in articles[articles["origin"].str.startswith("marsa/")].itertuples():
        assert row.text[row.title_start : row.title_end] == row.title
        assert row.text[row.source_line_start : row.source_line_end].startswith("(المصدر: وكالة مرسى للأنباء")
        assert row.origin[len("marsa/") :].startswith(f"{row.published:%Y-%m-%d}")


def test_eight_weeks_with_five_articles_of_each_outlet_in_most(articles):
    days = articles["published"].dt.date
    assert days.min() == FIRST and days.max() == LAST
    weeks = Counter(zip(articles["outlet"], ((day - FIRST).days // 7 for day in days), strict=True))
    assert {week for _, week in weeks} == set(range(8))
    for outlet in articles["outlet"].unique():
        assert sum(weeks[outlet, week] >= 5 for week in range(8)) >= 6, outlet


def test_answers_are_a_third_of_the_articles_as_loaded(articles, answers):
    assert len(answers) >= len(articles) * 0.3
    texts = articles.set_index("origin")
    for article in answers:
        row = texts.loc[article["origin"]]
        assert article["text"] == row["text"], article["id"]
        assert article["outlet"] == row["outlet"] and article["published"] == f"{row['published']:%Y-%m-%d}", article["id"]
        assert row["record_id"] in (article["id"], None) or row["record_id"] != row["record_id"]
    assert len({article["id"] for article in answers}) == len(answers)
    per_outlet = Counter(article["outlet"] for article in answers)
    assert len(per_outlet) == 4 and min(per_outlet.values()) >= 10


def test_answers_lie_in_the_text(answers):
    for article in answers:
        text = article["text"]
        for s in article["statements"]:
            ends = [0]
            for start, end in s["content"]:
                assert ends[-1] <= start < end <= len(text), article["id"]
                assert text[start:end] == text[start:end].strip(), (article["id"], text[start:end])
                ends.append(end)
            for name in ("cue", "source"):
                assert s[name] is None or 0 <= s[name][0] < s[name][1] <= len(text), article["id"]
            assert s["cue"] is not None
            assert s["type"] in TYPES and s["speaker_kind"] in KINDS and s["polarity"] in (-1, 0, 1)
            assert all(target["name"] and target["stance"] in (-1, 1) for target in s["targets"])
            assert s["when"] is None or date.fromisoformat(s["when"])
        for d in article["dates"]:
            assert 0 <= d["span"][0] < d["span"][1] <= len(text)
            assert all(VALUE.fullmatch(value) for value in d["value"].split("/")), d
        assert [s["content"][0][0] for s in article["statements"]] == sorted(s["content"][0][0] for s in article["statements"])


def test_cues_are_words_of_their_own(answers):
    """A cue begins and ends at the edge of a word; only prepositions written to what follows end inside one."""
    for article in answers:
        text = article["text"]
        for s in article["statements"]:
            start, end = s["cue"]
            if text[start:end] == ":":
                continue
            assert start == 0 or not text[start - 1].isalpha(), (article["id"], text[start - 10 : end])
            assert not text[end].isalpha() or text[start:end].endswith(" ل"), (article["id"], text[start : end + 10])


def test_speakers_stand_in_the_article_or_are_roles(answers):
    for article in answers:
        words = name_tokens(article["text"])
        for s in article["statements"]:
            if s["speaker_kind"] == "anonymous" and s["speaker"] == "غير مسمى":
                continue
            missing = name_tokens(s["speaker"]) - words - WORDLESS
            # An unnamed source may stand in another case (مصدرا مقربا, مصدر مقرب), two names may be joined by و.
            missing = {w for w in missing if not words & {w + "ا", w.removeprefix("و"), "و" + w, "ل" + w, "ف" + w}}
            assert not missing, (article["id"], s["speaker"], missing)


def test_quiet_articles_are_there_too(answers):
    assert 3 <= sum(not article["statements"] for article in answers) <= 10
    assert sum(len(article["statements"]) for article in answers) >= 500


def test_no_two_articles_share_a_long_run_but_copies(articles):
    listed = {frozenset(pair[:2]) for pair in COPIES}
    # What a copy shares with its source, a copy of the source would share with the copy.
    seen: dict[str, list[int]] = defaultdict(list)
    names, texts = articles["name"].tolist(), articles["text"].tolist()
    for k, text in enumerate(texts):
        for start in range(len(text) - RUN + 1):
            run = text[start : start + RUN]
            if k not in seen[run]:
                seen[run].append(k)
    shared = {frozenset((names[i], names[j])): run for run, those in seen.items() if len(those) > 1 for i, j in combinations(those, 2)}
    assert {pair: run for pair, run in shared.items() if pair not in listed} == {}
    assert listed <= set(shared)


@pytest.mark.parametrize(("copy", "of", "how"), COPIES)
def test_copies_are_what_the_readme_says(articles, copy, of, how):
    by_name = articles.set_index("name")
    one, other = by_name.loc[copy], by_name.loc[of]
    assert 0 <= (one["published"].date() - other["published"].date()).days <= 1
    assert one["url"] != other["url"]
    assert (one["text"] in other["text"]) == (how == "whole")
    assert f"| {copy} | {of.removesuffix('.txt')} |" in (FOLDER / "README.md").read_text(encoding="utf-8")


def test_nothing_real_is_named(articles):
    real = re.compile(r"(?<!\w)[وفبلك]?(?:" + "|".join(REAL) + r")(?!\w)")
    for row in articles.itertuples():
        assert not real.search(f"{row.title}\n{row.text}"), row.name


def test_actors_of_the_answers_are_in_the_table(answers):
    known = actors.load(FOLDER / "actors.tsv")
    rows = read_tsv(FOLDER / "actors.tsv", ("actor_id", "name_ar", "name_en", "kind"))
    ids = {row["actor_id"] for row in rows}
    assert len(ids) == len(rows)
    for row in rows:
        assert {row["country"], row["parent"]} - {""} <= ids, row
    spoken = Counter(s["speaker"] for article in answers for s in article["statements"] if s["speaker_kind"] in ("person", "organization", "state"))
    for speaker, n in spoken.items():
        if n >= 4:
            assert actors.identify(speaker, date(2024, 2, 1), known) in ids, (speaker, n)


def test_offices_name_their_holders_on_the_day(answers):
    known = actors.load(FOLDER / "actors.tsv")
    text = "قال وزير الخارجية التيماري إن المبعوث الدولي وصل. وأضاف الوزير الهلداني أن العاهل الهلداني يستقبله."
    found = [m.actor_id for m in actors.mentions(text, date(2024, 1, 15), known)]
    assert found == ["nadim-kurani", "alfonso-marida", "layth-juburi", "yarub-ii"]
    assert actors.mentions("حضر رئيس بلدية نهرزاد", date(2024, 1, 15), known)[0].actor_id != "nasuh-qabbani"
    assert actors.mentions("حضر رئيس بلدية نهرزاد", date(2020, 1, 15), known)[0].actor_id == "nasuh-qabbani"


def test_events_and_concepts(articles):
    events = read_tsv(FOLDER / "events.tsv", ("date", "name_ar", "name_en"))
    assert len(events) >= 10
    assert all(FIRST <= date.fromisoformat(row["date"]) <= LAST for row in events)
    assert [row["date"] for row in events] == sorted(row["date"] for row in events)
    whole = "\n".join(articles["text"])
    for row in read_tsv(FOLDER / "concepts.tsv", ("concept", "name_ar", "name_en", "patterns")):
        patterns = row["patterns"].split(";")
        assert len(set(patterns)) == len(patterns), row["concept"]
        for pattern in patterns:
            assert pattern == pattern.strip() and pattern in whole, (row["concept"], pattern)
