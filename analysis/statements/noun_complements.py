"""Noun complements: the object that tells a position (رفض المقترح، نفى صحة الأنباء), after the subject of its verb."""

from __future__ import annotations

from analysis.statements import phrases
from analysis.statements.cues import Form
from analysis.statements.government import Complement, is_attached, source_between
from analysis.statements.objects import WEEKDAYS, WHEN_SAID, is_content_noun, is_masdar
from analysis.text.document import Document


def find_object(document: Document, form: Form, after: int, limit: int, frames: set[str], weak: set[str]) -> Complement | None:
    """Return a noun complement that follows the source at once, for cues that govern an object."""
    words = document.words
    needs = next((frame.split("+")[1] for frame in form.frames if frame.startswith("obj+")), None)
    if "noun" in frames:
        return _speech_noun(document, form, after, limit)
    if "obj" not in frames and needs is None:
        return None
    notes = ("weak_object",) if weak & {"obj"} else ()  # a verb that takes things as object too
    end = limit
    first, source = after, None
    late = _after_adjunct(document, after, end)
    if late is not None and form.shape == "verb":
        return Complement("object", late, phrases.subject(document, after, late), late, notes)
    if needs is not None:
        if needs == "مسؤولية":
            if not any("مسؤولي" in words[k] or "مسئولي" in words[k] for k in range(after, min(len(words), after + 14))):
                return None
        elif needs == "ب" and not form.attached:
            if not any(is_attached(words, k, {"ب"}) or words[k] in ("بان", "بانه", "بانها", "بانهم") for k in range(after, min(len(words), after + 24))):
                return None
        elif needs == "إلى" and not any(words[k] == "الى" for k in range(after, min(len(words), after + 24))):
            return None
    if form.shape == "verb" and not (form.attached and form.shape == "verb"):
        source = phrases.subject(document, after, end)
        if source is not None and needs == "ب":
            ahead = next((k for k in range(source[0], source[1]) if is_attached(words, k, {"ب"})), source[1])
            source = (source[0], ahead) if ahead > source[0] else None
        if source is not None and needs == "ب":
            shorter = _cut_before_object(words, source)
            if shorter != source:
                return Complement("object", shorter[1], shorter, shorter[1])
        if source is not None and needs == "ب" and source[1] < len(words) and (is_attached(words, source[1], {"ب"}) or words[source[1]] in ("بان", "بانه", "بانها", "بانهم")):
            source = None  # وتتهم بعضهم بالتخطيط: whom it accuses, not who accuses
        if source is not None:
            source = _cut_before_object(words, source)
        behind = source[1] if source is not None else end
        while behind < end and words[behind] in phrases.COMMAS:
            behind += 1
        if source is not None and behind < end and _can_be_object(words, behind):
            first = behind
        elif source is not None and phrases.can_speak(words[after]) and (cut := _split(words, source, needs)) is not None:
            source, first = (source[0], cut), cut
            notes = (*notes, "split_source")
        elif source is not None and needs is None and phrases.can_speak(words[after]):
            # a subject and no position right after it: what follows its adjuncts may be one
            first = _past_adjuncts(document, source[1], end)
            notes = (*notes, "after_adjuncts")
            if first is None:
                return None
        else:
            source = None
    elif form.attached and form.shape == "verb":
        source = phrases.subject(document, after, end)
        first = source[1] if source is not None else after
    while first < end and words[first] in phrases.COMMAS:
        first += 1
    if first >= end or not (words[first][0].isalnum() or first in document.openings):
        return None
    if words[first] in phrases.ADJUNCTS and words[first] != "ما" and not form.attached or words[first] in phrases.RELATIVES:
        return None
    return Complement("object", first, source, first, notes)


def _split(words: list[str], source: tuple[int, int], needs: str | None) -> int | None:
    """Return where an object begins inside a phrase taken for the subject (استنكر مغردون | تصريحات الخليل), else None.

    Args:
        needs: what the object of the cue needs after it (اتهم X | Y بـ: the object is the last actor of the phrase).
    """
    first, last = source
    starts = []
    for k in range(first + 1, last):
        word, head = words[k], phrases.head_of(words[k])
        noun = is_content_noun(word) or is_masdar(word) or phrases.bare(word) in phrases.DOCUMENTS or phrases.bare(word) in SPOKEN
        actor = head is not None and not phrases.is_definite(words[k - 1]) is False or word in phrases.state_names() or phrases.is_name(word)
        if noun and needs is None or actor and needs is not None:
            starts.append(k)
    return (starts[-1] if needs else starts[0]) if starts else None


