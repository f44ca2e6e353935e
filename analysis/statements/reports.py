"""Statements that pass through a relay (نقلت وكالة … عن X قوله) or a document (جاء في البيان أن)."""

from __future__ import annotations

from analysis.statements import complements, contents, drafts, phrases
from analysis.statements.cues import readings
from analysis.statements.drafts import Draft
from analysis.text.document import Document

RELAYS = frozenset("نقل نقلت نقلا ونقل ونقلت ونقلا نقلته تنقل وتنقل".split())
SPEECH_NOUNS = frozenset("قوله قولها قولهم تاكيده تاكيدها نفيه نفيها اعلانه اعلانها القول".split())


def relay(document: Document, i: int) -> Draft | None:
    """نقلت وكالة … عن X قوله إن …: who passes it on stands before عن, who said it after it."""
    words = document.words
    if words[i] not in RELAYS:
        return None
    limit = drafts.limit(document, i)
    about = next((k for k in range(i + 1, min(limit, i + 14)) if words[k] in ("عن", "عنه", "عنها", "عنهم")), None)
    if about is None or about + 1 >= limit:
        return None
    unnamed = words[about] != "عن"  # ونقلت عنه قوله: who was named before
    end = next(
        (
            k
            for k in range(about + 1, min(limit, about + 40))
            if words[k] in SPEECH_NOUNS or words[k] in phrases.COMPLEMENTIZERS or words[k] == ":" or k in document.openings and document.openings[k].words > 3
        ),
        None,
    )
    if end is None:
        return None
    source = None if unnamed else phrases.subject(document, about + 1, end)
    if source is None and not (unnamed and words[end] in SPEECH_NOUNS):
        return None
    cue = (end, end + 1) if words[end] in SPEECH_NOUNS else (i, i + 1)
    form = next(form for form, _ in readings(words[end] if words[end] in SPEECH_NOUNS - {"القول"} else "قال"))
    complement = complements.find(document, form, end + 1 if words[end] in SPEECH_NOUNS else end, limit)
    if complement is None:
        return None
    relay = phrases.subject(document, i + 1, about) if about > i + 1 else None
    draft = Draft("relay", cue, form, [], source, relay, limit=limit, breaks=True)
    return contents.with_content(document, draft, complement, limit)


def in_document(document: Document, i: int) -> Draft | None:
    """وجاء في البيان أن …: the document speaks."""
    words = document.words
    if words[i] not in ("جاء", "وجاء", "ورد", "وورد") or i + 2 >= len(words) or words[i + 1] != "في":
        return None
    if phrases.bare(words[i + 2]) not in phrases.DOCUMENTS and phrases.head_of(words[i + 2]) is None and words[i + 2] not in ("الخبر", "نص", "خبر"):
        return None
    limit = drafts.limit(document, i)
    form = next(form for form, _ in readings("قال"))
    complement = complements.find(document, form, i + 2, limit)
    if complement is None or complement.how not in ("clause", "quotation", "colon"):
        return None
    draft = Draft(f"document+{complement.how}", (i, i + 2), form, [], complement.source, limit=limit, breaks=True)
    return contents.with_content(document, draft, complement, limit)
