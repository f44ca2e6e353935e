"""Where open content ends: a linear model over the places where it may.

`boundaries.end` proposes one end by rule; this module lists the others that the sentence offers (marks, connectives,
verbs after و, other cues) and ranks them. The weights in lexicons/endings.tsv come from annotated articles
(benchmarks/train_models.py): a conditional logit over the places of each statement.
"""

from __future__ import annotations

from functools import cache

from analysis.statements import boundaries, linear, phrases
from analysis.statements.cues import readings
from analysis.statements.drafts import Draft
from analysis.statements.objects import is_content_noun, is_masdar
from analysis.statements.words import bare, head_of, is_definite
from analysis.text.document import Document

# Words before which content may end though no mark stands there.
CONNECTIVES = frozenset(
    "كما فيما بينما لكن ولكن حيث وقد وكان وكانت وهو وهي وهم بعد قبل خلال منذ في من على عن الى مع عقب اثر بسبب رغم وذلك "
    "وهذا وهذه وفي ومن وعلى ثم حتى اذ اذا لان مما ما الذي التي الذين وكذلك واضافة اضافة فضلا وسط ضد دون غير الا وفق وفقا "
    "غداة قبيل حين عندما بعدما اثناء نتيجة ردا بل حسب بحسب بشان حول عبر لدى ضمن فان فقد ردا تعليقا امس اليوم يوم وان وانه بان ان وسيتم وتم قائلا وقال نقلا".split()
)
OPENING = frozenset(("participle", "cue after و", "verb after و", "verb after و f", "cue", "verb", "verb f"))
MOST = 90  # places that are looked at
RELATIVES = phrases.RELATIVES | {"والذي", "والتي", "والذين"}


def weights() -> dict[str, float]:
    """Return the weight of each feature."""
    return linear.weights("endings")


def end(document: Document, draft: Draft, limit: int, rule: int, cues: dict[int, Draft]) -> int:
    """Return the end of an open draft's content.

    Args:
        limit: the end of the sentence; rule: the end by rule; cues: the statements by the token of their cue; open content follows its own.
    """
    table = weights()
    options = list(places(document, draft, limit, rule, cues))
    if not table or len(options) < 2:
        return rule
    return max(options, key=lambda option: (linear.score(table, option[1]), -option[0]))[0]


def places(document: Document, draft: Draft, limit: int, rule: int, cues: dict[int, Draft]):
    """Yield each place where the content may end, moved back over marks, with its features."""
    words, depths = document.words, document.depths
    first, depth = draft.content[0][0], depths[draft.cue[0]]
    inside = {"relative": 0, "verb": 0, "commas": 0, "parenthesis": 0}
    seen: set[int] = set()
    at, count = first, 0
    for k in range(first + 1, limit + 1):
        if not (k == limit or depths[k] < depth or _may_end(document, k, depth, first, cues)):
            continue
        while at < k:
            _note(words, at, inside)
            at += 1
        place = boundaries.trim(document, first, k)
        if place > first and place not in seen:
            seen.add(place)
            count += 1
            yield place, features(document, draft, k, limit, place, rule, cues, inside)
        if k == limit or depths[k] < depth or count > MOST:
            break


def _may_end(document: Document, k: int, depth: int, first: int, cues: dict[int, Draft]) -> bool:
    word = document.words[k]
    if document.depths[k] > depth and k not in cues:
        return False
    if k in document.closings or k - 1 in document.closings or k in cues:
        return True
    if word in phrases.COMMAS or word in CONNECTIVES or word in RELATIVES or word in "()–-" or word.startswith(".."):
        return True
    return word[0] == "و" and k - first > 3 or word in (".", "؟", "!", "\n") or kind_of(word) in OPENING


def _note(words: list[str], k: int, inside: dict[str, int]) -> None:
    word, kind = words[k], kind_of(words[k])
    inside["relative"] |= kind == "relative"
    inside["verb"] |= "verb" in kind or "cue" in kind
    inside["commas"] += word in phrases.COMMAS
    inside["parenthesis"] = word == "(" or inside["parenthesis"] and word != ")"


