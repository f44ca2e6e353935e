"""Which of several possible speakers said it: a linear model over candidates.

The sieves (`speakers`) propose an answer; this module lists whom else the text offers (the subject beside the verb, who
spoke before, who was named just before) and ranks them. The weights in lexicons/ranking.tsv come from annotated
articles (benchmarks/train_models.py): a conditional logit over the candidates of each statement.
"""

from __future__ import annotations


from analysis.statements import linear, phrases, subjects
from analysis.statements.cast import Speaker, surface
from analysis.statements.names import name_key
from analysis.statements.drafts import Draft
from analysis.statements.roles import EMPTY, fits, role_of, stem
from analysis.statements.silent import GOES_ON, TIE, agrees
from analysis.statements.words import FAMILY, RELATIVES, bare, head_of, is_definite

SURE = frozenset(("joint", "pair", "passive", "plural of respect"))  # sieves too rare to be weighed, and mostly right
MOST = 30  # so many persons of an article are compared with a description at most
AROUND = 9  # tokens on either side of a name that describe its bearer
SHARED = 0.6
RECENT = 5  # so many earlier speakers and persons are candidates at most


def weights() -> dict[str, float]:
    """Return the weight of each feature."""
    return linear.weights("ranking")


def best(resolver, draft: Draft, index: int, answer: Speaker | None, sieve: str) -> tuple[Speaker | None, str]:
    """Return the likeliest speaker and the sieve that proposed it ("ranking" where it is not the sieves' answer)."""
    if sieve in SURE or sieve == TIE:
        return answer, sieve
    offered = candidates(resolver, draft, index, answer)
    if len(offered) < 2:
        return answer, sieve
    table = weights()
    scores = [
        linear.score(table, features(resolver, draft, index, one, origins, answer, sieve))
        for one, origins in offered
    ]
    chosen = offered[max(range(len(scores)), key=lambda k: scores[k])][0]
    return (answer, sieve) if chosen is answer else (chosen, "ranking")


def candidates(resolver, draft: Draft, index: int, answer: Speaker | None) -> list[tuple[Speaker | None, set[str]]]:
    """Return whom the text offers as speaker, each once with where it was found; the sieves' answer comes first."""
    found: list[tuple[Speaker | None, set[str]]] = [(answer, {"answer"})]

    def offer(speaker: Speaker | None, origin: str) -> None:
        if speaker is None:
            return
        for one, origins in found:
            if one is speaker or one is not None and one.name == speaker.name:
                origins.add(origin)
                return
        found.append((speaker, {origin}))

    document, words = resolver.document, resolver.document.words
    cue, first = draft.cue, draft.content[0][0]
    resolver.people.closed = True
    if draft.source is not None:
        offer(resolver.of_source(*draft.source, draft.form)[0], "source")
        last = draft.source[1]
        kin = bare(words[draft.source[0]]) in FAMILY and not any(w in phrases.COMMAS for w in words[draft.source[0] : last])
        for at, person in _named_between(resolver, draft.source[0], min(len(words), last + 8)):
            if not (kin and at < last):  # زوجة الشهيد أحمد المرواني is not he
                offer(person, "named in source" if at < last else "named after source")
    if draft.form is not None and draft.form.shape == "verb":
        after = phrases.subject(document, cue[1], max(cue[1] + 1, first))
        if after is not None and after != draft.source:
            offer(resolver.of_source(*after, draft.form)[0], "subject after")
        before = subjects.subject_before(document, cue[0], "")
        if before is not None and before != draft.source:
            offer(resolver.of_source(*before, draft.form)[0], "subject before")
        noun = noun_before(document, cue[0])
        if noun is not None and noun not in (before, draft.source):
            offer(resolver.of_source(*noun, draft.form)[0], "noun before")
        if draft.source is None:
            between = plain_after(words, cue[1], first)
            if between is not None:
                offer(_as_written(resolver, *between), "words after")
    sentence = resolver.sentence(cue[0])
    for _, speaker, said in resolver.before(draft, index, sentence)[:4]:
        offer(speaker, "said in sentence" if said else "subject in sentence")
    for speaker in resolver.recent()[:RECENT]:
        offer(speaker, "earlier speaker")
    for person in resolver.people.recent(cue[0])[:RECENT]:
        offer(person, "named before")
    if draft.source is not None:
        comma = next((k for k in range(draft.source[0] + 2, min(draft.source[1], draft.source[0] + 5)) if words[k] in phrases.COMMAS), None)
        if comma is not None:
            offer(_as_written(resolver, draft.source[0], comma), "before the comma")
        for tail in [] if kin else tails(words, *draft.source):
            offer(_as_written(resolver, tail, draft.source[1]), "end of source")
        if index < 4 and not is_definite(words[draft.source[0]]):
            for person in resolver.people.all[:MOST]:
                if person.roles and person.at > draft.source[1]:
                    offer(person, "named later")  # كشف مسؤول سوداني …: the lead keeps the name for the next paragraph
                    break
        wanted = stems(words, *draft.source)
        for person in resolver.people.all[:MOST]:
            if wanted and described(resolver, person, wanted) >= SHARED:
                offer(person, "described alike")
    if draft.parent is not None:
        inner = resolver.inner_subject(draft)
        offer(inner, "subject of the clause")
    resolver.people.closed = False
    return found


