"""Runs the engine's reader in a process with limits, so that no file can take the worker down."""

from __future__ import annotations

import json
import os
import resource
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
SECONDS_BETWEEN_NEWS: Final = 1.0
PAGE: Final = 4096
#: What a reader may know of the machine: where programs are, and nothing of what they keep.
PASSED_ON: Final = ("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR")

#: The tables' allocator hands memory back at once that a copy of a column has left.
GIVES_BACK: Final = {"_RJEM_MALLOC_CONF": "dirty_decay_ms:0,muzzy_decay_ms:0"}


class Refusal(UnreadableFile):
    """A file that could not be read, with its kind and columns where those could be told."""

    def __init__(self, sentence: str, kind: str = "", headers: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.kind, self.headers = kind, headers


def read_apart(
    file: Path, folder: Path, *, kind: str, hints: dict[str, object], news: Callable[[], None]
) -> apart.Summary:
    """Reads a file into the folder; `Refusal` when it cannot be read within the limits.

    `news` is called about once a second while the reader runs; what it raises ends the reader.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "complaint.txt").open("w+", errors="replace") as complaint:
        reader = subprocess.Popen(  # noqa: S603 - our own reader; the file is its data
            _command(file, folder, kind, hints), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=complaint, env=_surroundings(), text=True,
        )  # fmt: skip
        try:
            _limit(reader.pid)
            _wait(reader, news)
        finally:
            reader.kill()
            reader.wait()
        complaint.seek(0)
        return _outcome(reader.returncode, folder, complaint.read())


def _command(file: Path, folder: Path, kind: str, hints: dict[str, object]) -> list[str]:
    command = [sys.executable, "-m", "carewright_engine.tables.apart", str(file), str(folder)]
    return command + ["--hints", json.dumps(hints)] + (["--kind", kind] if kind else [])


def _surroundings() -> dict[str, str]:
    """The reader's environment: no secret, no address of a database."""
    known = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return {**known, **GIVES_BACK, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _limit(process: int) -> None:
    """Ends a reader whose worker was killed, and one that would fill the disk."""
    if not hasattr(resource, "prlimit"):
        return  # not on this system; the worker's own watch remains
    seconds = int(MOST_SECONDS * (os.cpu_count() or 1))
    try:
        resource.prlimit(process, resource.RLIMIT_CPU, (seconds, seconds))
        resource.prlimit(process, resource.RLIMIT_FSIZE, (MOST_MEMORY, MOST_MEMORY))
    except ProcessLookupError:
        return  # it has ended already


def _wait(reader: subprocess.Popen[str], news: Callable[[], None]) -> None:
    started = told = time.monotonic()
    while reader.poll() is None:
        time.sleep(PAUSE)
        now = time.monotonic()
        if _memory_of(reader.pid) > MOST_MEMORY:
            raise Refusal(
                f"The file needs more than {MOST_MEMORY / 1e9:.0f} GB of memory to read. Split "
                "it, for example by year, and give each part; or save it as CSV."
            )
        if now - started > MOST_SECONDS:
            raise Refusal(
                f"Reading the file took more than {MOST_SECONDS / 60:.0f} minutes. Split it, for "
                "example by year, and give each part; or save it as CSV."
            )
        if now - told > SECONDS_BETWEEN_NEWS:
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
        raise Refusal((folder / "unreadable.txt").read_text(), *apart.recognised_in(folder))
    last = complaint.strip().splitlines()[-1:] or [f"code {code}"]
    raise Refusal(
        f"The file could not be read: the reader stopped ({last[0][:200]}). Check that it is the "
        "file you meant, or open it in a spreadsheet and save it as CSV (UTF-8)."
    )
