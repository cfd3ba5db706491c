"""Kills an import at a point drawn by a seed, and waits until the database has noticed."""

from __future__ import annotations

import random
import time
from pathlib import Path

from tests.register.working import in_a_process


def killed_at_a_random_point(script: str, home: Path, *, seed: int, lines: int) -> int:
    """Runs the script, which says a line at every step, and kills it somewhere; after how many."""
    chance = random.Random(seed)
    after = chance.randint(1, lines)
    process = in_a_process(script, home)
    assert process.stdout is not None
    for _ in range(after):
        assert process.stdout.readline(), process.stderr and process.stderr.read()
    time.sleep(chance.random() * 0.01)
    process.kill()
    process.communicate()
    return after
