"""One command starts everything; Ctrl-C ends everything; a killed database comes back."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

LONG_ENOUGH = 90


def a_free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


class Running:
    """Carewright as a person starts it, in a home of its own."""

    def __init__(self, home: Path) -> None:
        self.home, self.port = home, a_free_port()
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("CAREWRIGHT", "DATABASE"))}
        self.log = (home / "log.txt").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "carewright.config.cli", "start"],
            env={**kept, "CAREWRIGHT_HOME": str(home), "CAREWRIGHT_PORT": str(self.port)},
            stderr=self.log, stdout=self.log, start_new_session=True,
        )  # fmt: skip

    def answers(self, path: str = "/healthz/ready") -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as page:
                return page.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def wait_until(self, wanted: bool) -> None:
        deadline = time.monotonic() + LONG_ENOUGH
        while self.answers() is not wanted:
            assert time.monotonic() < deadline, self.said()
            time.sleep(0.1)

    def wait_until_said(self, words: str) -> None:
        deadline = time.monotonic() + LONG_ENOUGH
        while words not in self.said():
            assert time.monotonic() < deadline, self.said()
            time.sleep(0.1)

    def said(self) -> str:
        return Path(self.log.name).read_text()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    carewright = Running(tmp_path)
    try:
        yield carewright
    finally:
        if carewright.process.poll() is None:
            carewright.process.send_signal(signal.SIGTERM)
            carewright.process.wait(timeout=30)
        carewright.log.close()


@pytest.mark.slow
def test_it_starts_survives_a_killed_database_and_stops(running: Running) -> None:
    running.wait_until_said("Carewright is ready")
    assert running.answers("/practice/"), running.said()

    postmaster = running.home / "postgres" / "postmaster.pid"
    os.kill(int(postmaster.read_text().split()[0]), signal.SIGKILL)
    running.wait_until_said("The database stopped by itself")
    running.wait_until(wanted=True)

    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(timeout=30) == 0, running.said()
    assert not postmaster.exists()
    assert not running.answers()
