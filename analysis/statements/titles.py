"""Titles and roles that lead to a name: وزير الخارجية الأميركي جون كيري, الشيخ رشيد."""

from __future__ import annotations

from analysis.statements import names, phrases
from analysis.statements.places import is_adjective
from analysis.statements.roles import FORMER, Role, roles_of
from analysis.statements.words import (
    ADDRESSEES,
    ADJUNCTS,
    COMMAS,
    COMPLEMENTIZERS,
    FAMILY,
    HONORIFICS,
    KIN,
    MEDIA,
    RELATIVES,
    TITLES,
    bare,
    demonyms,
    head_of,
    heads,
    is_definite,
    state_at,
)
from analysis.text.document import Document

REACH = 20  # a role reaches its name over at most this many tokens
# Heads that govern a place by its bare name: the word after them is no person's name.
OF_PLACES = frozenset("محافظ حاكم عمدة امير والي سلطان ملك".split())
# Nouns whose names are no persons: the word after them belongs to a place, a body, a work.
NAMED_THINGS = frozenset(
    "مدينة منطقة محافظة بلدة قرية شارع حي مطار ميناء مركز جبل وادي نهر سد طريق حقل بحر جزيرة ولاية اقليم مقاطعة "
    "ضاحية مخيم ناحية قضاء منفذ "
    "معبر مستشفى ملعب استاد مجمع قاعدة برج فندق فريق جائزة كاس مسجد جامع ساحة ميدان دوار معركة عملية عاصفة اسم "
    "برنامج كتاب رواية فيلم منتخب عاصمة شهر".split()
)


def role_and_name(
    document: Document, i: int, family: frozenset[str], known_places: frozenset[str] = frozenset()
) -> tuple[int, int, list[Role], str | None] | None:
    """Return name, roles and gender of a role or title at token `i` that leads to a name, else None.

    وزير الخارجية الأميركي جون كيري; الشيخ رشيد; الأمين العام لمجلس …، الدكتور عبداللطيف الزياني
    """
    words = document.words
    word = words[i]
    if not word[0].isalpha():
        return None
    if (
        i
        and (thing := words[i - 1])[0].isalpha()
        and (bare(thing) in NAMED_THINGS or not is_definite(thing) and _is_body(thing))
    ):
        if word in ("الملك", "الامير", "الامام", "الاميرة", "الشيخ", "السلطان", "الشهيد", "الرئيس"):
            return None
    head = head_of(word)
    if head is None and len(word) > 3 and word[0] in "وفلب":
        word = "ال" + word[2:] if word.startswith("لل") else word[1:]
        head = head_of(word)
    if head is None or head.kind != "person":
        return None
    if word in names.given_names() and not is_definite(word) and i + 1 < len(words) and names.is_name(words[i + 1]):
        return None  # أمير, أمين before a name are names themselves
    k = i + 1
    comma = False
    while k < min(len(words), i + REACH):
        current, previous = words[k], words[k - 1]
        if (
            current in COMMAS
            and not comma
            and k + 1 < len(words)
            and (words[k + 1] in HONORIFICS or _is_name_start(document, k + 1, i, family, after_comma=True))
        ):
            comma = True
            k += 1
            continue
        if current in '«»“”"‘’-–' and len(current) == 1 and current:
            k += 1
            continue
        # المدرب، الإسباني رافايل بينيتيز: over a comma an adjective of origin may stand before the name
        if (
            current in COMMAS
            and not comma
            and k + 2 < len(words)
            and is_adjective(words[k + 1], family)
            and _is_name_start(document, k + 2, i, family, after_comma=False)
        ):
            comma = True
            k += 2
            continue
        if not current[0].isalpha() or current in COMPLEMENTIZERS or current in RELATIVES:
            return None
        if current in phrases.ABBREVIATIONS and k + 1 < len(words) and words[k + 1] == ".":
            k += 2
            continue
        if any(form.shape == "participle" and current.endswith("ا") for form, _ in phrases.cues.readings(current)):
            return None
        if (
            current[0] == "ل"
            and (current[1:] in MEDIA or current[1:] in ADDRESSEES or "ال" + current[2:] in ADDRESSEES)
            or current in MEDIA
            and head_of(previous) is None
            and head_of(previous.removeprefix("ب")) is None
            and previous not in ("في", "من", "عن", "باسم", "ل")
        ):
            return None
        if current in ADJUNCTS and not (
            current in phrases.WITH_PREPOSITION and bare(word) in phrases.WITH_PREPOSITION[current]
        ):
            return None
        if (
            current[0] == "و"
            and len(current) > 3
            and current not in names.given_names()
            and (inner := head_of(current[1:]))
            and inner.kind == "person"
            and not names.is_name(current)
        ):
            return None
        if _is_name_start(document, k, i, family, after_comma=previous in COMMAS):
            last = names.name_end(words, k, min(len(words), k + 8), hamza=names.begins_with_hamza(document, k))
            if last == k:
                last = max(k + 1, names.trailing(words, k, len(words)))
                while last < min(len(words), k + 4) and names.is_name(words[last]):
                    last += 1
            if bare(word) in KIN and not is_definite(word) and word in heads() and (bare(word) in FAMILY or k == i + 1):
                return None
            roles = roles_of([word, *words[i + 1 : k]], known_places) if word not in HONORIFICS or k > i + 1 else []
            given = names.given_names().get(words[k])
            return k, last, roles, "f" if head.gender == "f" else given or head.gender
        if names.is_verb(current) and not names.is_name(current) and head_of(current) is None:
            return None
        k += 1
    return None


