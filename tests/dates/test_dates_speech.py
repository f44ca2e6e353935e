"""When a statement was said. The sentences are invented; brackets mark its parts:
<cue>, {content}, and the speaker stands beside."""

from __future__ import annotations

import re
from datetime import date

import pytest

from analysis.dates import SaidOn, Utterance, said_on, said_on_all, sentence_of, tag

WRITTEN = date(2016, 11, 3)
MARK = re.compile(r"[<>{}]")


def read(marked: str, speakers: list[str]) -> tuple[str, list[Utterance]]:
    """Return the text without marks and its statements, one for each cue with the content after or before it."""
    text, cues, contents, opened = "", [], [], 0
    for piece in re.split(r"([<>{}])", marked):
        if piece in ("<", "{"):
            opened = len(text)
        elif piece == ">":
            cues.append((opened, len(text)))
        elif piece == "}":
            contents.append((opened, len(text)))
        else:
            text += piece
    return text, [
        Utterance(cue, None, (content,), speaker)
        for cue, content, speaker in zip(cues, contents, speakers, strict=True)
    ]


def when(marked: str, *speakers: str) -> list[str | None]:
    text, statements = read(marked, list(speakers) or ["سالم حداد"])
    return [said.value for said in said_on_all(text, statements, tag(text, WRITTEN), WRITTEN)]


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("<قال> الوزير أمس {إن الجسر آمن}.", "2016-11-02"),
        ("<قالت>، مساء أول من أمس، الوزارة {إن الجسر آمن}.", "2016-11-01"),
        ("<أكد> الوزير خلال مؤتمر صحفي الأحد {أن الجسر آمن}.", "2016-10-30"),
        ("<أوضح> الوزير في بيان له اليوم {أن الجسر آمن}.", "2016-11-03"),
        ("وفي كلمة له أمس <قال> الوزير {إن الجسر آمن}.", "2016-11-02"),
        ("واليوم، <رحب> الوزير {بفتح الجسر}.", "2016-11-03"),
        ("وفي يناير <أعلن> الوزير {أن الجسر آمن}.", "2016-01"),
        ("<دعا> المجلس في 2014 {إلى فتح الجسر}.", "2014"),
        ("{الجسر آمن}، بحسب ما <أفاد> أمس مهندس في الموقع.", "2016-11-02"),
        ("<قال> الوزير {إن الجسر آمن}، في حديث نشرته صحيفة النهر الأحد.", "2016-10-30"),
        ("<قال> الوزير {إن الجسر فتح أمس}.", None),
        ("<قال> الوزير {إن الجسر سيفتح غدا}.", None),
        ("<قال> مدير الشركة التي بنت الجسر منذ 2011، {إن العمل انتهى}.", None),
        ("<أضاف> الوزير في بيان صدر عقب هجوم أمس {أن الجسر آمن}.", None),
        ("<ترى> الحكومة {أن الجسر آمن}.", None),
    ],
)
def test_one_statement(marked, value):
    assert when(marked) == [value]


def test_basis_and_precision():
    text, (one,) = read("<أكد> الوزير خلال مؤتمر صحفي الأحد {أن الجسر آمن}.", ["سالم حداد"])
    sentence = sentence_of(text, 0, len(text))
    said = said_on(text, one.cue, one.source, one.content, sentence, tag(text, WRITTEN), WRITTEN)
    assert said == SaidOn("2016-10-30", "day", "occasion")
    text, (one,) = read("<قال> الوزير الشهر الماضي {إن الجسر آمن}.", ["سالم حداد"])
    said = said_on(text, one.cue, None, one.content, (0, len(text)), tag(text, WRITTEN), WRITTEN)
    assert said == SaidOn("2016-10", "month", "clause")


def test_a_date_holds_for_the_same_speaker_only():
    marked = "<قال> سالم حداد أمس {إن الجسر آمن}. <وأضاف> {أن العمل انتهى}. <وقالت> ليلى نصار {إن الجسر ضيق}."
    assert when(marked, "سالم حداد", "سالم حداد", "ليلى نصار") == ["2016-11-02", "2016-11-02", None]


def test_the_lead_takes_the_date_of_the_statement_after_it():
    marked = "<رحب> سالم حداد {بفتح الجسر}.\n<وقال> حداد في تصريح أمس {إن العمل انتهى}."
    assert when(marked, "سالم حداد", "سالم حداد") == ["2016-11-02", "2016-11-02"]


def test_an_earlier_occasion_is_not_the_articles_own():
    marked = (
        "<قال> سالم حداد اليوم {إن الجسر آمن}.\nوكانت ليلى نصار <قالت> أمس الأول {إن الجسر ضيق}. <وأضافت> {أنه قديم}.\n"
        "<وقال> حداد {إن العمل انتهى}. <وقالت> نصار {إنها تنتظر}."
    )
    speakers = ["سالم حداد", "ليلى نصار", "ليلى نصار", "سالم حداد", "ليلى نصار"]
    assert when(marked, *speakers) == ["2016-11-03", "2016-11-01", "2016-11-01", "2016-11-03", None]


def test_a_dated_meeting_dates_what_was_said_there():
    marked = "استقبل سالم حداد أمس ليلى نصار في مكتبه.\n<وأكد> حداد {أن الجسر آمن}.\nمن جهته <قال> بشير عيد {إنه ضيق}."
    assert when(marked, "سالم حداد", "بشير عيد") == ["2016-11-02", None]


def test_this_came_dates_the_statement_before():
    marked = "<قال> سالم حداد {إن الجسر آمن}.\nجاء ذلك خلال حفل أقيم أمس في الموقع."
    assert when(marked) == ["2016-11-02"]


def test_a_known_occasion():
    marked = "عقدت اللجنة أمس اجتماعا في المدينة.\n<وقالت> ليلى نصار عقب الاجتماع {إن الجسر ضيق}."
    assert when(marked, "ليلى نصار") == ["2016-11-02"]


def test_a_round_up_is_several_articles():
    marked = "* <قالت> الشرطة أمس {إن الطريق مغلق}.\n* <قالت> الشرطة {إن السوق مفتوح}."
    assert when(marked, "الشرطة", "الشرطة") == ["2016-11-02", None]


def test_order_and_missing_parts():
    text = "قال أمس إن الجسر آمن"
    empty = Utterance(None, None, (), None)
    full = Utterance((0, 3), None, ((8, len(text)),), "سالم حداد")
    said = said_on_all(text, [empty, full], tag(text, WRITTEN), WRITTEN)
    assert [one.value for one in said] == [None, "2016-11-02"]
    assert said_on_all(text, [], [], None) == []
