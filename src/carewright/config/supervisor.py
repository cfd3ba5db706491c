"""Runs the web server and the worker beside the database, and stops them all together."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

from carewright.config import kernels, postgres
from carewright.config.environment import Environment
from carewright.config.reviving import Deaths
from carewright.config.running import REPOSITORY, as_owner, embedded_server, say
from carewright.config.worker import LONG, QUICK

ENOUGH_TIME_TO_ANSWER = 180.0  # a busy small machine takes more than one minute
WEB = "web server"


class StartFailed(Exception):
    """Something did not start, or stopped by itself; the text says what and what to do."""


class Supervisor:
    """Holds the processes of one installation from start to Ctrl-C."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.server = embedded_server(environment)
        self.children: dict[str, subprocess.Popen[bytes]] = {}
        self.stopping = False
        self.deaths = Deaths()

    def run(self) -> None:
        """Starts everything, says where it is, and returns when a person stops it."""
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, self._asked_to_stop)
        try:
            with kernels.made_ready():
                self._start_database()
                self._prepare()
            self._start_children()
            self._wait_until_ready()
            self._watch()
        except KeyboardInterrupt:
            say("")
        finally:
            self._stop_all()

    def _asked_to_stop(self, *_: object) -> None:
        if self.stopping:
            return
        self.stopping = True
        raise KeyboardInterrupt

    def _start_database(self) -> None:
        if self.server is None:
            return
        say("Starting the database")
        try:
            postgres.start(self.server)
        except postgres.PostgresProblem as problem:
            raise StartFailed(str(problem)) from None
        os.environ["DATABASE_URL"] = self.server.url

    def _prepare(self) -> None:
        """Migrates and, in practice mode, fills an empty database."""
        self._require_space()
        done = subprocess.run(
            [sys.executable, "-m", "carewright.config.prepare"],
            env=as_owner(),
            cwd=REPOSITORY,
            check=False,
        )
        if done.returncode:
            raise StartFailed("The database could not be prepared; the lines above say why.")

    def _require_space(self) -> None:
        free = shutil.disk_usage(self.environment.home).free
        if free < 200_000_000:
            raise StartFailed(
                f"Only {free // 1_000_000} MB are free in {self.environment.home}. Free some, "
                "or set CAREWRIGHT_HOME to a folder on another disk."
            )

    def _start_children(self) -> None:
        address = f"{self.environment.host}:{self.environment.port}"
        web = [
            "-m",
            "gunicorn",
            "carewright.config.wsgi",
            "--bind",
            address,
            "--threads",
            "4",
            "--workers",
            str(self.environment.web_workers),
            "--preload",
            "--log-level",
            "warning",
            "--timeout",
            "120",
        ]
        self._spawn(WEB, web)
        # Long work has a worker of its own, so that sealing and mail never wait behind it.
        self._spawn("worker", ["-m", "carewright.config.worker", QUICK])
        self._spawn("worker for long work", ["-m", "carewright.config.worker", LONG])

    def _spawn(self, name: str, arguments: list[str]) -> None:
        self.children[name] = subprocess.Popen(  # noqa: S603 - our own environment
            [sys.executable, *arguments], start_new_session=True, cwd=REPOSITORY
        )

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + ENOUGH_TIME_TO_ANSWER
        while time.monotonic() < deadline:
            self._require_children()
            try:
                with urllib.request.urlopen(self._address("/healthz/ready"), timeout=5):  # noqa: S310
                    break
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        else:
            raise StartFailed("The web server did not answer in three minutes; its log is above.")
        self._welcome()

    def _welcome(self) -> None:
        say(f"\nCarewright is ready at {self._address('/')}")
        if self.environment.practice:
            say(f"Practice sign-ins, one click each: {self._address('/practice/')}")
        say("Stop it with Ctrl-C.\n")

    def _address(self, path: str) -> str:
        return f"http://{self.environment.host}:{self.environment.port}{path}"

    def _watch(self) -> None:
        while True:
            time.sleep(1)
            self._revive_children()
            if self.server and not postgres.is_running(self.server):
                say("The database stopped by itself; starting it again.")
                self._start_database()

    def _revive_children(self) -> None:
        """Starts a process that died again; one that keeps on dying is left a while first.

        Only the web server's deaths end everything: without a worker people can still read, and
        what they ask for waits.
        """
        now = time.monotonic()
        for name, child in list(self.children.items()):
            if child.poll() is None:
                continue
            if name == WEB and self.deaths.too_many(name, now):
                self._require_children()
            if self.deaths.is_due(name, now):
                self.deaths.started_again(name, now)
                say(f"The {name} stopped by itself (code {child.returncode}); starting it again.")
                self._spawn(name, [str(each) for each in child.args[1:]])  # type: ignore[index]

    def _require_children(self) -> None:
        for name, child in self.children.items():
            if child.poll() is not None:
                raise StartFailed(
                    f"The {name} stopped by itself (code {child.returncode}); see above."
                )

    def _stop_all(self) -> None:
        self.stopping = True
        say("Stopping")
        for child in self.children.values():
            if child.poll() is None:
                child.terminate()
        for child in self.children.values():
            try:
                child.wait(timeout=10)
            except subprocess.TimeoutExpired:
                child.kill()
        if self.server:
            postgres.stop(self.server)
