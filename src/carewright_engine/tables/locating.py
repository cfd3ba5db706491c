"""Where a service lies: by its postcode, else its data zone, else it is doubtful."""

from __future__ import annotations

from typing import Final

import polars as pl

# From the first choice to the last: route, what the services go by, which points it knows.
ROUTES: Final = {
    "register": "coordinates given by the register",
    "postcode": "their postcode",
    "data_zone": "the centre of their data zone",
    "sector": "the centre of their postcode sector",
    "district": "the centre of their postcode district",
}
NOWHERE: Final = "no data zone or postcode that is known"


def located(
    services: pl.DataFrame, *, area: pl.DataFrame, postcode: pl.DataFrame
) -> tuple[pl.DataFrame, str]:
    """Services with latitude and longitude filled and the `route` taken, and a note that counts.

    Registers of 2016 have no data zones, so all of them are placed by postcode. What cannot be
    placed keeps null coordinates, and says so in `doubt`.
    """
    placed = _with_places(services)
    for route, points in _points(area, postcode).items():
        placed = placed.join(points, on=route, how="left", maintain_order="left")
    found = placed.with_columns(route=_route())
    filled = found.with_columns(
        latitude=_chosen("latitude"), longitude=_chosen("longitude"), doubt=_doubt()
    )
    return filled.select(*services.columns, "route"), _note(found["route"])


def _with_places(services: pl.DataFrame) -> pl.DataFrame:
    return services.with_columns(
        register_latitude="latitude",
        register_longitude="longitude",
        sector=pl.col("postcode").str.replace(r"[A-Z]{2}$", ""),
        district=pl.col("postcode").str.replace(r" .*$", ""),
    )


def _points(area: pl.DataFrame, postcode: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """For each route the points it knows, each place once."""
    zones = area.filter(pl.col("kind").is_in(["data_zone", "lsoa"]))
    points = {"data_zone": _named(zones, "code", "data_zone")}
    for route, precision in (("postcode", "unit"), ("sector", "sector"), ("district", "district")):
        known = postcode.filter(pl.col("precision") == precision)
        points[route] = _named(known, "postcode", route)
    return points


def _named(frame: pl.DataFrame, place: str, route: str) -> pl.DataFrame:
    points = frame.select(
        pl.col(place).alias(route),
        pl.col("latitude").alias(f"{route}_latitude"),
        pl.col("longitude").alias(f"{route}_longitude"),
    )
    return points.drop_nulls().unique(route, keep="first", maintain_order=True)


def _known(route: str) -> pl.Expr:
    return pl.col(f"{route}_latitude").is_not_null() & pl.col(f"{route}_longitude").is_not_null()


def _route() -> pl.Expr:
    return pl.coalesce(pl.when(_known(route)).then(pl.lit(route)) for route in ROUTES)


def _chosen(coordinate: str) -> pl.Expr:
    return pl.coalesce(
        pl.when(_known(route)).then(pl.col(f"{route}_{coordinate}")) for route in ROUTES
    )


def _doubt() -> pl.Expr:
    """What was doubted before, and that the place is not known where it is not."""
    lost = pl.when(pl.col("route").is_null()).then(pl.lit(f"not placed on the map: {NOWHERE}"))
    both = pl.concat_str("doubt", lost, separator="; ", ignore_nulls=True)
    return pl.when(both != "").then(both)


def _note(routes: pl.Series) -> str:
    counts = [(words, (routes == route).sum()) for route, words in ROUTES.items()]
    told = [f"{count:,} by {words}" for words, count in counts if count]
    lost = routes.null_count()
    placed = f"{', '.join(told)}" if told else "none"
    return f"Placed on the map: {placed}; not placed: {lost:,} ({NOWHERE})."
