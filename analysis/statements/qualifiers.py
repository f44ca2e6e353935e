"""Which word can qualify the noun before it, and which begins something else."""

from __future__ import annotations

from analysis.statements.names import (
    common_words,
    content_nouns,
    given_names,
    is_name,
    is_plain,
    is_verb,
    name_words,
    plain_words,
)
from analysis.statements.words import (
    ADDRESSEES,
    DOCUMENTS,
    MEDIA,
    Head,
    bare,
    demonyms,
    head_of,
    heads,
    is_definite,
    state_at,
    state_names,
)

# Heads whose office is named with a preposition: المشرف على، السفير لدى، المبعوث إلى، عضو البرلمان عن.
WITH_PREPOSITION = {
    "على": frozenset("مشرف قائم مشرفة قائمة".split()),
    "لدى": frozenset("سفير مندوب ممثل قنصل مبعوث سفيرة مندوبة ممثلة".split()),
    "الى": frozenset("مبعوث سفير موفد مندوب مبعوثة سفيرة".split()),
    "عن": frozenset("عضو نائب مرشح متحدث مسؤول ممثل عضوة ناطق".split()),
    "بين": frozenset("اجتماع لقاء وسيط منسق".split()),
    "ضد": frozenset("حملة تحالف".split()),
    "داخل": frozenset("مصدر مصادر".split()),
}
# Heads that are adjectives too: after a definite noun they go on (الفصائل المقاومة).
ADJECTIVES_TOO = frozenset(
    "مقاومة معارضة اتحادية خارجية داخلية دفاع اقتصادي سياسي اعلامي دبلوماسي مسؤول مسؤولة مختص مختصة كبير شاب سياسية "
    "عسكريون".split()
)


def has_pronoun(word: str) -> bool:
    """Say whether a head has a pronoun attached, which closes it (زعيمها, خارجيتها)."""
    return (
        word.endswith(("ه", "ها", "هم", "هما"))
        and word not in heads()
        and bare(word) not in heads()
        and not is_definite(word)
        and head_of(word) is not None
    )


def qualifies(first: str, word: str, head: Head) -> bool:
    """Say whether a word can stand right after a definite head: an adjective that agrees, a name, a title, a
    quotation."""
    if (
        not word[0].isalpha()
        or word in ("في", "من", "غير")
        or word in WITH_PREPOSITION
        or is_name(word)
        or word.startswith(("لل", "باسم", "ب", "ل"))
        or word in DOCUMENTS
    ):
        return not word.startswith("بال") and not (word in content_nouns())
    if head_of(word) is not None and head_of(word).kind == "person" and head.kind == "person" or word in given_names():
        return True
    if not is_definite(word):
        # المتحدث باسم, باراك أوباما: anything without an article after a person may be a name.
        return head.kind == "person" and word not in content_nouns() and not is_verb(word)
    if word.startswith("ال") and bare(word) in content_nouns() or state_at([word], 0, 1):
        return False
    if head.kind == "group" and word.endswith("ة") and not word.endswith("ية"):
        return False
    feminine = (
        first.endswith("ة")
        and head.kind != "group"
        or head.kind == "organization"
        and head.gender == "f"
        or head.kind == "anonymous"
        and head.gender == "f"
    )
    if feminine and head.number == "s":
        return word.endswith(("ة", "ى", "اء"))
    return not word.endswith("ة") or head.number == "p" or head_of(word) is not None


def is_other_actor(words: list[str], i: int, last: int) -> bool:
    """Say whether a state or a body begins at token `i` that cannot qualify the definite noun before it: an object."""
    word = words[i]
    if not is_definite(word) or bare(word) in ADJECTIVES_TOO or word in demonyms():
        return False
    if state_at(words, i, last) > i:
        return True
    head = head_of(word)
    if word.endswith("ين") and head is not None and head.kind == "group":
        return True
    return head is not None and head.kind in ("organization", "group") and bare(word) not in demonyms()


def opens_adverbial(word: str, head: Head | None, named: bool, firm: bool) -> bool:
    """Say whether an attached ب or ل opens an adverbial (لدعم, بتمديد) and no part of a title (باسم, بقيادة, لشؤون)."""
    if (
        word[0] not in "بل"
        or len(word) < 4
        or word in name_words()
        or head_of(word)
        or word in common_words()
        or word in state_names()
    ):
        return False
    rest = word[1:]
    if word.startswith(("بال", "لل")) or rest in state_names() or rest in ("اسم", "شؤون", "قطاع", "حقوق", "مكافحة"):
        return False
    if head_of(rest) and (head_of(rest).kind == "organization" or not is_plain(rest)):
        return False
    if word[0] == "ل" and head is not None and not named and firm:
        return False
    return rest in content_nouns() or rest in plain_words()


def addresses(word: str) -> bool:
    rest = word[1:]
    return rest in ADDRESSEES or word.startswith("لل") and "ال" + word[2:] in ADDRESSEES or rest in MEDIA
