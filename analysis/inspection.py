"""The dry run of a collection: what would load, which field is which, what is rejected and why. Stores nothing."""

from __future__ import annotations

import json
import os
import stat
from collections import Counter
from pathlib import Path, PurePosixPath

from analysis import collection as collections
from analysis.loaders import Record, Reject, article
from analysis.loaders.fields import ROLES, as_line, is_crawl_date, lookup

SHOWN, EXAMPLES, WIDTH = 3, 3, 96  # first articles, rejects of a reason, characters of a line of text
TEMPLATE = """\
# Settings of the collection '{name}', written by `make inspect`. Every line is optional: as it stands, nothing is
# changed. Take away the '#' before a line to use it; then run `make inspect COLLECTION={name}` again.

# published_basis = "crawl"      # the date fields say when a crawler came by, not when the article was published
# dayfirst = true                # 9/1/2024 is the 9th of January; false: the 1st of September
# encoding = "windows-1256"      # reads files that are not UTF-8; without it, it is found by the letters
# outlet = "…"                   # where a record does not name its outlet, its author or its language
# author = "…"
# language = "ar"

# Which field of a record is what. Found by their names:
# [fields]
{fields}
# The same keys for some of the files only; '*' stands for any characters.
{patterns}"""


class Group:
    """What the files of one pattern gave."""

    def __init__(self):
        self.files: set[str] = set()
        self.formats: Counter[str] = Counter()
        self.encodings: Counter[str] = Counter()
        self.roles: dict[str, Counter[str]] = {}
        self.others: dict[str, None] = {}
        self.articles = self.rejects = self.titled = self.sourced = 0


class Findings:
    """What is met while a collection is read; gathered record by record, no texts are kept."""

    def __init__(self, settings: collections.Settings):
        self.settings = settings
        self.groups: dict[str, Group] = {}
        self.first: list[dict] = []
        self.outlets: dict[str, list] = {}  # outlet → articles, days, undated
        self.bases: Counter[str] = Counter()
        self.rejects: dict[str, list[Reject]] = {}
        self.copies: Counter[str] = Counter()

    def observe(self, item: Record | Reject, made: dict | Reject) -> None:
        """Take in one record or reject of a loader and what became of it."""
        path = item.path if isinstance(item, Record) else item.origin.partition("#")[0]
        outer = path.partition("!")[0]
        group = self.groups.setdefault(pattern(outer), Group())
        group.files.add(outer)
        group.formats[item.format or "unknown"] += 1
        if isinstance(item, Record):
            group.encodings[item.encoding] += 1
            self._fields(group, item)
        if isinstance(made, Reject):
            group.rejects += 1
            kept = self.rejects.setdefault(made.reason, [])
            if len(kept) < EXAMPLES:
                kept.append(made)
            return
        group.articles += 1
        group.titled += made["title_start"] is not None
        group.sourced += made["source_line_start"] is not None
        self.copies[made["sha256"]] += 1
        self.bases[made["published_basis"]] += 1
        entry = self.outlets.setdefault(made["outlet"] or "(no outlet)", [0, Counter(), 0])
        entry[0] += 1
        if made["published"]:
            entry[1][made["published"].date()] += 1
        else:
            entry[2] += 1
        if len(self.first) < SHOWN:
            self.first.append({**made, "text": made["text"][:400]})

    def _fields(self, group: Group, record: Record) -> None:
        chosen = article.chosen_fields(record.fields, self.settings.for_file(record.path))
        used = set()
        for role, names in chosen.items():
            name = next((name for name in names if as_line(lookup(record.fields, name))), None)
            if name:
                group.roles.setdefault(role, Counter())[name] += 1
            used.update(names)
        if len(group.others) < 40:
            group.others.update(dict.fromkeys(name for name in record.fields if name not in used))


def inspect(collection: str, progress: bool = True) -> str:
    """Return what would load of a collection, as text for a terminal; write a collection.toml to edit if there is none.

    Raises CollectionError as `collection.load` does.
    """
    folder = collections.folder_of(collection)
    findings = Findings(collections.settings(folder))
    tally = collections.Tally()
    for _ in collections.rows(collection, tally, progress, findings.observe):
        pass
    counts = tally.counts()
    sections = [
        f"Collection '{collection}' in {folder}\n"
        f"  {_n(counts['files'], 'file')}, {_n(counts['records'], 'record')}: "
        f"{_n(counts['articles'], 'article')}, {_n(counts['rejects'], 'reject')}"
        + (f"; {_n(counts['ignored'], 'file')} left out by name" if counts["ignored"] else ""),
        _files(findings),
        _first(findings),
        _coverage(findings),
        _rejects(findings, counts),
        _warnings(counts),
        _settings(collection, folder, findings),
    ]
    return "\n\n".join(filter(None, sections)) + "\n"


def pattern(path: str) -> str:
    """Return the pattern under which a file is shown, as collection.toml takes it: its folder and its extension."""
    parent = PurePosixPath(path).parent
    suffix = PurePosixPath(path).suffix
    return f"*{suffix}" if str(parent) == "." else f"{parent}/*{suffix}"


