"""Zeros that mean "nothing was submitted", which publishers do not mark.

A whole council without one person, or one hour, of home care does not exist; nor does a
council whose people are all of no age. Where figures say so, the council sent nothing, and
its zeros would pull every rate and total down.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.issues import rows_where

SHORT: Final = 0.02  # of all ages; rounding of seven bands explains far less
LEAST_GAP: Final = 50
NOT_SUBMITTED: Final = "not_submitted"
GROUP: Final = (
    "area_code",
    "area_name",
    "kind",
    "starts_on",
    "ends_before",
    "period_kind",
    "measure",
)


def blank_what_was_not_submitted(frame: pl.DataFrame) -> tuple[pl.DataFrame, list[str]]:
    """The same rows; zeros that cannot be true become null with the flag not_submitted."""
    whole = pl.col("age_band") == "all"
    value = pl.col("value")
    sums = frame.group_by(GROUP).agg(
        value.filter(whole).sum().alias("of_all"),
        value.filter(whole).count().alias("wholes"),
        value.filter(~whole).sum().alias("of_bands"),
        value.filter(~whole).count().alias("bands"),
    )
    nothing = (pl.col("wholes") > 0) & (pl.col("of_all") == 0)
    no_bands = (pl.col("bands") > 1) & (pl.col("of_bands") == 0) & ~whole
    # A zero is blanked; a figure that was there stays, even beside zeros that were not.
    blank = (value == 0) & (nothing | no_bands)
    joined = frame.join(sums, on=GROUP, how="left", nulls_equal=True, maintain_order="left")
    marked = joined.with_columns(missing=blank.fill_null(False))
    blanked = marked.with_columns(
        value=pl.when(~pl.col("missing")).then(value),
        flag=pl.when(pl.col("missing")).then(pl.lit(NOT_SUBMITTED)).otherwise(pl.col("flag")),
    ).select(frame.columns)
    return blanked, _notes(marked.filter(pl.col("missing")))


def bands_that_fall_short(frame: pl.DataFrame) -> pl.DataFrame:
    """Age bands that add up to clearly less than all ages: some areas gave no ages."""
    whole, value = pl.col("age_band") == "all", pl.col("value")
    sums = (
        frame.filter(pl.col("measure").is_in(["people", "hours"]))
        .group_by(GROUP)
        .agg(
            value.filter(whole).sum().alias("of_all"),
            value.filter(~whole).sum().alias("of_bands"),
        )
    )
    gap = pl.col("of_all") - pl.col("of_bands")
    short = sums.filter(
        (pl.col("of_bands") > 0) & (gap > LEAST_GAP) & (gap > SHORT * pl.col("of_all"))
    )
    rows = frame.join(short, on=GROUP, how="inner", nulls_equal=True).filter(~whole)
    return rows_where(
        rows.with_columns(pl.col("value").cast(pl.String)),
        pl.lit(True),
        column="age_band",
        reason="the age bands add up to less than all ages: some areas submitted no ages",
        mend="Use the figure for all ages, or another period.",
    )


def _notes(missing: pl.DataFrame) -> list[str]:
    if missing.is_empty():
        return []
    places = missing.select("area_name", "measure", "period_kind", "starts_on").unique().height
    areas = ", ".join(sorted(missing["area_name"].unique()))
    return [
        f"{missing.height:,} zeros ({places} sets of figures, of {areas}) mean that nothing was "
        "submitted; they are kept as not known."
    ]
