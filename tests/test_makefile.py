"""The Makefile: one line a target, values that arrive whole, a set-up that is made once. Runs the real make in a copy."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys

import pytest
from needed import needs

from analysis import __main__, parameters, paths

MAKEFILE = (paths.PROJECT / "Makefile").read_text(encoding="utf-8")
# Stands where Python would: says what it was called with.
STUB = f"""#!{sys.executable}
import json, os, sys
print(json.dumps({{"arguments": sys.argv[1:], "environment": dict(os.environ)}}))
"""
REAL = f"""#!/bin/sh
exec '{sys.executable}' "$@"
"""


def executable(file, content):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    file.chmod(0o755)
    return file


@pytest.fixture
def copy(tmp_path):
    """Return a folder with the Makefile and a set-up .venv whose Python is the stub."""
    needs(shutil.which("make"), "no make: install it with `apt-get install make`")
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(paths.PROJECT / name, tmp_path / name)
    executable(tmp_path / ".venv/bin/python", STUB)
    (tmp_path / ".venv/.ready").touch()
    return tmp_path


def run(folder, *arguments, **environment):
    # A make that runs these tests hands its own parameters down: not here.
    outer = {name: value for name, value in os.environ.items() if not name.startswith(("TASRIH_", "MAKE", "MFLAGS"))}
    return subprocess.run(["make", *arguments], cwd=folder, env=outer | environment, capture_output=True, text=True)


def called(folder, *arguments, **environment):
    """Return what the stub says of its call."""
    done = run(folder, *arguments, **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


# ---- as text


def test_every_parameter_is_set_with_its_default_and_exported_as_a_value():
    for p in parameters.PARAMETERS:
        assert re.search(rf"^{p.make} :={' ' + p.default if p.default else ''}$", MAKEFILE, re.MULTILINE), p.make
        assert f"\nexport TASRIH_{p.make} = $(value {p.make})\n" in MAKEFILE
    exported = re.findall(r"^export TASRIH_(\w+) =", MAKEFILE, re.MULTILINE)
    assert exported == [p.make for p in parameters.PARAMETERS]
    assert re.search(r"^unexport (.*)$", MAKEFILE, re.MULTILINE)[1].split() == exported


def recipes():
    """Return the recipe lines of each target that is no file."""
    found = {}
    for match in re.finditer(r"^([a-z]+):[^=\n]*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE):
        found[match[1]] = match[2].splitlines()
    return found


def test_each_target_is_one_line_that_calls_a_verb():
    targets = set(re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)[1].split())
    assert set(recipes()) == targets >= {"report", "test", "lab", "inspect", "process", "evaluate", "benchmark", "lock", "clean", "help"}
    verbs = __main__._parser()._subparsers._group_actions[0].choices
    for target, lines in recipes().items():
        assert len(lines) == 1, target
        match = re.fullmatch(r'\t@(?:\$\(TASRIH\)|"\$\(PYTHON\)" -m analysis) ([a-z]+)( data/raw/sample/answers.jsonl)?', lines[0])
        assert match and match[1] == target and target in verbs, lines[0]


def test_no_parameter_is_pasted_into_a_shell_line():
    for line in MAKEFILE.splitlines():
        if line.startswith("\t"):
            assert not re.search(rf"\$[({{](?:value )?(?:{'|'.join(p.make for p in parameters.PARAMETERS)})[)}}]", line), line


# ---- as make understands it


@pytest.mark.parametrize(
    "value",
    [
        "سيرغي لافروف; هالة النهري",
        "اقتباس «مزدوج» و\"مستقيم\" و'مفرد'",
        "two  spaces",
        "cost $5, $HOME, $(COLLECTION), ${TO}, $$ and $",
        "`touch pasted`; $(shell touch pasted) && touch pasted | touch pasted # > pasted",
        "back\\slash * ? ~ ! % , : =",
        "\u200fعلامة اتجاه\u200e",
    ],
)
@pytest.mark.parametrize("name", ["COLLECTION", "OUTLETS"])
def test_values_arrive_whole(copy, name, value):
    seen = called(copy, "report", f"{name}={value}")["environment"]
    assert seen[f"TASRIH_{name}"] == value
    assert not (copy / "pasted").exists()


def test_a_target_hands_its_verb_and_every_default_on(copy):
    call = called(copy, "report")
    assert call["arguments"] == ["-m", "analysis", "report"]
    assert {p.make: call["environment"][f"TASRIH_{p.make}"] for p in parameters.PARAMETERS} == {p.make: p.default for p in parameters.PARAMETERS}
    assert call["environment"]["TASRIH_GIVEN"] == ""


def test_the_desktop_s_language_is_not_the_report_s(copy):
    desktop = {"LANGUAGE": "en_US:en", "FROM": "me@example.org", "BIN": "/usr/bin", "COLLECTION": "other", "TO": "you"}
    seen = called(copy, "report", **desktop)["environment"]
    assert seen["TASRIH_LANGUAGE"] == "en"
    assert seen["TASRIH_FROM"] == seen["TASRIH_TO"] == ""
    assert (seen["TASRIH_BIN"], seen["TASRIH_COLLECTION"]) == ("week", "sample")
    assert called(copy, "report", "LANGUAGE=ar", **desktop)["environment"]["TASRIH_LANGUAGE"] == "ar"


def test_the_names_given_are_known_to_the_program(copy):
    seen = called(copy, "report", "LANGUAGE=ar", "COLECTION=mine", NOISE="1")["environment"]
    assert set(seen["TASRIH_GIVEN"].split()) == {"LANGUAGE", "COLECTION"}


def test_a_misspelt_parameter_is_an_error_sentence(copy):
    executable(copy / ".venv/bin/python", REAL)
    done = run(copy, "report", "COLECTION=mine", TASRIH_HOME=str(copy))
    assert done.returncode != 0
    ours = [line for line in done.stderr.splitlines() if not line.startswith("make")]
    assert ours == ["tasrih: Unknown parameter: COLECTION. Known are " + ", ".join(p.make for p in parameters.PARAMETERS) + "."]


def test_python_and_uv_may_be_given(copy):
    executable(copy / ".venv/bin/python", REAL)
    done = run(copy, "report", "COLLECTION=none", f"PYTHON={sys.executable}", "UV=", TASRIH_HOME=str(copy))
    assert "No collection 'none'" in done.stderr


# ---- the set-up


SETUP = f"""#!{sys.executable}
import pathlib, sys
with open("calls.txt", "a") as calls:
    print("venv" if ".venv" in sys.argv[0] else "python", *sys.argv[1:], file=calls)
