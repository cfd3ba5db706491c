"""Every table of a projection as it can be taken away: unrounded, with its levels named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from carewright.foresee.web import findings, resting
from carewright.foresee.web.prices import prices
from carewright.foresee.web.reading import Reading
from carewright.foresee.web.wording import band_in_words
from carewright.ui.exports import Sheet
from carewright.ui.exports.sheets import CONVERSIONS, Typed
from carewright.ui.lists.declared import Kind
from carewright_engine.demand.scenarios.answers import Outcome
from carewright_engine.demand.scenarios.summaries import LEVELS, Fan

Row = tuple[Typed, ...]
Column = tuple[str, Kind]

LEVEL_COLUMNS: Final[tuple[Column, ...]] = tuple(
    ("Middle" if level == 0.5 else f"{100 * level:g} in 100 below", "number") for level in LEVELS
)
#: Tables whose figures are hours a week, or places.
IN_AMOUNTS: Final = frozenset({"amount", "difference", "by_age", "unmet", "delivered", "moves"})
SCENARIO: Final[Column] = ("Scenario", "text")
YEAR: Final[Column] = ("Financial year from", "number")


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name in addresses, its title, its columns and its rows."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def sheet(self) -> Sheet:
        """The table as a spreadsheet has it; no cell of it can run."""
        convert = [CONVERSIONS[kind] for _, kind in self.columns]
        return Sheet(
            self.title,
            tuple(heading for heading, _ in self.columns),
            tuple(kind for _, kind in self.columns),
            (
                tuple(
                    None if value is None else each(value)
                    for each, value in zip(convert, row, strict=True)
                )
                for row in self.rows
            ),
        )


def tables_of(reading: Reading) -> tuple[Table, ...]:
    """All tables that the answer has something to say in."""
    return tuple(_told(table, reading) for make in MAKERS for table in make(reading) if table.rows)


def _told(table: Table, reading: Reading) -> Table:
    """The table with its unit and its projection in each row, as a file alone says neither."""
    if table.name == "run":
        return table
    reference = f"{reading.row.reference} of {reading.row.organisation}, {reading.area}"
    unit = _unit(table.name, reading)
    columns = [(_with_unit(name, kind, unit), kind) for name, kind in table.columns]
    rows: Iterable[Row] = table.rows
    if unit:
        columns, rows = [*columns, ("Unit", "text")], [(*row, unit) for row in rows]
    if _holds_pounds(table, reading):
        # The first column of such a table is the scenario.
        bases = _price_bases(reading)
        columns, rows = [*columns, ("Prices", "text")], [(*r, bases[str(r[0])]) for r in rows]
    return replace(
        table, columns=(*columns, ("Projection", "text")),
        rows=tuple((*row, reference) for row in rows),
    )  # fmt: skip


def _with_unit(name: str, kind: Kind, unit: str) -> str:
    """'Middle, hours a week': a figure's column says what it counts; a year counts nothing."""
    return name if kind != "number" or name == YEAR[0] or not unit else f"{name}, {unit}"


def _holds_pounds(table: Table, reading: Reading) -> bool:
    priced = reading.answer.question.cost is not None
    return priced and (table.name.startswith("pounds") or table.name == "gap")


def _price_bases(reading: Reading) -> dict[str, str]:
    """In which prices the pounds of each scenario are, by its name."""
    return {
        outcome.name: prices(reading, place).words
        for place, outcome in enumerate(reading.answer.outcomes)
    }


def _pounds(reading: Reading) -> str:
    """'pounds a year in constant prices of 2026/27'; where scenarios differ, their row says it."""
    bases = set(_price_bases(reading).values())
    base = bases.pop() if len(bases) == 1 else "at the prices of the column “Prices”"
    return f"pounds a year {base}"


def _unit(name: str, reading: Reading) -> str:
    """What the figures of a table count; nothing where units are several or none."""
    if name.startswith("pounds"):
        return _pounds(reading)
    if name in ("people", "ages"):
        return "people"
    return reading.support.short if name in IN_AMOUNTS else ""


