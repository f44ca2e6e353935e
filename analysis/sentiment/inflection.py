"""Inflection: the folded forms that a base of the lexicon takes, and what is taken off a word to find its base.

Bases are listed (with broken plurals); endings and proclitics are rules. Everything here works on folded text, where
hamza on alef is gone, but ى/ي and ة/ه are still told apart.
"""

from __future__ import annotations

from functools import cache

# ك and كم are left out: news hardly addresses anybody, and هناك, بذلك look like them.
OBJECTS = ("ه", "ها", "هم", "هما", "هن", "نا")
POSSESSIVES = (*OBJECTS, "ي")
NOUN_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
VERB_PROCLITICS = ("", "و", "ف", "ل", "ول", "فل")
# Words whose first letters are no article.
NO_ARTICLE = frozenset(
    "الى الا الذي التي الذين اللذين اللتين الله الان الف الاف اليه اليها اليهم الينا الواح التزام التزامه".split()
)


def noun_forms(base: str) -> set[str]:
    """Return the forms of a noun or adjective without proclitic and article: gender, number, tanwin, possessives."""
    found = {base}
    if base.endswith("ة"):
        stem = base[:-1]
        found.update(stem + "ت" + p for p in POSSESSIVES)
        found.update(stem + ending for ending in ("ات", "تين", "تان", "تي", "تا"))
        found.update(stem + "ات" + p for p in POSSESSIVES)
        return found
    stem = base[:-1] if base.endswith("ى") else base
    joint = stem + "ا" if base.endswith("ى") else base
    found.update(joint + p for p in POSSESSIVES)
    found.update(stem + "ات" + p for p in POSSESSIVES)
    found.update(stem + ending for ending in ("ة", "ات", "ين", "ون", "ان", "تين", "تان", "ا", "و"))
    # A hamza changes its seat before a possessive (سوء: سوئه); nisbas lose nothing.
    if base.endswith("ء"):
        found.update(base[:-1] + seat + p for seat in "ئؤ" for p in POSSESSIVES)
    return found


def perfect_forms(base: str) -> set[str]:
    """Return the perfect of a verb from its third person singular: persons and object pronouns."""
    if base[-1] in "ىا":
        stem, weak = base[:-1], base[:-1] + ("ي" if base.endswith("ى") else "و")
        bare = {base, stem + "ت", stem + "وا", weak + "ا", weak + "نا", weak + "ت"}
        joint = {stem + "ا", stem + "ت", stem + "و", weak + "نا"}
    else:
        bare = {base, base + "ت", base + "وا", base + "ا", base + "تا", base + "نا", base + "تم"}
        joint = {base, base + "ت", base + "و", base + "نا"}
    return bare | {form + p for form in joint for p in (*OBJECTS, "ني")}


def imperfect_forms(base: str) -> set[str]:
    """Return the imperfect of a verb from its third person singular (يندد): persons, moods, future, object pronouns."""
    if base[0] not in "يسن":
        return {base}
    if base[0] in "سن":  # given for one person only (نثق، سنواصل)
        return {base, *(base + p for p in OBJECTS)}
    body = base[1:]
    weak = body[-1] in "يوى"
    stem = body[:-1] if weak else body
    found = set()
    for person in "يتنا":
        # The jussive drops a weak last letter (لم ينف); where two letters are left it looks like too much else.
        tails = {body, stem} if weak and len(stem) > 2 else {body}
        if person in "يت":
            tails |= {
                stem + "ون",
                stem + "وا",
                (body.replace("ى", "ي") if weak else body) + "ان",
                body + "ن",
                stem + "ين",
            }
        found |= {person + tail for tail in tails}
        found |= {person + tail + p for tail in (body.replace("ى", "ا"), stem + "و") for p in (*OBJECTS, "ني")}
    return found | {"س" + form for form in found}


@cache
def bare(word: str) -> str:
    """Return a folded word without its article; للـ is taken for ل and the article."""
    if len(word) > 3 and word.startswith("ال") and word not in NO_ARTICLE:
        return word[2:]
    return word


@cache
def cores(word: str) -> tuple[str, ...]:
    """Return what may be left of a folded noun when proclitics and article are taken off, least taken off first."""
    found = [word, bare(word)]
    for proclitic in NOUN_PROCLITICS[1:]:
        if word.startswith(proclitic) and len(word) - len(proclitic) > 1:
            rest = word[len(proclitic) :]
            if proclitic.endswith("ل") and rest.startswith("ل") and len(rest) > 2:
                found.append(rest[1:])
            found += [rest, bare(rest)]
    return tuple(dict.fromkeys(found))


@cache
def verb_cores(word: str) -> tuple[str, ...]:
    """Return what may be left of a folded verb when و ف ل are taken off."""
    found = [word]
    for proclitic in VERB_PROCLITICS[1:]:
        if word.startswith(proclitic) and len(word) - len(proclitic) > 2:
            found.append(word[len(proclitic) :])
    return tuple(dict.fromkeys(found))
