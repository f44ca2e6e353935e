"""Where a noun phrase ends."""

from __future__ import annotations

from analysis.statements import cues
from analysis.statements.names import (
    NO_NAME,
    common_words,
    content_nouns,
    given_names,
    is_name,
    is_verb,
    name_words,
    plain_words,
    trailing,
)
from analysis.statements.qualifiers import (
    WITH_PREPOSITION,
    addresses,
    has_pronoun,
    is_other_actor,
    opens_adverbial,
    qualifies,
)
from analysis.statements.words import (
    ADJUNCTS,
    COMMAS,
    COMPLEMENTIZERS,
    DOCUMENTS,
    MEDIA,
    RELATIVES,
    TITLES,
    Head,
    bare,
    demonyms,
    head_of,
    heads,
    is_definite,
    is_occasion,
    state_at,
    state_names,
)
from analysis.text.document import Document

ABBREVIATIONS = frozenset("د م ا".split())  # before a full stop: د. م. أ.
LONGEST = 40
# A source that does not want to be named says so in a clause that is no part of its name.
UNNAMED = frozenset("رفض رفضت طلب طلبت فضل فضلت اشترط اشترطت".split())
NOT_NAMED = frozenset("الكشف عدم ذكر نشر الافصاح التكتم كشف".split())


def phrase(document: Document, first: int, last: int, *, firm: bool = False) -> int:
    """Return the end of the noun phrase that begins at token `first`, at most `last`.

    Args:
        firm: content begins at `last`, so that what stands before it is the phrase or an adjunct, no object.
    """
    words = document.words
    last = min(last, first + LONGEST)
    if first >= last:
        return first
    head = head_of(words[first])
    state = state_at(words, first, last)
    if state > first + (head is not None):
        return state
    i = first + 1
    named = words[first] in given_names() or (not head and is_name(words[first]))
    while i < last:
        step = _continues(document, first, i, last, head, named, firm)
        if step == 0:
            break
        if step == 1 and is_name(words[i]) and not is_definite(words[i]):
            named = True
        i += step
    i = min(i, last)
    while i > first + 1 and words[i - 1] in ("و", "ل", "ب", "-", "–"):
        i -= 1
    return i


def _heads(word: str) -> bool:
    """Say whether a word, with or without an attached ب or ل, is a head: بهيئة قناة السويس is one name."""
    return head_of(word) is not None or word[0] in "بل" and len(word) > 3 and head_of(word[1:]) is not None


