"""Where a service lies, by the most exact route that the given files allow."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.provision.inputs import Inputs

# From the most exact to the least.
ROUTES: Final = {
    "register": "coordinates in the register itself",
    "postcode": "its postcode",
    "data_zone": "centre of its data zone",
    "sector": "centre of its postcode sector",
    "district": "centre of its postcode district",
}
NOT_LOCATED: Final = "not_located"


def located(services: pl.DataFrame, inputs: Inputs) -> pl.DataFrame:
    """The same services with latitude, longitude and the `route` by which they were found."""
    rows = services.with_columns(
        register_latitude="latitude",
        register_longitude="longitude",
        postcode_sector=pl.col("postcode").str.replace(r"[A-Z]{2}$", ""),
        postcode_district=pl.col("postcode").str.replace(r" .*$", ""),
    ).drop("latitude", "longitude")
    for name, on, points in _points(inputs):
        rows = rows.join(
            points.rename({"latitude": f"{name}_latitude", "longitude": f"{name}_longitude"}),
            left_on=on,
            right_on="place",
            how="left",
            maintain_order="left",
        )
    route = pl.coalesce(
        *(pl.when(_known(name)).then(pl.lit(name)).otherwise(None) for name in ROUTES),
        pl.lit(NOT_LOCATED),
    )
    chosen = rows.with_columns(route=route).with_columns(
        latitude=_chosen("latitude"), longitude=_chosen("longitude")
    )
    return chosen.select(*services.columns, "route")


def _points(inputs: Inputs) -> list[tuple[str, str, pl.DataFrame]]:
    """For each route, the services' column that it goes by and the points it knows."""
    postcodes = inputs.frame("postcode")
    zones = inputs.frame("area").filter(pl.col("kind").is_in(["data_zone", "lsoa"]))
    by_precision = {
        name: postcodes.filter(pl.col("precision") == precision).select(
            "latitude", "longitude", place="postcode"
        )
        for name, precision in (
            ("postcode", "unit"),
            ("sector", "sector"),
            ("district", "district"),
        )
    }
    centres = zones.select("latitude", "longitude", place="code")
    found = [
        ("postcode", "postcode", by_precision["postcode"]),
        ("data_zone", "data_zone", centres),
        ("sector", "postcode_sector", by_precision["sector"]),
        ("district", "postcode_district", by_precision["district"]),
    ]
    return [(name, on, _one_each(points)) for name, on, points in found]


def _one_each(points: pl.DataFrame) -> pl.DataFrame:
    """One point a place, so that a join never doubles a service."""
    return points.drop_nulls().unique("place", keep="first", maintain_order=True)


def _known(name: str) -> pl.Expr:
    return pl.col(f"{name}_latitude").is_not_null() & pl.col(f"{name}_longitude").is_not_null()


def _chosen(coordinate: str) -> pl.Expr:
    return pl.coalesce(
        pl.when(_known(name)).then(pl.col(f"{name}_{coordinate}")) for name in ROUTES
    )
