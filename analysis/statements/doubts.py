"""Doubts: signs in the sentence that a verb of saying reports nobody's words.

Each doubt is a function of a `Case`; its name stands in lexicons/acceptance.tsv with the weight that the annotations
gave it. Two are decisive, `acceptance` weighs the others.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.statements import phrases, subjects
from analysis.statements.government import Complement
from analysis.statements.cues import Form
from analysis.text.document import Document

NEGATIONS = frozenset("لم لا لن ليس دون ولم ولا ولن".split())
# Verbs whose negation is a position too: لم يستبعد, لا يرى.
NEGATED_POSITIONS = frozenset("رفض استبعد أخفى أنكر رأى اعتقد".split())
CONNECTIVES = frozenset("كما فيما بينما لكن ولكن حيث وقد فقد قد وكان وكانت كان كانت ثم الا غير ان اذ عندما بعدما حين حينما".split())
# What follows تعتبر where it ranks a thing and reports nobody.
RANKS = frozenset("احد احدى من اول اولى اكبر اهم ابرز افضل اخر ثاني ثالث".split())
# كلمة رفع فيها التهنئة، برقية أكد خلالها: a clause about the document just named.
IN_IT = frozenset("فيها فيه خلالها خلاله".split())
# Cues that are prepositions or nouns too: without و they count only where they open their clause.
OPENS_CLAUSE = frozenset("وجد ذكّر وجّه ثمن جدد بين عبر ذكر رد وعد عد قدر نشر أمر زاد شكر حمّل وصف طلب رفض نص عقب سلم علق".split())
# What is declared by saying so.
DECLARED = frozenset("حالة الحرب الحداد الخلافة الاستقلال التعبئة".split())
# Verbs that say nothing about who believes or mentions where no subject is expressed: يذكر أن، يعتقد أن، يرجح أن.
IMPERSONAL = frozenset("وجد ذكر اعتقد رجح توقع افترض أظهر بين قدر عد أثبت علم اتفق".split())
# Forms that a noun or an adverb has too.
NOUNS_IN_DISGUISE = frozenset("دان طالبا طلبا وعدا ردا هنا تامر امرا عدا نصا كشفا نشرا رفضا شكرا ذكرا وصفا تعد تسلم".split())
# Words after which something is to be said, and is not yet.
MODALS = frozenset("علينا عليه عليها عليهم يجب ينبغي لابد بد يتعين نريد اريد يريد تريد نود اود يود نامل يمكن يستطيع نستطيع دون بدون عدم".split())
PREPOSITIONS = frozenset("في من الى على عن مع بعد قبل كل اي خلال بين".split())
PARTICLES = frozenset("ان كي لكي حتى بان سوف الا قد".split())


@dataclass(slots=True)
class Case:
    """A verb that may be a cue, with the complement and source found for it."""

    document: Document
    i: int
    form: Form
    proclitic: str
    limit: int
    complement: Complement
    source: tuple[int, int] | None

    @property
    def words(self) -> list[str]:
        return self.document.words

    @property
    def word(self) -> str:
        return self.document.words[self.i]

    @property
    def previous(self) -> str:
        return self.document.words[self.i - 1] if self.i else ""

    @property
    def opens(self) -> bool:
        """Whether the verb begins its sentence."""
        return self.i == self.document.sentence_of(self.i)[0]

    @property
    def object(self) -> str:
        """The first word of the content."""
        return self.document.words[self.complement.first]


def negated(case: Case) -> bool:
    """لم يقل إن: not said."""
    if case.form.lemma == "أخفى":
        return case.previous not in ("لم", "لا", "ولم", "ولا")
    return case.previous in NEGATIONS and case.form.lemma not in NEGATED_POSITIONS


def what(case: Case) -> bool:
    """ما أعلنه الوزير: what he announced, or that he did not."""
    return case.previous == "ما"


def future(case: Case) -> bool:
    """سيؤكد أن: not said yet."""
    return case.word.startswith("س") and case.form.imperfect


def subjunctive(case: Case) -> bool:
    """أن يؤكد, حتى يعلن: a wish or an aim."""
    return case.form.imperfect and case.previous in PARTICLES


def after_preposition(case: Case) -> bool:
    """في رفض, بعد طلب: a noun."""
    return not case.proclitic and case.previous in PREPOSITIONS


def no_clause_opened(case: Case) -> bool:
    """Say whether a form that is a noun or preposition too does not open its clause (بين, طلب, رفض)."""
    form, words, i, document = case.form, case.words, case.i, case.document
    if form.lemma not in OPENS_CLAUSE or case.proclitic or form.attached:
        return False
    if (
        case.opens
        or case.previous in CONNECTIVES
        or case.previous in phrases.COMMAS
        or case.word.endswith(("ت", "وا"))
        or form.imperfect
        or words[i + 1 : i + 2]
        and words[i + 1] in IN_IT
    ):
        return False
    if form.lemma == "عبر" and i + 1 < len(words) and phrases.can_speak(words[i + 1]) and "عن" in words[i + 2 : i + 16]:
        return False
    before = subjects.subject_before(document, i, case.proclitic)
    if before is not None and before[0] <= document.sentence_of(i)[0] + 2:
        return False
    if form.lemma == "وصف" and i + 1 < len(words) and phrases.can_speak(words[i + 1]):
        return not any(w in ("بانه", "بانها", "بانهم") for w in words[i + 2 : i + 22])
    # من جانبه ذكر رئيس البلدية أن: its own subject follows, and a clause
    told = case.complement
    return form.lemma in ("بين", "عبر") or not (told.how in ("clause", "quotation", "colon") and told.source is not None)


def first_person(case: Case) -> bool:
    """Say whether the original spells a first person that folding hides: أعتقد is no اعتقد, أتهم no اتهم."""
    form = case.form
    if form.imperfect or form.shape != "verb":
        return False
    start, end = case.document.span(case.i, case.i + 1)
    original = case.document.folded.original[start:end].removeprefix(case.proclitic)
    return original.startswith("آ") or form.lemma.startswith("ا") and original.startswith("أ")


def is_wished(words: list[str], i: int) -> bool:
    """Say whether the noun at token `i` is only to be said: علينا التأكيد أن, يجب الإعلان عن."""
    return any(word in MODALS or word[0] in "وف" and word[1:] in MODALS for word in words[max(0, i - 4) : i])


def noun_in_disguise(case: Case) -> bool:
    return case.word.removeprefix(case.proclitic) in NOUNS_IN_DISGUISE or case.word == "علم"


def between(case: Case) -> bool:
    """بين is a preposition: الذي جرى، بين وزيري …"""
    if case.form.lemma != "بين":
        return False
    far = case.complement.source is None and case.complement.first != case.i + 1
    return far or not case.proclitic and case.previous in phrases.COMMAS


def what_is_expected(case: Case) -> bool:
    """النمو الذي يتوقع أن …: nobody expects it."""
    source = case.source
    return (
        source is not None
        and source[1] <= case.i
        and case.form.lemma in IMPERSONAL
        and case.form.imperfect
        and not subjects.is_actor(case.words[source[0]])
    )


def name_before(case: Case) -> bool:
    """علي بن أبي طالب."""
    return case.previous in ("ابي", "ابو", "ابا", "بن")


def looks_back(case: Case) -> bool:
    """صرح بذلك فلان: the words stand elsewhere."""
    return case.object in ("بذلك", "بهذا")


def nobody_describes(case: Case) -> bool:
    """وصفت بالعنيفة, طُلب: a passive."""
    if case.source is not None:
        return False
    if not case.proclitic and case.form.lemma == "وصف" and case.complement.how != "clause":
        return True
    return _passive(case) and case.form.lemma in ("طلب", "وصف", "اعتبر", "قدر", "اتهم")


def mute_subject(case: Case) -> bool:
    """المتغيرات قد كشفت أن …: what cannot speak shows something."""
    return (
        case.source is None
        and not case.proclitic
        and subjects.mute_subject(case.words, case.i, case.document.sentence_of(case.i)[0])
    )


def put_to_use(case: Case) -> bool:
    """سخّر الإمكانات من أجل …: put to use, not mocked."""
    if case.form.lemma != "سخر":
        return False
    marker, words = case.complement.marker, case.words
    near = words[case.i + 1 : case.i + 2] == ["من"] or case.source is not None and case.source[1] == marker
    return not near or words[marker + 1 : marker + 2] == ["اجل"]


def declared(case: Case) -> bool:
    """أعلن حالة الطوارئ: an act."""
    return case.form.lemma == "أعلن" and case.complement.how == "object" and case.object in DECLARED


def expresses(case: Case) -> bool:
    """تعبر عن, ورد: said of things."""
    return case.word in ("ورد", "تعبر", "يعبر") and (
        case.source is None or not subjects.is_actor(case.words[case.source[0]])
    )


def ranked(case: Case) -> bool:
    """تعتبر السياحة من أهم …, يعتبر الصندوق أداة …: what it is, not what it says."""
    form, source = case.form, case.source
    if not (form.imperfect and form.lemma in ("اعتبر", "عد", "قدر") and case.complement.how in ("object", "quotation")):
        return False
    if source is None or case.object in RANKS:
        return True
    return form.lemma != "قدر" and not _is_human(case.words[source[0]])


def dual_deed(case: Case) -> bool:
    return case.form.number == "d" and case.complement.how not in ("clause", "quotation", "colon")


def inside_quotation(case: Case) -> bool:
    """Say whether a verb without a subject stands in a quotation: it goes on with what its speaker does."""
    return case.source is None and bool(case.document.depths[case.i])


def impersonal(case: Case) -> bool:
    """يذكر أن, ويتوقع أن, علم أن: no subject, nobody meant."""
    form = case.form
    if case.source is not None:
        return False
    if form.lemma in ("علم", "اتفق", "وجد"):
        return True
    return (
        form.imperfect and form.lemma in IMPERSONAL and form.number == "s" and (form.gender == "m" or form.lemma == "بين")
    )


def deed(case: Case) -> bool:
    """Say whether verb and object tell a deed: nobody is its subject, and it opens nothing."""
    if case.complement.how != "object" or case.source is not None:
        return False
    words, i = case.words, case.i
    follows = i + 1 < len(words) and words[i + 1] in IN_IT
    return not (case.proclitic or case.opens or case.previous in CONNECTIVES or follows)


def _is_human(word: str) -> bool:
    """Say whether a source begins with a person, a state or a name: bodies are more often described than describing."""
    head = phrases.head_of(word)
    return head.kind == "person" if head else subjects.is_actor(word)


def _passive(case: Case) -> bool:
    """Say whether the original spells a passive: a damma on the first letter (طُلب, أُعلن)."""
    start, end = case.document.span(case.i, case.i + 1)
    return case.document.folded.original[start:end].removeprefix(case.proclitic)[1:2] == "\u064f"


DOUBTS = (
    negated, what, future, subjunctive, after_preposition, no_clause_opened, first_person, noun_in_disguise, between,
    what_is_expected, name_before, looks_back, nobody_describes, mute_subject, put_to_use, declared, expresses, ranked,
    dual_deed, inside_quotation, impersonal, deed,
)  # fmt: skip


# What no annotator took for a statement (one of 180 verbs after لم, لا, لن; of 34 first persons none): not weighed.
DECISIVE = frozenset(("negated", "first_person"))


def doubts(case: Case) -> list[str]:
    """Return the names of the doubts that hold for a case."""
    return [doubt.__name__ for doubt in DOUBTS if doubt(case)]
