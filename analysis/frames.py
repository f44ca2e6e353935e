"""The frames: the package's public contract. Columns, dtypes and meanings stand here and nowhere else.

Every frame is checked against this table when it is made and when it is read. Offsets are half-open
code point positions in the article's `text` exactly as it was loaded. More columns may follow later;
the ones here keep their names. Missing values are missing (NA), never a guess.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache

import pandas as pd

from analysis.errors import FrameError

KINDS = ("person", "organization", "state", "group", "anonymous")
TYPES = ("direct", "indirect", "mixed")


@dataclass(frozen=True)
class Column:
    """One column: its name, pandas dtype, meaning, whether it may be missing, and the values it may hold."""

    name: str
    dtype: str
    meaning: str
    required: bool = False
    allowed: tuple = ()


TEXT, COUNT, DAY, NUMBER = "str", "Int64", "datetime64[us]", "Float64"

FRAMES: dict[str, tuple[Column, ...]] = {
    "articles": (
        Column("article_id", TEXT, "hash of outlet, URL (else title) and text; the key of every other frame", True),
        Column("collection", TEXT, "name of the collection's folder under data/raw/", True),
        Column("outlet", TEXT, "who published it, as the record or the collection says"),
        Column("url", TEXT, "address of the article"),
        Column("title", TEXT, "headline; where it stands inside the text, title_start and title_end say where"),
        Column("author", TEXT, "byline of the record"),
        Column("text", TEXT, "the whole body exactly as it stands in the file", True),
        Column("published", DAY, "when it was published, by the basis in published_basis"),
        Column("published_basis", TEXT, "where `published` comes from", True, ("metadata", "text", "filename", "crawl", "unknown")),
        Column("written", DAY, "the day of writing: `published` unless the text itself says otherwise"),
        Column("written_basis", TEXT, "what fixed the day of writing", True, ("metadata", "dateline", "source line", "double date", "weekday", "unknown")),
        Column("written_conflict", TEXT, "what inside the article contradicts the day of writing"),
        Column("language", TEXT, "ISO 639-1 code by the letters of the text: ar, fa, … or und", True),
        Column("encoding", TEXT, "the character encoding that read the file", True),
        Column("origin", TEXT, "file (inside an archive after '!') and record (after '#', from 1)", True),
        Column("sha256", TEXT, "SHA-256 of the text in UTF-8", True),
        Column("cluster_id", TEXT, "articles that are copies of one another share it; article_id of the first", True),
        Column("title_start", COUNT, "offset at which the title stands in the text, where it does"),
        Column("title_end", COUNT, "end offset of the title in the text"),
        Column("source_line_start", COUNT, "offset of a closing line that names source or date"),
        Column("source_line_end", COUNT, "end offset of that line"),
    ),
    "rejects": (
        Column("origin", TEXT, "file and record that did not become an article", True),
        Column("reason", TEXT, "one word or two for counting: no text, duplicate, encoding, not parsed, …", True),
        Column("detail", TEXT, "what was wrong and what to do about it", True),
    ),
    "statements": (
        Column("statement_id", TEXT, "hash of article_id, cue span and content spans", True),
        Column("article_id", TEXT, "the article it stands in", True),
        Column("parent_id", TEXT, "the statement inside whose content this one is reported"),
        Column("start", COUNT, "first offset of the content", True),
        Column("end", COUNT, "end offset of the content (of its last span)", True),
        Column("spans", TEXT, "JSON list of [start, end): more than one where the cue interrupts the content", True),
        Column("content", TEXT, "what was said: the text of the spans, joined by ' … '", True),
        Column("type", TEXT, "direct (all in quotation marks), indirect (none), mixed", True, TYPES),
        Column("cue", TEXT, "the words that introduce it"),
        Column("cue_start", COUNT, "offset of the cue"),
        Column("cue_end", COUNT, "end offset of the cue"),
        Column("cue_lemma", TEXT, "lemma of the cue in lexicons/cues.tsv"),
        Column("speech_act", TEXT, "assert, add, stress, deny, demand, promise, threaten, warn, accuse, condemn, praise, …"),
        Column("source", TEXT, "the words that name the source near the cue; missing where the verb has no expressed subject"),
        Column("source_start", COUNT, "offset of the source"),
        Column("source_end", COUNT, "end offset of the source"),
        Column("speaker", TEXT, "who it is: the fullest name that the article gives"),
        Column("speaker_id", TEXT, "actor_id of the speaker, where the tables of actors know it"),
        Column("speaker_kind", TEXT, "what kind of speaker", False, KINDS),
        Column("unresolved", TEXT, "why there is no speaker: no candidate, tie"),
        Column("relay", TEXT, "who passes the statement on (نقلت وكالة … عن …)"),
        Column("addressee", TEXT, "to whom it was said, where the text says so, with its preposition"),
        Column("venue", TEXT, "where or on what occasion it was said, where the text says so, with its preposition"),
        Column("said_on", DAY, "first day of the period in which it was said, where the text says or implies it"),
        Column("said_on_precision", TEXT, "how exact said_on is", False, ("day", "month", "year")),
        Column("said_on_basis", TEXT, "where said_on comes from", False, ("clause", "occasion")),
        Column("polarity", COUNT, "the speaker's overall tone: -1, 0 or 1", False, (-1, 0, 1)),
        Column("attitude", COUNT, "the speaker's evaluation of actors: -1, 0 or 1", False, (-1, 0, 1)),
        Column("event_tone", COUNT, "how good or bad the reported event is: -1, 0 or 1", False, (-1, 0, 1)),
        Column("naming", COUNT, "loaded (-1) or protocol (1) labels in it", False, (-1, 0, 1)),
        Column("voice", TEXT, "whose words the tone is in", False, ("direct", "indirect", "journalist")),
        Column("n_cues", COUNT, "how many words of the sentiment lexicon it holds; 0 is 'no cue', not 'neutral'"),
        Column("rule", TEXT, "which rule made the row", True),
        Column("confidence", NUMBER, "share of statements as probable as this one that were right in annotated articles that the model had not seen, 0 to 1"),
    ),
    "stances": (
        Column("statement_id", TEXT, "the statement", True),
        Column("target", TEXT, "the actor that the speaker evaluates, in the article's fullest form", True),
        Column("target_id", TEXT, "actor_id of the target"),
        Column("stance", COUNT, "-1 against, 1 for", True, (-1, 1)),
        Column("evidence_start", COUNT, "offset of the words that show it"),
        Column("evidence_end", COUNT, "end offset of these words"),
        Column("rule", TEXT, "which rule found it", True),
    ),
    "dates": (
        Column("article_id", TEXT, "the article it stands in", True),
        Column("start", COUNT, "offset of the expression", True),
        Column("end", COUNT, "end offset", True),
        Column("text", TEXT, "the expression", True),
        Column("value", TEXT, "ISO day, month, year, YYYY-Qn, YYYY-Www, or START/END with both included"),
        Column("earliest", DAY, "first day of the value"),
        Column("latest", DAY, "last day of the value"),
        Column("granularity", TEXT, "day, week, month, quarter, half, season, year or range"),
        Column("calendar", TEXT, "calendar in which it was written", False, ("gregorian", "hijri")),
    ),
    "mentions": (
        Column("article_id", TEXT, "the article it stands in", True),
        Column("start", COUNT, "offset of the mention", True),
        Column("end", COUNT, "end offset", True),
        Column("surface", TEXT, "the words", True),
        Column("actor_id", TEXT, "who is meant", True),
        Column("role", TEXT, "the office by which the actor is named, where it is by office and not by name"),
    ),
    "actors": (
        Column("actor_id", TEXT, "stable short id", True),
        Column("name_ar", TEXT, "full name in Arabic", True),
        Column("name_en", TEXT, "full name in English"),
        Column("kind", TEXT, "person, organization, state or group", True, ("person", "organization", "state", "group")),
        Column("country", TEXT, "actor_id of the state it belongs to"),
        Column("parent", TEXT, "actor_id of the body it belongs to"),
        Column("wikidata", TEXT, "QID, where a named source gives it"),
    ),
}

KEYS = {"articles": ["article_id"], "statements": ["statement_id"], "actors": ["actor_id"]}


@cache
def schema(name: str):
    """Return the pandera schema of frame `name`."""
    import pandera.pandas as pandera  # imported here: it costs half a second that `--help` need not pay

    columns = {
        c.name: pandera.Column(
            c.dtype,
            [pandera.Check.isin(c.allowed)] if c.allowed else None,
            nullable=not c.required,
            description=c.meaning,
        )
        for c in FRAMES[name]
    }
    return pandera.DataFrameSchema(columns, strict=False, unique=KEYS.get(name), name=name)


def check(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame` unchanged if it keeps the contract of frame `name`; else raise FrameError with the first bad rows."""
    from pandera.errors import SchemaErrors

    try:
        return schema(name).validate(frame, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases[["column", "check", "failure_case", "index"]].head(5)
        rows = "; ".join(f"{c.column}: {c.check}, found {c.failure_case!r} in row {c.index}" for c in cases.itertuples())
        raise FrameError(f"The frame '{name}' does not keep its contract: {rows}.") from error


def make(name: str, rows: list[dict] | pd.DataFrame) -> pd.DataFrame:
    """Return a checked frame `name` of `rows`: columns in order, dtypes as declared, missing columns filled with NA."""
    frame = pd.DataFrame(rows)
    data = {}
    for column in FRAMES[name]:
        values = frame[column.name] if column.name in frame else pd.Series([None] * len(frame), index=frame.index)
        data[column.name] = values.astype("object").astype(column.dtype) if values.dtype == object else values.astype(column.dtype)
    return check(name, pd.DataFrame(data, index=frame.index))


def digest(*parts: str | None) -> str:
    """Return 16 hexadecimal digits of the SHA-256 of `parts`, told apart by a separator no text holds."""
    return hashlib.sha256("\x1f".join(p or "" for p in parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def article_id(outlet: str | None, url: str | None, title: str | None, text: str) -> str:
    """Return the id of an article: a hash of outlet, URL (else title) and text."""
    return digest(outlet, url or title, text)


def statement_id(article: str, cue: tuple[int, int] | None, spans: list) -> str:
    """Return the id of a statement: a hash of article_id, cue span and content spans."""
    return digest(article, json.dumps(cue and list(cue)), json.dumps([list(s) for s in spans]))
