"""One report in each language, built once for all tests that only look at it."""

from __future__ import annotations

import os

import invented
import pytest

from analysis import report, store


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """Return {language: folder of the report on the invented collection}, real notebooks through papermill."""
    home = tmp_path_factory.mktemp("home")
    before = os.environ.get("TASRIH_HOME")
    os.environ["TASRIH_HOME"] = str(home)
    try:
        store.write("tiny", invented.collection(), {"collection": "tiny"})
        return {language: report.build({"collection": "tiny", "language": language}).parent for language in ("en", "ar")}
    finally:
        os.environ.pop("TASRIH_HOME") if before is None else os.environ.update(TASRIH_HOME=before)
