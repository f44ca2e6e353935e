"""Who speaks where the verb has no subject of its own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from analysis.statements import clauses, names, phrases
from analysis.statements.cast import Speaker
from analysis.statements.drafts import Draft
from analysis.statements.references import HONOURED
from analysis.statements.sources import Sources
from analysis.statements.words import head_of, is_definite, state_at
from analysis.text.document import Document

NO_CANDIDATE, TIE = "no candidate", "tie"
UNNAMED = "غير مسمى"
DAMMA = "\u064f"  # on the first letter it marks the passive: أُعلن
# Verbs that go on with what the last speaker said, whoever the sentences between are about.
GOES_ON = frozenset("أضاف تابع استطرد أردف زاد مضى واصل أكمل استدرك ختم".split())
# Acts whose verbs have a body or state after them as subject, not as object.
ASSERTING = ("assert", "stress", "announce", "add", "deny", "expect", "condemn", "welcome", "praise")
NEAR = 8  # without a subject, so many sentences back at most


class Silent(Sources):
    """The speakers of statements without a source, from what stands before them."""

    def __init__(self, document: Document, found: list[Draft], known_kind) -> None:
        """Read the document and where its statements stand."""
        super().__init__(document, known_kind)
        self.found = found
        self.cues = {draft.cue[0]: k for k, draft in enumerate(found)}
        self.described: dict[int, frozenset[str]] = {}  # the stems around each name, as `ranking` needs them
        self._subjects: dict[int, list[tuple[int, Speaker, bool]]] = {}
        self._sentence_starts = [first for first, _ in document.sentences]

    def without_source(self, draft: Draft, index: int) -> tuple[Speaker | None, str]:
        """Return who speaks where the verb has no subject of its own."""
        form, cue = draft.form, draft.cue[0]
        if draft.rule.startswith("preposition") and form is None:
            return None, NO_CANDIDATE
        if (
            form is not None
            and form.shape == "verb"
            and DAMMA in self.document.folded.original[slice(*self.document.span(cue, cue + 1))][:4]
        ):
            return Speaker(UNNAMED, "anonymous", "m", "s", (), at=cue), "passive"
        told = self._told(draft)
        if told is not None:
            return told
        sentence = self.sentence(cue)
        if form is not None and form.number == "d":
            pair = self.pair(cue)
            if pair is not None:
                return pair, "pair"
        if draft.parent is not None and draft.rule != "relay":
            inner = self.inner_subject(draft)
            if inner is not None and agrees(inner, form):
                return inner, "subject of the clause"
        near = [one for one in self.before(draft, index, sentence) if agrees(one[1], form)]
        if near and form is not None and form.shape == "participle" and near[0][2]:
            inner = self._reported(draft, index, near[0][0])
            if inner is not None and agrees(inner, form):
                return inner, "subject of the clause"
        if near:
            # A state or body that something is said of is no speaker where a statement in the sentence has one.
            best = (
                near[0] if near[0][2] or near[0][1].kind == "person" else next((one for one in near if one[2]), near[0])
            )
            return best[1], "same sentence" if best[2] else "subject of the sentence"
        return self._from_earlier(draft, index, sentence)

    def _told(self, draft: Draft) -> tuple[Speaker, str] | None:
        """Return who speaks by words beside the cue: مؤكدا سيادته, عبرت على لسان المتحدثة, نقل عنها مصدر قولها, or a
        subject left out."""
        words, form = self.document.words, draft.form
        last = draft.cue[1]
        if last < len(words) and words[last] in HONOURED:
            speaker, sieve = self.honoured(last)
            return (speaker, sieve) if speaker is not None else None
        if words[last : last + 2] == ["على", "لسان"]:
            speaker, sieve = self.of_source(
                last + 2, max(last + 3, phrases.phrase(self.document, last + 2, min(len(words), last + 30), firm=True))
            )
            if speaker is not None:
                return speaker, sieve
        if form is not None and form.shape == "noun" and form.attached:
            if any(w in ("عنه", "عنها") for w in words[max(0, draft.cue[0] - 8) : draft.cue[0]]):
                gender = form.gender
                people = [p for p in self.people.recent(draft.cue[0]) if p.gender == gender]
                person = max(people, key=lambda p: p.last_before(draft.cue[0]), default=None)
                return (person, "pronoun") if person is not None else None
        if form is not None and form.shape == "verb" and not form.attached:
            if draft.rule.endswith(("object", "attached")):
                return self._passed_over(draft)
            return self._antecedent_of(draft)
        return None

    def _passed_over(self, draft: Draft) -> tuple[Speaker, str] | None:
        """Return the subject that the search for an object passed over: وأدان ليون في تصريح اختطاف …, وتؤكد تركيا
        أنّها."""
        words, last, end = self.document.words, draft.cue[1], draft.content[0][1]
        subject = phrases.subject(self.document, last, min(len(words), max(end, last + 1)))
        if subject is None or subject[0] > last + 3:
            return self._antecedent_of(draft)
        first = subject[0]
        head = head_of(words[first])
        person = head is not None and head.kind == "person" or words[first] in names.given_names()
        body = state_at(words, first, subject[1]) > first or head is not None and head.kind == "organization"
        body = body or words[first] in phrases.QUANTIFIERS
        if not (person or self.is_known(first) or body and draft.form.act in ASSERTING and end - subject[1] > 0):
            return None
        speaker, sieve = self.of_source(*subject, draft.form)
        if speaker is None or not agrees(speaker, draft.form) or person and sieve == "as written":
            return None
        draft.source = subject
        return speaker, sieve

    def _antecedent_of(self, draft: Draft) -> tuple[Speaker, str] | None:
        """Return the plural noun that a plural verb without و qualifies: منتقدين يقولون, القبائل …، الذين طالما
        ناشدوا."""
        words, cue = self.document.words, draft.cue[0]
        if draft.form.number != "p" or cue < 2 or words[cue][0] in "وف":
            return None
        k = cue - 1
        while k > max(0, cue - 4) and (words[k] in phrases.RELATIVES or words[k] in ("طالما", "كانوا", "قد")):
            k -= 1
        k -= words[k] in phrases.COMMAS
        first = k
        while first > max(0, k - 6) and words[first - 1][0].isalpha() and words[first - 1] not in phrases.ADJUNCTS:
            if words[first].endswith(("ون", "ين")) and not is_definite(words[first]):
                break
            if (head := head_of(words[first])) is not None and head.kind == "group":
                break
            first -= 1
        head = head_of(words[first])
        if not (words[first].endswith(("ون", "ين")) or head is not None and head.kind == "group"):
            return None
        if k == cue - 1 and is_definite(words[first]):  # a definite noun before its verb is its subject already
            return None
        speaker, sieve = self.of_source(first, k + 1, draft.form)
        return (speaker, sieve) if speaker is not None and speaker.kind == "group" else None

    def _reported(self, draft: Draft, index: int, at: int) -> Speaker | None:
        """Return whose deeds a spokesman reports (وقال المتحدث إن لافروف نقل تحيات …، معربا): the participle goes on
        with him."""
        k = self.cues.get(at)
        if (
            k is None
            or k >= index
            or self.said[k] is None
            or not any(role.head == "متحدث" for role in self.said[k].roles)
        ):
            return None
        first, last = self.found[k].content[0]
        words = self.document.words
        if words[first] not in phrases.COMPLEMENTIZERS or last - first < 4:
            return None
        head = head_of(words[first + 1])
        if not (head and head.kind == "person" or self.is_known(first + 1)):
            return None
        speaker, sieve = self.of_source(first + 1, max(first + 2, phrases.phrase(self.document, first + 1, last)))
        return speaker if sieve in ("name", "role") else None

    def inner_subject(self, draft: Draft) -> Speaker | None:
        """Return the subject of the clause that another's words begin with (قال إن لافروف أشار إلى …)."""
        words, cue = self.document.words, draft.cue[0]
        first = max(self.found[draft.parent].content[0][0], cue - 48)
        k = next((k for k in range(cue - 1, first - 1, -1) if words[k] in ("ان", "بان", "وان")), None)
        if k is None or k + 1 >= cue:
            return None
        span = k + 1, phrases.phrase(self.document, k + 1, cue)
        head = head_of(words[k + 1])
        if not (head and head.kind == "person" or names.is_name(words[k + 1])):
            return None
        speaker, sieve = self.of_source(*span)
        return speaker if sieve in ("name", "role") else None

    def sentence(self, token: int) -> int:
        return bisect_right(self._sentence_starts, token) - 1

    def before(self, draft: Draft, index: int, sentence: int) -> list[tuple[int, Speaker, bool]]:
        """Return the statements and the subjects in a statement's own sentence before it, the nearest first."""
        first = self.document.sentences[sentence][0]
        cue = draft.cue[0]
        found = [(at, speaker, False) for at, speaker, _ in self._subjects_of(sentence, draft) if at < cue]
        for k in range(index - 1, max(-1, index - 13), -1):
            other = self.found[k]
            if other.cue[0] < first:
                break
            if self.said[k] is None or k == draft.parent or other.parent is not None and other.parent != draft.parent:
                continue
            found.append((other.cue[0], self.said[k], True))
        found.sort(key=lambda one: (-one[0], not one[2]))
        return found

    def _subjects_of(self, sentence: int, draft: Draft | None = None) -> list[tuple[int, Speaker, bool]]:
        """Return the subjects of a sentence's clauses that are no statements, outside of others' words."""
        if sentence not in self._subjects:
            first, last = self.document.sentences[sentence]
            skip = sorted(
                (d.content[0][0], d.content[-1][1])
                for d in self.found[self._first_cue(first) : self._first_cue(last)]
                if d.content[0][0] >= first
            )
            spoken = []
            for at, span, main in clauses.subjects(self.document, first, last, skip, self.is_known):
                if at in self.cues:
                    continue
                self.guessing = main and is_definite(self.document.words[span[0]])
                speaker, sieve = self.of_source(*span)
                self.guessing = True
                certain = (
                    sieve in ("name", "role", "joint")
                    and speaker.kind in ("person", "group")
                    and (speaker.sure and speaker.mentions or sieve == "joint")
                    or sieve != "as written"
                    and main
                )
                if speaker is not None and (certain or main and (speaker.kind != "person" or speaker.roles)):
                    spoken.append((at, speaker, main))
            self._subjects[sentence] = spoken
        return self._subjects[sentence]

    def _first_cue(self, token: int) -> int:
        return bisect_left(self.found, token, key=lambda draft: draft.cue[0])

    def is_known(self, token: int) -> bool:
        word = self.document.words[token]
        forms = [word, word[1:]] if word[0] in "وف" and len(word) > 4 else [word]
        return any(
            names.is_name(form) and self.people.named(names.name_key([form]), token) is not None for form in forms
        )

    def _from_earlier(self, draft: Draft, index: int, sentence: int) -> tuple[Speaker | None, str]:
        """Return the last speaker or subject of an earlier sentence who agrees with the verb."""
        form, cue = draft.form, draft.cue[0]
        goes_on = form is not None and form.lemma in GOES_ON
        k = index - 1
        for s in range(sentence - 1, max(-1, sentence - 1 - NEAR), -1):
            first, _ = self.document.sentences[s]
            candidates = []
            while k >= 0 and self.found[k].cue[0] >= first:
                nested = self.found[k].parent is not None and self.found[k].parent != draft.parent
                if self.said[k] is not None and not nested:
                    candidates.append((self.found[k].cue[0], self.said[k], "last speaker"))
                k -= 1
            if not goes_on:
                candidates += [
                    (at, speaker, "topic")
                    for at, speaker, main in self._subjects_of(s)
                    if main and (speaker.kind == "person" and speaker.sure or speaker in self.cast)
                ]
            fitting = [one for one in candidates if agrees(one[1], form)]
            if fitting:
                _, speaker, sieve = max(fitting, key=lambda one: one[0])
                return speaker, sieve
        for k in range(index - 1, max(-1, index - 40), -1):
            if self.said[k] is not None and agrees(self.said[k], form):
                return self.said[k], "last speaker"
        if form is None or form.number == "s":
            people = [p for p in self.people.recent(cue) if p.sure and agrees(p, form)]
            if len(people) > 1 and self.sentence(people[0].last_named(cue)) == self.sentence(people[1].last_named(cue)):
                return None, TIE  # two who fit, equally near, and nothing that either of them said or did
            if people:
                return people[0], "last person"
        said = next((s for s in reversed(self.said) if s is not None), None)
        return (said, "last speaker") if said is not None else (None, NO_CANDIDATE)


def agrees(speaker: Speaker | None, form) -> bool:
    """Say whether a speaker can be the subject of a verb form, or the one whom its pronoun means."""
    if speaker is None:
        return False
    if form is None:
        return True
    if form.shape == "noun":
        return not form.attached or speaker.gender == form.gender and (form.number == "s") == (speaker.number == "s")
    if form.number == "p":
        return speaker.number in ("p", "d") or speaker.kind == "group"
    if form.number == "d":
        return speaker.number == "d"
    if speaker.number == "s":
        return speaker.gender == form.gender
    # The plural of things is feminine singular (تقارير، مصادر), and so is a verb before any plural.
    return form.gender == "f" and speaker.kind in ("group", "anonymous", "organization") and speaker.gender != "m"
