"""Statements whose cue is a finite verb."""

from __future__ import annotations

from analysis.statements import complements, contents, drafts, phrases, subjects
from analysis.statements.cues import Form
from analysis.statements.doubts import CONNECTIVES, DECISIVE, Case, doubts
from analysis.statements.drafts import Draft
from analysis.text.document import Document


def verb(document: Document, i: int, form: Form, proclitic: str) -> list[Draft]:
    """Return the statements that the verb at token `i` may introduce, one for each complement, with the doubts about them."""
    limit = drafts.limit(document, i)
    found = complements.alternatives(document, form, i + 1, limit)
    if not found:
        draft = after_quotation(document, i, form, limit)
        return [draft] if draft is not None else []
    made = [_draft(document, i, form, proclitic, complement, limit) for complement in found]
    return drafts.competing([draft for draft in made if draft is not None])


def _draft(
    document: Document, i: int, form: Form, proclitic: str, complement: complements.Complement, limit: int
) -> Draft | None:
    words = document.words
    source, relay = complement.source, None
    quoted = next((k for k in range(i + 1, complement.marker - 1) if words[k] == "نقلا" and words[k + 1] == "عن"), None)
    if quoted is not None and source is not None:
        # قالت صحيفة نقلا عن مسؤولين إن: the paper passes on what they said
        source, relay = phrases.subject(document, quoted + 2, complement.marker), (source[0], min(source[1], quoted))
    if source is None:
        source = subjects.subject_before(document, i, proclitic)
    notes = [*complement.notes, *doubts(Case(document, i, form, proclitic, limit, complement, source))]
    if DECISIVE.intersection(notes):
        return None
    draft = Draft(f"verb+{complement.how}", (i, i + 1), form, [], source, relay, limit=limit, notes=notes)
    draft.breaks = bool(proclitic) or i == document.sentence_of(i)[0] or _opens_report(words, i)
    return contents.with_content(document, draft, complement, limit)


def _opens_report(words: list[str], i: int) -> bool:
    """Say whether a verb without و opens a report of its own: after a comma and a word such as كما, فيما, لكن."""
    k = i
    while k and words[k - 1] in CONNECTIVES and i - k < 3:
        k -= 1
    return k < i and k > 0 and (words[k - 1] in phrases.COMMAS or words[k - 1] in (".", "\n", "»", "”", '"')) and words[k] not in ("اذ", "ان", "قد")


def after_quotation(document: Document, i: int, form: Form, limit: int) -> Draft | None:
    """«…»، قال X: the quotation stands before its cue."""
    if "q" not in form.frames:
        return None
    quotation = drafts.quotation_before(document, i)
    if quotation is None or quotation.words < 4:
        return None
    source = phrases.subject(document, i + 1, limit)
    if source is None and i + 1 < limit and phrases.is_definite(document.words[i + 1]):
        source = (i + 1, i + 2)
    if source is None:
        return None
    return Draft("quotation+verb", (i, i + 1), form, [(quotation.inner_first, quotation.inner_last)], source, type="direct", limit=limit)
