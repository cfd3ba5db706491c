"""Scenarios that change more than the kind of support that a projection is of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import zip_longest
from uuid import UUID

from carewright.foresee.web.reading import Reading
from carewright.foresee.web.wording import SUPPORTS


@dataclass(frozen=True, slots=True)
class OtherHalf:
    """That a scenario costs or saves elsewhere too, and which scenario tells both halves."""

    name: str
    words: str
    scenario_id: UUID | None = None


def other_halves(reading: Reading, near: Collection[UUID] = ()) -> tuple[OtherHalf, ...]:
    """Each scenario with a lever for another kind of support; `near` are those one may open."""
    question = reading.answer.question
    others = [support for support in SUPPORTS if support != question.support]
    return tuple(
        OtherHalf(
            scenario.name,
            f"“{scenario.name}” has levers for {SUPPORTS[support].name.lower()} as well: what it "
            "changes, costs or saves there is not in these figures.",
            scenario_id if scenario_id in near else None,
        )
        for scenario, scenario_id in zip_longest(question.compared, reading.row.scenario_ids)
        for support in others
        if scenario.touches(support)
    )
