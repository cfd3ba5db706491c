"""What a figure is about: area, period, age, sex, what it is divided by, what it measures."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.issues import rows_where
from carewright_engine.tables.matching import Matching
from carewright_engine.tables.published import fields
from carewright_engine.tables.published.age_bands import age_band
from carewright_engine.tables.published.layout import Layout
from carewright_engine.tables.published.places import with_place_named
from carewright_engine.tables.published.sexes import with_sex

FINDABLE: Final = pl.Schema(
    {
        "written": pl.String,
        "label": pl.String,
        "starts_on": pl.Date,
        "ends_before": pl.Date,
        "period_kind": pl.String,
    }
)


def with_dimensions(
    layout: Layout, rows: pl.DataFrame, matching: Matching
) -> tuple[pl.DataFrame, list[pl.DataFrame], list[pl.DataFrame]]:
    location = matching.matched[layout.location.meaning]
    rows, unknown_place = with_place_named(rows, location)
    no_place = rows_where(
        rows,
        pl.col("area_name").is_null(),
        column=location,
        reason="no area is named",
        mend="Name the council or its code.",
    )
    name = matching.header(fields.LOCATION_NAME.meaning)
    if name is not None:
        rows = rows.with_columns(area_name=pl.coalesce(name, "area_name"))
    rows, no_period = _with_period(layout, rows, matching)
    rows, no_age = _with_age(layout, rows, matching)
    sex = matching.header(layout.sex.meaning) if layout.sex else None
    rows, no_sex = with_sex(rows, sex)
    return (
        _with_detail(layout, rows, matching),
        [unknown_place],
        [no_place, no_period, no_age, no_sex],
    )


def _with_period(
    layout: Layout, rows: pl.DataFrame, matching: Matching
) -> tuple[pl.DataFrame, pl.DataFrame]:
    header = matching.matched[layout.period.meaning]
    label = matching.header(layout.period_label.meaning) if layout.period_label else None
    rows = rows.with_columns(
        written=pl.col(header), label=pl.col(label).fill_null("") if label else pl.lit("")
    )
    pairs = rows.select("written", "label").drop_nulls().unique(maintain_order=True).rows()
    found = [(written, label, layout.read_period(written, label)) for written, label in pairs]
    known = pl.DataFrame(
        [(w, told, p.starts_on, p.ends_before, p.kind) for w, told, p in found if p is not None],
        schema=FINDABLE,
        orient="row",
    )
    placed = rows.join(known, on=["written", "label"], how="left", maintain_order="left")
    issues = rows_where(
        placed,
        pl.col("starts_on").is_null(),
        column=header,
        reason="this is not a period that is known",
        mend="Write a financial year as 2023/24, a quarter as Jan-Mar 2024, a month as 2024-03-01.",
    )
    return placed, issues


def _with_age(
    layout: Layout, rows: pl.DataFrame, matching: Matching
) -> tuple[pl.DataFrame, pl.DataFrame]:
    header = matching.header(layout.age.meaning) if layout.age else None
    if header is None:
        everyone = rows.with_columns(age_band=pl.lit("all"))
        return everyone, rows_where(rows, pl.lit(False), column="", reason="", mend="")
    bands = {text: age_band(text) for text in rows[header].drop_nulls().unique()}
    placed = rows.with_columns(
        age_band=pl.col(header).replace_strict(bands, default=None, return_dtype=pl.String())
    )
    issues = rows_where(
        placed,
        pl.col("age_band").is_null(),
        column=header,
        reason="this is not an age band",
        mend="Write ages as 65-74, 85+ or All Ages.",
    )
    return placed, issues


def _with_detail(layout: Layout, rows: pl.DataFrame, matching: Matching) -> pl.DataFrame:
    """`kind`, and `detail`: what the figures are divided by, empty when they are the whole."""
    headers = [matching.matched[f.meaning] for f in layout.details if f.meaning in matching.matched]
    parts = [
        pl.when(pl.col(header).str.to_lowercase().is_in(list(layout.whole)))
        .then(None)
        .otherwise(pl.col(header))
        for header in headers
    ]
    if layout.kinds and headers:
        kind = _kind_by_words(headers[-1], layout.kinds)
        named = kind != "other"
        parts[-1] = pl.when(named).then(None).otherwise(parts[-1])
    else:
        kind = pl.lit(layout.activity)
    detail = pl.concat_str(parts, separator="; ", ignore_nulls=True) if parts else pl.lit("")
    return rows.with_columns(kind=kind, detail=detail)


def _kind_by_words(header: str, kinds: tuple[tuple[str, str], ...]) -> pl.Expr:
    words = pl.col(header).str.to_lowercase()
    found = pl.lit("other")
    for pattern, kind in kinds:
        found = pl.when(words.str.contains(pattern)).then(pl.lit(kind)).otherwise(found)
    return found


def with_measure(
    layout: Layout, rows: pl.DataFrame, matching: Matching
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Where a column says what each figure measures, what it says in canonical words."""
    if not layout.measured:
        return rows, rows_where(rows, pl.lit(False), column="", reason="", mend="")
    header = matching.matched[fields.MEASURE.meaning]
    words = pl.col(header).str.to_lowercase()
    measure, rounded = pl.lit(None, pl.String), pl.lit(None, pl.Int64)
    for each in layout.measured:
        says = words.str.contains(each.words)
        measure = pl.when(says).then(pl.lit(each.measure)).otherwise(measure)
        rounded = pl.when(says).then(pl.lit(each.rounded_to, pl.Int64)).otherwise(rounded)
    placed = rows.with_columns(measure=measure, rounded_to=rounded)
    issues = rows_where(
        placed,
        pl.col("measure").is_null(),
        column=header,
        reason="this measure is not one that is known",
        mend="Known are numbers of people, numbers of hours, and rates per 1,000 people.",
    )
    return placed, issues