@cache
def kind_of(word: str) -> str:
    """Return a coarse class of a folded word, for what may begin at it."""
    if not word[0].isalnum():
        return "newline" if word == "\n" else word[:2]
    if word[0].isdigit():
        return "number"
    if word in phrases.COMPLEMENTIZERS:
        return "complementizer"
    if word in RELATIVES:
        return "relative"
    found = readings(word)
    if any(form.shape == "participle" for form, _ in found):
        return "participle"
    if any(form.shape == "verb" and proclitic for form, proclitic in found):
        return "cue after و"
    if phrases.is_verb(word) and any(form.shape == "verb" for form, _ in found):
        return "cue"
    feminine = " f" if word.lstrip("وف").startswith("ت") or word.endswith("ت") else ""
    if word[0] in "وف" and len(word) > 3 and boundaries.is_finite(word):
        return "verb after و" + feminine
    if phrases.is_verb(word):
        return "verb" + feminine
    if word in phrases.ADJUNCTS:
        return "adjunct"
    head = head_of(word)
    if head is not None:
        return "head " + head.kind
    if word[0] == "و" and len(word) > 3:
        rest = word[1:]
        if head_of(rest) is not None:
            return "و head " + head_of(rest).kind
        if rest.startswith("ال"):
            return "و definite"
        return "و verbal noun" if is_masdar(rest) or bare(rest) in phrases.content_nouns() else "و other"
    if is_definite(word):
        return "definite"
    if is_masdar(word) or is_content_noun(word):
        return "verbal noun"
    if word[0] in "بل":
        return word[0]
    return "name" if phrases.is_name(word) else "other"


def features(
    document: Document, draft: Draft, k: int, limit: int, place: int, rule: int, cues: dict[int, Draft], inside: dict
) -> set[str]:
    """Return the features of ending before token `k`."""
    words = document.words

    def word(i: int) -> str:
        return words[i].replace("\n", "newline") if i < limit else "limit"

    def kind(i: int) -> str:
        return kind_of(words[i]) if i < limit else "limit"

    first = draft.content[0][0]
    how = draft.rule.split("+")[-1]
    how = {"preposition": "indirect object", "attached": "indirect object"}.get(how, how)
    comma = k < limit and words[k] in phrases.COMMAS
    j = k + 1 if comma or word(k) in ("-", "–") else k
    mark = "comma" if comma else "dash" if j > k else "none"
    k0, k1, w1, w2 = kind(k), kind(j), word(j), word(j + 1)
    length, rest = place - first, limit - k
    size = min(8, length.bit_length() * 2 - (length & (length >> 1) == 0))
    left = 0 if rest == 0 else 1 if rest < 4 else 2 if rest < 10 else 3 if rest < 25 else 4
    side = "rule" if place == rule else "before" if place < rule else "after"
    found = [
        f"{how} {mark}", f"{mark} {k1}", f"{how} {mark} {k1}", f"{mark} {w1}", f"{mark} {w1} {w2}", f"{how} {mark} {w1}",
        f"{mark} {k1} {kind(j + 1)}", f"length {size} {how}", f"length {size} {mark} {k1}", f"left {left} {how}",
        f"last {kind(place - 1)} {mark}", f"last word {word(place - 1)}", f"{side}", f"{side} {how}", f"{side} {mark} {k1}", f"{side} {mark} {w1}",
        f"{side} {how} {mark} {k1}", f"relative {inside['relative']} {mark} {k1}", f"verb {inside['verb']} {how} {mark}",
        f"commas {min(3, inside['commas'])} {how} {mark}", f"parenthesis {bool(inside['parenthesis'])}",
        f"act {draft.form.act if draft.form else None} {mark} {k1}", f"verb {inside['verb']} {how} {k0 == 'limit'}",
    ]  # fmt: skip
    if k0 == "limit":
        found.append(f"limit {how}")
    other = cues.get(j) or cues.get(k)
    if other is not None:
        form = other.form
        found += [f"cue {other.rule}", f"cue {other.breaks} {how}", f"cue {form.shape if form else None} {mark}", f"cue source {other.source is not None}"]
        found.append(f"cue {form.lemma if form else w1} {mark}")
        if form and draft.form:
            found.append(f"cue agrees {form.gender == draft.form.gender} {other.source is not None} {mark}")
            found.append(f"cue tense {form.imperfect} {draft.form.imperfect} {mark} {how}")
    near = next((i for i in range(j + 1, min(limit, j + 5)) if i in cues), None)
    if other is None and near is not None:
        ahead = cues[near]
        found += [f"cue in {near - j} {mark} {k1}", f"cue in {near - j} {ahead.rule} {ahead.source is not None}", f"cue near {mark} {w1}"]
    if k1 in OPENING and k < limit:
        found += [f"opens {k1} {mark} {kind(k - 1)}", f"opens {k1} {mark} {how} {inside['verb']}"]
    if draft.form is not None and ("verb" in k1 or "cue" in k1):
        feminine = w1.lstrip("وف").startswith("ت") or w1.endswith("ت")
        found += [f"verb agrees {feminine == (draft.form.gender == 'f')} {how} {mark}", f"verb in relative {inside['relative']} {how} {mark} {k1}"]
    if draft.parent is not None:
        found.append(f"nested {mark} {k1}")
    found.append(f"narrator {boundaries.narrates(document, j)} {how}" if j < limit else "narrator at limit")
    return set(found)
