"""The listing: reports/index.html, which leads to every report that is there."""

from __future__ import annotations

import datetime
import json
import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from analysis import paths
from analysis.report.pages import TEMPLATE, stylesheet
from analysis.strings import Words


def write_listing() -> Path:
    """Write reports/index.html anew from the manifests of all reports; return its path."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATE, encoding="utf-8"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    html = environment.get_template("listing.html.j2").render(
        reports=_reports(), css=Markup(stylesheet()), words={code: Words(code) for code in ("en", "ar")}
    )
    place = paths.reports() / "index.html"
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(".index.html.new")
    part.write_text(html, encoding="utf-8", newline="\n")
    os.replace(part, place)
    return place


def _reports() -> list[dict]:
    """Return what the listing says of each report, by collection, range and language; without a manifest it is none."""
    found = []
    for file in sorted(paths.reports().glob("*/*/manifest.json")):
        if any(part.startswith(".") for part in file.relative_to(paths.reports()).parts):
            continue
        try:
            manifest = json.loads(file.read_text(encoding="utf-8"))
            words = Words(manifest["parameters"]["language"], manifest["parameters"]["months"])
            days = [manifest[key] and datetime.date.fromisoformat(manifest[key]) for key in ("first", "last")]
            found.append(
                dict(
                    link=file.with_name("index.html").relative_to(paths.reports()).as_posix(),
                    folder=file.parent.name,
                    collection=manifest["collection"],
                    words=words,
                    range=words.span(*days),
                    articles=words.number(manifest["articles"]),
                    statements=words.number(manifest["statements"]),
                )
            )
        except (OSError, ValueError, KeyError):
            continue
    return found
