"""The care home census of Scotland on 31 March: homes, places, residents and occupancy."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.cells import day
from carewright_engine.tables.issues import refuse_nonsense, rows_where
from carewright_engine.tables.matching import match_columns, require
from carewright_engine.tables.published import fields
from carewright_engine.tables.published.english_councils import care_group
from carewright_engine.tables.published.figures import (
    figure,
    is_absent,
    is_suppressed,
    is_unreadable,
)
from carewright_engine.tables.published.outcome import explained, reading_of, without
from carewright_engine.tables.published.places import with_place_named
from carewright_engine.tables.published.repeats import repeated
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading

DATE: Final = Field("date", (r"date|census_date|year",), "days of the census", required=True)
STATISTIC: Final = Field(
    "statistic", (r"key_?statistic|statistic|measure",), "what is counted", required=True
)
GROUP: Final = Field(
    "care_group", (r"main_?client_?group|client_?group",), "groups of residents", required=True
)
SECTOR: Final = Field("sector", (r"sector|ownership",), "sectors", required=True)
FIELDS: Final = (DATE, STATISTIC, GROUP, SECTOR, fields.VALUE, fields.LOCATION)

# The first pattern that fits; everything else in the file is not about capacity.
MEASURES: Final = (
    (r"^(?:total )?(?:number of )?care homes$", "homes"),
    (r"^(?:total )?(?:number of )?(?:registered )?places$", "places"),
    (r"^(?:total )?(?:number of )?residents$", "residents"),
    (r"^(?:percentage |% )?occupancy(?: rate)?(?: \(%\))?$", "occupancy"),
)
SECTORS: Final = (
    (r"^all", "all"),
    (r"local authority|council|nhs|health board", "council"),
    (r"private", "private"),
    (r"voluntary|not for profit|third", "voluntary"),
)
KIND_OF_SERVICE: Final = "Care Home Service"


def _recognises(headers: tuple[str, ...], name: str) -> float:
    own = tuple(header for header in headers if not header.upper().endswith("QF"))
    return explained(match_columns(own, FIELDS, Hints()))


def _read(raw: RawTable, hints: Hints) -> Reading:
    matching = match_columns(raw.headers, FIELDS, hints)
    require(matching, KIND.title)
    value = matching.matched[fields.VALUE.meaning]
    refuse_nonsense(raw.rows, value, ~is_unreadable(value), fields.VALUE.words)
    rows, no_place = with_place_named(raw.rows, matching.matched[fields.LOCATION.meaning])
    rows = rows.with_columns(
        on=_day(matching.matched["date"]),
        measure=_first_that_fits(matching.matched["statistic"], MEASURES),
        sector_class=_first_that_fits(matching.matched["sector"], SECTORS),
        group=_group(rows, matching.matched["care_group"]),
    )
    refused = [
        _not_capacity(rows, matching.matched["statistic"]),
        _undated(rows, matching.matched["date"]),
    ]
    kept = without(rows, refused)
    key = ("area_code", "on", "measure", "group", "sector_class")
    refused.append(repeated(kept, key, "count"))
    kept = without(kept, refused)
    share = pl.when(pl.col("measure") == "occupancy").then(figure(value) / 100)
    frame = kept.select(
        "area_code",
        "area_kind",
        "on",
        "measure",
        "source_row",
        kind=pl.lit(KIND_OF_SERVICE),
        care_group="group",
        sector=pl.col("sector_class").replace("all", None),
        value=share.otherwise(figure(value)),
        flag=pl.when(is_suppressed(value))
        .then(pl.lit("suppressed"))
        .when(is_absent(value))
        .then(pl.lit("not_available")),
    ).filter(pl.col("area_code").is_not_null())
    return reading_of(
        KIND.name,
        raw,
        matching,
        {"capacity": frame},
        doubtful=[no_place],
        refused=refused,
        notes=[
            'Figures for all adults (care group "adults") include every other group: they are '
            "never to be added to them.",
            "Where homes sent nothing the publisher estimates their figures.",
        ],
    )


def _day(header: str) -> pl.Expr:
    written = pl.col(header).str.replace(r"\.0$", "")
    return pl.coalesce(written.str.to_date("%Y%m%d", strict=False), day(header))


def _first_that_fits(header: str, words: tuple[tuple[str, str], ...]) -> pl.Expr:
    said = pl.col(header).str.to_lowercase().str.strip_chars()
    found = pl.lit(None, pl.String)
    for pattern, meaning in reversed(words):
        found = pl.when(said.str.contains(pattern)).then(pl.lit(meaning)).otherwise(found)
    return found


def _group(rows: pl.DataFrame, header: str) -> pl.Expr:
    written = rows[header].drop_nulls().unique().to_list()
    groups = {
        each: "other" if each.lower().startswith("other") else care_group(each) for each in written
    }
    return pl.col(header).replace_strict(groups, default=None, return_dtype=pl.String())


def _not_capacity(rows: pl.DataFrame, header: str) -> pl.DataFrame:
    told = (
        pl.col("measure").is_not_null()
        & pl.col("sector_class").is_not_null()
        & pl.col("group").is_not_null()
    )
    return rows_where(
        rows,
        ~told,
        column=header,
        reason="this is not a count of homes, places, residents or occupancy by sector and group",
        mend="Nothing, unless it should be: then write it as in the publisher's summary file.",
    )


def _undated(rows: pl.DataFrame, header: str) -> pl.DataFrame:
    return rows_where(
        rows,
        pl.col("on").is_null(),
        column=header,
        reason="this is not a day",
        mend="Give the day of the census, such as 20240331.",
    )


KIND: Final = Kind(
    name="care_home_census",
    title="Care home census: homes, places and residents (Scotland)",
    publisher="Public Health Scotland",
    licence="Open Government Licence v3.0",
    fields=FIELDS,
    yields=("capacity",),
    recognises=_recognises,
    read=_read,
)
