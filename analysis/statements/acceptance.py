"""Whether a possible statement is one: a linear model over what its sentence shows.

The candidates come from the cues and their doubts; the weights in lexicons/acceptance.tsv come from annotated articles
(benchmarks/train_acceptance.py): logistic regression with L2 penalty. A feature is a short string; what it says is
told where it is made.
"""

from __future__ import annotations

from math import exp

from analysis.statements import linear, phrases, subjects
from analysis.statements.cues import readings
from analysis.statements.doubts import MODALS
from analysis.statements.drafts import Draft
from analysis.statements.objects import is_content_noun, is_masdar
from analysis.statements.words import bare, head_of, is_definite
from analysis.text.document import Document

# Candidates below are no statements. Chosen in cross-validation for the best F1, together with the penalty.
THRESHOLD = 0.45
FIRST_PERSON = frozenset("انا اننا اني انني نحن لنا لي عندي اعتقد اظن اقول قلت كنت كنا نريد نحتاج لدينا عندنا علينا يا".split())


def weights() -> dict[str, float]:
    """Return the weight of each feature."""
    return linear.weights("acceptance")


def probability(features: set[str]) -> float:
    """Return how likely a candidate with these features is a statement, 0 to 1."""
    table = weights()
    return 1 / (1 + exp(-linear.score(table, features)))


def kind_of(words: list[str], i: int) -> str:
    """Return a coarse class of the word at token `i`."""
    if i >= len(words) or i < 0:
        return "none"
    word = words[i]
    if not word[0].isalnum():
        return "newline" if word == "\n" else "mark " + word[0]
    if word[0].isdigit():
        return "number"
    if word in phrases.COMPLEMENTIZERS:
        return "complementizer"
    if word in phrases.RELATIVES:
        return "relative"
    head = head_of(word)
    if head is not None:
        return "head " + head.kind
    if word in phrases.state_names():
        return "state"
    if word in phrases.given_names():
        return "given name"
    if word in phrases.ADJUNCTS:
        return "adjunct"
    if is_content_noun(word):
        return "content noun"
    if is_masdar(word):
        return "verbal noun"
    if phrases.is_name(word):
        return "name"
    if any(form.shape == "verb" for form, _ in readings(word)) or phrases.is_verb(word):
        return "verb"
    if is_definite(word):
        return "definite"
    if word[0] in "وفبلك" and len(word) > 3:
        return "proclitic " + word[0]
    return "plain"


def tense_of(form) -> str:
    return "none" if form is None else "imperfect" if form.imperfect else "perfect"


def article_features(document: Document) -> list[str]:
    """Return what the whole article shows of its kind: news with many cues, a column, sport."""
    words = document.words
    n = max(1, len(words))
    cues = sum(1 for k, w in enumerate(words) if w in phrases.COMPLEMENTIZERS and k > 1 and any(
        f.shape == "verb" for j in range(max(0, k - 6), k) for f, _ in readings(words[j])))
    density = 1000 * cues / n
    person = 1000 * sum(w in FIRST_PERSON for w in words) / n
    asks = 1000 * sum(w in "؟!" for w in words) / n
    return [
        f"article cues {min(4, int(density / 5))}",
        f"article first person {min(4, int(person / 3))}",
        f"article asks {min(4, int(asks / 4))}",
        f"article quotes {min(3, len(document.quotations) * 300 // n)}",
        f"article length {min(4, n // 150)}",
    ]


