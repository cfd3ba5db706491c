"""Accessibility: where services are, who lives near one, and how much people can reach."""

from __future__ import annotations

from carewright.analyse.web.blocks import CallOut, Missing, Row, Table, row
from carewright.analyse.web.reading import Reading, facts
from carewright.analyse.web.wording import nearly, sentence
from carewright.ui import rows as ui
from carewright.ui.rows import GridColumn
from carewright_engine.provision.answers import Figure, Grid, NotAssessed, Value, shown

COMES_TO_PEOPLE = "Reach of care that comes to people"


def accessibility(reading: Reading) -> tuple[Row, ...]:
    """The map beside who lives within reach; a box where distance means nothing."""
    measured = reading.known("access.people") is not None
    beside = (_within_reach(reading), facts(*_reach(reading), *_recorded(reading)))
    if not measured:
        why = _why(reading)
        box = _box(reading, why)
        filled = reading.filling(why.what_would_fill_it) if why else None
        here = facts(*_recorded(reading))
        return (*row((box,), (filled, here), layout="g2"), *row((reading.chart("map"),)))
    return (*row((reading.chart("map"),), beside), *row((_care(reading),)))


def _within_reach(reading: Reading) -> Table | None:
    """Share of people within each distance of the nearest service of each sort."""
    table = reading.table("within_reach")
    if table is None:
        return None
    distances = [name for name in table.column_names if name.startswith("within_")]
    grid = ui.Grid(
        caption=table.title,
        columns=(
            GridColumn(f"Nearest {reading.one}"),
            *(GridColumn(_km(name), figures=True) for name in distances),
            GridColumn("Half within, km", figures=True),
        ),
        rows=tuple(_reach_row(reading, record, distances) for record in table.records()),
        tight=True,
    )
    return reading.tabled(table.name, grid, note=_how(reading, table), narrow=True)


def _km(column: str) -> str:
    return column.removeprefix("within_").removesuffix("_km") + "\N{NO-BREAK SPACE}km"


def _reach_row(reading: Reading, record: dict[str, Value], distances: list[str]) -> tuple[str, ...]:
    nearest = str(record["nearest"])
    said = f"Any {reading.one}" if nearest == "any" else sentence(nearest).rstrip(".")
    half = record["half_within_km"]
    return (said, *(nearly(record[name]) for name in distances), shown(half, "", 1))


def _how(reading: Reading, table: Grid) -> str:
    people = reading.known("access.people")
    counted = f" {people.shown} {people.words}." if people else ""
    return f"{table.note}{counted}"


def _reach(reading: Reading) -> list[ui.Fact | None]:
    """What the average person can reach, and what a tenth of people fall short of."""
    average = reading.figure("access.catchment")
    lowest = reading.known("access.catchment_lowest_tenth")
    decay = average.words.partition("(")[2].rstrip(")") if average and average.value else ""
    unit = average.unit if average else ""
    return [
        reading.fact(average, "Within reach of the average person", beneath=f"{unit}; {decay}"),
        reading.fact(lowest, "Within reach of a tenth of people", beneath="or fewer")
        if lowest
        else None,
    ]


def _recorded(reading: Reading) -> list[ui.Fact | None]:
    """Languages, physical access and areas served, where a list says anything of them."""
    return [
        reading.fact(figure, sentence(figure.words).rstrip("."), f"{figure.shown} {figure.unit}")
        for key in ("languages", "physical_access", "area_served")
        if (figure := reading.known(f"access.{key}"))
    ]


def _care(reading: Reading) -> CallOut | None:
    return reading.cautions("accessibility", "Read distances with care")


def _why(reading: Reading) -> Figure | NotAssessed | None:
    figure = reading.figure("access.any.within_5_km")
    if figure is not None:
        return figure
    asked = reading.answer.not_assessed
    return next((each for each in asked if each.question == COMES_TO_PEOPLE), None)


def _box(reading: Reading, why: Figure | NotAssessed | None) -> Missing | None:
    if isinstance(why, Figure):
        return reading.missing(why)
    if why is not None:
        return reading.missing(None, sentence(why.why))
    return None
