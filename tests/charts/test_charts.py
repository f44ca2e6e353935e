"""Charts: fixed bytes, no script or address in them, names that stay whole, a table behind each."""

from __future__ import annotations

import re

import pytest

from analysis import notebook as nb
from analysis.charts import Chart, Notice, evidence, theme
from analysis.charts.chart import wrapped
from analysis.strings import Words

CHARTS = [
    nb.coverage,
    nb.speakers,
    nb.statements_over_time,
    nb.speakers_over_time,
    nb.speakers_by_outlet,
    nb.types,
    nb.speech_acts,
    nb.tone_over_time,
    nb.tone_by_speaker,
    nb.tone_by_outlet,
    nb.speakers_and_targets,
    nb.unresolved,
]
OTHERS = [nb.figures, nb.steps, nb.trust, nb.outlets, nb.speaker_table, nb.statements]


def bundle(shown) -> str:
    return shown._repr_html_() if hasattr(shown, "_repr_html_") else shown._repr_mimebundle_()[0]["text/html"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("draw", CHARTS, ids=lambda f: f.__name__)
def test_a_chart_says_its_finding_and_is_the_same_twice(home, draw, language):
    page = nb.page("frequency", collection="tiny", language=language)
    chart = draw(page)
    assert isinstance(chart, Chart) and re.search(r"\d", chart.title) and re.search(r"\d", chart.alt)
    assert "<" not in chart.alt.replace("<script>alert(1)</script>", "").replace('<b onclick="x">', "").replace(
        "</b>", ""
    )
    assert len(chart.table.frame) and chart.notes
    html = bundle(chart)
    assert html == bundle(draw(page))
    assert 'role=img aria-label="' in html and "<details" in html
    assert "<script" not in html and 'onclick="x' not in html.replace("&#34;", "'")
    assert not re.search(r"https?://(?!www\.w3\.org)", html)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert {m for m in re.findall(r"#[0-9a-f]{6}\b", chart.wide)} <= {light for light, _ in theme.COLOURS.values()} | {
        "#000000",
        "#ffffff",
    }


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("show", OTHERS, ids=lambda f: f.__name__)
def test_what_is_no_chart_escapes_too(home, show, language):
    html = bundle(show(nb.page("overview", collection="tiny", language=language)))
    assert "<script" not in html and "<b onclick" not in html and "javascript:" not in html


@pytest.mark.parametrize("draw", CHARTS, ids=lambda f: f.__name__)
def test_one_article_is_enough_to_say_something(home, draw):
    page = nb.page(
        "overview",
        collection="tiny",
        from_date="2024-01-08",
        to_date="2024-01-08",
        outlets="Rumala Post",
        language="ar",
    )
    shown = draw(page)
    assert isinstance(shown, Chart | Notice) and "<" in bundle(shown)


def test_charts_do_not_depend_on_the_users_matplotlib_settings(home):
    import matplotlib as mpl

    page = nb.page("overview", collection="tiny")
    before = nb.speakers(page).wide
    with mpl.rc_context({"axes.facecolor": "red", "font.size": 30, "svg.fonttype": "none"}):
        assert nb.speakers(page).wide == before


def test_a_page_brings_its_style_in_a_notebook_but_not_in_a_report(home, monkeypatch):
    page = nb.page("overview", collection="tiny", language="ar")
    assert "<style>" in bundle(page) and "<h1>" in bundle(page) and "dir=rtl" in bundle(page)
    monkeypatch.setenv(nb.IN_REPORT, "1")
    assert "<style>" not in bundle(page)


def test_the_dark_scheme_names_every_colour():
    css = theme.css()
    assert all(css.count(f"--{name}:") == 2 for name in theme.COLOURS)
    assert "prefers-color-scheme" not in theme.css(dark=False)


def test_long_names_are_cut_at_words():
    assert wrapped("one two three four five", 9, 2) == "one two\nthree …"


def test_excerpt_marks_and_escapes():
    from types import SimpleNamespace

    text = "قبل.\nقال <b>سامر</b> إن & الميناء سيفتح، مشيرا إلى غيره.\nبعد."
    start = text.index("إن")
    row = SimpleNamespace(
        spans=f"[[{start}, {start + 20}]]",
        start=start,
        end=start + 20,
        cue_start=text.index("قال"),
        cue_end=text.index("قال") + 3,
        source_start=text.index("<b>"),
        source_end=text.index("</b>") + 4,
    )
    marked = evidence.excerpt(text, row)
    assert marked.startswith('<mark class="cue">قال</mark> <mark class="source">&lt;b&gt;سامر&lt;/b&gt;</mark>')
    assert "<b>" not in marked and "قبل" not in marked and "بعد." not in marked
    assert marked.striptags().replace("&amp;", "&") == text.split("\n")[1]


def test_a_long_statement_is_cut_and_a_sample_stays_the_same(home):
    from types import SimpleNamespace

    text = "قال " + "كلمة " * 600
    row = SimpleNamespace(
        spans=f"[[4, {len(text) - 1}]]",
        start=4,
        end=len(text) - 1,
        cue_start=0,
        cue_end=3,
        source_start=None,
        source_end=None,
    )
    assert len(evidence.excerpt(text, row).striptags()) < evidence.LONGEST + 10
    table = nb.page("statements", collection="tiny").study.statements
    one, two = evidence.drawn(table, 20), evidence.drawn(table, 20)
    assert one["statement_id"].tolist() == two["statement_id"].tolist() and one.index.is_monotonic_increasing


def test_statements_page_says_when_it_is_a_sample(home):
    shown = nb.statements(nb.page("statements", collection="tiny"), cap=10)
    assert "10 of 144" in bundle(shown) and bundle(shown).count("<tr id=") == 10


@pytest.mark.parametrize(
    "n, expected",
    [
        (0, "لا تصريحات"),
        (1, "تصريح واحد"),
        (2, "تصريحان"),
        (3, "3 تصريحات"),
        (11, "11 تصريحًا"),
        (100, "100 تصريح"),
        (103, "103 تصريحات"),
        (1234, "1,234 تصريحًا"),
    ],
)
def test_arabic_plurals(n, expected):
    assert Words("ar").say("n.statements", n=n) == expected
