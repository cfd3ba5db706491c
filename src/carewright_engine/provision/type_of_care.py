"""Type: which kinds of care there are, and who runs them."""

from __future__ import annotations

import polars as pl

from carewright_engine.provision.answers import (
    Figure,
    Finding,
    Grid,
    GridColumn,
    NotAssessed,
    RowsBehind,
    Section,
    Value,
)
from carewright_engine.provision.counting import RUN_BY, RUN_BY_NAMES
from carewright_engine.provision.figures import (
    Dimension,
    figure,
    gaps,
    middle,
    not_known,
    share,
    total,
)
from carewright_engine.provision.groundwork import NO_LIST, Scope
from carewright_engine.provision.kinds_of_care import KIND_BY_KEY
from carewright_engine.provision.words import share_of

RUN_BY_COLUMNS = tuple(
    GridColumn(key, f"services that are {RUN_BY_NAMES[key].lower()}", "services") for key in RUN_BY
)


def type_of_care(scope: Scope) -> Dimension:
    """Who runs the services, and which kinds stand beside them."""
    rows = scope.services
    figures = _figures(scope)
    unregistered = NotAssessed(
        "Services on no register: day clubs, telecare, equipment, advice, breaks for carers",
        "no list of the council's own was given",
        "The council's own list of services",
    )
    has_list = (scope.every_kind["register"] == "council_list").any()
    section = Section(
        "type",
        _heading(scope),
        figures,
        _findings(rows, scope),
        (run_by_table(scope), kinds_table(scope.every_kind), subtypes_table(rows)),
    )
    return section, gaps(figures, () if has_list else (unregistered,))


def _figures(scope: Scope) -> tuple[Figure, ...]:
    """How many there are and who runs them; without a list not even none can be said."""
    if not scope.has_list:
        return (not_known("type.services", scope.many, "counted", NO_LIST),)
    return (*_counts(scope), *_public_class(scope))


def _counts(scope: Scope) -> list[Figure]:
    rows = scope.services
    counted = [figure("type.services", rows.height, scope.many, scope.name, "counted", rows)]
    for key in RUN_BY:
        part = rows.filter(pl.col("run_by") == key)
        if part.height or key != "not_said":
            words = f"{RUN_BY_NAMES[key].lower()}"
            counted.append(
                figure(f"type.{key}", part.height, scope.many, words, "publicly_run", part)
            )
    return counted


def _public_class(scope: Scope) -> list[Figure]:
    """How many are publicly run by the file's word alone, and how many a person confirmed."""
    public = scope.services.filter("publicly_run")
    by_person = public.filter("public_confirmed")
    proposed = public.filter(~pl.col("public_confirmed"))
    many = scope.many
    return [
        figure(
            "type.public_proposed",
            proposed.height,
            many,
            "publicly run as proposed from the file",
            "publicly_run",
            proposed,
        ),
        figure(
            "type.public_confirmed",
            by_person.height,
            many,
            "publicly run as confirmed by a person",
            "publicly_run",
            by_person,
        ),
    ]


def _heading(scope: Scope) -> str:
    """'Six homes in seven are run privately'."""
    rows = scope.services
    if not scope.has_list:
        return f"Who runs {scope.many} in {scope.area.name} cannot be shown: no list was given"
    if rows.height == 0:
        return f"{scope.area.name} has no {scope.many} of this kind on the given lists"
    largest = (
        rows["run_by"].value_counts(sort=True).sort(["count", "run_by"], descending=[True, False])
    )
    run_by, count = largest.row(0)
    if run_by == "not_said":
        return f"The lists do not say who runs {count} of {rows.height} {scope.many}"
    manner = {
        "publicly_run": "publicly run",
        "private": "run privately",
        "voluntary": "run by voluntary bodies",
    }[run_by]
    return f"{share_of(count / rows.height, scope.one, scope.many)} {manner}"


def _findings(rows: pl.DataFrame, scope: Scope) -> tuple[Finding, ...]:
    unknown = rows.filter(pl.col("staff_once").is_null() & ~pl.col("staff_with_partner"))
    if unknown.height == 0:
        return ()
    parts = [
        f"{part.height - part['staff_once'].null_count()} of {part.height} "
        f"{RUN_BY_NAMES[key].lower()}"
        for key in RUN_BY
        if (part := rows.filter(pl.col("run_by") == key)).height and part["staff_once"].null_count()
    ]
    words = f"Staff are stated for {', '.join(parts)} {scope.many}, and for all others."
    return (Finding(words, caution=True),)


