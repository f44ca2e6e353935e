"""The command line: `python -m analysis VERB`, also `tasrih VERB`. Every make target calls one of these verbs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from analysis import __version__, parameters
from analysis.errors import TasrihError

INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run one verb; return the exit status: 0 done, 1 the input's fault (one sentence on stderr), 130 interrupted."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options) or 0
    except TasrihError as error:
        print(f"tasrih: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\ntasrih: interrupted; what was there before is as it was. Run the same command to go on.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has gone (… | head)
        return 0
    except OSError as error:
        print(f"tasrih: {error.strerror or error} ({error.filename}); what was there before is as it was.", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tasrih",
        description="Who said what, and when, in the Arabic news.",
        epilog="Parameters of a report:\n" + parameters.help_table(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"tasrih {__version__}")
    verbs = parser.add_subparsers(title="verbs", required=True, metavar="VERB")

    def verb(name: str, run, help_text: str, *, takes_parameters: bool = False) -> argparse.ArgumentParser:
        sub = verbs.add_parser(name, help=help_text, description=help_text)
        sub.set_defaults(run=run)
        if takes_parameters:
            for p in parameters.PARAMETERS:
                sub.add_argument(p.option, dest=p.name, metavar=p.make, help=p.help, default=None)
        return sub

    verb("report", _report, "process what is new, run the notebooks, write the report", takes_parameters=True)
    verb("process", _process, "make the frames of a collection", takes_parameters=True)
    verb("inspect", _inspect, "say what would be loaded, and write a collection.toml to edit", takes_parameters=True)
    verb("lab", _lab, "open copies of the notebooks with the parameters filled in", takes_parameters=True)
    verb("clean", _clean, "delete the frames and reports of a collection, never its own files", takes_parameters=True)
    verb("help", _help, "list targets and parameters")
    annotate = verb("annotate", _annotate, "articles, one JSON object a line, to statements and dates with offsets")
    annotate.add_argument("input", type=Path, metavar="IN.jsonl")
    annotate.add_argument("output", type=Path, metavar="OUT.jsonl")
    annotate.add_argument("--actors", type=Path, default=None, help="an actors.tsv whose rows add to the package's own")
    evaluate = verb("evaluate", _evaluate, "annotate and score, with intervals, by type of statement and by rule")
    evaluate.add_argument("gold", type=Path, nargs="+", metavar="GOLD.jsonl")
    evaluate.add_argument("--actors", type=Path, default=None, help="an actors.tsv whose rows add to the package's own")
    test = verb("test", _test, "run every test")
    test.add_argument("rest", nargs=argparse.REMAINDER, metavar="…", help="options for pytest")
    return parser


def _values(options: argparse.Namespace) -> dict[str, str]:
    return parameters.resolve({p.name: getattr(options, p.name) for p in parameters.PARAMETERS})


def _report(options: argparse.Namespace) -> None:
    values = _values(options)
    from analysis import processing, report

    processing.process(values["collection"])
    print(f"Report: {report.build(values)}")


def _process(options: argparse.Namespace) -> None:
    values = _values(options)
    from analysis import processing

    manifest = processing.process(values["collection"])
    counts = manifest["counts"]
    print(f"{values['collection']}: {counts['records']} records = {counts['articles rows']} articles + {counts['rejects rows']} rejects; {counts['statements rows']} statements.")


def _inspect(options: argparse.Namespace) -> None:
    values = _values(options)
    from analysis import inspection

    print(inspection.inspect(values["collection"]))


def _lab(options: argparse.Namespace) -> int:
    values = _values(options)
    from analysis import processing, report

    processing.process(values["collection"])
    return report.lab(values)


def _clean(options: argparse.Namespace) -> None:
    values = _values(options)
    from analysis import store

    for place in store.clean(values["collection"]):
        print(f"Deleted {place}")


def _help(options: argparse.Namespace) -> None:
    _parser().print_help()


def _annotate(options: argparse.Namespace) -> None:
    from analysis import annotation

    annotation.annotate_file(options.input, options.output, options.actors)


def _evaluate(options: argparse.Namespace) -> None:
    from analysis import evaluation

    print(evaluation.evaluate(options.gold, options.actors))


def _test(options: argparse.Namespace) -> int:
    import subprocess

    from analysis import paths

    return subprocess.call([sys.executable, "-m", "pytest", *options.rest], cwd=paths.PROJECT)


if __name__ == "__main__":
    sys.exit(main())
