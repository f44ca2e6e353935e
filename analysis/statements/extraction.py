"""From a document to its statements: cues, their complements and sources, content from beginning to end."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from analysis.statements import boundaries, complements, phrases
from analysis.statements.according import CONJUNCTIONS, PREPOSITIONS, according
from analysis.statements.cues import Form, readings
from analysis.text.document import Document

NEGATIONS = frozenset("لم لا لن ما ليس دون ولم ولا ولن".split())
CONNECTIVES = frozenset("كما فيما بينما لكن ولكن حيث وقد فقد قد وكان وكانت كان كانت ثم الا غير ان اذ عندما بعدما حين حينما".split())
# Words before which a finite verb follows its subject: they open a new clause.
CLAUSE_OPENERS = frozenset("كون بينما لان اذا عندما لكن ولكن غير الا فان وان ان كما فيما بينما حيث كان كانت وكان وكانت وقد قد فقد اما واما ورغم اذ لان".split())


# What follows تعتبر where it ranks a thing and reports nobody.
RANKS = frozenset("احد احدى من اول اولى اكبر اهم ابرز افضل اخر ثاني ثالث".split())
# كلمة رفع فيها التهنئة، برقية أكد خلالها: a clause about the document just named.
IN_IT = frozenset("فيها فيه خلالها خلاله".split())
# Cues that are prepositions or nouns too: without و they count only where they open their clause.
OPENS_CLAUSE = frozenset("ذكّر وجّه ثمن جدد بين عبر ذكر رد وعد عد قدر نشر أمر زاد شكر حمّل وصف طلب رفض نص عقب سلم علق".split())


@dataclass
class Draft:
    """A statement in token positions, before its speaker is known.

    Attributes:
        cue: token range; content: one or more token ranges; source: token range or None.
        relay: token range of who passes it on, or None.
        breaks: whether the cue ends the content of the statement before it.
        parent: index of the statement inside whose content it stands, or None.
    """

    rule: str
    cue: tuple[int, int]
    form: Form | None
    content: list[tuple[int, int]]
    source: tuple[int, int] | None = None
    relay: tuple[int, int] | None = None
    type: str = "indirect"
    breaks: bool = False
    open: bool = False
    limit: int = 0
    parent: int | None = None
    notes: list[str] = field(default_factory=list)


def drafts(document: Document) -> list[Draft]:
    """Return the statements of a document in the order of their cues. Linear in the length of the document."""
    found: list[Draft] = []
    for i, word in enumerate(document.words):
        if not _may_begin_cue(word):
            continue
        draft = _at(document, i)
        if draft is not None:
            found.append(draft)
    found += _headlines(document)
    found += _after_colons(document, found)
    found.sort(key=lambda d: (d.cue[0], d.content[0][0]))
    found = _one_per_content(found)
    _end_contents(document, found)
    found = [d for d in found if all(last > first for first, last in d.content)]
    _nest(document, found)
    return found


@cache
def _may_begin_cue(word: str) -> bool:
    """Say whether a cue can begin with this folded word; most words are done with here."""
    return word[0].isalpha() and bool(
        readings(word) or word in PREPOSITIONS or word in CONJUNCTIONS or word in RELAYS or word in ("جاء", "وجاء", "ورد", "وورد")
    )


def _at(document: Document, i: int) -> Draft | None:
    """Return the statement whose cue begins at token `i`, None where there is none."""
    words = document.words
    found = according(document, i)
    if found is not None:
        return Draft(**found)
    relay = _relay(document, i)
    if relay is not None:
        return relay
    document_says = _in_document(document, i)
    if document_says is not None or words[i] in ("جاء", "وجاء"):
        return document_says
    for form, proclitic in readings(words[i]):
        draft = None
        if form.shape == "verb":
            draft = _verb(document, i, form, proclitic)
        elif form.shape == "participle":
            draft = _participle(document, i, form, proclitic)
        else:
            draft = _noun(document, i, form, proclitic)
        if draft is not None:
            return draft
    return None


def _limit(document: Document, i: int) -> int:
    """Return the end of the sentence of token `i`, and of the quotation in which it stands."""
    last = document.sentence_of(i)[1]
    if document.depths[i]:
        inner = [q.inner_last for q in document.quotations if q.inner_first <= i < q.inner_last]
        last = min([last, *inner])
        stop = bisect_right(document.breaks, i)
        if stop < len(document.breaks):
            last = min(last, document.breaks[stop] + 1)
    return last


def _verb(document: Document, i: int, form: Form, proclitic: str) -> Draft | None:
    words = document.words
    previous = words[i - 1] if i else ""
    if previous in NEGATIONS and form.lemma not in ("رفض", "استبعد", "أخفى", "أنكر", "رأى", "اعتقد"):
        return None
    if form.lemma == "أخفى" and previous not in ("لم", "لا", "ولم", "ولا"):
        return None
    if words[i].startswith("س") and form.imperfect:
        return None
    if form.imperfect and previous in ("ان", "كي", "لكي", "حتى", "بان", "سوف", "الا", "قد"):
        return None
    if not proclitic and previous in ("في", "من", "الى", "على", "عن", "مع", "بعد", "قبل", "كل", "اي", "خلال", "بين"):
        return None
    if form.lemma in OPENS_CLAUSE and not proclitic and not form.attached and not (i == document.sentence_of(i)[0] or previous in CONNECTIVES or previous in phrases.COMMAS or words[i].endswith(("ت", "وا")) or form.imperfect or words[i + 1 : i + 2] and words[i + 1] in IN_IT):
        opens = form.lemma == "عبر" and i + 1 < len(words) and phrases.can_speak(words[i + 1]) and "عن" in words[i + 2 : i + 16]
        before = _subject_before(document, i, proclitic)
        opens = opens or before is not None and before[0] <= document.sentence_of(i)[0] + 2
        if not opens and form.lemma == "وصف" and i + 1 < len(words) and phrases.can_speak(words[i + 1]):
            opens = any(w in ("بانه", "بانها", "بانهم") for w in words[i + 2 : i + 22])
        if not opens:
            return None
    if _first_person(document, i, form, proclitic) or words[i].removeprefix(proclitic) in NOUNS_IN_DISGUISE:
        return None
    limit = _limit(document, i)
    complement = complements.find(document, form, i + 1, limit)
    if complement is None:
        return _after_quotation(document, i, form, limit)
    if form.lemma == "بين" and complement.source is None and complement.first != i + 1:
        return None
    source = complement.source
    if source is None:
        source = _subject_before(document, i, proclitic)
        if source is not None and form.lemma in IMPERSONAL and form.imperfect and not _is_actor(words[source[0]]):
            return None  # النمو الذي يتوقع أن …
    if previous in ("ابي", "ابو", "ابا", "بن") or words[complement.first] in ("بذلك", "بهذا"):
        return None  # علي بن أبي طالب; صرح بذلك فلان looks back
    if source is None and not proclitic and form.lemma == "وصف" and complement.how != "clause":
        return None  # وصفت بالعنيفة: nobody describes
    if source is None and not proclitic and _mute_subject(words, i, document.sentence_of(i)[0]):
        return None  # المتغيرات قد كشفت أن …: what cannot speak shows something
    if source is None and _passive(document, i, proclitic) and form.lemma in ("طلب", "وصف", "اعتبر", "قدر", "اتهم"):
        return None
    if words[i] in ("ورد", "تعبر", "يعبر") and (source is None or not _is_actor(words[source[0]])):
        return None
    if form.imperfect and form.lemma in ("اعتبر", "عد", "قدر") and complement.how in ("object", "quotation") and (source is None or words[complement.first] in RANKS):
        return None  # تعتبر السياحة من أهم …: nobody's words
    if form.number == "d" and complement.how not in ("clause", "quotation", "colon"):
        return None
    if source is None and document.depths[i]:
        return None  # inside a quotation a verb without a subject goes on with what its speaker does
    if source is None and _impersonal(form, words[i], proclitic, i == document.sentence_of(i)[0]):
        return None
    if complement.how == "object" and not _object_is_speech(document, form, complement, source, i, proclitic):
        return None
    draft = Draft(f"verb+{complement.how}", (i, i + 1), form, [], source, limit=limit)
    draft.breaks = bool(proclitic) or i == document.sentence_of(i)[0] or _opens_report(words, i)
    return _with_content(document, draft, complement, limit)


# Verbs that say nothing about who believes or mentions where no subject is expressed: يذكر أن، يعتقد أن، يرجح أن.
IMPERSONAL = frozenset("ذكر اعتقد رجح توقع افترض أظهر بين قدر عد أثبت علم اتفق".split())
# Forms that a noun or an adverb has too.
NOUNS_IN_DISGUISE = frozenset("دان طالبا طلبا وعدا ردا هنا تبين تامر امرا عدا نصا كشفا نشرا رفضا شكرا ذكرا وصفا تعد تسلم نصت".split()) - {"نصت"}


def _impersonal(form: Form, word: str, proclitic: str, opens: bool) -> bool:
    """Say whether a verb without expressed subject is impersonal: يذكر أن, ويتوقع أن, علم أن."""
    if form.lemma in ("علم", "اتفق"):
        return True
    return form.imperfect and form.lemma in IMPERSONAL and form.number == "s" and (form.gender == "m" or form.lemma == "بين")


def _first_person(document: Document, i: int, form: Form, proclitic: str) -> bool:
    """Say whether the original spells a first person that folding hides: أعتقد is no اعتقد, أتهم no اتهم."""
    if form.imperfect or form.shape != "verb":
        return False
    start, end = document.span(i, i + 1)
    original = document.folded.original[start:end].removeprefix(proclitic)
    return original.startswith("آ") or form.lemma.startswith("ا") and original.startswith("أ")


def _mute_subject(words: list[str], i: int, start: int) -> bool:
    """Say whether a definite noun that cannot speak stands right before the verb as its subject."""
    k = i
    while k > start and words[k - 1] in ("قد", "لا", "ايضا"):
        k -= 1
    if k <= start:
        return False
    if words[k - 1] in phrases.RELATIVES:
        k -= 1
        return k > start and words[k - 1][0].isalpha()
    return phrases.is_definite(words[k - 1]) and words[k - 1] not in phrases.COMMAS


def _passive(document: Document, i: int, proclitic: str) -> bool:
    """Say whether the original spells a passive: a damma on the first letter (طُلب, أُعلن)."""
    start, end = document.span(i, i + 1)
    return document.folded.original[start:end].removeprefix(proclitic)[1:2] == "\u064f"


def _is_actor(word: str) -> bool:
    return phrases.head_of(word) is not None or word in phrases.state_names() or phrases.is_name(word)


def _opens_report(words: list[str], i: int) -> bool:
    """Say whether a verb without و opens a report of its own: after a comma and a word such as كما, فيما, لكن."""
    k = i
    while k and words[k - 1] in CONNECTIVES and i - k < 3:
        k -= 1
    return k < i and k > 0 and (words[k - 1] in phrases.COMMAS or words[k - 1] in (".", "\n", "»", "”", '"')) and words[k] not in ("اذ", "ان", "قد")


def _object_is_speech(document: Document, form: Form, complement, source, i: int, proclitic: str) -> bool:
    """Say whether verb and object report a position and no deed: somebody must be its subject."""
    if source is not None:
        return True
    words = document.words
    return bool(proclitic) or i == document.sentence_of(i)[0] or words[i - 1] in CONNECTIVES or i + 1 < len(words) and words[i + 1] in IN_IT


def _participle(document: Document, i: int, form: Form, proclitic: str) -> Draft | None:
    words = document.words
    if document.depths[i]:
        return None  # inside a quotation it describes what its speaker speaks about
    limit = _limit(document, i)
    complement = complements.find(document, form, i + 1, min(limit, i + 22))
    if complement is None:
        return None
    if words[i] in phrases.common_words() and not words[i].endswith("ا"):
        # A feminine participle is an adjective too (جهود متابعة …): it needs its complement at once, or a comma before it.
        spoken = i and words[i - 1] in phrases.COMMAS and complement.marker <= i + 7
        closed = i and (words[i - 1] in phrases.COMMAS or words[i - 1] in "»”\")")
        frames = {frame for frame in form.frames if frame.startswith("obj+")}
        noun = complement.first == i + 1 and complements.is_content_noun(words[i + 1]) or complement.first == i + 1 and complements.is_masdar(words[i + 1])
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
    return _with_content(document, draft, complement, limit)


def _noun(document: Document, i: int, form: Form, proclitic: str) -> Draft | None:
    """A verbal noun: قوله إن, بقوله, مكتفيا بالقول إن, or one whose subject follows: دعوة الحكومة إلى …."""
    words = document.words
    if form.lemma in VERBAL_NOUNS:
        return _verbal_noun(document, i, form, proclitic)
    if form.lemma not in ("قال", "أكد", "أضاف", "زعم", "وصف", "دعا", "أعلن", "صرح"):
        return None
    article = words[i].lstrip("وفبلك").startswith("ال")
    if not form.attached and not (form.lemma == "قال" and (article or words[i].startswith("بال"))):
        return None
    limit = _limit(document, i)
    complement = complements.find(document, form, i + 1, min(limit, i + 6))
    if complement is None or complement.how not in ("clause", "quotation", "colon"):
        return None
    if article and not (complement.first <= i + 2 and i and (words[i - 1] in ("الى", "على") or proclitic == "ب" or words[i].startswith("بال"))):
        return None
    draft = Draft(f"noun+{complement.how}", (i, i + 1), form, [], None, limit=limit, breaks=not article)
    return _with_content(document, draft, complement, limit)


# Verbal nouns that carry a position with their own complement, whoever is their subject.
VERBAL_NOUNS = frozenset("دعا طالب اتهم هدد تعهد حذر ناشد".split())


def _verbal_noun(document: Document, i: int, form: Form, proclitic: str) -> Draft | None:
    """دعوة الحكومة إلى زيارة عدن، لاتهامها بعدم الحماية: a verbal noun, its subject or object, and its complement."""
    words = document.words
    if words[i].removeprefix(proclitic).startswith("ال"):
        return None
    limit = min(_limit(document, i), i + 12)
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
    draft = Draft(f"verbal noun+{complement.how}", (i, i + 1), form, [], source, limit=_limit(document, i))
    return _with_content(document, draft, complement, draft.limit)


RELAYS = frozenset("نقل نقلت نقلا ونقل ونقلت ونقلا نقلته تنقل وتنقل".split())
SPEECH_NOUNS = frozenset("قوله قولها قولهم تاكيده تاكيدها نفيه نفيها اعلانه اعلانها القول".split())


def _relay(document: Document, i: int) -> Draft | None:
    """نقلت وكالة … عن X قوله إن …: who passes it on stands before عن, who said it after it."""
    words = document.words
    if words[i] not in RELAYS:
        return None
    limit = _limit(document, i)
    about = next((k for k in range(i + 1, min(limit, i + 14)) if words[k] == "عن"), None)
    if about is None or about + 1 >= limit:
        return None
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
    source = phrases.subject(document, about + 1, end)
    if source is None:
        return None
    cue = (end, end + 1) if words[end] in SPEECH_NOUNS else (i, i + 1)
    form = next(form for form, _ in readings(words[end] if words[end] in SPEECH_NOUNS - {"القول"} else "قال"))
    complement = complements.find(document, form, end + 1 if words[end] in SPEECH_NOUNS else end, limit)
    if complement is None:
        return None
    relay = phrases.subject(document, i + 1, about) if about > i + 1 else None
    draft = Draft("relay", cue, form, [], source, relay, limit=limit, breaks=True)
    return _with_content(document, draft, complement, limit)


def _in_document(document: Document, i: int) -> Draft | None:
    """وجاء في البيان أن …: the document speaks."""
    words = document.words
    if words[i] not in ("جاء", "وجاء", "ورد", "وورد") or i + 2 >= len(words) or words[i + 1] != "في":
        return None
    if phrases.bare(words[i + 2]) not in phrases.DOCUMENTS and phrases.head_of(words[i + 2]) is None and words[i + 2] not in ("الخبر", "نص", "خبر"):
        return None
    limit = _limit(document, i)
    form = next(form for form, _ in readings("قال"))
    complement = complements.find(document, form, i + 2, limit)
    if complement is None or complement.how not in ("clause", "quotation", "colon"):
        return None
    draft = Draft(f"document+{complement.how}", (i, i + 2), form, [], complement.source, limit=limit, breaks=True)
    return _with_content(document, draft, complement, limit)


def _after_quotation(document: Document, i: int, form: Form, limit: int) -> Draft | None:
    """«…»، قال X: the quotation stands before its cue."""
    if "q" not in form.frames:
        return None
    quotation = _quotation_before(document, i)
    if quotation is None or quotation.words < 4:
        return None
    source = phrases.subject(document, i + 1, limit)
    if source is None and i + 1 < limit and phrases.is_definite(document.words[i + 1]):
        source = (i + 1, i + 2)
    if source is None:
        return None
    return Draft("quotation+verb", (i, i + 1), form, [(quotation.inner_first, quotation.inner_last)], source, type="direct", limit=limit)


def _quotation_before(document: Document, i: int):
    """Return the quotation that ends right before token `i`, a comma between them or none."""
    words = document.words
    k = i - 1
    if words[i][0] in "وف" and any(proclitic for _, proclitic in readings(words[i])):
        return None
    while k >= 0 and words[k] in phrases.COMMAS:
        k -= 1
    return document.closings.get(k) if k >= 0 and document.depths[k] == document.depths[i] else None


def _with_content(document: Document, draft: Draft, complement: complements.Complement, limit: int) -> Draft | None:
    """Give a draft its content: closed where quotation marks close it, else open until `_end_contents`."""
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
            return draft if draft.content[0][1] > first else None
    if complement.how == "quotation":
        quotation = document.openings[first]
        draft.content = [(quotation.inner_first, quotation.inner_last)]
        draft.type = "direct"
        earlier = _quotation_before(document, draft.cue[0])
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


def _subject_before(document: Document, i: int, proclitic: str) -> tuple[int, int] | None:
    """Return the subject that stands before its verb (لكن X قال، وكان X أعلن، رجلا هدد), None where there is none."""
    if proclitic:
        return None
    words = document.words
    k = i
    while k and words[k - 1] in ("قد", "ايضا", "ب", "فقد", "كان"):
        k -= 1
    if k and words[k - 1] in phrases.RELATIVES:
        k -= 1
        while k and words[k - 1] in phrases.COMMAS:
            k -= 1
        return _phrase_ending(document, k)
    start = document.sentence_of(i)[0]
    if k and document.openings.get(k - 1) is not None and k == i:
        k -= 1  # محمد بخاري «اعترف بـ…»: the mark opens at the verb, its subject stands before it
    depth = document.depths[k]
    first = k
    while first > start and k - first < 24:
        word = words[first - 1]
        if word in phrases.COMPLEMENTIZERS or word in CLAUSE_OPENERS or word in ("\n", ".", ":", "*") or word in ("فيما", "بينما", "و"):
            break
        if document.depths[first - 1] < depth:
            break
        first -= 1
    if first > start and words[first - 1] in phrases.COMPLEMENTIZERS and words[first - 1] not in ("ان", "فان", "بان"):
        return None
    while first < k and (words[first] in phrases.COMMAS or not words[first][0].isalnum() and first not in document.openings):
        first += 1
    if first >= k or words[first] in phrases.ADJUNCTS:
        return None
    word = words[first]
    if word[0] in "وف" and len(word) > 4 and not phrases.head_of(word) and (phrases.head_of(word[1:]) or word[1:] in phrases.state_names()):
        pass
    elif not phrases.can_speak(word):
        return None
    if word in ("في", "من", "الى", "على", "عن", "بعد", "خلال", "هو", "هي", "انه", "هذا", "هذه"):
        return None
    end = phrases.phrase(document, first, k)
    while end < k and words[end] in phrases.COMMAS and end + 1 < k:
        more = phrases.phrase(document, end + 1, k)
        if more <= end + 1:
            break
        end = more
    return (first, end)


def _phrase_ending(document: Document, last: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends before token `last` (the antecedent of الذي)."""
    words = document.words
    first = last
    while first and last - first < 8:
        word = words[first - 1]
        if not word[0].isalnum() or word in phrases.ADJUNCTS or word in phrases.COMPLEMENTIZERS or word in ("في", "من", "الى", "على", "عن", "مع"):
            break
        first -= 1
        if phrases.head_of(words[first]) and not phrases.is_definite(words[first]):
            break
    return (first, last) if first < last else None


