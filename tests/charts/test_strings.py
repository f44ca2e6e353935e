"""The catalogue: nothing missing in either language, nothing left over, every place to fill in the same."""

import re
import string
from pathlib import Path

import pytest

from analysis import parameters, paths, strings
from analysis.charts.table import KINDS
from analysis.report.place import NOTEBOOKS

FORMS = {"en": {"one", "other"}, "ar": {"zero", "one", "two", "few", "many", "other"}}
FAMILIES = (
    "column",
    "type",
    "polarity",
    "speech_act",
    "speaker_kind",
    "step",
    "reason",
    "parameter",
    "page",
    "period",
    "bin",
    "date_basis",
    "language",
    "months",
    "figure",
    "note",
    "evidence",
    "trust",
    "legend",
)


def sources() -> str:
    files = [f for f in (paths.PROJECT / "analysis").rglob("*") if f.suffix in (".py", ".j2")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_both_languages_have_every_key_and_form():
    for key, forms in strings.table().items():
        for language in strings.LANGUAGES:
            held = {form for form, code in forms if code == language}
            assert held in ({""}, FORMS[language]), (key, language)


def test_both_languages_fill_in_the_same():
    def fields(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name} - {"n"}

    for key, forms in strings.table().items():
        each = {
            language: set().union(*(fields(text) for (_, code), text in forms.items() if code == language))
            for language in strings.LANGUAGES
        }
        assert each["en"] == each["ar"], key


def test_every_key_that_the_code_names_exists_and_every_key_is_named():
    code = sources()
    named = set(re.findall(r'(?:html|say)\(\s*["\']([\w.\- ]+)["\']', code))
    assert not named - strings.table().keys()
    built = [
        re.compile(re.sub(r"\\\{.*?\\\}", "[^.]+", re.escape(key)) + "$")
        for key in re.findall(r'f"([\w.\- ]*\{[^"]+?\}[\w.\- {}]*)"', code)
    ]
    left = [
        k
        for k in strings.table()
        if k not in named
        and k.split(".")[0] not in FAMILIES
        and not any(p.match(k) for p in built)
        and f'"{k}"' not in code
    ]
    assert not left


@pytest.mark.parametrize("language", strings.LANGUAGES)
def test_closed_lists_are_named(language):
    words = strings.Words(language)
    keys = [f"parameter.{p.name}" for p in parameters.PARAMETERS] + [
        f"{p.name}.{choice}" for p in parameters.PARAMETERS for choice in p.choices
    ]
    keys += [f"page.{name}{part}" for name in NOTEBOOKS for part in ("", ".lede", ".short")]
    keys += [f"column.{name}" for name in KINDS if name not in ("mean",)] + ["column.mean"]
    for key in keys:
        assert words.say(key)


def test_speech_acts_of_the_cue_table_are_named():
    table = paths.LEXICONS / "cues.tsv"
    lines = [
        line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    acts = {line[lines[0].index("act")] for line in lines[1:]} - {""}
    assert not {act for act in acts if f"speech_act.{act}" not in strings.table()}


def test_values_are_escaped_and_isolated():
    words = strings.Words("ar")
    html = words.html("speakers.title", name=strings.bdi("<b>A", "ar"), n=1, total=2, share="50%")
    assert '<bdi lang="en" dir="auto">&lt;b&gt;A</bdi>' in html
    assert words.html("note.source", collection="<x>", range="") == "المصدر: مجموعة &lt;x&gt;، ."
    assert "\u2068CNN\u2069" in words.say("speakers.title", name="CNN", n=1, total=2, share="50%")


@pytest.mark.parametrize(
    "value, expected", [(-0.123, "\u200e−0.12"), (0.5, "\u200e+0.50"), (-0.001, "\u200e0.00"), (None, "–")]
)
def test_signed_numbers_keep_their_sign_before_them(value, expected):
    assert strings.Words("ar").signed(value) == expected


@pytest.mark.parametrize("share, expected", [(0, "0%"), (0.003, "0.3%"), (0.5, "50%"), (1, "100%"), (None, "–")])
def test_a_small_share_is_not_nothing(share, expected):
    assert strings.Words("en").percent(share) == expected


@pytest.mark.parametrize(
    "months, expected",
    [("ar-EG", "8 يناير 2024"), ("ar-SY", "8 كانون الثاني 2024"), ("ar-DZ", "8 جانفي 2024"), ("ar-MA", "8 يناير 2024")],
)
def test_month_names_by_country(months, expected):
    assert strings.Words("ar", months).day("2024-01-08") == expected


def test_the_table_is_plain_tab_separated_text():
    text = Path(strings.TABLE).read_bytes().decode("utf-8")
    assert (
        all(line.count("\t") == 3 for line in text.splitlines())
        and "\r" not in text
        and not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)
    )
