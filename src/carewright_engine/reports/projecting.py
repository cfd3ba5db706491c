"""Projections of one area or of all, from a folder of published files to folders of reports."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import polars as pl

from carewright_engine.demand.scenarios.assembling import CannotProject, projections
from carewright_engine.demand.scenarios.facts.people_ahead import BANDS
from carewright_engine.demand.scenarios.questions import Question, UnitCost
from carewright_engine.provision.areas import COUNTRIES, AreaRef, area_named, areas_of_kind
from carewright_engine.provision.inputs import Inputs, SourceRef
from carewright_engine.reports.gathering import ENDINGS
from carewright_engine.reports.projection_folder import finding, write_projection
from carewright_engine.tables.kinds import KINDS, kind_of
from carewright_engine.tables.opening import open_published
from carewright_engine.tables.reading import Hints, Reading, UnreadableFile
from carewright_engine.tables.together import put_together

#: Tables that a projection takes; areas and what they belong to tell names from codes.
NEEDED: Final = ("population", "population_rate", "population_band", "activity")
USED: Final = frozenset({*NEEDED, "area", "membership"})
WHOLE_AREAS: Final = ("council", "country")
News = Callable[[str, int, int], None]


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
    """The cost of an hour or a place out of pounds; None where none is given."""
    if pounds is None:
        return None
    least, most = (100 * (pounds if each is None else each) for each in (low, high))
    return UnitCost(100 * pounds, least, most, source)


def write_projections(
    folder: Path, asked: Asked, out: Path, *, reading: News, working: News
) -> Iterator[str]:
    """A folder for each area; in words, what was found in each and where it is."""
    asked.of(AreaRef("council", "", "", ()))  # a question that cannot be asked reads no file
    inputs = read_inputs(folder, news=reading)
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


def read_inputs(folder: Path, *, news: News = lambda *_: None) -> Inputs:
    """Every file of the folder that a projection can use, women and men apart."""
    files = sorted(f for f in folder.rglob("*") if f.is_file() and f.name.endswith(ENDINGS))
    stacked: dict[str, list[pl.DataFrame]] = {}
    sources = []
    with ThreadPoolExecutor(max_workers=2) as readers:
        for done, found in enumerate(readers.map(_read, files), start=1):
            news(files[done - 1].name, done, len(files))
            if found is None:
                continue
            kind = KINDS[found.kind]
            sources.append(
                SourceRef(
                    found.source.sha256, found.source.name, kind.name, kind.publisher,
                    kind.licence, found.as_at,
                )
            )  # fmt: skip
            for name, frame in found.tables.items():
                if name in USED and frame.height:
                    stacked.setdefault(name, []).append(frame)
    return Inputs(put_together(stacked), tuple(sources))


def _read(file: Path) -> Reading | None:
    try:
        raw = open_published(file)
        kind = kind_of(raw)
        if not USED & set(kind.yields):
            return None
        found = kind.read(raw, Hints())
    except UnreadableFile:
        return None
    whole = {name: _whole_areas(name, frame) for name, frame in found.tables.items()}
    return replace(found, tables=whole)


def _whole_areas(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Councils and nations; data zones by age and sex would take most of the memory."""
    if name not in ("population", "population_band"):
        return frame
    return frame.filter(pl.col("area_kind").is_in(WHOLE_AREAS))
