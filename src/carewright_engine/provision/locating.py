"""Where a service lies, by the first route that the given files allow."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.provision.inputs import Inputs
from carewright_engine.tables import locating
from carewright_engine.tables.locating import ROUTES

__all__ = ["NOT_LOCATED", "ROUTES", "located"]

NOT_LOCATED: Final = "not_located"


def located(services: pl.DataFrame, inputs: Inputs) -> pl.DataFrame:
    """The same services with latitude, longitude and the `route` by which they were found."""
    placed, _ = locating.located(
        services, area=inputs.frame("area"), postcode=inputs.frame("postcode")
    )
    return placed.with_columns(pl.col("route").fill_null(NOT_LOCATED))