def _continues(document: Document, first: int, i: int, last: int, head: Head | None, named: bool, firm: bool) -> int:
    """Return how many tokens from token `i` on belong to the phrase that began at token `first`; 0 where it ends."""
    words = document.words
    word, previous = words[i], words[i - 1]
    if (
        word in COMMAS
        or word in COMPLEMENTIZERS
        or word in RELATIVES
        or word in (":", ".", "\n", "فان", "فانه", "فانها", "فانهم")
        or word.startswith("..")
    ):
        return 0
    if word in ABBREVIATIONS and i + 2 < last and words[i + 1] == ".":
        return 2
    if word == "(":  # a gloss of up to six words belongs to the name
        close = next((k for k in range(i + 1, min(last, i + 8)) if words[k] == ")"), None)
        return 0 if close is None else close + 1 - i
    if word in ("ب", "ل") and head is not None and head.kind == "person" and i + 1 < last:
        quotation = document.openings.get(i + 1)  # المتحدث بـ«صحة الإقليم»
        if quotation is not None and quotation.words <= 5 and quotation.last < last:
            return quotation.last - i
    quotation = document.openings.get(i)
    if quotation is not None:
        return 0 if quotation.words > 4 or previous == "ل" or quotation.last > last else max(1, quotation.last - i)
    if not word[0].isalnum():
        return 1 if word in "-–" and i + 1 < last else 0
    ahead = words[i + 1] if i + 1 < len(words) else ""
    if word in UNNAMED and ahead in NOT_NAMED or word in "-–" and ahead in UNNAMED:
        return 0  # مسؤول رفض الكشف عن هويته
    if word in ("باسمه", "باسمها") and bare(words[first]) in ("متحدث", "متحدثة", "ناطق", "ناطقة"):
        return 1
    if word in ("باسمه", "باسمها", "ونيابة", "نيابة", "دون"):  # قدم الرئيس باسمه ونيابة عن الأعضاء شكره
        return 0
    if previous == "باسم" and i == first + 2:  # متحدث باسم برنامج الأغذية: no Basim
        return 1
    plain_head = bare(words[first])
    document_head = head is not None and plain_head in DOCUMENTS
    if document_head and word in (
        "صادر",
        "الصادر",
        "صادرة",
        "الصادرة",
        "نشرته",
        "نشره",
        "اصدرته",
        "اصدره",
        "اصدرتها",
        "عن",
        "نشرتها",
    ):
        return 1
    if word == "في":
        inside = i + 1 < last and not (
            named and head is None or is_occasion(words[i + 1]) or head and head.kind == "state"
        )
        if inside and head is not None and is_definite(words[first]):  # القيادي في حماس, but: قال المسؤول في مدينة …
            after = words[i + 1]
            inside = (
                is_definite(after)
                or is_name(after)
                or state_at(words, i + 1, last) > i + 1
                or head_of(after) is not None
                and head_of(after).kind == "organization"
            )
            inside = (
                inside
                and not after.endswith(("ه", "ها"))
                or i + 3 < last
                and words[i + 2] in COMMAS
                and (words[i + 3] in given_names() or words[i + 3] in TITLES)
            )
        return 2 if inside else 0
    if word == "من":
        partitive = (
            head
            and (head.kind in ("anonymous", "group") or document_head)
            or previous in ("عدد", "مجموعة", "كل", "العديد", "احد", "العشرات", "عشرات")
        )
        return 2 if i + 1 < last and partitive else 0
    if (
        word in WITH_PREPOSITION
        and head is not None
        and not named
        and plain_head in WITH_PREPOSITION[word]
        and i + 1 < last
    ):
        return 2 if word != "لدى" or not words[i + 1].endswith("ه") else 0
    if word in ("وسط", "داخل") and head is not None and head.kind == "anonymous" and i + 1 < last:
        return 2
    if (
        word in ADJUNCTS
        or word in NO_NAME
        and word not in ("باسم", "غير", "كل", "بعض", "بين", "ذات", "اول", "اخر", "عام", "مثل")
    ):
        return 0
    if document_head and i == first + 1 and word[0] == "ل" and len(word) > 3:
        return 1  # تقرير لوكالة الأنباء, بيان للوزارة
    if word[0] == "ل" and len(word) > 3 and addresses(word) and not is_name(word):
        return 0
    if word in MEDIA and not is_definite(word) and not _heads(previous) and previous not in ("من", "في", "عن"):
        return 0
    if (
        head is not None
        and head.kind == "person"
        and not named
        and (is_definite(previous) or bare(previous) in demonyms())
        and not is_definite(word)
    ):
        ends = trailing(words, i, last if firm else len(words))
        if ends > i and not is_name(word):
            return ends - i
        if (
            not cues.readings(word)
            and i + 1 < last
            and is_name(words[i + 1])
            and not is_definite(words[i + 1])
            and word not in ADJUNCTS
            and word[0] not in "بلوف"
        ):
            return 1
    if any(form.shape == "participle" for form, _ in cues.readings(word)) and word not in common_words():
        return 0
    if (
        any(form.shape == "verb" for form, _ in cues.readings(word))
        and bare(word) not in common_words()
        or is_verb(word)
    ) and not is_name(word):
        return 0
    if (word in content_nouns() or bare(word) in content_nouns() and is_definite(word) and named) and not head_of(word):
        if is_definite(previous) or is_name(previous) or named:
            return 0
    unnamed = firm and head is not None and head.kind == "anonymous" and word[0] == "ب"
    if not unnamed and opens_adverbial(word, head, named, firm):  # but: مصدر عسكري بقاعدة العند
        return 0
    accusative = words[first].endswith("ا") and words[first] not in heads() and head is not None
    if accusative and i == first + 1 and word.endswith("ا") and head_of(word) is None:
        return 1
    if (
        word.endswith("ا")
        and not (accusative and previous.endswith("ا"))
        and len(word) > 3
        and word not in name_words()
        and word in plain_words()
        and word not in state_names()
        and not head_of(word)
    ):
        return 0
    definite_before = is_definite(previous) or previous in state_names() or has_pronoun(previous)
    if (definite_before or named) and is_other_actor(words, i, last):
        return 0
    if head is not None and definite_before and not is_name(word) and not head_of(word):
        # What has a pronoun, a plural's accusative after a person (الطرفين), and after a body anything without an
        # article
        if (
            word.endswith(("ه", "ها", "هم"))
            and not is_definite(word)
            and not word.startswith("باسم")
            or head.number == "s"
            and is_definite(word)
            and word.endswith("ين")
        ):
            return 0
        if head.kind != "person" and not is_definite(word) and word[0] not in "بلو" and word != "غير":
            return 0
    if head is not None and head.kind == "organization" and definite_before and head_of(previous) is None:
        if not is_definite(word) and is_name(word) and word not in name_words() and word[0] not in "بلو":
            return 0  # طرفي النزاع after a body: no list knows the word, yet a body's name is closed
    if (
        head is not None
        and (is_definite(words[first]) or has_pronoun(words[first]))
        and not qualifies(words[first], word, head)
    ):
        if i == first + 1 or head.kind == "organization" and all(is_definite(w) for w in words[first + 1 : i]):
            return 0
    if firm and named and word[0] == "و" and i + 1 < last and word[1:] in given_names():
        return 1  # a second speaker: سامي القاضي ومحمد الطويل
    if (
        named
        and is_name(previous)
        and not is_name(word)
        and not (is_definite(word) or head_of(word) is not None and head_of(word).kind == "person" and firm)
    ):
        return 0
    if (
        not is_definite(word)
        and (definite_before or named)
        and word in common_words()
        and not head_of(word)
        and word not in demonyms()
    ):
        if (
            word[0] not in "بلو"
            and not is_name(word)
            and not (head and head.kind == "person" and not named and i + 1 < last and is_name(words[i + 1]))
        ):
            return 0
    return 1
