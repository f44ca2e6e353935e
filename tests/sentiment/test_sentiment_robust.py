"""Robustness: any text, any spans; offsets stay inside; the tables are sound; the speed is what it should be."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import LexiconError
from analysis.sentiment import Tone, attitude_of_sentence, backend, fullest, score
from analysis.sentiment import lexicon as words
from analysis.sentiment.inflection import imperfect_forms, noun_forms, perfect_forms
from analysis.sentiment.model import MEASURES, weights
from analysis.tables import lexicon
from analysis.text import fold

LETTERS = st.text(alphabet='ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ ،.«»"()ـًٌٍَُِّ\u200f\n0123456789abﻻ', max_size=120)
SNIPPETS = st.lists(
    st.sampled_from(
        [
            "أدان",
            "الحكومة",
            "جرائم",
            "«",
            "»",
            "لا",
            "لم",
            "رغم",
            "لكن",
            "،",
            "مكافحة",
            "الإرهاب",
            "إيران",
            "بـ",
            "ناجح",
        ]
    ),
    max_size=25,
)
ACTS = st.sampled_from([None, "assert", "condemn", "accuse", "deny", "praise", "welcome", "unknown act"])


@settings(max_examples=150, deadline=None)
@given(LETTERS, ACTS, st.data())
def test_any_text_and_any_span(text, act, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    _sound(
        text,
        score(text, [(start, end)], speech_act=act, cue_lemma=data.draw(st.sampled_from([None, "أدان", "xyz", ""]))),
    )


@settings(max_examples=100, deadline=None)
@given(SNIPPETS, ACTS)
def test_any_order_of_words(parts, act):
    text = " ".join(parts)
    once = score(text, [(0, len(text))], speech_act=act)
    _sound(text, once)
    assert once == score(text, [(0, len(text))], speech_act=act, folded=fold(text))


def _sound(text: str, tone: Tone) -> None:
    assert tone.polarity in (-1, 0, 1) and tone.attitude in (-1, 0, 1, None)
    assert tone.event_tone in (-1, 0, 1) and tone.naming in (-1, 0, 1)
    for start, end, layer, weight in tone.evidence:
        assert 0 <= start < end <= len(text) and layer in words.LAYERS and abs(weight) <= 2
    for stance in tone.stances:
        assert 0 <= stance.start < stance.end <= len(text) and stance.stance == tone.polarity
        assert 0 <= stance.evidence[0] < stance.evidence[1] <= len(text)


def test_offsets_are_of_the_original():
    text = "قـــال إنّ الوَضْع «خَطِيرٌ جِدًّا» وﺍﻟﺤﻜﻮﻣﺔ فاشلة"
    found = [text[start:end] for start, end, *_ in score(text, [(0, len(text))]).evidence]
    assert found == ["خَطِيرٌ", "فاشلة"]


def test_two_spans_are_one_statement():
    text = "فشل الوزير، قال النائب، في مهمته وأهمل واجبه"
    tone = score(text, [(0, 10), (25, len(text))], speech_act="assert", cue_lemma="قال", type="indirect")
    assert all(not 11 <= start < 25 for start, *_ in tone.evidence) and tone.polarity == -1


def test_empty_content():
    assert score("", []) == score("نص", [(1, 1)])


def test_every_row_has_gloss_source_and_version():
    for table in ("polarity", "shifters", "not_sentiment", "frames_of_evaluation"):
        rows = lexicon(table)
        assert len(rows) > 30
        for row in rows:
            assert row["gloss"] and row["source"] == "own" and row["version"], row


def test_no_word_has_both_signs():
    signs: dict[str, set[int]] = {}
    for row in lexicon("polarity"):
        for form in row["forms"].replace("/", ",").split(","):
            signs.setdefault(words.folded(form), set()).add(int(row["sign"]))
    assert not {form for form, found in signs.items() if form and {-1, 1} <= found}


def test_weights_know_no_names():
    families = {row["family"] for row in lexicon("polarity")}
    assert all(weights(measure) for measure in MEASURES)
    arabic = [name for measure in MEASURES for name in weights(measure) if any("ء" <= c <= "ي" for c in name)]
    assert all(
        name.split()[-1] in "في من الى على عن مع بين ضد ب ل ك".split() or name.split()[-1] in ("good", "bad")
        for name in arabic
    )
    assert families & set(weights("polarity"))


@pytest.mark.parametrize(
    "base, form", [("جريمة", "جريمتهم"), ("فاشل", "الفاشلين"[2:]), ("إنجاز".replace("إ", "ا"), "انجازاتها")]
)
def test_nouns_inflect(base, form):
    assert form in noun_forms(base)


def test_verbs_inflect():
    assert {"ادانت", "ادانوا", "ادانته"} <= perfect_forms("ادان")
    assert {"نفت", "نفوا", "نفاها"} <= perfect_forms("نفى")
    assert {"تندد", "يندد", "سيندد", "يندده", "ينددون", "ننددها"} <= imperfect_forms("يندد")


def test_sentence_without_statement():
    assert attitude_of_sentence("أدانت المنظمة جرائم الاحتلال البشعة") == -1
    assert attitude_of_sentence("أشادت المنظمة بالدور الكبير والنبيل للمتطوعين وشكرتهم") == 1
    assert attitude_of_sentence("وصلت الطائرة صباحا") == 0
    assert attitude_of_sentence("") == 0


def test_fullest_name():
    assert fullest(["الحوثيين", "الميليشيات الحوثية", "جماعة الحوثي"]) == "جماعة الحوثي"
    assert fullest([]) is None


def mine(text, spans, **settings):
    return Tone(1, 1, 0, 0, "direct", 1, (), ())


def broken(text, spans, **settings):
    return Tone(7, None, 0, 0, "direct", 1, (), ())


def test_backends():
    assert backend() is score and backend("lexicon") is score
    assert backend(f"{__name__}:mine")("نص", [(0, 2)]).polarity == 1
    for name in ("nowhere:score", f"{__name__}:absent", "lexicom"):
        with pytest.raises(LexiconError, match="module:function"):
            backend(name)
    with pytest.raises(LexiconError, match="polarity 7"):
        backend(f"{__name__}:broken")("نص", [(0, 2)])


def test_speed():
    text = "إن الحكومة فشلت في مكافحة الفساد، وإن العلاقات بين البلدين الشقيقين متينة رغم الاتهامات التي وجهتها إيران"
    score(text, [(0, len(text))])
    started = time.perf_counter()
    for _ in range(300):
        score(text, [(0, len(text))], speech_act="assert", cue_lemma="قال", type="indirect")
    assert 300 / (time.perf_counter() - started) > 800  # 2,000 and more on an idle machine
