"""Weeks of care and hourly rates of home care, with a column for each English council."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from carewright_engine.tables.matching import match_columns, require
from carewright_engine.tables.published.english_activity import (
    AGE,
    NOT_ALL,
    PROVISION,
    REASON,
    SERVICE,
    SUPPORT,
    WEEKS,
    activity_rows,
    described,
    left_out,
)
from carewright_engine.tables.published.english_councils import (
    FEWEST_COUNCILS,
    NO_CODES,
    area_columns,
    with_council,
)
from carewright_engine.tables.published.figures import figure, pence_of
from carewright_engine.tables.published.outcome import reading_of, without
from carewright_engine.tables.published.periods import financial_year_of
from carewright_engine.tables.reading import Hints, Kind, RawTable, Reading

BY_COLUMN: Final = (SUPPORT, AGE, REASON, SERVICE, PROVISION)
HOURLY: Final = {
    "internal home care provision": "in_house",
    "external home care provision": "external",
}


def _recognises_columns(headers: tuple[str, ...], name: str) -> float:
    areas = area_columns(headers)
    others = tuple(header for header in headers if header not in areas)
    complete = not match_columns(others, BY_COLUMN, Hints()).missing
    return 0.95 if complete and len(areas) >= FEWEST_COUNCILS else 0.0


def _read_columns(raw: RawTable, hints: Hints) -> Reading:
    """One source row becomes a row of activity, or of hourly cost, for each council."""
    areas = area_columns(raw.headers)
    others = tuple(header for header in raw.headers if header not in areas)
    matching = match_columns(others, BY_COLUMN, hints)
    require(matching, "activity of English councils")
    year = financial_year_of(raw.source.name, hints)
    dates = {"starts_on": pl.lit(year.starts_on), "ends_before": pl.lit(year.ends_before)}
    rows = described(raw.rows, matching).with_columns(**dates)
    hourly = pl.col(matching.matched["service"]).str.to_lowercase().is_in(list(HOURLY))
    refused = [left_out(rows, matching, hourly.fill_null(False))]
    kept = without(rows, refused)
    index = ["kind", "detail", "age_band", "measure", "starts_on", "ends_before", "source_row"]
    by_service = [matching.matched["service"], "starts_on", "ends_before", "source_row"]
    weeks = by_council(kept.filter(~hourly), areas, index)
    costs = by_council(kept.filter(hourly), areas, by_service)
    tables = {
        "activity": activity_rows(weeks),
        "unit_cost": _hourly_cost(costs, matching.matched["service"]),
    }
    notes = [WEEKS, NOT_ALL, "Hourly rates of home care are kept as unit costs.", NO_CODES]
    return reading_of(
        "council_activity_by_column",
        raw,
        replace(matching, headers=raw.headers),
        {name: table for name, table in tables.items() if not table.is_empty()},
        refused=refused,
        notes=notes,
    )


def by_council(rows: pl.DataFrame, areas: Sequence[str], index: Sequence[str]) -> pl.DataFrame:
    """A row for each council of each row; `written` is what stands in the council's column."""
    return rows.unpivot(
        on=list(areas), index=list(index), variable_name="council", value_name="written"
    )


def _hourly_cost(long: pl.DataFrame, service: str) -> pl.DataFrame:
    pounds = figure("written")
    return with_council(long).with_columns(
        kind=pl.lit("Home care"),
        care_group=pl.lit("adults"),
        provision=pl.col(service).str.to_lowercase().replace_strict(HOURLY, default=None),
        unit=pl.lit("hour"),
        pence=pl.when(pounds > 0).then(pence_of(pounds)),
    )


KIND: Final = Kind(
    name="council_activity_by_column",
    title="Weeks of care and hourly rates, a column for each council (England, 2014-15)",
    publisher="Health and Social Care Information Centre (now NHS England)",
    licence="Open Government Licence v3.0",
    fields=BY_COLUMN,
    yields=("activity", "unit_cost"),
    recognises=_recognises_columns,
    read=_read_columns,
)
