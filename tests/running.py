"""A running installation, started as a person starts it: in a home and at a port of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

LONG_ENOUGH = 240


def a_free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


class Running:
    """Carewright as a person starts it; further settings as `mode="live"`."""

    def __init__(self, **settings: str) -> None:
        # The database may run as another user, who must be able to get to its folder.
        self.home, self.port = Path(tempfile.mkdtemp(prefix="carewright-")), a_free_port()
        self.home.chmod(0o711)
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("CAREWRIGHT", "DATABASE"))}
        given = {f"CAREWRIGHT_{name.upper()}": value for name, value in settings.items()}
        own = {"CAREWRIGHT_HOME": str(self.home), "CAREWRIGHT_PORT": str(self.port)}
        self.log = (self.home / "log.txt").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "carewright.config.cli", "start"],
            env={**kept, **own, **given},
            stderr=self.log, stdout=self.log, start_new_session=True,
        )  # fmt: skip

    def address(self, path: str = "/") -> str:
        """Where a page of it is."""
        return f"http://127.0.0.1:{self.port}{path}"

    def answers(self, path: str = "/healthz/ready") -> bool:
        """Whether a page of it can be had."""
        try:
            with urllib.request.urlopen(self.address(path), timeout=5) as page:  # noqa: S310 - our own
                return bool(page.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def wait_until(self, wanted: bool) -> None:
        """Waits until it answers, or until it does not."""
        self._wait_for(lambda: self.answers() is wanted)

    def wait_until_said(self, words: str) -> None:
        """Waits until the terminal shows the words."""
        self._wait_for(lambda: words in self.said())

    def said(self) -> str:
        """Everything that its terminal shows."""
        return Path(self.log.name).read_text()

    def stop(self) -> None:
        """Ends it as a service manager would, if it still runs, and clears its home away."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=60)
        self.log.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def _wait_for(self, happened: Callable[[], bool]) -> None:
        deadline = time.monotonic() + LONG_ENOUGH
        while not happened():
            assert time.monotonic() < deadline, self.said()
            assert self.process.poll() is None or happened(), self.said()
            time.sleep(0.1)


@pytest.fixture(scope="session")
def carewright() -> Iterator[Running]:
    """One practice installation that all journeys share; it takes half a minute to start."""
    running = Running()
    try:
        running.wait_until_said("Carewright is ready")
        yield running
    finally:
        running.stop()
