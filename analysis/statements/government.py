"""What a cue governs: the complement that it has, and words that begin with an attached preposition."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.statements import phrases
from analysis.statements.cues import Form
from analysis.statements.objects import is_masdar
from analysis.text.document import Document

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


def source_between(document: Document, form: Form, after: int, before: int) -> tuple[int, int] | None:
    """Return the source phrase between cue and complement, None where there is none."""
    if form.shape == "noun" and form.attached:
        return None
    if form.shape == "participle":
        return None
    return phrases.subject(document, after, before)


def is_preposition(words: list[str], i: int, frames: set[str]) -> bool:
    if words[i] == "عما":  # عن ما: تساءل عما إذا
        return "عن" in frames
    return any(words[i] == preposition and frame in frames for frame, preposition in PREPOSITIONS.items())


def is_attached(words: list[str], i: int, frames: set[str]) -> bool:
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
