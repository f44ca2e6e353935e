"""Minimal pairs: two sentences that differ in one thing, and must differ in one measure. All invented."""

from __future__ import annotations

import pytest

from analysis.sentiment import score


def tone(text: str, act: str | None = "assert", lemma: str | None = "قال", type: str | None = "indirect", **settings):
    return score(text, [(0, len(text))], speech_act=act, cue_lemma=lemma, type=type, **settings)


def stances(text: str, act: str, lemma: str, **settings) -> dict[str, int]:
    return {s.target: s.stance for s in tone(text, act, lemma, **settings).stances}


NEGATION = [
    ("إن هذا الاتفاق عادل ومشرف", "إن هذا الاتفاق غير عادل وغير مشرف", 1, -1),
    ("إن الحكومة نجحت في مهمتها نجاحا كبيرا", "إن الحكومة لم تنجح في مهمتها", 1, None),
    ("إن موقفهم مقبول ومسؤول", "إن موقفهم غير مقبول وغير مسؤول", None, -1),
    ("إن العلاقات جيدة ومتينة", "إن العلاقات ليست جيدة", 1, None),
    ("نثق في نزاهة هذه اللجنة", "لا نثق في هذه اللجنة", 1, -1),
]


@pytest.mark.parametrize("plain, negated, first, second", NEGATION)
def test_negation_changes_the_tone(plain, negated, first, second):
    a, b = tone(plain).polarity, tone(negated).polarity
    assert first is None or a == first
    assert second is None or b == second
    assert a > b or (a, b) == (0, -1)


ACTS = [
    ("بالهجوم على المدرسة", "condemn", "ندد", -1),
    ("وزارة الصحة بإهمال المرضى", "accuse", "اتهم", -1),
    ("من كارثة وشيكة في المخيم", "warn", "حذر", -1),
    ("بالرد على أي اعتداء", "threaten", "هدد", -1),
    ("بجهود المتطوعين في الإغاثة", "praise", "أشاد", 1),
    ("بنتائج القمة", "welcome", "رحب", 1),
    ("المبادرة جملة وتفصيلا", "deny", "رفض", -1),
]


@pytest.mark.parametrize("content, act, lemma, expected", ACTS)
def test_the_act_of_the_cue_counts_and_asserting_does_not(content, act, lemma, expected):
    assert tone(content, act, lemma).polarity == expected
    assert tone("إن الاجتماع سيعقد يوم الثلاثاء في مقر البلدية").polarity == 0


def test_denial_takes_the_charge_back():
    charge = "تورط موظفيه في الفساد"
    assert tone(charge, "accuse", "اتهم").polarity == -1
    assert tone(charge, "deny", "نفى").polarity == 0
    assert all(
        weight == 0 for _, _, _, weight in tone("نفى تورط موظفيه في الفساد", None, None, None).evidence if weight < 0
    )


def test_concession_counts_less_than_what_is_said_in_spite_of_it():
    conceded = tone("رغم الفشل الذريع حققنا نجاحا كبيرا")
    turned = tone("رغم النجاح حققنا فشلا ذريعا")
    assert conceded.polarity > turned.polarity
    weights = [weight for *_, weight in conceded.evidence]
    assert abs(weights[0]) < abs(weights[-1])


def test_what_stands_before_but_counts_less():
    first = [w for *_, w in tone("العمل ممتاز لكن التنفيذ سيئ").evidence]
    assert abs(first[0]) < abs(first[-1])


FIGHTS = [
    "مكافحة الفساد الإداري والقضاء على الرشوة",
    "محاربة الجريمة المنظمة",
    "منع الاعتداءات على الأسواق",
    "التصدي للعنف ضد الأطفال",
]


@pytest.mark.parametrize("content", FIGHTS)
def test_fighting_a_bad_thing_is_no_bad_tone(content):
    result = tone(f"إن الوزارة حريصة على {content}")
    assert result.polarity >= 0
    assert tone(f"إن الوزارة تتستر على {content.split()[-1]} وترتكب الجرائم").polarity == -1


def test_who_is_fought_keeps_his_label():
    assert tone("القضاء على العصابات الإرهابية").naming == -1


NAMES = [
    "التقى صالح عبد الله هادي في عسير",
    "وصل الملك إلى المطار",
    "مباراة كرة القدم بين النصر والهلال",
    "زار حسين مبارك مكة المكرمة",
    "ناصر السعيد عضو في المجلس",
    "هناك اجتماع هنا بعد غد",
    "سليمان العازمي مهندس في شركة",
]


@pytest.mark.parametrize("text", NAMES)
def test_names_are_no_feelings(text):
    assert tone(text, None, None, None).polarity == 0
    assert tone(text, None, None, None).naming == 0


def test_bad_news_is_no_bad_attitude():
    news = tone("إن عشرة أشخاص قتلوا وأصيب عشرون في انفجار بوسط المدينة")
    assert (news.polarity, news.attitude, news.event_tone) == (0, 0, -1)
    blame = tone("إن الحكومة فشلت وأهملت واجبها وهي مسؤولة عن هذه الجريمة البشعة")
    assert (blame.polarity, blame.attitude) == (-1, -1)


def test_no_cue_is_told_apart_from_neutral():
    silent = tone("إن الرحلة تبدأ من الميناء صباحا")
    assert (silent.n_cues, silent.polarity, silent.attitude) == (0, 0, None)
    assert tone("إن الوضع صعب").n_cues == 1


TARGETS = [
    ("إسرائيل بارتكاب مجازر", "accuse", "اتهم", {"إسرائيل": -1}),
    ("بجهود الحكومة اليابانية في الإغاثة", "praise", "أشاد", {"الحكومة اليابانية": 1}),
    ("الهجمات التي نفذتها حركة الفجر الجديد", "condemn", "أدان", {"حركة الفجر الجديد": -1}),
    ("مع تركيا في محنتها", "welcome", "تضامن", {"تركيا": 1}),
]


@pytest.mark.parametrize("content, act, lemma, expected", TARGETS)
def test_the_frame_says_whom(content, act, lemma, expected):
    assert stances(content, act, lemma) == expected


def test_the_place_of_an_act_is_not_blamed():
    assert "اليابان" not in stances("بالهجوم على المدرسة في اليابان", "condemn", "ندد")


def test_the_speaker_does_not_evaluate_himself():
    assert stances("إيران بالفشل", "accuse", "اتهم", speaker="إيران") == {}


def test_given_actors_keep_their_id():
    text = "روسيا بدعم الانقلاب"
    result = tone(text, "accuse", "اتهم", candidates=[(0, 5, "روسيا", "ru")])
    assert [(s.target, s.actor, s.stance) for s in result.stances] == [("روسيا", "ru", -1)]


def test_a_label_in_indirect_speech_weighs_less_than_in_a_quotation():
    from analysis.sentiment.features import features
    from analysis.sentiment.hits import hits
    from analysis.sentiment.passage import passage

    text = "إن الميليشيات وصلت"
    words = passage(text, [(0, len(text))])
    assert "hostile name (indirect)" in features(words, hits(words), type="indirect")
    assert "hostile name" in features(words, hits(words), type="direct")


@pytest.mark.parametrize("type, voice", [("direct", "direct"), ("indirect", "indirect"), (None, "journalist")])
def test_voice(type, voice):
    assert tone("إن الوضع خطير", type=type).voice == voice


def test_clitics_and_suffixes_are_taken_off():
    for word in ("وفشلهم", "بالفشل", "فشلت", "للفشل", "ففشلوا"):
        assert tone(f"إن الخطة {word}").n_cues == 1, word
