"""Who is meant by words that name nobody: the former, the latter, both, His Excellency, whoever was named just
before."""

from __future__ import annotations

from bisect import bisect_right

from analysis.statements import names, phrases
from analysis.statements.bodies import Bodies
from analysis.statements.cast import Speaker, surface
from analysis.statements.people import MOST, People
from analysis.statements.roles import PRESIDENT
from analysis.statements.words import COMMAS, RELATIVES
from analysis.text.document import Document

# The first, the second or the last of two persons named before.
ORDINALS = {"الاول": 0, "الاولى": 0, "الثاني": 1, "الثانية": 1, "الاخر": 1, "الاخرى": 1, "الاخير": 1, "الاخيرة": 1}
CALLED = frozenset("ويدعى يدعى وتدعى تدعى واسمه واسمها ويسمى يسمى".split())
# Plurals of respect with the stems of the offices that they honour.
HONOURED = {
    "سيادته": ("رئيس", "وزير"),
    "فخامته": ("رئيس",),
    "دولته": ("رئيس",),
    "جلالته": ("ملك", "سلطان"),
    "سموه": ("امير", "ولي", "نائب", "شيخ"),
    "سموها": ("امير", "شيخ"),
    "معاليه": ("وزير", "رئيس", "امين", "محافظ"),
    "معاليها": ("وزير", "رئيس"),
    "سعادته": ("سفير", "مدير", "وكيل", "رئيس"),
    "فضيلته": ("مفت", "شيخ", "امام", "رئيس"),
    "سماحته": ("مفت", "شيخ"),
    "نيافته": ("مطران", "بطريرك"),
    "غبطته": ("بطريرك",),
}
RECENT = 2  # a description means a person named so many sentences before at most


class References:
    """What earlier sentences and statements of a document have shown of its speakers."""

    def __init__(self, document: Document, known_kind) -> None:
        """Read the document's persons and bodies."""
        self.document = document
        self.known_kind = known_kind
        self.people = People(document)
        self.bodies = Bodies(document)
        self.cast: list[Speaker] = []  # every speaker so far, once
        self.said: list[Speaker | None] = []  # the speaker of each statement so far
        self.guessing = True  # whether a description may mean whoever was named just before

    def recent(self) -> list[Speaker]:
        """Return the speakers so far, who spoke last first."""
        return list({id(s): s for s in reversed(self.said[-MOST:]) if s is not None}.values())

    def just_named(self, at: int) -> list[Speaker]:
        """Return the persons named or quoted in the last sentences before token `at`, the last first."""
        sentences = self.document.sentences
        k = max(0, bisect_right(sentences, (at, len(self.document.words) + 1)) - 1 - RECENT)
        known = {id(p): p for p in [*self.people.recent(at), *self.recent()] if p.kind == "person"}.values()
        people = [p for p in known if p.last_before(at) >= sentences[k][0] and (p.sure or p.spoken or len(p.keys) > 1)]
        return sorted(people, key=lambda p: -p.last_before(at))

    def pair(self, at: int) -> Speaker | None:
        """Return the two persons last named before a dual (الوزيران, مؤكدين) as a group."""
        sure = sorted((p for p in self.people.recent(at) if p.sure), key=lambda p: -p.last_before(at))
        found = sorted(sure[:2], key=lambda p: p.at)
        if len(found) < 2:
            return None
        name = f"{found[0].name} و{found[1].name}"
        return self.known(name, "group") or Speaker(name, "group", "m", "d", found[0].keys + found[1].keys, at=at)

    def ordinal(self, at: int) -> tuple[Speaker | None, str]:
        """الأول, الثاني: of the two persons named last."""
        named = self.people.recent(at)[:2]
        if len(named) < 2:
            return None, ""
        named.sort(key=lambda p: p.last_named(at))
        return named[ORDINALS[self.document.words[at]]], "ordinal"

    def honoured(self, at: int) -> tuple[Speaker | None, str]:
        """سموه, معاليه: the holder of such an office named last, else the person named last."""
        word = self.document.words[at]
        gender = "f" if word.endswith("ها") else "m"
        people = [p for p in self.people.recent(at) if p.gender == gender]
        for office in HONOURED[word]:
            fitting = [
                p
                for p in people
                if any(r.head.startswith(office) and not (r.body and r.head == PRESIDENT) for r in p.roles)
            ]
            if fitting:
                return max(fitting, key=lambda p: p.last_named(at)), "plural of respect"
        return max(people, key=lambda p: p.last_named(at), default=None), "plural of respect"

    def called(self, last: int) -> tuple[Speaker, str] | None:
        """أحد المنظمين، ويدعى الصادق: the name that a clause after the source gives."""
        words = self.document.words
        k = last + (last < len(words) and words[last] in COMMAS)
        if k + 1 >= len(words) or words[k] not in CALLED or not names.is_name(words[k + 1]):
            return None
        end = names.name_end(words, k + 1, min(len(words), k + 7))
        known = self.people.named(names.name_key(words[k + 1 : end]), k + 2)
        return (known, "name") if known is not None else None

    def antecedent(self, first: int, tokens: list[str]) -> str | None:
        """Return head and antecedent for a head with the pronoun of a relative clause (نيجيريا التي حذر رئيسها: رئيس
        نيجيريا)."""
        words = self.document.words
        if len(tokens) != 1 or not phrases.has_pronoun(tokens[0]):
            return None
        k = next((k for k in range(first - 1, max(0, first - 4), -1) if words[k] in RELATIVES), None)
        if not k:
            return None
        noun = surface(self.document, k - 1, k)
        noun = noun[1:] if noun.startswith("و") and words[k - 1] not in names.name_words() else noun
        stem = next(tokens[0].removesuffix(p) for p in ("هما", "ها", "هم", "ه") if tokens[0].endswith(p))
        return f"{stem[:-1] + 'ة' if stem.endswith('ت') else stem} {noun}"

    def known(self, name: str, kind: str) -> Speaker | None:
        return next((c for c in self.cast[-MOST:] if c.name == name and c.kind == kind), None)
