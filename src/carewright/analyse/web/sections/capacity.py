"""Capacity: places or staff, how large services are, and how many people use them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from carewright.analyse.web.blocks import Filling, Row, Table, row
from carewright.analyse.web.reading import Reading, facts
from carewright.analyse.web.wording import capital, plain_number, whole, written_day
from carewright.ui import rows as ui
from carewright.ui.rows import GridColumn
from carewright_engine.provision.answers import Figure, Value

PERIODS: Final = {
    "financial_year": "year",
    "quarter": "quarter",
    "census_week": "census week",
    "census_day": "census day",
    "month": "month",
}
NO_CAPACITY: Final = "Neither places nor staff are stated for any of these services."


def capacity(reading: Reading) -> tuple[Row, ...]:
    """How much there is, its size and change, and its use."""
    if not reading.starting("capacity."):
        return row((reading.missing(None, NO_CAPACITY),), (_what_fills(reading),), layout="g2")
    if reading.in_places:
        return (
            *row(
                (reading.chart("sizes"), _use_by_age(reading)), (_over_time(reading),), layout="g2"
            ),
            *row((facts(*_stated(reading), *_used(reading), _occupancy(reading)),)),
        )
    return (
        *row((_use(reading), _use_by_age(reading)), (_over_time(reading),), layout="g2"),
        *row((facts(*_stated(reading), _occupancy(reading)),)),
    )


def _what_fills(reading: Reading) -> Filling | None:
    gaps = [reading.figure("capacity.places"), reading.figure("capacity.staff")]
    return reading.filling(*dict.fromkeys(f.what_would_fill_it for f in gaps if f is not None))


def _over_time(reading: Reading) -> Table | None:
    """Services and places (or staff) in every list that was given."""
    records = reading.records("places_over_time")
    if not records:
        return None
    columns = ["services", "places", "publicly_run_places"]
    names = [capital(reading.many), "Places", "Publicly run places"]
    if not reading.in_places:
        columns = ["services", "staff_wte", "staff_known"]
        names = [capital(reading.many), "Staff (whole-time equivalent)", "State their staff"]
    grid = ui.Grid(
        caption=f"{'Places' if reading.in_places else 'Staff'} over time",
        columns=(GridColumn("List of"), *(GridColumn(name, figures=True) for name in names)),
        rows=tuple((_day(r["as_at"]), *(whole(r[c]) for c in columns)) for r in records),
    )
    return reading.tabled("places_over_time", grid)


def _day(iso: Value) -> str:
    """A day that is not broken into two lines."""
    return written_day(iso).replace(" ", "\N{NO-BREAK SPACE}")


def _stated(reading: Reading) -> list[ui.Fact | None]:
    """What registers state beside what the service is counted in: rooms, staff, places."""
    if reading.in_places:
        return [
            _fact(reading, "capacity.single", "Single bedrooms"),
            _fact(reading, "capacity.staff", "Staff (whole-time equivalent)"),
        ]
    return [
        _fact(reading, "capacity.staff", "Staff (whole-time equivalent)"),
        _fact(reading, "capacity.places", "Registered places"),
    ]


def _fact(reading: Reading, figure_id: str, name: str) -> ui.Fact | None:
    figure = reading.figure(figure_id)
    return reading.fact(figure, name, beneath=_where_stated(reading, figure))


def _where_stated(reading: Reading, figure: Figure | None) -> str:
    """'in the 70 homes that stated them', or in all."""
    _, found, rest = figure.words.partition(" in the ") if figure else ("", "", "")
    every = reading.count("type.services")
    return f"in the {rest}" if found else f"in all {every:,} {reading.many}"


def _occupancy(reading: Reading) -> ui.Fact | None:
    figure = reading.figure("capacity.occupancy")
    if figure is None or figure.value is None:
        return reading.fact(figure, "People there now, and empty places")
    return reading.fact(figure, "Places taken", beneath=_dated(figure.words))


def _used(reading: Reading) -> list[ui.Fact | None]:
    """People supported in the longest period that statistics cover."""
    for period in PERIODS:
        figure = reading.known(f"capacity.use.people.{period}")
        if figure is not None:
            beneath = f"in the {_dated(figure.words.partition(' in the ')[2])}"
            return [reading.fact(figure, "People supported", beneath=beneath)]
    return []


def _use(reading: Reading) -> Table | None:
    """People supported and hours of care, in each period that statistics cover."""
    lines: dict[str, dict[str, str]] = {}
    for figure in reading.starting("capacity.use."):
        measure, key = figure.id.removeprefix("capacity.use.").split(".")
        period = capital(_dated(figure.words.partition(" in the ")[2]))
        lines.setdefault(key, {"period": period})[measure] = figure.shown
    if not lines:
        return None
    found = [lines[key] for key in PERIODS if key in lines]
    grid = ui.Grid(
        caption="People supported and hours of care",
        columns=(
            GridColumn("Period"), GridColumn("People", figures=True),
            GridColumn("Hours", figures=True),
        ),
        rows=tuple(
            (f["period"], f.get("people", "Not known"), f.get("hours", "Not known")) for f in found
        ),
    )  # fmt: skip
    return reading.tabled("use", grid)


def _dated(words: str) -> str:
    """Words that end in a day of the calendar, with the day as people write it."""
    before, _, last = words.rpartition(" ")
    return f"{before} {written_day(last)}".strip()


def _use_by_age(reading: Reading) -> Table | None:
    """People and hours by age, in the longest period that gives ages."""
    records = [r for r in reading.records("use") if r["age"] not in ("all", "unknown")]
    period = next((p for p in PERIODS if any(r["period"] == p for r in records)), None)
    if period is None:
        return None
    chosen = [r for r in records if r["period"] == period]
    measures = [m for m in ("people", "hours") if any(r["measure"] == m for r in chosen)]
    ages = list(dict.fromkeys(str(r["age"]) for r in chosen))
    since = written_day(chosen[0]["from"])
    grid = ui.Grid(
        caption=f"People supported, by age, in the {PERIODS[period]} from {since}",
        columns=(
            GridColumn("Aged"),
            *(GridColumn(capital(measure), figures=True) for measure in measures),
        ),
        rows=tuple(
            (_age(age), *(_sum(chosen, age, measure) for measure in measures)) for age in ages
        ),
    )
    note = "As published, rounded; what the publisher kept back is not known here either."
    return reading.tabled("use", replace(grid, how_to_read=note), folded=True)


def _age(band: str) -> str:
    return f"{band[:-1]} and over" if band.endswith("+") else band.replace("-", " to ")


def _sum(records: list[dict[str, Value]], age: str, measure: str) -> str:
    """The sum over the area's councils; not known when one of them keeps it back."""
    values = [r["value"] for r in records if r["age"] == age and r["measure"] == measure]
    known = [value for value in values if isinstance(value, int | float)]
    return plain_number(sum(known), 0) if values and len(known) == len(values) else "Not known"
