"""Shares of a market and how concentrated it is."""

from __future__ import annotations

from typing import Final, Literal

import polars as pl

Basis = Literal["entity", "group"]
Weight = Literal["services", "places"]

# Competition and Markets Authority, Merger Assessment Guidelines 2010, from memory.
BANDS: Final = ((1000, "low"), (2000, "concentrated"))


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
    """The index in words; the bands are not verified."""
    for limit, words in BANDS:
        if index < limit:
            return words
    return "highly concentrated"