def _by_level(
    name: str, title: str, fan_of: Callable[[Outcome], Fan | None]
) -> Callable[[Reading], Iterator[Table]]:
    def made(reading: Reading) -> Iterator[Table]:
        rows = tuple(
            (outcome.name, year, *levels)
            for outcome in reading.answer.outcomes
            if (fan := fan_of(outcome)) is not None
            for year, *levels in zip(fan.years, *map(fan.level, LEVELS), strict=True)
        )
        said = title.format(amount=reading.support.chart, unit=reading.support.short)
        yield Table(name, said, (SCENARIO, YEAR, *LEVEL_COLUMNS), rows)

    return made


def _counted(reading: Reading) -> Iterator[Table]:
    columns: tuple[Column, ...] = (
        YEAR, ("People", "number"), (reading.support.short.capitalize(), "number"),
        ("Fitted to", "yes_no"),
    )  # fmt: skip
    rows = tuple(
        (each.year, each.people, each.amount, each.fitted) for each in reading.answer.basis.counted
    )
    yield Table("counted", "What was counted", columns, rows)


def _by_age(reading: Reading) -> Iterator[Table]:
    rows = tuple(
        (outcome.name, band_in_words(each.band), year, *levels)
        for outcome in reading.answer.outcomes
        for each in outcome.by_band
        for year, *levels in zip(each.amount.years, *map(each.amount.level, LEVELS), strict=True)
    )
    columns: tuple[Column, ...] = (SCENARIO, ("Age", "text"), YEAR, *LEVEL_COLUMNS)
    yield Table("by_age", f"{reading.support.column} by age", columns, rows)


def _people(reading: Reading) -> Iterator[Table]:
    basis = reading.answer.basis
    now, then = basis.base_year, reading.last
    columns: tuple[Column, ...] = (
        ("Age", "text"), (f"Women {now}", "number"), (f"Men {now}", "number"),
        (f"Women {then}", "number"), (f"Men {then}", "number"),
    )  # fmt: skip
    rows = tuple(
        (each.name, each.women, each.men, each.women_later, each.men_later) for each in basis.ages
    )
    yield Table("ages", "People by age and sex", columns, rows)


def _gap(reading: Reading) -> Iterator[Table]:
    priced, short = reading.answer.question.cost is not None, reading.support.short
    pounds = _pounds(reading) if priced else "pounds a year"
    columns: tuple[Column, ...] = (
        SCENARIO, YEAR, (f"Can be provided, {short}", "number"), ("Chance of a gap", "percent"),
        (f"Missing, low (2.5 in 100 below), {short}", "number"),
        (f"Missing, middle, {short}", "number"),
        (f"Missing, high (97.5 in 100 below), {short}", "number"),
        (f"To close it, middle, {pounds}", "number"),
    )  # fmt: skip
    rows = tuple(
        (
            outcome.name, year, gap.capacity[at], gap.chance[at], gap.missing.at(year, 0.025),
            gap.missing.at(year), gap.missing.at(year, 0.975),
            gap.pounds_a_year.at(year) if priced else None,
        )
        for outcome in reading.answer.outcomes
        if (gap := outcome.gap) is not None
        for at, year in enumerate(gap.years)
    )  # fmt: skip
    yield Table("gap", "The gap ahead", columns, rows)


def _capacity(reading: Reading) -> Iterator[Table]:
    columns: tuple[Column, ...] = (
        ("From", "date"), (reading.support.short.capitalize(), "number"), ("Planned", "yes_no"),
    )  # fmt: skip
    reported = reading.answer.question.capacities
    rows = tuple((each.since, each.amount, each.planned) for each in reported)
    yield Table("capacity", "What can be provided", columns, rows)


def _assumptions(reading: Reading) -> Iterator[Table]:
    columns: tuple[Column, ...] = tuple(
        (each, "text") for each in ("Assumption", "Value", "Source", "Standing")
    )
    rows = tuple(
        (each.name, each.value, each.source, each.standing) for each in resting.assumptions(reading)
    )
    yield Table("assumptions", "What this rests on", columns, rows)
    pulled: tuple[Column, ...] = tuple(
        (each, "text") for each in ("Scenario", "Lever", "What it does", "Source", "Standing")
    )
    told = tuple(
        (each.scenario, each.name, each.value, each.source, each.standing)
        for each in resting.levers(reading)
    )
    yield Table("levers", "What the scenarios change", pulled, told)


