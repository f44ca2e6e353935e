"""The tables of the date tagger, read from `analysis/lexicons/*.tsv` and folded like the text they meet.

Every table is a TSV file with a header line that a linguist can edit; docs/dates.md is the codebook.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

from analysis.text import fold

ARTICLE = "ال"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the table `name` (without ".tsv") as dicts of strings, words as they are written.

    Raises:
        FileNotFoundError: no such table.
    """
    with (resources.files("analysis") / "lexicons" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def plain(word: str) -> str:
    """Return `word` in the spelling of a folded text."""
    return " ".join(fold(word).text.split())


@cache
def months() -> dict[str, tuple[str, int]]:
    """Return folded month name → (calendar, number 1 to 12)."""
    return {plain(r["name"]): (r["calendar"], int(r["month"])) for r in rows("months")}


@cache
def lone_months() -> frozenset[str]:
    """Return the folded month names that are no other word, so that they stand without day, year or relation."""
    return frozenset(plain(r["name"]) for r in rows("months") if r["stands_alone"] == "yes")


@cache
def weekdays() -> dict[str, int]:
    """Return folded weekday name → ISO weekday (1 Monday to 7 Sunday)."""
    return {plain(r["name"]): int(r["iso_weekday"]) for r in rows("weekdays")}


@cache
def words(kind: str) -> dict[str, str]:
    """Return folded word → value of one kind of dates_words.tsv (relation, offset, unit, edge, …)."""
    return {plain(r["word"]): r["value"] for r in rows("dates_words") if r["kind"] == kind}


@cache
def speech(kind: str) -> dict[str, str]:
    """Return folded word → group of one kind of dates_speech.tsv (occasion, meeting, other cue, …)."""
    return {plain(r["word"]): r["group"] for r in rows("dates_speech") if r["kind"] == kind}


@cache
def traps(kind: str) -> frozenset[str]:
    """Return the folded words of one kind of dates_traps.tsv."""
    return frozenset(plain(r["word"]) for r in rows("dates_traps") if r["kind"] == kind)


def _numbers(*kinds: str) -> dict[str, int]:
    return {plain(r["word"]): int(r["value"]) for r in rows("numbers") if r["kind"] in kinds}


@cache
def cardinals() -> dict[str, int]:
    """Return folded number words 1 to 99 → value; compounds are made from the units and the tens."""
    simple, tens = _numbers("cardinal"), _numbers("tens")
    found = {word: value for word, value in simple.items() if value < 100} | tens
    for unit, value in simple.items():
        if value < 10:
            found |= {f"{unit} و{ten}": value + more for ten, more in tens.items()}
    return found


@cache
def ordinals() -> dict[str, int]:
    """Return folded ordinals 1 to 31 (الأول … الحادي والثلاثين, غرة) → day of a month."""
    simple = {word: value for word, value in _numbers("ordinal").items() if not word.endswith(("ى", "ة"))}
    inside = simple | _numbers("ordinal in compounds")
    found = simple | _numbers("first of a month")
    for unit, value in inside.items():
        if value < 10:
            found |= {f"{unit} {ten}": 10 + value for ten in ("عشر", "عشرة")}
            for ten, more in _numbers("tens").items():
                for joined in (f"{unit} و{ARTICLE}{ten}", f"{unit} و {ARTICLE}{ten}"):
                    if value + more <= 31:
                        found[joined] = value + more
    found |= {ARTICLE + ten: value for ten, value in _numbers("tens").items() if value <= 30}
    return found


@cache
def years_in_words() -> dict[str, int]:
    """Return folded years written out (ألفين وخمسة عشر، ألف وتسعمائة وتسعين), 1900 to 2099 → value."""
    hundreds = {w: v for w, v in _numbers("cardinal").items() if v == 900}
    below = cardinals()
    found: dict[str, int] = {}
    for word, value in _numbers("cardinal").items():
        if value == 2000:
            found[word] = 2000
            found |= {f"{word} و{rest}": 2000 + more for rest, more in below.items()}
        elif value == 1000:
            for hundred in hundreds:
                stem = f"{word} و{hundred}"
                found[stem] = 1900
                found |= {f"{stem} و{rest}": 1900 + more for rest, more in below.items()}
    return found


def alternatives(strings: Iterable[str]) -> str:
    """Return a pattern for any of `strings`, built as a trie: its cost does not grow with their number.

    The longest string wins; there are no groups in it that capture.
    """
    root: dict = {}
    for string in strings:
        node = root
        for letter in string:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict) -> str:
    ends = "" in node
    choices = [re.escape(letter) + _branch(child) for letter, child in node.items() if letter]
    if not choices:
        return ""
    if all(len(node[letter]) == 1 and "" in node[letter] for letter in node if letter) and len(choices) > 1:
        body = "[" + "".join(re.escape(letter) for letter in node if letter) + "]"
    elif len(choices) == 1 and not ends:
        return choices[0]
    else:
        body = "(?:" + "|".join(choices) + ")"
    return body + "?" if ends else body
