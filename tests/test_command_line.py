"""The command line as people meet it: a program of its own, with a home of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys

import pytest
from test_processing import article, put

from analysis import __main__, __version__, parameters, paths
from analysis.errors import ParameterError, TasrihError


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Return a home with the collections `own` (six articles, processed by the first test that needs it), `only` rejects and `empty`."""
    folder = tmp_path_factory.mktemp("home")
    put(folder, [article(n) for n in range(6)])
    put(folder, [{"id": "no text"}, "{cut"], name="only")
    (folder / "data" / "raw" / "empty").mkdir()
    return folder


def run(home, *arguments, cwd=None, **environment):
    outer = {name: value for name, value in os.environ.items() if not name.startswith("TASRIH_")}
    environment = outer | {"TASRIH_HOME": str(home), "PYTHONIOENCODING": "utf-8"} | environment
    return subprocess.run([sys.executable, "-m", "analysis", *map(str, arguments)], cwd=cwd or paths.PROJECT, env=environment, capture_output=True, encoding="utf-8")


def sentence(done):
    """Return the one sentence on stderr of a command that failed as it should."""
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 1, done.stderr
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    assert len(lines) == 1 and lines[0].startswith("tasrih: ") and lines[0].endswith((".", ":")), done.stderr
    return lines[0].removeprefix("tasrih: ")


# ---- parameters


@pytest.mark.parametrize("verb", ["report", "process", "inspect", "lab", "clean"])
@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--from", "2024-02-01", "--to", "2024-01-31"], "FROM (2024-02-01) is after TO (2024-01-31)"),
        (["--from", "2024-02-30"], "FROM='2024-02-30' is no date: write it as YYYY-MM-DD"),
        (["--to", "yesterday"], "TO='yesterday' is no date"),
        (["--to", "٣١/١/٢٠٢٤"], "TO='٣١/١/٢٠٢٤' is no date"),
        (["--language", "fr"], "LANGUAGE='fr' is not possible: choose one of en, ar"),
        (["--bin", "year"], "BIN='year' is not possible: choose one of day, week, month"),
        (["--collection", "../raw"], "is no folder name"),
        (["--collection", ".."], "is no folder name"),
    ],
)
def test_a_parameter_that_is_not_possible(home, verb, options, says):
    if verb != "report":  # the checks are the same for each verb: one of them as a program, the others in this one
        arguments = [verb, *options]
        with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as exit:
            patch.setenv("TASRIH_HOME", str(home))
            sys.exit(__main__.main(arguments))
        assert exit.value.code == 1
        return
    assert says in sentence(run(home, verb, *options))


def test_parameters_come_from_the_environment_and_options_go_before_it(home):
    assert "LANGUAGE='fr'" in sentence(run(home, "report", TASRIH_LANGUAGE="fr"))
    assert "No collection 'none'" in sentence(run(home, "report", "--language", "ar", "--collection", "none", TASRIH_LANGUAGE="fr"))


def test_a_misspelt_name_for_make(home):
    assert sentence(run(home, "process", TASRIH_GIVEN="COLECTION FROM")).startswith("Unknown parameter: COLECTION. Known are COLLECTION, FROM, TO")


def test_resolve_gives_every_parameter_its_value():
    values = parameters.resolve({"from_date": "20240108", "actors": " أ ; ب "}, {"TASRIH_LANGUAGE": "ar", "TASRIH_BIN": ""})
    assert list(values) == [p.name for p in parameters.PARAMETERS]
    assert (values["from_date"], values["language"], values["bin"], values["collection"]) == ("2024-01-08", "ar", "week", "sample")
    assert parameters.as_list(values["actors"]) == ["أ", "ب"]
    with pytest.raises(ParameterError, match="Unknown parameter: colour"):
        parameters.resolve({"colour": "red"}, {})


# ---- collections


@pytest.mark.parametrize("verb", ["report", "process", "inspect"])
def test_an_unknown_collection(home, verb):
    said = sentence(run(home, verb, "--collection", "مجهولة"))
    assert "No collection 'مجهولة'" in said
    assert "empty, only, own" in said


@pytest.mark.parametrize("verb", ["report", "process", "inspect"])
def test_an_empty_collection(home, verb):
    assert "holds no files with articles" in sentence(run(home, verb, "--collection", "empty"))


@pytest.mark.parametrize("verb", ["report", "process"])
def test_a_collection_of_only_rejects(home, verb):
    said = sentence(run(home, verb, "--collection", "only"))
    assert "none of its 2 records became an article" in said and "make inspect COLLECTION=only" in said


def test_inspect_shows_the_rejects_of_a_collection_of_only_rejects(home):
    done = run(home, "inspect", "--collection", "only")
    assert done.returncode == 0, done.stderr
    assert "0 articles, 2 rejects" in done.stdout and "no text" in done.stdout


