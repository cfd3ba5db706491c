"""How a year is counted: which people a rate is taken of, and when they move."""

from __future__ import annotations

from enum import StrEnum


class Conventions(StrEnum):
    """The two ways of counting a year that the engine knows; the first is its own.

    `MID_YEAR`: from one mid-year to the next. Chances of dying and of leaving belong to cohorts;
    both act all through the year, so each is taken of those whom the other has not removed, and
    whoever arrives is there for half of it. Births are a rate times the mean of the women of that
    age at both ends of the year, and babies may die or move in their first months.

    `RATES_OF_YEAR_BEFORE`: deaths and births are a rate times the previous mid-year's people of
    the same age; people age on, and deaths and moves are then taken off by the age reached.
    Regional offices' projections are published so (the ONS components method as Witan runs it).
    """

    MID_YEAR = "mid_year"
    RATES_OF_YEAR_BEFORE = "rates_of_year_before"
