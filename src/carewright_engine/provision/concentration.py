"""Shares of a market and how concentrated it is."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

import polars as pl

from carewright_engine.provision.thresholds import THRESHOLDS

Basis = Literal["entity", "group"]
Weight = Literal["services", "places"]

BANDS: Final = (
    (THRESHOLDS["hhi.low"], "low"),
    (THRESHOLDS["hhi.concentrated"], "concentrated"),
)


def shares(services: pl.DataFrame, basis: Basis, weight: Weight) -> pl.DataFrame:
    """One row a supplier: its services, places, councils and share, the largest first."""
    size = pl.col("places") if weight == "places" else pl.col("services")
    suppliers = services.group_by(supplier=basis).agg(
        name=pl.col(f"{basis}_name").sort().first(),
        services=pl.len(),
        places=pl.when(pl.col("places").count() > 0).then(pl.col("places").sum()),
        publicly_run=pl.col("publicly_run").all(),
        entities=pl.col("entity").n_unique(),
    )
    with_share = suppliers.with_columns(share=size / size.sum())
    return with_share.sort(
        ["share", "services", "name", "supplier"], descending=[True, True, False, False]
    )


def weight_of(services: pl.DataFrame) -> Weight:
    """Places where every supplier states them for every service, otherwise registrations."""
    stated = services.height > 0 and services["places"].null_count() == 0
    return "places" if stated and services["places"].sum() > 0 else "services"


def hhi(suppliers: pl.DataFrame) -> float:
    """Herfindahl-Hirschman index, from near 0 (many equal suppliers) to 10,000 (one)."""
    return float((suppliers["share"] ** 2).sum() * 10_000)


def band_of(index: float) -> str:
    """The index in words; how far the bands can be relied on is `standing_of_bands`."""
    for limit, words in BANDS:
        if index < limit.value:
            return words
    return "highly concentrated"


def standing_of_bands(on: date) -> str:
    """'band replaced in 2021, not verified': what must be known before a band is relied on."""
    limits = [limit for limit, _ in BANDS]
    replaced = {
        limit.ends_before.year for limit in limits if limit.ends_before and limit.has_ended(on)
    }
    parts = [f"replaced in {max(replaced)}"] if replaced else []
    parts += [] if all(limit.verified for limit in limits) else ["not verified"]
    return f"band {', '.join(parts)}" if parts else ""
