"""A real Chromium for tests, as Debian and others install it."""

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str:
    """Where it lies. Without one the test is skipped, but not in continuous integration."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None and os.environ.get("CI"):
        pytest.fail("no Chromium here, which continuous integration must have")
    if path is None:
        pytest.skip("no Chromium here: install it to have pages looked at (Debian: apt-get install chromium)")
    return path
