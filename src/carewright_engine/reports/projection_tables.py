"""The tables of a projection, as rows that a file of any form can hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carewright_engine.demand.scenarios.answers import Outcome, Projection
from carewright_engine.demand.scenarios.summaries import LEVELS, Fan

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class ProjectionTable:
    """A name, column names with their units, and rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables_of(answer: Projection) -> tuple[ProjectionTable, ...]:
    """Every table of one projection; quantiles always name their level."""
    return (
        _fans(answer),
        _by_band(answer),
        _counted(answer),
        _ages(answer),
        _moves(answer),
        _gap(answer),
        _assumptions(answer),
        _warnings(answer),
        _limits(answer),
    )


def _levels() -> tuple[str, ...]:
    return tuple(f"below with chance {level:g}" for level in LEVELS)


def _fans(answer: Projection) -> ProjectionTable:
    rows = [
        (outcome.name, what, unit, *row)
        for outcome in answer.outcomes
        for what, unit, fan in _fans_of(outcome, answer.basis.unit)
        for row in _rows(fan)
    ]
    return ProjectionTable(
        "projected", ("scenario", "figure", "unit", "financial year", *_levels()), tuple(rows)
    )


def _fans_of(outcome: Outcome, unit: str) -> Iterator[tuple[str, str, Fan]]:
    found = (
        ("people", "people", outcome.people),
        ("needed", unit, outcome.amount),
        ("difference from as now", unit, outcome.difference),
        ("cost", "pounds a year", outcome.pounds),
        ("difference of cost", "pounds a year", outcome.pounds_difference),
        ("needed and not supplied", unit, outcome.unmet),
    )
    for what, said, fan in found:
        if fan is not None:
            yield what, said, fan


def _rows(fan: Fan) -> Iterator[tuple[Cell, ...]]:
    for at, year in enumerate(fan.years):
        yield (_named(year), *(level[at] for level in fan.values))


def _named(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02}"


def _by_band(answer: Projection) -> ProjectionTable:
    rows = [
        (outcome.name, each.band, answer.basis.unit, *row)
        for outcome in answer.outcomes
        for each in outcome.by_band
        for row in _rows(each.amount)
    ]
    columns = ("scenario", "age band", "unit", "financial year", *_levels())
    return ProjectionTable("by_age", columns, tuple(rows))


def _counted(answer: Projection) -> ProjectionTable:
    rows = [
        (_named(each.year), each.people, each.amount, "yes" if each.fitted else "no")
        for each in answer.basis.counted
    ]
    columns = ("financial year", "people", answer.basis.unit, "fitted to")
    return ProjectionTable("counted", columns, tuple(rows))


def _ages(answer: Projection) -> ProjectionTable:
    last = answer.years[-1]
    rows = [
        (each.name, each.women, each.men, each.women_later, each.men_later)
        for each in answer.basis.ages
    ]
    columns = (
        "age",
        f"women {answer.basis.base_year}",
        f"men {answer.basis.base_year}",
        f"women {last}",
        f"men {last}",
    )
    return ProjectionTable("people_by_age", columns, tuple(rows))


def _moves(answer: Projection) -> ProjectionTable:
    rows = [
        (outcome.name, move.assumption, move.low, move.high)
        for outcome in answer.outcomes
        for move in outcome.moves
    ]
    columns = ("scenario", "assumption", "at its 10th percentile", "at its 90th percentile")
    return ProjectionTable("what_moves_it", columns, tuple(rows))


def _gap(answer: Projection) -> ProjectionTable:
    rows = [
        (outcome.name, capacity, chance, *row)
        for outcome in answer.outcomes
        if outcome.gap is not None
        for capacity, chance, row in zip(
            outcome.gap.capacity, outcome.gap.chance, _rows(outcome.gap.missing), strict=True
        )
    ]
    columns = ("scenario", "capacity", "chance of a gap", "financial year", *_levels())
    return ProjectionTable("gap", columns, tuple(rows))


def _assumptions(answer: Projection) -> ProjectionTable:
    rows = [
        (each.name, each.value, each.standing, each.source) for each in answer.basis.assumptions
    ]
    return ProjectionTable(
        "assumptions", ("assumption", "value", "standing", "source"), tuple(rows)
    )


def _warnings(answer: Projection) -> ProjectionTable:
    rows = [(each.heading, each.words) for each in answer.basis.warnings]
    return ProjectionTable("read_with_care", ("what", "why"), tuple(rows))


def _limits(answer: Projection) -> ProjectionTable:
    rows = [
        (each.question, each.why, each.what_would_fill_it) for each in answer.basis.not_assessed
    ]
    columns = ("not in these figures", "why", "what would fill it")
    return ProjectionTable("not_assessed", columns, tuple(rows))
