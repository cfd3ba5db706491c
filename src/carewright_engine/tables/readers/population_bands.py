"""Population by age band, or all ages together, where single years are not published.

These go into a table of their own: spread over single years they would be invented, and
beside single years they would be counted twice.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.issues import rows_where
from carewright_engine.tables.matching import Matching, match_columns, require
from carewright_engine.tables.published.age_bands import bounds
from carewright_engine.tables.published.area_columns import AREA_CODE, AREA_NAME, with_area
from carewright_engine.tables.published.dates import day_of_population
from carewright_engine.tables.published.figures import figure
from carewright_engine.tables.published.outcome import reading_of, without
from carewright_engine.tables.published.repeats import repeated
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading

TITLE: Final = "population by age band"
PUBLISHER: Final = "National Records of Scotland and the Office for National Statistics"
LICENCE: Final = "Open Government Licence v3.0"

AGE_BAND: Final = Field(
    "age_band", (r"age_?(?:group|band|range)?", r"ages"), "age bands such as 65 - 69", required=True
)
ALL: Final = Field(
    "all",
    (r"all(?:_people|_persons)?", r"persons", r"people", r"total"),
    "all people",
    required=True,
)
FEMALE: Final = Field("female", (r"females?", r"women"), "females")
MALE: Final = Field("male", (r"males?", r"men"), "males")
YEAR: Final = Field("year", (r"year", r"mid_?year"), "the year", required=True)
TOTAL: Final = Field(
    "all",
    (r"total_population", r"population", r"all_ages", r"all_people", r"pop"),
    "people of all ages",
    required=True,
)

BANDS: Final = (AREA_CODE, AREA_NAME, AGE_BAND, ALL, FEMALE, MALE)
TOTALS: Final = (AREA_CODE, AREA_NAME, YEAR, TOTAL)
SEXES: Final = ("all", "female", "male")


def _recognises_bands(headers: tuple[str, ...], name: str) -> float:
    matching = match_columns(headers, BANDS, Hints())
    both = "female" in matching.matched and "male" in matching.matched
    return 0.9 if both and not matching.missing and len(headers) <= len(BANDS) + 1 else 0.0


def _recognises_totals(headers: tuple[str, ...], name: str) -> float:
    matching = match_columns(headers, TOTALS, Hints())
    return 0.9 if not matching.missing and len(headers) <= len(TOTALS) else 0.0


def _read_bands(raw: RawTable, hints: Hints) -> Reading:
    matching = match_columns(raw.headers, BANDS, hints)
    require(matching, TITLE)
    dated = day_of_population(raw.source.name, hints)
    rows, no_area = with_area(raw.rows, matching.matched["area_code"])
    rows, no_age = _with_ages(rows.with_columns(on=pl.lit(dated.on)), matching.matched["age_band"])
    notes = [
        f"Dated {dated.on:%-d %B %Y}: {dated.route}.",
        "Age bands are kept as published, beside the table of single years and never added to it.",
    ]
    return _reading("population_bands", raw, matching, rows, [no_area, no_age], notes)


def _read_totals(raw: RawTable, hints: Hints) -> Reading:
    matching = match_columns(raw.headers, TOTALS, hints)
    require(matching, "population of all ages by year")
    rows, no_area = with_area(raw.rows, matching.matched["area_code"])
    header = matching.matched["year"]
    year = pl.col(header).str.extract(r"^((?:18|19|20|21)\d{2})(?:\.0)?$").cast(pl.Int32)
    rows = rows.with_columns(
        on=pl.date(year, 6, 30),
        age_from=pl.lit(0, pl.Int64),
        age_to=pl.lit(None, pl.Int64),
    )
    no_year = rows_where(
        rows,
        pl.col("on").is_null(),
        column=header,
        reason="this is not a year",
        mend="Give the year as four digits, such as 2020.",
    )
    notes = ["People of all ages together, each year taken as its 30 June."]
    return _reading("population_totals", raw, matching, rows, [no_area, no_year], notes)


def _reading(
    kind: str,
    raw: RawTable,
    matching: Matching,
    rows: pl.DataFrame,
    refused: list[pl.DataFrame],
    notes: list[str],
) -> Reading:
    given = [sex for sex in SEXES if sex in matching.matched]
    refused = [*refused, *(_not_a_count(rows, matching.matched[sex]) for sex in given)]
    kept = without(rows, refused)
    key = ("area_code", "on", "age_from", "age_to")
    refused.append(repeated(kept, key, "area, day and age band"))
    kept = without(kept, refused)
    by_sex = [
        kept.with_columns(sex=pl.lit(sex), people=figure(matching.matched[sex])) for sex in given
    ]
    frame = pl.concat(
        each.select(
            "area_code", "area_kind", "on", "sex", "age_from", "age_to", "people", "source_row"
        )
        for each in by_sex
    )
    return reading_of(kind, raw, matching, {"population_band": frame}, refused=refused, notes=notes)


def _with_ages(rows: pl.DataFrame, header: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    written = rows.select(pl.col(header).unique().drop_nulls()).to_series().to_list()
    found = [(text, bounds(text)) for text in written]
    known = pl.DataFrame(
        [(text, ages[0], ages[1]) for text, ages in found if ages is not None],
        schema={header: pl.String, "age_from": pl.Int64, "age_to": pl.Int64},
        orient="row",
    )
    placed = rows.join(known, on=header, how="left", maintain_order="left")
    issues = rows_where(
        placed,
        pl.col("age_from").is_null(),
        column=header,
        reason="this is not an age band",
        mend="Give ages as 65 - 69, 85 and over, or All people.",
    )
    return placed, issues


def _not_a_count(rows: pl.DataFrame, header: str) -> pl.DataFrame:
    return rows_where(
        rows,
        figure(header).is_null() | (figure(header) < 0),
        column=header,
        reason="there is no number of people",
        mend="Give a number of people, 0 where there is nobody.",
    )


KINDS: Final = (
    Kind(
        name="population_bands",
        title="Population by age band and sex",
        publisher=PUBLISHER,
        licence=LICENCE,
        fields=BANDS,
        yields=("population_band",),
        recognises=_recognises_bands,
        read=_read_bands,
    ),
    Kind(
        name="population_totals",
        title="Population of all ages by area and year",
        publisher=PUBLISHER,
        licence=LICENCE,
        fields=TOTALS,
        yields=("population_band",),
        recognises=_recognises_totals,
        read=_read_totals,
    ),
)
