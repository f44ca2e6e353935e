"""The branch of the gate for matplotlib before 3.11, which shapes no Arabic: the same tests in a second environment."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from needed import needs

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv-matplotlib-3.10" / "bin" / "python"


def test_arabic_is_right_on_matplotlib_3_10():
    needs(
        PYTHON.exists(),
        "no second environment: python -m venv .venv-matplotlib-3.10 && "
        ".venv-matplotlib-3.10/bin/pip install --require-hashes -r requirements-matplotlib-3.10.lock",
    )
    version = subprocess.run([PYTHON, "-c", "import matplotlib; print(matplotlib.__version__)"], capture_output=True, text=True, check=True)
    assert version.stdout.startswith("3.10.")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [PYTHON, "-m", "pytest", "-o", "addopts=", "-p", "no:cacheprovider", "tests/charts/test_arabic.py"],
        cwd=ROOT, env=environment, capture_output=True, text=True,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert " passed" in done.stdout
