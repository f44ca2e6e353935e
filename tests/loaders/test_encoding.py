import codecs
import os

import pytest

from analysis.loaders import encoding, letters

TITLES = (
    "وزير الري يعد بإنهاء ترميم سد النخيل قبل الأمطار",
    "مجلس مرسى البلدي يطالب بتقرير السلامة",
    "إضراب في ميناء الغدير",
    "أسعار القمح ترتفع للشهر الثالث",
    "حكومة الساحل تنفي وجود مفاوضات سرية",
    "استقالة محافظ البنك المركزي",
)


@pytest.mark.parametrize(
    "name", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "windows-1256", "iso-8859-6"]
)
def test_a_text_comes_through_whole_in_every_encoding(read, text, name):
    body = text if name != "iso-8859-6" else text.replace("«", '"').replace("»", '"')
    records, rejects = read("a.txt", body.encode(name))
    assert not rejects
    assert records[0].fields["text"] == body
    assert codecs.lookup(records[0].encoding).name.replace("-sig", "") in {codecs.lookup(name).name.replace("-sig", "")}


def test_utf16_with_the_other_byte_order_mark(read, text):
    records, _ = read("a.txt", codecs.BOM_UTF16_BE + text.encode("utf-16-be"))
    assert records[0].fields["text"] == text


@pytest.mark.parametrize("name", ["windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("title", TITLES)
def test_short_titles_are_told_apart_by_their_letters(title, name):
    assert encoding.decide(title.encode(name)) == name


@pytest.mark.parametrize("title", TITLES)
def test_letters_of_a_title_stand_above_the_threshold_only_in_the_right_encoding(title):
    assert letters.likeness(title) > letters.PLAUSIBLE
    assert letters.likeness(title.encode().decode("windows-1256", "ignore")) < letters.PLAUSIBLE
    assert letters.likeness(title.encode("windows-1256").decode("latin-1")) < letters.PLAUSIBLE


@pytest.mark.parametrize(
    ("written", "read_as", "says"),
    [
        ("utf-8", "windows-1256", "UTF-8"),
        ("utf-8", "latin-1", "UTF-8"),
        ("windows-1256", "latin-1", "windows-1256"),
        ("windows-1256", "cp1252", "windows-1256"),
    ],
)
def test_mojibake_is_found(text, written, read_as, says):
    rubble = text.encode(written, "replace").decode(read_as, "replace")
    assert says in letters.damage(rubble)


def test_question_marks_and_replacement_characters_are_damage(text):
    assert letters.damage("???? ?????? ??? ???")
    assert letters.damage("\ufffd" * 20 + " كلمة")
    assert letters.damage(text) is None
    assert letters.damage("What? Why? He asked again and again.") is None
    assert letters.damage("ظل") is None
    assert letters.damage("Le ministre a répété que l'été serait sec à Genève.") is None


def test_a_declared_encoding_is_used_where_the_bytes_are_not_utf8(read):
    word = "Ärger über Öl"
    records, rejects = read("a.txt", word.encode("cp1252"), declared="cp1252")
    assert not rejects and records[0].fields["text"] == word and records[0].encoding == "cp1252"
    records, _ = read("a.txt", "سد النخيل".encode(), declared="cp1252")
    assert records[0].encoding == "utf-8"


def test_a_bad_byte_costs_its_record_not_the_file(read, text):
    good = ('{"text": "%s"}\n' % text.replace('"', "").replace("\r", "").replace("\n", " ")).encode()
    bad = good[:30] + b"\xff" + good[30:]
    records, rejects = read("a.jsonl", good + bad + good)
    assert [letters.damage(r.fields["text"]) is None for r in records] == [True, False, True]
    assert not rejects


def test_arabic_that_begins_after_a_megabyte_of_ascii(read, text):
    pad = '{"text": "%s"}\n' % ("x" * 1000)
    last = '{"text": "سد النخيل في مرسى يحتاج إلى ترميم عاجل قبل الأمطار"}\n'
    for name in ("utf-8", "windows-1256"):
        records, rejects = read("a.jsonl", (pad * 1200 + last * 50).encode(name))
        assert not rejects and len(records) == 1250
        assert records[-1].fields["text"].startswith("سد النخيل") and records[0].encoding == name


def test_other_languages_are_read_by_the_detector():
    french = "Le ministre des affaires étrangères a déclaré à la presse que les négociations reprendront à Genève."
    russian = "Министр иностранных дел сообщил журналистам, что переговоры продолжатся завтра утром в столице."
    assert french.encode("cp1252").decode(encoding.decide(french.encode("cp1252"))) == french
    assert russian.encode("cp1251").decode(encoding.decide(russian.encode("cp1251"))) == russian


def test_binary_rubble_is_rejected(read):
    for seed in range(5):
        records, rejects = read(
            "a.txt", bytes([0x80 + (seed * 7 + i * 31) % 128 for i in range(500)]) + b"\0" + os.urandom(200)
        )
        assert not records and rejects[0].reason == "encoding" and "UTF-8" in rejects[0].detail
