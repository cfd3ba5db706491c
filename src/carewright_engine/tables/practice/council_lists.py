"""Each council's own list of services that no regulator lists: day clubs, telecare, advice ...

Their number follows one small council's count of 33 voluntary organisations to 14,600 people
aged 65 and over (reference notes 5.7). What a unit costs is invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.tables.practice.draws import quota
from carewright_engine.tables.practice.land import COUNCILS, HEALTH_BOARD_BODY, Council
from carewright_engine.tables.practice.names import coined, street
from carewright_engine.tables.practice.people import People
from carewright_engine.tables.practice.postcodes import Unit
from carewright_engine.tables.practice.providers import COUNCIL_COMPANY
from carewright_engine.tables.practice.sites import LEAD_AGENCY_COUNCIL
from carewright_engine.tables.practice.zones import Land

CHECKED_TO: Final = date(2022, 3, 31)
COLUMNS: Final = (
    "reference", "name", "kind", "care_group", "run_by", "provider", "council", "places", "cost",
    "cost_unit", "address", "town", "postcode", "area_served", "languages", "physical_access",
    "status", "checked_on",
)  # fmt: skip
LANGUAGES: Final = {
    "Elmshire": {"English": 6, "English; Polish": 2, "English; BSL": 1, "": 3},
    "Oakshire": {"English": 5, "English; Urdu; Punjabi": 2, "English; BSL": 1, "": 3},
    "Strathalder": {"English": 4, "English; Gaelic": 4, "": 2},
}
ACCESS: Final = {
    "Step-free": 4,
    "Step-free; accessible toilet": 3,
    "Step-free; accessible toilet; hearing loop": 2,
    "Steps at the door": 1,
    "": 3,
}
NO_COST_GIVEN: Final = 0.3


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A kind of service that stands in no register."""

    kind: str
    title: str
    care_group: str
    per_10_000_older: float  # 0: one to a council
    voluntary: float  # the share that charities run; the rest is public
    goes_to_people: bool
    places: tuple[int, int]
    pounds: tuple[float, float]
    unit: str


KINDS: Final = (
    Unlisted("Lunch club", "Lunch Club", "Older people", 6, 0.85, False, (12, 40), (3, 7), "visit"),
    Unlisted("Day club", "Day Club", "Older people", 4, 0.8, False, (8, 30), (18, 45), "visit"),
    Unlisted("Telecare", "Telecare", "Adults", 0, 0, True, (0, 0), (4, 7), "week"),
    Unlisted("Equipment store", "Equipment Store", "Adults", 0, 0, True, (0, 0), (0, 0), ""),
    Unlisted("Advice and information", "Advice", "Adults", 3, 0.75, False, (0, 0), (0, 0), ""),
    Unlisted("Breaks for carers", "Respite", "Carers", 3, 0.8, False, (2, 8), (90, 160), "day"),
    Unlisted("Befriending", "Befrienders", "Older people", 2, 1, True, (15, 60), (8, 14), "hour"),
    Unlisted("Community transport", "Dial-a-Ride", "Adults", 1, 1, True, (0, 0), (5, 12), "trip"),
    Unlisted("Meals at home", "Meals", "Older people", 1, 0.5, True, (20, 90), (5, 8), "meal"),
)  # fmt: skip


def council_lists(
    seed: int, land: Land, people: People, units: Sequence[Unit]
) -> dict[str, pl.DataFrame]:
    """The list of each council, by the council's name."""
    rng = np.random.default_rng((seed, 3))
    words = coined(rng)
    older = people.between(65)
    lists = {}
    for council in COUNCILS:
        members = set(land.of(council.name))
        here = [unit for unit in units if unit.zone in members]
        number = int(older[list(members)].sum())
        rows = list(_rows(rng, council, number, here, land, words))
        lists[council.name] = pl.DataFrame(rows, schema=list(COLUMNS), orient="row")
    return {name: _with_flaws(name, frame) for name, frame in lists.items()}


