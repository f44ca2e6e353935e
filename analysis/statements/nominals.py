"""Statements whose cue is a participle (مضيفا) or a verbal noun (قوله، دعوة X إلى)."""

from __future__ import annotations

from analysis.statements import complements, contents, drafts, objects, phrases
from analysis.statements.cues import Form
from analysis.statements.doubts import is_wished
from analysis.statements.drafts import Draft
from analysis.text.document import Document


def participle(document: Document, i: int, form: Form, proclitic: str) -> list[Draft]:
    """Return the statements that the participle at token `i` may introduce (مضيفا أن, مشيدا بـ), one for each complement."""
    limit = drafts.limit(document, i)
    found = complements.alternatives(document, form, i + 1, min(limit, i + 22))
    made = [_participle(document, i, form, complement, limit) for complement in found]
    return drafts.competing([draft for draft in made if draft is not None])


def _participle(document: Document, i: int, form: Form, complement: complements.Complement, limit: int) -> Draft | None:
    words = document.words
    notes = ["inside_quotation"] if document.depths[i] else []  # it describes what its speaker speaks about
    notes += complement.notes
    if words[i] in phrases.common_words() and not words[i].endswith("ا"):
        # A feminine participle is an adjective too (جهود متابعة …): it needs its complement at once, or a comma before it.
        spoken = i and words[i - 1] in phrases.COMMAS and complement.marker <= i + 7
        closed = i and (words[i - 1] in phrases.COMMAS or words[i - 1] in "»”\")")
        frames = {frame for frame in form.frames if frame.startswith("obj+")}
        noun = complement.first == i + 1 and objects.is_content_noun(words[i + 1]) or complement.first == i + 1 and objects.is_masdar(words[i + 1])
        if complement.how == "object" and not (spoken and frames or noun):
            notes.append("adjective")
        if complement.marker > i + 1 and not spoken or complement.how == "attached" and not closed:
            notes.append("adjective")
    if complement.how == "object" and complement.first != i + 1:
        notes.append("far_object")
    draft = Draft(f"participle+{complement.how}", (i, i + 1), form, [], None, limit=limit, breaks=True, notes=notes)
    if complement.how == "preposition" and complement.marker == i + 1 and words[i + 1] in ("الى", "عن", "على", "من"):
        draft.cue = (i, i + 2)
        complement = complements.Complement("preposition", i + 2, None, i + 1)
    return contents.with_content(document, draft, complement, limit)


def noun(document: Document, i: int, form: Form, proclitic: str) -> list[Draft]:
    """A verbal noun: قوله إن, بقوله, مكتفيا بالقول إن, or one whose subject follows: دعوة الحكومة إلى …."""
    if is_wished(document.words, i):
        return []
    draft = verbal_noun(document, i, form, proclitic) if form.lemma in VERBAL_NOUNS else None
    if draft is not None:
        return [draft]
    limit = drafts.limit(document, i)
    governed = Form(form.lemma, form.act, form.stance, form.frames, "noun" if form.attached else "verb", form.gender, form.number, "")
    found = complements.alternatives(document, governed, i + 1, min(limit, i + 12))
    made = [_noun(document, i, form, proclitic, complement, limit) for complement in found]
    return drafts.competing([draft for draft in made if draft is not None])


def _noun(document: Document, i: int, form: Form, proclitic: str, complement: complements.Complement, limit: int) -> Draft | None:
    words = document.words
    notes = []
    if form.lemma not in NOUNS:
        notes.append("rare_noun")
    article = words[i].lstrip("وفبلك").startswith("ال")
    if not form.attached and not (form.lemma == "قال" and (article or words[i].startswith("بال"))):
        notes.append("bare_noun")
    notes += complement.notes
    if complement.how not in ("clause", "quotation", "colon"):
        notes.append("noun_complement")
    if complement.marker > i + 5:
        notes.append("far_noun")
    if article and not (complement.first <= i + 2 and i and (words[i - 1] in ("الى", "على") or proclitic == "ب" or words[i].startswith("بال"))):
        notes.append("noun_with_article")
    draft = Draft(f"noun+{complement.how}", (i, i + 1), form, [], complement.source, limit=limit, breaks=not article, notes=notes)
    return contents.with_content(document, draft, complement, limit)


# Verbal nouns that introduce a clause of their own.
NOUNS = frozenset("قال أكد أضاف زعم وصف دعا أعلن صرح".split())
# Verbal nouns that carry a position with their own complement, whoever is their subject.
VERBAL_NOUNS = frozenset("دعا طالب اتهم هدد تعهد حذر ناشد".split())


def verbal_noun(document: Document, i: int, form: Form, proclitic: str) -> Draft | None:
    """دعوة الحكومة إلى زيارة عدن، لاتهامها بعدم الحماية: a verbal noun, its subject or object, and its complement."""
    words = document.words
    notes = ["noun_with_article"] if words[i].removeprefix(proclitic).startswith("ال") else []
    limit = min(drafts.limit(document, i), i + 12)
    governed = Form(form.lemma, form.act, form.stance, form.frames - {"obj", "q", "obj?", "obj+ب"} | ({"ب"} if form.lemma == "اتهم" else set()), "verb", form.gender, form.number, form.attached)
    complement = complements.find(document, governed, i + 1, limit)
    if complement is None or complement.how not in ("preposition", "attached", "clause") or any(words[k] in phrases.COMMAS or words[k] == "." for k in range(i + 1, complement.marker)):
        return None
    source = None
    if not form.attached and complement.first > i + 1:
        if not phrases.can_speak(words[i + 1]):
            notes.append("no_subject")
        source = (i + 1, complement.marker) if form.lemma != "اتهم" else None
    elif not form.attached:
        notes.append("no_subject")
    draft = Draft(f"verbal noun+{complement.how}", (i, i + 1), form, [], source, limit=drafts.limit(document, i), notes=notes)
    return contents.with_content(document, draft, complement, draft.limit)
