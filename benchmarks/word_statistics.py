"""Count which words of a news corpus are names and which are verbs: makes name_words, plain_words and verb_words.tsv.

    TASRIH_SHARED=… python benchmarks/word_statistics.py

A word's name share is the share of its occurrences that stand in the middle of a name: after a title, after
a given name or بن, or before بن. Titles and given names are the package's own tables; two rounds let names found in
the first vouch for others. A word's verb share is the share of its occurrences after a particle that only a verb can
follow (لم، قد، الذي) among those after such a particle or after a preposition, which only a noun can follow.
Articles that are annotated for measuring are left out of the counts. Only single words and their counts are kept,
no text.
"""

from __future__ import annotations

import json
import os
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path

from analysis import paths
from analysis.statements.cues import forms
from analysis.statements.phrases import demonyms
from analysis.tables import lexicon
from analysis.text import fold

TITLES = frozenset(
    fold(w).text
    for w in (
        "الدكتور الدكتورة المهندس اللواء العميد العقيد المقدم الرائد النقيب الفريق الشيخ الأمير السيد السيدة الأستاذ "
        "الأستاذة الجنرال الملازم الرئيس الوزير السفير النائب الملك المدرب اللاعب الكابتن الحكم الحارس الفنان الشاعر "
        "الكاتب الزميل المواطن الشهيد الخبير المحلل القاضي المحامي الناشط الشاب الطالب البروفيسور الصحافي الإعلامي"
    ).split()
)
WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
PLAIN_LEAST, NAME_LEAST = 4, 3
# Verbs: at least so often after a particle, in so large a share of all, and with so large a verb share.
VERB_LEAST, VERB_RATE, VERB_SHARE = 2, 0.02, 0.3
BEFORE_VERBS = frozenset(
    "لم لن قد وقد فقد لقد ولقد سوف ولم ولن فلم فلن الذي التي الذين والذي والتي والذين عندما بعدما حينما وعندما".split()
)
BEFORE_NOUNS = frozenset(
    "في من على الى عن مع بين كل هذا هذه خلال بعد قبل ضد حول وفي ومن والى وعلى بعض جميع ذلك تلك عدم غير بدون دون ذات "
    "اكثر اي".split()
)
# Before these a verb can stand too; an adjective as predicate shows by its ending (كان كبيرا).
BEFORE_PREDICATES = frozenset("كان كانت وكان وكانت هو هي وهو وهي الا".split())


def texts(folder: Path, left_out: set[str]):
    """Yield the folded text of every article of the corpus but those in `left_out`."""
    for file in sorted((folder / "corpora" / "saudinewsnet").glob("*.zip")):
        with zipfile.ZipFile(file) as archive:
            for index, article in enumerate(json.loads(archive.read(archive.namelist()[0]))):
                if f"{file.stem}#{index}" not in left_out:
                    yield fold(article["content"]).text


def annotated(shared: Path) -> set[str]:
    """Return the ids of all annotated articles."""
    files = [*(Path(__file__).parent / "annotations").glob("*.jsonl"), shared / "gold" / "dev.jsonl"]
    return {json.loads(line)["id"] for file in files for line in file.read_text(encoding="utf-8").splitlines()}


def verbs(sentences: list[list[str]], total: Counter) -> list[str]:
    """Return the rows of verb_words.tsv: words that follow a verb's particle, with both counts."""
    verb, noun = Counter(), Counter()
    for words in sentences:
        for before, word in zip(words, words[1:]):
            if before in BEFORE_VERBS:
                verb[word] += 1
            elif before in BEFORE_NOUNS or before in BEFORE_PREDICATES and word.endswith(("ا", "ة")):
                noun[word] += 1
    arabic = re.compile("[\u0621-\u064a]{2,}")
    return [
        f"{w}\t{n}\t{noun[w]}"
        for w, n in sorted(verb.items(), key=lambda item: (-item[1], item[0]))
        if n >= VERB_LEAST
        and n >= VERB_RATE * total[w]
        and n >= VERB_SHARE * (n + noun[w])
        and arabic.fullmatch(w)
        and not w.startswith(("لل", "وال"))
        and not w.endswith("ة")
        # القى, التزم begin as nouns with article do, which also follow الذي.
        and (not w.startswith("ال") or w.endswith(("ى", "ت", "وا")) or n >= 5 and not noun[w])
    ]


PRONOUNS = ("ه", "ها", "هم", "هن", "نا", "ي", "هما", "ك", "كم")


