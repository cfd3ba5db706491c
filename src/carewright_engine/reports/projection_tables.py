"""The tables of a projection, as rows that a file of any form can hold."""

from __future__ import annotations

from collections.abc import Iterator

from carewright_engine.demand.scenarios.answers import Outcome, Projection
from carewright_engine.demand.scenarios.levers import UnitCost
from carewright_engine.demand.scenarios.summaries import LEVELS, Fan
from carewright_engine.reports.plain_tables import Cell, PlainTable


def tables_of(answer: Projection) -> tuple[PlainTable, ...]:
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


def _fans(answer: Projection) -> PlainTable:
    rows = [
        (outcome.name, what, unit, *row)
        for outcome in answer.outcomes
        for what, unit, fan in _fans_of(outcome, answer.basis.unit, _pounds(answer, outcome))
        for row in _rows(fan)
    ]
    return PlainTable(
        "projected", ("scenario", "figure", "unit", "financial year", *_levels()), tuple(rows)
    )


def _pounds(answer: Projection, outcome: Outcome) -> str:
    """Pounds with their prices: of the cost that was stated, unless a lever lets them grow."""
    scenarios = {each.name: each for each in answer.question.compared}
    levers = scenarios[outcome.name].levers if outcome.name in scenarios else ()
    grow = any(
        isinstance(lever, UnitCost) and lever.support == answer.question.support for lever in levers
    )
    prices = "at prices that grow as the scenario says" if grow else "at the cost that was stated"
    return f"pounds a year {prices}"


def _fans_of(outcome: Outcome, unit: str, pounds: str) -> Iterator[tuple[str, str, Fan]]:
    found = (
        ("people", "people", outcome.people),
        ("needed", unit, outcome.amount),
        ("difference from as now", unit, outcome.difference),
        ("cost", pounds, outcome.pounds),
        ("difference of cost", pounds, outcome.pounds_difference),
        ("needed and not supplied", unit, outcome.unmet),
        *_under_the_limit(outcome, unit, pounds),
    )
    for what, said, fan in found:
        if fan is not None:
            yield what, said, fan


def _under_the_limit(
    outcome: Outcome, unit: str, pounds: str
) -> tuple[tuple[str, str, Fan | None], ...]:
    limited = outcome.limited
    if limited is None:
        return ()
    return (
        ("delivered under the limit", unit, limited.delivered),
        ("cost of what is delivered", pounds, limited.pounds),
        ("cost of what is not", pounds, limited.pounds_unmet),
    )


def _rows(fan: Fan) -> Iterator[tuple[Cell, ...]]:
    for at, year in enumerate(fan.years):
        yield (_named(year), *(level[at] for level in fan.values))


def _named(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02}"


def _by_band(answer: Projection) -> PlainTable:
    rows = [
        (outcome.name, each.band, answer.basis.unit, *row)
        for outcome in answer.outcomes
        for each in outcome.by_band
        for row in _rows(each.amount)
    ]
    columns = ("scenario", "age band", "unit", "financial year", *_levels())
    return PlainTable("by_age", columns, tuple(rows))


def _counted(answer: Projection) -> PlainTable:
    rows = [
        (_named(each.year), each.people, each.amount, "yes" if each.fitted else "no")
        for each in answer.basis.counted
    ]
    columns = ("financial year", "people", answer.basis.unit, "fitted to")
    return PlainTable("counted", columns, tuple(rows))


def _ages(answer: Projection) -> PlainTable:
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
    return PlainTable("people_by_age", columns, tuple(rows))


def _moves(answer: Projection) -> PlainTable:
    rows = [
        (outcome.name, move.assumption, move.low, move.high)
        for outcome in answer.outcomes
        for move in outcome.moves
    ]
    ends = (f"at its {each}th percentile, {answer.basis.unit}" for each in (10, 90))
    columns = ("scenario", "assumption", *ends)
    return PlainTable("what_moves_it", columns, tuple(rows))


def _gap(answer: Projection) -> PlainTable:
    rows = [
        (outcome.name, capacity, chance, *row)
        for outcome in answer.outcomes
        if outcome.gap is not None
        for capacity, chance, row in zip(
            outcome.gap.capacity, outcome.gap.chance, _rows(outcome.gap.missing), strict=True
        )
    ]
    unit = answer.basis.unit
    missing = tuple(f"missing, {unit}, {level}" for level in _levels())
    columns = (
        "scenario", f"can be provided, {unit}", "chance of a gap", "financial year", *missing
    )  # fmt: skip
    return PlainTable("gap", columns, tuple(rows))


def _assumptions(answer: Projection) -> PlainTable:
    rows = [
        (each.name, each.value, each.standing, each.source) for each in answer.basis.assumptions
    ]
    return PlainTable("assumptions", ("assumption", "value", "standing", "source"), tuple(rows))


def _warnings(answer: Projection) -> PlainTable:
    rows = [(each.heading, each.words) for each in answer.basis.warnings]
    return PlainTable("read_with_care", ("what", "why"), tuple(rows))


def _limits(answer: Projection) -> PlainTable:
    rows = [(each.question, each.why, each.what_would_fill_it) for each in answer.not_in_it]
    columns = ("not in these figures", "why", "what would fill it")
    return PlainTable("not_assessed", columns, tuple(rows))
