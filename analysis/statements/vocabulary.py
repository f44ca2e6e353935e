"""Which words are ordinary, verbs, or parts of names.

A word is taken for a part of a name where a table lists it, or where it is no ordinary word: not in the tables of
plain words and verbs of a news corpus, with proclitics, article and pronouns taken off.
"""

from __future__ import annotations

import re
from functools import cache

from analysis.statements import cues
from analysis.statements.words import (
    ADJUNCTS,
    COMPLEMENTIZERS,
    RELATIVES,
    bare,
    demonyms,
    head_of,
    heads,
    state_names,
)
from analysis.tables import lexicon
from analysis.text import fold

CONNECTORS = frozenset("بن ابن بنت ال ابو ابا ابي ام عبد دي دو دا دل فان فون بو ولد".split())


# Second parts of compounds that are ordinary words elsewhere: عز الدين, عبد الله, حسب الله.
COMPOUND_ENDS = frozenset("الدين الله الرحمن الاله الرب النبي الاسلام".split())


_PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "ه")


_PROCLITICS = re.compile("^[وف]?[بلك]?(?:ال|لل)?(?=..)")


# Words before which a name never stands, yet which begin with no article: they continue no name.
NO_NAME = frozenset(
    "في من الى على عن مع ان او ثم لا ما لم لن قد كان كانت هو هي هم كل بعض غير بعد قبل حيث اذا لو بل حتى عبر بين تحت "
    "فوق عند كما "
    "التي الذي الذين هذا هذه ذلك تلك هناك هنا نحو ضد حول خلال منذ دون سوى ليس ليست وقد فقد كذلك ايضا اما لكن ولكن "
    "فان وان بان لان "
    "يوم امس اليوم غدا اول اخر عام سنة شهر احد مساء صباح وكان وكانت اي ذات ذوي لدى الا انه انها يكون تكون يتم تم وهو "
    "وهي مثل بدون وفق "
    "منها منه فيها فيه عليها عليه لها له بها به لهم بهم منهم فيهم عليهم اليه اليها الان حين فيما بينما بشان حسب "
    "انا انت نحن اننا انني انك قال قالت اكد اضاف باسم الجمعة غد وفي ومن وعلى والى وعن ومع ولا وما فما فلا ولم "
    "ولن".split()
)


# Active participles in the accusative, which tell how something was said: مازحا, مبتسما.
_ADVERB = re.compile("[^ا]ا[^ا]{2}ا|م[^ا]{3,5}ا")


@cache
def common_words() -> frozenset[str]:
    """Return ordinary words (no names), folded, without article."""
    return frozenset(fold(r["word"]).text for r in lexicon("common_words"))


@cache
def content_nouns() -> frozenset[str]:
    """Return nouns that begin a noun complement (ضرورة, رفض, مقتل), folded."""
    return frozenset(fold(r["word"]).text for r in lexicon("content_nouns"))


@cache
def plain_words() -> frozenset[str]:
    """Return words, folded and without proclitics or article, that a news corpus has outside names."""
    return frozenset(r["word"] for r in lexicon("plain_words")) | common_words()


@cache
def given_names() -> dict[str, str]:
    """Return given names, folded, with their gender."""
    return {fold(r["name"]).text: r["gender"] for r in lexicon("given_names")}


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str]]:
    """Return words that are mostly verbs, and words that are verbs where a verb is expected."""
    rows = [(r["word"], int(r["after_particle"]), int(r["after_preposition"])) for r in lexicon("verb_words")]
    return frozenset(w for w, verb, noun in rows if verb >= 4 * noun), frozenset(w for w, _, _ in rows)


@cache
def is_verb(word: str, *, expected: bool = False) -> bool:
    """Say whether a folded word is a finite verb, with or without و, ف, س.

    Args:
        expected: at the beginning of a clause, where words count that may be nouns elsewhere (قدم, بحث).
    """
    table = _verbs()[expected]
    if word in table:
        return True
    if (
        len(word) > 3
        and word[0] in "وفس"
        and word not in given_names()
        and word not in plain_words()
        and word[1:] in table
    ):
        return True
    if len(word) > 4 and word[0] in "وف" and word[1:] in table and not (word in plain_words() and not expected):
        return True
    if word[0] in "يت" and len(word) > 5 and word.endswith("ون") and word not in name_words():
        return True
    return (
        any(form.shape == "verb" and (expected or word not in plain_words()) for form, _ in cues.readings(word))
        and word not in given_names()
    )


@cache
def is_plain(word: str) -> bool:
    """Say whether a folded word is an ordinary word, with or without proclitics, article and pronoun."""
    if word in plain_words():
        return True
    cuts = {
        _PROCLITICS.sub("", word),
        word[1:] if word[:1] in "وفبلك" else word,
        word[2:] if word.startswith("ال") and len(word) > 4 else word,
    }
    return any(_is_listed(cut) for cut in cuts if cut != word and len(cut) > 1) or any(
        _is_listed(stem) for stem in _stems(word)
    )


def _is_listed(word: str) -> bool:
    return word in plain_words() or word in content_nouns() or head_of(word) is not None


def _stems(word: str) -> list[str]:
    """Return what is left of a word without its pronoun and proclitics: بجدارته is جدارة, هديتي is هدية."""
    found = []
    for pronoun in _PRONOUNS:
        if word.endswith(pronoun) and len(word) - len(pronoun) > 2:
            found.append(word[: -len(pronoun)])
    if word.endswith("تي") and len(word) > 4:
        found.append(word[:-1])
    if word.endswith("ا") and len(word) > 4:
        found.append(word[:-1])
    found += [stem[:-1] + "ة" for stem in found if stem.endswith("ت")]
    return found + [cut for stem in found if (cut := _PROCLITICS.sub("", stem)) != stem and len(cut) > 2]


@cache
def name_words() -> frozenset[str]:
    """Return words that are names: given names, surnames, and words that a news corpus has mostly inside names."""
    counted = {r["word"] for r in lexicon("name_words") if not r["word"].startswith(("لل", "بال"))}
    return frozenset(counted | set(given_names())) - frozenset(heads()) - demonyms() - content_nouns()


@cache
def is_name(word: str) -> bool:
    """Say whether a folded word looks like a part of a person's name: a known name, or no known ordinary word."""
    if word in NO_NAME or word in ADJUNCTS or word in RELATIVES or word in COMPLEMENTIZERS:
        return False
    if word in name_words() or word in CONNECTORS:
        return True
    plain = bare(word)
    if len(plain) < 2 or not plain.isalpha():
        return False
    if plain in heads() or plain in demonyms() or plain in content_nouns() or word in state_names():
        return False
    if word != plain and word.startswith("ال") and plain in name_words():
        return True
    if word.startswith("لل") or is_plain(word) or is_verb(word) or _ADVERB.fullmatch(word):
        return False
    if (
        plain.endswith(("ة", "ات", "ون", "ين"))
        and word != plain
        or any(form.shape != "noun" for form, _ in cues.readings(word))
    ):
        return False
    # و, ب, ل before a name make no name of their own: لافروف is one, وكيري is "and Kerry".
    return not (word[0] in "وفبلك" and (word[1:] in name_words() or word[1:] in state_names()))
