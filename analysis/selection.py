"""The selection: the part of a collection that one report is about, and its one joined table.

A range holds the articles written in it, else published in it (with the date basis `published` the other
way round). Undated articles belong to the selection only where no range is asked for; they stand in no time chart.
A statement that its article says was made outside the range stays, marked.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis import frames, parameters, store
from analysis.errors import ParameterError, ReportError
from analysis.text import key

BOM = "utf-8-sig"
UNNAMED = ("anonymous", "group")
LIGHT = [column.name for column in frames.FRAMES["articles"] if column.name != "text"]


@dataclass(frozen=True)
class Selection:
    """The frames of one report, filtered; their columns are those of `analysis.frames` and these:

    articles: `day` (the day that places it in time, NaT where none is known), `copy` (an earlier article of the
    selection has the same cluster_id). statements: `speaker_key`, `outside_range`. stances: `target_key`.

    Attributes:
        collection, first, last: name; first and last day of the range, both included; None where nothing is dated.
        steps: what went in and out: columns step, reason (missing where it is a total), n.
        manifest: what the store says about how the frames were made.
        values: the checked parameters.
    """

    collection: str
    first: datetime.date | None
    last: datetime.date | None
    articles: pd.DataFrame
    statements: pd.DataFrame
    stances: pd.DataFrame
    dates: pd.DataFrame
    mentions: pd.DataFrame
    rejects: pd.DataFrame
    actors: pd.DataFrame
    steps: pd.DataFrame
    manifest: dict
    values: Mapping[str, str]


def load(
    collection: str = "sample",
    from_date: str = "",
    to_date: str = "",
    actors: str = "",
    outlets: str = "",
    date_basis: str = "written",
    **others: str,
) -> Selection:
    """Return the selection that the parameters name; the values are those of `analysis.parameters`.

    Raises:
        ParameterError: a value that is not possible, an actor or outlet that the collection does not hold.
        CollectionError: a collection that has not been processed.
        ReportError: nothing was published in the range; says what range there is.
    """
    values = parameters.resolve(
        dict(
            collection=collection,
            from_date=from_date,
            to_date=to_date,
            actors=actors,
            outlets=outlets,
            date_basis=date_basis,
            **others,
        ),
        environment={},
    )
    # Texts are the bulk of a collection, and only the page of statements needs them (`texts`).
    every = store.read(collection, "articles", LIGHT)
    rejects = store.read(collection, "rejects")
    steps = [("records", None, len(every) + len(rejects))]
    steps += [("rejected", reason, n) for reason, n in rejects["reason"].value_counts(sort=False).sort_index().items()]
    steps += [("articles", None, len(every))]
    articles = _of_outlets(every, parameters.as_list(values["outlets"]))
    steps += [("left out", "other outlet", len(every) - len(articles))]
    articles, first, last, left_out = _in_range(articles, values)
    steps += [("left out", reason, n) for reason, n in left_out.items()] + [("selected articles", None, len(articles))]
    articles = articles.sort_values(["day", "article_id"], na_position="last", ignore_index=True)
    articles["copy"] = articles["cluster_id"].duplicated()

    ids = articles["article_id"]
    known = store.read(collection, "actors")
    statements = store.read(collection, "statements")
    statements["speaker_key"] = actor_key(statements["speaker_id"], statements["speaker"])
    everyone = statements
    statements = statements[statements["article_id"].isin(ids)]
    steps += [("statements", None, len(statements))]
    wanted = _of_actors(parameters.as_list(values["actors"]), known, everyone)
    if wanted is not None:
        chosen = statements[statements["speaker_key"].isin(wanted)]
        steps += [("left out", "other speaker", len(statements) - len(chosen))]
        statements = chosen
    steps += [("selected statements", None, len(statements))]
    steps += [
        ("without speaker", why, n) for why, n in statements["unresolved"].value_counts(sort=False).sort_index().items()
    ]
    said = statements["said_on"]
    outside = (said < pd.Timestamp(first)) | (said > pd.Timestamp(last)) if first else said.notna() & False
    statements = statements.assign(outside_range=outside.astype(bool)).sort_values(
        ["article_id", "start", "statement_id"], ignore_index=True
    )
    steps += [("said outside the range", None, int(statements["outside_range"].sum()))]

    stances = store.read(collection, "stances")
    stances["target_key"] = actor_key(stances["target_id"], stances["target"])
    stances = stances[stances["statement_id"].isin(statements["statement_id"])].reset_index(drop=True)
    rest = {name: store.read(collection, name) for name in ("dates", "mentions")}
    rest = {name: frame[frame["article_id"].isin(ids)].reset_index(drop=True) for name, frame in rest.items()}
    return Selection(
        collection,
        first,
        last,
        articles,
        statements,
        stances,
        rest["dates"],
        rest["mentions"],
        rejects,
        known,
        pd.DataFrame(steps, columns=["step", "reason", "n"]),
        store.manifest(collection) or {},
        values,
    )


def actor_key(ids: pd.Series, names: pd.Series) -> pd.Series:
    """Return what tells actors apart: the actor_id, else 'name:' and the folded name, else missing."""
    folded = {name: "name:" + key(name) for name in names.dropna().unique()}
    return ids.fillna(names.map(folded).astype("str"))


def names(selection: Selection, language: str) -> dict[str, str]:
    """Return a label by speaker or target key: the name in `language`, else in Arabic, else as the article gives it."""
    labels: dict[str, str] = {}
    for keys, surface in (
        (selection.stances["target_key"], selection.stances["target"]),
        (selection.statements["speaker_key"], selection.statements["speaker"]),
    ):
        pairs = pd.DataFrame({"key": keys, "name": surface}).dropna()
        # Of several spellings the most frequent stands for all, of these the first by the alphabet.
        ranked = pairs.value_counts().reset_index(name="n").sort_values(["n", "name"], ascending=[True, False])
        labels.update(zip(ranked["key"], ranked["name"]))
    for actor in selection.actors.itertuples():
        english = actor.name_en if language == "en" and pd.notna(actor.name_en) else None
        labels[actor.actor_id] = english or actor.name_ar
    return labels


def joined(selection: Selection) -> pd.DataFrame:
    """Return one row a statement: with its outlet, URL, title, dates, and its speaker's names.

    Besides the columns of `statements`: outlet, url, title, published, written, day (what places it in time, by the
    date basis), copy (stands in a copy of an earlier article), speaker_ar, speaker_en, targets ('name:+1; name:-1'),
    dates (the values of the date expressions from the cue to the end), origin.
    """
    columns = [
        "article_id",
        "outlet",
        "url",
        "title",
        "published",
        "published_basis",
        "written",
        "written_basis",
        "day",
        "copy",
        "cluster_id",
        "origin",
    ]
    rows = selection.statements.merge(selection.articles[columns], on="article_id", how="left", validate="many_to_one")
    if selection.values["date_basis"] == "said_on":
        exact = rows["said_on_precision"].eq("day").fillna(False)
        rows["day"] = rows["said_on"].where(exact)
    by_id = selection.actors.set_index("actor_id")
    rows["speaker_ar"] = rows["speaker_id"].map(by_id["name_ar"]).fillna(rows["speaker"])
    rows["speaker_en"] = rows["speaker_id"].map(by_id["name_en"])
    signs = selection.stances.assign(
        entry=selection.stances["target"] + ":" + selection.stances["stance"].map({1: "+1", -1: "-1"})
    )
    rows["targets"] = rows["statement_id"].map(_together(signs, "statement_id", "entry"))
    inside = rows[["statement_id", "article_id", "start", "end", "cue_start"]].merge(
        selection.dates[["article_id", "start", "end", "value"]], on="article_id", suffixes=("", "_date")
    )
    begin = inside[["start", "cue_start"]].min(axis=1)
    inside = inside[(inside["start_date"] >= begin) & (inside["end_date"] <= inside["end"])].sort_values(
        ["statement_id", "start_date"]
    )
    rows["dates"] = rows["statement_id"].map(_together(inside, "statement_id", "value"))
    first = [
        "statement_id",
        "day",
        "outlet",
        "title",
        "url",
        "speaker",
        "speaker_en",
        "cue",
        "content",
        "type",
        "polarity",
        "targets",
    ]
    order = first + [column for column in rows.columns if column not in first]
    rows = rows[order].sort_values(
        ["day", "article_id", "start", "statement_id"], na_position="last", ignore_index=True
    )
    return rows


def texts(collection: str, ids: Iterable[str]) -> dict[str, str]:
    """Return the text of the articles with these ids."""
    frame = store.read(collection, "articles", ["article_id", "text"])
    frame = frame[frame["article_id"].isin(list(ids))]
    return dict(zip(frame["article_id"], frame["text"]))


def csv(table: pd.DataFrame) -> bytes:
    """Return the table as CSV that a spreadsheet opens with its Arabic intact: UTF-8 with BOM, days as YYYY-MM-DD."""
    return table.to_csv(index=False, lineterminator="\r\n", date_format="%Y-%m-%d").encode(BOM)


def _together(table: pd.DataFrame, by: str, what: str) -> pd.Series:
    """Return the values of `what` by `by`, joined in the order of the rows (`agg` takes twenty times as long)."""
    entries: dict[str, list[str]] = {}
    for key_, value in zip(table[by].tolist(), table[what].tolist()):
        entries.setdefault(key_, []).append(value)
    return pd.Series({key_: "; ".join(values) for key_, values in entries.items()}, dtype="str")


def _of_outlets(articles: pd.DataFrame, wanted: list[str]) -> pd.DataFrame:
    if not wanted:
        return articles.copy()
    present = {key(outlet).casefold(): outlet for outlet in articles["outlet"].dropna().unique()}
    unknown = [outlet for outlet in wanted if key(outlet).casefold() not in present]
    if unknown:
        raise ParameterError(
            f"OUTLETS: {'; '.join(unknown)} is not in the collection. It holds {'; '.join(sorted(present.values()))}."
        )
    return articles[articles["outlet"].isin([present[key(outlet).casefold()] for outlet in wanted])].copy()


def _of_actors(wanted: list[str], known: pd.DataFrame, statements: pd.DataFrame) -> set[str] | None:
    if not wanted:
        return None
    speakers = statements["speaker_key"].value_counts()
    keys = {
        key(name).casefold(): k
        for name, k in statements[["speaker", "speaker_key"]].dropna().drop_duplicates().itertuples(index=False)
    }
    for actor in known.itertuples():
        for name in (actor.actor_id, actor.name_ar, actor.name_en):
            if pd.notna(name):
                keys[key(name).casefold()] = actor.actor_id
    unknown = [name for name in wanted if key(name).casefold() not in keys]
    if unknown:
        most = [
            name
            for name in statements.drop_duplicates("speaker_key")
            .set_index("speaker_key")["speaker"]
            .reindex(speakers.index[:10])
        ]
        raise ParameterError(
            f"ACTORS: {'; '.join(unknown)} speaks nowhere in the collection. Quoted most are {'; '.join(most)}."
        )
    return {keys[key(name).casefold()] for name in wanted}


def _in_range(articles: pd.DataFrame, values: Mapping[str, str]):
    """Return the articles in the range with their day, its first and last day, and what was left out by reason."""
    first, last = parameters.day(values["from_date"]), parameters.day(values["to_date"])
    one, other = ("published", "written") if values["date_basis"] == "published" else ("written", "published")
    articles["day"] = articles[one].fillna(articles[other]).dt.normalize()
    if not len(articles):
        raise ReportError(
            f"The collection '{values['collection']}' holds no articles: look at its rejects with `make inspect`."
        )
    dated = articles["day"].dropna()
    own_first, own_last = (dated.min().date(), dated.max().date()) if len(dated) else (None, None)
    if not first and not last:
        return articles, own_first, own_last, {"undated": 0, "outside the range": 0}
    undated = articles["day"].isna()
    inside = ~undated
    if first:
        inside &= articles["day"] >= pd.Timestamp(first)
    if last:
        inside &= articles["day"] <= pd.Timestamp(last)
    if not inside.any():
        there = f"its articles are from {own_first} to {own_last}" if own_first else "none of its articles has a date"
        raise ReportError(
            f"'{values['collection']}' holds no article "
            f"from {first or 'its first day'} to {last or 'its last day'}: {there}."
        )
    left_out = {"undated": int(undated.sum()), "outside the range": int((~undated & ~inside).sum())}
    return articles[inside].copy(), first or own_first, last or own_last, left_out
