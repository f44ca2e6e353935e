"""Noun phrases that can name a source: which words begin, continue and end them."""

from __future__ import annotations

from analysis.statements import cues
from analysis.statements.names import (
    NO_NAME, common_words, content_nouns, given_names, is_name, is_plain, is_verb, name_end, name_key, name_words, plain_words, trailing,
)
from analysis.statements.words import (
    ADDRESSEES, ADJUNCTS, ADVERBIAL_BEFORE_AN, COMMAS, COMPLEMENTIZERS, DOCUMENTS, HONORIFICS, MEDIA, OCCASIONS, QUANTIFIERS, RELATIVES, TIMES,
    TITLES, Head, bare, demonyms, head_of, heads, is_definite, is_occasion, state_at, state_names,
)
from analysis.text.document import Document

__all__ = [
    "ADDRESSEES", "ADJUNCTS", "ADVERBIAL_BEFORE_AN", "COMMAS", "COMPLEMENTIZERS", "DOCUMENTS", "MEDIA", "OCCASIONS", "QUANTIFIERS", "RELATIVES",
    "TITLES", "Head", "bare", "can_speak", "common_words", "content_nouns", "cues", "demonyms", "given_names", "head_of", "heads", "is_definite",
    "is_name", "is_plain", "is_verb", "name_end", "name_key", "name_words", "phrase", "plain_words", "state_names", "subject",
]

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
ADJECTIVES_TOO = frozenset("مقاومة معارضة اتحادية خارجية داخلية دفاع اقتصادي سياسي اعلامي دبلوماسي مسؤول مسؤولة مختص مختصة كبير شاب سياسية عسكريون".split())
LONGEST = 40


def subject(document: Document, first: int, last: int) -> tuple[int, int] | None:
    """Return the source phrase that begins at token `first`, or None where no phrase begins there.

    The phrase ends before adjuncts (أمس، في بيان), clauses, quotations, commas — but goes on over a comma
    into an apposition that names or titles the same person (جون كيري، المتحدث باسم الخارجية). Adjuncts
    before it are passed over (قال أمس لـ«عكاظ» المتحدث).
    """
    words = document.words
    firm = _is_firm(document, last)
    i = first
    if i < last and words[i] in COMMAS:  # قالت، عصر الخميس، وزارة الخارجية: a parenthesis before the subject
        j = next((k for k in range(i + 1, min(last, i + 12)) if words[k] in COMMAS), None)
        if j is None:
            return None
        i = j + 1
    after = _after_adjuncts(document, i, last)
    if after > i:
        if after >= last or not _strong(words, after, last):
            return None
        i = after
    quotation = document.openings.get(i) if i < last else None
    if quotation is not None:
        return (i, quotation.last) if quotation.words <= 5 and quotation.last <= last else None
    titled = i + 1 < last and words[i] in HONORIFICS and is_name(words[i + 1])
    if i >= last or not (titled or _begins(words[i]) or firm and _may_begin(words, i)):
        return None
    end = phrase(document, i, last, firm=firm)
    head = head_of(words[i])
    if head and head.kind == "person":
        end = max(end, to_name(document, i, last))
    while end < last - 1 and words[end] in COMMAS and _begins_apposition(document, end + 1):
        more = phrase(document, end + 1, last, firm=firm)
        if more <= end + 1:
            break
        end = more
    return (i, end) if end > i else None


def _is_firm(document: Document, last: int) -> bool:
    """Say whether the words before token `last` end there for sure: content begins with it."""
    words = document.words
    if last >= len(words):
        return False
    return words[last] in COMPLEMENTIZERS or words[last] in (":", "الى", "على", "عن", "من", "ب", "في") or words[last].startswith("..") or last in document.openings


