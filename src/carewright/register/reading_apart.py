"""Runs the engine's reader in a process with limits, so that no file can take the worker down."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from carewright_engine.tables import apart
from carewright_engine.tables.reading import UnreadableFile

MOST_MEMORY: Final = 2_000_000_000  # bytes in use
MOST_SECONDS: Final = 300.0
PAUSE: Final = 0.05
PAGE: Final = 4096


def read_apart(
    file: Path, folder: Path, *, kind: str, hints: dict[str, object], news: Callable[[], None]
) -> apart.Summary:
    """Reads a file into the folder; `UnreadableFile` when it cannot be read within the limits.

    `news` is called a few times a second while the reader runs; what it raises ends the reader.
    """
    command = [sys.executable, "-m", "carewright_engine.tables.apart", str(file), str(folder)]
    command += ["--hints", json.dumps(hints)] + (["--kind", kind] if kind else [])
    reader = subprocess.Popen(  # noqa: S603 - our own reader; the file is its data
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        _wait(reader, news)
    finally:
        reader.kill()
        _, complaint = reader.communicate()
    return _outcome(reader.returncode, folder, complaint)


def _wait(reader: subprocess.Popen[str], news: Callable[[], None]) -> None:
    started = told = time.monotonic()
    while reader.poll() is None:
        time.sleep(PAUSE)
        now = time.monotonic()
        if _memory_of(reader.pid) > MOST_MEMORY:
            raise UnreadableFile(
                "The file needs more than 2 GB of memory to read. Split it, or give it as CSV."
            )
        if now - started > MOST_SECONDS:
            raise UnreadableFile(
                "Reading the file took more than five minutes. Split it, or give it as CSV."
            )
        if now - told > 1:
            news()
            told = now


def _memory_of(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0  # it has just ended, or this system shows no such figure


def _outcome(code: int, folder: Path, complaint: str) -> apart.Summary:
    if code == 0:
        return apart.summary_in(folder)
    if code == apart.UNREADABLE:
        raise UnreadableFile((folder / "unreadable.txt").read_text())
    last = complaint.strip().splitlines()[-1:] or [f"code {code}"]
    raise UnreadableFile(
        f"The file could not be read: the reader stopped ({last[0][:200]}). Check that it is the "
        "file you meant, or open it in a spreadsheet and save it as CSV (UTF-8)."
    )
