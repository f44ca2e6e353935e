import csv
import io
import json

import pytest

from analysis.loaders import formats, jsonarray, lines
from analysis.loaders.record import printable


def dumps(value):
    return json.dumps(value, ensure_ascii=False)


def test_plain_text_is_the_whole_file_code_point_for_code_point(read, text):
    body = "\ufeff".join(["", "\r\n \u200f" + text + "\x0b\u2028\r\n"])
    records, rejects = read("مقال.txt", body.encode())
    assert records[0].fields["text"] == body[1:] and records[0].origin == "مقال.txt#1" and not rejects
    assert records[0].format == "text"


def test_json_lines_keep_newlines_entities_and_separators(read, text):
    rows = [{"text": text}, {"text": "\u2028\u2029 &lt;b&gt; \x85"}, {"content": "x", "n": 3}]
    records, rejects = read("a.jsonl", ("\n\n".join(map(dumps, rows)) + "\r\n").encode())
    assert [r.fields for r in records] == rows and not rejects
    assert [r.origin for r in records] == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3"]


def test_a_bad_line_is_one_reject(read):
    data = (
        '{"text": "واحد"}\n{"text": "اثنان\n[1, 2]\n"سطر"\n{"text": "ثلاثة"}\n'
        + "[" * 100_000
        + "\n"
        + '{"text": "أربعة"}'
    )
    records, rejects = read("a.jsonl", data.encode())
    assert [r.fields["text"] for r in records] == ["واحد", "ثلاثة", "أربعة"]
    assert [(r.origin, r.reason) for r in rejects] == [
        ("a.jsonl#2", "not parsed"),
        ("a.jsonl#3", "not a record"),
        ("a.jsonl#4", "not a record"),
        ("a.jsonl#6", "not parsed"),
    ]


def test_a_first_line_that_is_broken_does_not_take_the_rest_with_it(read):
    records, rejects = read("a.jsonl", '{"text": "اثنان\n{"text": "ثلاثة"}\n'.encode())
    assert len(records) == 1 and len(rejects) == 1
    records, rejects = read("a.jsonl", 'ليس JSON\n{"text": "ثلاثة"}\n'.encode())
    assert len(records) == 1 and len(rejects) == 1


def test_json_arrays_whole_pretty_and_single(read, text):
    rows = [{"text": text, "n": i} for i in range(30)]
    for data in (dumps(rows), json.dumps(rows, indent=2), "\n " + json.dumps(rows, ensure_ascii=True)):
        records, rejects = read("a.json", data.encode())
        assert [r.fields for r in records] == rows and not rejects and records[0].format == "JSON"
    records, rejects = read("a.json", json.dumps(rows[0], indent=2).encode())
    assert [r.fields for r in records] == rows[:1] and not rejects
    records, rejects = read("a.json", "\n".join(map(dumps, rows)).encode())
    assert [r.fields for r in records] == rows and records[0].format == "JSON Lines"


def test_json_in_utf16_and_under_other_names(read, text):
    rows = [{"text": text}, {"text": "ثان"}]
    for name, data in (
        ("a.json", dumps(rows).encode("utf-16")),
        ("a.jsonl", "\n".join(map(dumps, rows)).encode("utf-16")),
        ("a.jsonl", dumps(rows).encode()),
        ("a.txt", "\n".join(map(dumps, rows)).encode()),
        ("a", dumps(rows).encode()),
        ("a.dat", dumps(rows).encode()),
    ):
        records, rejects = read(name, data)
        assert [r.fields for r in records] == rows and not rejects, name


@pytest.mark.parametrize("cut", [1, 40, 777, 1500])
def test_a_cut_array_yields_its_whole_records_and_one_reject(read, text, cut):
    rows = [{"text": text[:90], "n": i} for i in range(20)]
    data = dumps(rows).encode()[:-cut]
    records, rejects = read("a.json", data)
    assert [r.fields for r in records] == rows[: len(records)]
    assert len(rejects) == 1 and rejects[0].reason == "not parsed"
    size = len(dumps(rows[0]).encode()) + 2
    assert len(records) >= 20 - cut // size - 1


def test_an_array_larger_than_the_window(read, monkeypatch):
    monkeypatch.setattr(jsonarray, "PIECE", 7)
    rows = [{"text": 'قال: "نعم\\" ثم ] و} {"' * 3, "n": i, "l": [[], {}]} for i in range(20)] + [
        12345,
        "نص",
        None,
        1.5e10,
    ]
    records, rejects = read("a.json", dumps(rows).encode())
    assert [r.fields for r in records] == rows[:20]
    assert [r.reason for r in rejects] == ["not a record"] * 4


def test_broken_and_deep_elements_are_passed_over(read, monkeypatch):
    for piece in (1 << 20, 5):
        monkeypatch.setattr(jsonarray, "PIECE", piece)
        deep = '{"a":' * 100_000 + "1" + "}" * 100_000 if piece > 5 else '{"a": nope, "b": "]}"}'
        data = '[{"text": "أ"}, %s, {"text": "ب" "c"}, {"text": "ج"}]' % deep
        records, rejects = read("a.json", data.encode())
        assert [r.fields["text"] for r in records] == ["أ", "ج"]
        assert [r.origin for r in rejects] == ["a.json#2", "a.json#3"]


