"""Where content begins: the complement that a cue governs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.statements import phrases
from analysis.statements.cues import Form, readings
from analysis.statements.objects import WEEKDAYS, WHEN_SAID, begins_object, is_content_noun, is_masdar
from analysis.text.document import Document

# A cue reaches its content over at most this many tokens (p99 of the distance between verb and أن is about 40).
REACH = 60
PREPOSITIONS = {"إلى": "الى", "عن": "عن", "على": "على", "من": "من", "في": "في"}
# Words that begin with ب or ل without being a preposition and a noun.
NOT_ATTACHED = frozenset(
    "بعد بعض بين بدون بشان بسبب بلاده بلادها بيان بيانات بغداد باريس بكين برلين بيروت بروكسل برنامج برلمان بطولة بداية بدء بناء بنك "
    "بعيدا بدلا باستثناء بحسب بموجب بنحو بما بمن بها به بهم بيد بل بن برئاسة بمشاركة بحيث بحضور بمناسبة بصفته بصفتها باسم بينها بينهم بينهما بلد "
    "بلدان بقيادة بواسطة بطريقة بشكل بصورة باعتباره باعتبارها بدوره بدورها بشار بوتين باراك بلال بدر بندر بسام برهم بنيامين بهذا "
    "لدى لكن لقد لو لا لم لن له لها لهم لان لانه لانها ليس ليست لبنان ليبيا لندن لجنة لقاء لواء لاعب ليلة ليل لليوم لدي لذلك لهذا لاجئ "
    "لجان لغة لحظة لسان".split()
)


@dataclass(frozen=True, slots=True)
class Complement:
    """Content that begins at token `first`; `how` is clause, quotation, colon, preposition, attached or object."""

    how: str
    first: int
    source: tuple[int, int] | None
    marker: int  # the token where the search met the complement (before أن: the preposition)
    notes: tuple[str, ...] = ()  # doubts about it


def find(document: Document, form: Form, after: int, limit: int) -> Complement | None:
    """Return the complement of a cue that ends before token `after`, within [after, limit), or None.

    Args:
        form: the cue's reading; its frames say what it governs.
    """
    complement = _search(document, form, after, limit)
    return complement if complement is not None and complement.first < len(document.words) else None


def alternatives(document: Document, form: Form, after: int, limit: int) -> list[Complement]:
    """Return what a cue may govern there: the nearest complement first, then those of its other frames, each once."""
    found = [find(document, form, after, limit)]
    for kinds in (CLAUSES, OBLIQUE, OBJECTS):
        frames = frozenset(frame for frame in form.frames if frame.rstrip("!?").split("+")[0] in kinds)
        if frames and frames != form.frames:
            found.append(find(document, replace(form, frames=frames), after, limit))
    seen: dict[int, Complement] = {}
    for complement in found:
        if complement is not None:
            seen.setdefault(complement.first, complement)
    return list(seen.values())


CLAUSES = frozenset(("an", "q"))
OBLIQUE = frozenset("إلى عن على من في ب ل".split())
OBJECTS = frozenset(("obj", "noun"))


def _search(document: Document, form: Form, after: int, limit: int) -> Complement | None:
    words = document.words
    frames = {frame.rstrip("!?") for frame in form.frames}
    strict = {frame.rstrip("!?") for frame in form.frames if frame.endswith("!")}
    weak = {frame.rstrip("!?") for frame in form.frames if frame.endswith("?")}
    limit = min(limit, after + REACH)
    verb = form.shape == "verb"
    depth = document.depths[after - 1]
    relative = False
    i = after
    while i < limit:
        word = words[i]
        aside = _aside(words, i)
        if aside:
            if i == after:
                after += aside
            i += aside
            continue
        quotation = document.openings.get(i)
        if quotation is not None and document.depths[i] <= depth:
            if "q" in frames and _is_speech(document, quotation, after, i, frames):
                return Complement("quotation", i, _source(document, form, after, i), i)
            inner = i + 1
            # The mark may stand before the complement itself: أكد "أن …", دعا "إلى …"
            if inner < limit and ("an" in frames and words[inner] in phrases.COMPLEMENTIZERS or _preposition(words, inner, frames)):
                i = inner
                continue
            if i > after and "obj" in frames and form.act in ("condemn", "praise", "welcome", "deny") and not _is_label(document, i) and not relative:
                if phrases.is_name(words[i - 1]) or phrases.is_definite(words[i - 1]) and phrases.head_of(words[i - 1]) is None:
                    return Complement("object", i, _source(document, form, after, i), i)
            if quotation.words > 4 and i > after and not relative:
                if frames & {"ب", "obj", "إلى", "عن", "على", "من"} and words[i - 1] in ("ب", "الى", "عن", "على", "من"):
                    pass
                elif "obj" in frames and not _is_label(document, i):
                    return Complement("object", i, _source(document, form, after, i), i)
            i = quotation.last if quotation.last > i + 1 else i + 1
            continue
        if word == ":":
            if "q" in frames and form.lemma != "بين" and i + 1 < limit + 1 and (verb or i == after):
                return Complement("colon", i + 1, _source(document, form, after, i), i)
            return None
        if word.startswith(".."):
            if i + 1 < len(words) and i < after + 14 and "q" in frames:
                return Complement("colon", i + 1, _source(document, form, after, i), i)
            i += 1
            continue
        if word == "\n" and "q" in frames and i + 1 in document.openings and i <= after + 1:
            return Complement("quotation", i + 1, _source(document, form, after, i), i)
        if word in ("؟", "!", "\n") and document.depths[i] <= depth or word == "." and i in document.break_set:
            break
        if word in phrases.RELATIVES:
            relative = True
        if word in CONSECUTIVE and "an" in frames and (words[i - 1] in phrases.COMMAS or words[after - 2 : after - 1] in (["كما"], ["فكما"])):
            return Complement("clause", i, _source(document, form, after, i), i)
        if i == after and word in ("النظر", "الانتباه", "نظر", "الانظار"):  # لافتا النظر إلى أن
            after += 1
            i += 1
            continue
        if word in ("انتباه", "انتباهي", "انظار", "نظري", "انتباهه"):
            return None
        if word in phrases.COMPLEMENTIZERS and "an" in frames:
            previous = words[i - 1]
            if previous not in phrases.ADVERBIAL_BEFORE_AN or i == after:
                if not ("an" in strict and i > after + 8):
                    return Complement("clause", i, _source(document, form, after, i), i)
        if i + 1 < len(words) and words[i + 1] in phrases.COMPLEMENTIZERS and word in PREPOSITIONS.values() and "an" in frames:
            return Complement("clause", i + 1, _source(document, form, after, i), i)
        if i > after and phrases.bare(words[i - 1]) in TITLES_WITH.get(word, ()):
            i += 1  # الخبير في أسواق النفط, المشرف على: the preposition belongs to the title
            continue
        near_enough = i - after <= 4 or not any(words[i] == PREPOSITIONS.get(f) or f in "بل" and words[i].startswith(f) for f in strict)
        if near_enough and _preposition(words, i, frames) and not (verb and i == after and word == "من" and not _later(words, i, limit)):
            if not _belongs_to_source(document, form, after, i, frames):
                if not (word == "من" and _of_before_an(words, i, limit)):
                    return Complement("preposition", i, _source(document, form, after, i), i)
        if _attached(words, i, frames) and near_enough and not (relative and i > after + 12 and words[i - 1] not in phrases.COMMAS):
            if word[0] != "ب" or i == after or not ("an" in frames and form.lemma in ("أفاد", "صرح", "أخبر", "أبلغ", "أجاب", "أقر")) or words[i][1:] in phrases.common_words():
                if not ("obj+ب" in form.frames):
                    return Complement("attached", i, _source(document, form, after, i), i)
        if "obj" in frames and begins_object(words, i, after) and not (i == after and form.shape == "noun"):
            if not (weak & {"obj"} and i > after + (14 if phrases.is_name(words[i - 1]) else 6)) and not relative and words[i - 1] not in ("في", "من", "الى", "على", "عن", "بعد", "خلال"):
                return Complement("object", i, _source(document, form, after, i), i)
        if i > after and not relative and _other_cue(document, i):
            break
        i += 1
    found = _object(document, form, after, min(i, limit), frames, weak)
    return found if found is not None or not verb or form.lemma not in SAYING else _bare_clause(document, form, after, min(i, limit))


# Verbs after which a clause may stand without أن: قال لا يوجد دليل.
SAYING = frozenset("قال أضاف تابع كتب ذكر أردف زاد".split())
# Words that begin such a clause.
BARE = frozenset("لا لن لم ليس ليست نحن انا هناك لدينا سوف اذا لو كنا هذا هذه هل ما كيف لماذا لقد نعم كل".split())


def _bare_clause(document: Document, form: Form, after: int, limit: int) -> Complement | None:
    """Return a clause that no complementizer introduces, after the subject or right after the verb."""
    words = document.words
    source = phrases.subject(document, after, limit)
    first = source[1] if source is not None else after
    while first < limit and words[first] in phrases.COMMAS:
        first += 1
    if first >= limit or words[first] not in BARE:
        return None
    return Complement("clause", first, source, first, ("bare_clause",))


# Titles that take a preposition of their own.
TITLES_WITH = {
    "في": frozenset("خبير خبيرة مختص مختصة متخصص متخصصة باحث باحثة قيادي محلل محاضر استاذ عضو مستشار مسؤول".split()),
    "على": phrases.WITH_PREPOSITION["على"],
}
# قال لابورد …، فالمطلوب …; كما أشار فلان، فإن …
CONSECUTIVE = frozenset("فان فانه فانها فانهم فالمطلوب فعلى".split())
def _source(document: Document, form: Form, after: int, before: int) -> tuple[int, int] | None:
    """Return the source phrase between cue and complement, None where there is none."""
    if form.shape == "noun" and form.attached:
        return None
    if form.shape == "participle":
        return None
    return phrases.subject(document, after, before)


def _preposition(words: list[str], i: int, frames: set[str]) -> bool:
    if words[i] == "عما":  # عن ما: تساءل عما إذا
        return "عن" in frames
    return any(words[i] == preposition and frame in frames for frame, preposition in PREPOSITIONS.items())


def _later(words: list[str], i: int, limit: int) -> bool:
    return any(words[k] in phrases.COMPLEMENTIZERS for k in range(i + 1, min(limit, i + 12)))


def _of_before_an(words: list[str], i: int, limit: int) -> bool:
    """Say whether a later 'من أن' is the complement, so that this من belongs to the source (مصدر من داخل المحافظة)."""
    return any(
        words[k] == "من" and words[k + 1] in phrases.COMPLEMENTIZERS for k in range(i + 1, min(limit, i + 14, len(words) - 1))
    )


def _belongs_to_source(document: Document, form: Form, after: int, i: int, frames: set[str]) -> bool:
    """Say whether a preposition right after the cue opens something else than its complement."""
    words = document.words
    if words[i] == "على" and "an" in frames:
        # المشرف العام على إدارة الكرة …، بأن: the preposition belongs to the title, the clause comes after a comma.
        for k in range(i + 2, min(len(words) - 1, i + 26)):
            if words[k] in (".", "\n", ":") or _other_cue(document, k):
                break
            if words[k] in phrases.COMMAS and words[k + 1] in phrases.COMPLEMENTIZERS:
                return not is_content_noun(words[i + 1]) and not is_masdar(words[i + 1])
    if words[i] == "على" and i + 1 < len(words) and words[i + 1] in ("حد", "هامش", "صعيد", "لسان", "الرغم", "رغم", "سؤال", "اسئلة"):
        return True
    if words[i] == "في":
        return i + 1 < len(words) and words[i + 1] in phrases.OCCASIONS
    return False


def _attached(words: list[str], i: int, frames: set[str]) -> bool:
    """Say whether the word begins with an attached ب or ل that the cue governs."""
    word = words[i]
    if word in ("ب", "ل"):
        return word in frames and i + 1 < len(words)
    if word in ("باي", "بكل", "بهذه", "بهذا", "بما"):
        return "ب" in frames
    if word == "لان":
        return "ل" in frames
    if len(word) < 4 or word in NOT_ATTACHED or word in phrases.COMPLEMENTIZERS:
        return False
    if word[0] == "ب" and "ب" in frames:
        rest = word[1:]
        return word not in phrases.given_names() and (rest.startswith("ال") or rest in phrases.common_words() or rest in phrases.content_nouns() or rest[-1] in "هات" or word not in phrases.common_words())
    if word[0] == "ل" and "ل" in frames:
        rest = word[1:]
        return rest in phrases.content_nouns() or is_masdar(rest) or (rest.startswith("ل") and (is_masdar(rest[1:]) or len(rest) > 4 and phrases.head_of("ال" + rest[1:]) is None and phrases.is_plain(rest[1:]) and not phrases.addresses(word))) or (rest.startswith("ل") and "ال" + rest[1:] not in phrases.ADDRESSEES and rest[1:] in phrases.content_nouns()) or (rest in phrases.common_words() and rest.startswith(("ت", "ا")) and rest not in phrases.heads())
    return False


def _is_label(document: Document, i: int) -> bool:
    """Say whether the quotation at token `i` is a name: after a noun it belongs to, or a clitic."""
    previous = document.words[i - 1] if i else ""
    return previous in ("ل", "ب", "و", "ك") or (phrases.head_of(previous) is not None and phrases.head_of(previous).kind == "organization")


def _is_speech(document: Document, quotation, after: int, i: int, frames: set[str]) -> bool:
    """Say whether a quotation is speech and not a name, a title or a scare quote."""
    words = document.words
    if _is_label(document, i) and quotation.words <= 5:
        return False
    after_it = quotation.last
    if i == after and quotation.words <= 6 and after_it < len(words) and (
        words[after_it] in phrases.COMPLEMENTIZERS or words[after_it] == ":" or is_content_noun(words[after_it])
        or words[after_it] in PREPOSITIONS.values() or after_it in document.openings
    ):
        return False  # أكد «المرصد السوري» أن: the marks are around the source
    if quotation.words <= 6 and words[quotation.inner_first] in phrases.given_names():
        behind = after_it + (after_it < len(words) and words[after_it] in phrases.COMMAS)
        if behind < len(words) and words[behind] in phrases.COMPLEMENTIZERS:
            return False  # وأوضح مساعد المدير "سامر الوادي"؛ أن: a name
    follows = i == after or words[i - 1] in phrases.COMMAS or words[i - 1] in (":", "ب")
    return quotation.words >= 4 or (quotation.words >= 2 and follows and words[i - 1] != "ب") or (quotation.words >= 1 and words[i - 1] == ":")


def _aside(words: list[str], i: int) -> int:
    """Return the length of words that stand between a cue and its complement and name nobody (في الوقت نفسه, رافضا الكشف عن اسمه)."""
    if words[i : i + 2] == ["في", "الوقت"] and words[i + 2 : i + 3] and words[i + 2] in ("نفسه", "ذاته", "عينه"):
        return 3
    if words[i] in ("لنا", "لي", "لهم", "لكم") and i + 1 < len(words):
        return 1
    if words[i] in ("فيها", "فيه", "خلالها", "خلاله", "فيهما", "خلالهما"):
        return 1
    if words[i : i + 3] == ["في", "ذات", "الوقت"] or words[i : i + 3] == ["في", "نفس", "الوقت"]:
        return 3
    if words[i] in ("رافضا", "رافضة", "طالبا", "طالبة", "مفضلا", "مفضلة", "مشترطا", "طلب", "طلبت", "رفض", "رفضت", "فضل", "فضلت"):
        for k in range(i + 2, min(len(words), i + 8)):
            if words[k] in ("اسمه", "اسمها", "هويته", "هويتها", "اسمهم"):
                return k + 1 - i
    return 0


def _other_cue(document: Document, i: int) -> bool:
    """Say whether token `i` begins another reporting clause (وقال, مضيفا)."""
    word = document.words[i]
    for form, proclitic in readings(word):
        if form.shape == "participle" and word not in phrases.common_words():
            return True
        if form.shape == "verb" and proclitic and not form.attached and phrases.bare(word) not in phrases.common_words():
            return True
    return False


def _object(document: Document, form: Form, after: int, limit: int, frames: set[str], weak: set[str]) -> Complement | None:
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
            if not any(_attached(words, k, {"ب"}) or words[k] in ("بان", "بانه", "بانها", "بانهم") for k in range(after, min(len(words), after + 24))):
                return None
        elif needs == "إلى" and not any(words[k] == "الى" for k in range(after, min(len(words), after + 24))):
            return None
    if form.shape == "verb" and not (form.attached and form.shape == "verb"):
        source = phrases.subject(document, after, end)
        if source is not None and needs == "ب":
            ahead = next((k for k in range(source[0], source[1]) if _attached(words, k, {"ب"})), source[1])
            source = (source[0], ahead) if ahead > source[0] else None
        if source is not None and needs == "ب":
            shorter = _cut_before_object(words, source)
            if shorter != source:
                return Complement("object", shorter[1], shorter, shorter[1])
        if source is not None and needs == "ب" and source[1] < len(words) and (_attached(words, source[1], {"ب"}) or words[source[1]] in ("بان", "بانه", "بانها", "بانهم")):
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
            return Complement("object", i, _source(document, form, after, i), i)
        if document.words[i] in phrases.COMPLEMENTIZERS:
            return None
    return None


def _can_be_object(words: list[str], i: int) -> bool:
    word = words[i]
    return word == "ما" or (word[0].isalpha() and word not in phrases.ADJUNCTS and word not in phrases.RELATIVES) or word in "«“\""
