"""Cues: the words that introduce a statement, in every form that Arabic gives them.

The table lexicons/cues.tsv lists lemmas; the forms are made from it here: perfect and imperfect in
gender and number, object pronouns, the participle in the accusative (مضيفا), the verbal noun (قوله).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from analysis.tables import lexicon
from analysis.text import fold

DUALS = frozenset("قال أكد أضاف أعلن شدد دعا اتفق أوضح أشار أعرب جدد بحث".split())
PRONOUNS = ("ه", "ها", "هم", "هما", "هن")


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a cue: its lemma's row and what the form says.

    Attributes:
        shape: verb, participle or noun.
        gender, number: of the subject: m/f, s/d/p (a verb before its subject is singular whatever follows).
        attached: an object pronoun is attached (اعتبرها) or, for nouns, the speaker's pronoun (قوله).
    """

    lemma: str
    act: str
    stance: str
    frames: frozenset[str]
    shape: str
    gender: str
    number: str
    attached: str = ""
    imperfect: bool = False


def _perfect(base: str) -> list[tuple[str, str, str]]:
    stem = base[:-1] if base[-1] in "ىا" else base
    masculine = base[:-1] + "ي" if base.endswith("ى") else base
    forms = [(base, "m", "s"), (stem + "ت", "f", "s"), (stem + "وا", "m", "p")]
    # A dual that is also a noun in the accusative (طالبا, وعدا) is left out: only these lemmas have theirs.
    return forms + ([(masculine + "ا", "m", "d"), (stem + "تا", "f", "d")] if base in DUALS else [])


def _imperfect(base: str) -> list[tuple[str, str, str]]:
    stem = base[:-1] if base[-1] in "يوى" else base
    forms = [(base, "m", "s"), ("ت" + base[1:], "f", "s"), (stem + "ون", "m", "p"), (base.replace("ى", "ي") + "ان", "m", "d")]
    return forms + [("س" + form, gender, number) for form, gender, number in forms]


def _participle(accusative: str) -> list[tuple[str, str, str]]:
    stem = accusative[:-1]
    plural = stem[:-1] if stem.endswith("ي") else stem
    return [(accusative, "m", "s"), (stem + "ة", "f", "s"), (plural + "ين", "m", "p"), (stem + "تين", "f", "d")]


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Return every folded form of every cue, without proclitics, with its readings."""
    table: dict[str, list[Form]] = {}

    def add(surface: str, row: dict, shape: str, gender: str, number: str, attached: str = "", imperfect: bool = False) -> None:
        frames = frozenset(frame for frame in row["frames"].split(",") if frame)
        form = Form(row["lemma"], row["act"], row["stance"], frames, shape, gender, number, attached, imperfect)
        readings = table.setdefault(fold(surface).text, [])
        if form not in readings:
            readings.append(form)

    for row in lexicon("cues"):
        frames = row["frames"]
        takes_object = any(frame in frames for frame in ("obj", "ب", "إلى")) and row["lemma"] != "أمل"
        for bases, inflect, imperfect in ((row["perfect"], _perfect, False), (row["imperfect"], _imperfect, True)):
            for base in filter(None, bases.split(",")):
                for surface, gender, number in inflect(base):
                    add(surface, row, "verb", gender, number, imperfect=imperfect)
                    if takes_object:
                        joint = surface[:-1] if surface.endswith("وا") else surface
                        for pronoun in PRONOUNS:
                            add(joint + pronoun, row, "verb", gender, number, pronoun, imperfect)
        for base in filter(None, row["participle"].split(",")):
            for surface, gender, number in _participle(base):
                add(surface, row, "participle", gender, number)
        for base in filter(None, row["masdar"].split(",")):
            add(base, row, "noun", "m", "s")
            add("ال" + base, row, "noun", "m", "s")
            joint = base[:-1] + "ت" if base.endswith("ة") else base
            for pronoun in PRONOUNS:
                add(joint + pronoun, row, "noun", "f" if pronoun == "ها" else "m", "p" if pronoun == "هم" else "s", pronoun)
    return {surface: tuple(readings) for surface, readings in table.items()}


@cache
def readings(word: str) -> tuple[tuple[Form, str], ...]:
    """Return the readings of a folded word as (form, proclitics), proclitics among و ف ب ل ك taken off.

    Verbs and participles take و and ف only; verbal nouns also ب ل ك.
    """
    found = [(form, "") for form in forms().get(word, ())]
    if len(word) > 2 and word[0] in "وف":
        found += [(form, word[0]) for form in forms().get(word[1:], ())]
    if len(word) > 3 and word[0] in "بلك":
        found += [(form, word[0]) for form in forms().get(word[1:], ()) if form.shape == "noun"]
    if len(word) > 4 and word[0] in "وف" and word[1] in "بلك":
        found += [(form, word[:2]) for form in forms().get(word[2:], ()) if form.shape == "noun"]
    return tuple(found)