def _files(findings: Findings) -> str:
    lines = ["Files and fields"]
    for name, group in sorted(findings.groups.items()):
        formats = ", ".join(sorted(group.formats))
        encodings = ", ".join(
            f"{encoding} ({n:,})" if len(group.encodings) > 1 else encoding
            for encoding, n in group.encodings.most_common()
        )
        lines.append(
            f"  {name}   {_n(len(group.files), 'file')}: {formats}; {encodings or 'no encoding'}; "
            f"{_n(group.articles, 'article')}, {_n(group.rejects, 'reject')}"
        )
        for role in ROLES:
            for field, n in group.roles.get(role, Counter()).most_common():
                crawl = (
                    role == "published"
                    and (findings.settings.for_file(name).published_basis or ("crawl" if is_crawl_date(field) else ""))
                    == "crawl"
                )
                lines.append(f"      {role:<10} {_short(field, 40)} ({n:,}{', day of a crawl' if crawl else ''})")
        if "text" not in group.roles:
            lines.append("      text       no field is recognized: name it in collection.toml")
        if group.titled or group.sourced:
            lines.append(
                f"      in texts   title at the head ({group.titled:,}), source in the last line ({group.sourced:,})"
            )
        if group.others:
            lines.append(f"      not used:  {_short(', '.join(map(str, group.others)), WIDTH)}")
    return "\n".join(lines)


def _first(findings: Findings) -> str:
    lines = ["First articles"] if findings.first else []
    for made in findings.first:
        day = made["published"].date().isoformat() if made["published"] else "no date"
        lines.append(
            f"  {made['origin']}   {_short(made['outlet'] or '(no outlet)', 40)}   {day} ({made['published_basis']})   "
            f"{made['language']}"
        )
        lines.append(f"      {_short(made['title'] or '(no title)', WIDTH)}")
        lines.append(f"      {_short(made['text'], WIDTH)}")
    return "\n".join(lines)


def _coverage(findings: Findings) -> str:
    if not findings.outlets:
        return ""
    lines = ["Coverage", f"  {'articles':>9}  {'first day':<10}  {'last day':<10}  {'days':>5}  {'undated':>7}  outlet"]
    for outlet, (n, days, undated) in sorted(findings.outlets.items(), key=lambda pair: (-pair[1][0], pair[0])):
        first, last = (min(days).isoformat(), max(days).isoformat()) if days else ("", "")
        lines.append(f"  {n:>9,}  {first:<10}  {last:<10}  {len(days):>5,}  {undated:>7,}  {_short(outlet, 50)}")
    lines.append("  dates from: " + ", ".join(f"{basis} ({n:,})" for basis, n in findings.bases.most_common()))
    copies = sum(n - 1 for n in findings.copies.values())
    if copies:
        lines.append(
            f"  {_n(copies, 'article')} with the text of another one, letter for letter; kept, and counted as copies."
        )
    return "\n".join(lines)


def _rejects(findings: Findings, counts: dict) -> str:
    lines = ["Rejects"] if counts["rejects"] else []
    for reason, n in sorted(counts["rejects_by_reason"].items(), key=lambda pair: (-pair[1], pair[0])):
        lines.append(f"  {n:,} {reason}")
        lines += [f"      {made.origin}: {made.detail}" for made in findings.rejects[reason]]
        if n > EXAMPLES:
            lines.append(f"      and {n - EXAMPLES:,} more")
    return "\n".join(lines)


def _warnings(counts: dict) -> str:
    lines = ["Look at"] if counts["warnings"] else []
    for kind, entry in sorted(counts["warnings"].items()):
        lines.append(f"  {_n(entry['n'], 'time')}: {kind}, as in {_short(entry['example'], 60)!r}")
    return "\n".join(lines)


def _settings(collection: str, folder: Path, findings: Findings) -> str:
    file = folder / collections.FILE
    if os.path.lexists(file):
        return f"Settings: {file} (unchanged)"
    # The mode is asked, not the right: root could write into a folder that its owner has closed.
    if not folder.stat().st_mode & stat.S_IWUSR or folder.is_symlink():
        return f"Settings: none; {folder} is read-only or a link, so no {collections.FILE} has been written."
    try:
        with open(file, "x", encoding="utf-8") as stream:
            stream.write(template(collection, findings))
    except OSError as error:
        return f"Settings: none, and {file} could not be written ({error.strerror}); the collection loads without it."
    return f"Settings: {file} has been written; edit it to say what records cannot say of themselves."


def template(collection: str, findings: Findings) -> str:
    """Return a commented collection.toml with the fields and patterns that were found."""
    fields = []
    for role in ROLES:
        total: Counter[str] = Counter()
        for group in findings.groups.values():
            total.update(group.roles.get(role, {}))
        found = [json.dumps(name, ensure_ascii=False) for name, _ in total.most_common(3)] or ['"…"']
        remark = f"in others {', '.join(found[1:])}" if found[1:] else "" if total else "not found"
        fields.append(f"# {role} = {found[0]}{'      # ' + remark if remark else ''}\n")
    patterns = [
        f'# [files.{json.dumps(name, ensure_ascii=False)}]\n# outlet = "…"\n' for name in sorted(findings.groups)[:20]
    ]
    return TEMPLATE.format(name=collection, fields="".join(fields), patterns="".join(patterns))


def _n(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _short(text: str, width: int) -> str:
    """Return `text` on one line of at most `width` characters."""
    line = " ".join(str(text[: 8 * width]).split())
    line = "".join(c for c in line if c.isprintable())
    return line if len(line) <= width else line[: width - 1] + "…"
