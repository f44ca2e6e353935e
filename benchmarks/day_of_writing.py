"""How often one cue of the day of writing foretells another that is hidden.

    TASRIH_SHARED=FOLDER python benchmarks/day_of_writing.py

FOLDER holds `corpora/**/*.zip`, each a JSON array of articles with `content` and `date_extracted`. An article
counts where two cues that do not repeat each other (another kind, or another deictic word) fix its day. Each
of these cues is hidden in turn; the day inferred from the rest must be the day of the hidden one.
"""

from __future__ import annotations

import json
import os
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from analysis.dates.writing import Cue, cues, decide
from analysis.text import fold


def articles(folder: Path) -> Iterator[tuple[str, date]]:
    """Yield (text, day of the crawl) of every article in the zip files below `folder`."""
    for path in sorted(folder.glob("corpora/**/*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                for row in json.loads(archive.read(name)):
                    yield row["content"], date.fromisoformat(row["date_extracted"][:10])


def fits(cue: Cue, day: date) -> bool:
    """Say whether `day` is the day that a cue gives (its weekday, where it names no date)."""
    return cue.day == day if cue.day else cue.weekday == day.isoweekday()


def main() -> int:
    folder = os.environ.get("TASRIH_SHARED")
    if not folder:
        print("set TASRIH_SHARED to the folder that holds corpora/ to run this benchmark")
        return 0
    counted = {"every article": [0, 0, 0], "without a contradiction": [0, 0, 0]}
    total = moved = evident = 0
    for text, crawled in articles(Path(folder)):
        total += 1
        folded = fold(text)
        found = cues(folded.text, crawled)
        whole = decide(found, crawled, folded)
        evident += whole.evidence is not None
        moved += whole.day != crawled
        kinds = {(cue.basis, folded.text[cue.start : cue.end].split(" ")[0]) for cue in found}
        if len(kinds) < 2:
            continue
        for name, counts in counted.items():
            if name != "every article" and whole.conflict:
                continue
            counts[0] += 1
            for hidden in found:
                kind = hidden.basis, folded.text[hidden.start : hidden.end].split(" ")[0]
                rest = [c for c in found if (c.basis, folded.text[c.start : c.end].split(" ")[0]) != kind]
                inferred = decide(rest, crawled, folded)
                if inferred.evidence is None:
                    continue
                counts[1] += 1
                counts[2] += fits(hidden, inferred.day)
    print(f"{total} articles; {evident} with evidence of their day; {moved} moved from the day of the crawl")
    for name, (number, trials, right) in counted.items():
        share = right / trials if trials else 0.0
        print(f"{name}: {number} articles with two independent cues, {trials} hidden, {right} foretold = {share:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
