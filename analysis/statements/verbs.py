"""Statements whose cue is a finite verb."""

from __future__ import annotations

from analysis.statements import complements, contents, drafts, phrases, subjects
from analysis.statements.cues import Form
from analysis.statements.drafts import Draft
from analysis.text.document import Document

NEGATIONS = frozenset("لم لا لن ما ليس دون ولم ولا ولن".split())
CONNECTIVES = frozenset("كما فيما بينما لكن ولكن حيث وقد فقد قد وكان وكانت كان كانت ثم الا غير ان اذ عندما بعدما حين حينما".split())
# What follows تعتبر where it ranks a thing and reports nobody.
RANKS = frozenset("احد احدى من اول اولى اكبر اهم ابرز افضل اخر ثاني ثالث".split())
# كلمة رفع فيها التهنئة، برقية أكد خلالها: a clause about the document just named.
IN_IT = frozenset("فيها فيه خلالها خلاله".split())
# Cues that are prepositions or nouns too: without و they count only where they open their clause.
OPENS_CLAUSE = frozenset("وجد ذكّر وجّه ثمن جدد بين عبر ذكر رد وعد عد قدر نشر أمر زاد شكر حمّل وصف طلب رفض نص عقب سلم علق".split())


def verb(document: Document, i: int, form: Form, proclitic: str) -> Draft | None:
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
        before = subjects.subject_before(document, i, proclitic)
        opens = opens or before is not None and before[0] <= document.sentence_of(i)[0] + 2
        if not opens and form.lemma == "وصف" and i + 1 < len(words) and phrases.can_speak(words[i + 1]):
            opens = any(w in ("بانه", "بانها", "بانهم") for w in words[i + 2 : i + 22])
        if not opens and form.lemma not in ("بين", "عبر"):
            # من جانبه ذكر رئيس البلدية أن: its own subject follows, and a clause
            told = complements.find(document, form, i + 1, drafts.limit(document, i))
            opens = told is not None and told.how in ("clause", "quotation", "colon") and told.source is not None
        if not opens:
            return None
    if _first_person(document, i, form, proclitic) or words[i].removeprefix(proclitic) in NOUNS_IN_DISGUISE:
        return None
    if words[i] == "علم":
        return None  # knowledge, or a flag: the verb is علمت and وعلم
    limit = drafts.limit(document, i)
    complement = complements.find(document, form, i + 1, limit)
    if complement is None:
        return after_quotation(document, i, form, limit)
    if form.lemma == "بين" and complement.source is None and complement.first != i + 1:
        return None
    if form.lemma == "بين" and not proclitic and previous in phrases.COMMAS:
        return None  # a preposition: الذي جرى، بين وزيري …
    source, relay = complement.source, None
    quoted = next((k for k in range(i + 1, complement.marker - 1) if words[k] == "نقلا" and words[k + 1] == "عن"), None)
    if quoted is not None and source is not None:
        # قالت صحيفة نقلا عن مسؤولين إن: the paper passes on what they said
        source, relay = phrases.subject(document, quoted + 2, complement.marker), (source[0], min(source[1], quoted))
    if source is None:
        source = subjects.subject_before(document, i, proclitic)
        if source is not None and form.lemma in IMPERSONAL and form.imperfect and not subjects.is_actor(words[source[0]]):
            return None  # النمو الذي يتوقع أن …
    if previous in ("ابي", "ابو", "ابا", "بن") or words[complement.first] in ("بذلك", "بهذا"):
        return None  # علي بن أبي طالب; صرح بذلك فلان looks back
    if source is None and not proclitic and form.lemma == "وصف" and complement.how != "clause":
        return None  # وصفت بالعنيفة: nobody describes
    if source is None and not proclitic and subjects.mute_subject(words, i, document.sentence_of(i)[0]):
        return None  # المتغيرات قد كشفت أن …: what cannot speak shows something
    if source is None and _passive(document, i, proclitic) and form.lemma in ("طلب", "وصف", "اعتبر", "قدر", "اتهم"):
        return None
    if form.lemma == "سخر" and (
        words[i + 1 : i + 2] != ["من"] and (source is None or source[1] != complement.marker)
        or words[complement.marker + 1 : complement.marker + 2] == ["اجل"]
    ):
        return None  # سخّر الإمكانات من أجل …: put to use, not mocked
    if form.lemma == "أعلن" and complement.how == "object" and words[complement.first] in DECLARED:
        return None  # أعلن حالة الطوارئ: an act
    if words[i] in ("ورد", "تعبر", "يعبر") and (source is None or not subjects.is_actor(words[source[0]])):
        return None
    if form.imperfect and form.lemma in ("اعتبر", "عد", "قدر") and complement.how in ("object", "quotation"):
        if source is None or words[complement.first] in RANKS:
            return None  # تعتبر السياحة من أهم …: nobody's words
        if form.lemma != "قدر" and not _is_human(words[source[0]]):
            return None  # يعتبر الصندوق أداة …: what it is, not what it says
    if form.number == "d" and complement.how not in ("clause", "quotation", "colon"):
        return None
    if source is None and document.depths[i]:
        return None  # inside a quotation a verb without a subject goes on with what its speaker does
    if source is None and _impersonal(form, words[i], proclitic, i == document.sentence_of(i)[0]):
        return None
    if complement.how == "object" and not _object_is_speech(document, form, complement, source, i, proclitic):
        return None
    draft = Draft(f"verb+{complement.how}", (i, i + 1), form, [], source, relay, limit=limit)
    draft.breaks = bool(proclitic) or i == document.sentence_of(i)[0] or _opens_report(words, i)
    return contents.with_content(document, draft, complement, limit)


