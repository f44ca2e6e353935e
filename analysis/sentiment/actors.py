"""Who is named in a passage: mentions that are given, and noun phrases that name somebody by their form."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from analysis.sentiment import lexicon
from analysis.sentiment.inflection import bare
from analysis.sentiment.lexicon import folded
from analysis.sentiment.passage import CLOSING, OPENING, STOPS, STRAIGHT, Passage
from analysis.tables import lexicon as table

PREPOSITIONS = frozenset(
    "في من الى على عن مع بين ضد نحو حول خلال منذ دون بعد قبل عند لدى تحت فوق امام عبر بشان تجاه ازاء حتى بحق".split()
)
RELATIVES = frozenset("الذي التي الذين اللذان اللذين اللتان اللتين اللواتي".split())
# Words that neither begin nor continue a name though no list of ordinary words has them.
OTHERS = frozenset(
    "ان انه انها انهم او ثم لا ما لم لن قد كان كانت هو هي هم "
    "كل بعض غير حيث اذا لو بل هذا هذه ذلك تلك هؤلاء هناك هنا كما اي "
    "وقد فقد كذلك ايضا اما لكن لان وهو وهي يوم امس اليوم منها منه فيها "
    "فيه عليها عليه لها له بها به ليس سوى مثل وان بان كي لكي "
    "الا حين فيما بينما وذلك التى الى اكثر اقل جدا فقط "
    "معا وهذا وهذه مما بما فان لانه لانها كانوا يكون تكون باسم".split()
)
LONGEST = 7
# Heads that can be a source (تقرير, اجتماع) but are nobody that one evaluates as an actor.
NO_ACTORS = frozenset(
    "اجتماع مؤتمر بيان تقرير بلاغ منشور اعلان استطلاع مسح دراسة نشرة افادة "
    "رسالة وثيقة مذكرة لائحة عملية حملة مبادرة مستشفى مطار ميناء متحف "
    "مسرح مدرسة معسكر دوري برنامج قسم قطاع حساب محافظة خطوط مطارات دار "
    "قصر موقع دائرة مصلحة مركز داخلية خارجية دفاع قضاء عدد غالبية اغلبية "
    "معظم عشرات مئات الاف تقارير صحف مواقع احصاءات احصائيات دراسات استطلاعات "
    "ارقام بيانات تحليلات توقعات وسائل مشاركين اشخاص جمهور حضور نساء "
    "رجال حجاج مراجعين سكان مواطنين مواطنون نازحين لاجئين اسر عائلات مصلين متضررين "
    "مبتعثون عمال طلاب طلبة ركاب زوار مواطن ضحايا اهالي شريك جار "
    "عضو عضوا كبير قريب صاحب خال عم جد رب اب اخ ابن والد ام اخت".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor in a passage.

    Attributes:
        first, last: words of the passage, half-open, proclitic included in the first.
        text: the surface without proclitic, as it stands in the article.
        start, end: original offsets of `text`.
        actor: actor_id, where the mention was given with one.
        kind: person, organization, state, group or name.
        known: it was given, not found by its form.
    """

    first: int
    last: int
    text: str
    start: int
    end: int
    actor: str | None
    kind: str
    known: bool = False


@cache
def heads() -> dict[str, str]:
    """Return head nouns, folded and without article, with their kind."""
    return {
        folded(row["word"]): row["kind"] for row in table("heads") if row["kind"] in ("person", "organization", "group")
    }


@cache
def states() -> tuple[dict[str, str], frozenset[str]]:
    """Return names of states and capitals with the state's name, and adjectives of states without article."""
    names: dict[str, str] = {}
    adjectives = set()
    for row in table("states"):
        names[folded(row["name"])] = row["name"]
        if row["capital"]:
            names.setdefault(folded(row["capital"]), row["name"])
        for adjective in row["adjectives"].split(","):
            stem = folded(adjective)
            adjectives.update((stem, stem + "ة", stem + "ين", stem + "ون", stem + "تين"))
    return names, frozenset(adjectives - {""})


@cache
def ordinary() -> frozenset[str]:
    """Return ordinary words, folded, without article."""
    return frozenset(folded(row["word"]) for name in ("common_words", "plain_words") for row in table(name))


@cache
def without_proclitic(word: str) -> tuple[str, int]:
    """Return a word that may begin a name without و ف ب ل ك, and how many letters were taken off."""
    for taken in (1, 2):
        rest = word[taken:]
        if len(rest) < 3 or any(letter not in "وفبلك" for letter in word[:taken]):
            break
        if taken == 1 and _begins(word):
            return word, 0
        if rest.startswith("ل") and word[taken - 1] == "ل":  # للحوثيين: the article lost its alef
            return rest[1:], taken + 1
        if _begins(rest):
            return rest, taken
    return word, 0


def _begins(word: str) -> bool:
    return (
        bool(kind_of_head(word))
        or word in states()[0]
        or word in lexicon.given_names()
        or bare(word) in states()[1]
        or _label(word)
    )


@cache
def kind_of_head(word: str) -> str | None:
    """Return the kind of an actor's head noun, with article or without."""
    plain = bare(word)
    return None if plain in NO_ACTORS or word in NO_ACTORS else heads().get(word) or heads().get(plain)


def _label(word: str) -> bool:
    entry = lexicon.entry_of(word)
    return entry is not None and entry.family == "hostile name" and word.startswith("ال")