def stems(words: list[str], first: int, last: int) -> frozenset[str]:
    """Return the stems of the words that can tell one office from another."""
    return frozenset(stem(w) for w in words[first:last] if w[0].isalpha() and len(w) > 2 and w not in EMPTY)


def described(resolver, person: Speaker, wanted: frozenset[str]) -> float:
    """Return the share of a source's stems that stand around one of a person's names, 0 to 1."""
    words, best = resolver.document.words, 0.0
    for at in person.mentions[:6]:
        around = resolver.described.get(at)
        if around is None:
            around = resolver.described[at] = stems(words, max(0, at - AROUND), min(len(words), at + AROUND))
        best = max(best, len(wanted & around) / len(wanted))
    return best


def noun_before(document, i: int) -> tuple[int, int] | None:
    """Return the noun phrase right before a verb, or before the الذي before it: the longest run that one head begins."""
    words = document.words
    last = i
    while last and (words[last - 1] in RELATIVES or words[last - 1] in BETWEEN or words[last - 1] in phrases.COMMAS):
        last -= 1
    first = last
    for k in range(last - 1, max(-1, last - 10), -1):
        word = words[k]
        if not word[0].isalpha() and k not in document.openings and k not in document.closings or word in STOPS:
            break
        if head_of(word) is not None or phrases.is_name(word) or word in phrases.state_names():
            first = k
    return (first, last) if first < last else None


BETWEEN = frozenset("قد كان كانت لا لم كانوا ايضا".split())
STOPS = frozenset("في من الى على عن مع ان بان وان فان انه بعد قبل خلال و".split()) | phrases.COMPLEMENTIZERS


def tails(words: list[str], first: int, last: int) -> list[int]:
    """Return where a name of unlisted words may begin at the end of a source: after its last comma or definite word."""
    found = []
    for k in range(last - 2, max(first, last - 5), -1):
        before = words[k - 1]
        if not words[k][0].isalpha() or is_definite(words[k]) or head_of(words[k]) is not None:
            continue
        if before in phrases.COMMAS or is_definite(before) or not before[0].isalnum():
            found.append(k)
    return found[-2:]


def plain_after(words: list[str], first: int, last: int) -> tuple[int, int] | None:
    """Return the words right after a cue up to an adjunct or the content, where they are few."""
    end = first
    while end < last and end < first + 9 and (words[end][0].isalnum() or words[end] == "%") and words[end] not in phrases.ADJUNCTS:
        if words[end] in phrases.COMPLEMENTIZERS or words[end] in RELATIVES:
            break
        end += 1
    return (first, end) if first < end < first + 9 else None


def _as_written(resolver, first: int, last: int) -> Speaker | None:
    """Return a speaker named by the words as they stand."""
    words = resolver.document.words
    keys = name_key([w for w in words[first:last] if w[0].isalnum()])
    if not keys:
        return None
    known = resolver.people.named(keys, first + 1)
    if known is not None:
        return known
    name = surface(resolver.document, first, last)
    plural = words[first].endswith(("ون", "ين", "ات"))
    head = head_of(words[first])
    kind = head.kind if head else "group" if plural else "person"
    same = resolver.known(name, kind)
    return same or Speaker(name, kind, head.gender if head else "m", "p" if plural else "s", keys, at=first)


def kind_of_head(word: str) -> str:
    head = head_of(word)
    return head.kind if head else "none"


def _named_between(resolver, first: int, last: int) -> list[tuple[int, Speaker]]:
    mentions = resolver.people.mentions
    return [(at, person) for at, person in mentions if first <= at < last]