def inflects(word: str, total: Counter, known: set[str]) -> bool:
    """Say whether a word is Arabic by its forms: with the article, a pronoun, proclitics; a foreign name has none of
    them.

    Frequent words count as known (function words have no forms either).
    """
    if (
        word in known
        or total[word] >= 150
        or total["ال" + word] >= max(1, 0.01 * total[word])
        or word.startswith(("ال", "و", "بال", "لل"))
    ):
        return True
    if word.endswith("ا") and total[word[:-1]] + total[word[:-1] + "ة"] >= max(3, 0.05 * total[word]):
        return True
    if (
        word.endswith(("ات", "ون", "ين", "وا", "ة", "ت", "اء", "ائه", "اؤه", "ائهم", "اؤهم"))
        or word[0] in "فبلكس"
        and total[word[1:]] >= 3
    ):
        return True
    joint = word[:-1] + "ت" if word.endswith("ة") else word
    if sum(total[joint + pronoun] for pronoun in PRONOUNS) >= max(2, 0.03 * total[word]):
        return True
    for ending in (*PRONOUNS, "ان", "وا", "تي"):
        stem = word.removesuffix(ending)
        if (
            stem != word
            and len(stem) > 1
            and (
                total[stem] >= 3
                or total["ال" + stem] >= 3
                or total[stem[:-1] + "ة"] >= 3
                or stem[0] in "فبل"
                and total[stem[1:]] >= 3
            )
        ):
            return True
    return (
        word[0] in "يتنا" and sum(total[prefix + word[1:]] for prefix in ("ي", "ت", "ن", "سي", "وي")) - total[word] >= 2
    )


def main() -> int:
    shared = os.environ.get("TASRIH_SHARED")
    if not shared:
        print("Set TASRIH_SHARED to the folder that holds corpora/ and gold/.", file=sys.stderr)
        return 2
    left_out = annotated(Path(shared))
    sentences = [WORD.findall(text) for text in texts(Path(shared), left_out)]
    given = {fold(r["name"]).text for r in lexicon("given_names")}
    total = Counter(word for words in sentences for word in words)
    # Looser company: also after a demonym (الروسي لافروف) and after a verb of saying; names are no plain words by it.
    company = (
        TITLES
        | {"ال" + word for word in demonyms()}
        | {w for w, rs in forms().items() if any(f.shape == "verb" for f in rs)}
    )
    company |= {"و" + word for word in company}
    near = Counter(word for words in sentences for before, word in zip(words, words[1:]) if before in company)
    of_states = {"ال" + word for word in demonyms() if not word.endswith("ة")}
    seeds = given
    for _ in range(2):
        inside = Counter()
        for words in sentences:
            for before, word, after in zip(["", *words], words, [*words[1:], ""]):
                # After a title an adjective may stand too (الرئيس التنفيذي): a word with an article needs better
                # company.
                titled = (before in TITLES or before in of_states) and not word.startswith("ال") and len(word) > 2
                if titled or before == "بن" or after == "بن" or (before in seeds and len(word) > 2):
                    inside[word] += 1
        share = {w: inside[w] / n for w, n in total.items()}
        seeds = given | {w for w, n in total.items() if n >= 8 and share[w] >= 0.6 and not w.startswith("ال")}
    names = sorted(
        (w for w, n in total.items() if inside[w] >= NAME_LEAST and share[w] >= 0.3 and len(w) > 1 and w.isalpha()),
        key=lambda w: (-inside[w], w),
    )
    plain = {
        w
        for w, n in total.items()
        if n >= PLAIN_LEAST
        and max(share[w], near[w] / n if f"ال{w}" not in total else 0) < 0.12
        and len(w) > 2
        and w.isalpha()
        and w not in given
    }
    verb_rows = verbs(sentences, total)
    # An accusative that never stands where a name does: مرارا.
    known = (
        {w for w in plain if w.endswith("ا") and not inside[w]}
        | {row.split("\t")[0] for row in verb_rows}
        | {fold(r["word"]).text for r in lexicon("common_words")}
    )
    plain = {w for w in plain if inflects(w, total, known)}
    # A word whose form without proclitics and article is listed need not be listed.
    arabic = re.compile("[\u0621-\u064a]+")
    plain = {w for w in plain if arabic.fullmatch(w)}
    stripped = re.compile("^[وف]?[بلك]?(?:ال|لل)?(?=..)")
    plain = sorted(w for w in plain if not (stripped.sub("", w) != w and stripped.sub("", w) in plain))
    for name, header, words in (
        ("name_words", "word\tinside\tall", [f"{w}\t{inside[w]}\t{total[w]}" for w in names]),
        ("plain_words", "word", plain),
        ("verb_words", "word\tafter_particle\tafter_preposition", verb_rows),
    ):
        (paths.LEXICONS / f"{name}.tsv").write_text("\n".join([header, *words]) + "\n", encoding="utf-8")
        print(f"{name}: {len(words)} words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
