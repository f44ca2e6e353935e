"""The package's own tables: every reference leads somewhere, every date is possible, nothing stands twice."""

from collections import Counter

from analysis import paths
from analysis.actors import load
from analysis.actors.bodies import bodies, states
from analysis.actors.periods import period
from analysis.tables import read_tsv
from analysis.text import fold, key

ACTORS = load()


def rows(name):
    return read_tsv(paths.LEXICONS / f"{name}.tsv")


def test_ids_are_unique_and_references_lead_somewhere():
    table = rows("actors")
    assert not [i for i, n in Counter(row["actor_id"] for row in table).items() if n > 1]
    for row in table:
        assert row["kind"] in ("person", "organization", "group") and row["note"]
        assert not row["country"] or row["country"] in states(), row
        assert not row["parent"] or row["parent"] in ACTORS.actors, row
    for row in rows("aliases"):
        assert row["actor_id"] == "-" or row["actor_id"] in ACTORS.actors, row


def test_roles_have_possible_periods_and_known_holders():
    for row in rows("roles"):
        assert row["actor_id"] in ACTORS.actors and row["note"], row
        first, last = period(row["valid_from"], row["valid_to"])
        assert first is not None, row
        # An office without end says until when it was checked.
        assert bool(row["checked"]) != bool(row["valid_to"]), row


def test_an_office_of_a_state_has_one_holder_at_a_time():
    held = {}
    for role in ACTORS.roles:
        if role.country and not role.phrase.startswith(("نائب", "المتحدث", "الناطق")):
            held.setdefault(key(role.phrase), []).append(role)
    for phrase, holders in held.items():
        holders.sort(key=lambda role: role.first)
        for one, next_ in zip(holders, holders[1:], strict=False):
            assert one.actor_id == next_.actor_id or one.last <= next_.first, (phrase, one, next_)


def test_coverage():
    kinds = Counter(actor.kind for actor in ACTORS.actors.values())
    assert kinds["person"] >= 600 and kinds["state"] >= 190
    assert len([row for row in rows("actors") if row["kind"] != "person"]) >= 400
    assert all(body.names for body in bodies())


def test_states_and_given_names():
    assert all(row["adjectives"] and row["name"] and row["name_en"] for row in rows("states"))
    names = [fold(row["name"]).text for row in rows("given_names")]
    assert len(names) >= 1500 and len(names) == len(set(names))
    assert {row["gender"] for row in rows("given_names")} == {"m", "f"}
    assert {row["common"] for row in rows("surnames")} == {"yes", "no"}
