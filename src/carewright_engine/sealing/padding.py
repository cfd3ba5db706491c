"""Sizes are raised to steps, so that the size of what is sealed tells little.

A price schedule in any form that people send falls on one of the first three steps.
"""

from __future__ import annotations

from typing import Final

KIB: Final = 1024
MIB: Final = 1024 * KIB

SMALL_STEPS: Final = (64 * KIB, 256 * KIB, MIB)
MOST_SEALED: Final = 512 * MIB


def stepped(size: int) -> int:
    """The step that holds so many bytes: 64 KiB, 256 KiB, then whole mebibytes."""
    for step in SMALL_STEPS:
        if size <= step:
            return step
    return -(-size // MIB) * MIB


def is_a_step(size: int) -> bool:
    """Whether anything that is sealed can have this size before it is encrypted."""
    return 0 < size <= MOST_SEALED and stepped(size) == size
