"""Kills a process at a point drawn by a seed, and waits until the database has noticed."""

from __future__ import annotations

import os
import random
import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

from django.db import connection

from tests.register.working import Process, in_a_process

POINTS: Final = 20
#: The seeds of the points at which an import is killed: a few each time, all in a full run.
SEEDS: Final = range(POINTS if os.environ.get("CAREWRIGHT_FULL") else 2)

#: Says which connection it has, and a line before and after every statement to the database.
SAYING_EVERY_STEP: Final = """
from django.db import connection

def say(execute, *statement):
    print("before", flush=True)
    answer = execute(*statement)
    print("after", flush=True)
    return answer

connection.ensure_connection()
print(connection.connection.info.backend_pid, flush=True)
with connection.execute_wrapper(say):
"""


def carried_out(script: str, home: Path) -> int:
    """Runs the script, which nobody kills; how many steps it said."""
    with _begun(script, home) as process:
        ended_with, said = process.ends_by_itself()
        assert ended_with == 0, process.complaints()
    return len(said.splitlines())


def killed_at_a_random_point(script: str, home: Path, *, seed: int, steps: int, **more: str) -> int:
    """Kills the script somewhere between its first and last step; after how many of them.

    `more` stands in the environment of the script.
    """
    chance = random.Random(seed)
    after = chance.randint(1, steps)
    with _begun(script, home, **more) as process:
        lines = process.lines()
        connected = int(next(lines))
        for _ in range(after - 1):
            next(lines)
        time.sleep(chance.random() * 0.01)
        process.is_killed()
        _wait_until_it_is_gone(connected)
    return after


def _begun(script: str, home: Path, **more: str) -> AbstractContextManager[Process]:
    indented = "".join(f"    {line}\n" for line in script.strip().splitlines())
    return in_a_process(SAYING_EVERY_STEP + indented, home, **more)


def _wait_until_it_is_gone(connected: int) -> None:
    """What the killed connection wrote counts or not from now on, and it locks nothing."""
    for _ in range(1_000):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_stat_activity WHERE pid = %s", [connected])
            if cursor.fetchone() is None:
                return
        time.sleep(0.02)
    raise AssertionError("the database keeps the connection of a process that is gone")
