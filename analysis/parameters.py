"""The parameters of a report: one table for make, the command line, the notebooks, the checks and the help.

A value reaches the program from an option (--from 2024-01-08), else from the environment variable
that the Makefile exports (TASRIH_FROM), else from the default here. Values are checked before any work starts.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass

from analysis.errors import ParameterError

ENVIRONMENT = "TASRIH_"


@dataclass(frozen=True)
class Parameter:
    """One parameter: its name in notebooks, its name for make, its option, default, kind, choices and help."""

    name: str
    make: str
    default: str
    kind: str
    help: str
    choices: tuple[str, ...] = ()

    @property
    def option(self) -> str:
        return "--" + self.make.lower().replace("_", "-")


PARAMETERS = (
    Parameter("collection", "COLLECTION", "sample", "name", "folder under data/raw/ that holds the articles"),
    Parameter("from_date", "FROM", "", "day", "first day, included (YYYY-MM-DD); empty: the collection's first"),
    Parameter("to_date", "TO", "", "day", "last day, included (YYYY-MM-DD); empty: the collection's last"),
    Parameter("language", "LANGUAGE", "en", "choice", "language of the report", ("en", "ar")),
    Parameter("actors", "ACTORS", "", "list", "only these speakers: names or ids, separated by ';'"),
    Parameter("outlets", "OUTLETS", "", "list", "only these outlets, separated by ';'"),
    Parameter("bin", "BIN", "week", "choice", "width of a point on the time axis", ("day", "week", "month")),
    Parameter(
        "date_basis", "DATE_BASIS", "written", "choice", "which date places a statement in time",
        ("written", "published", "said_on"),
    ),
    Parameter("months", "MONTHS", "ar-EG", "choice", "whose month names an Arabic report uses", ("ar-EG", "ar-SY", "ar-MA", "ar-DZ", "ar-SA")),
)
BY_NAME = {p.name: p for p in PARAMETERS}


def resolve(options: Mapping[str, str | None] = {}, environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return every parameter by name, checked.

    Args:
        options: values by parameter name; None or absent means not given.
        environment: where TASRIH_<MAKE NAME> variables are looked up; default os.environ.

    Raises:
        ParameterError: an unknown name, a date that is none, FROM after TO, a value that is no choice.
    """
    environment = os.environ if environment is None else environment
    unknown = set(options) - BY_NAME.keys()
    if unknown:
        raise ParameterError(f"Unknown parameter: {', '.join(sorted(unknown))}. Known are {', '.join(BY_NAME)}.")
    check_make_names(environment.get(ENVIRONMENT + "GIVEN", "").split())
    values = {}
    for parameter in PARAMETERS:
        given = options.get(parameter.name)
        value = environment.get(ENVIRONMENT + parameter.make) if given is None else given
        values[parameter.name] = _checked(parameter, (value or parameter.default).strip())
    if values["from_date"] and values["to_date"] and values["from_date"] > values["to_date"]:
        raise ParameterError(f"FROM ({values['from_date']}) is after TO ({values['to_date']}): exchange them.")
    return values


def check_make_names(names: list[str]) -> None:
    """Raise ParameterError if `names`, the variables set on make's command line, hold one that no target knows."""
    known = {p.make for p in PARAMETERS} | {"PYTHON", "UV", "IN", "OUT", "GOLD", "ENGINE", "SCHEDULER"}
    unknown = sorted(set(names) - known)
    if unknown:
        raise ParameterError(f"Unknown parameter: {', '.join(unknown)}. Known are {', '.join(p.make for p in PARAMETERS)}.")


def as_list(value: str) -> list[str]:
    """Return the entries of a list parameter: separated by ';', blank ones left out."""
    return [entry.strip() for entry in value.split(";") if entry.strip()]


def day(value: str) -> datetime.date | None:
    """Return the date of a checked day parameter, None where it is empty."""
    return datetime.date.fromisoformat(value) if value else None


def help_table() -> str:
    """Return the parameters as lines of text, for `make help` and the command line."""
    rows = []
    for p in PARAMETERS:
        choices = f" ({', '.join(p.choices)})" if p.choices else ""
        default = f" [{p.default}]" if p.default else ""
        rows.append(f"  {p.make:<11} {p.help}{choices}{default}")
    return "\n".join(rows)


def _checked(parameter: Parameter, value: str) -> str:
    if parameter.kind == "choice" and value not in parameter.choices:
        raise ParameterError(f"{parameter.make}={value!r} is not possible: choose one of {', '.join(parameter.choices)}.")
    if parameter.kind == "day" and value:
        try:
            return datetime.date.fromisoformat(value).isoformat()
        except ValueError:
            raise ParameterError(f"{parameter.make}={value!r} is no date: write it as YYYY-MM-DD, as in 2024-01-31.") from None
    if parameter.kind == "name" and (not value or value in {".", ".."} or any(c in value for c in "/\\\0") or not value.isprintable()):
        raise ParameterError(f"{parameter.make}={value!r} is no folder name: give the name of a folder under data/raw/.")
    return value
