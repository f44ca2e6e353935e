"""The store: frames come back as they went in, and are replaced as a whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager

import invented
import pandas as pd
import pytest

from analysis import frames, paths, store
from analysis.errors import CollectionError, FrameError


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def folder(tmp_path):
    """Return two folders: a published one and a finished next version of it."""
    place = tmp_path / "place"
    place.mkdir()
    (place / "page").write_text("old")
    made = store.workshop(place)
    (made / "page").write_text("new")
    return place, made


class Death(BaseException):
    """The machine goes off: nothing of the program runs any more."""


@contextmanager
def death_at_rename(n):
    """The program dies at the nth rename, before it happens."""
    rename, done = os.rename, []

    def dying(*arguments):
        done.append(arguments)
        if len(done) == n:
            raise Death
        rename(*arguments)

    with pytest.MonkeyPatch.context() as patch, pytest.raises(Death):
        patch.setattr(os, "rename", dying)
        yield


def test_publish_puts_the_new_in_the_place_of_the_old(folder):
    place, made = folder
    store.publish(made, place)
    assert contents(place) == {"page": b"new"}
    assert list(place.parent.iterdir()) == [place]


def test_publish_makes_a_place_that_was_not_there(tmp_path):
    place = tmp_path / "deep" / "place"
    made = store.workshop(place)
    (made / "page").write_text("new")
    store.publish(made, place)
    assert contents(place) == {"page": b"new"}


@pytest.mark.parametrize("n", [1, 2])
def test_a_death_before_a_rename_leaves_the_old(folder, n):
    place, made = folder
    with death_at_rename(n):
        store.publish(made, place)
    store.recover(place)
    assert contents(place) == {"page": b"old"}
    store.publish(made, place)  # and the next try goes through
    assert contents(place) == {"page": b"new"}
    assert list(place.parent.iterdir()) == [place]


def test_a_death_after_both_renames_leaves_the_new(folder):
    place, made = folder

    def dying(*arguments, **options):
        raise Death

    with pytest.MonkeyPatch.context() as patch, pytest.raises(Death):
        patch.setattr(shutil, "rmtree", dying)
        store.publish(made, place)
    store.recover(place)
    assert contents(place) == {"page": b"new"}
    assert list(place.parent.iterdir()) == [place]


def test_recover_of_what_is_whole_or_never_was_does_nothing(folder, tmp_path):
    place, _ = folder
    store.recover(place)
    store.recover(tmp_path / "never")
    assert contents(place) == {"page": b"old"}
    assert not (tmp_path / "never").exists()


def test_a_workshop_is_empty_whatever_was_left_in_it(folder):
    place, made = folder
    (made / "half").write_text("x")
    again = store.workshop(place)
    assert again == made and not list(again.iterdir())


def test_frames_come_back_as_they_went_in(home):
    for name, frame in invented.collection().items():
        pd.testing.assert_frame_equal(store.read("tiny", name).reset_index(drop=True), frame.reset_index(drop=True))


def test_some_columns_of_a_frame(home):
    assert list(store.read("tiny", "articles", ["article_id", "outlet"]).columns) == ["article_id", "outlet"]


def test_the_same_frames_give_the_same_bytes(home):
    before = contents(paths.processed("tiny"))
    store.write("tiny", invented.collection(), {"collection": "tiny"})
    assert contents(paths.processed("tiny")) == before


def test_frames_that_break_their_contract_leave_the_old_ones_and_nothing_else(home):
    before = contents(home)
    tables = invented.collection()
    tables["statements"] = tables["statements"].assign(type="shouted")
    with pytest.raises(FrameError, match="statements.*type.*shouted"):
        store.write("tiny", tables, {})
    assert contents(home) == before


def test_a_frame_that_cannot_be_written_leaves_the_old_ones_and_nothing_else(home, monkeypatch):
    before = contents(home)
    write = pd.DataFrame.to_parquet

    def full(frame, path, **options):
        if "dates" in str(path):
            raise OSError(28, "No space left on device", str(path))
        write(frame, path, **options)

    monkeypatch.setattr(pd.DataFrame, "to_parquet", full)
    with pytest.raises(OSError):
        store.write("tiny", invented.collection(8), {})
    assert contents(home) == before


def test_frames_are_found_again_after_a_death_between_the_renames(home):
    before = contents(paths.processed("tiny"))
    with death_at_rename(2):
        store.write("tiny", invented.collection(8), {})
    assert len(store.read("tiny", "articles")) == 48
    assert contents(paths.processed("tiny")) == before


def test_a_manifest_is_found_again_after_a_death_between_the_renames(home):
    with death_at_rename(2):
        store.write("tiny", invented.collection(8), {})
    assert store.manifest("tiny") == {"collection": "tiny"}


@pytest.mark.parametrize("content", ["", "{", "\0\0", "[1"])
def test_a_manifest_that_was_cut_counts_as_none(home, content):
    (paths.processed("tiny") / store.MANIFEST).write_text(content)
    assert store.manifest("tiny") is None


def test_what_is_not_there_is_said_in_a_sentence(home):
    with pytest.raises(CollectionError, match="make process COLLECTION=none"):
        store.read("none", "articles")
    assert store.manifest("none") is None


def test_a_cut_frame_is_said_in_a_sentence(home):
    file = paths.processed("tiny") / "dates.parquet"
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(FrameError, match="delete .* and run again"):
        store.read("tiny", "dates")


def test_a_frame_somebody_has_changed_is_refused(home):
    file = paths.processed("tiny") / "statements.parquet"
    pd.read_parquet(file).drop(columns="speaker").to_parquet(file)
    with pytest.raises(FrameError, match="statements.*speaker"):
        store.read("tiny", "statements")


def test_clean_deletes_what_was_made_and_nothing_of_the_user_s(home):
    own = home / "data" / "raw" / "tiny" / "corrections.tsv"
    for file in (own, home / "reports" / "tiny" / "a" / "index.html", home / "reports" / "other" / "index.html"):
        file.parent.mkdir(parents=True)
        file.write_text("x")
    assert store.clean("tiny") == [paths.processed("tiny"), home / "reports" / "tiny"]
    assert own.exists() and (home / "reports" / "other" / "index.html").exists()
    assert store.clean("tiny") == []


def test_clean_leaves_nothing_to_come_back(home):
    with death_at_rename(2):
        store.write("tiny", invented.collection(8), {})
    store.clean("tiny")
    assert store.manifest("tiny") is None
    assert not [p for p in paths.processed("tiny").parent.iterdir()]


# ---- the contract


def test_make_orders_columns_and_fills_what_is_missing():
    frame = frames.make("rejects", [{"detail": "d", "origin": "o", "reason": "r"}])
    assert list(frame.columns) == ["origin", "reason", "detail"]
    statement = {c.name: None for c in frames.FRAMES["stances"]} | dict(statement_id="s", target="t", stance=1, rule="r")
    assert frames.make("stances", [statement])["evidence_start"].isna().all()


@pytest.mark.parametrize("name", frames.FRAMES)
def test_an_empty_frame_keeps_its_dtypes(name, tmp_path):
    frame = frames.make(name, [])
    assert [str(d) for d in frame.dtypes] == [c.dtype for c in frames.FRAMES[name]]
    frame.to_parquet(tmp_path / "f.parquet", index=False)
    frames.check(name, pd.read_parquet(tmp_path / "f.parquet"))


def test_a_row_that_lacks_what_is_required_is_named():
    with pytest.raises(FrameError, match="rejects.*reason"):
        frames.make("rejects", [{"origin": "o", "detail": "d"}])


def test_two_rows_with_one_key_are_refused():
    with pytest.raises(FrameError, match="actors"):
        frames.make("actors", [dict(actor_id="a", name_ar="ا", kind="person")] * 2)


def test_ids_depend_on_every_part_and_on_nothing_else():
    ids = [frames.article_id(*parts) for parts in (("o", "u", "t", "x"), ("o", "u", "s", "x"), ("p", "u", "t", "x"), ("o", None, "t", "x"), ("o", "u", "t", "y"))]
    assert ids[0] == ids[1]  # with a URL, the title does not count
    assert len(set(ids)) == 4
    assert frames.digest("a", "b") != frames.digest("ab", None)
    assert frames.statement_id("a", (1, 2), [(3, 4)]) == frames.statement_id("a", [1, 2], [[3, 4]])
    assert frames.statement_id("a", None, [[3, 4]]) != frames.statement_id("a", (1, 2), [[3, 4]])
    assert json.dumps(frames.article_id("o", None, None, "\ud800"))  # half a surrogate pair has an id too
