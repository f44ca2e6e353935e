"""The project's own files: one truth about packages, layers, notebooks, and nothing of anybody's machine."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from needed import needs
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from analysis import __version__, frames, parameters, paths, reference
from analysis.__main__ import MAKERS

PROJECT = paths.PROJECT
PACKAGE = PROJECT / "analysis"
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))

# What conda calls otherwise than pyproject.toml; matplotlib-base is matplotlib without a window toolkit.
CONDA_NAMES = {"ahocorasick_rs": "ahocorasick-rs", "arabic_reshaper": "arabic-reshaper", "matplotlib-base": "matplotlib"}
CONDA_ONLY = {"python", "make", "pip"}

# From what knows nothing to what knows everything: a module imports its own layer and those before it, never a later one.
LAYERS = (
    ("errors", "paths"),
    ("text", "parameters"),
    ("tables", "frames", "strings"),
    ("dates", "actors", "sentiment", "statements"),
    ("loaders",),
    ("collection", "reading", "store"),
    ("processing", "annotation", "inspection"),
    ("evaluation", "selection"),
    ("measures",),
    ("study",),
    ("charts",),
    ("notebook",),
    ("report", "reference"),
    ("__main__",),
)
LAYER = {part: number for number, layer in enumerate(LAYERS) for part in layer}


def needed_packages() -> dict[str, Requirement]:
    project = PYPROJECT["project"]
    lines = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    return {canonicalize_name(r.name): r for r in map(Requirement, lines)}


LOCKS = sorted(PROJECT.glob("requirements*.lock"))  # the project's, and the one of the charts' second environment


def locked(lock: Path = PROJECT / "requirements.lock") -> list[tuple[str, str, Marker | None, list[str]]]:
    """Return name, version, marker and hashes of each entry of a lock."""
    entries = []
    text = lock.read_text(encoding="utf-8")
    for entry in re.split(r"(?<!\\)\n", text.strip()):
        head, *hashes = [part.strip() for part in entry.split("\\\n")]
        pin, _, marker = head.partition(" ; ")
        name, _, version = pin.partition("==")
        entries.append((canonicalize_name(name), version, Marker(marker) if marker else None, hashes))
    return entries


def repository_files() -> list[Path]:
    """Return the files of the repository: committed ones and new ones that git does not ignore."""
    needs(shutil.which("git") and (PROJECT / ".git").exists(), "no git repository: run the tests in a clone, with git installed")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=PROJECT, capture_output=True, check=True).stdout.decode().split("\0")
    return [PROJECT / name for name in names if name and (PROJECT / name).is_file()]


# ---- packages


def test_environment_yml_has_the_packages_and_bounds_of_pyproject():
    lines = (PROJECT / "environment.yml").read_text(encoding="utf-8").splitlines()
    entries = [match[1] for line in lines if (match := re.fullmatch(r"\s*- (\S+)", line))]
    entries = [entry for entry in entries if entry not in ("conda-forge", "-e") and not entry.endswith(":")]
    conda = {}
    for requirement in map(Requirement, (entry for entry in entries if entry != ".")):
        conda[canonicalize_name(CONDA_NAMES.get(requirement.name, requirement.name))] = str(requirement.specifier)
    assert conda.pop("python") == PYPROJECT["project"]["requires-python"]
    ours = {name: str(requirement.specifier) for name, requirement in needed_packages().items()}
    assert {name: bounds for name, bounds in conda.items() if name not in CONDA_ONLY} == ours


def test_every_import_of_the_package_is_a_declared_dependency():
    by_module = packages_distributions()
    imported = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module] if isinstance(node, ast.ImportFrom) else []
            imported |= {name.split(".")[0] for name in names}
    others = imported - set(sys.stdlib_module_names) - {"analysis"}
    own = {canonicalize_name(name) for module in others for name in by_module.get(module, [module])}
    comes_with = {"markupsafe": "jinja2", "jupyter-client": "ipykernel", "traitlets": "nbconvert"}  # a part of the package that brings it
    assert {comes_with.get(name, name) for name in own} <= set(needed_packages())


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_each_locked_package_has_hashes(lock):
    entries = locked(lock)
    assert len(entries) > 10
    for name, version, _, hashes in entries:
        assert version, name
        assert hashes and all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", h) for h in hashes), name


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_the_lock_names_no_index(lock):
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links|@|^-", text, re.MULTILINE)


def test_the_lock_holds_every_package_within_its_bounds():
    versions: dict[str, list[str]] = {}
    for name, version, _, _ in locked():
        versions.setdefault(name, []).append(version)
    build = [Requirement(line) for line in PYPROJECT["build-system"]["requires"]]
    assert "setuptools" in versions  # the project is built without isolation
    for requirement in (*needed_packages().values(), *build):
        for version in versions[canonicalize_name(requirement.name)]:
            assert requirement.specifier.contains(version), f"{requirement} is locked at {version}"


def test_the_lock_chooses_one_version_for_each_machine():
    rivals: dict[str, list[Marker | None]] = {}
    for name, _, marker, _ in locked():
        rivals.setdefault(name, []).append(marker)
    for name, markers in rivals.items():
        assert len(markers) == 1 or all(markers), f"{name} stands more than once in the lock, without a marker that tells when"


def test_the_version_is_the_same_everywhere():
    citation = (PROJECT / "CITATION.cff").read_text(encoding="utf-8")
    assert PYPROJECT["project"]["version"] == __version__
    assert re.search(r"^version: (.*)$", citation, re.MULTILINE)[1] == __version__
    assert f"## {__version__}" in (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_data_file_of_the_package_is_packaged():
    patterns = PYPROJECT["tool"]["setuptools"]["package-data"]["analysis"]
    packaged = {file for pattern in patterns for file in PACKAGE.glob(pattern)}
    for file in repository_files():
        if PACKAGE in file.parents and file.suffix != ".py":
            assert file in packaged, f"{file.relative_to(PROJECT)} is in no pattern of package-data"


# ---- layers


def imports(file: Path) -> set[tuple[int, str]]:
    """Return line and first part below `analysis` of each import of the project's own, those inside functions too."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {(node.lineno, alias.name.split(".")[1]) for alias in node.names if alias.name.startswith("analysis.")}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: line {node.lineno} imports relatively"
            if node.module == "analysis":
                found |= {(node.lineno, alias.name) for alias in node.names if not alias.name.startswith("__")}
            elif node.module.startswith("analysis."):
                found.add((node.lineno, node.module.split(".")[1]))
    return found


