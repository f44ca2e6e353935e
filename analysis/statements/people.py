"""The persons of an article: every name with the roles and titles that stand before or after it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field

from analysis.statements import names, phrases
from analysis.statements.roles import FORMER, Role, fits, roles_of, stem
from analysis.statements.words import (
    ADDRESSEES, ADJUNCTS, COMMAS, COMPLEMENTIZERS, FAMILY, HONORIFICS, KIN, MEDIA, RELATIVES, TITLES, bare, demonyms, head_of, heads, is_definite, state_at,
)
from analysis.text.document import Document

REACH = 20  # a role reaches its name over at most this many tokens
# Heads that govern a place by its bare name: the word after them is no person's name.
OF_PLACES = frozenset("محافظ حاكم عمدة امير والي سلطان ملك".split())
# Nouns whose names are no persons: the word after them belongs to a place, a body, a work.
NAMED_THINGS = frozenset(
    "مدينة منطقة محافظة بلدة قرية شارع حي مطار ميناء مركز جبل وادي نهر سد طريق حقل بحر جزيرة ولاية اقليم مقاطعة ضاحية مخيم ناحية قضاء منفذ "
    "معبر مستشفى ملعب استاد مجمع قاعدة برج فندق فريق جائزة كاس مسجد جامع ساحة ميدان دوار معركة عملية عاصفة اسم برنامج كتاب رواية فيلم منتخب عاصمة شهر".split()
)
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
STRIP = str.maketrans({mark: " " for mark in "«»“”\"‘’„‹›\u200f\u200e\u202a\u202b\u202c\u200b\ufeff()[]"})


@dataclass
class Speaker:
    """A speaker in an article.

    Attributes:
        name: as shown, in the article's own spelling.
        kind: person, organization, state, group or anonymous.
        gender, number: m/f and s/d/p, for agreement with verbs that have no subject.
        keys: the words of the name as compared; roles: the roles that the article gives the person.
        at: token of the first mention; mentions: tokens where the name stands; spoken: cues of what is attributed.
        sure: whether a title, a role or a known given name says that this is a person.
    """

    name: str
    kind: str
    gender: str
    number: str
    keys: tuple[str, ...] = ()
    roles: list[Role] = field(default_factory=list)
    at: int = 0
    mentions: list[int] = field(default_factory=list)
    spoken: list[int] = field(default_factory=list)
    sure: bool = True

    def last_before(self, token: int) -> int:
        """Return the last mention or statement before `token`, -1 where there is none."""
        return max(_last(self.mentions, token), _last(self.spoken, token))

    def last_named(self, token: int) -> int:
        """Return the last place before `token` where the name stands, -1 where there is none."""
        return _last(self.mentions, token)


def _last(places: list[int], token: int) -> int:
    k = bisect_left(places, token)
    return places[k - 1] if k else -1


def surface(document: Document, first: int, last: int) -> str:
    """Return the words as the article writes them, without quotation marks and on one line."""
    start, end = document.span(first, last)
    text = document.folded.original[start:end]
    if _PRESENTATION.search(text):
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.translate(STRIP).split()).strip(" ،,؛;:-–*.")


def without_clitic(text: str, word: str, plain: str) -> str:
    """Return a phrase as written without the و, ب, ل that its first word has before `plain` (للجنة: اللجنة)."""
    if word.startswith("لل"):
        return "ال" + text[1 if plain == "ال" + word[1:] else 2 :]
    return text[len(word) - len(plain) :]


class People:
    """The persons of a document, found by the words of their names."""

    def __init__(self, document: Document) -> None:
        """Read every name of the document, in its order. Linear."""
        self.document = document
        self.vocabulary = frozenset(document.words) | {w[1:] for w in document.words if w[0] in "وفبل" and len(w) > 4}
        self.places = places(self.vocabulary)
        self.surnames = surnames(document.words)
        self.all: list[Speaker] = []
        self._by_word: dict[str, list[Speaker]] = {}
        self._read()

    def named(self, keys: tuple[str, ...], at: int) -> Speaker | None:
        """Return the person whom a name means at token `at`: the holder of all its words, the last mentioned first."""
        if not keys:
            return None
        pool = self._by_word.get(keys[-1]) or next((found for k in keys if (found := self._by_word.get(k))), [])
        fitting = [p for p in pool if names.contains(p.keys, keys)] or [p for p in pool if len(p.keys) > 1 and names.contains(keys, p.keys)]
        if not fitting and len(keys[-1]) >= 5:
            fitting = [p for p in self.all if names.similar(p.keys[-1], keys[-1]) and names.contains(p.keys, keys)]
        # A surname alone: whoever bears it as surname, not as a word inside.
        if len(keys) == 1:
            fitting = [p for p in fitting if p.keys[-1] == keys[0]] or fitting
        return max(fitting, key=lambda p: (p.sure, p.last_before(at), len(p.keys), -p.at), default=None)

    def holding(self, role: Role, at: int) -> Speaker | None:
        """Return the person who holds a role at token `at`: the last mentioned before it, else the first after it."""
        fitting = [p for p in self.all if any(fits(role, known) for known in p.roles)]
        if role.is_bare or role.states or role.home:  # whom the article names only later is not meant by a word or by another state's office
            fitting = [p for p in fitting if p.last_before(at) >= 0 or any(role.states & known.states for known in p.roles)]
        if not role.is_bare:
            fitting = [p for p in fitting if any(fits(role, known) and fits(known, role) for known in p.roles)] or fitting

        def rank(p: Speaker) -> tuple[bool, bool, int, int]:
            located = any(fits(role, known) and (role.states & known.states or role.home and known.states) for known in p.roles)
            return bool(located), bool(p.spoken), p.last_before(at), -p.at

        return max(fitting, key=rank, default=None)

    def add(self, first: int, last: int, roles: list[Role], gender: str | None, *, sure: bool = True) -> Speaker | None:
        """Add the name of tokens [first, last), or what is new about the person who bears it already."""
        words = self.document.words
        keys = names.name_key([w for w in words[first:last] if w[0].isalpha()])
        if not keys:
            return None
        known = self.named(keys, first)
        if known is None:
            gender = gender or names.given_names().get(words[first]) or "m"
            known = Speaker(surface(self.document, first, last), "person", gender, "s", keys, [], first, sure=sure)
            self.all.append(known)
        elif len(keys) > len(known.keys):
            known.name, known.keys = surface(self.document, first, last), keys
        for word in keys:
            bearers = self._by_word.setdefault(word, [])
            if known not in bearers:
                bearers.append(known)
        known.mentions.append(first)
        known.sure = known.sure or sure
        for role in roles:
            if role not in known.roles:
                known.roles.append(role)
        if gender == "f" and known.gender == "m" and words[first] not in names.given_names():
            known.gender = "f"
        return known

    def _read(self) -> None:
        document, words = self.document, self.document.words
        i, previous = 0, None
        while i < len(words):
            found = role_and_name(document, i, self.surnames, self.places)
            if found is not None:
                first, last, roles, gender = found
                role = roles[0] if roles else None
                if role is not None and role.head == "نظير" and previous is not None:
                    roles = [Role(r.head, r.words, role.states, role.gender, r.body) for r in previous.roles[:1]]
                previous = self.add(first, last, roles + _roles_after(document, last, self.surnames, self.places), gender)
                i = last
                continue
            if _begins_name(document, i):
                last = names.name_end(words, i, min(len(words), i + 8), hamza=names.begins_with_hamza(document, i))
                given = words[i] in names.given_names() and not is_definite(words[i])
                verbal = words[i][0] in "يت" and words[i] not in names.name_words()  # تلاحق الصرخي: a verb that no list knows
                if last - i >= 2 and not verbal and not (i and bare(words[i - 1]) in NAMED_THINGS):
                    more = _roles_after(document, last, self.surnames, self.places)
                    person = self.add(i, last, more, None, sure=given or bool(more))
                    previous = person or previous
                elif names.name_key(words[i:last]) and (known := self.named(names.name_key(words[i:last]), i)):
                    known.mentions.append(i)
                    previous = known
                i = max(last, i + 1)
                continue
            i += 1


def _begins_name(document: Document, i: int) -> bool:
    words = document.words
    word = words[i]
    if not word[0].isalpha() or not names.is_name(word):
        return False
    return not is_definite(word) or names.begins_with_hamza(document, i) or not (i + 1 < len(words) and names.is_name(words[i + 1]) and not is_definite(words[i + 1]))


def surnames(words: list[str]) -> frozenset[str]:
    """Return the words in -ي with article that stand after another name somewhere in the article."""
    return frozenset(
        word for before, word in zip(words, words[1:], strict=False)
        if word.endswith("ي") and is_definite(word) and (before in names.given_names() or names.is_name(before) and not is_definite(before))
    )


def is_adjective(word: str, known: frozenset[str]) -> bool:
    """Say whether a word with article in -ي after an office is an adjective (الوزير التيماري) and no surname of the article."""
    return is_definite(word) and word.endswith("ي") and len(word) > 5 and word not in known


def places(vocabulary: frozenset[str]) -> frozenset[str]:
    """Return the stems of the article's adjectives that are made from the names of states and places: التيماري beside تيمارا."""
    found = set()
    for word in vocabulary:
        if is_definite(word) and word.startswith("ال") and word.endswith(("ي", "ية")):
            base = bare(word).removesuffix("ة")[:-1]
            for name in (base, base + "ا", base + "يا", base + "ة"):
                if len(base) > 2 and name in vocabulary and names.is_name(name):
                    found.add(stem(word))
    return frozenset(found)


