"""The speaker whom the words of a source name, in the fullest form that the article gives.

Sieves, most precise first (after Muzny et al. 2017): a state; a name; a role that the article gives a name; the
issuer of a document; a definite later mention; a shortened name of a body; else the words as they stand.
"""

from __future__ import annotations

from analysis.statements import names, phrases
from analysis.statements.bodies import joined
from analysis.statements.cast import Speaker, surface, without_clitic
from analysis.statements.organizations import Organizations
from analysis.statements.people import MOST
from analysis.statements.places import is_adjective
from analysis.statements.references import HONOURED, ORDINALS
from analysis.statements.roles import Role, fits, role_of
from analysis.statements.titles import role_and_name
from analysis.statements.words import (
    COMMAS,
    DOCUMENTS,
    FAMILY,
    HONORIFICS,
    bare,
    head_of,
    is_definite,
    state_at,
    state_name,
)

# Words before a source that say only which one is meant.
POINTERS = frozenset("هذا هذه نفس ذات ان وان فان لكن كل ذلك تلك هؤلاء".split())
# Styles before an office.
STYLES = frozenset("سماحة فضيلة معالي سعادة فخامة جلالة سيادة نيافة غبطة قداسة صاحب".split())
# Words that stand where a subject does and say nothing themselves.
NO_SPEAKERS = frozenset("دون عبارة ذلك الامر ما كل شيء الكشف جملة كلمات".split())
# Heads that describe a person without an office.
VAGUE = frozenset(
    "مسؤول سياس دبلوماس قياد رجل خبير محلل عسكر ناشط عضو باحث كاتب صحاف مصدر مواطن شاب نائب ضابط مرجع".split()
)