def _headlines(document: Document) -> list[Draft]:
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


def _after_colons(document: Document, found: list[Draft]) -> list[Draft]:
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


def _one_per_content(found: list[Draft]) -> list[Draft]:
    """Keep one statement for each beginning of content: the one whose cue stands nearest before it."""
    best: dict[int, Draft] = {}
    for draft in found:
        first = draft.content[0][0]
        other = best.get(first)
        if other is None or abs(first - draft.cue[0]) < abs(first - other.cue[0]):
            if other is not None and draft.source is None:
                draft.source = draft.source or (other.source if other.rule == "relay" else None)
                draft.relay = other.relay
            best[first] = draft
    return sorted(best.values(), key=lambda d: (d.cue[0], d.content[0][0]))


def _end_contents(document: Document, found: list[Draft]) -> None:
    """End every open content before the next statement's cue, the narrator's clause or the sentence's end."""
    breaking = [d.cue[0] for d in found if d.breaks]
    for draft in found:
        if not draft.open:
            continue
        first = draft.content[0][0]
        stops = [at for at in breaking[bisect_right(breaking, first) :][:6] if at != draft.cue[0]]
        last = boundaries.end(document, first, draft.limit, stops, document.depths[draft.cue[0]], noun=draft.rule.endswith(("object", "preposition", "attached")))
        draft.content = [(first, last)]
        draft.type = boundaries.kind(document, first, last)


def _nest(document: Document, found: list[Draft]) -> None:
    """Give each statement the innermost earlier one whose content holds its cue and content."""
    for j, inner in enumerate(found):
        for k in range(j - 1, max(-1, j - 12), -1):
            first, last = found[k].content[0][0], found[k].content[-1][1]
            if first <= inner.cue[0] and inner.content[0][0] < last and inner.cue[1] <= last:
                inner.parent = k
                if not inner.type == "direct" or True:
                    inner.content = [(a, min(b, last)) for a, b in inner.content if a < last]
                break