def role_and_name(document: Document, i: int, family: frozenset[str], known_places: frozenset[str] = frozenset()) -> tuple[int, int, list[Role], str | None] | None:
    """Return name, roles and gender of a role or title at token `i` that leads to a name, else None.

    وزير الخارجية الأميركي جون كيري; الشيخ رشيد; الأمين العام لمجلس …، الدكتور عبداللطيف الزياني
    """
    words = document.words
    word = words[i]
    if not word[0].isalpha():
        return None
    if i and (thing := words[i - 1])[0].isalpha() and (bare(thing) in NAMED_THINGS or not is_definite(thing) and _is_body(thing)):
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
        if current in COMMAS and not comma and k + 1 < len(words) and (words[k + 1] in HONORIFICS or _is_name_start(document, k + 1, i, family, after_comma=True)):
            comma = True
            k += 1
            continue
        if current in "«»“”\"‘’-–" and len(current) == 1 and current:
            k += 1
            continue
        # المدرب، الإسباني رافايل بينيتيز: over a comma an adjective of origin may stand before the name
        if current in COMMAS and not comma and k + 2 < len(words) and is_adjective(words[k + 1], family) and _is_name_start(document, k + 2, i, family, after_comma=False):
            comma = True
            k += 2
            continue
        if not current[0].isalpha() or current in COMPLEMENTIZERS or current in RELATIVES:
            return None
        if current[0] == "ل" and (current[1:] in MEDIA or current[1:] in ADDRESSEES or "ال" + current[2:] in ADDRESSEES) or current in MEDIA and head_of(previous) is None and previous not in ("في", "من", "عن", "باسم", "ل"):
            return None
        if current in ADJUNCTS and not (current in phrases.WITH_PREPOSITION and bare(word) in phrases.WITH_PREPOSITION[current]):
            return None
        if current[0] == "و" and len(current) > 3 and current not in names.given_names() and (inner := head_of(current[1:])) and inner.kind == "person" and not names.is_name(current):
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
    if word in ("ام", "ابو", "ابي") and bare(previous) not in NAMED_THINGS and k + 1 < len(words) and words[k + 1][0].isalpha() and words[k + 1] not in ADJUNCTS:
        return True
    if not word[0].isalpha() or head_of(word) is not None and word not in names.given_names() or is_adjective(word, family) or state_at(words, k, len(words)) > k:
        return False
    if bare(word) in demonyms() or word in names.NO_NAME or word in FORMER or word in NAMED_THINGS or previous in ("في", "من", "ب", "باسم", "ل", "و"):
        return False
    titled = previous in HONORIFICS
    after = words[k + 1] if k + 1 < len(words) else ""
    name = names.is_name(word)
    if head_of(word) is not None and not names.is_name(after):  # سمو أمير منطقة
        return False
    if is_definite(word) and not names.begins_with_hamza(document, k):
        # الوزير الجبير, الشيخ الزنداني: a surname right after its title; before a further name it is an adjective.
        return name and (k == head + 1 and is_definite(previous) or titled) and (not names.is_name(after) or is_definite(after) and titled)
    if k - 1 > head or not titled:
        thing = bare(previous)
        inner = head_of(previous)
        if thing in NAMED_THINGS or inner is not None and inner.kind in ("organization", "group") and not is_definite(previous) and not phrases.has_pronoun(previous):
            return False
        if thing in OF_PLACES and not is_definite(previous) and k == head + 1 and not titled and not (k + 1 < len(words) and names.name_end(words, k, len(words)) == k + 1):
            return word in names.given_names() and thing not in ("محافظ", "حاكم", "عمدة", "والي")
    if k > head + 1 and thing_named_after(words, k, head):
        return False
    if word in names.given_names():
        return True
    if name and (titled or names.is_name(after) and not is_definite(word) or is_definite(previous) or previous in demonyms() or after_comma and names.is_name(after)):
        return not (word[0] in "بل" and names.is_plain(word[1:]))
    # باراك أوباما where the first name is an ordinary word too: nothing else can follow a definite noun without an article.
    verbal = names.is_verb(word) and not (k > head + 2 and not is_definite(after) and (k + 2 >= len(words) or not names.is_name(words[k + 2])))
    if (is_definite(previous) or titled) and names.is_name(after) and not verbal and word not in ADJUNCTS and len(word) > 2:
        return word[0] not in "بلوف" or word in names.name_words()
    if after_comma and k > head + 2 and names.is_name(after) and k + 2 < len(words) and words[k + 2] in COMMAS and (is_definite(words[k - 2]) or not words[k - 2][0].isalpha()):
        return not is_definite(word) and word not in ADJUNCTS
    if (is_definite(previous) or bare(previous) in demonyms()) and k > head + 1 and not is_definite(word):
        return names.trailing(words, k, len(words)) > k
    return titled and previous in TITLES and names.is_name(after)


