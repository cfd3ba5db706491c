"""The phases of a review follow one another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from carewright.platform.api import Blocker


def blockers_to_phases(phases: Sequence[tuple[date, date | None]]) -> list[Blocker]:
    """Why these phases cannot stand: each starts before it ends, and none before the last one."""
    if not phases:
        return [Blocker("phases", "A review has at least one phase")]
    found = [
        Blocker(f"ends_{number}", f"Phase {number} must end after the day on which it starts")
        for number, (starts_on, ends_before) in enumerate(phases, 1)
        if ends_before is not None and ends_before <= starts_on
    ]
    out_of_order = (later[0] < earlier[0] for earlier, later in pairwise(phases))
    found += [
        Blocker(f"starts_{number}", f"Phase {number} starts before phase {number - 1}")
        for number, wrong in enumerate(out_of_order, 2)
        if wrong
    ]
    return found
