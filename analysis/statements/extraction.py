"""From a document to its statements: cues, their complements and sources, content from beginning to end."""

from __future__ import annotations

from functools import cache

from analysis.statements import contents, headlines, nominals, reports, verbs
from analysis.statements.according import CONJUNCTIONS, PREPOSITIONS, according
from analysis.statements.cues import readings
from analysis.statements.drafts import Draft
from analysis.text.document import Document


def drafts(document: Document) -> list[Draft]:
    """Return the statements of a document in the order of their cues. Linear in the length of the document."""
    found: list[Draft] = []
    for i, word in enumerate(document.words):
        if not _may_begin_cue(word):
            continue
        draft = _at(document, i)
        if draft is not None:
            found.append(draft)
    found += headlines.headlines(document)
    found += headlines.after_colons(document, found)
    found.sort(key=lambda d: (d.cue[0], d.content[0][0]))
    found = contents.one_per_content(found)
    contents.end_contents(document, found)
    found = [d for d in found if all(last > first for first, last in d.content)]
    contents.nest(document, found)
    return contents.shallow(found)


@cache
def _may_begin_cue(word: str) -> bool:
    """Say whether a cue can begin with this folded word; most words are done with here."""
    return word[0].isalpha() and bool(
        readings(word) or word in PREPOSITIONS or word in CONJUNCTIONS or word in reports.RELAYS or word in ("جاء", "وجاء", "ورد", "وورد")
    )


def _at(document: Document, i: int) -> Draft | None:
    """Return the statement whose cue begins at token `i`, None where there is none."""
    words = document.words
    found = according(document, i)
    if found is not None:
        return Draft(**found)
    relay = reports.relay(document, i)
    if relay is not None:
        return relay
    document_says = reports.in_document(document, i)
    if document_says is not None or words[i] in ("جاء", "وجاء"):
        return document_says
    for form, proclitic in readings(words[i]):
        draft = None
        if form.shape == "verb":
            draft = verbs.verb(document, i, form, proclitic)
        elif form.shape == "participle":
            draft = nominals.participle(document, i, form, proclitic)
        else:
            draft = nominals.noun(document, i, form, proclitic)
        if draft is not None:
            return draft
    return None
