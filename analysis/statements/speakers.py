"""Who said it: the speaker of every statement, with the sieve that decided.

Where the source is expressed its words decide (`sources`). Without an expressed subject: the subject of the same
sentence or the statement before in it, whichever stands nearer; the last speaker or subject of the sentences
before — always one whose gender and number agree with the verb. What no sieve decides stays unresolved, with the
reason.
"""

from __future__ import annotations

from typing import NamedTuple

from analysis.statements import clauses, names, phrases, ranking
from analysis.statements.cast import Speaker
from analysis.statements.drafts import Draft
from analysis.statements.people import MOST
from analysis.statements.silent import NO_CANDIDATE, TIE, UNNAMED, Silent, agrees
from analysis.statements.words import TIMES, head_of, is_definite, state_at
from analysis.text.document import Document

__all__ = ["NO_CANDIDATE", "TIE", "UNNAMED", "Answer", "Speaker", "resolve"]

# Verbs whose plain object is a person or body: after them one noun phrase may be the object (ودعا النازحين إلى).
TRANSITIVE = frozenset(
    "دعا طالب ناشد حث حض نصح أمر حذر نبه أنذر هدد توعد أمهل وعد اتهم حمّل شكر وصف طمأن أخبر أبلغ أخطر أطلع ذكّر سأل "
    "هنأ اعتبر عد وجه ألزم".split()
)
EVALUATING = ("condemn", "deny", "praise", "accuse")  # acts whose verbs take what is judged as object
# Words with the subject's pronoun before a verb.
PRONOUNS = frozenset("لكنه لكنها لكنهم ولكنه ولكنها انه انها انهم فانه فانها وانه وانها وهو وهي وهم هو هي كونه".split())
# Those that take an object beside a clause with أن; after the others one noun phrase before أن is the subject.
WITH_CLAUSE = frozenset("أبلغ أخبر أخطر أطلع طمأن حذر ذكّر وعد سأل هدد وصف اتهم توعد أنذر نبه".split())


class Answer(NamedTuple):
    """The speaker of a statement or None, the reason where there is none, and the sieve that decided."""

    speaker: Speaker | None
    reason: str | None
    sieve: str


def resolve(document: Document, found: list[Draft], known_kind=lambda name: None) -> list[Answer]:
    """Return for each statement its speaker, or None and the reason. Takes the source from a draft whose "source" is
    an object.

    Args:
        known_kind: function from a name to the kind of actor that the tables know it as, or None.
    """
    resolver = Resolver(document, found, known_kind)
    answers = []
    for index, draft in enumerate(found):
        speaker, sieve = ranking.best(resolver, draft, index, *resolver.speaker(draft, index))
        answers.append(Answer(speaker, None, sieve) if speaker else Answer(None, sieve or NO_CANDIDATE, ""))
        resolver.remember(draft, speaker)
    return answers


