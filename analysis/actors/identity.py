"""Who a speaker is: from the string that an article names him by to an actor_id — or to nobody, never to a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

from analysis import frames
from analysis.actors.dictionary import Actors
from analysis.actors.index import NOBODY, Index, build, common_families, is_foreign
from analysis.actors.matching import (
    DEPUTIES,
    KINSHIP,
    TITLES,
    Mention,
    holder_of,
    mentions,
)
from analysis.actors.variants import skeleton
from analysis.tables import lexicon
from analysis.text import key

# Nouns that may stand before the name of a body without changing whom it means, and what may follow it.
GENERIC = frozenset(
    "حركه تنظيم جماعه منظمه صحيفه جريده وكاله شبكه قناه موقع حزب مجله ميليشيا ميليشيات مليشيا مليشيات محطه "
    "تلفزيون اذاعه موسسه شركه "
    "مسلحو مقاتلو فضاييه يوميه اسبوعيه راديو هييه برنامج انباء وكالات".split()
)
STATE_WORDS = frozenset("دوله جمهوريه مملكه سلطنه امبراطوريه".split())
TRAILING = frozenset(
    "للانباء الانباء الرسميه الرسمي الاخباريه الاخباري الفضاييه الاسلاميه الارهابي الارهابيه المتطرف"
    .split())
_MARKS = re.compile(r"[\"'«»“”„‟”’‘()\[\]،,.:؛]+")
# Fewer consonants than these are too few to recognize a foreign name by.
_ENOUGH = 5


@dataclass(frozen=True, eq=False)
class _Names:
    """Names of persons, taken apart: by first and last word, and by consonants for foreign ones."""

    by_ends: dict[tuple[str, str], dict[tuple[str, ...], str]]
    by_skeleton: dict[str, frozenset[str]]
    capitals: dict[str, frozenset[str]]
    demonyms: frozenset[str]


def words_of(name: str) -> tuple[str, ...]:
    """Return the words by which names are compared: folded, compounds one word, no بن or آل, no last article."""
    words: list[str] = []
    for word in key(name).split():
        if words and (words[-1] in ("عبد", "ابو", "ابي", "ابا") or word in ("الله", "الدين") and len(words[-1]) > 2):
            words[-1] += word
        elif word not in ("بن", "ابن", "بنت", "ال"):
            words.append(word)
    if words and words[-1].startswith("ال") and len(words[-1]) > 4:
        words[-1] = words[-1][2:]
    return tuple(words)


@lru_cache(maxsize=4)
def _names(actors: Actors) -> _Names:
    by_ends: dict[tuple[str, str], dict[tuple[str, ...], str]] = {}
    skeletons: dict[str, set[str]] = {}
    for alias in actors.aliases:
        if alias.actor_id == NOBODY:
            continue
        actor = actors.actors[alias.actor_id]
        words = words_of(alias.text)
        if actor.kind != "person" or len(words) < 2 or alias.context:
            continue
        by_ends.setdefault((words[0], words[-1]), {})[words] = actor.actor_id
        if is_foreign(actor):
            bones = skeleton(alias.text)
            if len(bones.replace(" ", "")) >= _ENOUGH:
                skeletons.setdefault(bones, set()).add(actor.actor_id)
    capitals: dict[str, set[str]] = {}
    demonyms = set()
    for row in lexicon("states"):
        if row["capital"]:
            capitals.setdefault(key(row["capital"]), set()).add(row["actor_id"])
        for adjective in row["adjectives"].split(","):
            demonyms |= {"ال" + key(adjective), "ال" + key(adjective) + "ه"}
    return _Names(
        by_ends,
        {bones: frozenset(ids) for bones, ids in skeletons.items()},
        {name: frozenset(ids) for name, ids in capitals.items()},
        frozenset(demonyms),
    )


def identify(name: str, written: date | None, actors: Actors, article_mentions: Iterable[Mention] = ()) -> str | None:
    """Return the actor_id of a speaker, or None where nobody or more than one could be meant.

    In this order: the name exactly as a table gives it; a name within the string (الرئيس الأميركي باراك أوباما);
    the same first and last name with others between; a foreign name with the same consonants; a family name of
    one person whom the article mentions; the holder of the office on the day of writing.

    Args:
        name: the speaker as the article names him, in its fullest form.
        written: the day of writing; None where it is not known, and then no office names anybody.
        actors: from `load`.
        article_mentions: what `mentions` found in the article.
    """
    index = build(actors)
    text = _MARKS.sub(" ", key(name))
    text = " ".join(text.split())
    if not text or len(text) > 200:
        return None
    present = {mention.actor_id for mention in article_mentions}
    for attempt in (_exact, _within, _by_ends, _by_consonants, _by_family_name):
        found = attempt(text, actors, index, present)
        if found is not None:
            return found
    pattern = index.by_text.get(text)
    if pattern and pattern.roles and written is not None:
        return holder_of(pattern, written)[0]
    return None


def _exact(text: str, actors: Actors, index: Index, present: set[str]) -> str | None:
    """The whole string is a name of the tables, or a capital that stands for its state."""
    pattern = index.by_text.get(text)
    if pattern is None or not pattern.candidates:
        states = _names(actors).capitals.get(text, frozenset())
        return next(iter(states)) if len(states) == 1 else None
    sharing = index.family_names.get(text, frozenset()) & present
    if sharing and any(c.short for c in pattern.candidates):
        return next(iter(sharing)) if len(sharing) == 1 else None
    fitting = {c.actor_id for c in pattern.candidates if c.context and c.actor_id in present}
    fitting = fitting or {c.actor_id for c in pattern.candidates if not c.context}
    return fitting.pop() if len(fitting) == 1 and NOBODY not in fitting else None


def _within(text: str, actors: Actors, index: Index, present: set[str]) -> str | None:
    """The string holds a name: a person's after his office or title, a body's with its generic noun or adjective."""
    found = mentions(text, None, actors)
    persons = {m.actor_id for m in found if actors.actors[m.actor_id].kind == "person"}
    if len(persons) == 1:
        last = found[-1]
        if last.actor_id in persons and last.end == len(text):
            before = text[: last.start].split()
            return last.actor_id if _only_introduces(before, last.actor_id, actors) else None
        return None
    if len(found) != 1 or persons:
        return None
    rest = (text[: found[0].start] + " " + text[found[0].end :]).split()
    is_state = actors.actors[found[0].actor_id].kind == "state"
    allowed = STATE_WORDS if is_state else GENERIC | TRAILING | _names(actors).demonyms
    return found[0].actor_id if all(word in allowed for word in rest) else None


def _only_introduces(before: list[str], actor_id: str, actors: Actors) -> bool:
    """Say whether the words before a name are title or office of the one who is named (خصوم الرئيس are not)."""
    if before and before[0] not in TITLES and before[0] not in _office_heads():
        return False
    if any(word in KINSHIP or word in ("عن", "من", "مع", "و", "الي") for word in before):
        return False
    deputies = [word for word in before if word in DEPUTIES]
    if not deputies:
        return True
    offices = " ".join(key(role.phrase) for role in actors.roles if role.actor_id == actor_id).split()
    return all(word in offices for word in deputies)


@lru_cache(maxsize=1)
def _office_heads() -> frozenset[str]:
    """Return the nouns that name one person by an office, with and without article."""
    nouns = [key(row["word"]) for row in lexicon("heads") if row["kind"] == "person" and row["number"] == "s"]
    return frozenset(form for noun in nouns for form in (noun, "ال" + noun, noun + "ه", f"ال{noun}ه"))


# Bodies that only the article's own context could name.
_BARE = frozenset("الحكومه السلطات الشرطه النيابه الجيش الرياسه الوزاره البرلمان المعارضه القوات".split())


def is_described(name: str) -> bool:
    """Say whether a speaker is described and not named (مسؤول محلي, وزارة الداخلية): no table can know who is meant."""
    words = _MARKS.sub(" ", key(name)).split()
    given = [key(row["name"]) for row in lexicon("given_names")]
    if not words or any(word in given for word in words):
        return not words
    first = words[0]
    if first in _office_heads() or first in ("شاهد", "احد", "امراه", "مصدر", "الله", "مراسل", "محلل"):
        return True
    return first in _BARE and len(words) == 1 or first == "وزاره" and len(words) == 2


def _by_ends(text: str, actors: Actors, index: Index, present: set[str]) -> str | None:
    """Same first and last name, and the shorter of both names stands in the longer in order."""
    words = words_of(" ".join(_without_titles(text)))
    if len(words) < 2:
        return None
    names = _names(actors)
    found = set()
    for known, actor_id in names.by_ends.get((words[0], words[-1]), {}).items():
        shorter, longer = sorted((words, known), key=len)
        if not _stands_in(shorter, longer):
            continue
        # Two words of which one is in every second name say too little; so does a name that ends in a given name.
        weak = words[-1] in common_families() or words[-1] in index.given_names
        alone = len(longer) == 2 and _is_sure(text, actor_id, index)
        if len(shorter) == 2 and weak and actor_id not in present and not alone:
            continue
        found.add(actor_id)
    return found.pop() if len(found) == 1 else None


def _is_sure(text: str, actor_id: str, index: Index) -> bool:
    """Say whether the name means the actor without any context."""
    pattern = index.by_text.get(text)
    return pattern is not None and any(c.actor_id == actor_id and not c.context for c in pattern.candidates)


def _without_titles(text: str) -> list[str]:
    words = text.split()
    while len(words) > 2 and words[0] in TITLES:
        words = words[1:]
    return words


def _stands_in(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _by_consonants(text: str, actors: Actors, index: Index, present: set[str]) -> str | None:
    """A foreign name of two words and more that differs only in vowels and in letters that transliterations confuse."""
    words = _without_titles(text)
    if len(words) < 2:
        return None
    found = _names(actors).by_skeleton.get(skeleton(" ".join(words)), frozenset())
    return next(iter(found)) if len(found) == 1 else None


def _by_family_name(text: str, actors: Actors, index: Index, present: set[str]) -> str | None:
    """The last name of exactly one person whom the article mentions."""
    words = _without_titles(text)
    if not words or len(words) > 2:
        return None
    if len(words) == 2:
        if words[0] not in TITLES and " ".join(words) not in index.family_names:
            return None
        name = " ".join(words) if " ".join(words) in index.family_names else words[1]
    else:
        name = words[0]
    sharing = index.family_names.get(name, frozenset()) & present
    return next(iter(sharing)) if len(sharing) == 1 else None


def unresolved(statements: pd.DataFrame) -> pd.DataFrame:
    """Return the speakers that have a name but no actor_id, most frequent first: the rows most worth adding.

    Columns: speaker (its most frequent spelling), speaker_kind, statements, articles, spellings (joined by ';').
    Unnamed groups and anonymous sources are left out: no row can give them an id.
    """
    types = {"speaker": "str", "speaker_kind": "str", "statements": "Int64", "articles": "Int64", "spellings": "str"}
    named = statements["speaker"].notna() & statements["speaker_id"].isna()
    rows = statements[named & ~statements["speaker_kind"].isin(["anonymous", "group"]).fillna(False)]
    if rows.empty:
        return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in types.items()})
    rows = rows.assign(name=[" ".join(words_of(speaker)) for speaker in rows["speaker"]])
    found = []
    for _, group in rows.groupby("name", sort=False):
        spelt = group["speaker"].value_counts()
        # Ties are settled by the alphabet: the same frame always gives the same table.
        order = sorted(spelt.index, key=lambda s: (-spelt[s], s))
        kinds = group["speaker_kind"].dropna()
        found.append(
            {
                "speaker": order[0],
                "speaker_kind": kinds.mode().iloc[0] if len(kinds) else None,
                "statements": len(group),
                "articles": group["article_id"].nunique(),
                "spellings": ";".join(order),
            }
        )
    table = pd.DataFrame(found, columns=list(types))
    table = table.sort_values(["statements", "articles", "speaker"], ascending=[False, False, True], ignore_index=True)
    return table.astype(types)


def frame(actors: Actors) -> pd.DataFrame:
    """Return the frame `actors`: every row of the tables, and every body that `bodies.tsv` gives a state."""
    columns = [column.name for column in frames.FRAMES["actors"]]
    rows = [{name: getattr(actor, name) or None for name in columns} for actor in actors.actors.values()]
    return frames.make("actors", rows)