@cache
def is_name(word: str) -> bool:
    """Say whether a folded word looks like a part of a name: listed, or no word of the language that is known."""
    if word in lexicon.given_names() or word in ("بن", "ابن", "ابو", "ابي", "ابا", "عبد", "ال"):
        return True
    plain = bare(word)
    if not plain.isalpha() or len(plain) < 3 or word in OTHERS or word in PREPOSITIONS or word in RELATIVES:
        return False
    if plain in ordinary() or word in ordinary() or lexicon.entry_of(word) is not None or word in lexicon.frames():
        return False
    # ستتواصل, بمقابلتهم: a verb of the future, a noun with a preposition.
    return not (word[:2] in ("ست", "سي", "سن") or word[0] in "بلوف" and bare(word[1:]) in ordinary())


def mentions(passage: Passage, candidates=(), text: str = "") -> list[Mention]:
    """Return the actors of `passage` in reading order: `candidates` (start, end, surface, actor_id), then by form."""
    found: list[Mention] = []
    taken: set[int] = set()
    starts = passage.starts
    for start, end, surface, actor in candidates:
        inside = range(bisect_right(passage.ends, start), bisect_left(starts, end))
        if inside and not taken.intersection(inside):
            found.append(Mention(inside[0], inside[-1] + 1, surface, start, end, actor, "known", True))
            taken.update(inside)
    i = 0
    while i < len(passage):
        mention = None if i in taken else _by_form(passage, i, taken, text)
        if mention is None:
            i += 1
            continue
        found.append(mention)
        i = mention.last
    return sorted(found, key=lambda m: m.first)


def _by_form(passage: Passage, i: int, taken: set[int], text: str) -> Mention | None:
    words = passage.words
    if not words[i][0].isalpha():
        return None
    word, proclitic = without_proclitic(words[i])
    last = kind = None
    two = f"{word} {words[i + 1]}" if i + 1 < len(words) else ""
    names, adjectives = states()
    if two in names:
        last, kind = i + 2, "state"
    elif word in names and word not in ("عمان",):
        last, kind = i + 1, "state"
    elif kind_of_head(word):
        kind = kind_of_head(word)
        last = _end(passage, i + 1, taken, kind)
        if kind == "person":  # السفير الأميركي في سيول مارك ليبرت: the post before the name
            last = _name_after_post(passage, last, taken)
        if last == i + 1 and not word.startswith("ال"):
            return None  # a bare indefinite head (مسؤول, قوات) names nobody
    elif _label(word):
        last, kind = _end(passage, i + 1, taken, "group"), "group"
    elif word.startswith("ال") and bare(word) in adjectives and word.endswith(("ين", "ون")):
        last, kind = i + 1, "group"
    elif is_name(word) and (word in lexicon.given_names() and word not in ordinary() or _quoted_name(words, i)):
        last = _end(passage, i + 1, taken, "person")
        kind = "person" if word in lexicon.given_names() else "name"
        if last == i + 1 and kind == "person" and not _quoted_name(words, i):
            return None
    elif word.startswith("ال") and is_name(word) and word.endswith(("يين", "يون")) and len(word) > 5:
        last, kind = i + 1, "name"
    if last is None:
        return None
    start, end = passage.span(i, last)
    if words[last - 1] in CLOSING or words[last - 1] in ('"', ")"):
        end = passage.starts[last - 1] if words[last - 1] != ")" else end
    start += proclitic
    return Mention(i, last, text[start:end] if text else " ".join(words[i:last])[proclitic:], start, end, None, kind)


def _name_after_post(passage: Passage, i: int, taken: set[int]) -> int:
    """Return the end of the name that stands behind في and a place, else `i`."""
    words = passage.words
    if i + 2 < len(words) and words[i] == "في" and i + 1 not in taken:
        for at in (i + 2, i + 3):
            if (
                at < len(words)
                and is_name(words[at])
                and not words[at].startswith("ال")
                and words[at] not in states()[0]
            ):
                return _end(passage, at + 1, taken, "person")
    return i


def _quoted_name(words: list[str], i: int) -> bool:
    """Say whether word i stands alone, or with one more, inside quotation marks: «داعش»."""
    opened = i and (words[i - 1] in OPENING or words[i - 1] == STRAIGHT)
    return bool(opened) and any(
        words[j] in CLOSING or words[j] == STRAIGHT for j in range(i + 1, min(i + 3, len(words)))
    )


def _end(passage: Passage, i: int, taken: set[int], kind: str) -> int:
    """Return the end of a noun phrase that goes on at word i: definite words, names, adjectives, a quoted name."""
    words, first = passage.words, i - 1
    adjectives = states()[1]
    while i < len(words) and i - first < LONGEST and i not in taken:
        word = words[i]
        if word in OPENING or word in (STRAIGHT, "("):
            close = next(
                (j for j in range(i + 2, min(i + 4, len(words))) if words[j] in CLOSING or words[j] in (STRAIGHT, ")")),
                None,
            )
            if close is None:
                break
            i = close + 1
            continue
        if word in STOPS or not word[0].isalpha() or word in PREPOSITIONS or word in RELATIVES or word in OTHERS:
            break
        entry = lexicon.entry_of(word)
        if word.startswith("ال") and (
            entry is None or entry.layer == "naming" or entry.sign == 0 or heads().get(bare(word))
        ):
            i += 1
            continue
        if kind_of_head(word) and i == first + 1 or word in states()[0] or word in adjectives or is_name(word):
            i += 1
            continue
        break
    return i
