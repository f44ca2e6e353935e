"""Statements by preposition: بحسب، وفقا لـ، حسبما أفاد، على حد قوله."""

from __future__ import annotations

from analysis.statements import boundaries, phrases
from analysis.statements.cues import readings
from analysis.text.document import Document

PREPOSITIONS = frozenset("بحسب حسب وفق وفقا طبقا وبحسب وحسب ووفق ووفقا وطبقا استنادا نقلا ونقلا".split())
CONJUNCTIONS = frozenset("حسبما وحسبما كما مثلما بحسبما وفقما".split())
# What stands after بحسب and speaks: documents and reports beside the heads of sources.
DOCUMENTS = frozenset("بيان تقرير تقارير رواية روايات ما حصيلة افادة افادات تصريح تصريحات مصادر معلومات بيانات ارقام احصاءات احصائيات احصائية دراسة صحيفة تقييم مسح تقديرات معطيات توقعات وثائق".split())

# What things are done by (وفق خطة مدروسة) and nobody's words.
NO_DOCUMENTS = frozenset("برنامج برامج خطة خطط جدول نظام انظمة قانون شروط معايير الية".split())


def according(document: Document, i: int) -> dict | None:
    """Return the fields of the statement whose cue is the preposition at token `i`, None where there is none.

    After a sentence-initial preposition the content follows (فإن or a comma); else it is the clause before,
    or the quotation that stands directly before.
    """
    words = document.words
    word = words[i]
    if word in CONJUNCTIONS:
        return _as_said(document, i)
    if word not in PREPOSITIONS:
        return None
    after = i + 1
    first_sentence, last_sentence = document.sentence_of(i)
    cue_last = i + 1
    if word.endswith(("وفقا", "طبقا")) or word == "استنادا":
        if after < len(words) and words[after] == "ل":
            after += 1
            cue_last = after
        elif after < len(words) and words[after].startswith("ل"):
            pass
        else:
            return None
    if word.endswith("نقلا"):
        if not (after < len(words) and words[after] == "عن"):
            return None
        after += 1
        cue_last = after
    if after < len(words) and words[after] in ("ما", "لما"):  # بحسب ما قال X
        return _as_said(document, after, cue_first=i)
    source = _source(document, after, last_sentence)
    if source is None:
        return None
    if i <= first_sentence + 1 or _opens_clause(document, i, first_sentence):
        first = source[1]
        if first < last_sentence and words[first] not in phrases.COMMAS and words[first] not in ("فان", "فانه", "فانها", "فقد") and not words[first].startswith("ف"):
            comma = next((k for k in range(first, min(last_sentence, first + 14)) if words[k] in phrases.COMMAS or words[k] in ("فان", "فانه", "فانها", "فانهم")), None)
            if comma is None:
                return None
            first = comma
        while first < last_sentence and words[first] in phrases.COMMAS:
            first += 1
        if first >= last_sentence - 1:
            return None
        return {
            "rule": "preposition before", "cue": (i, cue_last), "form": None, "content": [(first, last_sentence)],
            "source": source, "open": True, "limit": last_sentence, "breaks": True,
        }
    return _clause_before(document, i, cue_last, source)


def _opens_clause(document: Document, i: int, first: int) -> bool:
    return document.words[i].startswith("و") and document.words[i] not in ("وفق", "وفقا") and document.words[i - 1] in (".", "\n")


def _source(document: Document, after: int, limit: int) -> tuple[int, int] | None:
    """Return the source after the preposition, if it can speak."""
    words = document.words
    if after >= limit:
        return None
    word = words[after]
    if word.startswith("لل"):
        plain = word[2:]
    elif word.startswith("ل") and len(word) > 3 and phrases.head_of(word) is None and word not in phrases.state_names():
        plain = word[1:]
    else:
        plain = word
    head = phrases.head_of(plain) or phrases.head_of(word)
    if phrases.bare(plain) in NO_DOCUMENTS:
        return None
    speaks = (
        head is not None or plain in DOCUMENTS or phrases.bare(plain) in DOCUMENTS or plain in phrases.state_names()
        or word in phrases.given_names() or after in document.openings and document.openings[after].words <= 4
        or (phrases.is_name(word) and word == plain and not (word.endswith("ه") and phrases.is_plain(word[:-1])))
    )
    if not speaks:
        return None
    end = phrases.phrase(document, after, limit) if after not in document.openings else document.openings[after].last
    while end < limit - 1 and words[end] in phrases.COMMAS and phrases._begins_apposition(document, end + 1) and phrases.is_name(words[end + 1]):
        more = phrases.phrase(document, end + 1, limit)
        if more <= end + 1:
            break
        end = more
    return (after, end)


