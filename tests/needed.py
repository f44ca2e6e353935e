"""What a test needs from the machine: skipped with a line that says how to get it, or failed in CI."""

from __future__ import annotations

import os
import shutil

import pytest


def needs(found, how: str) -> None:
    """Skip the test with a line that says how to get what it needs; with TASRIH_REQUIRE_ALL=1 fail instead."""
    if not found:
        (pytest.fail if os.environ.get("TASRIH_REQUIRE_ALL") == "1" else pytest.skip)(how)


def chromium() -> str:
    """Return the path of a Chromium, or skip."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    needs(found, "no Chromium: install it with `apt-get install chromium`")
    return found