def _after_adjuncts(document: Document, i: int, last: int) -> int:
    """Return the first token after adjuncts at token `i`: times, addressees (لـ«عكاظ»، للصحافيين), pronouns (به), occasions."""
    words = document.words
    start = i
    while i < last and i < start + 16:
        word = words[i]
        if word in TIMES or word in ("به", "بها", "فيه", "فيها", "له", "لها", "لهم", "ان", "عليه", "عليها", "اليه", "اليها", "عنه", "عنها", "منه", "منها") or word in COMMAS and i > start:
            i += 1
        elif word == "(" and i > start:
            close = next((k for k in range(i + 1, min(last, i + 8)) if words[k] == ")"), None)
            if close is None:
                return i
            i = close + 1
        elif word == "ل" and i + 1 < last and i + 1 in document.openings:
            i = document.openings[i + 1].last
        elif word.startswith("ل") and _addresses(word):
            i += 1
            while i < last and (i in document.openings and document.openings[i].words <= 4 or words[i] in ("فرانس", "برس", "رويترز", "الاعلام", "العربية", "المحلية")):
                i = document.openings[i].last if i in document.openings else i + 1
        elif word in ("في", "خلال", "عبر", "عقب", "على") and i + 1 < last and (words[i + 1] in OCCASIONS or word != "في"):
            j = next((k for k in range(i + 1, min(last, i + 12)) if words[k] in COMMAS), None)
            if j is None:
                return i
            i = j + 1
        else:
            break
    return min(i, last)


def _addresses(word: str) -> bool:
    rest = word[1:]
    return rest in ADDRESSEES or word.startswith("لل") and "ال" + word[2:] in ADDRESSEES or rest in MEDIA


def _strong(words: list[str], i: int, last: int) -> bool:
    """Say whether a source surely begins at token `i`: a head, a name, a state."""
    word = words[i]
    name = is_name(word) and (word[0] not in "بل" or word in name_words() or i + 1 < last and is_name(words[i + 1]))
    return head_of(word) is not None or word in given_names() or state_at(words, i, last) > i or name


def _may_begin(words: list[str], i: int) -> bool:
    """Say whether a word that no list knows can begin a source, where the content begins right after it."""
    word = words[i]
    if not word[0].isalpha() or word in ADJUNCTS or word in RELATIVES or word in COMPLEMENTIZERS or len(word) < 3 or is_verb(word):
        return False
    if word in content_nouns() or word in ("في", "من", "ذلك", "انه", "انها", "نفسه", "اكثر", "كل") or word.endswith(("ا", "ه", "ها", "هم")) and not is_definite(word):
        return False
    return not (word[0] in "بلكوف" and (word[1:] in plain_words() or bare(word[1:]) in plain_words() or word.startswith(("لل", "بال"))) and word not in plain_words())


def can_speak(word: str) -> bool:
    """Say whether a source can begin with this folded word: a head, a state, a name, people in the plural, a quantifier."""
    if head_of(word) or word in state_names() or word in given_names() or word in QUANTIFIERS or is_name(word):
        return True
    plain = bare(word)
    return len(plain) > 4 and plain.endswith(("ون", "يين", "يو")) or len(plain) > 5 and plain.endswith("ين") and is_definite(word)


def _begins(word: str) -> bool:
    if not word[0].isalnum() or word in ADJUNCTS or word in RELATIVES or word in COMPLEMENTIZERS or word in ("في", "من"):
        return False
    if word[0].isalpha() and not can_speak(word) and not (word.startswith(("لل", "ل")) and head_of(word[1:])):
        return False
    if head_of(word) or word in state_names() or word in given_names():
        return True
    if is_verb(word):
        return False
    if word[0] in "بلك" and word not in common_words() and bare(word[1:]) in common_words():
        return False
    if word[0] in "وف" and is_plain(word) and word not in common_words():
        return False
    return not word[0].isdigit() or len(word) < 5


def to_name(document: Document, first: int, last: int) -> int:
    """Return the end of the name that a long title leads to (المتحدث … بمنطقة جازان الرائد يحيى القحطاني), else `first`."""
    words = document.words
    i = first + 1
    while i < min(last, first + LONGEST):
        word = words[i]
        if word in COMMAS or word in COMPLEMENTIZERS or word in RELATIVES or not (word[0].isalpha() or word in '"«»“”()') or is_verb(word):
            return first
        if word[0] == "ل" and _addresses(word) or word in MEDIA and head_of(words[i - 1]) is None and words[i - 1] not in ("في", "من", "عن") or is_occasion(word) and words[i - 1] in ("في", "خلال") or word in ("امس", "اليوم", "ان", "خلال"):
            return first
        # An attached و begins somebody else: ونظيره الروسي سيرغي لافروف.
        if word[0] == "و" and len(word) > 3 and word not in given_names() and head_of(word[1:]) and head_of(word[1:]).kind == "person":
            return first
        if word in TITLES or word in given_names() and not is_definite(word) or is_name(word) and i + 1 < last and is_name(words[i + 1]) and not is_definite(word):
            j = i + 1 if word in TITLES else i
            end = name_end(words, j, last) if j < last and is_name(words[j]) else j
            if end > j and (end - j >= 2 or word in TITLES or word in given_names()):
                return end
            if word in TITLES and j < last and words[j][0].isalpha() and words[j] not in ADJUNCTS and not is_definite(words[j]):
                return min(last, phrase(document, j, last) if j + 1 < last else last)
        i += 1
    return first


