"""Documents: tokens, sentences and paragraphs cover the text, in order and without overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.document import Document

PIECES = ["قال", "د", ".", "..", "…", "«", "»", '"', "؟", "!", "\n", " ", "أ", "ب", "بي", "سي", "6.17", "3/11/2016", "www.site.com", ":", "،", "\u200f", "ﻻ", "_", "12"]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=50).map("".join), st.text(max_size=100))


def sentences(text):
    document = Document.of(text)
    return [document.slice(*s).strip("\n ") for s in document.sentences]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قال إن 6.17 مليون", ["قال", "ان", "6.17", "مليون"]),
        ("في 3/11/2016.", ["في", "3/11/2016", "."]),
        ("«نعم»، قال..", ["«", "نعم", "»", "،", "قال", ".."]),
        ("سطر\nسطر", ["سطر", "\n", "سطر"]),
        ("", []),
    ],
)
def test_tokens(text, words):
    assert Document.of(text).words == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال نعم. وقال لا.", ["قال نعم.", "وقال لا."]),
        ("هل قال؟ نعم!", ["هل قال؟", "نعم!"]),
        ("سطر\nسطر", ["سطر", "سطر"]),
        ("قال د. سامر نعم. ومضى.", ["قال د. سامر نعم.", "ومضى."]),
        ("قالت بي.بي.سي نعم. ومضت.", ["قالت بي.بي.سي نعم.", "ومضت."]),
        ("انظر www.site.com الآن. نعم.", ["انظر www.site.com الان.", "نعم."]),
        ("بلغ 6.17 مليون. نعم.", ["بلغ 6.17 مليون.", "نعم."]),
        ("قال «نعم. لا. ربما» ومضى. وعاد.", ["قال «نعم. لا. ربما» ومضى.", "وعاد."]),
        ("قال «نعم.» ومضى.", ["قال «نعم.»", "ومضى."]),
        ("بلا نقطة", ["بلا نقطة"]),
    ],
)
def test_sentences(text, expected):
    assert [s for s in sentences(text) if s] == expected


@given(TEXTS)
def test_sentences_cover_every_token_once(text):
    document = Document.of(text)
    covered = [i for first, last in document.sentences for i in range(first, last)]
    assert covered == list(range(len(document.words)))


@given(TEXTS)
def test_paragraphs_cover_every_token_but_newlines(text):
    document = Document.of(text)
    covered = [i for first, last in document.paragraphs for i in range(first, last)]
    assert covered == [i for i, word in enumerate(document.words) if word != "\n"]


@given(TEXTS)
def test_tokens_are_in_order_and_hold_their_text(text):
    document = Document.of(text)
    assert all(a <= b for a, b in zip(document.ends, document.starts[1:]))
    for i, (start, end, word) in enumerate(zip(document.starts, document.ends, document.words)):
        assert document.text[start:end] == word and word
        first, last = document.span(i, i + 1)
        assert 0 <= first < last <= len(text)
        assert document.token_at(start) == i
    skipped = "".join(document.text[a:b] for a, b in zip([0, *document.ends], [*document.starts, len(document.text)]))
    assert not skipped.strip()  # nothing but spaces stands between tokens


@given(TEXTS)
def test_every_token_has_its_sentence_and_paragraph(text):
    document = Document.of(text)
    for i, word in enumerate(document.words):
        first, last = document.sentence_of(i)
        assert first <= i < last
        if word != "\n":
            first, last = document.paragraph_of(i)
            assert first <= i < last


@given(TEXTS)
def test_quotations_lie_inside_the_text_and_nest(text):
    document = Document.of(text)
    found = document.quotations
    for q in found:
        assert 0 <= q.first < q.inner_first <= q.inner_last <= q.last <= len(document.words)
        assert q.words >= 1
        assert q.last == q.inner_last + q.closed
    assert found == sorted(found, key=lambda q: (q.first, -q.last))
    for a in found:
        for b in found:
            assert a is b or a.last <= b.first or b.last <= a.first or (a.first < b.first and b.last <= a.last) or (b.first < a.first and a.last <= b.last)