def _as_said(document: Document, i: int, cue_first: int | None = None) -> dict | None:
    """حسبما أفاد X، كما قال X: the conjunction at token `i` and a verb of saying after it."""
    words = document.words
    if i + 1 >= len(words):
        return None
    verb = next((form for form, proclitic in readings(words[i + 1]) if form.shape == "verb" and not proclitic), None)
    if verb is None or not {"an", "q"} & {frame.rstrip("!?") for frame in verb.frames}:
        return None
    first_sentence, last_sentence = document.sentence_of(i)
    source = phrases.subject(document, i + 2, last_sentence)
    if words[i] == "كما" and cue_first is None:
        # كما قال X إن … opens a statement of its own; كما قال X after a clause looks back.
        if source is None or i <= first_sentence + 1:
            return None
        tail = words[source[1] : last_sentence]
        if any(w in phrases.COMPLEMENTIZERS or w in (":", "«", "“", '"') or w.startswith("..") for w in tail[:12]):
            return None
    at = i if cue_first is None else cue_first
    if at <= first_sentence + 1:
        return None
    return _clause_before(document, at, i + 2, source)


def _clause_before(document: Document, i: int, cue_last: int, source: tuple[int, int] | None) -> dict | None:
    """Return the statement whose content stands before the preposition at token `i`."""
    words = document.words
    first_sentence, last_sentence = document.sentence_of(i)
    k = i
    while k > first_sentence and words[k - 1] in phrases.COMMAS:
        k -= 1
    quotation = next((q for q in document.quotations if q.last == k and q.words >= 4 and q.depth == document.depths[i]), None)
    first = first_sentence
    kind = None
    if quotation is not None:
        first, k, kind = quotation.inner_first, quotation.inner_last, "direct"
    else:
        first = _clause_start(document, first_sentence, k)
        if any(word in phrases.COMPLEMENTIZERS for word in words[max(first, k - 3) : k]):
            return None  # ويرى فلان أن إيران، وفقا للمعلومات، …: it stands within another's words
    if k - first < 3 or words[cue_last : cue_last + 1] == ["الله"]:
        return None
    if k - first < 9 and quotation is None and any(form.shape == "verb" and {"an", "q"} & form.frames for form, _ in readings(words[first])):
        return None  # قال فلان، بحسب البيان، إن: another cue's own words
    return {
        "rule": "preposition after", "cue": (i, cue_last), "form": None, "content": [(first, k)], "source": source,
        "type": kind or boundaries.kind(document, first, k), "limit": last_sentence, "breaks": True,
    }


OPENERS = (
    ("الى", "ذلك"), ("من", "جهة", "اخرى"), ("من", "ناحية", "اخرى"), ("من", "جانب", "اخر"), ("من", "جهته"), ("من", "جانبه"), ("في", "سياق", "متصل"),
    ("في", "غضون", "ذلك"), ("في", "المقابل"), ("وفي", "حادثة", "منفصلة"), ("في", "هذه", "الاثناء"),
)


def _clause_start(document: Document, first: int, last: int) -> int:
    """Return where the clause that the preposition qualifies begins: after connecting phrases and after a cue's own clause."""
    words = document.words
    while first < last and (not words[first][0].isalnum() or words[first] in phrases.COMMAS) and first not in document.openings:
        first += 1
    for opener in OPENERS:
        if tuple(words[first : first + len(opener)]) == opener:
            first += len(opener)
            while first < last and words[first] in phrases.COMMAS:
                first += 1
            break
    if first < last and words[first] in ("لكن", "كما", "فيما", "بينما"):
        first += 1
    first = _after_adverbial(words, first, last)
    # …، في حين بدا أن …، بحسب فلان: only the last of two contrasted clauses is his
    for k in range(last - 2, first + 2, -1):
        if words[k - 1] in phrases.COMMAS and (words[k] in ("فيما", "بينما", "لكن") or words[k : k + 2] == ["في", "حين"]):
            return k + (2 if words[k] == "في" else 1)
    return first


def _after_adverbial(words: list[str], first: int, last: int) -> int:
    """Return the start of the clause after a leading adverbial (وفي مأرب، شمال شرقي العاصمة، | هاجم الحوثيون)."""
    if words[first].removeprefix("و") not in ("في", "من", "على", "بعد", "قبل", "خلال", "منذ", "عقب", "الى"):
        return first
    for k in range(first + 1, min(last - 4, first + 22)):
        if words[k] in phrases.COMMAS and boundaries.is_finite("و" + words[k + 1]):
            return k + 1
    return first
