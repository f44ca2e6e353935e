"""The store: a collection's frames as Parquet in data/processed/<collection>/, replaced as a whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pandas as pd

from analysis import frames, paths
from analysis.errors import CollectionError, FrameError

MANIFEST = "manifest.json"


def publish(made: Path, place: Path) -> None:
    """Put the finished folder `made` in the place of `place`, all of it together.

    Two renames: should the program die between them, `recover` finds the old folder beside its place.
    """
    aside = place.with_name(f".{place.name}.old")
    recover(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():
        os.rename(place, aside)
    os.rename(made, place)
    shutil.rmtree(aside, ignore_errors=True)


def recover(place: Path) -> None:
    """Undo a `publish` that died between its two renames; clear what one that died after them left."""
    aside = place.with_name(f".{place.name}.old")
    if aside.exists():
        if place.exists():
            shutil.rmtree(aside)
        else:
            os.rename(aside, place)


def workshop(place: Path) -> Path:
    """Return a new empty folder beside `place` in which the next version of it can be made."""
    made = place.with_name(f".{place.name}.new")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    return made


def write(collection: str, tables: dict[str, pd.DataFrame], manifest: dict) -> None:
    """Check and write every frame and the manifest of a collection, then put them in place together.

    Raises FrameError where a frame does not keep its contract; what was there before stays.
    """
    place = paths.processed(collection)
    made = workshop(place)
    try:
        for name, frame in tables.items():
            frames.check(name, frame).to_parquet(made / f"{name}.parquet", index=False, compression="zstd", row_group_size=2000)
        (made / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
        publish(made, place)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def manifest(collection: str) -> dict | None:
    """Return the manifest of the processed collection, None where there is none."""
    place = paths.processed(collection)
    recover(place)
    try:
        return json.loads((place / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return None


def read(collection: str, name: str, columns: list[str] | None = None) -> pd.DataFrame:
    """Return frame `name` of a processed collection, checked; `columns` reads only these, unchecked.

    Raises CollectionError where the collection has not been processed.
    """
    file = paths.processed(collection) / f"{name}.parquet"
    recover(file.parent)
    if not file.exists():
        raise CollectionError(f"{collection}: no frame '{name}' in {file.parent}; run `make process COLLECTION={collection}` first.")
    try:
        frame = pd.read_parquet(file, columns=columns)
    except (OSError, ValueError) as error:
        raise FrameError(f"{file} cannot be read ({error}); delete {file.parent} and run again.") from error
    return frame if columns else frames.check(name, frame)


def clean(collection: str) -> list[Path]:
    """Delete the frames and the reports of a collection; return what was deleted. Its own files stay."""
    places = [paths.processed(collection), paths.reports() / collection]
    shutil.rmtree(places[0].with_name(f".{collection}.new"), ignore_errors=True)
    recover(places[0])
    gone = [place for place in places if place.exists()]
    for place in gone:
        shutil.rmtree(place)
    return gone