class Sources(Organizations):
    """Speakers by the words of their sources."""

    def of_source(self, first: int, last: int, form=None) -> tuple[Speaker | None, str]:
        """Return the speaker whom the source words name, and the sieve."""
        document, words = self.document, self.document.words
        while first < last - 1 and (
            words[first] in POINTERS
            or words[first] in COMMAS
            or not words[first][0].isalnum()
            and first not in document.openings
        ):
            first += 1
        if first + 1 < last and words[first] in STYLES and head_of(words[first + 1]) is not None:
            first += 1  # سماحة مفتي عام المملكة
        if first >= last or last - first == 1 and len(words[first]) < 3 or words[first] in NO_SPEAKERS:
            return None, ""
        if phrases.has_tanween(document, first) and head_of(words[first]) is None:
            return None, ""
        if words[first] in ORDINALS and last - first == 1:
            return self.ordinal(first)
        if words[first] in HONOURED and last - first == 1:
            return self.honoured(first)
        if (
            last - first == 1
            and is_definite(words[first])
            and words[first].endswith("ان")
            and head_of(words[first][:-2]) is not None
        ):
            pair = self.pair(first)  # الوزيران
            if pair is not None:
                return pair, "pair"
        quotation = document.openings.get(first)
        if quotation is not None and quotation.last == last:
            return self.quoted(quotation.inner_first, quotation.inner_last, form)
        second = joined(document, first, last)
        if second is not None:
            return self._both(first, second, last)
        word = self.plain(words[first])
        head = head_of(word)
        name = surface(document, first, last)
        if word != words[first] and name.startswith(words[first][0]):
            name = without_clitic(name, words[first], word)
        tokens = [word, *words[first + 1 : last]]
        if bare(word) in DOCUMENTS:
            return self.issuer(first, last, name, head)
        end = state_at(tokens, 0, len(tokens))
        if end and (head is None or end > 1):
            state = state_name(" ".join(tokens[:end]))
            return self.known(state, "state") or Speaker(
                state, "state", "f", "s", names.name_key(state.split()), at=first
            ), "state"
        if head is None and word[0] in "وف" and not names.is_name(word) and names.is_name(word[1:]):
            end = names.name_end([word[1:], *words[first + 1 : last]], 0, last - first)
            known = self.people.named(names.name_key([word[1:], *words[first + 1 : first + end]]), first + 1)
            if known is not None:  # وكيري رفض ذلك
                return known, "name"
        if head is None or head.kind == "person":
            person = self._person(first, last, head, form)
            if person is not None:
                return person
            if head is None:
                return self.unknown(first, last, tokens, name, form)
            called = self.called(last)
            return called or self._role(first, tokens, name, head)
        return self.body(first, tokens, name, head)

    def _both(self, first: int, second: int, last: int) -> tuple[Speaker | None, str]:
        """Two speakers joined by و speak as a group; ونظيره has the first one's office."""
        words = self.document.words
        one, sieve = self.of_source(first, second)
        if (
            not words[second].startswith("ونظير")
            and one is not None
            and one.kind == "person"
            and self._name_run(first, second, head_of(words[first])) is None
        ):
            # المبعوث الخاص ورئيس البعثة برناردينو ليون: one person with two offices
            named = role_and_name(self.document, second, self.people.surnames, self.people.places)
            if named is not None and named[0] < last:
                return self.people.named(names.name_key(words[named[0] : named[1]]), second) or one, "name"
        other = None
        if words[second].startswith("ونظير") and one is not None and one.roles:
            role = role_of(["نظير", *words[second + 1 : last]], self.people.places)
            wanted = Role(
                one.roles[0].head,
                one.roles[0].words if not one.roles[0].states else one.roles[0].words,
                role.states,
                one.roles[0].gender,
                one.roles[0].body,
            )
            other = self.people.holding(wanted, first)
        if other is None:
            other = self._second(second, last)
        if one is None or other is None or one is other:
            return one or other, "name"
        office = is_definite(words[second][1:]) and self._name_run(first, second, head_of(words[first])) is None
        if office and one.kind == other.kind == "person" and other.mentions:
            return other, "name"  # مدير الإدارة والمتحدث الإعلامي عارف الشمري: one person with two offices
        name = f"{one.name} و{other.name}"
        return self.known(name, "group") or Speaker(name, "group", "m", "d", one.keys + other.keys, at=first), "joint"

    def _second(self, second: int, last: int) -> Speaker | None:
        """Return the speaker after و: by a head or a name without the letter."""
        words = self.document.words
        plain = words[second][1:]
        if plain not in names.given_names():
            return self.of_source(second, last)[0]
        run = [plain, *words[second + 1 : last]]
        end = second + names.name_end(run, 0, len(run))
        keys = names.name_key(run[: end - second])
        return self.people.named(keys, second + 1) or Speaker(
            surface(self.document, second, end)[1:], "person", names.given_names()[plain], "s", keys, [], second
        )

    def _person(self, first: int, last: int, head, form) -> tuple[Speaker, str] | None:
        """Return the person named in the source, None where it names nobody."""
        document, words = self.document, self.document.words
        if (
            head is not None
            and bare(words[first]) in FAMILY
            and not is_definite(words[first])
            and words[first] in phrases.heads()
        ):
            return None
        run = self._quoted_name(first, last) or self._name_run(first, last, head)
        if run is None:
            return None
        keys = names.name_key([w for w in words[run[0] : run[1]] if w[0].isalnum()])
        if not keys:
            return None
        known = self.people.named(keys, first + 1)
        cast = next(
            (
                c
                for c in reversed(self.cast[-MOST:])
                if c.kind == "person" and names.contains(c.keys, keys) and not c.roles
            ),
            None,
        )
        role = role_of(words[first : run[0]], self.people.places) if run[0] > first else None
        if known is None or not known.sure and head is None and len(known.keys) == len(keys):
            if head is None and (body := self.body_named(keys, first, last, known, form)) is not None:
                return body
            known = known or cast
        if known is None:
            gender = names.given_names().get(words[run[0]]) or (
                head.gender
                if head
                else form.gender
                if form is not None and form.shape == "verb" and not form.attached and words[first - 1 : first]
                else "m"
            )
            known = Speaker(surface(document, *run), "person", gender, "s", keys, [], first)
        if role is not None and not role.is_bare:
            self.people.give(known, role)
        return known, "name"

    def _quoted_name(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the name in quotation marks that ends the source: مدير المركز "سامر الوادي"."""
        words = self.document.words
        for k in range(first + 1, last - 2):
            quotation = self.document.openings.get(k)
            if quotation is not None and quotation.last == last:
                run = quotation.inner_first, quotation.inner_last
                given = words[run[0]] in names.given_names() or words[run[0]] in ("عبد", "ابو")
                return run if given and names.name_end(words, *run) == run[1] else None
        return None

    def _name_run(self, first: int, last: int, head) -> tuple[int, int] | None:
        """Return the tokens of the name in a source: at its beginning, or after the role that it begins with."""
        document, words = self.document, self.document.words
        if head is None and words[first] in HONORIFICS and first + 1 < last and names.is_name(words[first + 1]):
            return first + 1, names.name_end(words, first + 1, last)
        if head is None:
            end = (
                names.name_end(words, first, last, hamza=names.begins_with_hamza(document, first))
                if names.is_name(words[first]) or words[first] in names.given_names()
                else first
            )
            return (first, end) if end > first else None
        found = role_and_name(document, first, self.people.surnames, self.people.places)
        if found is not None and found[0] < last:
            return found[0], min(found[1], last)
        # A title vouches for the name after it, whatever words the name is made of: النائب نضال طعمة
        titled = next((k for k in range(last - 2, first - 1, -1) if words[k] in phrases.TITLES), None)
        if (
            titled is not None
            and titled + 1 < last <= titled + 5
            and all(words[k][0].isalpha() for k in range(titled + 1, last))
        ):
            after = words[titled + 1]
            if after in names.NO_NAME:
                return None
            if (
                not is_definite(after)
                or last == titled + 2
                and names.is_name(after)
                and not is_adjective(after, self.people.surnames)
            ):
                return titled + 1, last
        # … المتحدث الإعلامي بـ«صحة» الإقليم عارف الشمري: a given name that with what follows ends the source
        for k in range(max(first + 2, last - 7), last - 1):
            if (
                words[k] in names.given_names()
                and not is_definite(words[k])
                and words[k - 1] not in names.CONNECTORS
                and not names.is_name(words[k - 1])
                and (is_definite(words[k - 1]) or words[k - 1] in HONORIFICS or not words[k - 1][0].isalpha())
                and names.name_end(words, k, last) == last
            ):
                return k, last
        return None

    def _role(self, first: int, tokens: list[str], name: str, head) -> tuple[Speaker, str]:
        """Return the person whom the article names for a role, else the role itself."""
        of_antecedent = self.antecedent(first, tokens)
        if of_antecedent is not None:
            tokens, name = of_antecedent.split(), of_antecedent
        role = role_of(tokens, self.people.places)
        definite = _is_closed(tokens)
        keys = names.name_key([t for t in tokens if t[0].isalnum()])
        if role is not None and definite:
            last = next(
                (c for c in self.recent() if c.kind == "person" and any(fits(role, known) for known in c.roles)), None
            )
            if last is not None and role.is_bare:
                return last, "role"
            person = self.people.holding(role, first)
            if (
                person is not None
                and role.states
                and not any(role.states & known.states for known in person.roles)
                and self.guessing
            ):
                # The holder's state is not said: whoever was named after him without an office may be meant.
                other = next((p for p in self.just_named(first) if p.gender == head.gender and not p.roles), None)
                if other is not None and other.last_before(first) > person.last_before(first):
                    self.people.give(other, role)
                    return other, "named just before"
            if person is not None:
                return person, "role"
            if last is not None:
                return last, "role"
        if is_definite(tokens[0]) and (role is None or role.is_bare) or tokens[0] in HONORIFICS and len(tokens) <= 2:
            # المسؤول, سموه: the last person of whom that can be said.
            person = next(
                (s for s in reversed(self.said) if s is not None and s.kind == "person" and s.gender == head.gender),
                None,
            )
            if person is not None:
                return person, "definite mention"
        if definite and role is not None and not role.is_bare and self.guessing:
            # ألفونسو ماريدا … وقال المبعوث الدولي: the person just named whose office the article nowhere gives
            person = next((p for p in self.just_named(first) if p.gender == head.gender and not p.roles), None)
            if person is not None:
                self.people.give(person, role)
                return person, "named just before"
        if definite and role is not None and role.head in VAGUE:
            # المسؤول العسكري الروسي: whoever of that state spoke last
            person = next(
                (c for c in self.recent() if c.kind == "person" and c.gender == head.gender and not _differ(role, c)),
                None,
            )
            if person is not None:
                return person, "definite mention"
        same = next((c for c in self.recent() if c.kind == "person" and c.keys == keys), None)
        return same or Speaker(name, "person", head.gender, "s", keys, [role] if role else [], first), "as written"


def _is_closed(tokens: list[str]) -> bool:
    """Say whether a description is definite: المسؤول, وزير الخارجية, زعيمه; not مسؤول في الوزارة, متحدث باسم الجيش."""
    if is_definite(tokens[0]) or phrases.has_pronoun(tokens[0]):
        return True
    for token in tokens[1:]:
        if is_definite(token) and not token.startswith(("لل", "بال")) or phrases.has_pronoun(token):
            return True
        if token in ("في", "من", "عن", "على", "لدى", "باسم") or token.startswith(("لل", "بال")):
            return False
        if state_at([token], 0, 1):
            return True
    return False


def _differ(role: Role, speaker: Speaker) -> bool:
    """Say whether a description names another state than every known role of a speaker."""
    known = [r.states for r in speaker.roles if r.states]
    return bool(role.states and known) and not any(role.states & states for states in known)
