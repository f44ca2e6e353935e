"""Spelling variants of names by rule. Everything here works on names folded by `analysis.text.key`.

Folding has already made one letter of أ إ آ ا, of ى ي, of ة ه, of ؤ و and of ئ ي. What is left is spacing
(عبد الله, عبدالله), the article of family names (البارزاني, بارزاني), and the letters and vowels in which
foreign names are written down (سيرغي, سيرجي).
"""

from __future__ import annotations

from functools import cache
from itertools import product

from analysis.tables import lexicon
from analysis.text import key

# A name doubles with every word that can be spelt in two ways; beyond this many the rest is not worth having.
LIMIT = 48
_FIRST_PARTS = ("عبد", "ابو", "ابي", "ابا")
_SECOND_PARTS = ("الله", "الدين", "الاسلام")


@cache
def pairs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what can stand for what in foreign names: letters with all their other spellings."""
    table: dict[str, list[str]] = {}
    for row in lexicon("transliterations"):
        table.setdefault(key(row["written"]), []).append(key(row["also"]))
    return tuple((written, tuple(also)) for written, also in table.items())


def spellings(name: str, *, person: bool = False, foreign: bool = False) -> list[str]:
    """Return the folded `name` and its variants, the name itself first.

    Args:
        name: a name, folded or not.
        person: a person's name, whose family name may lose or gain its article.
        foreign: a name from a language that Arabic transliterates in more than one way.
    """
    words = key(name).split()
    choices: list[list[str]] = []
    i = 0
    while i < len(words):
        joined, used = _spaced(words, i)
        last = i + used >= len(words)
        if len(joined) == 1 and person and last and len(words) > 1 and not foreign:
            joined = _article(words[i])
        elif len(joined) == 1 and foreign:
            joined = _transliterated(words[i])
        choices.append(joined)
        i += used
    found: dict[str, None] = {}
    for combination in product(*choices):
        found[" ".join(combination)] = None
        if len(found) >= LIMIT:
            break
    return list(found)


def _spaced(words: list[str], i: int) -> tuple[list[str], int]:
    """Return both spacings of the compound that begins at word `i`, and how many words it takes."""
    word = words[i]
    following = words[i + 1] if i + 1 < len(words) else ""
    if word in _FIRST_PARTS and following:
        return [f"{word} {following}", word + following], 2
    for part in _FIRST_PARTS:
        if word.startswith(part + "ال") and len(word) > len(part) + 3 or word == "عبدربه":
            return [word, f"{part} {word[len(part):]}"], 1
    if following in _SECOND_PARTS and len(word) > 2:
        return [f"{word} {following}", word + following], 2
    for part in _SECOND_PARTS:
        if word.endswith(part) and len(word) > len(part) + 1 and not word.startswith(_FIRST_PARTS):
            return [word, f"{word[: -len(part)]} {part}"], 1
    return [word], 1


def _article(word: str) -> list[str]:
    """Return a family name with and without article."""
    if word.startswith("ال") and len(word) > 4:
        return [word, word[2:]]
    # A first name has no article, and Nisba names are the ones that gain one.
    return [word, "ال" + word] if word.endswith("ي") and len(word) > 3 else [word]


def _transliterated(word: str) -> list[str]:
    """Return the spellings of one word of a foreign name: each pair replaced everywhere it stands."""
    found = {word: None}
    for written, also in pairs():
        for known in list(found):
            if len(found) >= 8:
                break
            if written in known[1 if len(written) == 1 and written in "وفبلك" else 0 :]:
                found.update(dict.fromkeys(known.replace(written, other) for other in also))
    return list(found)


def with_preposition(name: str) -> str | None:
    """Return `name` after the preposition لـ where that swallows the alef of its article (للسعودية), else None."""
    if not name.startswith("ال") or len(name) < 5:
        return None
    return "ل" + name[2:] if name[2] == "ل" else "لل" + name[2:]


_SKELETON = str.maketrans(
    {"غ": "ج", "ق": "ج", "ك": "ج", "ط": "ت", "ص": "س", "ث": "س", "ش": "س", "ذ": "د", "ض": "د", "ظ": "ز", "ڤ": "ف",
     "ا": "", "و": "", "ي": "", "ه": "", "ع": "", "ء": "", "ح": ""}
)


def skeleton(name: str) -> str:
    """Return the consonants of a foreign name, those that transliterations confuse made one, doubles single."""
    words = []
    for word in key(name).split():
        bare = (word[2:] if word.startswith("ال") and len(word) > 4 else word).replace("تش", "ش").translate(_SKELETON)
        words.append("".join(letter for i, letter in enumerate(bare) if not i or letter != bare[i - 1]))
    return " ".join(words)
