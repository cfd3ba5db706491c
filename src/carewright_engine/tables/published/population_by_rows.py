"""Population with a row for each single year of age, and perhaps a column for each year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import polars as pl

from carewright_engine.tables.issues import rows_where
from carewright_engine.tables.matching import Matching
from carewright_engine.tables.published.area_columns import with_area
from carewright_engine.tables.published.dates import day_of_population
from carewright_engine.tables.published.figures import figure
from carewright_engine.tables.published.outcome import reading_of, without
from carewright_engine.tables.published.population_by_age_columns import OLDEST
from carewright_engine.tables.published.repeats import repeated
from carewright_engine.tables.published.sexes import with_sex
from carewright_engine.tables.reading import Hints, RawTable, Reading

KEY: Final = ("area_code", "area_kind", "on", "sex", "age")
TOTAL_AGE: Final = r"(?i)^(all ages?|all|total|all people)$"
SINGLE_AGE: Final = r"^(\d{1,3})(?:\.0)?(?:\s*(?:\+|plus|and over))?$"


def read_by_year_columns(raw: RawTable, matching: Matching, years: Mapping[str, int]) -> Reading:
    """One source row becomes one canonical row for each year; each is for 30 June."""
    rows, refused = _with_dimensions(raw.rows, matching)
    numbers = rows.with_columns(figure(header).alias(header) for header in years)
    refused += [_not_a_count(raw.rows, numbers, header) for header in years]
    kept = without(numbers, refused)
    refused.append(repeated(kept, ("area_code", "sex", "age_written"), "area, sex and age"))
    kept = without(kept, refused).rename({header: str(year) for header, year in years.items()})
    long = kept.unpivot(
        on=[str(year) for year in years.values()],
        index=["area_code", "area_kind", "sex", "age", "source_row"],
        variable_name="year",
        value_name="people",
    ).with_columns(on=pl.date(pl.col("year").cast(pl.Int32), 6, 30))
    notes = [*_notes_on_ages(kept), _note_on_years(years), *_note_on_fractions(long)]
    return reading_of(
        "population",
        raw,
        matching,
        {"population": _ninety_and_over(long)},
        refused=refused,
        notes=notes,
    )


def read_by_rows(raw: RawTable, hints: Hints, matching: Matching) -> Reading:
    """One source row is one canonical row, but for ages above 90, which are added together."""
    rows, refused = _with_dimensions(raw.rows, matching)
    people = matching.matched["people"]
    rows = _with_day(rows, raw, hints, matching.header("year"))
    refused.append(
        rows_where(
            rows,
            pl.col("on").is_null(),
            column=matching.header("year") or "",
            reason="this is not a year",
            mend="Give the year as four digits, such as 2020.",
        )
    )
    numbers = rows.with_columns(people=figure(people))
    refused.append(
        _not_a_count(raw.rows, numbers.with_columns(pl.col("people").alias(people)), people)
    )
    kept = without(numbers, refused)
    refused.append(
        repeated(kept, ("area_code", "sex", "age_written", "on"), "area, sex, age and year")
    )
    kept = without(kept, refused)
    return reading_of(
        "population",
        raw,
        matching,
        {"population": _ninety_and_over(kept)},
        refused=refused,
        notes=_notes_on_ages(kept),
    )


def _with_dimensions(
    rows: pl.DataFrame, matching: Matching
) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    rows, no_area = with_area(rows, matching.matched["area_code"])
    rows, no_sex = with_sex(rows, matching.header("sex"))
    header = matching.matched["age"]
    written = pl.col(header).str.strip_chars()
    age = written.str.extract(SINGLE_AGE).cast(pl.Int64, strict=False)
    total = written.str.contains(TOTAL_AGE)
    rows = rows.with_columns(
        age=pl.when(age <= 125).then(age.clip(0, OLDEST)), age_written=written, total=total
    )
    no_age = rows_where(
        rows,
        pl.col("age").is_null() & ~pl.col("total").fill_null(False),
        column=header,
        reason="this is not a single year of age",
        mend="Give ages as whole years from 0 to 90 and over.",
    )
    return rows, [no_area, no_sex, no_age]


def _with_day(rows: pl.DataFrame, raw: RawTable, hints: Hints, year: str | None) -> pl.DataFrame:
    if year is None:
        return rows.with_columns(on=pl.lit(day_of_population(raw.source.name, hints).on))
    number = pl.col(year).str.extract(r"^((?:19|20|21)\d{2})(?:\.0)?$").cast(pl.Int32)
    return rows.with_columns(on=pl.date(number, 6, 30))


def _not_a_count(original: pl.DataFrame, numbers: pl.DataFrame, header: str) -> pl.DataFrame:
    wrong = pl.col(header).is_null() | (pl.col(header) < 0)
    found = numbers.filter(wrong).select("source_row")
    return rows_where(
        original.join(found, on="source_row", how="semi"),
        pl.lit(True),
        column=header,
        reason="there is no number of people",
        mend="Give a number of people, 0 where there is nobody of that age.",
    )


def _ninety_and_over(rows: pl.DataFrame) -> pl.DataFrame:
    """Ages of 90 and more become one row, named by the source row of the youngest of them."""
    single = rows.filter(pl.col("age").is_not_null()).select(*KEY, "people", "source_row")
    below = single.filter(pl.col("age") < OLDEST)
    oldest = (
        single.filter(pl.col("age") == OLDEST)
        .group_by(KEY, maintain_order=True)
        .agg(pl.col("people").sum(), pl.col("source_row").min())
    )
    return pl.concat([below, oldest])


def _notes_on_ages(rows: pl.DataFrame) -> list[str]:
    notes = []
    beyond = rows.filter(pl.col("age_written").str.extract(r"^(\d+)").cast(pl.Int64) > OLDEST)
    if beyond.height:
        notes.append("Ages above 90 are added to 90, which means 90 and over.")
    totals = rows["total"].sum()
    if totals:
        notes.append(
            f"{totals:,} rows give all ages together and are left out: the ages are there."
        )
    if "all" not in set(rows["sex"].unique()):
        notes.append("Females and males are given apart; all people are their sum.")
    return notes


def _note_on_years(years: Mapping[str, int]) -> str:
    return f"Each year from {min(years.values())} to {max(years.values())} is taken as its 30 June."


def _note_on_fractions(long: pl.DataFrame) -> list[str]:
    """Estimates are whole people nearly everywhere; a projection gives fractions of them."""
    fraction = (pl.col("people") != pl.col("people").round(0)).mean()
    shares = (
        long.group_by("on").agg(fraction.alias("share")).filter(pl.col("share") > 0.5).sort("on")
    )
    if shares.is_empty():
        return []
    first: date = shares["on"].to_list()[0]
    year = first.year
    return [f"Most figures from {year} on are fractions of people, so they are projections."]