def _begins_apposition(document: Document, i: int) -> bool:
    word = document.words[i]
    if word in ADJUNCTS or word in COMPLEMENTIZERS or word in RELATIVES or not word[0].isalpha() or word in ("في", "من", "وهو"):
        return False
    return bool(head_of(word)) or word in given_names() or is_name(word)


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


def _continues(document: Document, first: int, i: int, last: int, head: Head | None, named: bool, firm: bool) -> int:
    """Return how many tokens from token `i` on belong to the phrase that began at token `first`; 0 where it ends."""
    words = document.words
    word, previous = words[i], words[i - 1]
    if word in COMMAS or word in COMPLEMENTIZERS or word in RELATIVES or word in (":", ".", "\n", "فان", "فانه", "فانها", "فانهم") or word.startswith(".."):
        return 0
    if word == "(":  # a gloss of up to six words belongs to the name
        close = next((k for k in range(i + 1, min(last, i + 8)) if words[k] == ")"), None)
        return 0 if close is None else close + 1 - i
    quotation = document.openings.get(i)
    if quotation is not None:
        return 0 if quotation.words > 4 or previous == "ل" or quotation.last > last else max(1, quotation.last - i)
    if not word[0].isalnum():
        return 1 if word in "-–" and i + 1 < last else 0
    plain_head = bare(words[first])
    document_head = head is not None and plain_head in DOCUMENTS
    if document_head and word in ("صادر", "الصادر", "صادرة", "الصادرة", "نشرته", "نشره", "اصدرته", "اصدره", "اصدرتها", "عن", "نشرتها"):
        return 1
    if word == "في":
        inside = i + 1 < last and not (named and head is None or is_occasion(words[i + 1]) or head and head.kind == "state")
        if inside and head is not None and is_definite(words[first]):  # القيادي في حماس, but: قال المسؤول في مدينة …
            after = words[i + 1]
            inside = is_definite(after) or is_name(after) or state_at(words, i + 1, last) > i + 1 or head_of(after) is not None and head_of(after).kind == "organization"
            inside = inside and not after.endswith(("ه", "ها")) or i + 3 < last and words[i + 2] in COMMAS and (words[i + 3] in given_names() or words[i + 3] in TITLES)
        return 2 if inside else 0
    if word == "من":
        partitive = head and (head.kind in ("anonymous", "group") or document_head) or previous in ("عدد", "مجموعة", "كل", "العديد", "احد", "العشرات", "عشرات")
        return 2 if i + 1 < last and partitive else 0
    if word in WITH_PREPOSITION and head is not None and not named and plain_head in WITH_PREPOSITION[word] and i + 1 < last:
        return 2 if word != "لدى" or not words[i + 1].endswith("ه") else 0
    if word in ("وسط", "داخل") and head is not None and head.kind == "anonymous" and i + 1 < last:
        return 2
    if word in ADJUNCTS or word in NO_NAME and word not in ("غير", "كل", "بعض", "بين", "ذات", "اول", "اخر", "عام", "مثل"):
        return 0
    if word[0] == "ل" and len(word) > 3 and _addresses(word) and not is_name(word):
        return 0
    if word in MEDIA and not is_definite(word) and head_of(previous) is None and previous not in ("من", "في", "عن"):
        return 0
    if head is not None and head.kind == "person" and not named and (is_definite(previous) or bare(previous) in demonyms()) and not is_definite(word):
        ends = trailing(words, i, last if firm else len(words))
        if ends > i and not is_name(word):
            return ends - i
        if not cues.readings(word) and i + 1 < last and is_name(words[i + 1]) and not is_definite(words[i + 1]) and word not in ADJUNCTS and word[0] not in "بلوف":
            return 1
    if any(form.shape == "participle" for form, _ in cues.readings(word)) and word not in common_words():
        return 0
    if (any(form.shape == "verb" for form, _ in cues.readings(word)) and bare(word) not in common_words() or is_verb(word)) and not is_name(word):
        return 0
    if (word in content_nouns() or bare(word) in content_nouns() and is_definite(word) and named) and not head_of(word):
        if is_definite(previous) or is_name(previous) or named:
            return 0
    if _opens_adverbial(word, head, named, firm):
        return 0
    accusative = words[first].endswith("ا") and words[first] not in heads() and head is not None
    if accusative and i == first + 1 and word.endswith("ا") and head_of(word) is None:
        return 1
    if word.endswith("ا") and not (accusative and previous.endswith("ا")) and len(word) > 3 and word not in name_words() and word in plain_words() and word not in state_names() and not head_of(word):
        return 0
    definite_before = is_definite(previous) or previous in state_names() or has_pronoun(previous)
    if (definite_before or named) and _is_other_actor(words, i, last):
        return 0
    if head is not None and definite_before and not is_name(word) and not head_of(word):
        # What has a pronoun, a plural's accusative after a person (الطرفين), and after a body anything without an article
        if word.endswith(("ه", "ها", "هم")) and not is_definite(word) and not word.startswith("باسم") or head.number == "s" and is_definite(word) and word.endswith("ين"):
            return 0
        if head.kind != "person" and not is_definite(word) and word[0] not in "بلو" and word != "غير":
            return 0
    if head is not None and (is_definite(words[first]) or has_pronoun(words[first])) and not _qualifies(words[first], word, head):
        if i == first + 1 or head.kind == "organization" and all(is_definite(w) for w in words[first + 1 : i]):
            return 0
    if named and is_name(previous) and not is_name(word) and not (is_definite(word) or head_of(word) is not None and head_of(word).kind == "person" and firm):
        return 0
    if not is_definite(word) and (definite_before or named) and word in common_words() and not head_of(word) and word not in demonyms():
        if word[0] not in "بلو" and not is_name(word) and not (head and head.kind == "person" and not named and i + 1 < last and is_name(words[i + 1])):
            return 0
    return 1