def _is_name_start(document: Document, k: int, head: int, family: frozenset[str], *, after_comma: bool) -> bool:
    """Say whether the name of the holder of the role that began at token `head` begins at token `k`."""
    words = document.words
    word, previous = words[k], words[k - 1]
    if (
        word in ("ام", "ابو", "ابي")
        and bare(previous) not in NAMED_THINGS
        and k + 1 < len(words)
        and words[k + 1][0].isalpha()
        and words[k + 1] not in ADJUNCTS
    ):
        return True
    if (
        not word[0].isalpha()
        or head_of(word) is not None
        and word not in names.given_names()
        or is_adjective(word, family)
        or state_at(words, k, len(words)) > k
    ):
        return False
    if (
        bare(word) in demonyms()
        or word in names.NO_NAME
        or word in FORMER
        or word in NAMED_THINGS
        or previous in ("في", "من", "ب", "باسم", "ل", "و")
    ):
        return False
    titled = previous in HONORIFICS
    after = words[k + 1] if k + 1 < len(words) else ""
    name = names.is_name(word)
    if head_of(word) is not None and not names.is_name(after):  # سمو أمير منطقة
        return False
    if is_definite(word) and not names.begins_with_hamza(document, k):
        # الوزير الجبير, الشيخ الزنداني: a surname right after its title; before a further name it is an adjective.
        return (
            name
            and (k == head + 1 and is_definite(previous) or titled)
            and (not names.is_name(after) or is_definite(after) and titled)
        )
    if k - 1 > head or not titled:
        thing = bare(previous)
        inner = head_of(previous)
        if (
            thing in NAMED_THINGS
            and (thing == "عاصمة" or not is_definite(previous))
            or inner is not None
            and inner.kind in ("organization", "group")
            and not is_definite(previous)
            and not phrases.has_pronoun(previous)
        ):
            return False
        if (
            thing in OF_PLACES
            and not is_definite(previous)
            and k == head + 1
            and not titled
            and not (k + 1 < len(words) and names.name_end(words, k, min(len(words), k + 3)) == k + 1)
        ):
            return word in names.given_names() and thing not in ("محافظ", "حاكم", "عمدة", "والي")
    if k > head + 1 and thing_named_after(words, k, head):
        return False
    if word in names.given_names():
        return True
    if name and (
        titled
        or names.is_name(after)
        and not is_definite(word)
        or is_definite(previous)
        or previous in demonyms()
        or after_comma
        and names.is_name(after)
    ):
        return not (word[0] in "بل" and names.is_plain(word[1:]))
    # باراك أوباما where the first name is an ordinary word too: nothing else can follow a definite noun without an
    # article.
    verbal = names.is_verb(word) and not (
        k > head + 2 and not is_definite(after) and (k + 2 >= len(words) or not names.is_name(words[k + 2]))
    )
    if (
        (is_definite(previous) or titled)
        and names.is_name(after)
        and not verbal
        and word not in ADJUNCTS
        and len(word) > 2
    ):
        return word[0] not in "بلوف" or word in names.name_words()
    if (
        after_comma
        and k > head + 2
        and names.is_name(after)
        and k + 2 < len(words)
        and words[k + 2] in COMMAS
        and (is_definite(words[k - 2]) or not words[k - 2][0].isalpha())
    ):
        return not is_definite(word) and word not in ADJUNCTS
    if (is_definite(previous) or bare(previous) in demonyms()) and k > head + 1 and not is_definite(word):
        return names.trailing(words, k, len(words)) > k
    return titled and previous in TITLES and names.is_name(after)


def thing_named_after(words: list[str], k: int, head: int) -> bool:
    """مركز الملك سلمان, جامعة الإمام محمد: a body named after a person, whose name is no speaker's."""
    if k - 2 <= head or words[k - 1] not in (
        "الملك",
        "الامير",
        "الامام",
        "الاميرة",
        "الشيخ",
        "السلطان",
        "الشهيد",
        "الرئيس",
    ):
        return False
    return bare(words[k - 2]) in NAMED_THINGS or not is_definite(words[k - 2]) and _is_body(words[k - 2])


def _is_body(word: str) -> bool:
    head = head_of(word) or head_of(word[1:])
    return head is not None and head.kind == "organization"


def roles_after(document: Document, last: int, family: frozenset[str], known_places: frozenset[str]) -> list[Role]:
    """Return the roles after a name (جون كيري، المتحدث باسم الخارجية; لابورد المدير التنفيذي للجنة)."""
    words = document.words
    k = last
    if k < len(words) and (words[k] in COMMAS or words[k] in ("(", "-", "–")):
        k += 1
    head = head_of(words[k]) if k < len(words) else None
    if (
        head is None
        or head.kind != "person"
        or words[k] in names.given_names()
        or words[k] in HONORIFICS
        and words[k] not in TITLES
    ):
        return []
    other = role_and_name(document, k, family) if k > last else None
    if other is not None and other[0] - k <= 6:  # جون كيري، وزير الخارجية سامح شكري: the next one's role
        return []
    end = phrases.phrase(document, k, min(len(words), k + 14))
    return roles_of(words[k:end], known_places)