def run_by_table(scope: Scope) -> Grid:
    """Services, places, typical size and staff by who runs them."""
    rows = scope.services
    parts = [
        (RUN_BY_NAMES[key], part)
        for key in RUN_BY
        if (part := rows.filter(pl.col("run_by") == key)).height
    ]
    if scope.has_list:
        parts.append(("All", rows))
    places = total(rows, "places")
    return Grid(
        "run_by",
        f"{scope.name} by who runs them",
        (
            GridColumn("run_by", "who runs the services"),
            GridColumn("services", "registrations", "services"),
            GridColumn("places", "registered places", "places"),
            GridColumn("share_of_places", "share of all places", "share", 1),
            GridColumn("median_size", "places of the middle service", "places", 1),
            GridColumn("staff_wte", "staff, combined pairs once", "whole-time equivalents"),
            GridColumn("staff_known", "services that state their staff", "services"),
        ),
        tuple(_run_by_row(name, part, places) for name, part in parts),
        "publicly_run",
        RowsBehind.of(rows),
        tuple(RowsBehind.of(part) for _, part in parts),
    )


def _run_by_row(name: str, part: pl.DataFrame, all_places: float | None) -> tuple[Value, ...]:
    places = total(part, "places")
    known = part.height - part["staff_once"].null_count()
    return (
        name,
        part.height,
        places,
        share(places, all_places),
        middle(part, "places"),
        total(part, "staff_once"),
        known,
    )


def kinds_table(rows: pl.DataFrame) -> Grid:
    """Registrations of each kind in the area, publicly run beside bought."""
    lines = sorted(_kind_parts(rows), key=lambda line: (-line[1].height, line[0]))
    return Grid(
        "services_by_kind",
        "Registered services by kind",
        (
            GridColumn("kind", "kind of care"),
            *RUN_BY_COLUMNS,
            GridColumn("all", "all registrations", "services"),
        ),
        tuple((name, *_by_run_by(part), part.height) for name, part in lines),
        "counted",
        RowsBehind.of(rows),
        tuple(RowsBehind.of(part) for _, part in lines),
    )


def _kind_parts(rows: pl.DataFrame) -> list[tuple[str, pl.DataFrame]]:
    """Kinds with their rows; homes for older people stand apart from other adults' homes."""
    homes = pl.col("kind_key").is_in(["care_homes", "short_breaks"])
    older = (pl.col("kind_key") == "care_homes") & (pl.col("care_group") == "older_people")
    parts = [
        ("Care homes, older people", rows.filter(older)),
        ("Care homes, other adults", rows.filter(homes & ~older)),
    ]
    for key in rows.filter(~homes)["kind_key"].unique():
        parts.append((KIND_BY_KEY[key].name, rows.filter(pl.col("kind_key") == key)))
    return [(name, part) for name, part in parts if part.height]


def _by_run_by(part: pl.DataFrame) -> tuple[int, ...]:
    return tuple(part.filter(pl.col("run_by") == key).height for key in RUN_BY)


def subtypes_table(rows: pl.DataFrame) -> Grid:
    """What the register says more closely: subtype and main area of care."""
    counted = (
        rows.group_by("kind", "care_group", "main_area_of_care")
        .agg(
            pl.len().alias("services"),
            pl.col("places").sum().alias("known"),
            pl.col("places").count().alias("stated"),
        )
        .sort("kind", "care_group", "main_area_of_care", nulls_last=True)
    )
    return Grid(
        "subtypes",
        "What the register says more closely",
        (
            GridColumn("kind", "kind as the register calls it"),
            GridColumn("care_group", "whom it supports"),
            GridColumn("main_area_of_care", "main area of care, where stated"),
            GridColumn("services", "registrations", "services"),
            GridColumn("places", "registered places", "places"),
        ),
        tuple(
            (kind, group, main, services, known if stated else None)
            for kind, group, main, services, known, stated in counted.iter_rows()
        ),
        "counted",
        RowsBehind.of(rows),
    )
