"""What several tests share: a home of their own with an invented collection in it."""

from __future__ import annotations

import invented
import pytest

from analysis import store


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of its own with the processed collection `tiny`; returns its folder."""
    monkeypatch.setenv("TASRIH_HOME", str(tmp_path))
    store.write("tiny", invented.collection(), {"collection": "tiny"})
    return tmp_path
