"""Annotation: articles as JSON Lines in, their statements and dates with offsets out, in the same order."""

from __future__ import annotations

import datetime
import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tqdm import tqdm

from analysis import actors as who
from analysis import frames, reading
from analysis.errors import CollectionError


def annotate(article: Mapping, actors: who.Actors) -> dict:
    """Return {"id", "statements", "dates"} of an article {"id", "published", "outlet", "title", "text"}.

    A statement has content ([[start, end], …]), cue and source ([start, end] or null), speaker, speaker_kind,
    speaker_id, type, relay, polarity, attitude, targets, when, nested and rule; a date has span and value.
    """
    text = article.get("text") or ""
    published = _published(article.get("published"))
    article_id = frames.article_id(article.get("outlet"), article.get("url"), article.get("title"), text)
    rows = reading.read({"article_id": article_id, "text": text, "published": published}, actors)
    targets: dict[str, list[dict]] = {}
    for stance in rows["stances"]:
        targets.setdefault(stance["statement_id"], []).append({"name": stance["target"], "stance": stance["stance"]})
    return {
        "id": article.get("id"),
        "statements": [_statement(row, targets.get(row["statement_id"], [])) for row in rows["statements"]],
        "dates": [{"span": [row["start"], row["end"]], "value": row["value"]} for row in rows["dates"] if row["value"]],
    }


def _statement(row: dict, targets: list[dict]) -> dict:
    said_on, precision = row["said_on"], row["said_on_precision"]
    length = {"day": 10, "month": 7, "year": 4}.get(precision, 0)
    span = lambda name: [row[f"{name}_start"], row[f"{name}_end"]] if row[f"{name}_start"] is not None else None  # noqa: E731
    return {
        "content": json.loads(row["spans"]),
        "cue": span("cue"),
        "source": span("source"),
        **{name: row[name] for name in ("speaker", "speaker_kind", "speaker_id", "type", "relay", "speech_act", "rule")},
        "polarity": row.get("polarity") or 0,
        "attitude": row.get("attitude"),
        "targets": targets,
        "when": said_on.isoformat()[:length] if said_on and length else None,
        "nested": row["parent_id"] is not None,
    }


def _published(value) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def annotate_file(source: Path, target: Path, table: Path | None = None) -> None:
    """Annotate every line of `source` into `target`; the target appears when all of it is written.

    Raises CollectionError naming file and line where a line is no JSON object, and where `target` is `source`.
    """
    if target.exists() and source.exists() and target.samefile(source):
        raise CollectionError(f"{target} holds the articles themselves; give another file for the annotations.")
    actors = who.load(table)
    part = target.with_name(target.name + ".part")
    try:
        # Half of a surrogate pair has no UTF-8; with a backslash it is JSON's own way of writing it.
        with part.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            for article in tqdm(_articles(source), desc="Annotating", unit="article", disable=None, file=sys.stderr):
                out.write(json.dumps(annotate(article, actors), ensure_ascii=False) + "\n")
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def _articles(source: Path) -> Iterator[dict]:
    if not source.is_file():
        raise CollectionError(f"{source}: no such file; give a file with one JSON object a line.")
    with source.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                article = json.loads(line.decode("utf-8-sig"))
            except UnicodeDecodeError:
                raise CollectionError(f"{source}, line {number}: not UTF-8; save the file as UTF-8.") from None
            except (ValueError, RecursionError) as error:  # ValueError: no JSON, and numbers of thousands of digits
                raise CollectionError(f"{source}, line {number}: not JSON ({error}); each line holds one article as an object.") from None
            if not isinstance(article, dict) or not isinstance(article.get("text") or "", str):
                raise CollectionError(f"{source}, line {number}: no article; each line is an object with \"id\", \"published\" and \"text\".")
            yield article
