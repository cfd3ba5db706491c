"""Gap now: provision for every 1,000 people, beside comparable areas and the nation."""

from __future__ import annotations

from carewright.analyse.web.blocks import CallOut, Prose, Row, Table, row
from carewright.analyse.web.reading import Reading
from carewright.analyse.web.wording import number, plain_number, rate, sentence
from carewright.ui import rows as ui
from carewright.ui.rows import GridColumn
from carewright_engine.provision.answers import NotAssessed


def gap(reading: Reading) -> tuple[Row, ...]:
    """The funnel beside the nation's rates, and what the nation's rate would mean here."""
    own = reading.starting("gap.rate.")
    if not own:
        figure = next(iter(f for f in reading.answer.figures() if f.id.startswith("gap.")), None)
        fill = reading.filling(figure.what_would_fill_it) if figure else None
        return row((reading.missing(figure),), (fill,), layout="g2")
    beside = (_beside(reading), _expected(reading), _comparable(reading))
    chart, tiles = reading.chart("rates"), reading.chart("rates", place=1)
    if chart is None:
        return row(beside[:1] if beside[0] else (_own(reading),), beside[1:], layout="g21")
    if tiles is None:
        return (*row((chart,), beside), *row((_partly_stated(reading),)))
    return (
        *row((chart,), beside[:2]),
        *row((tiles,), beside[2:]),
        *row((_partly_stated(reading),)),
    )


def _partly_stated(reading: Reading) -> CallOut | None:
    """A rate over those who state their staff says less where fewer state them."""
    staff = reading.known("capacity.staff")
    if reading.in_places or staff is None or " in the " not in staff.words:
        return None
    stated = staff.words.partition(" in the ")[2].split()[0]
    every = f"{reading.count('type.services'):,} {reading.many}"
    words = (
        f"Staff are stated by {stated} of {every} here. Where more or fewer state them, a rate "
        "is higher or lower for that alone."
    )
    return CallOut("Read the rates with care", (words,), reading.of_figure(staff))


def _unit(reading: Reading) -> str:
    """'Places', or 'Staff'."""
    return "Places" if reading.in_places else "Staff"


def _beside(reading: Reading) -> Table | None:
    """Rates by age here, in the nation and in the middle comparable area."""
    table = reading.table("beside_nation")
    if table is None:
        return None
    nation = table.title.partition(" beside ")[2] or "Nation"
    records = table.records()
    alike = any(record["comparable"] is not None for record in records)
    heads = [reading.area, nation, *(["Alike"] if alike else [])]
    keys = ["here", "nation", *(["comparable"] if alike else [])]
    grid = ui.Grid(
        caption=table.title,
        columns=(
            GridColumn(f"{_unit(reading)} per 1,000 people"),
            *(GridColumn(head, figures=True) for head in heads),
        ),
        rows=tuple(
            (str(record["age"]), *(_told(record[key]) for key in keys)) for record in records
        ),
    )
    return reading.tabled(table.name, grid)


def _told(value: object) -> str:
    """323 and 85.3: a tenth says nothing beside three figures."""
    found = number(value)  # type: ignore[arg-type]
    return "Not known" if found is None else plain_number(found, 0 if found >= 100 else 1)


def _own(reading: Reading) -> Table:
    """The area's own rates where there is nothing to set them beside."""
    found = reading.starting("gap.rate.")
    grid = ui.Grid(
        caption=f"{_unit(reading)} per 1,000 people in {reading.area}",
        columns=(GridColumn("People"), GridColumn("Per 1,000", figures=True)),
        rows=tuple((f.unit.partition("people ")[2], f.shown) for f in found),
    )
    return Table(grid, source=reading.of_figure(found[0]))


def _expected(reading: Reading) -> Prose | None:
    """'At Scotland’s rate for people aged 75 and over, Fife would have 2,744 places: 206 fewer'."""
    expected = reading.known("gap.expected")
    difference = reading.known("gap.expected_difference")
    if expected is None or difference is None:
        missing = next((n for n in reading.answer.not_assessed if _is_of_nation(n)), None)
        return Prose(sentence(missing.why), heading=missing.question) if missing else None
    by = number(difference.value) or 0.0
    more = "more" if by > 0 else "fewer"
    has = "than it has." if round(by) else "as many as it has."
    unit = "places" if reading.in_places else "whole-time equivalent staff"
    return Prose(
        words=f"{sentence(expected.words).rstrip('.')}, {reading.area} would have "
        f"{expected.shown} {unit}:",
        strong=f"{rate(abs(by)) if abs(by) < 1 else f'{abs(by):,.0f}'} {more}" if round(by) else "",
        after=has,
        source=reading.of_figure(difference),
    )


def _is_of_nation(missing: NotAssessed) -> bool:
    return missing.question.startswith("Provision beside the nation")


def _comparable(reading: Reading) -> Prose | None:
    """Which areas are alike, and by what."""
    part = reading.section("gap")
    told = (
        [f.words for f in part.findings if f.words.startswith("Comparable areas: ")] if part else []
    )
    if not told:
        return None
    names, _, by = told[0].removeprefix("Comparable areas: ").partition(", most alike by ")
    return Prose(
        words=f"Alike is the middle one of {names}, most like {reading.area} by {by}",
        source=reading.of_figure(reading.figure("gap.comparators_rate")),
    )
