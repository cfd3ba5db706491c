"""Tiny canonical frames: one valid minimal row of a table at a time."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

import polars as pl

from carewright_engine.provision.analyse import analyse_area
from carewright_engine.provision.answers import AreaProvision
from carewright_engine.provision.areas import area_named
from carewright_engine.provision.inputs import Confirmed, Inputs
from carewright_engine.provision.questions import Parameters, Question
from carewright_engine.tables.schemas import TABLES

ON = date(2022, 3, 31)
FIFE, ANGUS, ORKNEY = "S12000047", "S12000041", "S12000023"
NAMES = {FIFE: "Fife", ANGUS: "Angus", ORKNEY: "Orkney Islands"}
_numbers = count(1)


def table(name: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    """A canonical frame of the given rows, the rest of its columns null."""
    sourced = [
        {"dataset": f"{name}-file", "source_row": place} | row
        for place, row in enumerate(rows, start=2)
    ]
    if not sourced:
        return TABLES[name].empty()
    return TABLES[name].conform(pl.DataFrame(sourced, infer_schema_length=None))


def home(**changed: Any) -> dict[str, Any]:
    """A private care home for older people in Fife with 40 places."""
    number = next(_numbers)
    row = {
        "service_id": f"CS{number:010}",
        "as_at": ON,
        "register": "care_inspectorate",
        "name": f"Home {number}",
        "kind": "Care Home Service: Older People",
        "care_group": "older_people",
        "sector": "private",
        "provider_id": f"SP{number:010}",
        "provider_name": f"Provider {number}",
        "counting": "counted",
        "council_code": FIFE,
        "council_name": "Fife",
        "places": 40,
        "min_grade": 4,
        "max_grade": 5,
    }
    return row | changed


def care_at_home(**changed: Any) -> dict[str, Any]:
    """A private care-at-home service in Fife, whose places nobody states."""
    kind = {"kind": "Support Service: Care at Home", "care_group": "adults", "places": None}
    return home(**(kind | changed))


def council_home(**changed: Any) -> dict[str, Any]:
    """A home that the council runs."""
    public = {"sector": "council", "public_class": "council", "public_basis": "ServiceType"}
    return home(**(public | changed))


def zone(code: str, latitude: float, longitude: float) -> dict[str, Any]:
    """A data zone's centre."""
    return {
        "code": code,
        "kind": "data_zone",
        "name": code,
        "latitude": latitude,
        "longitude": longitude,
    }


def member(code: str, council: str = FIFE) -> dict[str, Any]:
    """A data zone of a council."""
    return {
        "code": code,
        "kind": "data_zone",
        "parent_code": council,
        "parent_kind": "council",
    }


def people(code: str, ages: dict[int, float], kind: str = "data_zone", **changed: Any) -> list[Any]:
    """People of an area by age; ages not named are nobody."""
    row = {"area_code": code, "area_kind": kind, "on": date(2020, 6, 30), "sex": "all"} | changed
    return [row | {"age": age, "people": float(number)} for age, number in ages.items()]


def inputs_of(services: list[dict[str, Any]], **tables: Any) -> Inputs:
    """Inputs of the given services and other tables."""
    confirmed = tables.pop("confirmed", Confirmed())
    groups = tables.pop("provider_group", None)
    frames = {"service": table("service", services)}
    frames |= {name: table(name, rows) for name, rows in tables.items()}
    if groups is not None:
        frames["provider_group"] = pl.DataFrame(groups)
    return Inputs(frames, confirmed=confirmed)


def fife(
    inputs: Inputs,
    kind: str | None = "care_homes",
    care_group: str | None = "older_people",
    area: str = "Fife",
    on: date = ON,
    parameters: Parameters | None = None,
) -> AreaProvision:
    """The analysis of an area's homes for older people, unless another is asked for."""
    named = area_named(inputs, area)
    return analyse_area(inputs, Question(named, on, kind, care_group, parameters or Parameters()))