def thing_named_after(words: list[str], k: int, head: int) -> bool:
    """مركز الملك سلمان, جامعة الإمام محمد: a body named after a person, whose name is no speaker's."""
    if k - 2 <= head or words[k - 1] not in ("الملك", "الامير", "الامام", "الاميرة", "الشيخ", "السلطان", "الشهيد", "الرئيس"):
        return False
    return bare(words[k - 2]) in NAMED_THINGS or not is_definite(words[k - 2]) and _is_body(words[k - 2])


def _is_body(word: str) -> bool:
    head = head_of(word) or head_of(word[1:])
    return head is not None and head.kind == "organization"


def _roles_after(document: Document, last: int, family: frozenset[str], known_places: frozenset[str]) -> list[Role]:
    """Return the roles after a name (جون كيري، المتحدث باسم الخارجية; لابورد المدير التنفيذي للجنة)."""
    words = document.words
    k = last
    if k < len(words) and (words[k] in COMMAS or words[k] in ("(", "-", "–")):
        k += 1
    head = head_of(words[k]) if k < len(words) else None
    if head is None or head.kind != "person" or words[k] in names.given_names() or words[k] in HONORIFICS and words[k] not in TITLES:
        return []
    other = role_and_name(document, k, family) if k > last else None
    if other is not None and other[0] - k <= 6:  # جون كيري، وزير الخارجية سامح شكري: the next one's role
        return []
    end = phrases.phrase(document, k, min(len(words), k + 14))
    return roles_of(words[k:end], known_places)
