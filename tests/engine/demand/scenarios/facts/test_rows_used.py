"""A projection names the rows of files that each part of it takes."""

from __future__ import annotations

import json

import polars as pl

from carewright_engine.demand.scenarios.answers import Projection
from carewright_engine.demand.scenarios.assembling import project
from carewright_engine.provision.inputs import Inputs
from carewright_engine.provision.rows_behind import RowsBehind
from tests.engine.demand.scenarios.facts import places


def numbered() -> Inputs:
    """The made-up world with a row number of its own in every row of the counts."""
    inputs = places.inputs()
    weeks = inputs.frame("activity").drop("source_row").with_row_index("source_row", 2)
    weeks = weeks.with_columns(pl.col("source_row").cast(pl.Int64))
    return Inputs({**inputs.frames, "activity": weeks})


def rows_of(rows: RowsBehind, frame: pl.DataFrame) -> pl.DataFrame:
    [dataset] = rows.datasets
    return frame.filter(pl.col("source_row").is_in(list(rows.rows(dataset))))


def test_each_part_names_its_own_rows_and_no_others() -> None:
    inputs = numbered()
    found = project(inputs, places.question(draws=40))
    parts = {each.part: each.rows for each in found.basis.rows}
    assert list(parts) == ["people", "hours", "fitted", "population", "nation"]
    weeks, people = inputs.frame("activity"), inputs.frame("population")
    here = rows_of(parts["people"], weeks)
    assert set(here["area_code"]) == {places.COUNCILS[0]}
    assert set(here["measure"]) == {"people"}
    assert set(rows_of(parts["hours"], weeks)["measure"]) == {"hours"}
    assert set(rows_of(parts["fitted"], weeks)["area_code"]) == set(places.COUNCILS[1:])
    now = rows_of(parts["population"], people)
    assert (now.height, set(now["area_code"])) == (2 * 91, {places.COUNCILS[0]})
    assert set(rows_of(parts["nation"], people)["area_code"]) == {places.NATION}
    assert Projection.from_json(found.to_json()) == found
    assert json.loads(found.to_json())["basis"]["rows"][0]["part"] == "people"
