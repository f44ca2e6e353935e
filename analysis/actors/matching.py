"""Finding actors in a text: by name, by the name of a body, by an office on the day of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from analysis.actors.dictionary import Actors
from analysis.actors.index import NOBODY, SELF, Candidate, Index, Pattern, build
from analysis.text import Folded, fold

# What may be written together with a name: the conjunctions before the prepositions.
CLITICS = frozenset(["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك"])
BEFORE_ARTICLE = frozenset(["", "و", "ف", "ب", "ك", "وب", "وك", "فب", "فك"])
# Before these a name is the name of something else: جامعة الملك سعود, مركز الملك سلمان.
NAMED_AFTER = frozenset(
    "جامعة مركز مطار مستشفى مدينة جائزة شارع طريق مؤسسة ميناء جسر مسجد جامع معهد استاد كلية مشروع برنامج كاس "
    "حديقة قاعة ملعب مكتبة دارة قاعدة مجمع اكاديمية دوري حي منتزه كرسي معرض متحف قصر سد ميدان محطة بطولة سباق "
    "مهرجان جمعية صندوق سوق مدرسة ثانوية متنزه شركة اسبوع مبادرة كورنيش مرصد استديو ستاد مضمار ساحة عمارة برج "
    "معسكر مسرح دوار وقف بوليفارد حضانة روضة ملتقى منتدى مركزي"
    .replace("ة", "ه").replace("ى", "ي").split()
)
TITLES = frozenset(
    "الملك الامير الشيخ السلطان الامام الرييس الدكتور المهندس السيد الاستاذ اللواء العميد العقيد الفريق الجنرال "
    "سمو صاحب معالي فخامه السيده الاميره الشهيد الراحل دوله سماحه السناتور السيناتور السفير النايب الوزير المشير "
    "اول ركن د م الركن"
    .split()
)
KINSHIP = frozenset("بن ابن بنت ابو ابا ابي ام ال عبد اولاد ابناء ولد".split())
# Words that are given names too, and stand before the name of somebody else (طالب جون كيري).
NO_GIVEN = frozenset(
    "طالب السيد سيد امير امين باسم اسلام شعبان رمضان رجب خميس جمعه ناشد رضا سعيد نصر صادق وفاء امل رجاء ايمان"
    .split())
# Somebody who works for the holder of an office is not the holder.
DEPUTIES = frozenset(
    "نايب نايبه مساعد مساعده وكيل مستشار مستشاره المتحدث الناطق باسم مكتب زوجه نجل ابن شقيق ابنه والد منصب حقيبه "
    "مدير سكرتير مبعوث ممثل ممثله موفد المرشح مرشح مرشحه مرشحا لمنصب بمنصب نواب مساعدي مستشاري سلف خلف مقر منزل "
    "قصر طايره موكب انتخاب انتخابات تعيين اختيار حرس الحرس كل اي يوم عيد"
    .split()
)
FORMER = frozenset(
    "السابق الاسبق السابقه الاسبقه الراحل الراحله المخلوع المعزول المنتخب المنتخبه الجديد الجديده المكلف المكلفه "
    "الموقت الموقته الانتقالي المقبل القادم المستقيل المستقيله الاول الفخري المقال بالنيابه بالوكاله بالانابه "
    "انذاك حينها حينذاك وقتها الموقوف"
    .split()
)
_DOUBLED = re.compile(" {2,}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARK = re.compile(r"[^\w ]|[\d_]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an actor is named: original offsets, the words, who it is, the office if it is named by office."""

    start: int
    end: int
    surface: str
    actor_id: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    pattern: Pattern


def mentions(text: str, written: date | None, actors: Actors, *, folded: Folded | None = None) -> list[Mention]:
    """Return the mentions of actors in `text`, in order, not overlapping; the longest name wins.

    Args:
        text: the article as loaded.
        written: its day of writing; without it no office names anybody.
        actors: from `load`.
        folded: the folded text, where the caller has it already.
    """
    folded = folded or fold(text)
    plain, places = _plain(folded.text)
    found = []
    for start, end, actor_id, role in _resolved(plain, written, build(actors)):
        if places is not None:
            start, end = int(places[start]), int(places[end - 1]) + 1
        start, end = folded.span(start, end)
        found.append(Mention(start, end, text[start:end], actor_id, role))
    return found


