"""Features: what a model sees of a statement. No word of it, and above all no name: only the lexicon's families,
their shifters, the speech act, and the form of the passage."""

from __future__ import annotations

from itertools import pairwise
from math import log1p, sqrt

from analysis.sentiment import lexicon
from analysis.sentiment.hits import Hit
from analysis.sentiment.passage import STOPS, Passage

MOST = 3.0  # the fourth word of a family adds nothing
FIRST_PERSON = frozenset("نحن اننا انا انني لدينا علينا لنا بلدينا بيننا".split())
OBLIGATION = frozenset("يجب ينبغي ضرورة وضرورة بضرورة وجوب لابد يتعين يلزم".split())
ASKING = frozenset("هل لماذا كيف اين ماذا متى".split())
# Small words that carry tone without being evaluative: refusal (لن), failure (لم), contrast, condition, only.
FORMS = {
    "did not": frozenset("لم".split()),
    "will not": frozenset("لن".split()),
    "is not": frozenset("ليس ليست ليسوا لسنا لست لا".split()),
    "but": frozenset("لكن بل الا ولكنها ولكنه لكنها لكنه".split()),
    "if": frozenset("اذا لو".split()),
    "against": frozenset("ضد ضده ضدها بحق".split()),
    "because": frozenset("بسبب جراء نتيجة لان لانها لانه".split()),
    "they": frozenset("هم انهم بانهم هؤلاء اولئك".split()),
    "for": frozenset("لصالح لخدمة خدمة".split()),
    "all": frozenset("جميع كافة كل مختلف".split()),
}
COMPLEMENTIZERS = frozenset("ان انه انها انهم بان بانه بانها بانهم انني اننا".split())
PROCEDURE = frozenset("تم سيتم يتم تمت ستتم تتم ستبدا سيبدا بدا بدات انه".split())
# Speech acts are coarse: these lemmas of one act mean opposite things for tone.
REFUSALS = frozenset("رفض عارض شكك تحفظ".split())
EXPRESSIONS = frozenset("أعرب عبر أبدى".split())
CALLS = frozenset(("call for", "demand"))


def act(speech_act: str | None, cue_lemma: str | None) -> str:
    """Return the speech act as the model knows it."""
    if cue_lemma in EXPRESSIONS:
        return "express"
    if speech_act == "deny":
        return "refuse" if cue_lemma in REFUSALS else "deny"
    if cue_lemma == "أسف":
        return "regret"
    if speech_act in CALLS:
        return "call"
    return speech_act or "none"


def features(
    passage: Passage,
    hits: list[Hit],
    speech_act: str | None = None,
    cue_lemma: str | None = None,
    type: str | None = None,
) -> dict[str, float]:
    """Return the named features of a statement; those that are 0 are left out."""
    found: dict[str, float] = {"bias": 1.0}

    def add(name: str, amount: float = 1.0) -> None:
        found[name] = found.get(name, 0.0) + amount

    add(f"act {act(speech_act, cue_lemma)}")
    if type == "direct":
        add("direct")
    positive = negative = 0.0
    for hit in hits:
        entry = hit.entry
        strength = max(abs(hit.value), 0.25 if entry.sign == 0 else 0.0)
        if hit.state == "negated":
            add(f"negated {'good' if entry.sign > 0 else 'bad'}", strength)
        elif hit.state in ("fought", "denied"):
            add(f"{hit.state} {'label' if entry.layer == 'naming' else 'word'}")
        elif entry.layer == "naming" and not (passage.quoted[hit.first] or type == "direct"):
            # Outside quotation marks a label may be the journalist's.
            add(f"{entry.family} (indirect)", strength)
        else:
            add(entry.family if hit.state != "obliged" else entry.family, strength)
        if entry.layer != "topic":
            positive += max(0.0, hit.value)
            negative += max(0.0, -hit.value)
        if hit.state == "obliged":
            add("obliged")
    length = sum(word not in STOPS for word in passage.words)
    for name in list(found):
        found[name] = min(found[name], MOST)
    scale = sqrt(max(length, 4))
    add("net", max(-1.5, min(1.5, (positive - negative) / scale)))
    add("only good", float(positive > 0 and negative == 0))
    add("only bad", float(negative > 0 and positive == 0))
    add("both", float(negative > 0 and positive > 0))
    add("none", float(negative == 0 and positive == 0))
    add("length", log1p(length) / 4)
    words = passage.words
    add("numbers", min(3, sum(word[0].isdigit() for word in words)) / 3)
    add("we", float(any(word in FIRST_PERSON or (word[0] == "و" and word[1:] in FIRST_PERSON) for word in words)))
    add("must", float(any(word in OBLIGATION or word[1:] in OBLIGATION for word in words)))
    add("procedure", float(any(word in PROCEDURE for word in words)))
    add("question", float("؟" in words or bool(ASKING.intersection(words))))
    add("exclaimed", float("!" in words))
    for name, forms in FORMS.items():
        count = sum(word in forms or (word[0] in "وف" and word[1:] in forms) for word in words)
        if count:
            add(name, min(2, count))
    add("must not", float(any(a in OBLIGATION and b in ("الا", "وقف") for a, b in pairwise(words))))
    add(
        "harm said of others",
        float(
            speech_act in ("assert", "add", "stress", None) and found.get("harm", 0) >= 1 and positive + negative > 0
        ),
    )
    if words:
        add("clause", float(words[0] in COMPLEMENTIZERS))
    return {name: value for name, value in found.items() if value}


def with_cue(found: dict[str, float], cue_lemma: str | None) -> dict[str, float]:
    """Return the features with the cue as one more word and without its act: what a whole sentence shows."""
    entry = lexicon.entry_of(lexicon.folded(cue_lemma)) if cue_lemma else None
    out = {name: value for name, value in found.items() if not name.startswith("act ")}
    if entry is not None:
        out[entry.family] = min(MOST, out.get(entry.family, 0.0) + entry.weight)
    return out
