"""JSON Lines: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from analysis.loaders.encoding import open_text
from analysis.loaders.lines import Lines, TooLong
from analysis.loaders.record import Record, Reject, Source

NAME = "JSON Lines"
EXTENSIONS = (".jsonl", ".ndjson", ".json")


def fits(head: bytes) -> bool:
    """A first line that is an object, or begins one and is not the first line of a pretty-printed object."""
    first, end, rest = head.lstrip().partition(b"\n")
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except RecursionError:
        return True
    except ValueError:
        return not end or rest.lstrip().startswith(b"{")


def read(source: Source) -> Iterator[Record | Reject]:
    """Yield a record a line that holds something; a line that is no object is one reject."""
    stream, encoding = open_text(source, "\n")
    number = 0
    with stream:
        lines = Lines(stream)
        while True:
            try:
                line = next(lines)
            except StopIteration:
                return
            except TooLong as error:
                number += 1
                yield source.reject(number, "too large", f"{error}; put one article on a line.")
                continue
            if not line.strip():
                continue
            number += 1
            try:
                value = json.loads(line)
            except ValueError as error:
                yield source.reject(
                    number, "not parsed", f"this line is no JSON: {error}; put one whole object on each line."
                )
            except RecursionError:
                yield source.reject(number, "not parsed", "JSON nested too deep to be an article; take this line out.")
            else:
                yield entry(source, number, value, encoding)


def entry(source: Source, number: int, value: object, encoding: str) -> Record | Reject:
    """Return the record of one JSON value, a reject where it is no object."""
    if isinstance(value, dict):
        return source.record(number, value, encoding)
    return source.reject(
        number, "not a record", f'a JSON {kind(value)} stands where an object {{"text": …}} is needed.'
    )


def kind(value: object) -> str:
    """Return what JSON calls the type of a value."""
    return {list: "array", str: "string", bool: "true or false", type(None): "null", dict: "object"}.get(
        type(value), "number"
    )
