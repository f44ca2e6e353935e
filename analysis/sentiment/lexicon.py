"""The sentiment lexicon as it is looked up: polarity.tsv, shifters.tsv, not_sentiment.tsv, frames_of_evaluation.tsv."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from analysis.errors import LexiconError
from analysis.sentiment import inflection
from analysis.tables import lexicon
from analysis.text import fold

LAYERS = ("attitude", "evaluation", "naming", "topic")
KINDS = ("verb", "noun", "phrase")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of polarity.tsv: what a word says, in which layer, how strongly."""

    lemma: str
    kind: str
    layer: str
    family: str
    sign: int
    weight: float


@dataclass(frozen=True, slots=True)
class Shifter:
    """A row of shifters.tsv: what a word does to the words after it, and how far it reaches."""

    kind: str
    scope: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A row of frames_of_evaluation.tsv: where the evaluated one stands after a word of evaluation.

    Attributes:
        slot: obj, a preposition, or several words of which the last is a preposition (الى جانب).
        needs: a word that must follow in the clause (مسؤولية), or nothing.
        anywhere: the word evaluates in the content too, not only as the cue (هدد: whom others threaten is a victim).
    """

    lemma: str
    slot: str
    needs: str
    sign: int
    anywhere: bool


def folded(text: str) -> str:
    return fold(text).text


def _parts(cell: str) -> list[str]:
    return [folded(part.strip()) for part in cell.split(",") if part.strip()]


@cache
def _rows() -> tuple[tuple[Entry, str], ...]:
    rows = []
    for row in lexicon("polarity"):
        try:
            entry = Entry(
                row["lemma"], row["kind"], row["layer"], row["family"], int(row["sign"]), float(row["weight"])
            )
        except ValueError:
            raise LexiconError(f"polarity.tsv, '{row['lemma']}': sign is -1, 0 or 1 and weight a number.") from None
        if entry.layer not in LAYERS or entry.kind not in KINDS or entry.sign not in (-1, 0, 1):
            raise LexiconError(
                f"polarity.tsv, '{row['lemma']}': layer is one of {', '.join(LAYERS)}, kind of {', '.join(KINDS)}."
            )
        rows.append((entry, row["forms"]))
    return tuple(rows)


def _keep(table: dict[str, Entry], form: str, entry: Entry) -> None:
    """Of two words written alike keep the stronger one."""
    known = table.get(form)
    if known is None or entry.weight > known.weight:
        table[form] = entry


@cache
def nouns() -> dict[str, Entry]:
    """Return every form of the nouns and adjectives, without proclitic and article."""
    table: dict[str, Entry] = {}
    for entry, forms in _rows():
        if entry.kind == "noun":
            for base in _parts(forms):
                for form in inflection.noun_forms(base):
                    _keep(table, form, entry)
    return table


@cache
def verbs() -> dict[str, Entry]:
    """Return every form of the verbs, without proclitic."""
    table: dict[str, Entry] = {}
    for entry, forms in _rows():
        if entry.kind == "verb":
            perfect, _, imperfect = forms.partition("/")
            for base in _parts(perfect):
                for form in inflection.perfect_forms(base):
                    _keep(table, form, entry)
            for base in _parts(imperfect):
                for form in inflection.imperfect_forms(base):
                    _keep(table, form, entry)
    return table


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """Return the phrases by their first word, longest first; words without article."""
    table: dict[str, list] = {}
    for entry, forms in _rows():
        if entry.kind == "phrase":
            for form in forms.split(","):
                words = tuple(inflection.bare(word) for word in folded(form).split())
                table.setdefault(words[0], []).append((words, entry))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


@cache
def shifters() -> dict[str, tuple[tuple[tuple[str, ...], Shifter], ...]]:
    """Return the shifters by their first word, longest first."""
    table: dict[str, list] = {}
    for row in lexicon("shifters"):
        words = tuple(folded(row["form"]).split())
        table.setdefault(words[0], []).append((words, Shifter(row["kind"], int(row["scope"]))))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


@cache
def names() -> tuple[frozenset[str], frozenset[str], dict[str, tuple[tuple[str, ...], ...]]]:
    """Return what is not sentiment: words always, words inside a name, and phrases by their first word."""
    words, inside, phrases = set(), set(), {}
    for row in lexicon("not_sentiment"):
        form = tuple(inflection.bare(word) for word in folded(row["form"]).split())
        if row["kind"] == "word":
            words.add(folded(row["form"]))
        elif row["kind"] == "name":
            inside.add(folded(row["form"]))
        else:
            phrases.setdefault(form[0], []).append(form)
    return (
        frozenset(words),
        frozenset(inside),
        {first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in phrases.items()},
    )


@cache
def given_names() -> frozenset[str]:
    """Return given names, folded."""
    return frozenset(folded(row["name"]) for row in lexicon("given_names"))


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """Return the evaluation frames by every form of their words, without proclitic and article."""
    table: dict[str, list[Frame]] = {}

    def add(form: str, frame: Frame) -> None:
        rows = table.setdefault(form, [])
        if frame not in rows:
            rows.append(frame)

    for row in lexicon("frames_of_evaluation"):
        slot, _, needs = folded(row["frame"]).partition("+")
        sign = int(row["sign"])
        frame = Frame(row["lemma"], slot, needs, sign, row["where"] == "any")
        for base in _parts(row["perfect"]):
            for form in inflection.perfect_forms(base):
                add(form, frame)
        for base in _parts(row["imperfect"]):
            for form in inflection.imperfect_forms(base):
                add(form, frame)
        for base in _parts(row["participle"]):
            add(base + "ا", frame)
            add(base + "ة", frame)
            add(base + "ين", frame)
            add(base, frame)
        for base in _parts(row["noun"]):
            for form in inflection.noun_forms(base):
                add(form, frame)
    return {form: tuple(rows) for form, rows in table.items()}


@cache
def entry_of(word: str) -> Entry | None:
    """Return the entry of a folded word, None where it has none. The reading that takes least off the word wins."""
    cores = inflection.cores(word)
    if any(core in names()[0] for core in cores):
        return None
    # المهم is 'the important', not 'their pain': with an article a word is read without it first.
    plain = inflection.bare(word)
    if plain != word and plain in nouns():
        return nouns()[plain]
    found = verbs().get(word), nouns().get(word)
    best = max((entry for entry in found if entry), key=lambda entry: entry.weight, default=None)
    if best:
        return best
    for core in inflection.verb_cores(word)[1:]:
        if core in verbs():
            return verbs()[core]
    return next((nouns()[core] for core in cores[1:] if core in nouns()), None)
