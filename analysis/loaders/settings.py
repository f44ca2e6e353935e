"""A collection's settings: its collection.toml, which says what records cannot say of themselves."""

from __future__ import annotations

import codecs
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path

from analysis.errors import CollectionError
from analysis.loaders.fields import ROLES

FILE = "collection.toml"
DEFAULTS = ("outlet", "author", "language")
BASES = ("metadata", "crawl")
KEYS = ("encoding", "published_basis", "dayfirst", "fields", "defaults", *DEFAULTS)


@dataclass(frozen=True)
class Settings:
    """What holds for the records of a file.

    Attributes:
        fields: name of the field by role (text, title, published, outlet, url, author, language, record_id);
            a role that is not in it is found by the names that people use.
        defaults: outlet, author or language where the record has none.
        published_basis: 'metadata' or 'crawl' for every date field; None: by the field's name.
        dayfirst: whether 9/1/2024 is the 9th of January.
        encoding: what reads a file that is not UTF-8; None: found by its letters.
        files: pattern and the keys of its section, in the order of the file.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    published_basis: str | None = None
    dayfirst: bool = True
    encoding: str | None = None
    files: tuple[tuple[str, dict], ...] = ()

    def for_file(self, origin: str) -> Settings:
        """Return the settings of a file: the general ones, with each section over them whose pattern fits.

        A pattern ('marsa/*', '*.zip!*2015*') is compared with the path inside the collection, with the path
        that goes on inside an archive after '!', and with each of the archives around it.
        """
        found = self
        fitting = self.fitting(origin)
        for pattern, keys in self.files:
            if pattern in fitting:
                found = found._over(keys)
        return found

    def fitting(self, origin: str) -> set[str]:
        """Return the patterns that fit a file."""
        parts = origin.split("!")
        paths = ["!".join(parts[:n]) for n in range(1, len(parts) + 1)]
        return {pattern for pattern, _ in self.files if any(fnmatchcase(path, pattern) for path in paths)}

    def _over(self, keys: dict) -> Settings:
        own = {name: keys[name] for name in DEFAULTS if name in keys} | keys.get("defaults", {})
        plain = {name: keys[name] for name in ("encoding", "published_basis", "dayfirst") if name in keys}
        return replace(
            self, fields={**self.fields, **keys.get("fields", {})}, defaults={**self.defaults, **own}, **plain
        )


def read(folder: Path) -> Settings:
    """Return the settings in the collection.toml of a folder; the defaults where there is none.

    Raises CollectionError with the line where the file is no TOML, or a key or value cannot be used.
    """
    file = folder / FILE
    try:
        source = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        raise CollectionError(f"{file}: not UTF-8 (byte {error.start}); save it as UTF-8.") from None
    except OSError as error:
        raise CollectionError(f"{file}: cannot be read ({error.strerror or error}).") from None
    try:
        content = tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CollectionError(
            f'{file}: no TOML: {error}. Text stands in quotation marks, as in outlet = "…".'
        ) from None
    checked = Checked(file, source)
    files = checked.table(content.pop("files", {}), "files", None)
    checked.keys(content, "")
    for pattern, keys in files.items():
        checked.keys(checked.table(keys, pattern, "files"), pattern)
    return replace(Settings()._over(content), files=tuple(files.items()))


class Checked:
    """The checks of one file; each error names the line."""

    def __init__(self, file: Path, source: str):
        self.file, self.lines = file, source.splitlines()

    def error(self, name: str, section: str, problem: str) -> CollectionError:
        """Return the error about a key, with the line on which it stands after the head of its section."""
        start = next(
            (n for n, line in enumerate(self.lines) if section and line.lstrip().startswith("[") and section in line), 0
        )
        named = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
        place = next((n for n in range(start, len(self.lines)) if named.search(self.lines[n].partition("#")[0])), start)
        return CollectionError(f"{self.file}, line {place + 1}: {problem}")

    def table(self, value: object, name: str, section: str | None) -> dict:
        if isinstance(value, dict):
            return value
        raise self.error(
            name,
            section or "",
            f"'{name}' is a section: write [{section + '.' if section else ''}{name}] and its keys below.",
        )

    def keys(self, content: dict, section: str) -> None:
        """Check the keys of the file itself or of one pattern."""
        for name, value in content.items():
            if name not in KEYS:
                raise self.error(
                    name, section, f"unknown key '{name}'; known are {', '.join(KEYS)} and [files.\"pattern\"]."
                )
            if name == "fields":
                self.texts(self.table(value, name, section), section, ROLES, "the roles of fields")
            elif name == "defaults":
                self.texts(self.table(value, name, section), section, DEFAULTS, "defaults")
            elif name == "dayfirst":
                if not isinstance(value, bool):
                    raise self.error(name, section, "dayfirst is true (9/1 is in January) or false (in September).")
            elif not isinstance(value, str):
                raise self.error(name, section, f"'{name}' holds {value!r}; write text in quotation marks.")
            elif name == "published_basis" and value not in BASES:
                raise self.error(name, section, f"published_basis is one of {', '.join(BASES)}, not '{value}'.")
            elif name == "encoding":
                try:
                    codecs.lookup(value)
                except (LookupError, ValueError):
                    raise self.error(
                        name, section, f"no encoding is called '{value}'; windows-1256 and utf-8 are."
                    ) from None

    def texts(self, table: dict, section: str, known: tuple[str, ...], what: str) -> None:
        for name, value in table.items():
            if name not in known:
                raise self.error(name, section, f"unknown key '{name}'; {what} are {', '.join(known)}.")
            if not isinstance(value, str) or not value.strip():
                raise self.error(name, section, f"'{name}' holds {value!r}; write text in quotation marks.")
