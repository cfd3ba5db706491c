"""Projections of one area or of all, from a folder of published files to folders of reports."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import polars as pl

from carewright_engine.demand.refusing import BadParameter
from carewright_engine.demand.scenarios.assembling import CannotProject, projections
from carewright_engine.demand.scenarios.early import (
    cannot_act,
    refuse_early,
    refuse_idle_scenarios,
)
from carewright_engine.demand.scenarios.facts.people_ahead import BANDS
from carewright_engine.demand.scenarios.questions import Question, UnitCost
from carewright_engine.provision.areas import COUNTRIES, AreaRef, area_named, areas_of_kind
from carewright_engine.provision.inputs import Inputs
from carewright_engine.reports.projection_folder import finding, write_projection
from carewright_engine.reports.projection_inputs import News, read_in_turn
from carewright_engine.tables.councils import COUNCILS

#: Before any file is read: what may be asked of no area may be asked of none.
NOWHERE: Final = AreaRef("council", "", "", ())
#: More pounds than an hour, or a place for a week, costs anywhere.
MOST_POUNDS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked for: an area or "all", and a question of each."""

    areas: str
    support: str
    through: date
    years: int
    scenarios: tuple[str, ...]
    fit_from: int | None
    draws: int
    seed: int
    cost: UnitCost | None = None

    def of(self, area: AreaRef) -> Question:
        """The question of one area; raises BadParameter."""
        return Question(
            area, self.support, self.through, self.years, self.fit_from, self.scenarios,
            cost=self.cost, draws=self.draws, seed=self.seed,
        )  # fmt: skip


def unit_cost(
    pounds: float | None, low: float | None, high: float | None, source: str
) -> UnitCost | None:
    """The cost of an hour or a place out of pounds; None where none is given.

    Raises BadParameter for a cost that is not above £0, or stands apart from its low and high.
    """
    said = {"cost": pounds, "cost_low": low, "cost_high": high}
    for field, each in said.items():
        if each is not None and not 0 < each <= MOST_POUNDS:
            raise BadParameter(field, f"{each:g} pounds", f"above £0, and £{MOST_POUNDS:,} or less")
    if pounds is None:
        for field in ("cost_low", "cost_high"):
            if said[field] is not None:
                raise BadParameter(field, f"{said[field]:g} pounds", "left out without a cost")
        return None
    least, most = (100 * (pounds if each is None else each) for each in (low, high))
    return UnitCost(100 * pounds, least, most, source)


def write_projections(
    folder: Path, asked: Asked, out: Path, *, reading: News, working: News,
    noting: Callable[[str], None],
) -> Iterator[str]:  # fmt: skip
    """A folder for each area; in words, what was found in each and where it is.

    What cannot be asked is refused before any long file is read: by the question alone, then by
    the files that tell areas and years. `noting` hears what a lever cannot act on.
    """
    refuse_idle_scenarios(asked.of(NOWHERE))
    in_turn = read_in_turn(folder, news=reading)
    _refuse_early(next(in_turn), asked, noting)
    inputs = next(in_turn)
    nations = _areas(inputs, asked)
    total = sum(len(areas) for areas in nations)
    answers = (
        answer for areas in nations for answer in projections(inputs, asked.of(areas[0]), areas)
    )
    for done, answer in enumerate(answers, start=1):
        area = answer.question.area
        page = write_projection(out / _slug(area.name) if total > 1 else out, answer)
        working(area.name, done, total)
        yield f"{finding(answer)} Read {page}"


def _refuse_early(inputs: Inputs, asked: Asked, noting: Callable[[str], None]) -> None:
    """By what is counted, and by areas that a file names or that everybody knows."""
    activity = inputs.frame("activity")
    told: dict[str, None] = {}
    for areas in _areas(_with_councils_known_by_heart(inputs), asked):
        for area in areas:
            question = asked.of(area)
            refuse_early(question, activity)
            told |= {str(each): None for each in cannot_act(question, activity)}
    for words in told:
        noting(words)


def _with_councils_known_by_heart(inputs: Inputs) -> Inputs:
    """Councils that only a file of people may name; whether it does is seen when it is read."""
    rows = {"area_code": list(COUNCILS), "area_kind": ["council"] * len(COUNCILS)}
    return Inputs({**inputs.frames, "population": pl.DataFrame(rows)}, inputs.sources)


def _areas(inputs: Inputs, asked: Asked) -> list[tuple[AreaRef, ...]]:
    """The one area named; or each nation first and then its councils that are counted by age."""
    if asked.areas != "all":
        return [(area_named(inputs, asked.areas),)]
    codes = _counted_by_age(inputs, asked)
    councils = [each for each in areas_of_kind(inputs, "council") if each.code in codes]
    if not councils:
        raise CannotProject(
            f"No council's {asked.support.replace('_', ' ')} is counted by age in the files.",
            "A publication of people by council and age band.",
        )
    nations = {each.code[0]: COUNTRIES[each.code[0]] for each in councils}
    return [
        _with_nation(*nation, [each for each in councils if each.code.startswith(letter)])
        for letter, nation in sorted(nations.items())
    ]


def _with_nation(code: str, name: str, councils: list[AreaRef]) -> tuple[AreaRef, ...]:
    return (AreaRef("country", code, name, tuple(each.code for each in councils)), *councils)


def _counted_by_age(inputs: Inputs, asked: Asked) -> set[str]:
    """Codes of councils; another nation's figures by other ages cannot be projected."""
    counted = inputs.frame("activity").filter(
        (pl.col("kind") == asked.support)
        & (pl.col("area_kind") == "council")
        & (pl.col("measure") == "people")
        & (pl.col("ends_before") <= asked.through + timedelta(days=1))
        & pl.col("age_band").is_in(BANDS)
        & pl.col("value").is_not_null()
    )
    return set(counted["area_code"].drop_nulls().unique())


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
