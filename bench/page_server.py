"""The product behind gunicorn on a port of this machine, for the time of one measurement."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.harness import CaseFailed

#: Two processes each, as on a small machine; what differs is how one of them shares its time.
WORKERS: Final = {
    "sync": ("--worker-class", "sync", "--workers", "2"),
    "threads": ("--worker-class", "gthread", "--workers", "2", "--threads", "4"),
}
SETTINGS: Final = "bench.page_peer.settings"
STARTS_WITHIN: Final = 60.0
TICKS: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Web:
    """A running server: where it listens, and the process that its workers descend from."""

    port: int
    process: subprocess.Popen[bytes]

    def cpu_seconds(self) -> float:
        """CPU seconds of the workers so far."""
        return sum(_cpu_seconds(worker) for worker in self._workers())

    def peak_mb(self) -> float:
        """The most memory that one worker has held."""
        return max(_peak_mb(worker) for worker in self._workers())

    def _workers(self) -> list[str]:
        parent = self.process.pid
        return Path(f"/proc/{parent}/task/{parent}/children").read_text().split()


@contextmanager
def serving(workers: str, *, settings: str = SETTINGS) -> Iterator[Web]:
    """Starts the server, waits until its port is open, and stops it whatever happens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(64)
        port = listening.getsockname()[1]
        process = _started(workers, listening.fileno(), settings)
        try:
            yield Web(port, process)
        finally:
            process.terminate()
            process.wait(timeout=STARTS_WITHIN)


def _started(workers: str, listening: int, settings: str) -> subprocess.Popen[bytes]:
    """Gunicorn on a port that is open already, so that a first request waits for its worker."""
    options = ("--bind", f"fd://{listening}", "--log-level", "warning", "--preload")
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": settings}
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "carewright.config.wsgi", *options, *WORKERS[workers]],
        pass_fds=(listening,),
        env=environment,
    )
    time.sleep(0.2)
    if process.poll() is not None:
        raise CaseFailed(f"gunicorn stopped by itself with code {process.returncode}")
    return process


def _cpu_seconds(process: str) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _peak_mb(process: str) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:"))
