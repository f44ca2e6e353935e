"""Statements whose cue is a participle (مضيفا) or a verbal noun (قوله، دعوة X إلى)."""

from __future__ import annotations

from analysis.statements import complements, contents, drafts, objects, phrases
from analysis.statements.cues import Form
from analysis.statements.drafts import Draft
from analysis.text.document import Document


def participle(document: Document, i: int, form: Form, proclitic: str) -> Draft | None:
    words = document.words
    if document.depths[i]:
        return None  # inside a quotation it describes what its speaker speaks about
    limit = drafts.limit(document, i)
    complement = complements.find(document, form, i + 1, min(limit, i + 22))
    if complement is None:
        return None
    if words[i] in phrases.common_words() and not words[i].endswith("ا"):
        # A feminine participle is an adjective too (جهود متابعة …): it needs its complement at once, or a comma before it.
        spoken = i and words[i - 1] in phrases.COMMAS and complement.marker <= i + 7
        closed = i and (words[i - 1] in phrases.COMMAS or words[i - 1] in "»”\")")
        frames = {frame for frame in form.frames if frame.startswith("obj+")}
        noun = complement.first == i + 1 and objects.is_content_noun(words[i + 1]) or complement.first == i + 1 and objects.is_masdar(words[i + 1])
        if complement.how == "object" and not (spoken and frames or noun):
            return None
        if complement.marker > i + 1 and not spoken or complement.how == "attached" and not closed:
            return None
    if complement.how == "object" and complement.first != i + 1:
        return None
    draft = Draft(f"participle+{complement.how}", (i, i + 1), form, [], None, limit=limit, breaks=True)
    if complement.how == "preposition" and complement.marker == i + 1 and words[i + 1] in ("الى", "عن", "على", "من"):
        draft.cue = (i, i + 2)
        complement = complements.Complement("preposition", i + 2, None, i + 1)
    return contents.with_content(document, draft, complement, limit)


def noun(document: Document, i: int, form: Form, proclitic: str) -> Draft | None:
    """A verbal noun: قوله إن, بقوله, مكتفيا بالقول إن, or one whose subject follows: دعوة الحكومة إلى …."""
    words = document.words
    if form.lemma in VERBAL_NOUNS:
        return verbal_noun(document, i, form, proclitic)
    if form.lemma not in ("قال", "أكد", "أضاف", "زعم", "وصف", "دعا", "أعلن", "صرح"):
        return None
    article = words[i].lstrip("وفبلك").startswith("ال")
    if not form.attached and not (form.lemma == "قال" and (article or words[i].startswith("بال"))):
        return None
    limit = drafts.limit(document, i)
    complement = complements.find(document, form, i + 1, min(limit, i + 6))
    if complement is None or complement.how not in ("clause", "quotation", "colon"):
        return None
    if article and not (complement.first <= i + 2 and i and (words[i - 1] in ("الى", "على") or proclitic == "ب" or words[i].startswith("بال"))):
        return None
    draft = Draft(f"noun+{complement.how}", (i, i + 1), form, [], None, limit=limit, breaks=not article)
    return contents.with_content(document, draft, complement, limit)
# Verbal nouns that carry a position with their own complement, whoever is their subject.
VERBAL_NOUNS = frozenset("دعا طالب اتهم هدد تعهد حذر ناشد".split())


def verbal_noun(document: Document, i: int, form: Form, proclitic: str) -> Draft | None:
    """دعوة الحكومة إلى زيارة عدن، لاتهامها بعدم الحماية: a verbal noun, its subject or object, and its complement."""
    words = document.words
    if words[i].removeprefix(proclitic).startswith("ال"):
        return None
    limit = min(drafts.limit(document, i), i + 12)
    governed = Form(form.lemma, form.act, form.stance, form.frames - {"obj", "q", "obj?", "obj+ب"} | ({"ب"} if form.lemma == "اتهم" else set()), "verb", form.gender, form.number, form.attached)
    complement = complements.find(document, governed, i + 1, limit)
    if complement is None or complement.how not in ("preposition", "attached", "clause") or any(words[k] in phrases.COMMAS or words[k] == "." for k in range(i + 1, complement.marker)):
        return None
    source = None
    if not form.attached and complement.first > i + 1:
        if not phrases.can_speak(words[i + 1]):
            return None
        source = (i + 1, complement.marker) if form.lemma != "اتهم" else None
    elif not form.attached:
        return None
    draft = Draft(f"verbal noun+{complement.how}", (i, i + 1), form, [], source, limit=drafts.limit(document, i))
    return contents.with_content(document, draft, complement, draft.limit)
