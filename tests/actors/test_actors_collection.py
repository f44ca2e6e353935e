"""A collection's own actors.tsv: what it adds, what it overrides, what it may not say."""

from datetime import date

import pytest

from analysis.actors import identify, load, mentions
from analysis.errors import LexiconError

HEADER = "actor_id\tname_ar\tname_en\tkind\tcountry\tparent\taliases\troles\n"


def table(tmp_path, *rows, header=HEADER):
    file = tmp_path / "actors.tsv"
    file.write_text(header + "".join(row + "\n" for row in rows), encoding="utf-8")
    return file


def test_a_new_actor_is_found_by_name_alias_and_role(tmp_path):
    role = "وزير الظلال الفرنسي|2016-01-01|2016-12-31"
    actors = load(table(tmp_path, f"x-1\tرهوان الزنبقي\tRahwan\tperson\tfr\t\tأبو زنبق\t{role}"))
    found = mentions("قال رهوان الزنبقي ثم غادر أبو زنبق. وأعلن وزير الظلال الفرنسي ذلك.", date(2016, 5, 1), actors)
    assert [(m.surface, m.actor_id) for m in found] == [
        ("رهوان الزنبقي", "x-1"), ("أبو زنبق", "x-1"), ("وزير الظلال الفرنسي", "x-1"),
    ]
    assert found[2].role == "وزير الظلال الفرنسي"
    assert not mentions("أعلن وزير الظلال الفرنسي ذلك.", date(2017, 5, 1), actors)


def test_overriding_keeps_what_the_row_leaves_empty(tmp_path):
    actors = load(table(tmp_path, "john-kerry\t\tMr Kerry\t\t\t\tأبو زنبق\t"))
    assert actors.actors["john-kerry"].name_en == "Mr Kerry"
    assert actors.actors["john-kerry"].name_ar == load().actors["john-kerry"].name_ar
    assert identify("أبو زنبق", None, actors) == "john-kerry"


def test_the_collection_wins_over_the_package(tmp_path):
    role = "وزير الخارجية الأميركي|2016-01-01|2016-12-31"
    actors = load(table(tmp_path, f"mine\tسامي الزنبقي\t\tperson\tus\t\tجون كيري\t{role}"))
    assert identify("جون كيري", None, actors) == "mine"
    assert identify("وزير خارجية أمريكا", date(2016, 6, 1), actors) == "mine"
    assert identify("وزير الخارجية الأميركي", date(2015, 6, 1), actors) == "john-kerry"


def test_the_digest_tells_tables_apart(tmp_path):
    one = load(table(tmp_path, "x-1\tرهوان الزنبقي\t\tperson"))
    assert one != load() and hash(one) != hash(load())
    assert one == load(tmp_path / "actors.tsv")


@pytest.mark.parametrize(
    ("rows", "line", "column"),
    [
        (["x-1\t\t\tperson"], 2, "name_ar"),
        (["x-1\tرهوان الزنبقي"], 2, "kind"),
        (["x-1\tرهوان الزنبقي\t\tking"], 2, "kind"),
        (["# a comment", "", "x-1\tرهوان الزنبقي\t\tperson\t\t\tز"], 4, "aliases"),
        (["x-1\tرهوان الزنبقي\t\tperson", "x-2\tسامي الزنبقي\t\tperson\t\t\tرهوان الزنبقى"], 3, "aliases"),
        (["x-1\tرهوان الزنبقي\t\tperson\t\t\t\tرئيس|أمس|"], 2, "roles"),
        (["x-1\tرهوان الزنبقي\t\tperson\t\t\t\tرئيس|2016|2016"], 2, "roles"),
        (["x-1\tرهوان الزنبقي\t\tperson\t\t\t\tرئيس|2016-02-30|"], 2, "roles"),
        (["x-1\tرهوان الزنبقي\t\tperson\t\t\t\t|2016|2017"], 2, "roles"),
        (["\tرهوان الزنبقي\t\tperson"], 2, "actor_id"),
    ],
)
def test_a_bad_row_is_named_by_file_line_and_column(tmp_path, rows, line, column):
    with pytest.raises(LexiconError) as error:
        load(table(tmp_path, *rows))
    assert "actors.tsv" in str(error.value) and f"line {line}" in str(error.value) and f"'{column}'" in str(error.value)


def test_a_missing_file_and_another_encoding_are_said(tmp_path):
    with pytest.raises(LexiconError, match="no such table"):
        load(tmp_path / "actors.tsv")
    (tmp_path / "actors.tsv").write_bytes(HEADER.encode() + "x-1\tرهوان\t\tperson".encode("cp1256"))
    with pytest.raises(LexiconError, match="not UTF-8"):
        load(tmp_path / "actors.tsv")