def test_process_says_what_went_in_and_out_and_an_empty_range_is_a_sentence(home):
    done = run(home, "process", "--collection", "own", cwd=home)
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"own: 6 records = 6 articles \+ 0 rejects; \d+ statements\.\n", done.stdout)
    assert "holds no article from 2030-01-01 to its last day: its articles are from 2024-01-08 to 2024-01-08" in sentence(
        run(home, "report", "--collection", "own", "--from", "2030-01-01")
    )
    assert "speaks nowhere in the collection" in sentence(run(home, "report", "--collection", "own", "--actors", "لا أحد"))
    assert "is not in the collection. It holds صوت الساحل" in sentence(run(home, "report", "--collection", "own", "--outlets", "لا شيء"))
    assert not (home / "reports").exists() or not list((home / "reports").rglob("*.html"))


def test_paths_come_from_the_home_and_not_from_the_working_folder(home, tmp_path):
    assert run(home, "inspect", "--collection", "own", cwd=tmp_path).returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_clean_says_what_it_deletes(home, tmp_path):
    shutil.copytree(home / "data", tmp_path / "data")
    assert run(tmp_path, "process", "--collection", "own").returncode == 0
    done = run(tmp_path, "clean", "--collection", "own")
    assert done.stdout == f"Deleted {tmp_path / 'data' / 'processed' / 'own'}\n"
    assert (tmp_path / "data" / "raw" / "own" / "articles.jsonl").exists()


def test_a_place_that_cannot_be_written_is_a_sentence(home, tmp_path):
    shutil.copytree(home / "data" / "raw", tmp_path / "data" / "raw")
    (tmp_path / "data" / "processed").write_text("a file where a folder should be")
    assert "what was there before is as it was" in sentence(run(tmp_path, "process", "--collection", "own"))


# ---- annotate and evaluate