def has_pronoun(word: str) -> bool:
    """Say whether a head has a pronoun attached, which closes it (زعيمها, خارجيتها)."""
    return word.endswith(("ه", "ها", "هم", "هما")) and word not in heads() and bare(word) not in heads() and not is_definite(word) and head_of(word) is not None


def _qualifies(first: str, word: str, head: Head) -> bool:
    """Say whether a word can stand right after a definite head: an adjective that agrees, a name, a title, a quotation."""
    if not word[0].isalpha() or word in ("في", "من", "غير") or word in WITH_PREPOSITION or is_name(word) or word.startswith(("لل", "باسم", "ب", "ل")) or word in DOCUMENTS:
        return not word.startswith("بال") and not (word in content_nouns())
    if head_of(word) is not None and head_of(word).kind == "person" and head.kind == "person" or word in given_names():
        return True
    if not is_definite(word):
        # المتحدث باسم, باراك أوباما: anything without an article after a person may be a name.
        return head.kind == "person" and word not in content_nouns() and not is_verb(word)
    if word.startswith("ال") and bare(word) in content_nouns() or state_at([word], 0, 1):
        return False
    feminine = first.endswith("ة") and head.kind != "group" or head.kind == "organization" and head.gender == "f" or head.kind == "anonymous" and head.gender == "f"
    if feminine and head.number == "s":
        return word.endswith(("ة", "ى", "اء"))
    return not word.endswith("ة") or head.number == "p" or head_of(word) is not None


def _is_other_actor(words: list[str], i: int, last: int) -> bool:
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


def _opens_adverbial(word: str, head: Head | None, named: bool, firm: bool) -> bool:
    """Say whether an attached ب or ل opens an adverbial (لدعم, بتمديد) and no part of a title (باسم, بقيادة, لشؤون)."""
    if word[0] not in "بل" or len(word) < 4 or word in name_words() or head_of(word) or word in common_words() or word in state_names():
        return False
    rest = word[1:]
    if word.startswith(("بال", "لل")) or rest in state_names() or rest in ("اسم", "شؤون", "قطاع", "حقوق", "مكافحة"):
        return False
    if head_of(rest) and (head_of(rest).kind == "organization" or not is_plain(rest)):
        return False
    if word[0] == "ل" and head is not None and not named and firm:
        return False
    return rest in content_nouns() or rest in plain_words()