# What was said, as the object of a verb that judges it.
SPOKEN = frozenset("تصريحات كلام حديث خطاب موقف مواقف قرار قرارات جريمة هجوم هجمات اعتداء اعتداءات ممارسات سياسة سياسات حكم محاولات اتهامات".split())


def _past_adjuncts(document: Document, i: int, end: int) -> int | None:
    """Return the first token after times, asides and prepositional phrases that can begin an object, None where there is
    none (نفى المتحدث باسم الجماعة في تصريح صحفي أمس صحة الأنباء)."""
    words = document.words
    start = i
    while i < min(end, start + 24):
        word = words[i]
        if word in phrases.COMMAS or word in WHEN_SAID or phrases.bare(word) in WEEKDAYS or word in ("اليوم", "الماضي", "الماضية"):
            i += 1
        elif word in ("في", "خلال", "عبر", "عقب", "على", "بعد", "من", "الى", "امام", "لدى", "مع", "اثناء"):
            i += 2
            while i < end and words[i][0].isalpha() and not is_content_noun(words[i]) and not is_masdar(words[i]) and (
                phrases.is_definite(words[i]) or phrases.bare(words[i]) in phrases.demonyms() or phrases.is_name(words[i])
            ):
                i += 1
        elif word in phrases.RELATIVES or word in ("-", "–", "("):
            close = next((k for k in range(i + 1, min(end, i + 24)) if words[k] in phrases.COMMAS or words[k] in ("-", "–", ")")), None)
            if close is None:
                return None
            i = close + 1
        elif not word[0].isalpha() or word in phrases.ADJUNCTS or word in phrases.COMPLEMENTIZERS or phrases.is_verb(word):
            return None
        else:
            return i
    return None


def _after_adjunct(document: Document, after: int, end: int) -> int | None:
    """Return where the object begins after an adjunct between commas (انتقدت الزعيمة، في تغريدة …، كلمة الرئيس), else None."""
    words = document.words
    commas = [k for k in range(after, min(end, after + 30)) if words[k] in phrases.COMMAS]
    for one, other in zip(commas, commas[1:]):
        if words[one + 1] in ("في", "خلال", "عبر", "عقب", "على", "بعد", *WHEN_SAID) and other + 1 < end:
            word = words[other + 1]
            if word[0].isalpha() and word not in phrases.ADJUNCTS and word not in phrases.RELATIVES and word[0] != "و" and word not in ("ان", "في", "من"):
                return other + 1
    return None


def _cut_before_object(words: list[str], source: tuple[int, int]) -> tuple[int, int]:
    """Return the source without an object that follows a name at once (واتهم الجريصي | وزارة الإعمار)."""
    first, last = source
    for k in range(first + 1, last):
        head = phrases.head_of(words[k])
        if (head and head.kind == "organization" and not phrases.is_definite(words[k]) or words[k] in phrases.state_names()) and (
            phrases.is_name(words[k - 1]) and not phrases.head_of(words[first]) or words[k - 1] in phrases.state_names()
        ):
            return first, k
    k = last - 1
    head, first_head = phrases.head_of(words[k]), phrases.head_of(words[first])
    if k > first + 1 and head and first_head and head.kind == "organization" and first_head.kind == "person" and phrases.is_definite(words[k]) and phrases.is_definite(words[k - 1]):
        return first, k  # واتهمت زعيمة المعارضة | الحكومة بإخفاء …
    return source


# What one presents, raises or sends that is speech: قدم شكره، رفع التهنئة، وجه انتقادات.
SPEECH_NOUNS = frozenset("رسالة رسائل برقية توجيهات توجيهاته تعليمات تعليماته تحيات تحياته اوامر اوامره بشرى الشكر شكرها شكر شكره تعازي تعازيه التعازي تعازيها التهنئة تهنئة تهانيه التهاني اعتذار اعتذاره الاعتذار انتقادات انتقاداته دعوة دعوته الدعوة رسالة نداء نداءه تحية تحياته التحية امتنانه".split())


def _speech_noun(document: Document, form: Form, after: int, limit: int) -> Complement | None:
    """Return the noun of speech that a verb of presenting governs (وجه الدكتور السمحان شكره …), within a short way."""
    for i in range(after, min(limit, after + 18)):
        if document.words[i] in SPEECH_NOUNS:
            return Complement("object", i, source_between(document, form, after, i), i)
        if document.words[i] in phrases.COMPLEMENTIZERS:
            return None
    return None


def _can_be_object(words: list[str], i: int) -> bool:
    word = words[i]
    return word == "ما" or (word[0].isalpha() and word not in phrases.ADJUNCTS and word not in phrases.RELATIVES) or word in "«“\""
