"""Scores of one article: counts that add up over articles, so that intervals can resample articles.

Matching is one to one, best overlap first. Criteria: Jaccard ≥ .5 of content tokens; GenderGapTracker's overlap
divided by the length of the gold content, > .3 and > .8 (asymmetric: content that is too long passes);
exact: both ends within one token. A speaker is right where the two names are one, or one holds the other and at
most three further words beside titles.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from analysis.text import key

TOKEN = re.compile(r"\w+")
TITLES = frozenset(
    w.removeprefix("ال")
    for w in key(
        "رئيس وزير وزيرة وزراء سمو صاحب الملكي امير الدكتور د المتحدث باسم الناطق الرسمي مدير العام عام نائب ولي العهد خادم الحرمين "
        "الشريفين السيد السيدة الشيخ المهندس اللواء الجنرال العقيد العميد قائد مسؤول مصدر مصادر الخارجية الدفاع الداخلية السابق الحالي في من على"
    ).split()
)


def name_tokens(name: str | None) -> frozenset[str]:
    """Return the words of a name with spelling variants and articles folded."""
    return frozenset(t[2:] if t.startswith("ال") and len(t) > 4 else t for t in TOKEN.findall(key(name or "")))


def same_name(one: str | None, other: str | None) -> bool:
    """Say whether two names denote the same actor; no name agrees only with no name."""
    a, b = name_tokens(one), name_tokens(other)
    if not a or not b:
        return not a and not b
    small, large = sorted((a, b), key=len)
    return small == large or (small <= large and bool(small - TITLES) and len(large - small - TITLES) <= 3)


def tokens(text: str, spans: list) -> list[int]:
    """Return the offsets at which the tokens inside the spans begin, in order."""
    return [m.start() for start, end in spans for m in TOKEN.finditer(text, start, end)]


def match(gold: list[set], predicted: list[set], measure, least: float, strict: bool) -> list[tuple[int, int]]:
    """Return pairs (gold, predicted), one to one, best first, whose overlap reaches `least` (strictly above if `strict`)."""
    rows = sorted(
        ((measure(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted) if g & p),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    pairs, used = [], set()
    for value, i, j in rows:
        if (value > least or not strict and value >= least) and ("g", i) not in used and ("p", j) not in used:
            pairs.append((i, j))
            used |= {("g", i), ("p", j)}
    return pairs


def jaccard(gold: set, predicted: set) -> float:
    return len(gold & predicted) / len(gold | predicted)


def covered(gold: set, predicted: set) -> float:
    return len(gold & predicted) / len(gold)


def article_counts(truth: dict, guess: dict, text: str) -> Counter:
    """Return the counts of one article: gold, predicted and hits of every criterion, in all and by groups.

    Groups are (name, value) with hits against their own gold or predicted totals: type, cue rule, outlet.
    """
    n: Counter = Counter()
    gold, predicted = truth["statements"], guess["statements"]
    g = [set(tokens(text, s["content"])) for s in gold]
    p = [set(tokens(text, s["content"])) for s in predicted]
    n["gold"], n["predicted"] = len(gold), len(predicted)
    inside_g, inside_p = set().union(*g), set().union(*p)
    n["token gold"], n["token predicted"], n["token hit"] = len(inside_g), len(inside_p), len(inside_g & inside_p)
    starts = [m.start() for m in TOKEN.finditer(text)]
    for name, least in (("overlap .3", 0.3), ("overlap .8", 0.8)):
        n[name] = len(match(g, p, covered, least, True))
    for s in gold:
        n["gold", "type", s["type"]] += 1
        n["gold", "source", _expressed(s)] += 1
    for s in predicted:
        n["predicted", "rule", s["rule"]] += 1
    for i, j in match(g, p, jaccard, 0.5, False):
        a, b = gold[i], predicted[j]
        right = same_name(a["speaker"], b["speaker"])
        # The word that holds each end: offsets of other people's annotations may fall inside one.
        ends = [sorted(bisect_right(starts, t) for t in some) for some in (g[i], p[j])]
        n["statement"] += 1
        n["attributed"] += right
        n["exact"] += abs(ends[0][0] - ends[1][0]) <= 1 and abs(ends[0][-1] - ends[1][-1]) <= 1
        n["type"] += a["type"] == b["type"]
        for group, value in (("type", a["type"]), ("source", _expressed(a)), ("rule", b["rule"])):
            n["statement", group, value] += 1
            n["attributed", group, value] += right
        n["polarity", a.get("polarity"), b.get("polarity")] += 1
        n["when gold"] += bool(a.get("when"))
        n["when predicted"] += bool(b.get("when"))
        n["when"] += bool(a.get("when")) and a.get("when") == b.get("when")
    if not gold:
        n["quiet"], n["quiet false"] = 1, len(predicted)
    _dates(n, truth["dates"], guess["dates"])
    return n


def _expressed(statement: dict) -> str:
    return "named near the cue" if statement.get("source") else "no expressed source"


def _dates(n: Counter, gold: list[dict], predicted: list[dict]) -> None:
    n["date gold"], n["date predicted"] = len(gold), len(predicted)
    free = list(predicted)
    for date in gold:
        near = [d for d in free if d["span"][0] < date["span"][1] and date["span"][0] < d["span"][1]]
        near.sort(key=lambda d: d["value"] != date["value"])
        if near:
            free.remove(near[0])
            n["date span"] += 1
            n["date"] += near[0]["value"] == date["value"]
