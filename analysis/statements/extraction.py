"""From a document to its statements: cues, their complements and sources, content from beginning to end."""

from __future__ import annotations

from functools import cache

from analysis.statements import acceptance, contents, headlines, nominals, reports, verbs
from analysis.statements.according import CONJUNCTIONS, PREPOSITIONS, according
from analysis.statements.cues import readings
from analysis.statements.drafts import Draft
from analysis.text.document import Document


def drafts(document: Document) -> list[Draft]:
    """Return the statements of a document in the order of their cues. Linear in the length of the document."""
    article = acceptance.article_features(document)
    found = []
    for readings_of_cue in candidates(document):
        for draft in readings_of_cue:
            draft.probability = acceptance.probability(acceptance.features(document, draft, article))
        best = max(readings_of_cue, key=lambda draft: draft.probability)
        if best.probability >= acceptance.THRESHOLD:
            found.append(best)
    found.sort(key=lambda d: (d.cue[0], d.content[0][0]))
    found = contents.one_per_content(contents.without_governed(found))
    contents.end_contents(document, found)
    found = [d for d in found if all(last > first for first, last in d.content)]
    contents.nest(document, found)
    return contents.shallow(found)


def candidates(document: Document) -> list[list[Draft]]:
    """Return what may be statements, with their doubts: for each cue its readings, in the order of the text."""
    found = []
    for i, word in enumerate(document.words):
        if _may_begin_cue(word):
            readings_of_cue = _at(document, i)
            if readings_of_cue:
                found.append(readings_of_cue)
    found += [[draft] for draft in headlines.headlines(document)]
    sure = [draft for one in found for draft in one if not draft.notes]
    return found + [[draft] for draft in headlines.after_colons(document, sure)]


@cache
def _may_begin_cue(word: str) -> bool:
    """Say whether a cue can begin with this folded word; most words are done with here."""
    return word[0].isalpha() and bool(
        readings(word) or word in PREPOSITIONS or word in CONJUNCTIONS or word in reports.RELAYS or word in ("جاء", "وجاء", "ورد", "وورد")
    )


def _at(document: Document, i: int) -> list[Draft]:
    """Return the readings of the cue that begins at token `i`, none where none begins there."""
    words = document.words
    found = according(document, i)
    if found is not None:
        return [Draft(**found)]
    for report in (reports.relay, reports.in_document):
        draft = report(document, i)
        if draft is not None:
            return [draft]
    if words[i] in ("جاء", "وجاء"):
        return []
    shapes = {"verb": verbs.verb, "participle": nominals.participle, "noun": nominals.noun}
    found = [draft for form, proclitic in readings(words[i]) for draft in shapes[form.shape](document, i, form, proclitic)]
    # وطلب الوزير مساعدة: what is a verb's subject is no content of the noun that looks like it
    subjects_of_verbs = {draft.source[0] for draft in found if draft.source and draft.form.shape == "verb"}
    return [draft for draft in found if not (draft.form.shape == "noun" and draft.content[0][0] in subjects_of_verbs)]