def test_what_is_no_array(read):
    for data, reason in (
        (b"", "empty file"),
        (b"[]", "empty file"),
        (b" \n ", "empty file"),
        (b"nonsense", "not parsed"),
        (b"[1}", "not parsed"),
        (b"[{}] [{}]", "not parsed"),
    ):
        records, rejects = read("a.json", data)
        assert rejects[-1].reason == reason, data


def as_csv(rows, **options):
    stream = io.StringIO(newline="")
    csv.writer(stream, **options).writerows(rows)
    return stream.getvalue().encode()


def test_delimited_text_with_every_delimiter(read, text):
    rows = [["العنوان", "النص"], ["سد النخيل", text], ['قال "نعم"; | ,', "سطر\r\nثان\tهنا"]]
    for name, options in (
        ("a.csv", {}),
        ("a.csv", {"delimiter": ";"}),
        ("a.csv", {"delimiter": "\t"}),
        ("a.tsv", {"delimiter": "\t"}),
        ("a.csv", {"delimiter": "|", "lineterminator": "\n"}),
    ):
        records, rejects = read(name, b"\xef\xbb\xbf" + as_csv(rows, **options))
        assert [list(r.fields.values()) for r in records] == rows[1:] and not rejects
        assert list(records[0].fields) == rows[0]


def test_long_cells_and_the_hint_of_spreadsheets(read):
    records, rejects = read("a.csv", b"sep=;\r\n" + as_csv([["a,b,c,d", "text"], ["1", "ن" * 300_000]], delimiter=";"))
    assert len(records[0].fields["text"]) == 300_000 and not rejects


def test_ragged_rows_and_broken_quotes_are_rejects_with_their_lines(read):
    data = 'title,text\nأ,نص أول\nب,نص,زائد\nج\n\nد,"نص" مكسور\nهـ,نص أخير\nو,"مقطوع\n'
    records, rejects = read("a.csv", data.encode())
    assert [r.fields["title"] for r in records] == ["أ", "هـ"]
    assert [(r.origin, r.reason) for r in rejects] == [
        ("a.csv#2", "ragged row"),
        ("a.csv#3", "ragged row"),
        ("a.csv#4", "not parsed"),
        ("a.csv#6", "not parsed"),
    ]
    assert "line 3" in rejects[0].detail and "line 6" in rejects[2].detail


def test_header_names_are_made_unique_and_a_header_alone_is_empty(read):
    records, _ = read("a.csv", b"text,,text\n1,2,3\n")
    assert records[0].fields == {"text": "1", "column 2": "2", "text (2)": "3"}
    assert read("a.csv", b"title,text\n")[1][0].reason == "empty file"


def test_lines_longer_than_a_record_are_passed_over(read, monkeypatch):
    monkeypatch.setattr(lines.Lines.__init__, "__defaults__", (60,))
    records, rejects = read("a.jsonl", ('{"text": "أ"}\n{"text": "%s"}\n{"text": "ب"}\n' % ("ن" * 500)).encode())
    assert [r.fields["text"] for r in records] == ["أ", "ب"] and [r.reason for r in rejects] == ["too large"]
    records, rejects = read("a.csv", ("title,text\nأ,ب\nج,%s\nد,هـ\n" % ("ن" * 500)).encode())
    assert [r.fields["title"] for r in records] == ["أ", "د"] and [r.reason for r in rejects] == ["too large"]


def test_other_formats_are_refused_by_name_of_what_is_known(read):
    for name, data in (
        ("a.html", b"<html>"),
        ("a.txt", b"<!DOCTYPE html><p>"),
        ("a.pdf", b"%PDF-1.7"),
        ("a", b"%PDF-1.7"),
        ("a.docx", b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml"),
    ):
        records, rejects = read(name, data)
        assert not records and [r.reason for r in rejects] == ["unknown format"], name
        assert "JSON Lines (.jsonl" in rejects[0].detail
    assert read("a.txt", "<<قال الوزير>> نعم".encode())[0]


def test_the_table_of_formats_is_whole():
    for module in formats.FORMATS:
        assert module.NAME and module.EXTENSIONS and module.__doc__
        assert module.fits(b"") in (True, False)
        assert all(e == e.lower() and (not e or e.startswith(".")) for e in module.EXTENSIONS)


def test_names_that_are_no_input():
    for name in (
        ".DS_Store",
        "a/.git/x",
        "README.md",
        "readme.txt",
        "LICENSE",
        "Licence.txt",
        "README_ar.txt",
        "__MACOSX/a.json",
        "Thumbs.db",
    ):
        assert formats.ignored(name), name
    for name in ("a.txt", "license to build.txt", "readme-first-says-minister.txt", "a/b.json", "../a.json"):
        assert not formats.ignored(name), name


def test_origins_are_printable():
    assert printable('سد "النخيل"\n\u202e\udcff\ud83d.txt') == 'سد "النخيل"\\n\\u202e\\xff\\ud83d.txt'
