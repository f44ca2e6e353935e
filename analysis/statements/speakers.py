"""Who said it: the speaker of every statement, with the sieve that decided.

Where the source is expressed its words decide (`sources`). Without an expressed subject: the subject of the same
sentence or the statement before in it, whichever stands nearer; the last speaker or subject of the sentences
before — always one whose gender and number agree with the verb. What no sieve decides stays unresolved, with the reason.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from analysis.statements import clauses, names, phrases
from analysis.statements.drafts import Draft
from analysis.statements.people import Speaker
from analysis.statements.sources import HONOURED, Sources
from analysis.statements.words import TIMES, head_of, is_definite, state_at
from analysis.text.document import Document

NO_CANDIDATE, TIE = "no candidate", "tie"
UNNAMED = "غير مسمى"
DAMMA = "\u064f"  # on the first letter it marks the passive: أُعلن
# Verbs that go on with what the last speaker said, whoever the sentences between are about.
GOES_ON = frozenset("أضاف تابع استطرد أردف زاد مضى واصل أكمل استدرك ختم".split())
# Verbs whose plain object is a person or body: after them one noun phrase may be the object (ودعا النازحين إلى).
TRANSITIVE = frozenset("دعا طالب ناشد حث حض نصح أمر حذر نبه أنذر هدد توعد أمهل وعد اتهم حمّل شكر وصف طمأن أخبر أبلغ أخطر أطلع ذكّر سأل هنأ اعتبر عد وجه ألزم".split())
# Words with the subject's pronoun before a verb.
PRONOUNS = frozenset("لكنه لكنها لكنهم ولكنه ولكنها انه انها انهم فانه فانها وانه وانها وهو وهي وهم هو هي كونه".split())
# Those that take an object beside a clause with أن; after the others one noun phrase before أن is the subject.
WITH_CLAUSE = frozenset("أبلغ أخبر أخطر أطلع طمأن حذر ذكّر وعد سأل هدد وصف اتهم توعد أنذر نبه".split())
NEAR = 8  # without a subject, so many sentences back at most


class Answer(NamedTuple):
    """The speaker of a statement or None, the reason where there is none, and the sieve that decided."""

    speaker: Speaker | None
    reason: str | None
    sieve: str


def resolve(document: Document, found: list[Draft], known_kind=lambda name: None) -> list[Answer]:
    """Return for each statement its speaker, or None and the reason. Takes the source from a draft whose "source" is an object.

    Args:
        known_kind: function from a name to the kind of actor that the tables know it as, or None.
    """
    resolver = Resolver(document, found, known_kind)
    answers = []
    for index, draft in enumerate(found):
        speaker, sieve = resolver.speaker(draft, index)
        answers.append(Answer(speaker, None, sieve) if speaker else Answer(None, sieve or NO_CANDIDATE, ""))
        resolver.remember(draft, speaker)
    return answers


class Resolver(Sources):
    """The speakers of one document's statements, resolved in the order of the text."""

    def __init__(self, document: Document, found: list[Draft], known_kind) -> None:
        """Read the document and where its statements stand."""
        super().__init__(document, known_kind)
        self.found = found
        self.cues = {draft.cue[0]: k for k, draft in enumerate(found)}
        self._subjects: dict[int, list[tuple[int, Speaker, bool]]] = {}
        self._sentence_starts = [first for first, _ in document.sentences]

    def remember(self, draft: Draft, speaker: Speaker | None) -> None:
        """Keep who spoke, for the statements after."""
        self.said.append(speaker)
        if speaker is not None:
            speaker.spoken.append(draft.cue[0])
            if speaker not in self.cast:
                self.cast.append(speaker)

    def speaker(self, draft: Draft, index: int) -> tuple[Speaker | None, str]:
        """Return the speaker of one statement and the sieve, or None and the reason."""
        before = self.document.words[draft.cue[0] - 1] if draft.cue[0] else ""
        if draft.source is not None and draft.source[1] <= draft.cue[0] and before in PRONOUNS:
            found = self.without_source(draft, index)  # لكنه كرر: the pronoun is the subject
            if found[0] is not None:
                draft.source = None
                return found
        if draft.source is not None:
            if self._is_object(draft, index):
                found = self.without_source(draft, index)
                if found[0] is not None:
                    draft.source = None
                    return found
            found = self.of_source(*draft.source, draft.form)
            if found[0] is not None and not (draft.source[1] <= draft.cue[0] and self._is_loose(draft.source[0])):
                return found
        return self.without_source(draft, index)

    def _is_loose(self, first: int) -> bool:
        """Say whether a phrase before a verb begins with an ordinary word without an article, which no sentence has as subject."""
        word = self.document.words[first]
        plain = word[1:] if word[0] in "وف" and len(word) > 3 else word
        speaks = phrases.can_speak(word) or phrases.can_speak(plain) or is_definite(word) or first in self.document.openings or not word[0].isalpha()
        return not speaks and not self._is_known(first)

    def _is_object(self, draft: Draft, index: int) -> bool:
        """Say whether the noun phrase after a transitive verb is its object: by its case, its gender, or its place in the sentence."""
        form, words = draft.form, self.document.words
        if form is None or form.shape != "verb" or form.lemma not in TRANSITIVE and form.act not in ("condemn", "deny", "praise") or draft.source[0] < draft.cue[0] or form.attached:
            return False
        first, last = draft.source
        word = words[first]
        start = self.document.sentence_of(draft.cue[0])[0]
        before = clauses.noun_first(self.document, clauses.clause_begins(words, start, draft.cue[0]), draft.cue[0], self._is_known)
        if before is not None and before[1] == draft.cue[0]:  # وزير الخارجية وصف الاتفاق بأنه …
            draft.source = before
            return False
        if draft.rule.endswith("clause") and form.lemma not in WITH_CLAUSE:
            return False
        if words[draft.cue[0] - 1 : draft.cue[0]] == ["قد"] and draft.cue[0] > 1:  # وكان الأمير قد وجه الجهات بـ
            return any(agrees(one[1], form) for one in self._before(draft, index, self._sentence(draft.cue[0])))
        if draft.cue[0] and self._is_known(draft.cue[0] - 1):  # أن هارويك دعا نهرزاد
            start = draft.cue[0] - 1
            while start and names.is_name(words[start - 1]):
                start -= 1
            draft.source = (start, draft.cue[0])
            return False
        content = draft.content[0][0]
        if content > last and words[last][0].isalpha() and words[last] not in phrases.ADJUNCTS and words[last] not in TIMES:
            return False  # دعا المركز الأمم المتحدة إلى: subject and object
        if form.number != "s":  # the plural is the verb's own subject: ناشدوا الميليشيات
            return True
        head = head_of(word)
        if first in self.document.openings and form.act in ("condemn", "deny", "praise", "accuse"):
            return True
        if is_definite(word) and word.endswith("ين") and word not in names.given_names() or word.endswith("يي"):
            return True
        if head is not None and head.kind == "group" and any(is_definite(w) and w.endswith("ين") for w in words[first + 1 : last]):
            return True
        if words[draft.cue[0] - 1 : draft.cue[0]] == ["قد"] and draft.cue[0] > 1:  # وكان الأمير قد وجه الجهات بـ
            return any(agrees(one[1], form) for one in self._before(draft, index, self._sentence(draft.cue[0])))
        if draft.cue[0] and self._is_known(draft.cue[0] - 1):  # أن هارويك دعا نهرزاد
            start = draft.cue[0] - 1
            while start and names.is_name(words[start - 1]):
                start -= 1
            draft.source = (start, draft.cue[0])
            return False
        feminine = head.gender == "f" and head.number == "s" if head else state_at(words, first, last) > first
        if form.number == "s" and first == draft.cue[0] + 1 and head is not None and head.number == "s" and head.kind in ("person", "organization"):
            if (form.gender == "f") != feminine:
                return True
        if feminine and head is None and form.gender == "m":
            return True
        known = self.people.named(names.name_key([word]), first) if names.is_name(word) else None
        if head is not None and head.kind == "person" or word in names.given_names() or known is not None and known.sure:
            return False
        # وندد X بالهجوم، ودعا مجلس الوساطة إلى: inside a sentence that has its subject already
        sentence = self._sentence(draft.cue[0])
        cue = draft.cue[0]
        if cue and words[cue - 1] == "كما" and self.said and agrees(next((s for s in reversed(self.said) if s), None), form):
            return not any(c.keys == names.name_key(words[first:last]) for c in self.cast)
        if cue - self.document.sentences[sentence][0] < 4:
            return False
        return any(agrees(speaker, form) for _, speaker, _ in self._before(draft, index, sentence))

    # --- no source is expressed

    def without_source(self, draft: Draft, index: int) -> tuple[Speaker | None, str]:
        """Return who speaks where the verb has no subject of its own."""
        form, cue = draft.form, draft.cue[0]
        if draft.rule.startswith("preposition") and form is None:
            return None, NO_CANDIDATE
        if form is not None and form.shape == "verb" and DAMMA in self.document.folded.original[slice(*self.document.span(cue, cue + 1))][:4]:
            return Speaker(UNNAMED, "anonymous", "m", "s", (), at=cue), "passive"
        told = self._told(draft)
        if told is not None:
            return told
        sentence = self._sentence(cue)
        if form is not None and form.number == "d":
            pair = self.pair(cue)
            if pair is not None:
                return pair, "pair"
        if draft.parent is not None and draft.rule != "relay":
            inner = self._inner_subject(draft)
            if inner is not None and agrees(inner, form):
                return inner, "subject of the clause"
        near = [one for one in self._before(draft, index, sentence) if agrees(one[1], form)]
        if near and form is not None and form.shape == "participle" and near[0][2]:
            inner = self._reported(draft, index, near[0][0])
            if inner is not None and agrees(inner, form):
                return inner, "subject of the clause"
        if near:
            # A state or body that something is said of is no speaker where a statement in the sentence has one.
            best = near[0] if near[0][2] or near[0][1].kind == "person" else next((one for one in near if one[2]), near[0])
            return best[1], "same sentence" if best[2] else "subject of the sentence"
        return self._from_earlier(draft, index, sentence)

    def _told(self, draft: Draft) -> tuple[Speaker, str] | None:
        """Return who speaks by words beside the cue: مؤكدا سيادته, عبرت على لسان المتحدثة, نقل عنها مصدر قولها, or a subject left out."""
        words, form = self.document.words, draft.form
        last = draft.cue[1]
        if last < len(words) and words[last] in HONOURED:
            speaker, sieve = self.honoured(last)
            return (speaker, sieve) if speaker is not None else None
        if words[last : last + 2] == ["على", "لسان"]:
            speaker, sieve = self.of_source(last + 2, max(last + 3, phrases.phrase(self.document, last + 2, min(len(words), last + 30), firm=True)))
            if speaker is not None:
                return speaker, sieve
        if form is not None and form.shape == "noun" and form.attached:
            if any(w in ("عنه", "عنها") for w in words[max(0, draft.cue[0] - 8) : draft.cue[0]]):
                gender = form.gender
                people = [p for p in self.people.all if p.gender == gender and p.last_before(draft.cue[0]) >= 0]
                person = max(people, key=lambda p: p.last_before(draft.cue[0]), default=None)
                return (person, "pronoun") if person is not None else None
        if form is not None and form.shape == "verb" and not form.attached and draft.rule.endswith(("object", "attached")):
            # وأدان ليون في تصريح اختطاف …; واتهم الوزير هلدان بـ…: the subject that the search for the object passed over
            subject = phrases.subject(self.document, last, min(len(words), max(draft.content[0][1], last + 1)))
            if subject is not None and subject[0] <= last + 3:
                head = head_of(words[subject[0]])
                if head is not None and head.kind == "person" or self._is_known(subject[0]) or words[subject[0]] in names.given_names():
                    speaker, sieve = self.of_source(*subject, form)
                    if sieve in ("name", "role", "named just before") and agrees(speaker, form):
                        draft.source = subject
                        return speaker, sieve
        return None

    def _reported(self, draft: Draft, index: int, at: int) -> Speaker | None:
        """Return whose deeds a spokesman reports (وقال المتحدث إن لافروف نقل تحيات …، معربا): the participle goes on with him."""
        k = self.cues.get(at)
        if k is None or k >= index or self.said[k] is None or not any(role.head == "متحدث" for role in self.said[k].roles):
            return None
        first, last = self.found[k].content[0]
        words = self.document.words
        if words[first] not in phrases.COMPLEMENTIZERS or last - first < 4:
            return None
        head = head_of(words[first + 1])
        if not (head and head.kind == "person" or self._is_known(first + 1)):
            return None
        speaker, sieve = self.of_source(first + 1, max(first + 2, phrases.phrase(self.document, first + 1, last)))
        return speaker if sieve in ("name", "role") else None

    def _inner_subject(self, draft: Draft) -> Speaker | None:
        """Return the subject of the clause that another's words begin with (قال إن لافروف أشار إلى …)."""
        words, cue = self.document.words, draft.cue[0]
        first = max(self.found[draft.parent].content[0][0], cue - 24)
        k = next((k for k in range(cue - 1, first - 1, -1) if words[k] in ("ان", "بان", "وان")), None)
        if k is None or k + 1 >= cue:
            return None
        span = k + 1, phrases.phrase(self.document, k + 1, cue)
        head = head_of(words[k + 1])
        if not (head and head.kind == "person" or names.is_name(words[k + 1])):
            return None
        speaker, sieve = self.of_source(*span)
        return speaker if sieve in ("name", "role") else None

    def _sentence(self, token: int) -> int:
        return bisect_right(self._sentence_starts, token) - 1

    def _before(self, draft: Draft, index: int, sentence: int) -> list[tuple[int, Speaker, bool]]:
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
            skip = sorted((d.content[0][0], d.content[-1][1]) for d in self.found[self._first_cue(first) : self._first_cue(last)] if d.content[0][0] >= first)
            spoken = []
            for at, span, main in clauses.subjects(self.document, first, last, skip, self._is_known):
                if at in self.cues:
                    continue
                self.guessing = main and is_definite(self.document.words[span[0]])
                speaker, sieve = self.of_source(*span)
                self.guessing = True
                certain = sieve in ("name", "role", "joint") and speaker.kind in ("person", "group") and (speaker.sure and speaker.mentions or sieve == "joint") or sieve != "as written" and main
                if speaker is not None and (certain or main and (speaker.kind != "person" or speaker.roles)):
                    spoken.append((at, speaker, main))
            self._subjects[sentence] = spoken
        return self._subjects[sentence]

    def _first_cue(self, token: int) -> int:
        return bisect_left(self.found, token, key=lambda draft: draft.cue[0])

    def _is_known(self, token: int) -> bool:
        word = self.document.words[token]
        forms = [word, word[1:]] if word[0] in "وف" and len(word) > 4 else [word]
        return any(names.is_name(form) and self.people.named(names.name_key([form]), token) is not None for form in forms)

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
                    (at, speaker, "topic") for at, speaker, main in self._subjects_of(s)
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
            people = [p for p in self.people.all if p.sure and p.at < cue and agrees(p, form)]
            person = max(people, key=lambda p: p.last_before(cue), default=None)
            if person is not None:
                return person, "last person"
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
