"""How many named speakers of annotated articles get an actor_id: python -m analysis.actors.measurement GOLD [TEXTS].

GOLD holds statements with `speaker` and `speaker_kind`, TEXTS the articles' texts by id where GOLD has none. Printed
are shares over statements and over speakers by article, with 95 % intervals by bootstrap over articles, then every
speaker with his id, for reading: whether an id is right only a reader can say.
"""

from __future__ import annotations

import json
import random
import sys
from datetime import date
from pathlib import Path

from analysis.actors.dictionary import Actors, load
from analysis.actors.identity import identify, is_described
from analysis.actors.matching import mentions

NAMED_KINDS = ("person", "organization", "state")


def resolved(article: dict, text: str, actors: Actors) -> dict[str, tuple[str, int, str | None]]:
    """Return for each named speaker of an annotated article kind, number of statements and actor_id."""
    written = date.fromisoformat(article["published"]) if article.get("published") else None
    found = mentions(text, written, actors)
    speakers: dict[str, tuple[str, int, str | None]] = {}
    for statement in article["statements"]:
        name, kind = statement["speaker"], statement["speaker_kind"]
        if kind not in NAMED_KINDS or is_described(name):
            continue
        _, count, actor_id = speakers.get(name) or (kind, 0, identify(name, written, actors, found))
        speakers[name] = (kind, count + 1, actor_id)
    return speakers


def share(articles: list[dict], kinds: tuple[str, ...], *, weighted: bool) -> tuple[int, int]:
    """Return how many speakers of these kinds have an id, and how many there are; weighted: statements instead."""
    rows = [row for speakers in articles for row in speakers.values() if row[0] in kinds]
    return sum((row[1] if weighted else 1) for row in rows if row[2]), sum((row[1] if weighted else 1) for row in rows)


def interval(articles: list[dict], kinds: tuple[str, ...], *, weighted: bool) -> tuple[float, float]:
    """Return the 2.5 and 97.5 % points of the share when articles are drawn again and again."""
    draw = random.Random(1)
    shares = []
    for _ in range(1000):
        got, total = share([draw.choice(articles) for _ in articles], kinds, weighted=weighted)
        shares.append(got / total if total else 0.0)
    shares.sort()
    return shares[25], shares[974]


def main(arguments: list[str]) -> int:
    """Print the shares and the speakers of the articles in the files named by `arguments`; strata by --strata=a,b."""
    strata = [a.removeprefix("--strata=").split(",") for a in arguments if a.startswith("--strata=")]
    files = [Path(a) for a in arguments if not a.startswith("--")]
    texts = {}
    for file in files[::-1]:
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            known = {name: record[name] for name in ("text", "published") if record.get(name)}
            texts[record["id"]] = texts.get(record["id"], {}) | known
    actors = load()
    articles, lines = [], []
    for line in files[0].read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if strata and article.get("stratum") not in strata[0]:
            continue
        known = texts[article["id"]]
        speakers = resolved(article | {"published": known.get("published")}, known["text"], actors)
        articles.append(speakers)
        for name, (kind, count, found) in speakers.items():
            lines.append(f"{article['id']}\t{kind}\t{count}\t{name}\t{found or '-'}")
    for kinds in (("person",), ("organization",), NAMED_KINDS):
        for weighted in (True, False):
            got, total = share(articles, kinds, weighted=weighted)
            low, high = interval(articles, kinds, weighted=weighted)
            what = "statements" if weighted else "speakers"
            print(f"{'+'.join(kinds)}, {what}: {got} of {total} = {got / max(total, 1):.3f} [{low:.3f}, {high:.3f}]")
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
