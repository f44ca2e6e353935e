"""The speaker whom the words of a source name, in the fullest form that the article gives.

Sieves, most precise first (after Muzny et al. 2017): a state; a name; a role that the article gives a name; the
issuer of a document; a definite later mention; a shortened name of a body; else the words as they stand.
"""

from __future__ import annotations

from bisect import bisect_right

from analysis.statements import names, phrases
from analysis.statements.bodies import Bodies, joined
from analysis.statements.people import People, Speaker, is_adjective, role_and_name, surface, without_clitic
from analysis.statements.roles import PRESIDENT, Role, fits, role_of
from analysis.statements.words import COMMAS, DOCUMENTS, FAMILY, HONORIFICS, bare, head_of, is_definite, state_at, state_name, state_names
from analysis.text.document import Document

# Words before a source that say only which one is meant.
POINTERS = frozenset("هذا هذه نفس ذات ان وان فان لكن كل ذلك تلك هؤلاء".split())


# Words that stand where a subject does and say nothing themselves.
NO_SPEAKERS = frozenset("عبارة ذلك الامر ما كل شيء الكشف جملة كلمات".split())
# The first, the second or the last of two persons named before.
ORDINALS = {"الاول": 0, "الاولى": 0, "الثاني": 1, "الثانية": 1, "الاخر": 1, "الاخرى": 1, "الاخير": 1, "الاخيرة": 1}
CALLED = frozenset("ويدعى يدعى وتدعى تدعى واسمه واسمها ويسمى يسمى".split())
# Plurals of respect with the stems of the offices that they honour.
HONOURED = {
    "سيادته": ("رئيس", "وزير"), "فخامته": ("رئيس",), "دولته": ("رئيس",), "جلالته": ("ملك", "سلطان"), "سموه": ("امير", "ولي", "نائب", "شيخ"),
    "سموها": ("امير", "شيخ"), "معاليه": ("وزير", "رئيس", "امين", "محافظ"), "معاليها": ("وزير", "رئيس"), "سعادته": ("سفير", "مدير", "وكيل", "رئيس"),
    "فضيلته": ("مفت", "شيخ", "امام", "رئيس"), "سماحته": ("مفت", "شيخ"), "نيافته": ("مطران", "بطريرك"), "غبطته": ("بطريرك",),
}
# Heads that describe a person without an office.
VAGUE = frozenset("مسؤول سياس دبلوماس قياد رجل خبير محلل عسكر ناشط عضو باحث كاتب صحاف مصدر مواطن شاب نائب ضابط مرجع".split())


RECENT = 2  # a description means a person named so many sentences before at most


