"""Gold annotations: articles with the statements and dates that readers marked, as offsets.

One JSON object a line: {"id", "published", "statements", "dates"} and, unless it is other people's, "text".
A file without texts takes them from where its articles are: the collection in whose folder it lies, or the
corpora in the folder that TASRIH_SHARED names (ids `day#index`).
"""

from __future__ import annotations

import json
import os
import zipfile
from functools import cache
from pathlib import Path

from analysis import paths
from analysis.errors import CollectionError

SHARED = "TASRIH_SHARED"


def read(file: Path) -> list[dict]:
    """Return the annotated articles of a file, each with its text.

    Raises CollectionError where the file is missing or malformed, or where texts are not to be found.
    """
    if not file.is_file():
        raise CollectionError(f"{file}: no such file; give annotated articles, one JSON object a line.")
    articles = []
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise CollectionError(f"{file}: not UTF-8 (byte {error.start}); save it as UTF-8.") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            article = json.loads(line)
            article["id"], article["statements"], article["dates"]
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise CollectionError(f"{file}, line {number}: no annotated article ({error}).") from None
        articles.append(article)
    if not articles:
        raise CollectionError(f"{file} holds no annotated article; give one JSON object a line.")
    missing = [article for article in articles if "text" not in article]
    if missing:
        texts = _texts(file)
        for article in missing:
            if article["id"] not in texts:
                raise CollectionError(f"{file}: the text of article {article['id']} is not where this file's articles are.")
            article.update({k: v for k, v in texts[article["id"]].items() if k not in article})
    return articles


def _texts(file: Path) -> dict[str, dict]:
    folder = file.resolve().parent
    if folder.parent == paths.home() / "data" / "raw":
        from analysis import collection

        frame, _, _ = collection.load(folder.name, progress=False)
        return {
            row.record_id: {"text": row.text, "published": row.published.date().isoformat() if row.published == row.published else None, "outlet": row.outlet}
            for row in frame.itertuples()
        }
    shared = os.environ.get(SHARED)
    if not shared:
        raise CollectionError(f"{file} gives offsets only: set {SHARED} to the folder that holds corpora/ with the articles.")
    return _corpora(shared)


@cache
def _corpora(shared: str) -> dict[str, dict]:
    texts = {}
    for archive in sorted((Path(shared) / "corpora").glob("*/*.zip")):
        with zipfile.ZipFile(archive) as opened:
            for index, record in enumerate(json.loads(opened.read(opened.namelist()[0]))):
                texts[f"{archive.stem}#{index}"] = {"text": record["content"], "published": record["date_extracted"][:10], "outlet": record["source"]}
    return texts