def features(
    resolver, draft: Draft, index: int, one: Speaker | None, origins: set[str], answer: Speaker | None, sieve: str
) -> set[str]:
    """Return the features of one candidate for one statement."""
    cue, words, form = draft.cue[0], resolver.document.words, draft.form
    shape = form.shape if form else "none"
    source = "source" if draft.source is not None else "silent"
    if one is None:
        return {"nobody", f"nobody {source}", f"nobody {sieve}"}
    rule = sieve if answer is not None else "none"
    is_answer = one is answer
    found = [f"answer {is_answer} {rule}", f"answer {is_answer} {source} {shape}", f"answer {is_answer} {rule} {shape}"]
    found += [f"origin {origin} {source}" for origin in origins]
    found += [f"origin {origin} {rule}" for origin in origins]
    found += [f"origin {origin} {shape} {source}" for origin in origins]
    fit = agrees(one, form) if form is not None else True
    found += [f"agrees {fit} {source} {shape}", f"agrees {fit} {source} {is_answer}", f"agrees {fit} {rule}"]
    found += [f"kind {one.kind} {source}", f"kind {one.kind} {form.act if form else None}", f"kind {one.kind} {is_answer} {rule}"]
    said = [s for s in resolver.said[max(0, index - 12) : index] if s is not None]
    order = list({id(s): s for s in reversed(said)}.values())
    rank = next((k for k, s in enumerate(order) if s is one), None)
    rank = "none" if rank is None else min(3, rank)
    found += [f"rank {rank} {source}", f"rank {rank} {shape} {source}", f"rank {rank} {is_answer} {rule}"]
    last = one.last_before(cue)
    here = resolver.sentence(cue)
    distance = "never" if last < 0 else min(5, here - resolver.sentence(last))
    found += [f"distance {distance} {source}", f"distance {distance} {shape} {source}", f"distance {distance} {one.kind} {source}"]
    paragraph = last >= 0 and resolver.document.paragraph_of(last) == resolver.document.paragraph_of(cue)
    found.append(f"paragraph {paragraph} {source}")
    found += [f"spoke {min(3, len(one.spoken))} {source}", f"named {min(4, len(one.mentions))} {source} {one.kind}"]
    found += [f"sure {one.sure} {source} {one.kind}", f"role known {bool(one.roles)} {source} {one.kind}"]
    if form is not None:
        found.append(f"goes on {form.lemma in GOES_ON} {rank} {source}")
        if source == "silent":
            found.append(f"{form.lemma} {rank}")
        found.append(f"imperfect {form.imperfect} {rank} {source}")
    if index and resolver.said[index - 1] is not None:
        other = resolver.found[index - 1]
        same = resolver.sentence(other.cue[0]) == here
        found.append(f"previous {resolver.said[index - 1] is one} {same} {shape} {source} {other.parent is not None} {draft.parent is not None}")
    if draft.parent is not None and draft.parent < index:
        parent = resolver.said[draft.parent]
        found += [f"parent {parent is one} {source}", f"parent {parent is one} {source} {is_answer}"]
        inner = last >= resolver.found[draft.parent].content[0][0]
        found.append(f"inside parent {inner} {source}")
    if draft.source is not None:
        first, end = draft.source
        inside = any(first <= at < end for at in one.mentions)
        tail = any(end <= at <= end + 2 for at in one.mentions)
        ends = any(first < at < end and end - at <= 6 and not any(w in RELATIVES for w in words[at:end]) for at in one.mentions)
        wanted = stems(words, first, end)
        share = described(resolver, one, wanted) if wanted else 0.0
        told = "none" if not wanted else "all" if share == 1 else "most" if share >= SHARED else "few"
        told += f" {min(3, len(wanted))}"
        found += [f"described {told} {one.kind} {is_answer}", f"described {told} {rule} {is_answer}"]
        found += [f"name ends source {ends} {is_answer} {rule}", f"addressed {form.lemma if form else None} {is_answer} {'first' if draft.cue[0] <= resolver.document.sentences[here][0] + 1 else 'later'}"]
        found.append(f"source word {words[first]} {is_answer}")
        later = "named later" in origins
        found += [f"named later {later} {kind_of_head(words[first])} {index == 0}", f"named later {later} {told}"]
        found.append(f"{form.act if form else None} {is_answer} {kind_of_head(words[first])} {rank}")
        found += [f"in source {inside} {is_answer}", f"right after source {tail} {is_answer} {rule}"]
        head = head_of(words[first])
        kind = head.kind if head else "none"
        found += [f"head {kind} {one.kind} {is_answer}", f"head {kind} {is_answer} {rule}", f"definite {is_definite(words[first])} {is_answer} {rule}"]
        if head is not None and head.kind == "person":
            role = role_of(words[first:end], resolver.people.places)
            fitting = role is not None and any(fits(role, known) for known in one.roles)
            found += [f"role fits {fitting} {is_answer}", f"role fits {fitting} {inside} {rule}"]
        found.append(f"source {'before' if end <= cue else 'after'} {is_answer} {draft.rule}")
    else:
        content = draft.content[0]
        found.append(f"in content {any(content[0] <= at < content[1] for at in one.mentions[:40])}")
        found.append(f"{draft.rule} {is_answer}")
    return set(found)