if sys.argv[1:3] == ["-m", "venv"] or sys.argv[1:2] == ["venv"]:
    made = pathlib.Path(".venv/bin/python")
    made.parent.mkdir(parents=True)
    made.write_text(pathlib.Path(__file__).read_text())
    made.chmod(0o755)
"""


def calls(folder):
    lines = (folder / "calls.txt").read_text(encoding="utf-8").splitlines()
    (folder / "calls.txt").unlink()
    return [line for line in lines if not line.startswith("python -c ")]


def test_pip_installs_the_lock_by_its_hashes_then_the_project_and_only_once(copy):
    shutil.rmtree(copy / ".venv")
    python = executable(copy / "tools/python3", SETUP)
    arguments = ("process", "UV=", f"PYTHON={python}")
    assert run(copy, *arguments).returncode == 0
    assert calls(copy) == [
        "python -m venv --clear .venv",
        "venv -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock",
        "venv -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .",
        "venv -m analysis process",
    ]
    assert run(copy, *arguments).stdout == ""
    assert calls(copy) == ["venv -m analysis process"]
    # A lock that is newer than the environment makes it again.
    newer = (copy / ".venv/.ready").stat().st_mtime + 10
    os.utime(copy / "requirements.lock", (newer, newer))
    shutil.rmtree(copy / ".venv/bin")
    run(copy, *arguments)
    assert calls(copy)[0] == "python -m venv --clear .venv"


def test_uv_does_the_same_where_it_is_there(copy):
    shutil.rmtree(copy / ".venv")
    uv = executable(copy / "tools/uv", SETUP)
    done = run(copy, "process", PATH=f"{uv.parent}{os.pathsep}{os.environ['PATH']}")
    assert done.returncode == 0, done.stderr
    made, lock, project, verb = calls(copy)
    assert re.fullmatch(r"python venv -q --clear --python \S+ \.venv", made)
    assert lock == "python pip install -q --python .venv/bin/python --require-hashes -r requirements.lock"
    assert project == "python pip install -q --python .venv/bin/python --no-deps --no-build-isolation -e ."
    assert verb == "venv -m analysis process"


def test_a_set_up_that_fails_is_not_taken_for_done(copy):
    shutil.rmtree(copy / ".venv")
    python = executable(copy / "tools/python3", SETUP.replace("import pathlib, sys\n", "import pathlib, sys\n'--require-hashes' in sys.argv and sys.exit(1)\n"))
    done = run(copy, "process", "UV=", f"PYTHON={python}")
    assert done.returncode != 0
    assert not (copy / ".venv/.ready").exists()
    assert calls(copy) == ["python -m venv --clear .venv"]


def test_an_old_python_is_named_in_one_sentence(copy):
    shutil.rmtree(copy / ".venv")
    old = "import sys; sys.version_info = (3, 9, 0); code = sys.argv[2]; exec(code)"
    python = executable(copy / "tools/python3", f"#!{sys.executable}\n{old}\n")
    done = run(copy, "process", "UV=", f"PYTHON={python}")
    assert done.returncode != 0
    ours = [line for line in done.stderr.splitlines() if not line.startswith("make")]
    assert len(ours) == 1 and ours[0].startswith("tasrih needs Python 3.11 or newer")


def test_help_needs_no_set_up(copy):
    shutil.rmtree(copy / ".venv")
    done = run(copy, f"PYTHON={sys.executable}", PYTHONPATH=str(paths.PROJECT))
    assert done.returncode == 0, done.stderr
    assert all(p.make in done.stdout for p in parameters.PARAMETERS)
    assert all(target in done.stdout for target in recipes())
    assert not (copy / ".venv").exists()


def test_help_needs_no_package(copy):
    """The verb `help` runs on a bare Python: without site-packages."""
    done = subprocess.run([sys.executable, "-S", "-m", "analysis", "help"], cwd=paths.PROJECT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "COLLECTION" in done.stdout
