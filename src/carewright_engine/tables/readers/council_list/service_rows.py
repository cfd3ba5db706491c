"""A council's own list as canonical services and unit costs."""

from __future__ import annotations

import polars as pl

from carewright_engine.tables.cells import number, whole
from carewright_engine.tables.cost_schemas import UNIT_COST
from carewright_engine.tables.councils import resolve_council
from carewright_engine.tables.english_councils import resolve_english_council
from carewright_engine.tables.postcodes import postcode
from carewright_engine.tables.published.figures import pence_of
from carewright_engine.tables.readers.council_list.fields import (
    CARE_GROUPS,
    CLOSED,
    KINDS_OF_SERVICE,
    PUBLIC_CLASSES,
    SECTORS,
    said,
)
from carewright_engine.tables.schemas import SERVICE


def with_councils(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows with the codes of the council and of the area served, where they are known."""
    codes = {
        name: resolve_council(name) or resolve_english_council(name)
        for column in ("council", "area_served")
        for name in rows[column].drop_nulls().unique().to_list()
    }
    served = _resolved("area_served", codes)
    is_code = pl.col("area_served").str.contains(r"^[SEWN]\d{8}$")
    council = _resolved("council", codes)
    return rows.with_columns(
        served=pl.coalesce(served, pl.when(is_code).then("area_served")),
        council_code=pl.coalesce(council, pl.when(pl.col("council").is_null()).then(served)),
    )


def _resolved(column: str, codes: dict[str, str | None]) -> pl.Expr:
    return pl.col(column).replace_strict(codes, default=None, return_dtype=pl.String())


def with_numbers(rows: pl.DataFrame) -> pl.DataFrame:
    """Each service under the council's own number, else under its name and postcode."""
    words = pl.concat_str("name", "postcode", separator=" ", ignore_nulls=True)
    own = words.str.to_lowercase().str.replace_all(r"[^a-z0-9]+", "-").str.strip_chars("-")
    return rows.with_columns(service_id=pl.lit("list:") + pl.coalesce("reference", own))


def services(rows: pl.DataFrame) -> pl.DataFrame:
    """One canonical service a row."""
    closed = pl.col("status").str.to_lowercase().is_in(CLOSED).fill_null(False)
    doubted = pl.col("doubt").is_not_null()
    kind = pl.coalesce(said("kind", KINDS_OF_SERVICE), pl.col("kind"))
    for_carers = pl.when(kind == "Breaks for carers").then(pl.lit("carers"))
    public = said("run_by", PUBLIC_CLASSES)
    places, staff = whole("places"), number("staff")
    return SERVICE.conform(
        rows.with_columns(
            register=pl.lit("council_list"),
            kind=kind,
            care_service="kind",
            care_group=pl.coalesce(said("care_group", CARE_GROUPS), for_carers, pl.lit("adults")),
            sector=said("run_by", SECTORS),
            public_class=public,
            public_basis=pl.when(public.is_not_null()).then(pl.lit("the council's own list")),
            counting=pl.when(closed)
            .then(pl.lit("apart"))
            .when(doubted)
            .then(pl.lit("doubtful"))
            .otherwise(pl.lit("counted")),
            postcode=postcode("postcode"),
            council_name="council",
            area_served="served",
            places=pl.when(places >= 0).then(places),
            staff_wte=pl.when(staff >= 0).then(staff),
        )
    )


def unit_costs(rows: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """What a unit costs, the mean where services of one kind differ, to the nearest penny."""
    keys = ["area_name", "area_code", "kind", "care_group", "provision", "unit"]
    publicly = pl.col("public_class").is_not_null()
    costs = found.with_columns(
        cost=rows["cost"],
        unit=rows["cost_unit"].fill_null("other"),
        area_name=pl.col("council_name"),
        area_code=pl.col("council_code"),
        provision=pl.when(publicly).then(pl.lit("in_house")).otherwise(pl.lit("external")),
        starts_on=pl.col("as_at"),
        ends_before=pl.col("as_at").dt.offset_by("1y"),
    ).with_columns(pounds=number("cost"))
    known = costs.filter((pl.col("pounds") >= 0) & pl.col("area_name").is_not_null())
    means = known.group_by(*keys, "starts_on", "ends_before", "dataset", maintain_order=True).agg(
        pence=pence_of(pl.col("pounds").mean()),
        source_row=pl.col("source_row").min(),
    )
    return UNIT_COST.conform(means)
