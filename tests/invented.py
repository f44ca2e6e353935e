"""An invented collection, made in code: its people, states and outlets do not exist."""

from __future__ import annotations

import datetime
import json

import pandas as pd

from analysis import frames

SPEAKERS = {
    "سامر الوادي": ("p1", "person"),
    "هالة النهري": ("p2", "person"),
    "وزارة الموانئ في رمالة": ("o1", "organization"),
    "رمالة": ("s1", "state"),
    "<script>alert(1)</script>": (None, "person"),
    "مصدر مطلع": (None, "anonymous"),
}
ACTORS = [
    dict(actor_id="p1", name_ar="سامر الوادي", name_en="Samer Alwadi", kind="person", country="s1"),
    dict(actor_id="p2", name_ar="هالة النهري", name_en=None, kind="person", country="s1"),
    dict(
        actor_id="o1",
        name_ar="وزارة الموانئ في رمالة",
        name_en="Ministry of Ports of Rumala",
        kind="organization",
        country="s1",
    ),
    dict(actor_id="s1", name_ar="رمالة", name_en="Rumala", kind="state"),
]
OUTLETS = ("صوت الساحل", "Rumala Post", '<b onclick="x">"جريدة" & co</b>')
SAYINGS = ("إن الميناء سيفتح قريبا", "أن القرار لا يخدم أحدا", "«لن نقبل بذلك» وإن الحوار مستمر")


def collection(name: str = "tiny", n: int = 48) -> dict[str, pd.DataFrame]:
    """Return the frames of an invented collection: `n` articles over eight weeks, two undated, every eighth a copy."""
    articles, statements, stances, dates = [], [], [], []
    speakers = list(SPEAKERS.items())
    for i in range(n):
        day = None if i in (5, 17) else datetime.date(2024, 1, 1) + datetime.timedelta(days=(i * 7) % 56)
        outlet = OUTLETS[i % 3]
        lead = f"الخبر رقم {i} من رمالة.\n"
        text, rows = lead, []
        for j in range(3):
            speaker, (actor, kind) = speakers[(i + j * j) % len(speakers)]
            saying = SAYINGS[(i + j) % 3]
            at = len(text)
            text += f"وقال {speaker} {saying} أمس.\n"
            source = at + len("وقال ")
            start = source + len(speaker) + 1
            rows.append((at, source, speaker, actor, kind, start, start + len(saying), j))
        article = frames.article_id(outlet, None, f"عنوان {i}", text)
        first = articles[i - 1]["cluster_id"] if i % 8 == 7 else article
        articles.append(
            dict(
                article_id=article,
                collection=name,
                outlet=outlet,
                url="javascript:alert(2)" if i % 3 == 2 else f"https://example.org/{i}",
                title=f"عنوان {i} <i>",
                text=text,
                published=day,
                published_basis="metadata" if day else "unknown",
                written=day,
                written_basis="metadata" if day else "unknown",
                language="ar",
                encoding="utf-8",
                origin=f"a.jsonl#{i + 1}",
                sha256=frames.digest(text),
                cluster_id=first,
            )
        )
        for at, source, speaker, actor, kind, start, end, j in rows:
            known = (i + j) % 11 != 0
            said = datetime.date(2023, 12, 1) if i % 9 == 0 and j == 0 else None
            key = frames.statement_id(article, (at, at + 4), [[start, end]])
            statements.append(
                dict(
                    statement_id=key,
                    article_id=article,
                    start=start,
                    end=end,
                    spans=json.dumps([[start, end]]),
                    content=text[start:end],
                    type=frames.TYPES[(i + j) % 3],
                    cue=text[at : at + 4],
                    cue_start=at,
                    cue_end=at + 4,
                    cue_lemma="قال",
                    speech_act="assert",
                    source=speaker,
                    source_start=source,
                    source_end=source + len(speaker),
                    speaker=speaker if known else None,
                    speaker_id=actor if known else None,
                    speaker_kind=kind if known else None,
                    unresolved=None if known else "tie",
                    said_on=said,
                    said_on_precision="day" if said else None,
                    said_on_basis="clause" if said else None,
                    polarity=(i + j) % 3 - 1,
                    n_cues=(i + j) % 2,
                    rule="test",
                )
            )
            if j == 1:
                stances.append(
                    dict(statement_id=key, target="رمالة", target_id="s1", stance=1 if i % 4 else -1, rule="test")
                )
            dates.append(
                dict(
                    article_id=article,
                    start=end + 1,
                    end=end + 4,
                    text="أمس",
                    value="2024-01-01",
                    earliest=datetime.date(2024, 1, 1),
                    latest=datetime.date(2024, 1, 1),
                    granularity="day",
                    calendar="gregorian",
                )
            )
    made = {"articles": articles, "statements": statements, "dates": dates}
    for rows, columns in (
        (articles, ("published", "written")),
        (statements, ("said_on",)),
        (dates, ("earliest", "latest")),
    ):
        for row in rows:
            row.update({column: row[column] and pd.Timestamp(row[column]) for column in columns})
    tables = {frame: frames.make(frame, rows) for frame, rows in made.items()}
    tables["stances"] = frames.make("stances", stances)
    tables["mentions"] = frames.make("mentions", pd.DataFrame(columns=["article_id"]))
    tables["rejects"] = frames.make(
        "rejects", [dict(origin="a.jsonl#99", reason="no text", detail="no text in this record")]
    )
    tables["actors"] = frames.make("actors", ACTORS)
    return tables