def write(file, *lines):
    file.write_text("".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return file


def test_annotate_keeps_order_and_ids(home, tmp_path):
    articles = [article(n) | {"id": i, "published": "2024-01-08"} for n, i in enumerate(["b", "a", 7, "a", None])]
    source, target = write(tmp_path / "in.jsonl", *articles), tmp_path / "out.jsonl"
    done = run(home, "annotate", source, target)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["b", "a", 7, "a", None]
    assert all(set(row) == {"id", "statements", "dates"} and row["statements"] for row in rows)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_a_bad_line_is_named_and_nothing_is_written(home, tmp_path):
    source, target = write(tmp_path / "in.jsonl", article(1), "\n", '{"id": "a", "text": "قا\n', article(2)), tmp_path / "out.jsonl"
    target.write_text("what was there")
    assert sentence(run(home, "annotate", source, target)).startswith(f"{source}, line 3: not JSON")
    assert target.read_text() == "what was there"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_annotate_of_what_is_not_there_or_not_possible(home, tmp_path):
    source = write(tmp_path / "in.jsonl", article(1))
    assert "no such file" in sentence(run(home, "annotate", tmp_path / "none.jsonl", tmp_path / "out.jsonl"))
    assert "give another file" in sentence(run(home, "annotate", source, source))
    assert "what was there before is as it was" in sentence(run(home, "annotate", source, tmp_path / "no" / "folder" / "out.jsonl"))
    assert "no such table" in sentence(run(home, "annotate", source, tmp_path / "out.jsonl", "--actors", tmp_path / "none.tsv"))
    windows = tmp_path / "windows.jsonl"
    windows.write_bytes(json.dumps(article(1), ensure_ascii=False).encode("windows-1256", "replace"))
    assert "line 1: not UTF-8" in sentence(run(home, "annotate", windows, tmp_path / "out.jsonl"))
    assert [p.name for p in tmp_path.iterdir() if "out" in p.name] == []


def test_evaluate_prints_a_table_or_a_sentence(home, tmp_path):
    gold = write(tmp_path / "gold.jsonl", {"id": "a", "text": "لا شيء هنا.", "statements": [], "dates": []})
    done = run(home, "evaluate", gold)
    assert done.returncode == 0, done.stderr
    assert "gold.jsonl: 1 articles, 0 statements, 0 dates" in done.stdout
    assert "no such file" in sentence(run(home, "evaluate", tmp_path / "none.jsonl"))
    assert "holds no annotated article" in sentence(run(home, "evaluate", write(tmp_path / "none.jsonl", "\n")))
    assert "line 1: no annotated article" in sentence(run(home, "evaluate", write(tmp_path / "bad.jsonl", '{"id": "a"}\n')))
    assert "set TASRIH_SHARED" in sentence(run(home, "evaluate", write(tmp_path / "offsets.jsonl", {"id": "a#1", "statements": [], "dates": []})))


# ---- the other verbs


def test_help_and_version(home):
    for arguments in (["--help"], ["help"]):
        done = run(home, *arguments)
        assert done.returncode == 0
        assert all(p.make in done.stdout and p.help in done.stdout for p in parameters.PARAMETERS)
    assert run(home, "--version").stdout == f"tasrih {__version__}\n"


def test_an_unknown_verb_or_option_is_an_error_of_use(home):
    for arguments in (["reprot"], ["report", "--colection", "x"], []):
        done = run(home, *arguments)
        assert done.returncode == 2 and "Traceback" not in done.stderr


def test_the_reader_of_a_pipe_may_go(home):
    command = [sys.executable, "-c", "import os, sys; os.close(1); r, w = os.pipe(); os.close(r); from analysis.__main__ import main; sys.exit(main(['help']))"]
    assert subprocess.run(command, cwd=paths.PROJECT, capture_output=True).returncode == 0


def test_ctrl_c_and_the_disk_end_in_a_sentence(monkeypatch, capsys):
    def interrupted(options):
        raise KeyboardInterrupt

    monkeypatch.setattr(__main__, "_clean", interrupted)
    assert __main__.main(["clean"]) == 130
    assert "interrupted; what was there before is as it was" in capsys.readouterr().err

    def full(options):
        raise OSError(28, "No space left on device", "place")

    monkeypatch.setattr(__main__, "_clean", full)
    assert __main__.main(["clean"]) == 1
    assert capsys.readouterr().err == "tasrih: No space left on device (place); what was there before is as it was.\n"


# ---- the project's own verbs


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Return a folder that stands for the project."""
    monkeypatch.setattr(paths, "PROJECT", tmp_path)
    shutil.copy(PYPROJECT, tmp_path)
    (tmp_path / "requirements.lock").write_text("old==1\n")
    return tmp_path


PYPROJECT = paths.PROJECT / "pyproject.toml"
UV = f"""#!{sys.executable}
import pathlib, sys
a = sys.argv[1:]
out = pathlib.Path(a[a.index("--output-file") + 1])
assert a[:3] == ["pip", "compile", "pyproject.toml"] and out.read_text() == "old==1\\n"
assert {{"--all-extras", "--universal", "--generate-hashes", "--no-header", "--no-annotate"}} <= set(a)
out.write_text(pathlib.Path(a[3]).read_text())
"""


def uv(folder, monkeypatch, content):
    file = folder / "bin" / "uv"
    file.parent.mkdir()
    file.write_text(content)
    file.chmod(0o755)
    monkeypatch.setenv("PATH", f"{file.parent}{os.pathsep}{os.environ['PATH']}")


def test_lock_asks_uv_for_the_project_and_what_builds_it(project, monkeypatch):
    uv(project, monkeypatch, UV)
    assert __main__.main(["lock"]) == 0
    assert (project / "requirements.lock").read_text() == "setuptools>=80\n"  # the stub wrote its second input


@pytest.mark.parametrize(("ending", "says"), [("sys.exit(1)", "uv could not lock"), ("out.write_text('--index-url http' + '://host')", "an address")])
def test_a_lock_that_fails_leaves_the_old_one(project, monkeypatch, capsys, ending, says):
    uv(project, monkeypatch, UV + ending + "\n")
    assert __main__.main(["lock"]) == 1
    assert says in capsys.readouterr().err
    assert (project / "requirements.lock").read_text() == "old==1\n"
    assert not list(project.glob(".requirements*"))


def test_lock_without_uv_says_so(project, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(project))
    assert __main__.main(["lock"]) == 1
    assert "`lock` needs uv" in capsys.readouterr().err


def test_benchmark_runs_every_script_that_measures(project, capfd):
    folder = project / "benchmarks"
    folder.mkdir()
    (folder / "one.py").write_text("print('one measured')")
    (folder / "two.py").write_text("print('two measured')")
    for name in __main__.MAKERS:
        (folder / name).write_text("raise SystemExit('a maker of tables was run')")
    assert __main__.main(["benchmark"]) == 0
    assert capfd.readouterr().out == "one\none measured\n\ntwo\ntwo measured\n\n"
    (folder / "one.py").write_text("raise SystemExit(3)")
    assert __main__.main(["benchmark"]) == 1
    said = capfd.readouterr()
    assert "two measured" in said.out and said.err == "tasrih: one.py in benchmarks/ failed; what it wrote above says why.\n"


def test_benchmark_without_benchmarks_says_so(project):
    with pytest.raises(TasrihError, match="bring the folder back"):
        __main__._benchmark(None)


def test_docs_writes_what_has_changed(project, capsys, monkeypatch):
    from analysis import reference

    monkeypatch.setattr(reference.write, "__defaults__", (project,))
    assert __main__.main(["docs"]) == 0
    assert capsys.readouterr().out.count("Wrote") == len(reference.pages())
    assert __main__.main(["docs"]) == 0
    assert capsys.readouterr().out == "Every page is up to date.\n"
    assert (project / "frames.md").read_text(encoding="utf-8") == reference.pages()["frames.md"]
