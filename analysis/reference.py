"""The reference: pages of docs/ that are made from the code, so that they cannot say something else than it does."""

from __future__ import annotations

from pathlib import Path

from analysis import frames, parameters, paths

MADE = "Made by `python -m analysis docs`; a test holds this page and the code together."
# Which columns tie each frame to the others, said once for people.
FRAMES = {
    "articles": "One row for each article. What could not be loaded is in `rejects`: articles + rejects = records.",
    "rejects": "One row for each record or file that did not become an article.",
    "statements": "One row for each statement: something said, by someone, in an article. A statement inside the content of another one names it in `parent_id`.",
    "stances": "One row for each actor that a statement evaluates.",
    "dates": "One row for each date expression of an article, resolved against its day of writing.",
    "mentions": "One row for each place where an article names an actor of the tables.",
    "actors": "One row for each actor of the package's tables and of the collection's own.",
}
DTYPES = {frames.TEXT: "text", frames.COUNT: "whole number", frames.DAY: "day", frames.NUMBER: "number"}


def pages() -> dict[str, str]:
    """Return the made pages by file name."""
    return {"frames.md": _frames(), "parameters.md": _parameters()}


def write(folder: Path = paths.PROJECT / "docs") -> list[Path]:
    """Write the made pages into `folder`; return those that changed."""
    changed = []
    for name, page in pages().items():
        file = folder / name
        if not file.exists() or file.read_text(encoding="utf-8") != page:
            file.write_text(page, encoding="utf-8", newline="\n")
            changed.append(file)
    return changed


def _frames() -> str:
    lines = [
        "# Frames",
        "",
        MADE,
        "",
        "`make process` writes them to `data/processed/<collection>/<frame>.parquet`. Offsets are half-open code point positions",
        "in the article's `text`, exactly as it was loaded: in Python, `text[start:end]`. Missing is missing (NA), never a guess.",
        "More columns may follow; these keep their names.",
        "",
        "```python",
        "from analysis import selection, store",
        "",
        'statements = store.read("mine", "statements")                     # one frame, checked against this page',
        'table = selection.joined(selection.load("mine"))                  # statement, outlet, URL, dates and names in one table',
        "```",
    ]
    for name, columns in frames.FRAMES.items():
        lines += ["", f"## {name}", "", FRAMES[name]]
        if name in frames.KEYS:
            lines += [f"No two rows have the same {' and '.join(f'`{key}`' for key in frames.KEYS[name])}."]
        lines += ["", "| column | type | may be missing | meaning |", "| --- | --- | --- | --- |"]
        for column in columns:
            closed = column.allowed and not all(str(value) in column.meaning for value in column.allowed)
            values = f" ({', '.join(map(str, column.allowed))})" if closed else ""
            lines.append(f"| `{column.name}` | {DTYPES[column.dtype]} | {'no' if column.required else 'yes'} | {_cell(column.meaning + values)} |")
    types = "; ".join(f"{words}: `{dtype}`" for dtype, words in DTYPES.items())
    return "\n".join([*lines, "", "## Types", "", f"As pandas has them: {types}.", ""])


def _parameters() -> str:
    lines = [
        "# Parameters",
        "",
        MADE,
        "",
        "The same table feeds make, the command line, the notebooks and the checks. All values are text. An option goes before",
        "the environment, the environment before the default: `make report LANGUAGE=ar`, `python -m analysis report --language ar`",
        f"and `{parameters.ENVIRONMENT}LANGUAGE=ar python -m analysis report` are one and the same. A name or a value that is not possible is an error",
        "before any work starts.",
        "",
        "| make | option | in notebooks | default | meaning |",
        "| --- | --- | --- | --- | --- |",
    ]
    for p in parameters.PARAMETERS:
        choices = f": {', '.join(f'`{choice}`' for choice in p.choices)}" if p.choices else ""
        default = f"`{p.default}`" if p.default else ""
        lines.append(f"| `{p.make}` | `{p.option}` | `{p.name}` | {default} | {_cell(p.help)}{choices} |")
    return "\n".join([*lines, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
