"""JSON: one array of objects, or one object. Read piece by piece: a record and a megabyte are in memory at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TextIO

from analysis.loaders.encoding import open_text
from analysis.loaders.jsonlines import entry
from analysis.loaders.record import MAX_RECORD, Record, Reject, Source, Unreadable

NAME = "JSON"
EXTENSIONS = (".json", ".jsonl", ".ndjson")
PIECE = 1 << 20  # characters
_decode = json.JSONDecoder().raw_decode
_SPACE = re.compile(r"[ \t\r\n]*")
_TOKEN = re.compile(r'(?P<string>")(?:[^"\\]+|\\.)*(?P<closed>")?|[\[\]{}]', re.DOTALL)


def fits(head: bytes) -> bool:
    """A bracket or a brace first."""
    return head.lstrip().startswith((b"[", b"{"))


def read(source: Source) -> Iterator[Record | Reject]:
    """Yield a record an element; one that is no JSON is a reject, and takes the rest along if its end is not found."""
    stream, encoding = open_text(source, "")
    with stream:
        window = Window(stream)
        many = window.peek() == "["
        if many:
            window.at += 1
        number = 0
        while (first := window.peek()) and not (many and first == "]"):
            number += 1
            try:
                value = window.value()
            except Broken as error:
                rest = (
                    "it is passed over: mend it"
                    if error.passed
                    else "it and what follows are not read: mend the file, or get it whole"
                )
                yield source.reject(number, "not parsed", f"this element is no JSON ({error.problem}); {rest}.")
                if not error.passed:
                    return
            else:
                yield entry(source, number, value, encoding)
            follows = window.peek()
            if many and follows == ",":
                window.at += 1
                if window.peek() == "]":
                    break  # a comma too many before the end: nothing is lost
            elif many and follows != "]":
                what = (
                    "the file ends inside the array"
                    if not follows
                    else f"{follows!r} stands where a comma or ']' is needed"
                )
                number += 1
                yield source.reject(
                    number, "not parsed", f"{what}; the rest of the file is not read: get the whole file, or mend it."
                )
                return
        if many and not window.peek():
            yield source.reject(
                number + 1, "not parsed", "the file ends inside the array; all before it was read: get the whole file."
            )
        elif many:
            window.at += 1
            if window.peek():
                yield source.reject(
                    number + 1, "not parsed", "more follows after the end of the array; put it into a file of its own."
                )


class Broken(ValueError):
    """An element that is no JSON. `passed`: whether its end was found, so that the next one can be read."""

    def __init__(self, problem: str, passed: bool):
        super().__init__(problem)
        self.problem, self.passed = problem, passed


class Window:
    """The part of a stream of JSON that is in memory, and the place in it."""

    def __init__(self, stream: TextIO):
        self.stream, self.text, self.at, self.ended = stream, "", 0, False

    def more(self) -> bool:
        """Read on, as much again as there is, at least a piece; return whether there was more."""
        rest = len(self.text) - self.at
        part = "" if self.ended else self.stream.read(max(PIECE, rest))
        self.ended = self.ended or not part
        self.text, self.at = self.text[self.at :] + part, 0
        return bool(part)

    def peek(self) -> str:
        """Return the next character that is no space, '' at the end."""
        while True:
            self.at = _SPACE.match(self.text, self.at).end()
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""

    def value(self) -> object:
        """Return the JSON value that begins here and stand behind it; raises Broken."""
        while True:
            try:
                value, end = _decode(self.text, self.at)
            except RecursionError:
                raise self.broken("JSON nested too deep to be an article") from None
            except ValueError as error:
                if len(self.text) - self.at > MAX_RECORD:
                    raise Unreadable(
                        "too large",
                        f"a record of more than {MAX_RECORD:,} characters, or JSON that breaks in it ({error}).",
                    ) from None
                # What is broken in the middle stays broken: only what touches the end may be whole with more text.
                if self.ended or not self.more():
                    raise self.broken(getattr(error, "msg", str(error))) from None
            else:
                # A number at the edge of the window may go on.
                if end < len(self.text) or self.ended or not self.more():
                    size, self.at = end - self.at, end
                    if size > MAX_RECORD:
                        raise Broken(f"a record of more than {MAX_RECORD:,} characters", True)
                    return value

    def broken(self, problem: str) -> Broken:
        """Return the error of the element that begins here, standing behind it where its brackets close."""
        if self.text[self.at] not in "[{":
            return Broken(problem, False)
        depth, place = 0, self.at
        while True:
            for token in _TOKEN.finditer(self.text, place):
                mark = token.group()
                if token["string"] and not token["closed"] and not self.ended:
                    break  # a string that the window cuts
                depth += (mark in ("[", "{")) - (mark in ("]", "}"))
                place = token.end()
                if depth == 0:
                    self.at = place
                    return Broken(problem, True)
            place -= self.at
            if len(self.text) - self.at > MAX_RECORD or not self.more():
                return Broken(problem, False)
