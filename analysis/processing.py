"""Processing: a collection's articles in, its frames in the store; what is already there is not made again."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pandas as pd
from tqdm import tqdm

import analysis
from analysis import actors as who
from analysis import collection as collections
from analysis import frames, paths, reading, store
from analysis.errors import CollectionError
from analysis.text import fold

# Articles a task: large enough that the pool's own work does not count, small enough for a smooth progress bar.
SHARD = 200
MADE = ("dates", "mentions", "statements", "stances")


def process(collection: str, *, progress: bool = True, workers: int | None = None) -> dict:
    """Make the frames of a collection and put them in the store; return its manifest.

    Nothing is made again where input files, tables and the program are the same as last time. A failure or
    Ctrl-C leaves the last good frames in place.

    Raises CollectionError where the collection is unknown or holds no article, LexiconError where its tables cannot be used.
    """
    folder = paths.raw(collection)
    inputs = collections.fingerprint(folder)
    made_by = {"program": program_digest(), "version": analysis.__version__}
    last = store.manifest(collection)
    if last and last.get("inputs") == inputs and last.get("made_by") == made_by and _complete(collection):
        return last
    articles, rejects, counts = collections.load(collection, progress=progress)
    _check_some(collection, articles, rejects)
    table = folder / "actors.tsv"
    table = table if table.exists() else None
    actors = who.load(table)
    tables, failed = read_all(articles, table, progress=progress, workers=workers)
    if failed:
        rejects = frames.make("rejects", [*rejects.to_dict("records"), *failed])
        articles = articles[~articles["origin"].isin([row["origin"] for row in failed])]
        _check_some(collection, articles, rejects)
    articles = _with_days(articles, tables.pop("articles"))
    tables = {"articles": articles, "rejects": rejects, **tables, "actors": who.frame(actors)}
    _check_counts(collection, counts, articles, rejects)
    manifest = {
        "collection": collection,
        "inputs": inputs,
        "made_by": made_by,
        "counts": {**counts, **{f"{name} rows": len(frame) for name, frame in tables.items()}},
    }
    store.write(collection, tables, manifest)
    return manifest


def read_all(
    articles: pd.DataFrame, table: Path | None, *, progress: bool = True, workers: int | None = None
) -> tuple[dict[str, pd.DataFrame], list[dict]]:
    """Return the frames made of `articles` and reject rows for articles that could not be read.

    Args:
        articles: the frame `articles`.
        table: a collection's own actors.tsv, or None.
        workers: processes; default one a core, one for few articles.
    """
    columns = ["article_id", "text", "published", "origin"]
    shards = [articles.iloc[i : i + SHARD][columns].to_dict("records") for i in range(0, len(articles), SHARD)]
    workers = workers or min(os.cpu_count() or 1, len(shards))
    rows: dict[str, list[dict]] = {name: [] for name in ("articles", *MADE)}
    failed: list[dict] = []
    bar = tqdm(total=len(articles), desc="Reading articles", unit="article", disable=not progress or None, file=sys.stderr)
    for made, problems in _results(shards, table, workers):
        for name, some in made.items():
            rows[name] += some
        failed += problems
        bar.update(len(made["articles"]) + len(problems))
    bar.close()
    tables = {name: frames.make(name, rows[name]) for name in MADE}
    return {"articles": pd.DataFrame(rows["articles"], columns=["article_id", "written", "written_basis", "written_conflict"]), **tables}, failed


def _results(shards: list[list[dict]], table: Path | None, workers: int) -> Iterator[tuple[dict, list[dict]]]:
    if workers <= 1:
        yield from (read_shard(shard, table) for shard in shards)
        return
    # Ctrl-C reaches every process of the terminal; only this one is to answer it.
    pool = ProcessPoolExecutor(workers, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
    try:
        with _interrupts_held_back():
            results = pool.map(read_shard, shards, [table] * len(shards))
        yield from results
    finally:
        # After Ctrl-C the shards that have not begun are dropped, not waited for.
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Let Ctrl-C wait while processes start: in the middle of a fork it would be lost."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows, which does not fork
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def read_shard(articles: list[dict], table: Path | None) -> tuple[dict[str, list[dict]], list[dict]]:
    """Return the rows of some articles by frame, and a reject row for each article that cannot be read."""
    actors = who.load(table)
    rows: dict[str, list[dict]] = {name: [] for name in ("articles", *MADE)}
    failed = []
    for article in articles:
        try:
            made = reading.read(article, actors)
        except Exception as error:  # one article must not cost the others
            failed.append({"origin": article["origin"], "reason": "not read", "detail": f"{type(error).__name__}: {error}. Please report it with this article."})
            continue
        for name, some in made.items():
            rows[name] += some
    return rows, failed


def _with_days(articles: pd.DataFrame, days: pd.DataFrame) -> pd.DataFrame:
    """Return the articles with their day of writing, and with copies under the id of the first of them."""
    rest = articles.drop(columns=["written", "written_basis", "written_conflict"])
    merged = rest.merge(days, on="article_id", how="left", validate="one_to_one")
    merged["cluster_id"] = merged.groupby([_same_words(text) for text in merged["text"]])["article_id"].transform("first")
    extra = [name for name in merged.columns if name not in {c.name for c in frames.FRAMES["articles"]}]
    return frames.make("articles", merged).assign(**{name: merged[name] for name in extra})


def _same_words(text: str) -> str:
    return hashlib.sha256(" ".join(fold(text).text.split()).encode("utf-8", "surrogatepass")).hexdigest()


def _check_some(collection: str, articles: pd.DataFrame, rejects: pd.DataFrame) -> None:
    if not len(articles):
        reasons = ", ".join(f"{reason} ({n:,})" for reason, n in rejects["reason"].value_counts().items())
        raise CollectionError(
            f"{collection}: none of its {len(rejects):,} records became an article: {reasons}; `make inspect COLLECTION={collection}` shows them."
        )


def _check_counts(collection: str, counts: dict, articles: pd.DataFrame, rejects: pd.DataFrame) -> None:
    if counts["records"] != len(articles) + len(rejects):
        raise CollectionError(
            f"{collection}: {counts['records']} records came in, but {len(articles)} articles and {len(rejects)} rejects came out; "
            "nothing was written. Please report this."
        )


def _complete(collection: str) -> bool:
    return all((paths.processed(collection) / f"{name}.parquet").exists() for name in frames.FRAMES)


@cache
def program_digest() -> str:
    """Return a hash of the package's code and tables: other code or tables make other frames."""
    whole = hashlib.sha256()
    root = Path(analysis.__file__).parent
    parts = ("actors", "dates", "lexicons", "loaders", "sentiment", "statements", "text")
    files = [f for part in parts for f in sorted((root / part).rglob("*")) if f.suffix in (".py", ".tsv")]
    for file in [*files, *(root / f"{name}.py" for name in ("collection", "frames", "reading", "processing", "tables"))]:
        whole.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()
