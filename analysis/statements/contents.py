"""Contents of drafts: where a complement becomes content, where open content ends, what is nested in what."""

from __future__ import annotations

from bisect import bisect_right

from analysis.statements import boundaries, complements, drafts, endings, phrases
from analysis.statements.cues import readings
from analysis.statements.drafts import Draft
from analysis.text.document import Document

# He said that she said that they said: deeper than this is no prose.
DEEPEST = 4


def with_content(document: Document, draft: Draft, complement: complements.Complement, limit: int) -> Draft | None:
    """Give a draft its content: closed where quotation marks close it, else open until `end_contents`."""
    words = document.words
    first = complement.first
    while first < limit and words[first] in phrases.COMMAS:
        first += 1
    if complement.how == "colon":
        while first < len(words) and words[first] == "\n":
            first += 1
        if first >= len(words):
            return None
        if first in document.openings:
            complement = complements.Complement("quotation", first, complement.source, complement.marker)
        elif words[first] not in phrases.COMPLEMENTIZERS:
            draft.content = [(first, _speech_end(document, first))]
            draft.type = boundaries.kind(document, *draft.content[0])
            draft.unmarked = True
            return draft if draft.content[0][1] > first else None
    if complement.how == "quotation":
        quotation = document.openings[first]
        draft.content = [(quotation.inner_first, quotation.inner_last)]
        draft.type = "direct"
        earlier = drafts.quotation_before(document, draft.cue[0])
        if earlier is not None and draft.rule.startswith("verb"):
            # “…”، قال ماريدا، “…”: the cue interrupts what was said
            draft.content.insert(0, (earlier.inner_first, earlier.inner_last))
            draft.rule = "verb+interrupted quotation"
        return draft
    if first >= max(limit, first if complement.how == "colon" else limit):
        return None
    draft.content = [(first, max(limit, document.sentence_of(first)[1]) if complement.how == "colon" else limit)]
    draft.limit = draft.content[0][1]
    draft.open = True
    return draft


def _speech_end(document: Document, first: int) -> int:
    """Return where unmarked speech after a colon ends: with its paragraph, or before a sentence that has a cue."""
    last = document.paragraph_of(first)[1]
    for start, _ in document.sentences:
        if first < start < last and any(form.shape == "verb" and proclitic for form, proclitic in readings(document.words[start])):
            last = start
            break
    return boundaries.trim(document, first, last)


def without_governed(found: list[Draft]) -> list[Draft]:
    """Leave out a verbal noun that another cue governs: in جدد المطالبة بتطبيق القرارات one thing is said, once."""
    governed = {draft.content[0][0] for draft in found if draft.form is None or draft.form.shape != "noun"}
    return [d for d in found if d.form is None or d.form.shape != "noun" or d.cue[0] not in governed]


def one_per_content(found: list[Draft]) -> list[Draft]:
    """Keep one statement for each beginning of content: a verb's before a noun's (قال في تصريحات إن), else the one whose
    cue stands nearest before it."""

    def rank(draft: Draft) -> tuple[bool, int]:
        noun = draft.form is not None and draft.form.shape == "noun" and draft.rule != "relay"
        return noun, abs(draft.content[0][0] - draft.cue[0])

    best: dict[int, Draft] = {}
    for draft in found:
        first = draft.content[0][0]
        other = best.get(first)
        if other is None or rank(draft) < rank(other):
            if other is not None and draft.source is None:
                draft.source = draft.source or (other.source if other.rule == "relay" else None)
                draft.relay = other.relay
            best[first] = draft
    return sorted(best.values(), key=lambda d: (d.cue[0], d.content[0][0]))


def end_contents(document: Document, found: list[Draft]) -> None:
    """End every open content before the next statement's cue, the narrator's clause or the sentence's end."""
    breaking = [d.cue[0] for d in found if d.breaks]
    cues = {d.cue[0]: d for d in found}
    for draft in found:
        if not (draft.open or draft.unmarked):
            continue
        first, last = draft.content[0]
        if draft.unmarked:
            limit = document.paragraph_of(first)[1]
        else:
            limit = draft.limit
            stops = [at for at in breaking[bisect_right(breaking, first) :][:6] if at != draft.cue[0]]
            noun = draft.rule.endswith(("object", "preposition", "attached"))
            last = boundaries.end(document, first, limit, stops, document.depths[draft.cue[0]], noun=noun)
        last = endings.end(document, draft, limit, last, cues)
        draft.content = [(first, last)]
        draft.type = boundaries.kind(document, first, last)


def nest(document: Document, found: list[Draft]) -> None:
    """Give each statement the innermost earlier one whose content holds its cue and content."""
    for j, inner in enumerate(found):
        for k in range(j - 1, max(-1, j - 12), -1):
            first, last = found[k].content[0][0], found[k].content[-1][1]
            if first <= inner.cue[0] and inner.content[0][0] < last and inner.cue[1] <= last:
                inner.parent = k
                inner.content = [(a, min(b, last)) for a, b in inner.content if a < last]
                break


def shallow(found: list[Draft]) -> list[Draft]:
    """Return the statements without those nested deeper than `DEEPEST`: prose does not, and work would grow with their square."""
    depths: list[int] = []
    for draft in found:
        depths.append(0 if draft.parent is None else depths[draft.parent] + 1)
    kept = [k for k, depth in enumerate(depths) if depth <= DEEPEST]
    place = {k: new for new, k in enumerate(kept)}
    for k in kept:
        if found[k].parent is not None:
            found[k].parent = place[found[k].parent]
    return [found[k] for k in kept]
