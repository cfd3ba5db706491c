"""Operators that stretch beyond the area: present in many councils, or large enough to watch."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.provision.answers import Grid, GridColumn, RowsBehind, Value
from carewright_engine.provision.groundwork import Scope, nation_letter
from carewright_engine.provision.thresholds import THRESHOLDS

LARGE_BEDS: Final = THRESHOLDS["oversight.large"].value
WIDE_BEDS: Final = THRESHOLDS["oversight.wide"].value
WIDE_AUTHORITIES: Final = THRESHOLDS["oversight.authorities"].value
CONCENTRATED_SHARE: Final = THRESHOLDS["oversight.share"].value
CONCENTRATED_AUTHORITIES: Final = THRESHOLDS["oversight.concentrated"].value

# Beds as a home stated them, else the places it is registered for.
BEDS: Final = pl.coalesce("beds", "places")


def many_councils_table(scope: Scope) -> Grid:
    """Groups of the area that also work in other councils of the nation."""
    here = scope.services.group_by("group").agg(here=pl.len())
    elsewhere = scope.nation.group_by("group").agg(
        name=pl.col("group_name").sort().first(),
        councils=pl.col("council_code").n_unique(),
        services=pl.len(),
        places=pl.when(pl.col("places").count() > 0).then(pl.col("places").sum()),
    )
    lines = (
        elsewhere.join(here, on="group")
        .filter(pl.col("councils") > 1)
        .sort(["councils", "services", "name"], descending=[True, True, False])
    )
    behind = scope.nation.filter(pl.col("group").is_in(lines["group"].to_list()))
    return Grid(
        "operators_in_many_councils",
        "Operators present in more than one council",
        (
            GridColumn("group", "group"),
            GridColumn("services_here", "registrations in the area", "services"),
            GridColumn("councils", "councils of the nation with a service", "councils"),
            GridColumn("services", "registrations in the nation", "services"),
            GridColumn("places", "registered places in the nation, where stated", "places"),
        ),
        tuple(lines.select("name", "here", "councils", "services", "places").iter_rows()),
        "many_councils",
        RowsBehind.of(behind),
    )


def oversight_table(scope: Scope) -> Grid:
    """Groups of the area whose care home beds would meet the English entry criteria."""
    nation = _homes_of_nation(scope)
    here = scope.every_kind["group"].unique()
    lines = meeting_criteria(nation).filter(pl.col("group").is_in(here.to_list()))
    homes = nation.filter(pl.col("group").is_in(lines["group"].to_list()))
    return Grid(
        "market_oversight",
        "Operators that would meet the English market-oversight criteria",
        (
            GridColumn("group", "group"),
            GridColumn("beds", "beds in care homes for adults, else places", "beds"),
            GridColumn("councils", "councils where it has a bed", "councils"),
            GridColumn("criterion", "which criterion it meets"),
        ),
        tuple(_oversight_row(line) for line in lines.iter_rows(named=True)),
        "market_oversight",
        RowsBehind.of(homes),
        note=_oversight_note(nation),
    )


def _oversight_note(homes: pl.DataFrame) -> str:
    """What the criteria were tried on, and how many homes told nothing to try them on."""
    silent = homes.select(BEDS.is_null().sum()).item()
    left_out = (
        f" {silent:,} of {homes.height:,} care homes state neither beds nor places and are left "
        "out, so an operator may have more than is shown."
    )
    return (
        f"On the beds of the given files alone.{left_out if silent else ''} "
        "In Scotland this is an indication, not law."
    )


def meeting_criteria(homes: pl.DataFrame) -> pl.DataFrame:
    """Groups, councils' own excluded, that meet a criterion for residential care."""
    beds = homes.with_columns(bed=BEDS).drop_nulls("bed")
    by_council = beds.group_by("council_code").agg(all_beds=pl.col("bed").sum())
    held = (
        beds.filter(~pl.col("publicly_run"))
        .group_by("group", "council_code")
        .agg(bed=pl.col("bed").sum(), name=pl.col("group_name").sort().first())
        .filter(pl.col("bed") > 0)
        .join(by_council, on="council_code")
    )
    groups = held.group_by("group").agg(
        name=pl.col("name").sort().first(),
        beds=pl.col("bed").sum(),
        councils=pl.col("council_code").n_unique(),
        heavy=(pl.col("bed") / pl.col("all_beds") > CONCENTRATED_SHARE).sum(),
    )
    large = pl.col("beds") >= LARGE_BEDS
    wide = (pl.col("beds") >= WIDE_BEDS) & (pl.col("councils") >= WIDE_AUTHORITIES)
    heavy = (pl.col("beds") >= WIDE_BEDS) & (pl.col("heavy") >= CONCENTRATED_AUTHORITIES)
    criterion = (
        pl.when(large)
        .then(pl.lit("2,000 beds or more"))
        .when(wide)
        .then(pl.lit("1,000 beds or more, in 16 authorities or more"))
        .when(heavy)
        .then(pl.lit("1,000 beds or more, over a tenth of beds in 3 authorities or more"))
    )
    met = groups.with_columns(criterion=criterion).drop_nulls("criterion")
    return met.sort(["beds", "name"], descending=[True, False])


def _oversight_row(line: dict[str, Value]) -> tuple[Value, ...]:
    return line["name"], line["beds"], line["councils"], line["criterion"]


def _homes_of_nation(scope: Scope) -> pl.DataFrame:
    letter = nation_letter(scope.area)
    return scope.ground.now.filter(
        pl.col("kind_key").is_in(["care_homes", "short_breaks"])
        & pl.col("council_code").str.starts_with(letter)
    )