# What is declared by saying so.
DECLARED = frozenset("حالة الحرب الحداد الخلافة الاستقلال التعبئة".split())
# Verbs that say nothing about who believes or mentions where no subject is expressed: يذكر أن، يعتقد أن، يرجح أن.
IMPERSONAL = frozenset("وجد ذكر اعتقد رجح توقع افترض أظهر بين قدر عد أثبت علم اتفق".split())
# Forms that a noun or an adverb has too.
NOUNS_IN_DISGUISE = frozenset("دان طالبا طلبا وعدا ردا هنا تامر امرا عدا نصا كشفا نشرا رفضا شكرا ذكرا وصفا تعد تسلم".split())


def _impersonal(form: Form, word: str, proclitic: str, opens: bool) -> bool:
    """Say whether a verb without expressed subject is impersonal: يذكر أن, ويتوقع أن, علم أن."""
    if form.lemma in ("علم", "اتفق", "وجد"):
        return True
    return form.imperfect and form.lemma in IMPERSONAL and form.number == "s" and (form.gender == "m" or form.lemma == "بين")


def _is_human(word: str) -> bool:
    """Say whether a source begins with a person, a state or a name: bodies are more often described than describing."""
    head = phrases.head_of(word)
    return head.kind == "person" if head else subjects.is_actor(word)


def _first_person(document: Document, i: int, form: Form, proclitic: str) -> bool:
    """Say whether the original spells a first person that folding hides: أعتقد is no اعتقد, أتهم no اتهم."""
    if form.imperfect or form.shape != "verb":
        return False
    start, end = document.span(i, i + 1)
    original = document.folded.original[start:end].removeprefix(proclitic)
    return original.startswith("آ") or form.lemma.startswith("ا") and original.startswith("أ")


def _passive(document: Document, i: int, proclitic: str) -> bool:
    """Say whether the original spells a passive: a damma on the first letter (طُلب, أُعلن)."""
    start, end = document.span(i, i + 1)
    return document.folded.original[start:end].removeprefix(proclitic)[1:2] == "\u064f"


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
