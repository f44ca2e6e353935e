"""An article's row: what a record means, by the settings and by the names of its fields."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime

from analysis import frames
from analysis.loaders import days, fields
from analysis.loaders.letters import damage
from analysis.loaders.record import Record, Reject, printable
from analysis.loaders.settings import Settings

TITLE, SOURCE_LINE = 150, 200  # the longest, in characters
# A full stop, question or exclamation mark before a space or the end, but not '..' and not after the one letter of 'د.'
_SENTENCE_END = re.compile(r"(?<![.\s])(?<!\b\w)[.!?؟۔…][\"'»”’)\]]*(?:\s|$)|[:،؛,;]\s*$")
_FIRST_LINE = re.compile(r"\s*(\S[^\r\n]*?)[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*\S")
_LETTER = re.compile(r"[^\W\d_]")
_SOURCE = re.compile(
    r"[(\[«\-–—*\s]*(?:المصدر|المصادر|نقلا[ً]? عن|نقلًا عن|تاريخ النشر|نُ?شر (?:في|بتاريخ|يوم)|بتاريخ|رابط الخبر"
    r"|Source|Published)\b",
    re.IGNORECASE,
)
_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+")
_LETTERS = re.compile(r"[^\W\d_]+")
# Letters that Arabic does not have, by the language that they show. ی and ک show none: Arabic is typed with them too.
_FOREIGN = (("ur", "ٹڈڑے"), ("ku", "ێۆڕڵ"), ("ug", "ۇۈۋې"), ("fa", "پچژگ"))
_OTHER = (("he", re.compile("[\u05d0-\u05ea]")), ("el", re.compile("[\u0370-\u03ff]")))


def row(record: Record, settings: Settings, warn) -> dict | Reject:
    """Return the row of `articles` for a record (with record_id besides), or why it is none.

    Args:
        record: as a loader yields it.
        settings: those of its file.
        warn: called with a kind of warning and the value that gave rise to it.
    """
    chosen = chosen_fields(record.fields, settings)
    text, problem = body(record, chosen.get("text", ()))
    if problem:
        return problem
    line = {
        role: first_line(record, chosen.get(role, ()))
        for role in ("title", "url", "outlet", "author", "language", "record_id")
    }
    for name in ("outlet", "author"):
        line[name] = line[name] or settings.defaults.get(name)
    for name, value in line.items():
        if value and not _encodable(value):
            return Reject(
                record.origin,
                "encoding",
                f"its {name} holds bytes that are not of the encoding {record.encoding}; save the file as UTF-8.",
                record.format,
            )
    title, title_span = title_of(text, line["title"], "title" in chosen)
    source_span = source_line(text)
    published, basis = published_of(
        record, chosen.get("published", ()), text[slice(*source_span)] if source_span else "", settings, warn
    )
    identity = frames.article_id(line["outlet"], line["url"], title, text)
    declared = line.pop("language") or settings.defaults.get("language")
    return {
        **line,
        "article_id": identity,
        "title": title,
        "text": text,
        "published": published,
        "published_basis": basis,
        "written": published,
        "written_basis": "metadata" if published else "unknown",
        "language": language(text, declared),
        "encoding": record.encoding,
        "origin": record.origin,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "cluster_id": identity,
        "title_start": title_span[0] if title_span else None,
        "title_end": title_span[1] if title_span else None,
        "source_line_start": source_span[0] if source_span else None,
        "source_line_end": source_span[1] if source_span else None,
    }


def chosen_fields(record: Mapping, settings: Settings) -> Mapping[str, tuple[str, ...]]:
    """Return the fields of a record by role, the best first.

    A field that the settings name is the only one of its role in records that have it, even where it is empty;
    in others (text files among records, say) the names that people use are recognized.
    """
    found = fields.recognized(tuple(map(str, record)))
    if not settings.fields:
        return found
    return {
        **found,
        **{
            role: (name,)
            for role, name in settings.fields.items()
            if name in record or fields.lookup(record, name) is not None
        },
    }


def body(record: Record, names: tuple[str, ...]) -> tuple[str, None] | tuple[None, Reject]:
    """Return the text of a record untouched, or the reject that says why it has none."""
    values = [(name, fields.lookup(record.fields, name)) for name in names]
    for name, value in values:
        if isinstance(value, str) and value and not value.isspace():
            why = damage(value)
            if why is None and _encodable(value):
                return value, None
            why = why or "half a character (a lone surrogate) stands in it"
            return None, Reject(
                record.origin,
                "encoding",
                f"'{printable(name)}', read as {record.encoding}: {why}; get it again, or save it as UTF-8.",
                record.format,
            )
    other = next((name for name, value in values if value is not None and not isinstance(value, str)), None)
    if other:
        return None, Reject(
            record.origin,
            "no text",
            f"the field '{printable(other)}' holds no string; join its parts into one text.",
            record.format,
        )
    if any(value is not None for _, value in values):
        return None, Reject(
            record.origin,
            "no text",
            f"the field '{printable(names[0])}' is empty; nothing to do, or get the article again.",
            record.format,
        )
    there = ", ".join(printable(str(name)) for name in list(record.fields)[:12])
    return None, Reject(
        record.origin,
        "no text",
        f'no field holds the text; there are {there or "none"}: name it in collection.toml ([fields] text = "…").',
        record.format,
    )


def first_line(record: Record, names: tuple[str, ...]) -> str | None:
    """Return the first of these fields that holds something, as one string."""
    for name in names:
        value = fields.as_line(fields.lookup(record.fields, name))
        if value:
            return value
    return None


def title_of(text: str, given: str | None, has_field: bool) -> tuple[str | None, tuple[int, int] | None]:
    """Return the title and where it stands in the text, None where it does not.

    A record's own title is looked for at the head of the text. Where records have no such field, the first line
    is a title if it is short, holds no sentence end, and a blank line follows.
    """
    if given:
        start = len(text) - len(text.lstrip())
        return given, (start, start + len(given)) if text.startswith(given, start) else None
    match = None if has_field else _FIRST_LINE.match(text[: 4 * TITLE])
    if (
        match is None
        or len(match[1]) > TITLE
        or not _LETTER.search(match[1])
        or _SENTENCE_END.search(match[1])
        or _SOURCE.match(match[1])
    ):
        return None, None
    return match[1], match.span(1)


def source_line(text: str) -> tuple[int, int] | None:
    """Return the span of a short last line that names source or date: (المصدر: …، بتاريخ 9/1/2024)."""
    end = len(text.rstrip())
    tail = text[max(0, end - SOURCE_LINE - 1) : end]
    begin = max(tail.rfind("\n"), tail.rfind("\r")) + 1
    line = tail[begin:]
    start = end - len(line.lstrip())
    if (
        not line.strip()
        or len(line) > SOURCE_LINE
        or start == len(text) - len(text.lstrip())
        or not _SOURCE.match(line)
    ):
        return None
    return start, end


def published_of(
    record: Record, names: tuple[str, ...], line: str, settings: Settings, warn
) -> tuple[datetime | None, str]:
    """Return the date and its basis: a field, else the source line, else the day of a crawl, else the file's name."""
    crawled = None
    for name in names:
        value = fields.lookup(record.fields, name)
        if value in (None, ""):
            continue
        found = days.parse(value, settings.dayfirst)
        if found is None:
            warn(f"the date in '{printable(name)}' was not understood", value)
        elif (settings.published_basis or ("crawl" if fields.is_crawl_date(name) else "metadata")) == "metadata":
            return found, "metadata"
        else:
            crawled = crawled or found
    if line and (found := days.in_line(line, settings.dayfirst)):
        return found, "text"
    if crawled:
        return crawled, "crawl"
    found = days.in_path(record.path)
    return (found, "filename") if found else (None, "unknown")


def language(text: str, declared: str | None = None) -> str:
    """Return the ISO 639-1 code that the letters of a text show; where they show none what is declared, else 'und'."""
    part = text[:2000]
    # The block of Arabic is U+0600 to U+06FF: counting its high byte takes a hundredth of what matching letters does.
    arabic = part.encode("utf-16-le", "surrogatepass")[1::2].count(6)
    letters = len(part)
    if arabic * 2 < len(part):
        arabic = sum(map(len, _ARABIC.findall(part)))
        letters = sum(map(len, _LETTERS.findall(part)))
    if arabic and arabic * 3 >= letters:  # a third: scripts and style sheets stand in some crawled texts
        for code, own in _FOREIGN:
            if sum(map(part.count, own)) * 50 > arabic:
                return code
        return "ar"
    for code, pattern in _OTHER:
        if len(pattern.findall(part)) * 2 > letters > 0:
            return code
    declared = (declared or "").strip().lower().partition("-")[0].partition("_")[0]
    return declared if re.fullmatch("[a-z]{2,3}", declared) and declared != "ar" else "und"


def _encodable(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
