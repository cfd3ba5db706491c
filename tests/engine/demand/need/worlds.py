"""Made-up councils whose true rates are known, published as publishers publish."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.draws import stream
from carewright_engine.demand.need.intervals import Figures, reach_of
from carewright_engine.demand.need.observations import Observations
from carewright_engine.demand.need.settings import Settings

BANDS = ("65-74", "75-84", "85+")
QUICK = Settings(settling=40, kept=100)


def rounded(values: Array, to: int) -> Figures:
    """Figures to the nearest multiple."""
    figures = np.round(values / to) * to
    return Figures(np.maximum(figures - reach_of(to), 0.0), figures + reach_of(to))


@dataclass(frozen=True)
class World:
    """What was published, the population [year, area, band], and people in truth."""

    seen: Observations
    people: Array
    truth: Array  # [year, area, band], years past those seen included


def world(seed: int = 1, *, areas: int = 8, years: int = 3, ahead: int = 2) -> World:
    """Quarters and years of councils large and small, whose rates walk."""
    rng = stream(seed, "world")
    size = np.geomspace(400, 40_000, areas)
    people = np.broadcast_to(size[:, None] * [1.0, 0.6, 0.3], (years + ahead, areas, 3)).copy()
    start = np.log([0.02, 0.06, 0.2]) + 0.3 * rng.standard_normal((areas, 1))
    steps = 0.02 * rng.standard_normal(((years + ahead) * 4, areas, 1))
    steps[::4] *= 2.5
    level = start + np.cumsum(steps, axis=0) + np.zeros(3)
    quarters = rng.poisson(np.exp(level) * np.repeat(people, 4, axis=0)).astype(float)
    mean = level.reshape(-1, 4, areas, 3).mean(axis=1)
    truth = rng.poisson(np.exp(mean + 0.3) * people).astype(float)
    seen = Observations(
        "care_at_home",
        tuple(f"S1200{n:04d}" for n in range(areas)),
        BANDS,
        2018,
        4,
        rounded(quarters[: 4 * years], 5),
        rounded(truth[:years], 5),
    )
    return World(seen, people, truth)


def row(council: str, starts_on: date, ends_before: date, **more: Any) -> dict[str, Any]:
    """One row of the activity table."""
    usual = {
        "area_code": council, "area_kind": "council", "area_name": council,
        "kind": "care_at_home", "detail": "", "age_band": "85+", "sex": "all",
        "starts_on": starts_on, "ends_before": ends_before, "period_kind": "financial_year",
        "measure": "people", "value": 100.0, "rounded_to": 5, "flag": None,
    }  # fmt: skip
    return {**usual, **more}


def activity(*rows: dict[str, Any]) -> pl.DataFrame:
    """An activity table of these rows."""
    return pl.DataFrame(rows, infer_schema_length=None)
