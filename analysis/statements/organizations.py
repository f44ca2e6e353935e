"""Bodies, groups and documents as sources: short forms, quoted names, who issued a document."""

from __future__ import annotations

from analysis.statements import names, phrases
from analysis.statements.cast import Speaker, surface
from analysis.statements.people import MOST
from analysis.statements.references import References
from analysis.statements.words import (
    COMPLEMENTIZERS,
    DOCUMENTS,
    bare,
    head_of,
    is_definite,
    state_at,
    state_names,
)

# Beginnings of verbs by which a document comes out.
PUBLISHED = ("نشر", "اصدر", "اعد", "وزع", "اذاع", "بث", "اجر", "انجز", "تنشر", "ينشر", "تصدر", "يصدر", "كتب")
ISSUED = frozenset("صادر صادرة الصادر الصادرة".split())
REACH = 14  # tokens after a document in which its issuer may stand


class Organizations(References):
    """Speakers that are no persons, by the words of their sources."""

    def quoted(self, first: int, last: int, form) -> tuple[Speaker | None, str]:
        """A source in quotation marks: a person or body that the article names, else a body ("المرصد", «واس»)."""
        words = self.document.words
        keys = names.name_key([w for w in words[first:last] if w[0].isalnum()])
        if head_of(words[first]) is not None or state_at(words, first, last) == last:
            return self.of_source(first, last, form)
        known = self.people.named(keys, first) if keys else None
        if known is not None and known.sure:
            return known, "name"
        body = self.body_named(keys, first, last, known, form) if keys else None
        name = surface(self.document, first, last)
        return body or (
            self.known(name, "organization") or Speaker(name, "organization", "f", "s", keys, at=first),
            "as written",
        )

    def issuer(self, first: int, last: int, name: str, head) -> tuple[Speaker | None, str]:
        """بيان لوزارة الداخلية، تقرير صادر عن اللجنة، البيان: who issued the document speaks."""
        words = self.document.words
        for k in range(first + 1, min(len(words) - 2, last + REACH)):  # حصيلة نشرتها هيئة الإغاثة, أرقام صادرة عن الوزارة
            if words[k] in COMPLEMENTIZERS or words[k] in (":", ".", "\n"):
                break
            published = words[k].startswith(PUBLISHED) and words[k].endswith(("ه", "ها"))
            if published or words[k] in ISSUED and words[k + 1] in ("عن", "من"):
                after = k + 1 if published else k + 2
                issued = phrases.subject(self.document, after, min(len(words), after + 20))
                if issued is not None:
                    return self.of_source(*issued)[0], "issuer"
        for k in range(first + 1, last):
            if words[k] in ("في", "حول", "بشان", "على"):
                break
            plain = self.plain(words[k])
            issuer = head_of(plain)
            if (
                issuer
                and issuer.kind in ("organization", "person")
                and bare(plain) not in DOCUMENTS
                or k in self.document.openings
            ):
                return self.of_source(k, last)[0], "issuer"
            if plain in state_names():
                break
        if last - first > 1 and not is_definite(words[first]) and is_definite(words[first + 1]) and head is not None:
            end = phrases.phrase(self.document, first + 1, last)  # بيان البيت الأبيض
            rest = surface(self.document, first + 1, end)
            return self.known(rest, "organization") or Speaker(
                rest, "organization", "m", "s", names.name_key(rest.split()), at=first
            ), "issuer"
        if last < len(words) and words[last] in ("له", "لها", "لهم"):  # بيان له: of the last speaker
            gender = "f" if words[last] == "لها" else "m"
            speaker = next((s for s in self.recent() if s.gender == gender), None)
            if speaker is not None:
                return speaker, "issuer"
        # البيان without an issuer: of the document named before, else of the last speaker.
        if is_definite(words[first]) and last - first <= 3:
            earlier = next(
                (
                    k
                    for k in range(first - 1, max(-1, first - 400), -1)
                    if bare(words[k]).removeprefix("و").removeprefix("ب") == bare(words[first]) and k + 1 < first
                ),
                None,
            )
            if earlier is not None:
                end = phrases.phrase(self.document, earlier, min(len(words), earlier + 10))
                for k in range(earlier + 1, end):
                    issuer = head_of(self.plain(words[k]))
                    if issuer and issuer.kind in ("organization", "person"):
                        speaker, _ = self.of_source(k, end)
                        return speaker, "issuer"
            last_one = next(
                (s for s in reversed(self.said) if s is not None and s.kind in ("organization", "state", "group")), None
            ) or next((s for s in reversed(self.said) if s), None)
            if last_one is not None:
                return last_one, "issuer"
        kind, gender, number = (head.kind, head.gender, head.number) if head else ("organization", "m", "s")
        return self.known(name, kind) or Speaker(
            name, kind, gender, number, names.name_key(name.split()), at=first
        ), "as written"

    def body_named(
        self, keys: tuple[str, ...], first: int, last: int, known: Speaker | None, form
    ) -> tuple[Speaker, str] | None:
        """Return the organization or state that a bare name means (حماس, الأناضول), None where it may be a person."""
        name = surface(self.document, first, last)
        same = next(
            (
                c
                for c in self.cast[-MOST:]
                if c.kind in ("organization", "state") and c.keys and (c.keys == keys or c.keys[1:] == keys)
            ),
            None,
        )
        if same is not None:
            return same, "short name"
        found = self.bodies.named(keys)
        if found is not None and found[1] is not None and found[1].kind == "organization":
            full, head = found
            return Speaker(full, "organization", head.gender, "s", names.name_key(full.split()), at=first), "short name"
        kind = self.known_kind(name)
        if kind in ("organization", "state", "group"):
            return Speaker(name, kind, "f", "s", keys, at=first), "short name"
        if (
            known is None
            and form is not None
            and form.shape == "verb"
            and form.gender == "f"
            and not form.attached
            and len(keys) == 1
            and self.document.words[first] not in names.given_names()
        ):
            return Speaker(name, "organization", "f", "s", keys, at=first), "short name"
        return None

    def body(self, first: int, tokens: list[str], name: str, head) -> tuple[Speaker, str]:
        """Return an organization, group or unnamed source: the fuller one named before, where the words shorten it."""
        keys = names.name_key([t for t in tokens if t[0].isalnum()])
        definite = is_definite(tokens[0]) or head.kind != "anonymous" and any(is_definite(t) for t in tokens)
        if definite:
            for other in self.recent():
                if (
                    other.kind == head.kind
                    or head.kind == "anonymous"
                    and len(keys) == 1
                    and other.kind == "person"
                    and not other.sure
                ):
                    if self._shortens(keys, other.keys):
                        return other, "definite mention"
            if head.kind == "anonymous" and len(keys) == 1:
                other = next(
                    (s for s in reversed(self.said) if s is not None and s.kind in ("anonymous", "person")), None
                )
                if other is not None:
                    return other, "definite mention"
        if (
            definite
            and head.kind == "anonymous"
            and (
                other := next(
                    (c for c in self.recent() if c.kind == "anonymous" and c.keys and c.keys[0] == keys[0]), None
                )
            )
        ):
            return other, "definite mention"
        same = next((c for c in self.recent() if c.kind == head.kind and c.keys == keys), None)
        if same is not None:
            return same, "same words"
        if definite and head.kind == "anonymous" and len(tokens) == 1:
            earlier = self._indefinite_before(first, bare(tokens[0]))
            if earlier is not None:  # المصدر: whom an earlier sentence introduced
                name = surface(self.document, *earlier)
                keys = names.name_key(name.split())
                return self.known(name, head.kind) or Speaker(
                    name, head.kind, head.gender, head.number, keys, at=first
                ), "definite mention"
        if definite and is_definite(tokens[0]) and head.kind == "organization" and len(tokens) <= 3:
            full = self.bodies.fullest(tokens, first)
            if full is not None:
                full_keys = names.name_key(full.split())
                same = next((c for c in self.cast[-MOST:] if c.keys == full_keys), None)
                return same or Speaker(
                    full, head.kind, head.gender, head.number, full_keys or keys, at=first
                ), "short name"
        if tokens[0].endswith("ا") and tokens[0] not in phrases.heads():  # لكن مصدرا دبلوماسيا: shown in the nominative
            name = " ".join(
                w.removesuffix("اً").removesuffix("ًا").removesuffix("ا") if w.endswith(("ا", "اً", "ًا")) else w
                for w in name.split()
            )
        return Speaker(name, head.kind, head.gender, head.number, keys, at=first), "as written"

    def _indefinite_before(self, at: int, word: str) -> tuple[int, int] | None:
        """Return the last phrase before token `at` that introduces somebody by this word without the article."""
        words = self.document.words
        for k in range(at - 1, max(-1, at - 400), -1):
            if words[k] == word or words[k].removeprefix("و") == word and len(word) > 3:
                end = phrases.phrase(self.document, k, min(len(words), k + 12), firm=True)
                if end > k + 1:
                    return k, end
        return None

    @staticmethod
    def _shortens(keys: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """Say whether a definite mention's words can be short for an earlier one's (المصادر الأمنية, المنسقية)."""
        if not full or not keys:
            return False
        heads = {keys[0], keys[0].removesuffix("ون"), keys[0].removesuffix("و")}
        return any(
            full[0].startswith(h) and len(full[0]) - len(h) <= 2 for h in heads if len(h) > 2
        ) and names.contains(
            tuple(k.removeprefix("و") for k in full), tuple(k.removeprefix("و") for k in keys[1:]) or full[:1]
        )

    @staticmethod
    def plain(word: str) -> str:
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

    def unknown(self, first: int, last: int, tokens: list[str], name: str, form) -> tuple[Speaker | None, str]:
        """A source that no list knows: as it stands, its kind from its form."""
        word = tokens[0]
        if len(tokens) == 1 and len(word) < 3 or names.is_verb(word) and not names.is_name(word):
            return None, ""
        keys = names.name_key([t for t in tokens if t[0].isalnum()])
        found = self.body_named(keys, first, last, None, form) if keys else None
        if found is not None:
            return found
        plural = word.endswith(("ون", "ين")) and word not in names.given_names()
        quoted = first in self.document.openings
        vague = plural or word in phrases.QUANTIFIERS or word[0].isdigit()
        if not (
            quoted or vague or is_definite(word) or names.is_name(word) or form is None or form.frames & {"an", "q"}
        ):
            return None, ""
        kind = self.known_kind(name) or (
            "organization" if quoted else "group" if vague and word not in ("احد", "احدى") else "person"
        )
        gender = form.gender if form is not None and form.shape == "verb" else "m"
        known = (
            next(
                (
                    c
                    for c in self.recent()
                    if c.keys == keys or is_definite(tokens[0]) and keys and keys[0] == c.keys[:1] and len(keys) == 1
                ),
                None,
            )
            if keys
            else None
        )
        return known or Speaker(name, kind, gender, "p" if kind == "group" else "s", keys, at=first), "as written"