def _moves(reading: Reading) -> Iterator[Table]:
    columns: tuple[Column, ...] = (
        SCENARIO, ("Assumption", "text"), ("At its low", "number"), ("At its high", "number"),
    )  # fmt: skip
    rows = tuple(
        (outcome.name, move.assumption, move.low, move.high)
        for outcome in reading.answer.outcomes
        for move in outcome.moves
    )
    yield Table("moves", f"What moves the {reading.last} figure most", columns, rows)


def _limits(reading: Reading) -> Iterator[Table]:
    basis = reading.answer.basis
    unknown: tuple[Column, ...] = tuple(
        (each, "text") for each in ("Question", "Why not", "What would fill it")
    )
    rows = tuple(
        (each.question, each.why, each.what_would_fill_it) for each in reading.answer.not_in_it
    )
    yield Table("not_assessed", "Not in this projection", unknown, rows)
    warned: tuple[Column, ...] = (("Warning", "text"), ("What to know", "text"), YEAR)
    told = tuple((each.heading, each.words, each.year) for each in basis.warnings)
    yield Table("warnings", "Read with care", warned, told)


def _files(reading: Reading) -> Iterator[Table]:
    columns: tuple[Column, ...] = (
        ("File", "text"), ("Publisher", "text"), ("Licence", "text"), ("True on", "date"),
        ("Digest (SHA-256)", "text"),
    )  # fmt: skip
    rows = tuple(
        (each.name, each.publisher, each.licence, each.as_at, each.sha256)
        for each in reading.answer.basis.sources
    )
    yield Table("files", "Files that this rests on", columns, rows)


def _run(reading: Reading) -> Iterator[Table]:
    question, row = reading.answer.question, reading.row
    said = (
        ("Projection", str(row.number)),
        ("Of", row.organisation),
        ("Area", f"{reading.area} ({question.area.code})"),
        ("Facts up to", question.through.isoformat()),
        ("Seed", str(question.seed)),
        ("Draws", str(question.draws)),
        ("Version", reading.answer.engine_version),
        ("Differences", findings.DIFFERENCES),
        ("Digest of the answer (SHA-256)", row.answer_sha256),
        ("Digest of the facts (SHA-256)", row.inputs_sha256),
    )
    yield Table("run", "How it was worked out", (("What", "text"), ("Value", "text")), said)


def _of_limit(outcome: Outcome) -> tuple[Fan | None, Fan | None, Fan | None]:
    """What is delivered under a limit, its cost, and the cost of what is not; None without one."""
    limited = outcome.limited
    if limited is None:
        return None, None, None
    return limited.delivered, limited.pounds, limited.pounds_unmet


MAKERS: Final[tuple[Callable[[Reading], Iterator[Table]], ...]] = (
    _by_level("amount", "{amount}", lambda outcome: outcome.amount),
    _by_level("difference", "Difference, {unit}", lambda each: each.difference),
    _by_level("people", "People helped", lambda outcome: outcome.people),
    _by_age,
    _by_level("pounds", "Pounds a year", lambda outcome: outcome.pounds),
    _by_level("pounds_difference", "Pounds, difference", lambda outcome: outcome.pounds_difference),
    _by_level("unmet", "Unmet need, {unit}", lambda outcome: outcome.unmet),
    _by_level("delivered", "Delivered, {unit}", lambda each: _of_limit(each)[0]),
    _by_level("pounds_delivered", "Pounds a year, delivered", lambda each: _of_limit(each)[1]),
    _by_level("pounds_unmet", "Pounds a year, not met", lambda each: _of_limit(each)[2]),
    _gap,
    _capacity,
    _counted,
    _people,
    _moves,
    _assumptions,
    _limits,
    _files,
    _run,
)
