"""The persons of an article: every name with the roles and titles that stand before or after it."""

from __future__ import annotations

from bisect import bisect_left

from analysis.statements import names
from analysis.statements.cast import Speaker, surface
from analysis.statements.places import places, surnames
from analysis.statements.roles import Role, fits
from analysis.statements.titles import NAMED_THINGS, role_and_name, roles_after
from analysis.statements.words import bare, is_definite
from analysis.text.document import Document

MOST = 60  # so many persons are compared at most, so that time stays linear


class People:
    """The persons of a document, found by the words of their names."""

    def __init__(self, document: Document) -> None:
        """Read every name of the document, in its order. Linear."""
        self.document = document
        self.vocabulary = frozenset(document.words) | {w[1:] for w in document.words if w[0] in "وفبل" and len(w) > 4}
        self.places = places(self.vocabulary)
        self.surnames = surnames(document.words)
        self.all: list[Speaker] = []
        self.closed = False  # while a reading is only tried, nobody is given a role
        self.mentions: list[tuple[int, Speaker]] = []
        self._by_head: dict[str, list[Speaker]] = {}
        self._by_word: dict[str, list[Speaker]] = {}
        self._read()

    def named(self, keys: tuple[str, ...], at: int) -> Speaker | None:
        """Return the person whom a name means at token `at`: the holder of all its words, the last mentioned first."""
        if not keys:
            return None
        pool = (self._by_word.get(keys[-1]) or next((found for k in keys if (found := self._by_word.get(k))), []))[
            -MOST:
        ]
        fitting = [p for p in pool if names.contains(p.keys, keys)] or [
            p for p in pool if len(p.keys) > 1 and names.contains(keys, p.keys)
        ]
        if not fitting and len(keys[-1]) >= 5:
            fitting = [
                p for p in self.all[-MOST:] if names.similar(p.keys[-1], keys[-1]) and names.contains(p.keys, keys)
            ]
        # A surname alone: whoever bears it as surname, not as a word inside.
        if len(keys) == 1:
            fitting = [p for p in fitting if p.keys[-1] == keys[0]] or fitting
        return max(fitting, key=lambda p: (p.sure, p.last_before(at), len(p.keys), -p.at), default=None)

    def holding(self, role: Role, at: int) -> Speaker | None:
        """Return the person who holds a role at token `at`: the last mentioned before it, else the first after it."""
        fitting = [p for p in self._by_head.get(role.head, [])[:MOST] if any(fits(role, known) for known in p.roles)]
        if (
            role.is_bare or role.states or role.home
        ):  # whom the article names only later is not meant by a word or by another state's office
            fitting = [
                p for p in fitting if p.last_before(at) >= 0 or any(role.states & known.states for known in p.roles)
            ]
        if not role.is_bare:
            fitting = [
                p for p in fitting if any(fits(role, known) and fits(known, role) for known in p.roles)
            ] or fitting

        def rank(p: Speaker) -> tuple[bool, bool, int, int]:
            located = any(
                fits(role, known) and (role.states & known.states or role.home and known.states) for known in p.roles
            )
            return bool(located), bool(p.spoken), p.last_before(at), -p.at

        return max(fitting, key=rank, default=None)

    def give(self, person: Speaker, role: Role) -> None:
        """Note that a person holds a role."""
        if not self.closed and role not in person.roles and len(person.roles) < MOST:
            person.roles.append(role)
            holders = self._by_head.setdefault(role.head, [])
            if person not in holders[-MOST:]:
                holders.append(person)

    def recent(self, at: int) -> list[Speaker]:
        """Return the persons named before token `at`, the last first, as far as they are near."""
        k = bisect_left(self.mentions, at, key=lambda one: one[0])
        return list({id(p): p for _, p in reversed(self.mentions[max(0, k - MOST) : k])}.values())

    def add(
        self, first: int, last: int, roles: list[Role], gender: str | None, *, sure: bool = True, clitic: bool = False
    ) -> Speaker | None:
        """Add the name of tokens [first, last), or what is new about the person who bears it already."""
        words = [w for w in self.document.words[first:last] if w[0].isalpha()]
        if clitic:
            words[0] = words[0][1:]
        keys = names.name_key(words)
        if not keys:
            return None
        name = surface(self.document, first, last)[clitic:]
        known = self.named(keys, first)
        if known is None:
            gender = gender or names.given_names().get(words[0]) or "m"
            known = Speaker(name, "person", gender, "s", keys, [], first, sure=sure)
            self.all.append(known)
        elif len(keys) > len(known.keys):
            known.name, known.keys = name, keys
        for word in keys:
            bearers = self._by_word.setdefault(word, [])
            if known not in bearers[-MOST:]:
                bearers.append(known)
        self._mention(known, first)
        known.sure = known.sure or sure
        for role in roles:
            self.give(known, role)
        if gender == "f" and known.gender == "m" and words[0] not in names.given_names():
            known.gender = "f"
        return known

    def _mention(self, person: Speaker, at: int) -> None:
        person.mentions.append(at)
        self.mentions.append((at, person))

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
                previous = self.add(
                    first, last, roles + roles_after(document, last, self.surnames, self.places), gender
                )
                i = last
                continue
            if (
                words[i][0] in "وفلب"
                and words[i][1:] in names.given_names()
                and words[i] not in names.given_names()
                and words[i] not in names.plain_words()
            ):
                # ومحمد العلي: the name begins after the letter
                last = (
                    names.name_end(words, i + 1, min(len(words), i + 8))
                    if i + 1 < len(words) and names.is_name(words[i + 1])
                    else i
                )
                if last > i + 1:
                    previous = (
                        self.add(i, last, roles_after(document, last, self.surnames, self.places), None, clitic=True)
                        or previous
                    )
                    i = last
                    continue
            if _begins_name(document, i):
                last = names.name_end(words, i, min(len(words), i + 8), hamza=names.begins_with_hamza(document, i))
                given = words[i] in names.given_names() and not is_definite(words[i])
                verbal = (
                    words[i][0] in "يت" and words[i] not in names.name_words()
                )  # تلاحق الصرخي: a verb that no list knows
                if (
                    last - i >= 2
                    and not verbal
                    and not (i and bare(words[i - 1]) in NAMED_THINGS and not (given and is_definite(words[i - 1])))
                ):
                    more = roles_after(document, last, self.surnames, self.places)
                    person = self.add(i, last, more, None, sure=given or bool(more))
                    previous = person or previous
                elif names.name_key(words[i:last]) and (known := self.named(names.name_key(words[i:last]), i)):
                    self._mention(known, i)
                    previous = known
                i = max(last, i + 1)
                continue
            i += 1


def _begins_name(document: Document, i: int) -> bool:
    words = document.words
    word = words[i]
    if not word[0].isalpha() or not names.is_name(word):
        return False
    return (
        not is_definite(word)
        or names.begins_with_hamza(document, i)
        or not (i + 1 < len(words) and names.is_name(words[i + 1]) and not is_definite(words[i + 1]))
    )
