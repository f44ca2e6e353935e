import gzip
import hashlib
import json
import os
import zipfile

import pandas as pd
import pytest

from analysis import collection, frames, inspection
from analysis.errors import CollectionError

BODY = "قال وزير الري سالم الحدادي إن سد النخيل جاهز."


@pytest.fixture
def raw(tmp_path, monkeypatch):
    """The folder of a collection `marsa` in a home of its own."""
    monkeypatch.setenv("TASRIH_HOME", str(tmp_path))
    folder = tmp_path / "data" / "raw" / "marsa"
    folder.mkdir(parents=True)
    return folder


def put(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def dumps(value):
    return json.dumps(value, ensure_ascii=False)


def load():
    articles, rejects, counts = collection.load("marsa", progress=False)
    frames.check("articles", articles)
    frames.check("rejects", rejects)
    assert len(articles) == counts["articles"] and len(rejects) == counts["rejects"]
    assert counts["articles"] + counts["rejects"] == counts["records"]
    assert sum(counts["rejects_by_reason"].values()) == counts["rejects"]
    return articles, rejects, counts


def test_a_mixture_of_formats_becomes_two_frames(raw):
    put(raw, "a.txt", "سد النخيل يفتح أبوابه\n\n" + BODY + "\r\n(المصدر: وكالة الساحل، بتاريخ 9/1/2024)\n")
    put(
        raw,
        "b/2024-01-10.json",
        dumps([{"text": BODY + " 1", "source": "الساحل", "url": "http://example.org/1", "id": "x1"}, {"text": ""}]),
    )
    put(raw, "c.jsonl", dumps({"النص": BODY + " 2", "التاريخ": "11/1/2024", "المصدر": "مرسى"}) + "\nمكسور\n")
    put(raw, "d.csv", "title,body,crawled_at\nسد," + BODY + " 3,2024-01-12 10:00\nسد\n")
    with zipfile.ZipFile(raw / "e.zip", "w") as archive:
        archive.writestr("x/y.txt", BODY.encode("cp1256"))
    put(raw, "f.jsonl.gz", gzip.compress(dumps({"text": BODY + " 5"}).encode()))
    articles, rejects, counts = load()
    assert articles["origin"].tolist() == [
        "a.txt#1",
        "b/2024-01-10.json#1",
        "c.jsonl#1",
        "d.csv#1",
        "e.zip!x/y.txt#1",
        "f.jsonl.gz!f.jsonl#1",
    ]
    assert articles["published_basis"].tolist() == ["text", "filename", "metadata", "crawl", "unknown", "unknown"]
    assert articles["published"].dt.day.dropna().tolist() == [9, 10, 11, 12]
    assert articles["encoding"].tolist() == ["utf-8"] * 4 + ["windows-1256", "utf-8"]
    assert articles["written"].equals(articles["published"]) and articles["cluster_id"].equals(articles["article_id"])
    assert (
        articles["written_basis"].tolist() == ["metadata"] * 4 + ["unknown"] * 2
        and articles["written_conflict"].isna().all()
    )
    assert set(articles["language"]) == {"ar"} and set(articles["collection"]) == {"marsa"}
    assert articles["record_id"].fillna("").tolist() == ["", "x1", "", "", "", ""]
    first = articles.iloc[0]
    assert (
        first["text"] == (raw / "a.txt").read_bytes().decode()
        and first["text"][first["title_start"] : first["title_end"]] == first["title"] == "سد النخيل يفتح أبوابه"
    )
    assert (
        first["text"][first["source_line_start"] : first["source_line_end"]]
        == "(المصدر: وكالة الساحل، بتاريخ 9/1/2024)"
    )
    assert first["sha256"] == hashlib.sha256((raw / "a.txt").read_bytes()).hexdigest()
    assert articles["article_id"][1] == frames.article_id("الساحل", "http://example.org/1", None, BODY + " 1")
    assert rejects[["origin", "reason"]].values.tolist() == [
        ["b/2024-01-10.json#2", "no text"],
        ["c.jsonl#2", "not parsed"],
        ["d.csv#2", "ragged row"],
    ]
    assert counts["files"] == 6 and counts["warnings"] == {}


def test_names_with_a_meaning_are_never_articles(raw):
    for name in (
        "actors.tsv",
        "concepts.tsv",
        "events.tsv",
        "corrections.tsv",
        "answers.jsonl",
        "codes/a.csv",
        "README.md",
        "LICENSE",
        ".hidden.txt",
        ".git/x.txt",
    ):
        put(raw, name, "text\tx\n" + BODY + "\tx\n")
    put(raw, "collection.toml", '[defaults]\noutlet = "مرسى"\n')
    put(raw, "b/events.tsv", "text\tx\nخبر آخر\tx\n")
    articles, _, counts = load()
    assert articles["origin"].tolist() == ["b/events.tsv#1"] and articles["outlet"].tolist() == ["مرسى"]
    assert counts["ignored"] >= 8
    prints = collection.fingerprint(raw)
    assert set(prints) == {
        "actors.tsv",
        "concepts.tsv",
        "events.tsv",
        "corrections.tsv",
        "answers.jsonl",
        "codes/a.csv",
        "collection.toml",
        "b/events.tsv",
    }
    assert prints["actors.tsv"] == hashlib.sha256((raw / "actors.tsv").read_bytes()).hexdigest()


def test_the_second_of_two_equal_articles_is_a_duplicate(raw):
    put(
        raw,
        "a.jsonl",
        "\n".join(
            [
                dumps({"text": BODY, "outlet": "أ"}),
                dumps({"text": BODY, "outlet": "ب"}),
                dumps({"text": BODY, "outlet": "أ"}),
            ]
        ),
    )
    with zipfile.ZipFile(raw / "b.zip", "w") as archive, pytest.warns(UserWarning):
        archive.writestr("x.txt", "خبر")
        archive.writestr("x.txt", "خبر")
    articles, rejects, _ = load()
    assert len(articles) == 3
    assert (
        rejects["reason"].tolist() == ["duplicate"] * 2
        and "a.jsonl#1" in rejects["detail"][0]
        and rejects["origin"][0] == "a.jsonl#3"
    )


def test_mojibake_is_rejected(raw):
    put(raw, "a.txt", BODY.encode().decode("cp1256", "replace"))
    put(
        raw,
        "b.jsonl",
        dumps({"text": BODY.encode("cp1256").decode("latin-1")})
        + '\n{"text": "?????? ???? ??"}\n{"text": "\\ud83d نص"}\n'
        + dumps({"text": BODY}),
    )
    articles, rejects, _ = load()
    assert articles["origin"].tolist() == ["b.jsonl#4"] and rejects["reason"].tolist() == ["encoding"] * 4


def test_a_date_that_is_none_keeps_the_article_and_is_noted(raw):
    put(
        raw,
        "a.jsonl",
        dumps({"text": BODY, "date": "قريباً\n"}) + "\n" + dumps({"text": BODY + "!", "date": "1/13/2024"}),
    )
    articles, _, counts = load()
    assert articles["published"].isna().all() and set(articles["published_basis"]) == {"unknown"}
    assert counts["warnings"] == {"the date in 'date' was not understood": {"n": 2, "example": "قريباً\\n"}}


def test_settings_by_pattern_and_what_they_miss(raw):
    put(
        raw,
        "collection.toml",
        '[files."س/*"]\nfields = { text = "matn", title = "nowhere" }\ndefaults = { outlet = "الساحل" }\n'
        '[files."typo/*"]\noutlet = "x"\n',
    )
    put(raw, "س/a.jsonl", dumps({"matn": BODY}))
    put(raw, "b.jsonl", dumps({"text": BODY}))
    articles, _, counts = load()
    assert articles["outlet"].fillna("").tolist() == ["", "الساحل"]
    assert {kind: entry["example"] for kind, entry in counts["warnings"].items()} == {
        "a field that collection.toml names stands in no record": "nowhere",
        "a pattern of collection.toml fits no file": "typo/*",
    }


def test_names_that_hurt(raw, tmp_path):
    put(raw, 'سطر\nو"علامة".txt', BODY)
    os.makedirs(os.fsencode(raw) + b"/\xff\xfe")
    with open(os.fsencode(raw) + b"/\xff\xfe/\xff.txt", "wb") as stream:
        stream.write((BODY + "1").encode())
    os.symlink(raw, raw / "loop")
    os.symlink(raw / "nothing", raw / "broken.txt")
    os.mkfifo(raw / "pipe.txt")
    put(raw, "empty.txt", "")
    articles, rejects, _ = load()
    assert sorted(articles["origin"]) == ["\\xff\\xfe/\\xff.txt#1", 'سطر\\nو"علامة".txt#1']
    assert rejects[["origin", "reason"]].values.tolist() == [
        ["broken.txt", "not readable"],
        ["empty.txt", "empty file"],
        ["pipe.txt", "not readable"],
    ]
    assert set(collection.fingerprint(raw)) >= {'سطر\\nو"علامة".txt', "\\xff\\xfe/\\xff.txt"}


def test_an_unknown_and_an_empty_collection(raw):
    with pytest.raises(CollectionError, match="no files"):
        collection.load("marsa", progress=False)
    with pytest.raises(CollectionError, match="There are marsa"):
        collection.load("mrsa", progress=False)
    put(raw, "a.jsonl", "{}")
    articles, rejects, _ = load()
    assert len(articles) == 0 and rejects["reason"].tolist() == ["no text"]


def test_the_order_and_the_frames_are_the_same_each_time(raw):
    for n in (3, 1, 2):
        put(raw, f"{n}.jsonl", "\n".join(dumps({"text": f"{BODY} {n} {i}", "date": "2024-01-09"}) for i in range(5)))
    one, two = load()[0], load()[0]
    pd.testing.assert_frame_equal(one, two)
    assert one["origin"].tolist() == [f"{n}.jsonl#{i}" for n in (1, 2, 3) for i in range(1, 6)]


def test_more_articles_than_a_batch(raw, monkeypatch):
    monkeypatch.setattr(collection, "BATCH", 3)
    put(raw, "a.jsonl", "\n".join(dumps({"text": f"{BODY} {i}", "id": i}) for i in range(7)))
    articles, _, _ = load()
    assert articles.index.tolist() == list(range(7)) and articles["record_id"].tolist() == list("0123456")


def test_inspect_says_what_would_load_and_writes_settings_once(raw):
    put(
        raw,
        "س/a.jsonl",
        "\n".join(
            [
                dumps({"content": BODY, "date_extracted": "2024-01-09", "source": "الساحل", "tags": []}),
                dumps({"content": ""}),
                dumps({"content": BODY, "x": 1}),
            ]
        ),
    )
    put(raw, "b.txt", "خبر عاجل\n\n" + BODY)
    put(raw, "c.txt", b"\x00\x01\x02")
    said = inspection.inspect("marsa", progress=False)
    for part in (
        "3 files, 5 records: 3 articles, 2 rejects",
        "س/*.jsonl",
        "content (2)",
        "date_extracted (1, day of a crawl)",
        "not used:  tags, x",
        "1 no text",
        "1 encoding",
        "2024-01-09",
        "الساحل",
        "خبر عاجل",
        "1 article with the text",
        "title at the head (1)",
        "has been written",
    ):
        assert part in said, part
    file = raw / "collection.toml"
    template = file.read_text(encoding="utf-8")
    assert '"content"' in template and '# [files."س/*.jsonl"]' in template
    assert collection.settings(raw) == collection.Settings()
    before = load()
    edited = template.replace('# outlet = "…"', 'outlet = "مرسى"', 1)
    file.write_text(edited, encoding="utf-8")
    again = inspection.inspect("marsa", progress=False)
    assert "(unchanged)" in again and "مرسى" in again
    assert load()[0]["text"].equals(before[0]["text"])


def test_the_commented_settings_are_valid_once_uncommented(raw):
    put(raw, 'a "b".csv', 'text,"الت""اريخ",url\n' + BODY + ",2024-01-09,http://example.org\n")
    inspection.inspect("marsa", progress=False)
    file = raw / "collection.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    used = [
        line[2:]
        if line.startswith("# ")
        and ("=" in line or line.startswith("# ["))
        and "Take away" not in line
        and "run `" not in line
        and "says" not in line[:40]
        else line
        for line in lines
    ]
    file.write_text("\n".join(line for line in used if '"…"      # not found' not in line), encoding="utf-8")
    found = collection.settings(raw)
    assert found.fields["text"] == "text" and found.published_basis == "crawl" and found.files[0][0] == "*.csv"


def test_inspect_leaves_read_only_folders_and_links_alone(raw, tmp_path):
    put(raw, "a.txt", BODY)
    os.symlink(raw, tmp_path / "data" / "raw" / "link")
    assert "read-only or a link" in inspection.inspect("link", progress=False)
    raw.chmod(0o555)
    assert "read-only or a link" in inspection.inspect("marsa", progress=False)
    raw.chmod(0o755)
    assert os.listdir(raw) == ["a.txt"]
