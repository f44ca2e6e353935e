"""Roles: whether two descriptions of an office mean the same (وزير خارجية المملكة and وزير الخارجية السعودي)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from analysis.statements.names import is_plain
from analysis.statements.words import (
    HONORIFICS,
    bare,
    head_of,
    is_definite,
    state_at,
    state_id,
    state_ids,
)

# Words that say nothing about which office it is.
EMPTY = frozenset(
    "في من عن على لدى باسم و ب ل ال هذا هذه نفس ذات حاليا الحالي السابق رسمي الرسمي اعلامي الاعلامي عام العام العامة "
    "ايضا خاص الخاص "
    "الخاصة هو مجلس وزارة المجلس الوزارة".split()
)
FORMER = frozenset("السابق السابقة الاسبق المخلوع الراحل المؤقت سابقا المعزول السابقين".split())
# The state that the reader knows is meant: agrees with every state.
HOME = frozenset("مملكة بلاد بلاده بلادها دولة جمهورية وطن سلطنة".split())
# Stems that name the same office.
ALIKE = {
    "ناطق": "متحدث",
    "مسئول": "مسؤول",
    "زعيم": "رئيس",
    "ديبلوماس": "دبلوماس",
    "اممي": "امم",
    "متحد": "امم",
    "حكوم": "وزراء",
    "عاهل": "ملك",
    "مبعوث": "ممثل",
    "موفد": "ممثل",
    "صحفي": "صحافي",
    "صحف": "صحاف",
    "كاتب": "كاتب",
    "خارجي": "خارج",
}
ENDINGS = ("يين", "يون", "ية", "يه", "يا", "ي", "ا", "ة", "ه", "ى")
PRESIDENT = "رئيس"


@dataclass(frozen=True, slots=True)
class Role:
    """A role: the stem of its head noun, the stems of the words that qualify it, the states among them, whether a
    body is (رئيس الوزراء), whether the reader's own state is,
    and whether it is held no more."""

    head: str
    words: frozenset[str]
    states: frozenset[str]
    gender: str
    body: bool = False
    home: bool = False
    former: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether nothing qualifies the head."""
        return not self.words and not self.states


@cache
def stem(word: str) -> str:
    """Return a role's word as compared: without proclitics, article and the ending of nisba, gender and state
    (تيماري، تيمارا)."""
    if (
        word.startswith("لل") and head_of(word[1:]) is not None and head_of("ال" + word[2:]) is None
    ):  # للجنة is ل and اللجنة
        word = word[1:]
    for proclitic in ("ولل", "وال", "بال", "لل", "ل", "ب", "و"):
        if (
            word.startswith(proclitic)
            and len(word) - len(proclitic) > 2
            and (proclitic.endswith(("لل", "ال")) or head_of(word) is None and head_of(word[len(proclitic) :]))
        ):
            word = word[len(proclitic) :]
            break
    word = bare(word)
    if word in ALIKE:
        return ALIKE[word]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return ALIKE.get(word, word)


def role_of(words: list[str], places: frozenset[str] = frozenset()) -> Role | None:
    """Return the role that a phrase's words describe, None where no head of a person is among them.

    Args:
        places: stems of adjectives that in this article are made from names of states and places.
    """
    words = [w for w in words if w[0].isalpha()]
    start = next(
        (
            k
            for k, w in enumerate(words)
            if (h := head_of(w) or head_of(_unattached(w))) is not None
            and h.kind in ("person", "anonymous", "group")
            and (w not in HONORIFICS or k == len(words) - 1)
        ),
        None,
    )
    if start is None:
        return None
    head_word = words[start] if head_of(words[start]) else _unattached(words[start])
    qualifiers: set[str] = set()
    states: set[str] = set()
    body = home = False
    former = any(w in FORMER for w in words)
    i = start + 1
    while i < len(words):
        word = words[i]
        end = state_at(words, i, len(words))
        if end > i + (bare(word) in HOME):
            states.add(state_id(" ".join(words[i:end])))
            i = end
            continue
        qualifier = head_of(word) or head_of(_unattached(word))
        body = body or qualifier is not None and qualifier.kind in ("organization", "group")
        plain = bare(word.removeprefix("لل").removeprefix("ب") if word.startswith(("لل", "بال")) else word)
        if plain in state_ids():
            states.add(state_ids()[plain])
        elif plain in HOME:
            home = True
        elif stem(word) in places or is_definite(word) and word.endswith(("ي", "ية")) and not is_plain(word):
            states.add(stem(word))
        elif word in FORMER:
            pass
        elif word not in EMPTY and plain not in EMPTY and word not in HONORIFICS:
            qualifiers.add(stem(word))
        i += 1
    return Role(
        stem(head_word), frozenset(qualifiers), frozenset(states), head_of(head_word).gender, body, home, former
    )


def roles_of(words: list[str], places: frozenset[str] = frozenset()) -> list[Role]:
    """Return every role that a phrase's words describe: مستشار الأمير المشرف العام على الوكالة are two."""
    words = [w for w in words if w[0].isalpha()]
    starts = [
        k
        for k, w in enumerate(words)
        if k
        and (head := head_of(w)) is not None
        and head.kind == "person"
        and w not in HONORIFICS
        and is_definite(words[k - 1])
        and words[k - 1] not in HONORIFICS
    ]
    parts = [words[a:b] for a, b in zip([0, *starts], [*starts, len(words)], strict=True)]
    return [role for part in parts if part and (role := role_of(part, places)) is not None]


def _unattached(word: str) -> str:
    """Return a word without و or ل before it (ونظيره، للمتحدث)."""
    if word.startswith("لل"):
        return "ال" + word[2:]
    return word[1:] if word[0] in "وفلب" and len(word) > 3 else word


def fits(mention: Role, known: Role) -> bool:
    """Say whether a later, usually shorter mention can mean the holder of a known role."""
    if mention.head != known.head or mention.gender != known.gender:
        return False
    if known.former and not mention.former and not mention.is_bare:
        return False
    if mention.states and known.states and not mention.states & known.states:
        return False
    # The president of a state is no president of a council there: الرئيس الروسي, رئيس الوزراء الروسي.
    if mention.head == PRESIDENT and known.body and not mention.body:
        return False
    if mention.is_bare or not mention.words and not known.is_bare:
        return True
    if _inside(mention.words, known.words):
        return True
    return (
        bool(known.words)
        and bool(mention.words)
        and _inside(known.words, mention.words)
        and (bool(mention.states & known.states) or not mention.states)
    )


def _inside(few: frozenset[str], many: frozenset[str]) -> bool:
    return all(one in many or any(_alike(one, other) for other in many) for one in few)


def _alike(one: str, other: str) -> bool:
    """Say whether two stems are forms of one word (تيمار, تيماران): one begins the other."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 4 and len(long) - len(short) <= 2 and long.startswith(short)
