"""How fast dates are tagged, as ratios measured in one run.

    [TASRIH_SHARED=FOLDER] python benchmarks/dates.py

Compared on the same articles: `tag` (folding included), a scan by one compiled pattern of month names,
weekdays and figures, and dateparser's `search_dates`. Targets: at least 20 times search_dates, and at most 10
times the time of the pattern. FOLDER holds `corpora/**/*.zip`; without it an invented article is repeated.
dateparser is needed only here: pip install dateparser.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from analysis.dates import lexicon, tag

WRITTEN = date(2015, 7, 31)
ARTICLES, SLOW_ARTICLES, REPEATS = 2000, 60, 3
INVENTED = """أعلنت وزارة الري في مرسى الزيتون أمس الخميس بدء العمل في السد الجديد يوم 12 أغسطس (آب) المقبل، وقال
الوزير في مؤتمر صحفي اليوم إن المشروع الذي تأخر منذ عام 2011 سينتهي في الربع الأول من العام القادم. وكان المجلس أقر
الخطة في 14 شوال 1436هـ الموافق 30 يوليو 2015م بعد نقاش دام شهورا، على أن تعرض نتائجها الأسبوع المقبل. ويرى خبراء أن
كلفة السد أكبر من عائده، وأن سكان القرى الواقعة على ضفتي النهر لم يستشاروا، وهو ما تنفيه الوزارة.
"""


def texts() -> list[str]:
    """Return the articles to measure on."""
    folder = os.environ.get("TASRIH_SHARED")
    paths = sorted(Path(folder).glob("corpora/**/*.zip")) if folder else []
    found: list[str] = []
    for path in paths:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                found += [row["content"] for row in json.loads(archive.read(name))]
        if len(found) >= ARTICLES:
            break
    return found[:ARTICLES] or [INVENTED * 3] * 500


def speed(work: Callable[[str], object], articles: list[str]) -> float:
    """Return megabytes of UTF-8 a second of processor time, the best of some rounds."""
    size = sum(len(text.encode()) for text in articles) / 1e6
    best = float("inf")
    for _ in range(REPEATS):
        start = time.process_time()
        for text in articles:
            work(text)
        best = min(best, time.process_time() - start)
    return size / best


def main() -> int:
    articles = texts()
    words = lexicon.alternatives([*lexicon.months(), *lexicon.weekdays(), *lexicon.words("offset")])
    pattern = re.compile(rf"\b[وفبل]?(?:{words})\b|\b\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}\b|\b(?:19|20)\d\d\b")
    tagged = speed(lambda text: tag(text, WRITTEN), articles)
    scanned = speed(lambda text: sum(1 for _ in pattern.finditer(text)), articles)
    print(f"tag            {tagged:8.2f} MB/s")
    print(f"one pattern    {scanned:8.2f} MB/s; tag takes {scanned / tagged:.1f} times its time (target: at most 10)")
    try:
        from dateparser.search import search_dates
    except ImportError:
        print("search_dates   not measured: pip install dateparser")
        return 0
    settings = {"RELATIVE_BASE": datetime(2015, 7, 31), "PREFER_DATES_FROM": "past"}
    slow = articles[:SLOW_ARTICLES]
    searched = speed(lambda text: search_dates(text, languages=["ar"], settings=settings), slow)
    mine = speed(lambda text: tag(text, WRITTEN), slow)
    print(f"search_dates   {searched:8.3f} MB/s; tag is {mine / searched:.0f} times as fast (target: at least 20)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
