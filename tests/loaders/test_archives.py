import gzip
import io
import json
import struct
import zipfile

import pytest

from analysis.loaders import allowance


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.fixture
def rows(text):
    return [{"text": f"{i} {text}"} for i in range(50)]


def test_members_of_every_format_in_the_order_of_their_names(read, rows, text):
    data = zipped(
        [
            ("ب/b.jsonl", "\n".join(json.dumps(r) for r in rows)),
            ("a.json", json.dumps(rows)),
            ("c.csv", "text\nنص\n"),
            ("d.txt", text.encode()),
            ("e.json.gz", gzip.compress(json.dumps(rows).encode())),
            ("f.zip", zipped([("g.txt", text.encode())])),
            ("README.md", "x"),
            ("__MACOSX/a.json", "x"),
            (".hidden", "x"),
            ("dir/", ""),
        ]
    )
    records, rejects = read("x.zip", data)
    assert not rejects and len(records) == 50 + 50 + 1 + 1 + 50 + 1
    assert records[0].origin == "x.zip!a.json#1" and records[0].format == "zip > JSON" and records[0].fields == rows[0]
    assert {r.path for r in records} == {
        "x.zip!a.json",
        "x.zip!ب/b.jsonl",
        "x.zip!c.csv",
        "x.zip!d.txt",
        "x.zip!e.json.gz!e.json",
        "x.zip!f.zip!g.txt",
    }
    assert [r.fields["text"] for r in records if r.path.endswith(".txt")] == [text, text]


def test_gzip(read, rows):
    records, rejects = read("a.json.gz", gzip.compress(json.dumps(rows).encode()))
    assert [r.fields for r in records] == rows and not rejects and records[3].origin == "a.json.gz!a.json#4"
    cut = gzip.compress("".join(json.dumps(r) + "\n" for r in rows).encode(), 0)[:-9000]
    records, rejects = read("a.jsonl.gz", cut)
    assert records and [r.fields for r in records] == rows[: len(records)]
    assert [r.reason for r in rejects] == ["not parsed", "damaged archive"]


def test_a_cut_zip_and_a_damaged_member(read, rows):
    data = zipped(
        [("a.jsonl", "".join(json.dumps(r) + "\n" for r in rows)), ("b.jsonl", json.dumps(rows[0]))], zipfile.ZIP_STORED
    )
    records, rejects = read("x.zip", data[: len(data) // 2])
    assert not records and [r.reason for r in rejects] == ["damaged archive"] and "whole file" in rejects[0].detail
    broken = bytearray(data)
    broken[len(data) // 3] ^= 1
    records, rejects = read("x.zip", bytes(broken))
    assert [r.path for r in records] == ["x.zip!b.jsonl"]  # of a member whose sum is wrong, nothing can be trusted
    assert [(r.origin, r.reason) for r in rejects] == [("x.zip!a.jsonl", "damaged archive")]
    packed = bytearray(gzip.compress(json.dumps(rows).encode()))
    packed[-6] ^= 1
    assert [r.reason for r in read("x.json.gz", bytes(packed))[1]] == ["damaged archive"]
    assert read("x.zip", b"no zip at all")[1][0].reason == "damaged archive"
    assert read("x.zip", zipped([]))[1][0].reason == "empty file"


def test_paths_that_leave_the_archive(read):
    names = ["../a.txt", "b/../../c.txt", "/etc/passwd", "C:\\x.txt", "..\\d.txt"]
    records, rejects = read("x.zip", zipped([*((n, "نص") for n in names), ("good.txt", "نص")]))
    assert len(records) == 1 and len(rejects) == 5 and {r.reason for r in rejects} == {"unsafe path"}


def test_bombs_are_not_opened(read, monkeypatch):
    monkeypatch.setattr(allowance, "FREE", 1 << 16)
    zeros = b'{"text": "' + b"0" * 3_000_000 + b'"}'
    for name, data in (
        ("x.zip", zipped([("a.json", zeros)])),
        ("x.json.gz", gzip.compress(zeros)),
        ("x.zip", zipped([("y.zip", zipped([("a.json", zeros)]))])),
    ):
        records, rejects = read(name, data)
        assert not records and "archive bomb" in [r.reason for r in rejects], name
    many = zipped([(f"{i}.txt", b"0" * 150_000) for i in range(5)] + [("z.txt", b"0" * 60_000)])
    records, rejects = read("x.zip", many)
    assert "archive bomb" in {r.reason for r in rejects}
    data = b"x"
    for depth in range(5):
        data = zipped([(f"{depth}.zip" if depth else "a.txt", data)])
    assert [r.reason for r in read("x.zip", data)[1]] == ["archive bomb"]


def test_a_member_that_lies_about_its_size(read):
    data = bytearray(zipped([("a.txt", b"0" * 500_000)]))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    records, rejects = read("x.zip", bytes(data))
    assert [r.reason for r in rejects] == ["damaged archive"] and sum(len(r.fields["text"]) for r in records) <= 10


def test_a_member_without_a_name(read):
    data = bytearray(zipped([("a", b"x")]))
    central = data.index(b"PK\x01\x02")
    data[central + 28 : central + 32] = b"\0\0\x01\0"  # the name becomes an extra field
    records, rejects = read("x.zip", bytes(data))
    assert not records and len(rejects) == 1


def test_encrypted_members(read):
    data = bytearray(zipped([("a.txt", b"x")]))
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert [r.reason for r in read("x.zip", bytes(data))[1]] == ["encrypted"]


def test_names_with_newlines_and_quotes(read, text):
    records, _ = read("x.zip", zipped([('سطر\nو"علامة"\u202e.txt', text.encode())]))
    assert records[0].origin == 'x.zip!سطر\\nو"علامة"\\u202e.txt#1'
