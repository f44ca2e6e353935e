"""What every state has: ministries, armed forces, parliament — and the forms in which an office is written.

`bodies.tsv` and `offices.tsv` hold forms in which {adj} stands for the adjective of a state with article,
masculine, {fadj} for the feminine, {state} for its name. So وزارة الخارجية الروسية is one row for 200 states.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from analysis.tables import lexicon
from analysis.text import key


@dataclass(frozen=True, slots=True)
class State:
    """A state's names and its adjectives (masculine, without article), folded."""

    actor_id: str
    name_en: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]


@cache
def states() -> dict[str, State]:
    """Return the states of states.tsv by actor_id."""
    names: dict[str, list[str]] = {}
    adjectives: dict[str, list[str]] = {}
    english: dict[str, str] = {}
    for row in lexicon("states"):
        actor_id = row["actor_id"]
        english.setdefault(actor_id, row["name_en"])
        if not row["context"]:
            names.setdefault(actor_id, []).append(key(row["name"]))
        adjectives.setdefault(actor_id, []).extend(key(part) for part in row["adjectives"].split(",") if part.strip())
    return {
        actor_id: State(actor_id, name_en, tuple(names.get(actor_id, ())), tuple(dict.fromkeys(adjectives[actor_id])))
        for actor_id, name_en in english.items()
    }


def filled(form: str, state: State) -> list[str]:
    """Return the folded forms of `form` for one state, in every spelling of its adjective or name."""
    if "{state}" in form:
        return [key(form.replace("{state}", name)) for name in state.names]
    return [key(form.replace("{fadj}", definite(a, "ة")).replace("{adj}", definite(a))) for a in state.adjectives]


def definite(adjective: str, ending: str = "") -> str:
    """Return an adjective with its article (الكورية الشمالية: each word that is an adjective has its own)."""
    words = adjective.split()
    if len(words) > 1 and words[0].endswith("ي"):
        return " ".join(f"ال{word}{ending}" for word in words)
    return f"ال{adjective}{ending}"


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a state: its id, names and the state it belongs to."""

    actor_id: str
    name_ar: str
    name_en: str
    country: str
    names: tuple[str, ...]


@cache
def bodies() -> tuple[Body, ...]:
    """Return the bodies of all states."""
    rows: dict[str, list[dict[str, str]]] = {}
    for row in lexicon("bodies"):
        rows.setdefault(row["body"], []).append(row)
    found = []
    first_adjective = {}
    for row in lexicon("states"):
        first_adjective.setdefault(row["actor_id"], row["adjectives"].split(",")[0])
    for state in states().values():
        adjective = first_adjective[state.actor_id]
        for body, forms in rows.items():
            names = dict.fromkeys(name for row in forms for name in filled(row["form"], state))
            found.append(
                Body(
                    f"{state.actor_id}.{body}",
                    forms[0]["form"].replace("{fadj}", definite(adjective, "ة")).replace("{adj}", definite(adjective)),
                    f"{forms[0]['name_en']} of {state.name_en}",
                    state.actor_id,
                    tuple(names),
                )
            )
    return tuple(found)


@cache
def _offices(country: str) -> dict[str, tuple[str, ...]]:
    """Return for each form of each office of a state all forms of the same office."""
    state = states().get(country)
    if state is None:
        return {}
    groups: dict[str, list[str]] = {}
    for row in lexicon("offices"):
        groups.setdefault(row["office"], []).extend(filled(row["form"], state))
    return {form: tuple(dict.fromkeys(forms)) for forms in groups.values() for form in forms}


@cache
def office_forms(phrase: str, country: str) -> tuple[str, ...]:
    """Return the folded `phrase` of an office with every other way to write it.

    Offices of offices.tsv have all their forms; a minister's has those with the state's name (وزير نفط العراق)
    and the other spellings of the adjective; anything else the other spellings of an adjective that ends it.
    """
    folded = key(phrase)
    known = _offices(country).get(folded)
    if known:
        return tuple(dict.fromkeys([folded, *known]))
    state = states().get(country)
    words = folded.split()
    if state is None or len(words) < 2:
        return (folded,)
    for adjective in state.adjectives:
        for ending in ("", "ه"):
            if words[-1] != f"ال{adjective}{ending}":
                continue
            stem = words[:-1]
            forms = [folded, *(" ".join([*stem, f"ال{a}{ending}"]) for a in state.adjectives)]
            if words[0] in ("وزير", "وزيره") and len(stem) == 2 and stem[1].startswith("ال"):
                forms += [f"{stem[0]} {stem[1][2:]} {name}" for name in state.names]
            return tuple(dict.fromkeys(forms))
    return (folded,)