def _rows(
    rng: np.random.Generator,
    council: Council,
    older: int,
    units: Sequence[Unit],
    land: Land,
    words: Iterator[str],
) -> Iterator[tuple[str | None, ...]]:
    number = 0
    for kind in KINDS:
        count = max(1, round(kind.per_10_000_older * older / 10_000))
        voluntary = quota(rng, {True: kind.voluntary, False: 1 - kind.voluntary}, count)
        languages = quota(rng, LANGUAGES[council.name], count)
        access = quota(rng, ACCESS, count)
        for at in range(count):
            number += 1
            unit = units[int(rng.integers(len(units)))]
            place = land.zones[unit.zone].place
            word = next(words)
            run_by, provider = _run_by(council, kind, word, voluntary=voluntary[at])
            known = {
                "reference": f"{council.name[:3].upper()}-{number:03d}",
                "name": _called(council, kind, word, place, voluntary=voluntary[at]),
                "run_by": run_by,
                "provider": provider,
                "council": council.name,
                "languages": languages[at],
                "status": "open",
            }
            known |= _offer(rng, kind) | _whereabouts(
                rng, kind, council, place, unit, word, access[at]
            )
            yield tuple(known.get(column) or None for column in COLUMNS)


def _offer(rng: np.random.Generator, kind: Unlisted) -> dict[str, str]:
    """Whom a service is for, how many it takes, what it costs and when that was checked."""
    return {
        "kind": kind.kind,
        "care_group": kind.care_group,
        "places": _between(rng, kind.places),
        "cost": _cost(rng, kind),
        "cost_unit": kind.unit,
        "checked_on": (CHECKED_TO - timedelta(days=int(rng.integers(20, 300)))).isoformat(),
    }


def _whereabouts(
    rng: np.random.Generator,
    kind: Unlisted,
    council: Council,
    place: str,
    unit: Unit,
    word: str,
    access: str,
) -> dict[str, str]:
    """Where people go, or the area whose people a service goes to."""
    if kind.goes_to_people:
        return {"area_served": council.name}
    return {
        "address": street(rng, word),
        "town": place,
        "postcode": unit.code,
        "physical_access": access,
    }


def _called(council: Council, kind: Unlisted, word: str, place: str, *, voluntary: bool) -> str:
    """Charities have a name of their own; public services are called by where they are."""
    own = council.name if kind.goes_to_people else place
    return f"{word if voluntary else own} {kind.title}"


def _run_by(council: Council, kind: Unlisted, word: str, *, voluntary: bool) -> tuple[str, str]:
    if voluntary:
        return "Voluntary", f"{word} Association"
    if council.name == LEAD_AGENCY_COUNCIL:
        return "Health board", HEALTH_BOARD_BODY
    if kind.kind == "Telecare" and council.name == "Elmshire":
        return "Council company", COUNCIL_COMPANY
    return "Council", f"{council.name} Council"


def _between(rng: np.random.Generator, span: tuple[int, int]) -> str:
    return str(int(rng.integers(span[0], span[1] + 1))) if span[1] else ""


def _cost(rng: np.random.Generator, kind: Unlisted) -> str:
    """Some councils know what a unit costs them; free advice costs too, but nobody counted."""
    if not kind.pounds[1] or rng.random() < NO_COST_GIVEN:
        return ""
    return f"{float(rng.uniform(*kind.pounds)):.2f}"


def _with_flaws(council: str, frame: pl.DataFrame) -> pl.DataFrame:
    """One club that closed, and in one list a number of places that is no number."""
    place = pl.int_range(pl.len())
    flawed = frame.with_columns(
        status=pl.when(place == 1).then(pl.lit("closed")).otherwise("status")
    )
    if council != "Oakshire":
        return flawed
    return flawed.with_columns(
        places=pl.when(place == 2).then(pl.lit("about 20")).otherwise("places")
    )
