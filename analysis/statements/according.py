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
    opens = i <= first_sentence + 1 or _opens_clause(document, i)
    if after < len(words) and words[after] in ("ما", "لما"):  # بحسب ما قال X
        if opens and after + 2 < last_sentence and any(form.shape == "verb" for form, _ in readings(words[after + 1])):
            return _clause_after(document, i, after + 2, phrases.subject(document, after + 2, last_sentence), last_sentence)
        return _as_said(document, after, cue_first=i)
    source = _source(document, after, last_sentence)
    if source is None:
        return None
    word = words[after].removeprefix("لل").removeprefix("ل")
    notes = ["no_document"] if phrases.bare(word) in NO_DOCUMENTS or word in NO_DOCUMENTS else []
    notes += [] if _speaks(document, after) else ["unknown_source"]
    found = _with_content(document, i, cue_last, source, last_sentence, opens)
    return found if found is None else found | {"notes": notes}


def _with_content(document: Document, i: int, cue_last: int, source: tuple[int, int], last_sentence: int, opens: bool) -> dict | None:
    words = document.words
    if opens or words[source[1] : source[1] + 1] and words[source[1]] in phrases.COMPLEMENTIZERS:
        return _clause_after(document, i, cue_last, source, last_sentence)
    return _clause_before(document, i, cue_last, source)


def _clause_after(document: Document, i: int, cue_last: int, source: tuple[int, int] | None, last: int) -> dict | None:
    """Return the statement whose content follows the source: after a comma, فإن, أن or a verb."""
    words = document.words
    if source is None:
        return None
    first = source[1]
    begins = first < last and (
        words[first] in phrases.COMMAS or words[first][0] == "ف" or words[first] in phrases.COMPLEMENTIZERS or phrases.is_verb(words[first])
    )
    if not begins:
        first = next((k for k in range(first, min(last, first + 14)) if words[k] in phrases.COMMAS or words[k] in ("فان", "فانه", "فانها", "فانهم")), last)
    while first < last and words[first] in phrases.COMMAS:
        first += 1
    if first >= last - 1:
        return None
    return {
        "rule": "preposition before", "cue": (i, cue_last), "form": None, "content": [(first, last)],
        "source": source, "open": True, "limit": last, "breaks": True,
    }


def _opens_clause(document: Document, i: int) -> bool:
    """Say whether the preposition opens a clause of its own: وبحسب after a sentence, a comma or فإنه."""
    word, before = document.words[i], document.words[i - 1]
    if not word.startswith("و") or word in ("وفق", "وفقا"):
        return False
    return before in (".", "\n", "فانه", "فان", "ان") or before in phrases.COMMAS


def _plain(word: str) -> str:
    """Return a word without the ل of وفقا لـ."""
    if word.startswith("لل"):
        return word[2:]
    if word.startswith("ل") and len(word) > 3 and phrases.head_of(word) is None and word not in phrases.state_names():
        return word[1:]
    return word


def _speaks(document: Document, after: int) -> bool:
    """Say whether the word at token `after` begins a source by some table."""
    word = document.words[after]
    plain = _plain(word)
    head = phrases.head_of(plain) or phrases.head_of(word)
    return (
        head is not None or plain in DOCUMENTS or phrases.bare(plain) in DOCUMENTS or plain in phrases.state_names()
        or word in phrases.given_names() or after in document.openings and document.openings[after].words <= 4
        or (phrases.is_name(word) and word == plain and not (word.endswith("ه") and phrases.is_plain(word[:-1])))
    )


def _source(document: Document, after: int, limit: int) -> tuple[int, int] | None:
    """Return the source after the preposition, None where no noun follows."""
    words = document.words
    if after >= limit:
        return None
    word = words[after]
    speaks = _speaks(document, after)
    if not speaks and (not word[0].isalpha() or word in phrases.ADJUNCTS or word in phrases.COMPLEMENTIZERS or phrases.is_verb(word)):
        return None
    end = phrases.phrase(document, after, limit) if after not in document.openings else document.openings[after].last
    while end < limit - 1 and words[end] in phrases.COMMAS and phrases.begins_apposition(document, end + 1) and phrases.is_name(words[end + 1]):
        more = phrases.phrase(document, end + 1, limit)
        if more <= end + 1:
            break
        end = more
    return (after, end) if end > after else None


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
    if source is None and i + 2 < last_sentence and phrases.is_definite(words[i + 2]):  # حسبما أعلن البيت الأبيض
        end = phrases.phrase(document, i + 2, last_sentence)
        source = (i + 2, end) if end > i + 2 else None
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
    dash = next((k for k in range(first, min(last - 3, first + 12)) if words[k] in ("-", "–")), None)
    if dash is not None and first == 0 and not any(phrases.is_verb(words[k]) for k in range(first, dash)):
        first = dash + 1  # a dateline
    told = next((k for k in range(first, min(last - 3, first + 3)) if words[k] in phrases.COMPLEMENTIZERS), None)
    if told is not None:
        first = told  # يشار إلى أن …: the clause begins with أن
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