class Sources:
    """Speakers by the words of their sources, with what earlier statements of the document have shown."""

    def __init__(self, document: Document, known_kind) -> None:
        """Read the document's persons and bodies."""
        self.document = document
        self.known_kind = known_kind
        self.people = People(document)
        self.bodies = Bodies(document)
        self.cast: list[Speaker] = []  # every speaker so far, once
        self.said: list[Speaker | None] = []  # the speaker of each statement so far
        self.guessing = True  # whether a description may mean whoever was named just before

    def pair(self, at: int) -> Speaker | None:
        """Return the two persons last named before a dual (الوزيران, مؤكدين) as a group."""
        sure = [p for p in self.people.all if p.sure and p.last_before(at) >= 0]
        found = sorted(sorted(sure, key=lambda p: -p.last_before(at))[:2], key=lambda p: p.at)
        if len(found) < 2:
            return None
        name = f"{found[0].name} و{found[1].name}"
        return self._known(name, "group") or Speaker(name, "group", "m", "d", found[0].keys + found[1].keys, at=at)

    def _called(self, last: int) -> tuple[Speaker, str] | None:
        """أحد المنظمين، ويدعى الصادق: the name that a clause after the source gives."""
        words = self.document.words
        k = last + (last < len(words) and words[last] in COMMAS)
        if k + 1 >= len(words) or words[k] not in CALLED or not names.is_name(words[k + 1]):
            return None
        end = names.name_end(words, k + 1, min(len(words), k + 7))
        known = self.people.named(names.name_key(words[k + 1 : end]), k + 2)
        return (known, "name") if known is not None else None

    def _ordinal(self, at: int) -> tuple[Speaker | None, str]:
        """الأول, الثاني: of the two persons named last."""
        named = sorted((p for p in self.people.all if p.last_named(at) >= 0), key=lambda p: -p.last_named(at))[:2]
        if len(named) < 2:
            return None, ""
        named.sort(key=lambda p: p.last_named(at))
        return named[ORDINALS[self.document.words[at]]], "ordinal"

    def honoured(self, at: int) -> tuple[Speaker | None, str]:
        """سموه, معاليه: the holder of such an office named last, else the person named last."""
        word = self.document.words[at]
        gender = "f" if word.endswith("ها") else "m"
        people = [p for p in self.people.all if p.last_before(at) >= 0 and p.gender == gender]
        for office in HONOURED[word]:
            fitting = [p for p in people if any(r.head.startswith(office) and not (r.body and r.head == PRESIDENT) for r in p.roles)]
            if fitting:
                return max(fitting, key=lambda p: p.last_named(at)), "plural of respect"
        return max(people, key=lambda p: p.last_named(at), default=None), "plural of respect"

    def recent(self) -> list[Speaker]:
        """Return the speakers so far, who spoke last first."""
        return list({id(s): s for s in reversed(self.said) if s is not None}.values())

    def of_source(self, first: int, last: int, form=None) -> tuple[Speaker | None, str]:
        """Return the speaker whom the source words name, and the sieve."""
        document, words = self.document, self.document.words
        while first < last - 1 and (words[first] in POINTERS or words[first] in COMMAS or not words[first][0].isalnum() and first not in document.openings):
            first += 1
        if first >= last or last - first == 1 and len(words[first]) < 3 or words[first] in NO_SPEAKERS:
            return None, ""
        if words[first] in ORDINALS and last - first == 1:
            return self._ordinal(first)
        if words[first] in HONOURED and last - first == 1:
            return self.honoured(first)
        if last - first == 1 and is_definite(words[first]) and words[first].endswith("ان") and head_of(words[first][:-2]) is not None:
            pair = self.pair(first)  # الوزيران
            if pair is not None:
                return pair, "pair"
        second = joined(document, first, last)
        if second is not None:
            return self._both(first, second, last)
        word = self._without_clitic(words[first])
        head = head_of(word)
        name = surface(document, first, last)
        if word != words[first] and name.startswith(words[first][0]):
            name = without_clitic(name, words[first], word)
        tokens = [word, *words[first + 1 : last]]
        if bare(word) in DOCUMENTS:
            return self._issuer(first, last, name, head)
        end = state_at(tokens, 0, len(tokens))
        if end and (head is None or end > 1):
            state = state_name(" ".join(tokens[:end]))
            return self._known(state, "state") or Speaker(state, "state", "f", "s", names.name_key(state.split()), at=first), "state"
        if head is None or head.kind == "person":
            person = self._person(first, last, head, form)
            if person is not None:
                return person
            if head is None:
                return self._unknown(first, last, tokens, name, form)
            called = self._called(last)
            return called or self._role(first, tokens, name, head)
        return self._body(first, tokens, name, head)

    @staticmethod
    def _without_clitic(word: str) -> str:
        """Return a source's first word without و, ف, ل before it, where it has one."""
        if head_of(word) is not None or word in names.given_names() or word in state_names() or len(word) < 4:
            return word
        if word.startswith("لل") and not (head_of("ال" + word[2:]) is None and head_of(word[1:])):
            return "ال" + word[2:]
        if word.startswith("لل"):  # للجنة is ل and اللجنة
            return "ال" + word[1:]
        rest = word[1:]
        if word[0] in "وفل" and (head_of(rest) or rest in state_names() or rest in names.given_names()):
            return rest
        return word

    def _both(self, first: int, second: int, last: int) -> tuple[Speaker | None, str]:
        """Two speakers joined by و speak as a group; ونظيره has the first one's office."""
        words = self.document.words
        one, sieve = self.of_source(first, second)
        if not words[second].startswith("ونظير") and one is not None and one.kind == "person" and self._name_run(first, second, head_of(words[first])) is None:
            # المبعوث الخاص ورئيس البعثة برناردينو ليون: one person with two offices
            named = role_and_name(self.document, second, self.people.surnames, self.people.places)
            if named is not None and named[0] < last:
                return self.people.named(names.name_key(words[named[0] : named[1]]), second) or one, "name"
        other = None
        if words[second].startswith("ونظير") and one is not None and one.roles:
            role = role_of(["نظير", *words[second + 1 : last]], self.people.places)
            wanted = Role(one.roles[0].head, one.roles[0].words if not one.roles[0].states else one.roles[0].words, role.states, one.roles[0].gender, one.roles[0].body)
            other = self.people.holding(wanted, first)
        if other is None:
            saved, words[second] = words[second], words[second][1:]
            try:
                other, _ = self.of_source(second, last)
            finally:
                words[second] = saved
        if one is None or other is None or one is other:
            return one or other, "name"
        name = f"{one.name} و{other.name}"
        return self._known(name, "group") or Speaker(name, "group", "m", "d", one.keys + other.keys, at=first), "joint"

    def _issuer(self, first: int, last: int, name: str, head) -> tuple[Speaker | None, str]:
        """بيان لوزارة الداخلية، تقرير صادر عن اللجنة، البيان: who issued the document speaks."""
        words = self.document.words
        for k in range(first + 1, last):
            if words[k] in ("في", "حول", "بشان", "على"):
                break
            plain = self._without_clitic(words[k])
            issuer = head_of(plain)
            if issuer and issuer.kind in ("organization", "person") and bare(plain) not in DOCUMENTS or k in self.document.openings:
                return self.of_source(k, last)[0], "issuer"
            if plain in state_names():
                break
        if last < len(words) and words[last].startswith(("نشر", "اصدر", "اعد", "وزع", "اذاع", "بث")) and words[last].endswith(("ه", "ها")):
            issued = phrases.subject(self.document, last + 1, min(len(words), last + 20))  # حصيلة نشرتها هيئة الإغاثة
            if issued is not None:
                return self.of_source(*issued)[0], "issuer"
        if last < len(words) and words[last] in ("له", "لها", "لهم"):  # بيان له: of the last speaker
            gender = "f" if words[last] == "لها" else "m"
            speaker = next((s for s in self.recent() if s.gender == gender), None)
            if speaker is not None:
                return speaker, "issuer"
        # البيان without an issuer: of the document named before, else of the last speaker.
        if is_definite(words[first]) and last - first <= 3:
            earlier = next((k for k in range(first - 1, -1, -1) if bare(words[k]).removeprefix("و").removeprefix("ب") == bare(words[first]) and k + 1 < first), None)
            if earlier is not None and first - earlier < 400:
                end = phrases.phrase(self.document, earlier, min(len(words), earlier + 10))
                for k in range(earlier + 1, end):
                    issuer = head_of(self._without_clitic(words[k]))
                    if issuer and issuer.kind in ("organization", "person"):
                        speaker, _ = self.of_source(k, end)
                        return speaker, "issuer"
            last_one = next((s for s in reversed(self.said) if s is not None and s.kind in ("organization", "state", "group")), None) or next((s for s in reversed(self.said) if s), None)
            if last_one is not None:
                return last_one, "issuer"
        kind, gender, number = (head.kind, head.gender, head.number) if head else ("organization", "m", "s")
        return self._known(name, kind) or Speaker(name, kind, gender, number, names.name_key(name.split()), at=first), "as written"

    def _person(self, first: int, last: int, head, form) -> tuple[Speaker, str] | None:
        """Return the person named in the source, None where it names nobody."""
        document, words = self.document, self.document.words
        if head is not None and bare(words[first]) in FAMILY and not is_definite(words[first]) and words[first] in phrases.heads():
            return None
        run = self._name_run(first, last, head)
        if run is None:
            return None
        keys = names.name_key([w for w in words[run[0] : run[1]] if w[0].isalnum()])
        if not keys:
            return None
        known = self.people.named(keys, first + 1)
        cast = next((c for c in reversed(self.cast) if c.kind == "person" and names.contains(c.keys, keys) and not c.roles), None)
        role = role_of(words[first : run[0]], self.people.places) if run[0] > first else None
        if known is None or not known.sure and head is None and len(known.keys) == len(keys):
            if head is None and (body := self._body_named(keys, first, last, known, form)) is not None:
                return body
            known = known or cast
        if known is None:
            gender = names.given_names().get(words[run[0]]) or (head.gender if head else form.gender if form is not None and form.shape == "verb" and not form.attached and words[first - 1 : first] else "m")
            known = Speaker(surface(document, *run), "person", gender, "s", keys, [], first)
        if role is not None and role not in known.roles and not role.is_bare:
            known.roles.append(role)
        return known, "name"

    def _name_run(self, first: int, last: int, head) -> tuple[int, int] | None:
        """Return the tokens of the name in a source: at its beginning, or after the role that it begins with."""
        document, words = self.document, self.document.words
        if head is None:
            end = names.name_end(words, first, last, hamza=names.begins_with_hamza(document, first)) if names.is_name(words[first]) or words[first] in names.given_names() else first
            return (first, end) if end > first else None
        found = role_and_name(document, first, self.people.surnames, self.people.places)
        if found is not None and found[0] < last:
            return found[0], min(found[1], last)
        # A title vouches for the name after it, whatever words the name is made of: النائب نضال طعمة
        titled = next((k for k in range(last - 2, first - 1, -1) if words[k] in phrases.TITLES), None)
        if titled is not None and titled + 1 < last <= titled + 5 and all(words[k][0].isalpha() for k in range(titled + 1, last)):
            after = words[titled + 1]
            if after in names.NO_NAME:
                return None
            if not is_definite(after) or last == titled + 2 and names.is_name(after) and not is_adjective(after, self.people.surnames):
                return titled + 1, last
        return None

    def _body_named(self, keys: tuple[str, ...], first: int, last: int, known: Speaker | None, form) -> tuple[Speaker, str] | None:
        """Return the organization or state that a bare name means (حماس, الأناضول), None where it may be a person."""
        name = surface(self.document, first, last)
        same = next((c for c in self.cast if c.kind in ("organization", "state") and c.keys and (c.keys == keys or c.keys[1:] == keys)), None)
        if same is not None:
            return same, "short name"
        found = self.bodies.named(keys)
        if found is not None and found[1] is not None and found[1].kind == "organization":
            full, head = found
            return Speaker(full, "organization", head.gender, "s", names.name_key(full.split()), at=first), "short name"
        kind = self.known_kind(name)
        if kind in ("organization", "state", "group"):
            return Speaker(name, kind, "f", "s", keys, at=first), "short name"
        if known is None and form is not None and form.shape == "verb" and form.gender == "f" and not form.attached and len(keys) == 1 and self.document.words[first] not in names.given_names():
            return Speaker(name, "organization", "f", "s", keys, at=first), "short name"
        return None

    def _unknown(self, first: int, last: int, tokens: list[str], name: str, form) -> tuple[Speaker | None, str]:
        """A source that no list knows: as it stands, its kind from its form."""
        word = tokens[0]
        if len(tokens) == 1 and len(word) < 3 or names.is_verb(word) and not names.is_name(word):
            return None, ""
        keys = names.name_key([t for t in tokens if t[0].isalnum()])
        found = self._body_named(keys, first, last, None, form) if keys else None
        if found is not None:
            return found
        plural = word.endswith(("ون", "ين")) and word not in names.given_names()
        quoted = first in self.document.openings
        vague = plural or word in phrases.QUANTIFIERS or word[0].isdigit()
        if not (quoted or vague or is_definite(word) or names.is_name(word) or form is None or form.frames & {"an", "q"}):
            return None, ""
        kind = self.known_kind(name) or ("organization" if quoted else "group" if vague and word not in ("احد", "احدى") else "person")
        gender = form.gender if form is not None and form.shape == "verb" else "m"
        known = next((c for c in self.recent() if c.keys == keys or is_definite(tokens[0]) and keys and keys[0] == c.keys[:1] and len(keys) == 1), None) if keys else None
        return known or Speaker(name, kind, gender, "p" if kind == "group" else "s", keys, at=first), "as written"

    def _role(self, first: int, tokens: list[str], name: str, head) -> tuple[Speaker, str]:
        """Return the person whom the article names for a role, else the role itself."""
        role = role_of(tokens, self.people.places)
        definite = any(is_definite(t) for t in tokens) or tokens[0] not in phrases.heads()
        keys = names.name_key([t for t in tokens if t[0].isalnum()])
        if role is not None and definite:
            last = next((c for c in self.recent() if c.kind == "person" and any(fits(role, known) for known in c.roles)), None)
            if last is not None and role.is_bare:
                return last, "role"
            person = self.people.holding(role, first)
            if person is not None and role.states and not any(role.states & known.states for known in person.roles) and self.guessing:
                # The holder's state is not said: whoever was named after him without an office may be meant.
                other = next((p for p in self.just_named(first) if p.gender == head.gender and not p.roles), None)
                if other is not None and other.last_before(first) > person.last_before(first):
                    other.roles.append(role)
                    return other, "named just before"
            if person is not None:
                return person, "role"
            if last is not None:
                return last, "role"
        if is_definite(tokens[0]) and (role is None or role.is_bare) or tokens[0] in HONORIFICS and len(tokens) <= 2:
            # المسؤول, سموه: the last person of whom that can be said.
            person = next((s for s in reversed(self.said) if s is not None and s.kind == "person" and s.gender == head.gender), None)
            if person is not None:
                return person, "definite mention"
        if definite and role is not None and not role.is_bare and self.guessing:
            # ألفونسو ماريدا … وقال المبعوث الدولي: the person just named whose office the article nowhere gives
            person = next((p for p in self.just_named(first) if p.gender == head.gender and not p.roles), None)
            if person is not None:
                person.roles.append(role)
                return person, "named just before"
        if definite and role is not None and role.head in VAGUE:
            # المسؤول العسكري الروسي: whoever of that state spoke last
            person = next((c for c in self.recent() if c.kind == "person" and c.gender == head.gender and not _differ(role, c)), None)
            if person is not None:
                return person, "definite mention"
        same = next((c for c in self.recent() if c.kind == "person" and c.keys == keys), None)
        return same or Speaker(name, "person", head.gender, "s", keys, [role] if role else [], first), "as written"

    def _body(self, first: int, tokens: list[str], name: str, head) -> tuple[Speaker, str]:
        """Return an organization, group or unnamed source: the fuller one named before, where the words shorten it."""
        keys = names.name_key([t for t in tokens if t[0].isalnum()])
        definite = is_definite(tokens[0]) or head.kind != "anonymous" and any(is_definite(t) for t in tokens)
        if definite:
            for other in self.recent():
                if other.kind == head.kind or head.kind == "anonymous" and len(keys) == 1 and other.kind == "person" and not other.sure:
                    if self._shortens(keys, other.keys):
                        return other, "definite mention"
            if head.kind == "anonymous" and len(keys) == 1:
                other = next((s for s in reversed(self.said) if s is not None and s.kind in ("anonymous", "person")), None)
                if other is not None:
                    return other, "definite mention"
        if definite and head.kind == "anonymous" and (other := next((c for c in self.recent() if c.kind == "anonymous" and c.keys and c.keys[0] == keys[0]), None)):
            return other, "definite mention"
        same = next((c for c in self.recent() if c.kind == head.kind and c.keys == keys), None)
        if same is not None:
            return same, "same words"
        if definite and is_definite(tokens[0]) and head.kind == "organization" and len(tokens) <= 3:
            full = self.bodies.fullest(tokens, first)
            if full is not None:
                full_keys = names.name_key(full.split())
                same = next((c for c in self.cast if c.keys == full_keys), None)
                return same or Speaker(full, head.kind, head.gender, head.number, full_keys or keys, at=first), "short name"
        if tokens[0].endswith("ا") and tokens[0] not in phrases.heads():  # لكن مصدرا دبلوماسيا: shown in the nominative
            name = " ".join(w.removesuffix("اً").removesuffix("ًا").removesuffix("ا") if w.endswith(("ا", "اً", "ًا")) else w for w in name.split())
        return Speaker(name, head.kind, head.gender, head.number, keys, at=first), "as written"

    @staticmethod
    def _shortens(keys: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """Say whether a definite mention's words can be short for an earlier one's (المصادر الأمنية, المنسقية)."""
        if not full or not keys:
            return False
        heads = {keys[0], keys[0].removesuffix("ون"), keys[0].removesuffix("و")}
        return any(full[0].startswith(h) and len(full[0]) - len(h) <= 2 for h in heads if len(h) > 2) and names.contains(tuple(k.removeprefix("و") for k in full), tuple(k.removeprefix("و") for k in keys[1:]) or full[:1])

    def just_named(self, at: int) -> list[Speaker]:
        """Return the persons named or quoted in the last sentences before token `at`, the last first."""
        sentences = self.document.sentences
        k = max(0, bisect_right(sentences, (at, len(self.document.words) + 1)) - 1 - RECENT)
        people = [p for p in self.people.all if p.last_before(at) >= sentences[k][0] and (p.sure or p.spoken or len(p.keys) > 1)]
        return sorted(people, key=lambda p: -p.last_before(at))

    def _known(self, name: str, kind: str) -> Speaker | None:
        return next((c for c in self.cast if c.name == name and c.kind == kind), None)


def _differ(role: Role, speaker: Speaker) -> bool:
    """Say whether a description names another state than every known role of a speaker."""
    known = [r.states for r in speaker.roles if r.states]
    return bool(role.states and known) and not any(role.states & states for states in known)
