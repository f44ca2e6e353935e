"""The search index: one automaton over every spelling of every name and office, built once per process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from analysis.actors.bodies import bodies, filled, office_forms, states
from analysis.actors.dictionary import Actor, Actors, Alias, Role
from analysis.actors.variants import spellings, with_preposition
from analysis.tables import lexicon
from analysis.text import key

# States whose people's names are Arabic: there no letter of a name is open to transliteration.
ARABIC = frozenset("sa ye sy iq eg ps lb jo kw qa ae bh om ly tn dz ma sd mr so dj km".split())
PARTICLES = frozenset("عبد ابو ابي دي فان فون لو دا لا بو".split())
SELF = ("self",)
NOBODY = "-"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Whom a pattern may mean: an actor by name, with the context that the name needs.

    rank: 2 for a collection's own name, 1 for a name of the tables, 0 for one made by rule.
    short: one word of a person's name, which must not be a part of another person's.
    """

    actor_id: str
    context: tuple[str, ...]
    rank: int
    kind: str
    short: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A folded string to look for, with the candidates it names and the offices it may be."""

    text: str
    candidates: tuple[Candidate, ...]
    roles: tuple[Role, ...]
    article: bool  # starts with the article, or with لل for لـ and the article


@dataclass(frozen=True, eq=False)
class Index:
    """Patterns, the automaton over them, and the tables that identification needs."""

    patterns: tuple[Pattern, ...]
    automaton: AhoCorasick
    by_text: dict[str, Pattern]
    family_names: dict[str, frozenset[str]]
    given_names: frozenset[str]
    common_words: frozenset[str]


def is_weak(name: str, given: frozenset[str]) -> bool:
    """Say whether a folded name of a person is borne by many: محمد بدر, خالد القحطاني; a third name makes it strong."""
    words = [word for word in name.replace("عبد ", "عبد").split() if word not in ("بن", "ال")]
    if len(words) > 2 or words[0] not in given:
        return False
    return words[-1] in given or words[-1].removeprefix("ال") in common_families()


@cache
def common_families() -> frozenset[str]:
    """Return family names that many people bear, folded, without article."""
    return frozenset(key(row["surname"]).removeprefix("ال") for row in lexicon("surnames") if row["common"] == "yes")


def is_foreign(actor: Actor) -> bool:
    """Say whether the actor's name is transliterated into Arabic."""
    return actor.kind == "person" and bool(actor.country) and actor.country not in ARABIC


def family_name(name: str) -> str | None:
    """Return the part of a person's folded name that stands alone for it (كيري, نصر الله, ال سعود never)."""
    words = name.split()
    if len(words) < 2 or words[-2] in ("بن", "ال", "ولد", "ابن"):
        return None
    last = words[-1]
    if last in ("الله", "الدين") or words[-2] in PARTICLES:
        last = f"{words[-2]} {last}"
        if len(words) < 3:
            return None
    return last if len(last) > 2 else None


@lru_cache(maxsize=4)
def build(actors: Actors) -> Index:
    """Return the index of `actors`. Some tenths of a second; kept for the rest of the process."""
    given = frozenset(key(row["name"]) for row in lexicon("given_names"))
    common = frozenset(key(row["word"]) for row in lexicon("common_words"))
    names: dict[str, dict[str, Candidate]] = {}
    roles: dict[str, dict[Role, None]] = {}
    families: dict[str, set[str]] = {}
    in_office = frozenset(role.actor_id for role in actors.roles)

    def add(text: str, candidate: Candidate) -> None:
        old = names.setdefault(text, {}).get(candidate.actor_id)
        # The same name twice: the claim that needs less wins.
        if old is None or (candidate.rank, not candidate.context) > (old.rank, not old.context):
            names[text][candidate.actor_id] = candidate

    for alias in actors.aliases:
        if alias.actor_id == NOBODY:
            for text in spellings(alias.text):
                names[text] = {NOBODY: Candidate(NOBODY, (), 3, "")}
        else:
            _name_of(alias, actors.actors[alias.actor_id], in_office, given, common, add, families)
    for body in bodies():
        for text in body.names:
            add(text, Candidate(body.actor_id, (), 0, "organization"))
    for role in actors.roles:
        for text in office_forms(role.phrase, role.country):
            roles.setdefault(text, {})[role] = None
    _honorifics(actors, add)

    patterns: dict[str, Pattern] = {}
    for text in dict.fromkeys([*names, *roles]):
        candidates, offices = _best(names.get(text, {})), tuple(roles.get(text, ()))
        patterns[text] = Pattern(text, candidates, offices, text.startswith("ال"))
        swallowed = with_preposition(text)
        if swallowed and swallowed not in names:
            patterns.setdefault(swallowed, Pattern(swallowed, candidates, offices, True))
    ordered = tuple(patterns.values())
    automaton = AhoCorasick([pattern.text for pattern in ordered], matchkind=MatchKind.Standard)
    frozen = {name: frozenset(ids) for name, ids in families.items()}
    return Index(ordered, automaton, patterns, frozen, given, common)


def _name_of(
    alias: Alias, actor: Actor, in_office: frozenset[str], given: frozenset[str], common: frozenset[str],
    add: Callable[[str, Candidate], None], families: dict[str, set[str]],
) -> None:
    """Add every spelling of one name, and the family name, which stands for a person who is named in full elsewhere."""
    person = actor.kind == "person"
    rank = 2 if alias.own else 1
    context = tuple(key(part) for part in alias.context)
    state = states().get(actor.country)
    # A name that many bear means one who never held an office of the tables only where his state is spoken of.
    plain = person and not context and rank == 1 and actor.actor_id not in in_office
    if plain and state and is_weak(key(alias.text), given):
        context = (*state.names, *state.adjectives)
    for text in spellings(alias.text, person=person, foreign=is_foreign(actor)):
        add(text, Candidate(actor.actor_id, context, rank, actor.kind, person and " " not in text))
        last = family_name(text) if person and not context else None
        if last is None:
            continue
        families.setdefault(last, set()).add(actor.actor_id)
        # A first name alone is too little even where its bearer is named — unless he is known by it (صالح, عباس).
        if last in given and actor.actor_id not in in_office:
            continue
        bare = last.removeprefix("ال")
        if last not in common and (bare not in common or last != bare and last not in given):
            add(last, Candidate(actor.actor_id, SELF, 0, "person", " " not in last))


def _best(candidates: dict[str, Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates of one name without those that a stronger claim takes it from.

    A collection's name beats the tables', a name of the tables beats one made by rule; a claim with context
    takes nothing away, because it may not apply.
    """
    sure = [c.rank for c in candidates.values() if not c.context]
    strongest = max(sure, default=-1)
    return tuple(c for c in candidates.values() if c.rank >= strongest)


def _honorifics(actors: Actors, add: Callable[[str, Candidate], None]) -> None:
    """Add الرئيس السيسي for who was president of a state: title and family name need no full name before them."""
    for role in actors.roles:
        actor = actors.actors[role.actor_id]
        state = states().get(role.country)
        # نائب الرئيس and الرئيس التنفيذي are no presidents: the whole phrase must be the state's first office.
        if actor.kind != "person" or state is None or key(role.phrase) not in filled("الرئيس {adj}", state):
            continue
        last = family_name(key(actor.name_ar))
        if last:
            add(f"الرييس {last}", Candidate(actor.actor_id, (), 0, "person"))
