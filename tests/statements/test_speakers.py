"""Who said it: the speaker of each statement in invented sentences, by phenomenon."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statements.circumstances import addressee, venue
from analysis.statements.extraction import drafts
from analysis.statements.roles import fits, role_of
from analysis.statements.speakers import NO_CANDIDATE, TIE, UNNAMED, resolve
from analysis.text import fold
from analysis.text.document import Document


def answers(text: str) -> list:
    document = Document.of(text)
    return resolve(document, drafts(document))


def names(text: str) -> list[str | None]:
    return [answer.speaker and answer.speaker.name for answer in answers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال وزير الري سالم بن راشد الحمداوي إن السد آمن.", "سالم بن راشد الحمداوي"),
        ("وأكد المتحدث باسم وزارة الري، الدكتور عبد الرحمن القاسمي، أن السد آمن.", "عبد الرحمن القاسمي"),
        ("وقال أبو بكر الراشدي، نائب رئيس البلدية، إن الطريق مغلق.", "أبو بكر الراشدي"),
        ("وقالت المزارعة أم فراس إن المحصول ضاع.", "أم فراس"),
        ('وأوضح الدكتور "منير الحلواني" أن الدواء متوفر.', "منير الحلواني"),
        ("قال المدير التنفيذي للهيئة ألفونسو كاريدا إن العمل بدأ.", "ألفونسو كاريدا"),
        ("وقال أمس الأربعاء رئيس البلدية وليد السنيدي إن الطريق مغلق.", "وليد السنيدي"),
        ("وأوضح لـ«الضفة» المشرف على المشروع طارق العدلي، أن العمل بدأ.", "طارق العدلي"),
        ("وأوضح د. سمير البزاز أن العمل بدأ.", "سمير البزاز"),
        ("وقال النائب سامي القاضي إن العمل بدأ.", "سامي القاضي"),
    ],
)
def test_names_with_titles_and_roles(text: str, expected: str) -> None:
    assert names(text) == [expected]


def test_short_name_and_role_mean_the_fullest_name() -> None:
    text = (
        "قال وزير الخارجية الأردني ماهر عبد الكريم الشوبكي إن القمة ناجحة.\n"
        "وأضاف الشوبكي أن اللجان اجتمعت. وقال وزير خارجية الأردن إن البيان جاهز. وأكد الوزير أن الموعد ثابت."
    )
    assert set(names(text)) == {"ماهر عبد الكريم الشوبكي"}


def test_role_of_an_unknown_state_is_told_from_another_state() -> None:
    text = (
        "التقى وزير الخارجية التيماري نديم الكوراني نظيره الهلداني ليث الجوبري في عاصمة تيمارا قرب حدود هلدان.\n"
        "وقال الوزير الهلداني إن اللقاء مثمر. وأكد الوزير التيماري أن الحوار مستمر."
    )
    assert names(text)[-2:] == ["ليث الجوبري", "نديم الكوراني"]


def test_description_of_a_person_named_without_office() -> None:
    text = "وحض رامي الداعور الوفدين على الحوار. وأقر الوسيط الأممي بأن المهمة صعبة."
    assert names(text)[-1] == "رامي الداعور"


def test_kinship_names_somebody_else() -> None:
    answer = answers("وقالت زوجة الشهيد أحمد المرواني إن أطفالها بخير.")[0]
    assert answer.speaker.name == "زوجة الشهيد أحمد المرواني"
    assert answer.speaker.gender == "f"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلنت اللجنة الوطنية للإحصاء نتائجها. وقالت اللجنة إن العدد ارتفع.", "اللجنة الوطنية للإحصاء"),
        ("هاجمت حركة الفجر الموقع. وقالت الفجر إن الهجوم رد على القصف.", "حركة الفجر"),
        ("وذكر بيان لوزارة الصحة أن الوضع مستقر.", "وزارة الصحة"),
        ("وبحسب حصيلة نشرتها هيئة الإغاثة فإن العدد ارتفع.", "هيئة الإغاثة"),
        ("وأكدت وزارة الصحة في بيان أن الوضع مستقر. وأضاف البيان أن اللقاح متوفر.", "وزارة الصحة"),
    ],
)
def test_organizations_and_documents(text: str, expected: str) -> None:
    answer = answers(text)[-1]
    assert answer.speaker.name == expected
    assert answer.speaker.kind == "organization"


def test_capital_stands_for_its_state() -> None:
    answer = answers("وأكدت طهران أن المحادثات مستمرة.")[0]
    assert (answer.speaker.name, answer.speaker.kind, answer.sieve) == ("إيران", "state", "state")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قال مصدر أمني في المحافظة إن الطريق آمن. وأضاف المصدر أن القوات انتشرت.", "anonymous"),
        ("وقالت مصادر أمنية وعشائرية إن رجلا خطف. وقالت المصادر الأمنية والعشائرية إنه عاد.", "anonymous"),
        ("قال مسؤولون محليون إن الطريق آمن. وأضاف المسؤولون أن القوات انتشرت.", "group"),
    ],
)
def test_later_definite_mention_is_the_first_one(text: str, kind: str) -> None:
    first, last = answers(text)[0], answers(text)[-1]
    assert first.speaker is not None
    assert last.speaker.name == first.speaker.name
    assert last.speaker.kind == kind


def test_two_speakers_joined() -> None:
    answer = answers("وقال وزير المالية سامي الحلواني ومحمد الطويل إن الموازنة جاهزة.")[0]
    assert (answer.speaker.name, answer.speaker.kind) == ("سامي الحلواني ومحمد الطويل", "group")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A participle and a verb with و go on with the same subject.
        ("قال الوزير سامي الحلواني إن الموازنة جاهزة، مضيفا أن العجز تقلص.", "سامي الحلواني"),
        # The subject of a sentence that is no statement.
        ("زار الوزير سامي الحلواني المصنع الجديد، مؤكدا أن العمل مستمر.", "سامي الحلواني"),
        ("التقت رئيسة البلدية هدى السنيدي السكان. وقالت إن الطريق سيفتح.", "هدى السنيدي"),
        (
            "وقالت الوزيرة هدى السنيدي إن الطرق آمنة. لكن النائب سامي الحلواني رفض ذلك، وقال إن الخطر قائم.",
            "سامي الحلواني",
        ),
        ("أما المدرب سامي الحلواني فغادر الملعب غاضبا، وقال إن الحكم أخطأ.", "سامي الحلواني"),
        # The gender of the verb.
        (
            "قالت الوزيرة هدى السنيدي إن الطرق آمنة. وقال النائب سامي الحلواني إن الخطر قائم. وأضافت أن العمل بدأ.",
            "هدى السنيدي",
        ),
        # A noun phrase after a transitive verb may be its object: by its case, by another subject in the sentence.
        ("قال الوزير سامي الحلواني إن الأمن مستتب. ودعا النازحين إلى العودة.", "سامي الحلواني"),
        ("ندد الوزير سامي الحلواني بالهجوم، ودعا مجلس الوساطة إلى عقد جلسة.", "سامي الحلواني"),
        ("وأوضح مدير المشفى سامي الحلواني أن الإصابات طفيفة. وأكد سيادته أن الدواء متوفر.", "سامي الحلواني"),
    ],
)
def test_without_a_subject(text: str, expected: str) -> None:
    assert names(text)[-1] == expected


def test_subject_with_its_own_object() -> None:
    assert names("ودعا المركز الأمم المتحدة إلى الإسهام في الحملة.") == ["المركز"]


def test_former_and_latter() -> None:
    text = "ووصل إلى العاصمة سامي الحلواني ووليد السنيدي. وقال الأول إن اللقاء مفيد. وقال الثاني إن العمل طويل."
    assert names(text)[-2:] == ["سامي الحلواني", "وليد السنيدي"]


def test_relative_clause_names_the_antecedent() -> None:
    assert names("وزار نيجيريا التي حذر رئيسها من أن الوضع خطير.")[0] == "رئيس نيجيريا"


def test_passive_has_no_name() -> None:
    answer = answers("وأُعلن في العاصمة أن المؤتمر سيبدأ غدا.")[0]
    assert (answer.speaker.name, answer.speaker.kind) == (UNNAMED, "anonymous")


def test_unresolved_gives_its_reason() -> None:
    assert [(a.speaker, a.reason) for a in answers("وأضاف أن العمل مستمر.")] == [(None, NO_CANDIDATE)]
    tied = answers("في صورة نشرت أمس يظهر الدكتور سامي الحلواني والدكتور وليد السنيدي.\nوقال إن العمل مستمر.")
    assert [(a.speaker, a.reason) for a in tied] == [(None, TIE)]


def test_answers_begin_with_speaker_and_reason_and_tell_their_sieve() -> None:
    answer = answers("قال الوزير سامي الحلواني إن الموازنة جاهزة.")[0]
    assert answer[:2] == (answer.speaker, None)
    assert answer.sieve == "name"


@pytest.mark.parametrize(
    ("mention", "known", "expected"),
    [
        ("وزير خارجية المملكة", "وزير الخارجية السعودي", True),
        ("الرئيس الأميركي", "رئيس الولايات المتحدة", True),
        ("الرئيس العراقي", "رئيس الوزراء العراقي", False),
        ("رئيس تيمارا", "الرئيس التيماري", True),
        ("رئيس الحكومة", "رئيس مجلس الوزراء", True),
        ("وزير الداخلية", "وزير الخارجية", False),
        ("الوزير الروسي", "وزير الخارجية الفرنسي", False),
        ("الرئيس المصري", "الرئيس المصري السابق", False),
        ("المتحدثة", "المتحدث باسم الجيش", False),
        ("مدير اللجنة", "المدير التنفيذي للجنة", True),
    ],
)
def test_roles(mention: str, known: str, expected: bool) -> None:
    places = frozenset({"تيمار"})
    assert fits(role_of(fold(mention).text.split(), places), role_of(fold(known).text.split(), places)) is expected


@pytest.mark.parametrize(
    ("text", "whom", "where"),
    [
        ("وأوضح لـ«الضفة» المتحدث باسم البلدية أن العمل بدأ.", "الضفة", None),
        ("وقال الوزير سامي الحلواني للصحافيين إن العمل بدأ.", "للصحافيين", None),
        ("دعا الوزير سامي الحلواني المواطنين إلى الهدوء.", "المواطنين", None),
        ("وقال الوزير سامي الحلواني في مؤتمر صحفي إن العمل بدأ.", None, "في مؤتمر صحفي"),
        ("وقال الوزير سامي الحلواني خلال لقائه وفد التجار إن العمل بدأ.", None, "خلال لقائه وفد التجار"),
        ("وفي كلمة له أمام الطلاب، قال الوزير سامي الحلواني إن العمل بدأ.", None, "وفي كلمة له امام الطلاب"),
    ],
)
def test_addressee_and_venue(text: str, whom: str | None, where: str | None) -> None:
    document = Document.of(text)
    draft = drafts(document)[0]
    resolve(document, [draft])
    found = [span and document.slice(*span) for span in (addressee(document, draft), venue(document, draft))]
    assert found == [whom, where]


WORDS = (
    'قال أكد وأضاف إن أن الوزير محمد العلي في من ل و عبد أبو « » " . ، : \n الذي وزارة له الأول سموه بيان ً ون'.split(
        " "
    )
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)))
def test_any_text_is_answered(text: str) -> None:
    document = Document.of(text)
    found = drafts(document)
    answers = resolve(document, found)
    assert len(answers) == len(found)
    for draft, answer in zip(found, answers, strict=True):
        assert (answer.speaker is None) == (answer.reason is not None)
        for span in (draft.source, addressee(document, draft), venue(document, draft)):
            assert span is None or 0 <= span[0] <= span[1] <= len(document.words)


@pytest.mark.parametrize(
    "unit", ["قال الوزير محمد العلي إن الأمر مهم. ", "محمد العلي خالد ", "قالالوزير", "وأضاف البيان أن "]
)
def test_hundred_thousand_characters(unit: str) -> None:
    text = (unit * (100_000 // len(unit) + 1))[:100_000]
    document = Document.of(text)
    assert len(resolve(document, found := drafts(document))) == len(found)
