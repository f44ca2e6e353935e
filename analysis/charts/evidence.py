"""Evidence: each statement in its paragraph, with speaker, cue and content marked. All text is inserted escaped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup, escape

from analysis.strings import Words, bdi

CAP = 400
SEED = 20160101
BEFORE, AFTER, LONGEST = 240, 160, 900
CLASSES = ("content", "cue", "source")


@dataclass(frozen=True)
class Evidence:
    """The statements to show, the texts of their articles by article_id, and of how many they were drawn."""

    rows: pd.DataFrame
    texts: Mapping[str, str]
    total: int
    words: Words
    notes: tuple[Markup, ...]
    key: str = "evidence"

    def html(self) -> Markup:
        words = self.words
        head = Markup("").join(
            Markup("<th scope=col>{}</th>").format(words.html(f"evidence.{c}")) for c in ("when", "who", "what")
        )
        body = Markup("").join(self._row(row) for row in self.rows.itertuples())
        title = words.html(
            "evidence.title" if self.total == len(self.rows) else "evidence.sample", n=len(self.rows), total=self.total
        )
        legend = Markup("").join(
            Markup("<mark class={}>{}</mark> ").format(c, words.html(f"evidence.{c}")) for c in CLASSES
        )
        return Markup(
            '<section class=block id="{}"><h2>{}</h2><p class=legend>{}</p><table class=evidence>'
            "<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody></table><p class=note>{}</p></section>"
        ).format(self.key, title, legend, head, body, Markup(" ").join(self.notes))

    def _row(self, row) -> Markup:
        words = self.words
        when = words.html("evidence.undated") if pd.isna(row.day) else words.day(row.day)
        outlet = bdi(row.outlet, words.language) if pd.notna(row.outlet) else ""
        if pd.notna(row.url) and row.url.startswith(("https://", "http://")):
            outlet = Markup('<a href="{}" rel="noopener noreferrer nofollow">{}</a>').format(
                row.url, outlet or escape(row.url)
            )
        who = (
            bdi(words.name(row.speaker_key), words.language)
            if pd.notna(row.speaker_key)
            else words.html("evidence.nobody")
        )
        facts = [words.value("type", row.type)]
        facts += [words.value("speech_act", row.speech_act)] if pd.notna(row.speech_act) else []
        facts += [words.value("polarity", int(row.polarity))] if pd.notna(row.polarity) and row.n_cues != 0 else []
        facts += (
            [words.html("evidence.targets", names=bdi(row.targets, words.language))] if pd.notna(row.targets) else []
        )
        facts += [words.html("evidence.relay", name=bdi(row.relay, words.language))] if pd.notna(row.relay) else []
        if row.outside_range:
            facts.append(words.html("evidence.outside", day=words.day(row.said_on)))
        separator = escape("، " if words.language == "ar" else ", ")
        return Markup(
            '<tr id="s-{}"><td><span class=day>{}</span> {}</td><th scope=row>{}</th>'
            "<td><p lang=ar dir=rtl class=text>{}</p><p class=facts>{}</p></td></tr>\n"
        ).format(row.statement_id, when, outlet, who, excerpt(self.texts[row.article_id], row), separator.join(facts))

    def _repr_mimebundle_(self, include=None, exclude=None):
        html = self.html()
        title = html[html.index("<h2>") + 4 : html.index("</h2>")]
        return {"text/html": str(html), "text/plain": f"{len(self.rows)} / {self.total}"}, {
            "tasrih": {"key": self.key, "finding": str(title)}
        }


def drawn(statements: pd.DataFrame, cap: int = CAP, seed: int = SEED) -> pd.DataFrame:
    """Return the statements, or a random sample of `cap` of them in the same order, by a fixed seed."""
    return statements if len(statements) <= cap else statements.sample(cap, random_state=seed).sort_index()


def excerpt(text: str, row) -> Markup:
    """Return the paragraph that a statement stands in, with content, cue and source marked.

    Args:
        text: the article.
        row: has spans (JSON), start, end, cue_start, cue_end, source_start, source_end (NA where missing).

    A long paragraph is cut before and after, and a very long statement at its end: what is shared is no archive.
    """
    spans = [(a, b, "content") for a, b in json.loads(row.spans)]
    spans += [
        (int(a), int(b), name)
        for a, b, name in ((row.cue_start, row.cue_end, "cue"), (row.source_start, row.source_end, "source"))
        if pd.notna(a)
    ]
    begin = min(a for a, _, name in spans if name != "source")
    last = max(b for _, b, name in spans if name != "source")
    first = max(text.rfind("\n", 0, begin) + 1, begin - BEFORE)
    close = text.find("\n", last)
    end = min(len(text) if close < 0 else close, last + AFTER, first + LONGEST)
    first, end = _word(text, first, begin), _word_end(text, end, last)
    edges = sorted({first, end, *(place for a, b, _ in spans for place in (a, b) if first < place < end)})
    parts = [Markup("… ") if first and text[first - 1] != "\n" else Markup("")]
    for a, b in zip(edges, edges[1:]):
        names = [
            name for name in CLASSES if any(start <= a and b <= stop for start, stop, kind in spans if kind == name)
        ]
        piece = escape(text[a:b])
        parts.append(Markup('<mark class="{}">{}</mark>').format(" ".join(names), piece) if names else piece)
    parts.append(Markup(" …") if end < len(text) and text[end] != "\n" else Markup(""))
    return Markup("").join(parts)


def _word(text: str, place: int, limit: int) -> int:
    """Return the start of the first whole word at or after `place`, at most `limit`."""
    if place == 0 or text[place - 1].isspace():
        return place
    while place < limit and not text[place].isspace():
        place += 1
    return min(place + 1, limit)


def _word_end(text: str, place: int, limit: int) -> int:
    """Return the end of the last whole word at or before `place`, at least `limit` where it lies before `place`."""
    if place >= len(text) or text[place].isspace():
        return place
    space = max(text.rfind(" ", 0, place), text.rfind("\n", 0, place))
    return space if space >= limit or place < limit and space > 0 else place
