"""Annotation: the same answer as the frames, in the same order, in JSON Lines that any reader takes."""

from __future__ import annotations

import json
import re

import pytest
from test_processing import ACTORS, TEXT, article

from analysis import actors as who
from analysis import annotation, frames, paths, reading
from analysis.errors import CollectionError, LexiconError

ACTORS_LOADED = who.load()
KEYS = {
    "content", "cue", "source", "speaker", "speaker_kind", "speaker_id", "type", "relay", "speech_act", "rule",
    "polarity", "attitude", "targets", "when", "nested",
}


def lines(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


def files(folder):
    return sorted(p.name for p in folder.iterdir())


@pytest.fixture
def source(tmp_path):
    """Return a function that writes lines (or articles) to a file."""

    def write(*content):
        file = tmp_path / "in.jsonl"
        whole = [c if isinstance(c, bytes) else (json.dumps(c, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass") for c in content]
        file.write_bytes(b"".join(whole))
        return file

    return write


def test_the_form_that_the_scorer_reads():
    made = annotation.annotate(article(1) | {"published": "2024-01-08"}, ACTORS_LOADED)
    assert made["id"] == "a1" and len(made["statements"]) >= 4
    text = article(1)["text"]
    for statement in made["statements"]:
        assert set(statement) == KEYS
        assert all(0 <= start < end <= len(text) for start, end in statement["content"])
        assert text[slice(*statement["cue"])].strip()
        assert statement["type"] in frames.TYPES
    assert {"span": [text.index("اليوم الاثنين"), text.index("اليوم الاثنين") + len("اليوم الاثنين")], "value": "2024-01-08"} in made["dates"]
    assert any(s["speaker"] == "هالة النهري" and s["type"] == "direct" for s in made["statements"])


def test_annotate_and_the_frames_say_the_same():
    one = article(1) | {"published": "2024-01-08"}
    rows = reading.read({"article_id": "x", "text": one["text"], "published": annotation._published("2024-01-08")}, ACTORS_LOADED)
    made = annotation.annotate(one, ACTORS_LOADED)
    assert [s["content"] for s in made["statements"]] == [json.loads(row["spans"]) for row in rows["statements"]]
    assert [s["speaker"] for s in made["statements"]] == [row["speaker"] for row in rows["statements"]]


@pytest.mark.parametrize("published", [None, "", "2024-01-08T10:00:00+03:00", "soon", 5, [], {}, "2024-13-40", float("nan")])
def test_any_published_is_a_day_or_none(published):
    assert annotation.annotate({"id": 1, "text": TEXT, "published": published}, ACTORS_LOADED)["statements"]


@pytest.mark.parametrize("one", [{}, {"text": None}, {"text": ""}, {"id": "a", "text": " \n\n "}])
def test_an_article_without_text_has_no_statements(one):
    assert annotation.annotate(one, ACTORS_LOADED) == {"id": one.get("id"), "statements": [], "dates": []}


def test_order_and_ids_are_kept(source, tmp_path):
    target = tmp_path / "out.jsonl"
    annotation.annotate_file(source(*(article(n) | {"id": i} for n, i in enumerate(["b", "a", 7, "a", None]))), target)
    assert [row["id"] for row in lines(target)] == ["b", "a", 7, "a", None]
    assert files(tmp_path) == ["in.jsonl", "out.jsonl"]


def test_every_line_of_the_output_is_utf8_json_on_one_line(source, tmp_path):
    text = "قال سامر \ud800 الوادي إن الميناء\u2028سيفتح قريبا أمام السفن.\r\nوأضاف أن الحوار\x85مستمر."
    target = tmp_path / "out.jsonl"
    annotation.annotate_file(source(json.dumps({"id": "\ud800", "text": text}).encode() + b"\n", article(1)), target)
    rows = lines(target)
    assert len(rows) == 2 and rows[0]["id"] == "\ud800"
    assert target.read_bytes().count(b"\n") == 2


def test_a_byte_order_mark_and_empty_lines_are_no_articles(source, tmp_path):
    target = tmp_path / "out.jsonl"
    file = source(b"\xef\xbb\xbf", {"id": 1, "text": ""}, b"\n", b"  \r\n", {"id": 2, "text": ""})
    annotation.annotate_file(file, target)
    assert [row["id"] for row in lines(target)] == [1, 2]


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (b'{"id": "a", "text": "x\n', "not JSON"),
        (b"[1, 2]\n", "no article"),
        (b"null\n", "no article"),
        (b'{"id": 1, "text": 5}\n', "no article"),
        (b'{"id": 1, "text": ["x"]}\n', "no article"),
        (b'{"id": ' + b"[" * 100_000 + b"\n", "not JSON"),
        (b'{"id": ' + b"9" * 5000 + b"}\n", "not JSON"),
        (b'{"id": 1, "text": "\xe3\xd1\xcd"}\n', "not UTF-8"),
        (b"\x00\n", "not JSON"),
    ],
    ids=["cut", "list", "null", "number", "list of texts", "deep", "long number", "windows-1256", "zero byte"],
)
def test_a_bad_line_names_file_and_line_and_leaves_the_output_as_it_was(source, tmp_path, bad, says):
    target = tmp_path / "out.jsonl"
    target.write_text("what was there")
    file = source({"id": 1, "text": ""}, b"\n", bad, {"id": 2, "text": ""})
    with pytest.raises(CollectionError) as error:
        annotation.annotate_file(file, target)
    assert str(error.value).startswith(f"{file}, line 3: {says}")
    assert target.read_text() == "what was there"
    assert files(tmp_path) == ["in.jsonl", "out.jsonl"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError])
def test_the_output_appears_only_when_it_is_complete(source, tmp_path, monkeypatch, error):
    target = tmp_path / "out.jsonl"
    annotate, seen = annotation.annotate, []

    def failing(one, actors):
        seen.append(files(tmp_path))
        if one["id"] == 2:
            raise error
        return annotate(one, actors)

    monkeypatch.setattr(annotation, "annotate", failing)
    with pytest.raises(error):
        annotation.annotate_file(source(*({"id": n, "text": ""} for n in range(4))), target)
    assert all("out.jsonl" not in names for names in seen) and len(seen) == 3
    assert files(tmp_path) == ["in.jsonl"]


def test_the_articles_are_never_overwritten(source, tmp_path):
    file = source(article(1))
    before = file.read_bytes()
    (tmp_path / "link.jsonl").symlink_to(file)
    for target in (file, tmp_path / "link.jsonl", tmp_path / "." / "in.jsonl"):
        with pytest.raises(CollectionError, match="give another file"):
            annotation.annotate_file(file, target)
    assert file.read_bytes() == before


def test_a_table_of_actors_adds_to_the_package_s_own(source, tmp_path):
    table = tmp_path / "actors.tsv"
    table.write_text(ACTORS, encoding="utf-8")
    annotation.annotate_file(source(article(1)), tmp_path / "out.jsonl", table)
    statements = lines(tmp_path / "out.jsonl")[0]["statements"]
    assert {s["speaker_id"] for s in statements if s["speaker"] == "سامر الوادي"} == {"x-wadi"}
    table.write_text("actor_id\tname_ar\tkind\n\tسامر\tperson\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="actors.tsv, line 2"):
        annotation.annotate_file(source(article(1)), tmp_path / "out.jsonl", table)


def test_the_example_of_the_readme_is_true():
    readme = (paths.PROJECT / "README.md").read_text(encoding="utf-8")
    text = re.search(r"^> (.*)$", readme, re.MULTILINE)[1]
    row = re.search(r"^\| cue .*\n\| -.*\n\| (.*) \|$", readme, re.MULTILINE)[1].split(" | ")
    (made,) = annotation.annotate({"id": 1, "published": "2024-01-08", "text": text}, ACTORS_LOADED)["statements"]
    assert row == [text[slice(*made["cue"])], made["speaker"], text[slice(*made["content"][0])], made["type"], made["when"]]
