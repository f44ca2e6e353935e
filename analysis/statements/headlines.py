"""Statements without a word of saying: headlines "X: …" and quotations after a colon."""

from __future__ import annotations

from analysis.statements import boundaries, phrases
from analysis.statements.drafts import Draft
from analysis.text.document import Document


def headlines(document: Document) -> list[Draft]:
    """Section headlines of the form "X: …" on a line of their own."""
    found = []
    words = document.words
    for first, last in document.paragraphs:
        if not 4 <= last - first <= 26 or words[last - 1] in ("؟", ")", ":") or words[last - 1] == "." and first == 0:
            continue
        colon = next((k for k in range(first + 1, min(last - 2, first + 9)) if words[k] == ":"), None)
        if colon is None or any(words[k] in (".", "-", "–", "*") for k in range(first, colon)):
            continue
        if last - colon < 5 or any(words[k] in ("/", "@", ":", "ـ") for k in range(colon + 1, last)) or "ـ" in document.folded.original[slice(*document.span(first, last))]:
            continue  # a dateline (قصر الندى: حسان الرمثاوي / «الصدى») and no headline
        source = phrases.subject(document, first, colon)
        if source is None or source[1] < colon or not _can_speak(words[first:colon]):
            continue
        last -= words[last - 1] == "."
        found.append(Draft("headline", (colon, colon + 1), None, [(colon + 1, last)], source, type=boundaries.kind(document, colon + 1, last), limit=last))
    return found


def after_colons(document: Document, found: list[Draft]) -> list[Draft]:
    """A quotation after a colon that no cue governs: the last name or speaker of the clause before it says it."""
    taken = {first for draft in found for first, _ in draft.content}
    more = []
    words = document.words
    for quotation in document.quotations:
        k = quotation.first - 1
        while k > 0 and words[k] == "\n":
            k -= 1
        if quotation.depth or quotation.words < 6 or k <= 0 or words[k] != ":" or quotation.inner_first in taken:
            continue
        start = document.sentence_of(k)[0]
        source = next((subject for j in range(start, k) if (subject := _named_subject(document, j, k)) is not None), None)
        if source is not None:
            more.append(Draft("colon", (k, k + 1), None, [(quotation.inner_first, quotation.inner_last)], source, type="direct", limit=quotation.last))
    return more


def _named_subject(document: Document, first: int, last: int) -> tuple[int, int] | None:
    """Return the source phrase that begins at token `first`, where it names a person."""
    word = document.words[first]
    head = phrases.head_of(word)
    if not (head and head.kind == "person" or word in phrases.given_names()):
        return None
    return phrases.subject(document, first, last)


def _can_speak(words: list[str]) -> bool:
    head = phrases.head_of(words[0])
    return (
        bool(head) or words[0] in phrases.state_names() or words[0] in phrases.given_names() or len(words) <= 3 and all(phrases.is_name(w) for w in words)
    )
