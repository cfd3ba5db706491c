"""Finds a Chromium for the browser journeys, or gets one, or says what to type."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")


class BrowserMissing(Exception):
    """No Chromium was found and none could be installed; the text says what to type."""


def find_or_install_chromium() -> str:
    """The path of a Chromium: the system's, else Playwright's own, else Debian's package."""
    return (
        _system() or _playwrights() or _from_playwright() or _from_debian() or _say_what_to_type()
    )


def _system() -> str:
    given = os.environ.get("CAREWRIGHT_CHROMIUM", "")
    if given and Path(given).exists():
        return given
    return next((path for name in NAMES if (path := shutil.which(name))), "")


def _playwrights() -> str:
    found = sorted(Path.home().glob(".cache/ms-playwright/chromium-*/chrome-linux*/chrome"))
    return str(found[-1]) if found else ""


def _from_playwright() -> str:
    _try([sys.executable, "-m", "playwright", "install", "chromium"], seconds=120)
    return _playwrights()


def _from_debian() -> str:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return ""
    _try(["apt-get", "update", "-qq"], seconds=300)
    _try(["apt-get", "install", "-y", "-qq", "chromium", "fonts-liberation"], seconds=600)
    return _system()


def _try(command: list[str], *, seconds: int) -> None:
    try:
        subprocess.run(  # noqa: S603 - fixed commands
            command,
            check=False,
            timeout=seconds,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
    except (subprocess.TimeoutExpired, OSError):
        return


def _say_what_to_type() -> str:
    raise BrowserMissing(
        "The browser journeys need Chromium. On Debian or Ubuntu type:\n"
        "    sudo apt-get install chromium\n"
        "or name one with CAREWRIGHT_CHROMIUM=/path/to/chromium, and run the command again."
    )
