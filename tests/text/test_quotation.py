"""Quotation marks of every style: nested, the wrong way round, never closed, over several paragraphs."""

from __future__ import annotations

import pytest

from analysis.text.document import Document


def inner(text):
    """Return what stands inside each quotation, and whether it was closed."""
    document = Document.of(text)
    return [(document.slice(q.inner_first, q.inner_last), q.closed) for q in document.quotations]


@pytest.mark.parametrize(("opening", "closing"), [("«", "»"), ("“", "”"), ('"', '"'), ("‘", "’"), ("‹", "›"), ("„", "”"), ("”", "”"), ("”", "“")])
def test_each_style(opening, closing):
    assert inner(f"وقال سامر: {opening}الميناء سيفتح قريبا{closing}، ومضى.") == [("الميناء سيفتح قريبا", True)]


@pytest.mark.parametrize("closing", ["»", "«"])
def test_marks_that_face_the_wrong_way(closing):
    assert inner(f"وقال سامر: »الميناء سيفتح قريبا{closing} ومضى.") == [("الميناء سيفتح قريبا", True)]


@pytest.mark.parametrize(("a", "b", "c", "d"), [("«", "“", "”", "»"), ("“", "«", "»", "”"), ('"', "«", "»", '"'), ("«", "«", "»", "»"), ("«", '"', '"', "»")])
def test_a_quotation_within_a_quotation(a, b, c, d):
    found = inner(f"وقال سامر: {a}هذا ما سماه {b}الحل الأخير{c} في الميناء{d}.")
    assert [text for text, _ in found] == [f"هذا ما سماه {b}الحل الاخير{c} في الميناء", "الحل الاخير"]


def test_a_quotation_that_is_never_closed_ends_with_its_sentence():
    assert inner("وقال سامر: «الميناء سيفتح قريبا. ومضى الوزير.") == [("الميناء سيفتح قريبا", False)]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph():
    assert inner("وقال سامر: «الميناء سيفتح قريبا\nومضى الوزير إلى «بيته».") == [("الميناء سيفتح قريبا", False), ("بيته", True)]


def test_a_quotation_that_every_paragraph_opens_anew_is_one():
    found = inner("وقال سامر: «الميناء سيفتح قريبا.\n«ولن نتأخر عن الموعد.\n«هذا وعد» ومضى.")
    assert len(found) == 1
    text, closed = found[0]
    assert text.startswith("الميناء") and text.endswith("هذا وعد") and closed


def test_a_mark_that_closes_nothing_is_nothing():
    assert inner("وقال سامر نعم» ومضى.") == []
    assert inner("»") == inner("«") == inner('"') == inner("«»") == inner("«\n»") == []


def test_many_marks_that_are_never_closed_take_no_time():
    assert len(inner("«" * 20_000 + "قال")) <= 1