def part_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_every_part_of_the_package_has_its_layer():
    parts = {part_of(file) for file in PACKAGE.rglob("*.py")} - {"__init__"}
    assert parts == set(LAYER)


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_no_module_imports_upwards(file):
    part = part_of(file)
    if part == "__init__":
        assert not imports(file)
        return
    upwards = [f"line {line} imports {other}" for line, other in sorted(imports(file)) if LAYER[other] > LAYER[part]]
    assert not upwards, f"{file.relative_to(PROJECT)}: {'; '.join(upwards)}"


def test_no_two_parts_import_each_other():
    uses: dict[str, set[str]] = {}
    for file in PACKAGE.rglob("*.py"):
        uses.setdefault(part_of(file), set()).update(other for _, other in imports(file))
    mutual = sorted((a, b) for a in uses for b in uses[a] if a < b and a in uses.get(b, ()))
    assert not mutual


# ---- files


def test_no_file_names_an_index_host_or_a_path_of_a_machine():
    # Put together here, so that this file does not name them.
    hosts = ["py" + "pi.org", "python" + "hosted.org", "conda.ana" + "conda.org", "repo.ana" + "conda.com"]
    folders = [rf"(?<![\w.}}/-])/{name}/\w" for name in ("root", "home", "Users", "work", "tmp", "mnt", "opt")] + [r"\b[A-Z]:\\\\?Users"]
    pattern = re.compile("|".join([*map(re.escape, hosts), *folders]))
    found = []
    for file in repository_files():
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if (match := pattern.search(line)) and not (file.parent.parent == PROJECT / "tests" and "re.search" in line):
                found.append(f"{file.relative_to(PROJECT)}:{number}: {match[0]}")
    assert not found


def test_notebooks_carry_no_outputs():
    notebooks = [file for file in repository_files() if file.suffix == ".ipynb"]
    assert len(notebooks) >= 5
    for file in notebooks:
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            assert not cell.get("outputs") and cell.get("execution_count") is None, f"{file.name}, cell {cell['id']}"


def test_nothing_made_is_committed():
    made = ("data/processed/", "reports/", ".venv/", "work/")
    names = [file.relative_to(PROJECT).as_posix() for file in repository_files()]
    assert [n for n in names if n.startswith(made) and not n.endswith(".gitkeep")] == []
    assert [n for n in names if n.startswith("data/raw/") and not n.startswith("data/raw/sample/")] == []
    assert [n for n in names if n.endswith((".whl", ".parquet", ".pyc"))] == []


# ---- documentation


@pytest.mark.parametrize("name", reference.pages())
def test_the_made_pages_are_up_to_date(name):
    page = (PROJECT / "docs" / name).read_text(encoding="utf-8")
    assert page == reference.pages()[name], "run `python -m analysis docs`"


def test_the_made_pages_name_every_column_and_parameter():
    pages = reference.pages()
    assert all(f"| `{column.name}` |" in pages["frames.md"] for columns in frames.FRAMES.values() for column in columns)
    assert all(f"| `{p.make}` | `{p.option}` |" in pages["parameters.md"] for p in parameters.PARAMETERS)


def test_links_of_the_documentation_lead_somewhere():
    missing = []
    for page in [*PROJECT.glob("*.md"), *(PROJECT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                missing.append(f"{page.name}: {target}")
    assert not missing


def test_the_index_of_docs_lists_every_page():
    index = (PROJECT / "docs" / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in (PROJECT / "docs").glob("*.md") if page.name != "README.md" and f"({page.name})" not in index] == []


def test_the_readme_names_only_columns_and_parameters_that_there_are():
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", readme, re.MULTILINE)
    described = {name: re.findall(r"`(\w+)`", cells) for name, cells in rows}
    assert set(frames.FRAMES) <= set(described)
    for name, columns in frames.FRAMES.items():
        assert set(described[name]) <= {column.name for column in columns}, name
    assert {p.make for p in parameters.PARAMETERS} <= set(described)


def test_benchmarks_only_measure():
    for script in (PROJECT / "benchmarks").glob("*.py"):
        writes = "write_text" in script.read_text(encoding="utf-8")
        assert writes == (script.name in MAKERS), f"{script.name}: what writes files is in analysis.__main__.MAKERS, what measures is not"
