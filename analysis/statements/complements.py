"""Where content begins: the complement that a cue governs."""

from __future__ import annotations

from dataclasses import replace

from analysis.statements import phrases
from analysis.statements.cues import Form, readings
from analysis.statements.government import PREPOSITIONS, Complement, is_attached, is_preposition, source_between
from analysis.statements.noun_complements import find_object
from analysis.statements.objects import begins_object, is_content_noun, is_masdar
from analysis.text.document import Document

# A cue reaches its content over at most this many tokens (p99 of the distance between verb and أن is about 40).
REACH = 60


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
                return Complement("quotation", i, source_between(document, form, after, i), i)
            inner = i + 1
            # The mark may stand before the complement itself: أكد "أن …", دعا "إلى …"
            if inner < limit and ("an" in frames and words[inner] in phrases.COMPLEMENTIZERS or is_preposition(words, inner, frames)):
                i = inner
                continue
            if i > after and "obj" in frames and form.act in ("condemn", "praise", "welcome", "deny") and not _is_label(document, i) and not relative:
                if phrases.is_name(words[i - 1]) or phrases.is_definite(words[i - 1]) and phrases.head_of(words[i - 1]) is None:
                    return Complement("object", i, source_between(document, form, after, i), i)
            if quotation.words > 4 and i > after and not relative:
                if frames & {"ب", "obj", "إلى", "عن", "على", "من"} and words[i - 1] in ("ب", "الى", "عن", "على", "من"):
                    pass
                elif "obj" in frames and not _is_label(document, i):
                    return Complement("object", i, source_between(document, form, after, i), i)
            i = quotation.last if quotation.last > i + 1 else i + 1
            continue
        if word == ":":
            if "q" in frames and form.lemma != "بين" and i + 1 < limit + 1 and (verb or i == after):
                return Complement("colon", i + 1, source_between(document, form, after, i), i)
            return None
        if word.startswith(".."):
            if i + 1 < len(words) and i < after + 14 and "q" in frames:
                return Complement("colon", i + 1, source_between(document, form, after, i), i)
            i += 1
            continue
        if word == "\n" and "q" in frames and i + 1 in document.openings and i <= after + 1:
            return Complement("quotation", i + 1, source_between(document, form, after, i), i)
        if word in ("؟", "!", "\n") and document.depths[i] <= depth or word == "." and i in document.break_set:
            break
        if word in phrases.RELATIVES:
            relative = True
        if word in CONSECUTIVE and "an" in frames and (words[i - 1] in phrases.COMMAS or words[after - 2 : after - 1] in (["كما"], ["فكما"])):
            return Complement("clause", i, source_between(document, form, after, i), i)
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
                    return Complement("clause", i, source_between(document, form, after, i), i)
        if i + 1 < len(words) and words[i + 1] in phrases.COMPLEMENTIZERS and word in PREPOSITIONS.values() and "an" in frames:
            return Complement("clause", i + 1, source_between(document, form, after, i), i)
        if i > after and phrases.bare(words[i - 1]) in TITLES_WITH.get(word, ()):
            i += 1  # الخبير في أسواق النفط, المشرف على: the preposition belongs to the title
            continue
        near_enough = i - after <= 4 or not any(words[i] == PREPOSITIONS.get(f) or f in "بل" and words[i].startswith(f) for f in strict)
        if near_enough and is_preposition(words, i, frames) and not (verb and i == after and word == "من" and not _later(words, i, limit)):
            if not _belongs_to_source(document, form, after, i, frames):
                if not (word == "من" and _of_before_an(words, i, limit)):
                    return Complement("preposition", i, source_between(document, form, after, i), i)
        if is_attached(words, i, frames) and near_enough and not (relative and i > after + 12 and words[i - 1] not in phrases.COMMAS):
            if word[0] != "ب" or i == after or not ("an" in frames and form.lemma in ("أفاد", "صرح", "أخبر", "أبلغ", "أجاب", "أقر")) or words[i][1:] in phrases.common_words():
                if not ("obj+ب" in form.frames):
                    return Complement("attached", i, source_between(document, form, after, i), i)
        if "obj" in frames and begins_object(words, i, after) and not (i == after and form.shape == "noun"):
            if not (weak & {"obj"} and i > after + (14 if phrases.is_name(words[i - 1]) else 6)) and not relative and words[i - 1] not in ("في", "من", "الى", "على", "عن", "بعد", "خلال"):
                return Complement("object", i, source_between(document, form, after, i), i)
        if i > after and not relative and _other_cue(document, i):
            break
        i += 1
    found = find_object(document, form, after, min(i, limit), frames, weak)
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
