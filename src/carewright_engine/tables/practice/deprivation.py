"""Deprivation of each data zone, ranked as if among Scotland's 6,976; 1 is most deprived."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.tables.practice.draws import spread
from carewright_engine.tables.practice.zones import Zone

NATION: Final = 6976
DOMAINS: Final = ("Income", "Employment", "Health", "Education", "Housing", "Access", "Crime")


def rank_zones(rng: np.random.Generator, zones: Sequence[Zone]) -> tuple[int, ...]:
    """A rank for each zone by its deprivation, spread over the nation's ranks without ties."""
    return _ranked(rng, [-zone.deprivation for zone in zones])


def _ranked(rng: np.random.Generator, betterness: Sequence[float]) -> tuple[int, ...]:
    order = np.argsort(np.array(betterness), kind="stable")
    steps = np.sort(spread(rng, len(order)))
    ranks = np.empty(len(order), dtype=int)
    ranks[order] = 1 + np.floor(steps * NATION).astype(int)
    return tuple(int(rank) for rank in ranks)


def deprivation_frame(
    rng: np.random.Generator, zones: Sequence[Zone], ranks: Sequence[int]
) -> pl.DataFrame:
    """Ranks and deciles of the index and its domains, in the published columns."""
    by_name = {"IMD": tuple(ranks)}
    for domain in DOMAINS:
        remote = [0.8 if zone.rural else 0.0 for zone in zones]
        sign = 1.0 if domain == "Access" else -0.2  # the countryside is far from services only
        scores = [
            -(0.2 if domain == "Access" else 1.0) * zone.deprivation - sign * far + noise
            for zone, far, noise in zip(zones, remote, rng.normal(0, 0.4, len(zones)), strict=True)
        ]
        by_name[domain] = _ranked(rng, scores)
    return pl.DataFrame(
        {"dz11_code": [zone.code for zone in zones]}
        | {f"{name}_decile": [_decile(rank) for rank in of] for name, of in by_name.items()}
        | {f"{name}_rank": [float(rank) for rank in of] for name, of in by_name.items()}
    )


def _decile(rank: int) -> int:
    return min(10, (rank - 1) * 10 // NATION + 1)
