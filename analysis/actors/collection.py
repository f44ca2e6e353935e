"""A collection's own actors.tsv: the user's rows, which add to the package's actors or override them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from analysis.actors.periods import period
from analysis.errors import LexiconError
from analysis.tables import read_tsv
from analysis.text import key

KINDS = ("person", "organization", "state", "group")
COLUMNS = ("actor_id", "name_ar", "name_en", "kind", "country", "parent", "aliases", "roles")


@dataclass(frozen=True)
class Row:
    """One row of a collection's table, its lists taken apart."""

    actor_id: str
    name_ar: str
    name_en: str
    kind: str
    country: str
    parent: str
    aliases: list[str]
    roles: list[tuple[str, date | None, date | None]]


def read(table: Path, known: set[str]) -> list[Row]:
    """Return the rows of a collection's table; `known` holds the ids of the package's actors.

    Rules: a row with an id of the package overrides its cells that are not empty, and adds its names and
    offices; a row with another id is a new actor and needs a name and a kind. A name or office that the
    table gives is no longer the package's. Two rows of the table may not claim the same name.
    """
    rows: list[Row] = []
    owners: dict[str, tuple[str, int]] = {}
    for number, cells in _numbered(table):
        cells = {name: cells.get(name, "") for name in COLUMNS}
        actor_id = cells["actor_id"]
        if actor_id not in known:
            for name in ("name_ar", "kind"):
                if not cells[name]:
                    raise _fault(table, number, name, f"is empty, but '{actor_id}' is a new actor and needs it")
        if cells["kind"] and cells["kind"] not in KINDS:
            raise _fault(table, number, "kind", f"holds '{cells['kind']}'; write one of {', '.join(KINDS)}")
        aliases = [alias.strip() for alias in cells["aliases"].split(";") if alias.strip()]
        for column, names in (("name_ar", [cells["name_ar"]] if cells["name_ar"] else []), ("aliases", aliases)):
            for name in names:
                folded = key(name)
                if sum(map(str.isalnum, folded)) < 2:
                    raise _fault(table, number, column, f"holds '{name}', too short to be looked for in a text")
                owner, line = owners.setdefault(folded, (actor_id, number))
                if owner != actor_id:
                    claim = f"gives the name '{name}' to '{actor_id}', but line {line} gives it to '{owner}'"
                    raise _fault(table, number, column, claim)
        roles = [_role(table, number, part.strip()) for part in cells["roles"].split(";") if part.strip()]
        single = {name: cells[name] for name in COLUMNS[:6]}
        rows.append(Row(**single, aliases=aliases, roles=roles))
        known = known | {actor_id}
    return rows


def _role(table: Path, number: int, cell: str) -> tuple[str, date | None, date | None]:
    """Return office, first and last day of "role|from|to"."""
    parts = [part.strip() for part in cell.split("|")]
    if len(parts) > 3 or not parts[0]:
        raise _fault(table, number, "roles", f"holds '{cell}'; write role|from|to, several separated by ';'")
    office, valid_from, valid_to = (parts + ["", ""])[:3]
    try:
        first, last = period(valid_from, valid_to)
    except ValueError as error:
        raise _fault(table, number, "roles", f"holds '{cell}': {error}") from None
    return office, first, last


def _numbered(table: Path) -> list[tuple[int, dict[str, str]]]:
    """Return the table's rows with their line numbers."""
    rows = read_tsv(table, ("actor_id",))
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    numbers = [n for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    return list(zip(numbers[1:], rows, strict=True))


def _fault(table: Path, number: int, column: str, what: str) -> LexiconError:
    return LexiconError(f"{table}, line {number}: the column '{column}' {what}.")
