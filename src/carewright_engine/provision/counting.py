"""Which rows of a register are counted, once each, and for whom they stand."""

from __future__ import annotations

from datetime import date

import polars as pl

from carewright_engine.provision.inputs import Confirmed
from carewright_engine.provision.kinds_of_care import for_children, kind_key

SAID_TO_RUN = ("publicly_run", "private", "voluntary")
RUN_BY = (*SAID_TO_RUN, "not_said")
RUN_BY_NAMES = {
    "publicly_run": "Publicly run",
    "private": "Private",
    "voluntary": "Voluntary",
    "not_said": "Not said",
}


def counted_services(
    services: pl.DataFrame, groups: pl.DataFrame, confirmed: Confirmed, *, children_too: bool
) -> pl.DataFrame:
    """Rows that figures include, with who runs each, its group and its staff counted once.

    Two files may hold the same list: a service counts once a day, from the first of them.
    """
    rows = services.filter(pl.col("counting").is_in(["counted", "doubtful"]))
    rows = rows.unique(["service_id", "as_at"], keep="first", maintain_order=True)
    rows = rows.with_columns(kind_key=kind_key())
    if not children_too:
        rows = rows.filter(~for_children())
    rows = _with_who_runs_it(rows, confirmed)
    return _with_suppliers(_with_staff_once(rows), groups, confirmed)


def as_known_on(services: pl.DataFrame, day: date) -> pl.DataFrame:
    """Each register's latest list on or before the day."""
    known = services.filter(pl.col("as_at") <= day)
    return known.filter(pl.col("as_at") == pl.col("as_at").max().over("register"))


def snapshots_until(services: pl.DataFrame, day: date) -> pl.DataFrame:
    """Every register's lists up to the day; a council's own list is no register and no trend."""
    return services.filter((pl.col("as_at") <= day) & (pl.col("register") != "council_list"))


def _with_who_runs_it(rows: pl.DataFrame, confirmed: Confirmed) -> pl.DataFrame:
    """Publicly run as confirmed by a person, else as proposed from the file."""
    decided = list(confirmed.public)
    publicly = pl.col("public_class")
    if decided:
        by_person = pl.col("service_id").replace_strict(
            confirmed.public, default=None, return_dtype=pl.String()
        )
        publicly = pl.when(pl.col("service_id").is_in(decided)).then(by_person).otherwise(publicly)
    bought = pl.when(pl.col("sector").is_in(["private", "voluntary"])).then(pl.col("sector"))
    return rows.with_columns(
        public_class=publicly,
        public_confirmed=pl.col("service_id").is_in(decided),
        doubtful=pl.col("doubt").is_not_null() | (pl.col("counting") == "doubtful"),
    ).with_columns(
        publicly_run=pl.col("public_class").is_not_null(),
        run_by=pl.when(pl.col("public_class").is_not_null())
        .then(pl.lit("publicly_run"))
        .otherwise(bought.fill_null("not_said")),
    )


def _with_staff_once(rows: pl.DataFrame) -> pl.DataFrame:
    """The staff of a combined pair on one of its two rows: where the larger number stands.

    A pair is two rows of one list that name each other. When both state the same number, it
    stays with the registration whose number comes first.
    """
    other = rows.select(
        "as_at",
        combined_with="service_id",
        names_back="combined_with",
        other_staff="staff_wte",
    ).unique(["as_at", "combined_with"], keep="first")
    paired = rows.join(other, on=["as_at", "combined_with"], how="left", maintain_order="left")
    is_pair = pl.col("names_back") == pl.col("service_id")
    counts_elsewhere = is_pair & (
        (pl.col("other_staff") > pl.col("staff_wte"))
        | (
            (pl.col("other_staff") == pl.col("staff_wte"))
            & (pl.col("combined_with") < pl.col("service_id"))
        )
    )
    stays = ~counts_elsewhere.fill_null(value=False)
    with_partner = is_pair & pl.col("other_staff").is_not_null()
    return paired.with_columns(
        staff_once=pl.when(stays).then(pl.col("staff_wte")),
        staff_with_partner=with_partner.fill_null(value=False)
        & (~stays | pl.col("staff_wte").is_null()),
    ).drop("names_back", "other_staff")


def _with_suppliers(rows: pl.DataFrame, groups: pl.DataFrame, confirmed: Confirmed) -> pl.DataFrame:
    """Each service's legal provider and its group; a provider in no group is its own group."""
    entity = pl.coalesce("provider_id", "provider_name", pl.format("no provider: {}", "service_id"))
    named = pl.coalesce("provider_name", "provider_id", pl.lit("Provider not said"))
    rows = rows.with_columns(entity=entity, entity_name=named)
    if groups.height == 0:
        return rows.with_columns(group=pl.col("entity"), group_name=pl.col("entity_name"))
    standing = groups.filter(~pl.col("group_id").is_in(list(confirmed.groups_undone)))
    belongs = standing.select(
        entity="provider_id", group="group_id", joined_as="group_name"
    ).unique("entity", keep="first", maintain_order=True)
    return rows.join(belongs, on="entity", how="left", maintain_order="left").with_columns(
        group=pl.coalesce("group", "entity"),
        group_name=pl.coalesce("joined_as", "entity_name"),
    )