def features(document: Document, draft: Draft, article: list[str]) -> set[str]:
    """Return the features of a candidate."""
    words, i = document.words, draft.cue[0]
    form = draft.form
    how = draft.rule
    lemma = form.lemma if form else words[i]
    act = form.act if form else "none"
    shape = form.shape if form else "none"
    first = draft.content[0][0]
    source = draft.source
    start, last = document.sentence_of(i)
    found = ["bias", how, f"lemma {lemma}", f"lemma {lemma} {how}", f"act {act} {how}"]
    for note in sorted(set(draft.notes)):
        found += [f"doubt {note}", f"doubt {note} {how}", f"doubt {note} {lemma}"]
    if not draft.notes:
        found += ["no doubt", f"no doubt {how}"]
    found += [f"rank {draft.rank} {how}", f"rank {draft.rank} of {len(draft.rivals) + 1}"]
    found += [f"rival {rival} {how} {draft.rank}" for rival in draft.rivals]
    found.append(f"doubts {min(3, len(set(draft.notes)))}")
    if form:
        tense = "imperfect" if form.imperfect else "perfect"
        proclitic = words[i][0] in "وف" and any(p for _, p in readings(words[i]))
        found += [f"{shape} {tense} {how}", f"proclitic {proclitic} {how}", f"{shape} gender {form.gender}{form.number}", f"attached {bool(form.attached)} {how}", f"{tense} {lemma}"]
        found.append(f"proclitic {proclitic} {lemma}")
    before, after = kind_of(words, i - 1), kind_of(words, draft.cue[1])
    previous = words[i - 1].replace("\n", "newline") if i else "none"
    found += [f"before {before}", f"before {before} {shape}", f"before {before} {how}", f"after {after} {shape}", f"before word {previous}"]
    found += [f"two before {kind_of(words, i - 2)} {before}"]
    opening = kind_of(words, first)
    found += [f"content {opening} {how}", f"content {opening} {act}", f"content word {words[first].strip() or None} {how.split('+')[-1]}"]
    possessed = words[first].endswith(("ه", "ها", "هم")) and not is_definite(words[first])
    found += [f"content possessed {possessed} {how}", f"content possessed {possessed} {lemma}", f"content {opening} {lemma}"]
    found += [f"content {opening} second {kind_of(words, first + 1)}"]
    found += [f"content second {kind_of(words, first + 1)} {how}"]
    distance = first - draft.cue[1]
    found += [f"distance {min(7, distance // 2 if distance < 6 else 3 + distance // 8)} {how}"]
    if source is None:
        found += [f"no source {how}", f"no source {lemma}", f"no source {before} {shape}"]
    else:
        head = kind_of(words, source[0])
        plain = words[source[0]]
        found += [f"source {head} {lemma}", f"source {head} {act} {opening}"]
        found += [f"source {head}", f"source {head} {how}", f"source word {bare(plain)}", f"source {'before' if source[1] <= i else 'after'} {how}"]
        found += [f"source length {min(4, (source[1] - source[0]) // 2)} {shape}", f"source actor {subjects.is_actor(plain)} {how}", f"source actor {subjects.is_actor(plain)} {lemma}"]
        found += [f"source gap {min(3, first - source[1])} {how}"] if source[0] >= i else []
    found += [f"position {'opens' if i <= start + 1 else 'inside'} {how}", f"depth {min(1, document.depths[i])} {how}"]
    found += [f"rest {min(4, (last - first) // 4)} {how}"]
    here = words[i].strip() or "newline"
    found += [f"form {here}", f"form {here} {how}", f"form {previous} {here}", f"before {before} {lemma}", f"after word {words[draft.cue[1]].strip() if draft.cue[1] < len(words) else None} {shape}"]
    found += [f"last word {words[first - 1].strip()} {how}" if first > draft.cue[1] else f"at once {lemma}"]
    modal = any(w in MODALS for w in words[max(start, i - 4) : i])
    found += [f"modal {modal} {shape}", f"modal {modal} {how}"]
    told = next((k for k in range(i - 1, start, -1) if words[k] in phrases.COMPLEMENTIZERS), None)
    inside = "clause" if told is not None and not any(w in phrases.COMMAS for w in words[told:i]) else "after clause" if told is not None else "main"
    found += [f"inside {inside} {how}", f"inside {inside} {shape} {tense_of(form)}", f"inside {inside} {before}"]
    found += [f"paragraph {min(2, sum(1 for _, end in document.paragraphs[:2] if end <= i))} {how}"]
    k = next((k for k in range(i - 1, max(start, i - 6) - 1, -1) if words[k] in phrases.RELATIVES), None)
    if k is not None:
        found += [f"relative before {shape}", f"relative before {how}"]
    if any(words[k] in phrases.COMPLEMENTIZERS for k in range(max(start, i - 4), i)):
        found += [f"complementizer before {shape}", f"complementizer before {how}"]
    found += article + [f"{one} {shape}" for one in article] + [f"{one} {'clause' if 'clause' in how or 'quot' in how or 'colon' in how else 'other'}" for one in article]
    return set(found)
