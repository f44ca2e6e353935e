"""Random cuts, flips and bytes: no loader raises, nothing is counted twice or lost, whole records stay as they were."""

import gzip
import io
import json
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.loaders import days, encoding, letters

RECORDS = [
    {"text": f'{n} قال الوزير: «سد النخيل {"جاهز " * n}»\n"نعم"', "title": f"خبر {n}", "date": "2024-01-09"}
    for n in range(12)
]


def files():
    array = json.dumps(RECORDS, ensure_ascii=False).encode()
    lines = "\n".join(json.dumps(r, ensure_ascii=False) for r in RECORDS).encode()
    table = ("text,title\n" + "".join(f'"نص {n}، ""كذا"" \nو",عنوان {n}\n' for n in range(12))).encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("a.json", array), ("b.jsonl", lines), ("c.csv", table), ("d.txt", "سد النخيل".encode())):
            archive.writestr(zipfile.ZipInfo(name), data)
    return {
        "a.json": array,
        "a.jsonl": lines,
        "a.csv": table,
        "a.txt": "سد النخيل يفتح\n\nقال الوزير نعم.".encode(),
        "a.zip": stream.getvalue(),
        "a.json.gz": gzip.compress(array),
        "w.jsonl": lines.decode().encode("cp1256", "replace"),
        "u.json": array.decode().encode("utf-16"),
    }


FILES = files()
NAMES = st.sampled_from(sorted(FILES))


def sound(read, name, data):
    records, rejects = read(name, data)
    assert records or rejects
    for item in rejects:
        assert item.reason and item.detail and "Traceback" not in item.detail
        (item.origin + item.detail).encode()
    assert len({r.origin for r in records}) == len(records)
    return records, rejects


@settings(max_examples=300, deadline=None)
@given(NAMES, st.data())
def test_a_cut_anywhere(read, name, data):
    whole = FILES[name]
    cut = data.draw(st.integers(0, len(whole) - 1))
    records, rejects = sound(read, name, whole[:cut])
    if name in ("a.json", "a.jsonl", "u.json"):
        assert [r.fields for r in records] == RECORDS[: len(records)]
        assert cut == 0 or len(records) + len(rejects) <= len(RECORDS) + 1


@settings(max_examples=400, deadline=None)
@given(NAMES, st.data())
def test_flipped_inserted_and_doubled_bytes(read, name, data):
    content = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        match data.draw(st.integers(0, 3)):
            case 0:
                content[place] = data.draw(st.integers(0, 255))
            case 1:
                content[place:place] = data.draw(st.binary(max_size=8))
            case 2:
                del content[place : place + data.draw(st.integers(1, 50))]
            case 3:
                content[place:place] = content[place : place + 200]
        if not content:
            break
    sound(read, name, bytes(content))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["a.json", "a.jsonl", "a.csv", "a.txt", "a.zip", "a.gz", "a", "a.xyz"]), st.binary(max_size=300))
def test_any_bytes(read, name, data):
    sound(read, name, data)


JSON_BITS = st.lists(
    st.sampled_from(
        ["[", "]", "{", "}", ",", ":", '"', "\\", '"text"', '"نص"', "1", "null", " ", "\n", "\\ud83d", '{"text": "نص"}']
    ),
    max_size=40,
).map("".join)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(["a.json", "a.jsonl"]), JSON_BITS)
def test_anything_that_looks_like_json(read, name, text):
    sound(read, name, text.encode())


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries({"text": st.text(st.characters(exclude_categories=["Cs"]), max_size=60)}),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_every_text_survives(read, rows, name):
    for file, content in (
        ("a.json", json.dumps(rows, ensure_ascii=False)),
        ("a.jsonl", "\n".join(json.dumps(r, ensure_ascii=False) for r in rows)),
    ):
        records, rejects = read(file, content.encode(name))
        assert [r.fields for r in records] == rows and not rejects


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200).filter(
        lambda t: (
            not t.lstrip().startswith(("<", "{", "[", "%PDF", "PK", "{\\rtf", "\x1f"))
            and not t.startswith("\ufeff")
            and "\0" not in t
        )
    )
)
def test_every_plain_text_survives(read, text):
    records, rejects = read("a.txt", text.encode())
    assert [r.fields["text"] for r in records] == [text] and not rejects


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.text(max_size=40),
        st.integers(),
        st.floats(),
        st.none(),
        st.from_regex(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}( \d{1,2}:\d{2})?"),
    )
)
def test_days_never_raise(value):
    days.parse(value)
    days.in_line(str(value))
    days.in_path(str(value))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.booleans())
def test_the_choice_of_an_encoding_never_raises(data, whole):
    name = encoding.decide(data, None, whole)
    if name:
        letters.damage(data.decode(name, "replace"))
