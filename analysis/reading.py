"""Reading one article: its day, dates, actors and statements, as rows of the frames.

`read` is a pure function of an article and the dictionary of actors; it touches no file.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from functools import cache

from analysis import actors as who
from analysis import dates, frames, sentiment
from analysis.statements import circumstances, extraction, speakers
from analysis.tables import lexicon
from analysis.text.document import Document

Rows = dict[str, list[dict]]


def read(article: Mapping, actors: who.Actors) -> Rows:
    """Return the rows that one article gives to the frames, by frame name.

    Args:
        article: needs article_id, text and published (a date, a datetime or None).
        actors: the dictionary, from `analysis.actors.load`.

    Returns:
        rows for `articles` (one: the day of writing), `dates`, `mentions`, `statements` and `stances`; offsets
        are half-open code point positions in the article's text.
    """
    text, article_id = article["text"], article["article_id"]
    document = Document.of(text)
    published = _day(article.get("published"))
    written = dates.day_of_writing(text, published, folded=document.folded)
    tagged = dates.tag(text, written.day, folded=document.folded)
    mentions = who.mentions(text, written.day, actors, folded=document.folded)
    statements, stances = _statements(document, article_id, written.day, tagged, mentions, actors)
    return {
        "articles": [
            {
                "article_id": article_id,
                "written": written.day,
                "written_basis": written.basis,
                "written_conflict": written.conflict,
            }
        ],
        "dates": [
            {"article_id": article_id, **{name: getattr(d, name) for name in ("start", "end", "text", "value", "earliest", "latest", "granularity", "calendar")}}
            for d in tagged
        ],
        "mentions": [
            {"article_id": article_id, "start": m.start, "end": m.end, "surface": m.surface, "actor_id": m.actor_id, "role": m.role} for m in mentions
        ],
        "statements": statements,
        "stances": stances,
    }


def _day(value) -> date | None:
    if value is None or value != value:  # NaT and NaN differ from themselves
        return None
    return value.date() if hasattr(value, "date") else value


def _statements(document: Document, article_id: str, written: date | None, tagged, mentions, actors) -> tuple[list[dict], list[dict]]:
    drafts = extraction.drafts(document)
    kinds = _kinds(written, actors, mentions)
    answers = speakers.resolve(document, drafts, kinds)
    spans = [[document.span(*part) for part in draft.content] for draft in drafts]
    cues = [document.span(*draft.cue) for draft in drafts]
    sources = [document.span(*draft.source) if draft.source else None for draft in drafts]
    said = dates.said_on_all(
        document.folded.original,
        [
            dates.Utterance(cue, source, tuple(content), answer[0].name if answer[0] else None, draft.parent is not None)
            for cue, source, content, answer, draft in zip(cues, sources, spans, answers, drafts, strict=True)
        ],
        tagged,
        written,
    )
    ids = [frames.statement_id(article_id, cue, content) for cue, content in zip(cues, spans, strict=True)]
    rows: dict[str, dict] = {}
    stances: list[dict] = []
    text = document.folded.original
    for k, draft in enumerate(drafts):
        if ids[k] in rows:
            continue
        speaker, unresolved = answers[k][:2]
        lemma = draft.form.lemma if draft.form else document.slice(*draft.cue)
        act = draft.form.act if draft.form else "assert"
        whom, where = circumstances.addressee(document, draft), circumstances.venue(document, draft)
        inside = [(m.start, m.end, m.surface, m.actor_id) for m in mentions if any(s <= m.start and m.end <= e for s, e in spans[k])]
        tone = sentiment.score(
            text, spans[k], speech_act=act, cue_lemma=lemma, type=draft.type, speaker=speaker.name if speaker else None,
            candidates=inside, folded=document.folded,
        )
        row = {
            "statement_id": ids[k],
            "article_id": article_id,
            "parent_id": ids[draft.parent] if draft.parent is not None else None,
            "start": spans[k][0][0],
            "end": spans[k][-1][1],
            "spans": json.dumps([list(span) for span in spans[k]]),
            "content": " … ".join(text[start:end] for start, end in spans[k]),
            "type": draft.type,
            "cue": text[slice(*cues[k])],
            "cue_start": cues[k][0],
            "cue_end": cues[k][1],
            "cue_lemma": lemma,
            "speech_act": act,
            "source": text[slice(*sources[k])] if sources[k] else None,
            "source_start": sources[k][0] if sources[k] else None,
            "source_end": sources[k][1] if sources[k] else None,
            "speaker": speaker.name if speaker else None,
            "speaker_id": _actor(speaker, written, actors, mentions),
            "speaker_kind": speaker.kind if speaker else None,
            "unresolved": None if speaker else unresolved,
            "relay": text[slice(*document.span(*draft.relay))] if draft.relay else None,
            "addressee": text[slice(*document.span(*whom))] if whom else None,
            "venue": text[slice(*document.span(*where))] if where else None,
            "said_on": _first_day(said[k].value),
            "said_on_precision": said[k].precision,
            "said_on_basis": said[k].basis,
            "polarity": tone.polarity,
            "attitude": tone.attitude,
            "event_tone": tone.event_tone,
            "naming": tone.naming,
            "voice": tone.voice,
            "n_cues": tone.n_cues,
            "rule": draft.rule,
            "confidence": confidence(draft.probability),
        }
        rows[ids[k]] = row
        stances += [_stance(ids[k], stance, mentions) for stance in tone.stances]
    return list(rows.values()), stances


def _stance(statement_id: str, stance, mentions) -> dict:
    """Return the row of a stance; a target that the tables know goes by the longest name the article gives it."""
    at = [m for m in mentions if m.start < stance.end and stance.start < m.end]
    target_id = at[0].actor_id if at else None
    evidence = stance.evidence or (stance.start, stance.end)
    names = [m.surface for m in mentions if target_id and m.actor_id == target_id and m.role is None] or [stance.target]
    return {
        "statement_id": statement_id,
        "target": " ".join(sentiment.fullest(names).split()),
        "target_id": target_id,
        "stance": stance.stance,
        "evidence_start": evidence[0],
        "evidence_end": evidence[1],
        "rule": stance.rule,
    }


@cache
def _calibrated() -> tuple[list[float], list[float]]:
    """Return the upper edges of the bins of lexicons/confidence.tsv and the share that was right in each."""
    rows = lexicon("confidence")
    return [float(row["to"]) for row in rows], [float(row["confidence"]) for row in rows]


def confidence(probability: float) -> float:
    """Return how often statements as probable as this were right in annotated articles that the model had not seen."""
    edges, shares = _calibrated()
    return shares[min(bisect_right(edges, probability), len(shares) - 1)]


def _kinds(written: date | None, actors, mentions):
    """Return a function that says what kind of actor the tables know a name as, None where they do not know it."""

    def kind(name: str) -> str | None:
        actor_id = who.identify(name, written, actors, mentions)
        return actors.actors[actor_id].kind if actor_id in actors.actors else "organization" if actor_id else None

    return kind


def _actor(speaker, written: date | None, actors, mentions) -> str | None:
    """Return the speaker's actor_id; people who have no name have none."""
    if speaker is None or speaker.kind in ("anonymous", "group"):
        return None
    return who.identify(speaker.name, written, actors, mentions)


def _first_day(value: str | None) -> date | None:
    """Return the first day of a date that is cut to day, month or year."""
    return date.fromisoformat((value + "-01-01")[:10]) if value else None
