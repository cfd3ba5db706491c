"""What a resident's week costs care homes, line by line, from their own returns.

Lines are those of the fair cost of care exercise (Department of Health and Social Care, 2022,
annex B). Medians of lines do not add up to the median of totals: the home in the middle for food
is another than the home in the middle for staff. Both are kept, and never taken for each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Final

from carewright_engine.costing.spread import FEWEST, QUARTILES, OutlierRule, Spread, spread_of
from carewright_engine.values.money import Exact, Pence, total


class Group(StrEnum):
    """What a line is part of; the returns on operations and on capital stand apart."""

    STAFFING = "staffing"
    PREMISES = "premises"
    SUPPLIES = "supplies"
    HEAD_OFFICE = "head_office"
    RETURN_ON_OPERATIONS = "return_on_operations"
    RETURN_ON_CAPITAL = "return_on_capital"

    @property
    def words(self) -> str:
        """As a page says it."""
        return self.value.replace("_", " ").capitalize()


OPERATING: Final = (Group.STAFFING, Group.PREMISES, Group.SUPPLIES, Group.HEAD_OFFICE)


class Denominator(StrEnum):
    """The weeks that a year's costs are spread over."""

    OCCUPIED = "occupied"
    OCCUPIED_OR_90 = "occupied_or_90"

    @property
    def words(self) -> str:
        """As a report states it."""
        if self is Denominator.OCCUPIED:
            return "Each home's costs are divided by the weeks in which its beds were occupied."
        return (
            "Each home's costs are divided by the weeks in which its beds were occupied, or by 90% "
            "of the weeks that its beds could have been, if that is more."
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the model: "care staff", part of staffing."""

    key: str
    group: Group


@dataclass(frozen=True, slots=True)
class HomeReturn:
    """One home's own figures for a year: pence by line, and weeks."""

    home: str
    type_of_care: str  # residential, residential enhanced, nursing, nursing enhanced
    costs: Mapping[str, Pence]  # by the line's key; a line that is absent was not returned
    occupied_weeks: Exact
    bed_weeks: Exact  # beds times the weeks of the year

    def weeks(self, denominator: Denominator) -> Fraction:
        """What its costs are divided by; raises ValueError for a home without any."""
        weeks = Fraction(self.occupied_weeks)
        if denominator is Denominator.OCCUPIED_OR_90:
            weeks = max(weeks, Fraction(self.bed_weeks) * Fraction(9, 10))
        if weeks <= 0:
            raise ValueError(f"{self.home}: no weeks to divide its costs by")
        return weeks


@dataclass(frozen=True, slots=True)
class LineCost:
    """One line of the model over all homes that returned it, in pence a resident's week."""

    line: Line
    spread: Spread


@dataclass(frozen=True, slots=True)
class HomeCosts:
    """The model for one type of care, with everything that a reader needs to check it."""

    type_of_care: str
    homes: int
    lines: tuple[LineCost, ...]
    groups: tuple[tuple[Group, Spread], ...]
    operating: Spread  # of each home's own total, returns on operations and capital apart
    methods: tuple[str, ...]

    @property
    def sum_of_line_medians(self) -> Pence | None:
        """What the lines' medians add up to, which is no home's cost; None if any is held back."""
        medians = [each.spread.median for each in self.lines if each.line.group in OPERATING]
        shown = [median for median in medians if median is not None]
        return total(shown) if shown and len(shown) == len(medians) else None


@dataclass(frozen=True, slots=True)
class Model:
    """How returns become figures; everything here is stated beside them."""

    lines: tuple[Line, ...]
    denominator: Denominator = Denominator.OCCUPIED_OR_90
    outliers: OutlierRule | None = field(default_factory=OutlierRule)
    fewest: int = FEWEST

    @property
    def methods(self) -> tuple[str, ...]:
        """In words, as a report states them."""
        rule = self.outliers.words if self.outliers else "No return was left out as an outlier."
        return (
            self.denominator.words,
            QUARTILES,
            rule,
            f"With fewer than {self.fewest} returns only their number is shown.",
            "Medians of lines do not add up to the median of totals.",
        )


def home_costs(returns: Sequence[HomeReturn], type_of_care: str, model: Model) -> HomeCosts:
    """The spread of every line, of every group and of the whole, for one type of care."""
    homes = [each for each in returns if each.type_of_care == type_of_care]
    return HomeCosts(
        type_of_care=type_of_care,
        homes=len(homes),
        lines=tuple(LineCost(line, _spread(homes, (line,), model)) for line in model.lines),
        groups=tuple(
            (group, _spread(homes, lines, model)) for group in Group if (lines := _of(model, group))
        ),
        operating=_spread(homes, _of(model, *OPERATING), model),
        methods=model.methods,
    )


def _of(model: Model, *groups: Group) -> tuple[Line, ...]:
    return tuple(line for line in model.lines if line.group in groups)


def _spread(homes: Sequence[HomeReturn], lines: Sequence[Line], model: Model) -> Spread:
    """Over homes that returned every one of the lines: a total with a gap is no total."""
    weekly = {
        home.home: Fraction(sum(home.costs[line.key] for line in lines))
        / home.weeks(model.denominator)
        for home in homes
        if all(line.key in home.costs for line in lines)
    }
    return spread_of(weekly, fewest=model.fewest, outliers=model.outliers)