class Resolver(Silent):
    """The speakers of one document's statements, resolved in the order of the text."""

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
        """Say whether a phrase before a verb begins with an ordinary word without an article, which no sentence has
        as subject."""
        word = self.document.words[first]
        plain = word[1:] if word[0] in "وف" and len(word) > 3 else word
        speaks = (
            phrases.can_speak(word)
            or phrases.can_speak(plain)
            or is_definite(word)
            or first in self.document.openings
            or not word[0].isalpha()
        )
        return not speaks and not self.is_known(first)

    def _is_object(self, draft: Draft, index: int) -> bool:
        """Say whether the noun phrase after a transitive verb is its object: by its case, its gender, or its place.

        Where the subject stands before the verb (أن هارويك دعا نهرزاد إلى …) the draft is given it.
        """
        form, words, cue = draft.form, self.document.words, draft.cue[0]
        if form is None or form.shape != "verb" or draft.source[0] < cue or form.attached:
            return False
        word = words[draft.source[0]]
        oblique = is_definite(word) and word.endswith("ين") and not names.is_name(word) and not state_at(words, *draft.source)
        if oblique and word not in TIMES:  # أوصت المواطنين بـ, حث اللاعبين على
            before = self._subject_before(cue)
            if before is not None:
                draft.source = before
                return False
            return True
        if form.lemma not in TRANSITIVE and form.act not in EVALUATING:
            return False
        before = self._subject_before(cue)
        if before is not None:
            draft.source = before
            return False
        if draft.rule.endswith("clause") and form.lemma not in WITH_CLAUSE:
            return False
        if cue > 1 and words[cue - 1] == "قد":  # وكان الأمير قد وجه الجهات بـ
            return any(agrees(one[1], form) for one in self.before(draft, index, self.sentence(cue)))
        first, last = draft.source
        # The plural is the verb's own subject: ناشدوا الميليشيات.
        if form.number != "s" or self._is_accusative(first, last):
            return True
        if first in self.document.openings and form.act in EVALUATING:
            return True
        # دعا المركز الأمم المتحدة إلى, استنكرت الدول التفجير: the object stands after the subject.
        judged = draft.rule.endswith("object") and form.lemma not in TRANSITIVE
        if judged or self._has_an_object(last, draft.content[0][0]):
            return False
        if first == cue + 1 and self._differs_in_gender(first, last, form):
            return True
        return not self._is_person(first) and self._goes_on(draft, index)

    def _subject_before(self, cue: int) -> tuple[int, int] | None:
        """Return the subject that stands right before a verb, from the clause's beginning or after أن."""
        words = self.document.words
        start = self.document.sentence_of(cue)[0]
        before = clauses.noun_first(self.document, clauses.clause_begins(words, start, cue), cue, self.is_known)
        if before is not None and before[1] == cue:  # وزير الخارجية وصف الاتفاق بأنه …
            return before
        if cue and self.is_known(cue - 1):
            first = cue - 1
            while first > start and names.is_name(words[first - 1]):
                first -= 1
            return first, cue
        return None

    def _is_accusative(self, first: int, last: int) -> bool:
        """Say whether a phrase has the ending of an object: النازحين, الأطباء اليمنيين, متزعمي الحركة."""
        words = self.document.words
        word, head = words[first], head_of(words[first])
        if is_definite(word) and word.endswith("ين") and word not in names.given_names() or word.endswith("يي"):
            return True
        plural = head is not None and head.kind == "group"
        return plural and any(is_definite(w) and w.endswith("ين") for w in words[first + 1 : last])

    def _has_an_object(self, last: int, content: int) -> bool:
        """Say whether a second noun phrase stands before the content: دعا المركز الأمم المتحدة إلى …"""
        words = self.document.words
        if last >= content or words[last] in phrases.ADJUNCTS or words[last] in TIMES or not words[last][0].isalpha():
            return False
        return phrases.can_speak(words[last]) or is_definite(words[last])

    def _differs_in_gender(self, first: int, last: int, form) -> bool:
        """Say whether a phrase right after its verb cannot be the subject: دعا هلدان, دعت المجلس, دعا المنشآت."""
        words = self.document.words
        word, head = words[first], head_of(words[first])
        if is_definite(word) and word.endswith("ات") and form.gender == "m":
            return True
        if head is None:
            return form.gender == "m" and state_at(words, first, last) > first
        return head.number == "s" and head.kind in ("person", "organization") and head.gender != form.gender

    def _is_person(self, first: int) -> bool:
        words = self.document.words
        head = head_of(words[first])
        known = self.people.named(names.name_key([words[first]]), first) if names.is_name(words[first]) else None
        person = head is not None and head.kind == "person" or words[first] in names.given_names()
        return person or known is not None and known.sure

    def _goes_on(self, draft: Draft, index: int) -> bool:
        """Say whether a verb goes on with an earlier subject: ندد X بالهجوم، ودعا مجلس الوساطة إلى …"""
        words, cue = self.document.words, draft.cue[0]
        first, last = draft.source
        said = next((s for s in reversed(self.said[-MOST:]) if s is not None), None)
        if cue and words[cue - 1] == "كما" and agrees(said, draft.form):
            keys = names.name_key(words[first:last])
            return not any(speaker.keys == keys for speaker in self.cast[-MOST:])
        sentence = self.sentence(cue)
        if cue - self.document.sentences[sentence][0] < 4:
            return False
        return any(agrees(speaker, draft.form) for _, speaker, _ in self.before(draft, index, sentence))
