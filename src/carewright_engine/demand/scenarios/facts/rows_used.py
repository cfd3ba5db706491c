"""Which rows of which files each part of a projection takes, so that a figure opens to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

import polars as pl

from carewright_engine.demand.scenarios.answers import PartRows
from carewright_engine.demand.scenarios.facts.counts import rows_counted
from carewright_engine.demand.scenarios.facts.people_ahead import PeopleAhead
from carewright_engine.demand.scenarios.questions import Question
from carewright_engine.provision.areas import COUNTRIES
from carewright_engine.provision.inputs import Inputs
from carewright_engine.provision.rows_behind import RowsBehind

#: The parts, in the order in which a reader asks for them.
PARTS: Final = ("people", "hours", "fitted", "population", "nation", "rates")


def rows_used(
    inputs: Inputs, question: Question, last_years: Mapping[str, int], people: PeopleAhead,
    last: int,
) -> tuple[PartRows, ...]:  # fmt: skip
    """The rows of each part that has any.

    `last_years` are the last financial years counted of every kind of support that was fitted.
    """
    frames = {
        **dict(_of_use(inputs.frame("activity"), question, last_years)),
        **dict(_of_people(inputs, question.area.councils, people, last)),
    }
    found = ((part, RowsBehind.of(*frames.get(part, ()))) for part in PARTS)
    return tuple(PartRows(part, rows) for part, rows in found if rows.files)


def _of_use(
    activity: pl.DataFrame, question: Question, last_years: Mapping[str, int]
) -> Iterator[tuple[str, Iterable[pl.DataFrame]]]:
    """The area's own counts, and those of other councils and kinds that rates are fitted to."""
    nation, own = min(question.area.councils)[0], list(question.area.councils)
    counted = {
        kind: rows_counted(
            activity, kind, nation, through=min(question.through, date(year + 1, 3, 31))
        )
        for kind, year in last_years.items()
    }
    here = pl.col("area_code").is_in(own)
    asked = counted[question.support]
    yield "people", [asked.filter(here, measure="people")]
    yield "hours", [asked.filter(here, measure="hours")]
    others = [rows for kind, rows in counted.items() if kind != question.support]
    yield "fitted", [asked.filter(~here), *others]


def _of_people(
    inputs: Inputs, councils: tuple[str, ...], people: PeopleAhead, last: int
) -> Iterator[tuple[str, Iterable[pl.DataFrame]]]:
    """Who lives there at the base, who will in the nation, and its rates where they are used."""
    rows, year = inputs.frame("population"), pl.col("on").dt.year()
    base = (year == people.base_year) & (pl.col("on").dt.month() == 6)
    yield "population", [rows.filter(base, pl.col("area_code").is_in(list(councils)))]
    nation = COUNTRIES[councils[0][0]][0]
    ahead = year.is_between(people.base_year, last)
    yield "nation", [rows.filter(ahead, area_code=nation)]
    if len(people.drawn) > 1:
        frames = (inputs.frame(name) for name in ("population_rate", "population_band"))
        yield "rates", [frame for frame in frames if frame.height]