def _plain(text: str) -> tuple[str, np.ndarray | None]:
    """Return the folded text in the letters of `key`, spaces single, with the places of its letters if these moved."""
    if not text.isascii():
        # The automaton takes no lone surrogates; another mark in their place moves no offset.
        text = _SURROGATE.sub("\ufffd", text)
    plain = text.replace("ى", "ي").replace("ة", "ه").replace("ؤ", "و").replace("ئ", "ي")
    if "  " not in plain:
        return plain, None
    letters = np.frombuffer(plain.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kept = np.ones(len(letters), dtype=bool)
    kept[1:] = (letters[1:] != 32) | (letters[:-1] != 32)
    return _DOUBLED.sub(" ", plain), np.flatnonzero(kept)


def _resolved(plain: str, written: date | None, index: Index) -> list[tuple[int, int, str, str | None]]:
    """Return start, end, actor and office of each mention in the plain text."""
    # Names that need no context first: what they name is the context of the others.
    hits, later = [], []
    for hit in _hits(plain, index):
        if not all(c.context == SELF for c in hit.pattern.candidates) or hit.pattern.roles:
            hits.append(hit)
        else:
            later.append(hit)
    hits = [hit for hit in hits if _stands_alone(plain, hit, index)]
    sure = {c.actor_id for hit in hits for c in _unconditional(hit.pattern)}
    for hit in later:
        if any(c.actor_id in sure for c in hit.pattern.candidates) and _stands_alone(plain, hit, index):
            hits.append(hit)
    chosen: list[tuple[int, int, str, str | None]] = []
    taken = bytearray(len(plain))
    # Longest first; of equally long ones the first.
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start)):
        if taken[hit.start] or taken[hit.end - 1]:
            continue
        actor_id, role = _name(plain, hit.pattern, sure, index), None
        if actor_id is None and hit.pattern.roles:
            actor_id, role = _holder(plain, hit, written, index)
        if actor_id is None:
            continue
        taken[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
        chosen.append((hit.start, hit.end, actor_id, role))
    chosen = sorted(mention for mention in chosen if mention[2] != NOBODY)
    return list(_without_titles(plain, chosen, index))


def _hits(plain: str, index: Index) -> Iterator[_Hit]:
    """Yield the patterns that stand in the text as words, with nothing but clitics written to them."""
    patterns, size = index.patterns, len(plain)
    for number, start, end in index.automaton.find_matches_as_indexes(plain, overlapping=True):
        if end < size and plain[end].isalnum():
            continue
        pattern = patterns[number]
        if start and plain[start - 1].isalpha():
            before = start - 1
            while before and start - before < 4 and plain[before - 1].isalpha():
                before -= 1
            if before and plain[before - 1].isalpha():
                continue
            clitic = plain[before:start]
            if clitic not in (BEFORE_ARTICLE if pattern.article else CLITICS):
                continue
            if len(pattern.text) < 3:
                continue
        elif start and plain[start - 1].isdigit():
            continue
        yield _Hit(start, end, pattern)


def _unconditional(pattern: Pattern) -> tuple[Candidate, ...]:
    sure = tuple(c for c in pattern.candidates if not c.context)
    return sure if len(sure) == 1 else ()


def _before(plain: str, start: int) -> list[str]:
    """Return up to six words before `start` on the same line, nearest first; marks end it."""
    # What is written to the name itself (و, ل) is no word of its own.
    while start and plain[start - 1].isalpha():
        start -= 1
    return _MARK.split(plain[max(0, start - 48) : start])[-1].split()[:-7:-1]


def _after(plain: str, end: int) -> list[str]:
    """Return up to four words after `end` on the same line; marks end it."""
    return _MARK.split(plain[end : end + 48], maxsplit=1)[0].split()[:4]


def _stands_alone(plain: str, hit: _Hit, index: Index) -> bool:
    """Say whether a person's name is not a part of a longer name: somebody else's, or a university's."""
    candidates = hit.pattern.candidates
    if not candidates or any(c.kind != "person" for c in candidates):
        return True
    before = _before(plain, hit.start)
    attached = hit.start > 0 and plain[hit.start - 1].isalpha()
    if before and not attached:
        nearest = before[0]
        if nearest in KINSHIP:
            return False
        if nearest in index.given_names and nearest not in NO_GIVEN and _continues_name(hit, index, before):
            return False
        named = next((word for word in before if word not in TITLES), "")
        if named in NAMED_AFTER or named[1:] in NAMED_AFTER and named[0] in "وبلف":
            return False
    after = _after(plain, hit.end)
    if after and (after[0] in ("بن", "ابن", "بنت") or after[0] == "ال" and len(after) > 1):
        return False
    last = hit.pattern.text.split()[-1]
    if after and last in index.given_names and _looks_like_family_name(after[0], index):
        return False
    return True


def _continues_name(hit: _Hit, index: Index, before: list[str]) -> bool:
    """Say whether the given name before a hit makes a longer name with it (محمد + صالح المطلك)."""
    first = hit.pattern.text.split()[0]
    if any(c.short for c in hit.pattern.candidates):
        return True
    return first in index.given_names or first.startswith("ال")


def _looks_like_family_name(word: str, index: Index) -> bool:
    if not word.startswith("ال") or len(word) < 5:
        return word in index.given_names and word not in NO_GIVEN
    bare = word[2:]
    known = index.common_words
    return bare not in known and word not in known and not bare.endswith("ه") and word not in TITLES | FORMER


def _name(plain: str, pattern: Pattern, sure: set[str], index: Index) -> str | None:
    """Return whom the name means: the one candidate whose context stands in the text, else the one without context."""
    if any(c.short for c in pattern.candidates) and len(index.family_names.get(pattern.text, frozenset()) & sure) > 1:
        return None  # a family name of two who are both named
    fitting = {
        c.actor_id for c in pattern.candidates
        if c.context and any(c.actor_id in sure if part == "self" else part in plain for part in c.context)
    }
    if not fitting:
        fitting = {c.actor_id for c in pattern.candidates if not c.context}
    return fitting.pop() if len(fitting) == 1 else None


def _holder(plain: str, hit: _Hit, written: date | None, index: Index) -> tuple[str | None, str | None]:
    """Return who held the office on the day of writing, and the office; nobody where two did."""
    if written is None:
        return None, None
    before = _before(plain, hit.start)
    if before and (before[0] in DEPUTIES or before[0][0] in "ولبف" and before[0][1:] in DEPUTIES):
        return None, None
    after = _after(plain, hit.end)
    if after and after[0] in FORMER:
        return None, None
    holder, role = holder_of(hit.pattern, written)
    return holder, role


def holder_of(pattern: Pattern, written: date) -> tuple[str | None, str | None]:
    """Return actor and office if exactly one actor held the office on that day; a collection's rows come first."""
    held = [role for role in pattern.roles if role.held(written)]
    held = [role for role in held if role.own] or held
    if len({role.actor_id for role in held}) != 1:
        return None, None
    return held[0].actor_id, held[0].phrase


def _without_titles(plain: str, chosen: list, index: Index) -> Iterator[tuple[int, int, str, str | None]]:
    """Yield mentions but for offices that only introduce a name (وزير الخارجية جون كيري): the name says who."""
    for i, (start, end, actor_id, role) in enumerate(chosen):
        if role is not None:
            after = _after(plain, end)
            following = chosen[i + 1] if i + 1 < len(chosen) else None
            adjacent = following and following[3] is None and not plain[end : following[0]].strip(" ،,\"«“")
            if adjacent and _is_person(following, index, plain):
                continue
            skipped = next((word for word in after if word not in TITLES), "")
            if skipped in index.given_names and skipped not in NO_GIVEN:
                continue  # a name that the tables do not know: whoever it is, the office is his
        yield start, end, actor_id, role


def _is_person(mention: tuple, index: Index, plain: str) -> bool:
    pattern = index.by_text.get(plain[mention[0] : mention[1]])
    return pattern is not None and any(c.kind == "person" for c in pattern.candidates)
