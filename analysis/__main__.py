"""The command line: `python -m analysis VERB`, also `tasrih VERB`. Every make target calls one of these verbs."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from analysis import __version__, parameters, paths
from analysis.errors import TasrihError

INTERRUPTED = 130
MAKERS = ("train_models.py", "word_statistics.py")  # in benchmarks/, but they write tables of the package: run by hand only


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
    verb("benchmark", _benchmark, "run everything in benchmarks/ that measures, and print its tables")
    verb("docs", _docs, "bring the pages of docs/ that are made from the code up to date")
    verb("lock", _lock, "bring requirements.lock up to date with pyproject.toml (needs uv)")
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
    return subprocess.call([sys.executable, "-m", "pytest", *options.rest], cwd=paths.PROJECT)


def _benchmark(options: argparse.Namespace) -> int:
    scripts = [script for script in sorted((paths.PROJECT / "benchmarks").glob("*.py")) if script.name not in MAKERS]
    if not scripts:
        raise TasrihError(f"No benchmark in {paths.PROJECT / 'benchmarks'}: bring the folder back from the repository.")
    failed = []
    for script in scripts:
        print(f"{script.stem}", flush=True)
        if subprocess.call([sys.executable, str(script)], cwd=paths.PROJECT):
            failed.append(script.name)
        print(flush=True)
    if failed:
        raise TasrihError(f"{', '.join(failed)} in benchmarks/ failed; what it wrote above says why.")
    return 0


def _docs(options: argparse.Namespace) -> None:
    from analysis import reference

    changed = reference.write()
    print("\n".join(f"Wrote {file}" for file in changed) or "Every page is up to date.")


def _lock(options: argparse.Namespace) -> None:
    """Write requirements.lock: the project's packages with all extras, and what builds it, each with its hashes."""
    import tempfile
    import tomllib

    uv, lock = shutil.which("uv"), paths.PROJECT / "requirements.lock"
    if uv is None:
        raise TasrihError("`lock` needs uv, and there is none on the PATH: `pip install uv`, then run it again. requirements.lock is as it was.")
    build = tomllib.loads((paths.PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    with tempfile.TemporaryDirectory() as folder:
        build_file, made = Path(folder, "build.txt"), Path(folder, lock.name)
        build_file.write_text("\n".join(build) + "\n", encoding="utf-8")
        if lock.exists():
            shutil.copyfile(lock, made)  # uv keeps the versions that stand there as long as they fit
        command = [uv, "pip", "compile", "pyproject.toml", str(build_file), "--all-extras", "--universal", "--python-version", "3.11"]
        command += ["--generate-hashes", "--no-header", "--no-annotate", "--quiet", "--output-file", str(made)]
        if subprocess.call(command, cwd=paths.PROJECT):
            raise TasrihError("uv could not lock pyproject.toml; what it wrote above says why. requirements.lock is as it was.")
        content = made.read_bytes()
    if b"://" in content:
        raise TasrihError("uv wrote an address into the lock, which must work with every index: run it without index settings. requirements.lock is as it was.")
    part = lock.with_name(f".{lock.name}.new")
    part.write_bytes(content)
    os.replace(part, lock)


if __name__ == "__main__":
    sys.exit(main())
