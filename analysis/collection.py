"""A collection: a folder under data/raw/ that becomes the frames `articles` and `rejects`. Nothing in it is changed.

Every record becomes an article or a reject with its reason: articles + rejects = records.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from analysis import frames, paths
from analysis.errors import CollectionError
from analysis.loaders import (
    Record,
    Reject,
    Source,
    article,
    ignored,
    printable,
    records,
)
from analysis.loaders.fields import lookup
from analysis.loaders.settings import FILE, Settings
from analysis.loaders.settings import read as settings

__all__ = ["FILE", "MEANINGS", "Settings", "Tally", "files", "fingerprint", "folder_of", "load", "rows", "settings"]

# Names in a collection's folder that are the user's own tables; never loaded as articles, never cleaned.
MEANINGS = (FILE, "actors.tsv", "concepts.tsv", "events.tsv", "corrections.tsv", "answers.jsonl", "codes")
BATCH = 4000  # articles of a part of the frame: only so many are in memory as Python objects


class Tally:
    """What was met while a collection was read: counts for the manifest, and for `inspect` what each file gave."""

    def __init__(self):
        self.files = self.ignored = self.records = self.articles = 0
        self.rejects: Counter[str] = Counter()
        self.warnings: dict[str, dict] = {}

    def take(self, made: dict | Reject) -> None:
        """Count what became of a record."""
        self.records += 1
        if isinstance(made, Reject):
            self.rejects[made.reason] += 1
        else:
            self.articles += 1

    def warn(self, kind: str, example: object) -> None:
        """Count a warning of a kind; the first example of it is kept."""
        shown = printable(str(example)[:80])
        entry = self.warnings.setdefault(kind, {"n": 0, "example": shown})
        entry["n"] += 1

    def counts(self) -> dict:
        """Return files, ignored, records, articles, rejects, rejects_by_reason, warnings (kind → n, example)."""
        return {
            "files": self.files,
            "ignored": self.ignored,
            "records": self.records,
            "articles": self.articles,
            "rejects": self.rejects.total(),
            "rejects_by_reason": dict(sorted(self.rejects.items())),
            "warnings": self.warnings,
        }


class Unmet:
    """The patterns and fields of a collection.toml that no record has met yet: most likely misspelt."""

    def __init__(self, rules: Settings):
        sections = (rules.fields, *(keys.get("fields", {}) for _, keys in rules.files))
        self.rules, self.path = rules, ""
        self.fields = dict.fromkeys(field for section in sections for field in section.values())
        self.patterns = dict.fromkeys(pattern for pattern, _ in rules.files)

    def meet(self, record: Record) -> None:
        """Take off what this record has, and the patterns that fit its file."""
        for field in [field for field in self.fields if lookup(record.fields, field) is not None]:
            del self.fields[field]
        if self.patterns and record.path != self.path:
            self.path = record.path
            for pattern in self.rules.fitting(record.path):
                self.patterns.pop(pattern, None)

    def warn(self, tally: Tally) -> None:
        """Count what is left as warnings."""
        for field in self.fields:
            tally.warn("a field that collection.toml names stands in no record", field)
        for pattern in self.patterns:
            tally.warn("a pattern of collection.toml fits no file", pattern)


def folder_of(collection: str) -> Path:
    """Return the folder of a collection; raises CollectionError with the names of those there are where it is none."""
    folder = paths.raw(collection)
    if folder.is_dir():
        return folder
    root = folder.parent
    entries = root.iterdir() if root.is_dir() else ()
    there = sorted(entry.name for entry in entries if entry.is_dir() and not entry.name.startswith("."))
    known = f"There are {', '.join(map(printable, there))}" if there else "There is none"
    raise CollectionError(
        f"No collection '{printable(collection)}' in {root}. {known}; make a folder of that name for the articles."
    )


def files(folder: Path, tally: Tally | None = None) -> list[tuple[str, Path]]:
    """Return the files with articles of a collection: printable path inside the folder, and path; sorted by the former.

    Names with a meaning, hidden files, README* and LICENSE* are left out. Links are followed, each folder once.
    """
    found: list[tuple[str, Path]] = []
    seen: set[str] = set()

    def unreadable(error: OSError) -> None:
        # It is listed as a file: opening it gives the reject.
        found.append((printable(os.path.relpath(error.filename, folder)), Path(error.filename)))

    for place, folders, names in os.walk(folder, followlinks=True, onerror=unreadable):
        real = os.path.realpath(place)
        own = MEANINGS if Path(place) == folder else ()
        folders[:] = sorted(
            name for name in folders if real not in seen and name not in own and not ignored(f"{name}/")
        )
        if real in seen:
            continue
        seen.add(real)
        for name in names:
            if name in own or ignored(name):
                if tally:
                    tally.ignored += 1
                continue
            path = Path(place, name)
            found.append((printable(path.relative_to(folder).as_posix()), path))
    return sorted(found)


def rows(collection: str, tally: Tally, progress: bool = False, observe=None) -> Iterator[dict | Reject]:
    """Yield for each record of a collection a row of `articles` (without `collection`) or a reject, in their order.

    Args:
        collection: name of the folder under data/raw/.
        tally: counts what is met.
        progress: whether to show a bar on the terminal.
        observe: called with each record or reject of a loader and what became of it.
    """
    folder = folder_of(collection)
    rules = settings(folder)
    found = files(folder, tally)
    if not found:
        raise CollectionError(
            f"The collection '{printable(collection)}' holds no files with articles; "
            f"put text, JSON, CSV or zip files into {folder}."
        )
    known: dict[str, str] = {}
    unmet = Unmet(rules)
    for name, path in tqdm(found, desc="loading", unit=" files", disable=None if progress else True, leave=False):
        tally.files += 1
        inside = ("", rules)
        source = Source(path.name, name, partial(_opened, path), lambda origin: rules.for_file(origin).encoding)
        for item in records(source):
            made = item
            if isinstance(item, Record):
                if item.path != inside[0]:
                    inside = (item.path, rules.for_file(item.path))
                unmet.meet(item)
                made = article.row(item, inside[1], tally.warn)
            if isinstance(made, dict):
                if first := known.get(made["article_id"]):
                    same = f"outlet, {'address' if made['url'] else 'title'} and text are those of {first}"
                    made = Reject(item.origin, "duplicate", f"{same}; nothing to do.", item.format)
                else:
                    known[made["article_id"]] = made["origin"]
            tally.take(made)
            if observe:
                observe(item, made)
            yield made
    unmet.warn(tally)


def load(collection: str, progress: bool = True) -> tuple[pd.DataFrame, pd.DataFrame, dict]:
    """Return a collection's frames `articles` (with the further column record_id) and `rejects`, and the counts.

    Args:
        collection: name of the folder under data/raw/.
        progress: whether to show a bar on the terminal.

    Returns:
        articles: in the order of path and record; `written` is `published`, `cluster_id` is `article_id` as yet.
        rejects: one row for each record or file that did not become an article.
        counts: see `Tally.counts`; articles + rejects = records.

    Raises CollectionError: no such collection, no files in it, or settings that cannot be used.
    """
    tally = Tally()
    parts: list[pd.DataFrame] = []
    batch: list[dict] = []
    refused: list[dict] = []
    for made in rows(collection, tally, progress):
        if isinstance(made, Reject):
            refused.append({"origin": made.origin, "reason": made.reason, "detail": made.detail})
            continue
        made["collection"] = collection
        batch.append(made)
        if len(batch) == BATCH:
            parts.append(_frame(batch))
            batch = []
    if batch or not parts:
        parts.append(_frame(batch))
    return pd.concat(parts, ignore_index=True), frames.make("rejects", refused), tally.counts()


def fingerprint(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every input file of a collection's folder by path: articles, settings and tables."""
    inputs = files(folder)
    for name in MEANINGS:
        place = folder / name
        inside = (
            sorted(p for p in place.rglob("*") if p.is_file()) if place.is_dir() else [place] if place.is_file() else []
        )
        inputs += [(printable(p.relative_to(folder).as_posix()), p) for p in inside]
    sums = {}
    for name, path in sorted(inputs):
        try:
            with _opened(path) as stream:
                sums[name] = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            sums[name] = f"not readable ({error.strerror})"
    return sums


def _opened(path: Path):
    """Open a regular file; a pipe or a device would never end."""
    if not path.is_file():
        raise OSError("a link to nothing, or no regular file" if path.is_symlink() else "no regular file")
    return open(path, "rb")


def _frame(batch: list[dict]) -> pd.DataFrame:
    frame = frames.make("articles", batch)
    return frame.assign(record_id=pd.Series([made["record_id"] for made in batch], dtype=frames.TEXT))
