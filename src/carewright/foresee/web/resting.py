"""What a projection rests on: assumptions with their standing, and levers with their evidence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final
from uuid import UUID

from django.urls import reverse

from carewright.foresee.web.lever_words import in_words
from carewright.foresee.web.reading import Reading
from carewright.foresee.web.wording import STANDINGS
from carewright.ui.rows import Grid, GridCell, GridColumn
from carewright_engine.demand.scenarios.evidence import QUALITY_IN_WORDS

#: So many letters find room beside the name of an assumption.
SHORT: Final = 32


@dataclass(frozen=True, slots=True)
class Resting:
    """Something that a projection rests on; a lever names its scenario, as it was copied from."""

    name: str
    value: str
    source: str
    standing: str
    scenario: str = ""
    scenario_id: UUID | None = None

    @property
    def is_long(self) -> bool:
        """Whether the value needs a line of its own."""
        return len(self.value) > SHORT or len(self.parts) > 1

    @property
    def parts(self) -> tuple[str, ...]:
        """Each thing that the value says, for a line each."""
        return tuple(self.value.split("; "))

    @property
    def rests_on(self) -> str:
        """'Public Health Scotland, census weeks · Fitted to published figures'."""
        return f"{self.source} · {self.standing}"


def assumptions(reading: Reading) -> tuple[Resting, ...]:
    """What it rests on, whichever scenario is looked at, each with its standing."""
    return tuple(
        Resting(each.name, each.value, each.source, STANDINGS.get(each.standing, each.standing))
        for each in reading.answer.basis.assumptions
    )


def levers(reading: Reading) -> tuple[Resting, ...]:
    """Every lever for this kind of support, with what it does and its evidence."""
    area, support = reading.answer.question.area, reading.answer.question.support
    compared = zip_longest(reading.answer.question.compared, reading.row.scenario_ids)
    return tuple(
        Resting(
            lever.name, in_words(lever, {area.code: area.name}).whole,
            f"{lever.evidence.source}: {lever.evidence.says}",
            QUALITY_IN_WORDS[lever.evidence.quality].capitalize(), scenario.name, scenario_id,
        )
        for scenario, scenario_id in compared
        for lever in scenario.levers
        if lever.touches(support)
    )  # fmt: skip


def of_levers(reading: Reading, near: Collection[UUID] = ()) -> Grid | None:
    """The levers as a table; those of scenarios that the reader may open lead there."""
    found = levers(reading)
    if not found:
        return None
    return Grid(
        caption="What the scenarios change",
        columns=tuple(GridColumn(each) for each in ("Lever", "What it does", "What it rests on")),
        rows=tuple((_named(each, near), each.value, each.rests_on) for each in found),
        stacked=True,
    )


def _named(each: Resting, near: Collection[UUID]) -> GridCell:
    link = ""
    if each.scenario_id in near:
        link = reverse("foresee:scenario", args=[each.scenario_id])
    return GridCell(f"{each.scenario}: {each.name}", link=link)
