"""Dated values that somebody outside set, each with its source and whether anybody checked it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from carewright_engine.costing.pictures import PricedFrom
from carewright_engine.rules.dated import FILES, Dated, dated_of, every_dated
from carewright_engine.rules.not_held import NotHeld, not_held
from carewright_engine.rules.reading import NotInForce, held_on, holds_on
from carewright_engine.rules.totals import Differs, difference, every_total, flagged
from carewright_engine.values.money import Pence

#: What each file of values holds, in the order of the page.
GROUPS: Final[Mapping[str, str]] = {
    "wage_floors": "Wage floors and living wages",
    "care_home_rates": "Care-home rates",
    "personal_care_rates": "Free personal and nursing care",
    "home_care_costs": "What an hour of home care is made of",
    "thresholds": "Thresholds",
    "price_indices": "Price indices",
}
#: By how much prices rose, as uplifts from April mostly take it.
CONSUMER_PRICES: Final = "prices.cpi.september"
#: Groups whose values are prices of one unit over time, so that one picture can hold them.
DRAWN: Final = ("wage_floors", "care_home_rates", "personal_care_rates")


@dataclass(frozen=True, slots=True)
class Value:
    """One dated value, with the group it belongs to and whether it holds on the day asked."""

    group: str
    row: Dated
    holds: bool

    @property
    def words(self) -> str:
        """What it is."""
        return self.row.words

    @property
    def starts_on(self) -> date:
        """From when it holds."""
        return self.row.starts_on


def dated_values(*, on: date) -> tuple[Value, ...]:
    """Every value that came with Carewright, group by group, the latest of each name first."""
    return tuple(
        Value(group, row, holds_on(row, on))
        for group in GROUPS
        for rows in _of(group).values()
        for row in reversed(rows)
    )


def values_over_time(group: str) -> dict[str, list[PricedFrom]]:
    """How the values of a group moved, by what they are."""
    return {
        rows[-1].words: [
            PricedFrom(each.starts_on, Pence(each.pence), each.ends_before) for each in rows
        ]
        for rows in _of(group).values()
        if all(each.unit.is_money for each in rows)
    }


@dataclass(frozen=True, slots=True)
class AtOdds:
    """A published total that its parts do not add up to, in words; amounts as they were printed."""

    words: str
    on: date
    published: Decimal
    computed: Decimal
    what_is_wrong: str


def totals_that_differ() -> tuple[AtOdds, ...]:
    """Published totals that are not what their parts add up to; the parts are used."""
    return tuple(_at_odds(each) for each in flagged(every_total(), every_dated()))


def _at_odds(each: Differs) -> AtOdds:
    total = held_on(every_total(), each.id, each.on)
    held = {part: value_on(part, each.on) for part in total.parts}
    parts = {row.words: row.value for row in held.values() if row}
    says = difference(each.published, parts) if all(held.values()) else None
    return AtOdds(total.words, each.on, each.published, each.computed, says or each.words)


def values_not_held(*, on: date) -> tuple[NotHeld, ...]:
    """Values that nobody has found for some days: those that lack today's first."""
    found = not_held(on=on)
    return tuple(sorted(found, key=lambda each: (each.ends_before is not None, each.file)))


def value_on(name: str, on: date) -> Dated | None:
    """A value as it was on the day, with its source and flag; None where none is held."""
    try:
        return held_on(every_dated(), name, on)
    except NotInForce:
        return None


#: What the model of an hour of home care asks, and the reference data that answers it.
HOUR_OF_HOME_CARE: Final[Mapping[str, str]] = {
    "travel_minutes": "home_care.travel_minutes", "charges": "home_care.charges",
    "other_on_costs": "home_care.other_on_costs", "mileage": "home_care.mileage",
    "running_costs": "home_care.running_costs", "surplus": "home_care.surplus",
    "pence_a_mile": "mileage.approved",
}  # fmt: skip


def published_hour(on: date) -> dict[str, Dated]:
    """What an hour of home care is made of, each as it was published last by the day."""
    every = every_dated()
    return {
        asked: max(
            (row for row in every[name] if row.starts_on <= on), key=lambda row: row.starts_on
        )
        for asked, name in HOUR_OF_HOME_CARE.items()
    }


def _of(group: str) -> dict[str, tuple[Dated, ...]]:
    file = f"{group}.csv"
    return dated_of(file) if file in FILES else {}
