"""Hours of care at home a week for each person: a spread over bands, not one mean.

Publishers count people by hours band; the last band is open. Its mean is the one with which the
nation's people and hours of the same week agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.draws import stream
from carewright_engine.demand.refusing import BadParameter

HOURS_BANDS: Final = ("0 - <2 hours", "2 - <4 hours", "4 - <10 hours", "10+ hours")
MIDDLES: Final = (1.0, 3.0, 7.0)  # hours: the middle of each closed band
LEAST_OPEN: Final = 10.0
CONCENTRATION: Final = 50.0  # people's worth that all areas count for in each


@dataclass(frozen=True, slots=True)
class HoursEach:
    """People [area, band, hours] by hours received, and each hours band's mean [band, hours]."""

    areas: tuple[str, ...]
    bands: tuple[str, ...]
    people: Array
    means: Array

    def shares(self, draws: int, seed: int) -> Array:
        """Shares [draw, area, band, hours] of people by hours; areas drawn towards all areas'."""
        usual = self.people.sum(axis=0)
        usual = usual / usual.sum(axis=-1, keepdims=True)
        dice = stream(seed, "need", "hours each")
        weight = dice.standard_gamma(
            self.people + CONCENTRATION * usual, (draws, *self.people.shape)
        )
        shares: Array = weight / weight.sum(axis=-1, keepdims=True)
        return shares

    def draw(self, draws: int, seed: int) -> Array:
        """Mean hours a week for each person: [draw, area, band]."""
        found: Array = (self.shares(draws, seed) * self.means).sum(axis=-1)
        return found


def hours_each(
    activity: pl.DataFrame, *, bands: Sequence[str], on_or_before: date
) -> HoursEach:  # fmt: skip
    """From the latest census week that both files hold, no later than a day."""
    at_home = activity.filter(
        (pl.col("kind") == "care_at_home")
        & (pl.col("period_kind") == "census_week")
        & (pl.col("ends_before") <= on_or_before)
        & pl.col("age_band").is_in(list(bands))
    )
    by_hours = at_home.filter(
        (pl.col("measure") == "people") & pl.col("detail").is_in(list(HOURS_BANDS))
    )
    if by_hours.height == 0:
        raise BadParameter("activity", "without people by hours", "care at home by hours received")
    week = by_hours["ends_before"].max()
    councils = by_hours.filter(
        (pl.col("ends_before") == week) & (pl.col("area_kind") == "council")
    ).drop_nulls(["area_code", "value"])
    areas = tuple(sorted(councils["area_code"].unique()))
    people = np.zeros((len(areas), len(bands), len(HOURS_BANDS)))
    for code, band, hours, value in councils.select(
        "area_code", "age_band", "detail", "value"
    ).iter_rows():
        people[areas.index(code), list(bands).index(band), HOURS_BANDS.index(hours)] = value
    whole = at_home.filter((pl.col("ends_before") == week) & (pl.col("detail") == ""))
    return HoursEach(areas, tuple(bands), people, _means(people.sum(axis=0), whole, bands))


def _means(people: Array, whole: pl.DataFrame, bands: Sequence[str]) -> Array:
    """The open band's mean makes hours for each person what the nation's totals give."""
    means = np.tile(np.array([*MIDDLES, LEAST_OPEN]), (len(bands), 1))
    for at, band in enumerate(bands):
        of_band = whole.filter(pl.col("age_band") == band)
        hours, count = _total(of_band, "hours"), _total(of_band, "people")
        closed, open_people = people[at, :-1] @ np.array(MIDDLES), people[at, -1]
        if count and open_people:
            each = hours / count * people[at].sum()
            means[at, -1] = max((each - closed) / open_people, LEAST_OPEN)
    return means


def _total(rows: pl.DataFrame, measure: str) -> float:
    """The nation's own figure where it is given, else the councils' sum."""
    of = rows.filter(pl.col("measure") == measure)
    nation = of.filter(pl.col("area_kind") == "country").drop_nulls("value")
    found = nation if nation.height else of.filter(pl.col("area_kind") == "council")
    return float(found["value"].sum())
