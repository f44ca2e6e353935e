"""The dictionary of actors: the package's tables, and a collection's own rows over them.

The tables are actors.tsv, aliases.tsv, roles.tsv, states.tsv, bodies.tsv and offices.tsv in lexicons/;
a collection adds or overrides rows in its own actors.tsv. Reading is all that happens here: how names are
spelt is in `variants`, what a state's ministries are called in `bodies`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from analysis import paths
from analysis.actors import collection
from analysis.actors.bodies import bodies
from analysis.actors.periods import period
from analysis.tables import read_tsv

TABLES = (
    "actors", "aliases", "roles", "states", "bodies", "offices", "transliterations", "given_names", "surnames",
    "common_words", "heads",
)


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor: id, names, kind (person, organization, state, group), state and body it belongs to."""

    actor_id: str
    name_ar: str
    name_en: str
    kind: str
    country: str = ""
    parent: str = ""
    wikidata: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an actor, or with actor_id '-' words that only look like one (أميركا اللاتينية).

    Without context it always means the actor; with context only where one of the phrases stands in the text
    ('self': where another name of the same actor does).
    """

    actor_id: str
    text: str
    context: tuple[str, ...] = ()
    own: bool = False  # given by the collection: wins over the package's claim to the same name


@dataclass(frozen=True, slots=True)
class Role:
    """An office that an actor surely held from `first` to `last`, both included; None leaves that end open."""

    actor_id: str
    phrase: str
    country: str
    first: date | None
    last: date | None
    own: bool = False

    def held(self, day: date) -> bool:
        """Say whether the actor surely held the office on `day`."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, eq=False, repr=False)
class Actors:
    """All actors, names and roles that one run knows. Equal and hashed by the content of its tables.

    Attributes:
        digest: hash of every table that went in.
        actors: actor by id.
        aliases: names given in the tables (names in actors.tsv included), spelling variants not yet made.
        roles: dated offices.
    """

    digest: str
    actors: dict[str, Actor] = field(default_factory=dict)
    aliases: tuple[Alias, ...] = ()
    roles: tuple[Role, ...] = ()

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Actors) and other.digest == self.digest

    def __repr__(self) -> str:
        counts = f"{len(self.actors)} actors, {len(self.aliases)} names, {len(self.roles)} roles"
        return f"Actors({counts}, {self.digest[:12]})"


def load(collection_table: Path | None = None) -> Actors:
    """Return the package's actors with the rows of a collection's own actors.tsv over them.

    Raises LexiconError, naming file, line and column, where a row of the collection's table cannot be used.
    """
    content = b"" if collection_table is None else _content(Path(collection_table))
    return _load(None if collection_table is None else Path(collection_table), content, _package_digest())


def _content(table: Path) -> bytes:
    if not table.is_file():
        read_tsv(table)  # raises the error that says so
    return table.read_bytes()


@lru_cache(maxsize=1)
def _package_digest() -> str:
    """Return the hash of the package's own tables: they do not change while a process runs."""
    whole = hashlib.sha256()
    for name in TABLES:
        whole.update((paths.LEXICONS / f"{name}.tsv").read_bytes())
    return whole.hexdigest()


@lru_cache(maxsize=8)
def _load(table: Path | None, content: bytes, package: str) -> Actors:
    actors, aliases, roles = _package()
    if table is not None:
        for row in collection.read(table, set(actors)):
            actors[row.actor_id] = _merged(actors.get(row.actor_id), row)
            names = ([row.name_ar] if row.name_ar else []) + row.aliases
            aliases += [Alias(row.actor_id, name, own=True) for name in names]
            country = actors[row.actor_id].country
            roles += [Role(row.actor_id, phrase, country, first, last, own=True) for phrase, first, last in row.roles]
    digest = hashlib.sha256(content + package.encode()).hexdigest()
    return Actors(digest, actors, tuple(dict.fromkeys(aliases)), tuple(dict.fromkeys(roles)))


def _merged(old: Actor | None, row: collection.Row) -> Actor:
    """Return the actor of a collection's row; cells that it leaves empty keep the package's value."""
    old = old or Actor(row.actor_id, row.name_ar, row.name_en, row.kind)
    return Actor(
        row.actor_id, row.name_ar or old.name_ar, row.name_en or old.name_en, row.kind or old.kind,
        row.country or old.country, row.parent or old.parent, old.wikidata, old.note,
    )


@lru_cache(maxsize=1)
def _package_tables() -> tuple[tuple[Actor, ...], tuple[Alias, ...], tuple[Role, ...]]:
    actors: dict[str, Actor] = {}
    aliases: list[Alias] = []
    for row in read_tsv(paths.LEXICONS / "states.tsv", ("name", "actor_id")):
        state = row["actor_id"]
        actors.setdefault(state, Actor(state, row["name"], row["name_en"], "state", state, note=row["note"]))
        aliases.append(Alias(row["actor_id"], row["name"], _context(row["context"])))
    for body in bodies():
        country = body.country
        actors[body.actor_id] = Actor(body.actor_id, body.name_ar, body.name_en, "organization", country, country)
    for row in read_tsv(paths.LEXICONS / "actors.tsv", ("actor_id", "name_ar", "kind")):
        actors[row["actor_id"]] = Actor(**{name: row[name] for name in Actor.__slots__})
        aliases.append(Alias(row["actor_id"], row["name_ar"]))
    for row in read_tsv(paths.LEXICONS / "aliases.tsv", ("actor_id", "alias")):
        aliases.append(Alias(row["actor_id"], row["alias"], _context(row["context"])))
    roles = []
    for row in read_tsv(paths.LEXICONS / "roles.tsv", ("actor_id", "role_ar")):
        first, last = period(row["valid_from"], row["valid_to"])
        # An office without an end was held when the table was last checked; later than that nobody knows.
        checked = date.fromisoformat(row["checked"]) if row["checked"] else None
        roles.append(Role(row["actor_id"], row["role_ar"], row["country"], first, last or checked))
    return tuple(actors.values()), tuple(aliases), tuple(roles)


def _package() -> tuple[dict[str, Actor], list[Alias], list[Role]]:
    actors, aliases, roles = _package_tables()
    return {actor.actor_id: actor for actor in actors}, list(aliases), list(roles)


def _context(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
