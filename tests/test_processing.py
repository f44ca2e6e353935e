"""Processing: every record counted, nothing made twice, and the last good frames whatever happens."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys

import pandas as pd
import pytest
from needed import needs
from test_store import contents

from analysis import collection as collections
from analysis import frames, paths, processing, reading, store
from analysis.errors import CollectionError

TEXT = """أعلنت وزارة الموانئ في رمالة اليوم الاثنين بدء العمل في الرصيف الجديد.

وقال المدير العام للميناء سامر الوادي إن الرصيف سيفتح أمام السفن في آذار المقبل، مضيفا أن الكلفة بلغت 12 مليون دينار.
وقالت هالة النهري، رئيسة نقابة العاملين: «لن نقبل بتأجيل الرواتب شهرا آخر»، ودعت الوزارة إلى الحوار.
وأكد مصدر مطلع رقم {n} أن الحوار بدأ أمس."""
ACTORS = "actor_id\tname_ar\tname_en\tkind\nx-wadi\tسامر الوادي\tSamer Alwadi\tperson\n"


def article(n, **other):
    return {"id": f"a{n}", "date": "2024-01-08", "outlet": "صوت الساحل", "title": f"خبر {n}", "text": TEXT.format(n=n)} | other


def put(home, articles, name="own", file="articles.jsonl"):
    """Write articles as a collection's file of JSON Lines; a string stands for itself."""
    folder = home / "data" / "raw" / name
    folder.mkdir(parents=True, exist_ok=True)
    lines = [a if isinstance(a, str) else json.dumps(a, ensure_ascii=False) for a in articles]
    (folder / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of its own with a collection of 12 records, of which 9 become articles."""
    monkeypatch.setenv("TASRIH_HOME", str(tmp_path))
    bad = ['{"id": "cut", "text": "قال', article(1), {"id": "no text", "date": "2024-01-08"}]
    folder = put(tmp_path, [article(n) for n in range(9)] + bad)
    (folder / "actors.tsv").write_text(ACTORS, encoding="utf-8")
    return tmp_path


def process(**options):
    return processing.process("own", progress=False, **options)


def snapshot():
    """Return name, inode, time and content of every file of the frames: equal only where nothing was written."""
    folder = paths.processed("own")
    return {p.name: (p.stat().st_ino, p.stat().st_mtime_ns, p.read_bytes()) for p in sorted(folder.iterdir())}


# ---- counts


def test_every_record_is_an_article_or_a_reject(home):
    counts = process()["counts"]
    assert (counts["records"], counts["articles rows"], counts["rejects rows"]) == (12, 9, 3)
    assert counts["records"] == len(store.read("own", "articles")) + len(store.read("own", "rejects"))
    for name in frames.FRAMES:
        assert counts[f"{name} rows"] == len(store.read("own", name))


def test_the_frames_fit_together(home):
    process()
    articles, statements = store.read("own", "articles"), store.read("own", "statements")
    texts = dict(zip(articles["article_id"], articles["text"]))
    assert len(statements) >= 9
    for row in statements.itertuples():
        spans = json.loads(row.spans)
        assert row.content == " … ".join(texts[row.article_id][start:end] for start, end in spans)
        assert texts[row.article_id][row.cue_start : row.cue_end] == row.cue
    for name in ("dates", "mentions"):
        assert set(store.read("own", name)["article_id"]) <= set(texts)
    assert set(store.read("own", "stances")["statement_id"]) <= set(statements["statement_id"])
    assert set(statements["parent_id"].dropna()) <= set(statements["statement_id"])
    known = set(store.read("own", "actors")["actor_id"])
    assert "x-wadi" in known
    assert set(statements["speaker_id"].dropna()) <= known
    assert set(store.read("own", "mentions")["actor_id"]) <= known


def test_the_collection_s_own_actors_are_found(home):
    process()
    statements = store.read("own", "statements")
    assert set(statements.loc[statements["speaker"] == "سامر الوادي", "speaker_id"]) == {"x-wadi"}


def test_copies_share_a_cluster_and_stay(home):
    put(home, [article(1, outlet=name) for name in ("أ", "ب")] + [article(2)], file="copies.jsonl")
    process()
    articles = store.read("own", "articles")
    copies = articles[articles["text"] == TEXT.format(n=1)]
    assert len(copies) == 3 and copies["cluster_id"].nunique() == 1
    assert copies["cluster_id"].iloc[0] == copies["article_id"].iloc[0]
    assert len(articles) == 11  # article 2 came with the same outlet, title and text: a duplicate, rejected


def test_one_process_and_many_make_the_same_frames(home, monkeypatch):
    monkeypatch.setattr(processing, "SHARD", 2)
    process(workers=1)
    alone = contents(paths.processed("own"))
    store.clean("own")
    process(workers=3)
    assert contents(paths.processed("own")) == alone


def test_half_a_surrogate_pair_does_not_cost_the_collection(home):
    put(home, ['{"id": "s", "date": "2024-01-08", "text": "قال سامر \\ud800 الوادي إن الميناء سيفتح قريبا أمام السفن."}'], file="s.jsonl")
    counts = process()["counts"]
    assert counts["records"] == 13 == counts["articles rows"] + counts["rejects rows"]


# ---- nothing twice


def test_a_second_run_does_nothing(home, monkeypatch):
    first = process()
    before = snapshot()
    monkeypatch.setattr(collections, "load", lambda *_, **__: pytest.fail("the articles were loaded again"))
    assert process() == first
    assert snapshot() == before


def test_a_run_from_nothing_gives_the_same_bytes(home):
    process()
    before = contents(paths.processed("own"))
    store.clean("own")
    process()
    assert contents(paths.processed("own")) == before


def test_a_changed_file_is_read_again(home):
    first = process()
    put(home, [article(n) for n in range(4)])
    second = process()
    assert (first["counts"]["articles rows"], second["counts"]["articles rows"]) == (9, 4)
    assert first["inputs"] != second["inputs"]
    assert len(store.read("own", "articles")) == 4


@pytest.mark.parametrize("name", ["actors.tsv", "collection.toml"])
def test_a_changed_table_or_setting_counts_as_a_change(home, name):
    process()
    content = {"actors.tsv": ACTORS.replace("x-wadi", "y-wadi"), "collection.toml": 'outlet = "أخرى"\n'}[name]
    (home / "data" / "raw" / "own" / name).write_text(content, encoding="utf-8")
    before = snapshot()
    process()
    assert snapshot() != before


def test_another_program_makes_the_frames_again(home, monkeypatch):
    process()
    before = snapshot()
    monkeypatch.setattr(processing, "program_digest", lambda: "another")
    assert process()["made_by"]["program"] == "another"
    assert snapshot() != before


def test_the_program_is_every_module_that_frames_depend_on():
    digests = {processing.program_digest.__wrapped__() for _ in range(2)}
    assert len(digests) == 1


def test_a_frame_that_was_deleted_is_made_again(home):
    process()
    (paths.processed("own") / "dates.parquet").unlink()
    process()
    assert len(store.read("own", "dates"))


def test_raw_data_is_not_changed(home):
    before = contents(home / "data" / "raw")
    process()
    assert contents(home / "data" / "raw") == before


# ---- failures


class Broken(Exception):
    pass


def broken(*_, **__):
    raise Broken


@pytest.mark.parametrize(
    ("module", "name", "error"),
    [
        (collections, "load", Broken),
        (processing, "read_all", Broken),
        (processing, "_with_days", Broken),
        (store, "publish", Broken),
        (pd.DataFrame, "to_parquet", Broken),
        (processing, "read_all", KeyboardInterrupt),
        (pd.DataFrame, "to_parquet", KeyboardInterrupt),
    ],
)
def test_a_failure_in_the_middle_leaves_the_last_frames(home, monkeypatch, module, name, error):
    process()
    before, everything = snapshot(), contents(home)
    put(home, [article(20)], file="more.jsonl")

    def failing(*_, **__):
        raise error

    monkeypatch.setattr(module, name, failing)
    with pytest.raises(error):
        process()
    assert snapshot() == before
    assert set(contents(home)) == {*everything, "data/raw/own/more.jsonl"}  # and nothing half-made


def test_one_article_that_cannot_be_read_does_not_cost_the_others(home, monkeypatch):
    read = reading.read

    def fragile(one, actors):
        if "رقم 3" in one["text"]:
            raise ValueError("boom")
        return read(one, actors)

    monkeypatch.setattr(reading, "read", fragile)
    counts = process(workers=1)["counts"]
    assert counts["articles rows"] == 8 and counts["rejects rows"] == 4
    reject = store.read("own", "rejects").query("reason == 'not read'").iloc[0]
    assert reject["origin"] == "articles.jsonl#4" and "boom" in reject["detail"]


def test_records_that_get_lost_are_an_error(home, monkeypatch):
    load = collections.load

    def losing(*arguments, **options):
        articles, rejects, counts = load(*arguments, **options)
        return articles.iloc[1:], rejects, counts

    monkeypatch.setattr(collections, "load", losing)
    with pytest.raises(CollectionError, match="12 records came in, but 8 articles and 3 rejects came out"):
        process()
    assert store.manifest("own") is None


def test_a_collection_of_only_rejects_is_an_error_with_its_reasons(home):
    put(home, [{"id": "no text"}], name="only")
    with pytest.raises(CollectionError, match="none of its 1 records became an article: no text.*make inspect COLLECTION=only"):
        processing.process("only", progress=False)
    assert store.manifest("only") is None


# ---- Ctrl-C

BAR = re.compile(rb"Reading articles:\s+\d+%")


def until(terminal, pattern):
    """Read a terminal until it has shown the pattern; return what it showed."""
    shown = b""
    while not pattern.search(shown):
        try:
            shown += os.read(terminal, 4096)
        except OSError:  # Linux: the other end is closed
            pytest.fail(f"the program ended after: {shown.decode()}")
    return shown


def rest(terminal):
    shown = b""
    while True:
        try:
            more = os.read(terminal, 4096)
        except OSError:  # Linux: the other end is closed
            return shown
        if not more:
            return shown
        shown += more


def test_ctrl_c_while_articles_are_read_leaves_the_last_frames(home):
    process()
    before, everything = snapshot(), contents(home)
    put(home, [article(n) for n in range(100, 2100)], file="many.jsonl")
    needs(os.name == "posix", "no POSIX terminal: run the tests on Linux, on a Mac or in WSL")
    import pty
    import termios

    # A terminal: bars are shown only there. Its own session: the signal goes to every process in it, as Ctrl-C does.
    terminal, inside = pty.openpty()
    termios.tcsetwinsize(inside, (24, 100))
    command = [sys.executable, "-m", "analysis", "process", "--collection", "own"]
    running = subprocess.Popen(command, stdin=inside, stdout=inside, stderr=inside, start_new_session=True, cwd=home)
    os.close(inside)
    shown = until(terminal, BAR)
    os.killpg(running.pid, signal.SIGINT)
    shown += rest(terminal)
    os.close(terminal)
    text = shown.decode()
    assert running.wait() == 130, text
    assert "interrupted; what was there before is as it was" in text
    assert "Traceback" not in text, text
    assert snapshot() == before
    assert set(contents(home)) == {*everything, "data/raw/own/many.jsonl"}
