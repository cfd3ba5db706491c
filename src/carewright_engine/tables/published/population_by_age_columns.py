"""Population with a row an area and sex, and a column for each single year of age."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.tables.issues import rows_where
from carewright_engine.tables.matching import Matching
from carewright_engine.tables.published.area_columns import with_area
from carewright_engine.tables.published.dates import Dated, day_of_population
from carewright_engine.tables.published.figures import figure
from carewright_engine.tables.published.outcome import reading_of, without
from carewright_engine.tables.published.repeats import repeated
from carewright_engine.tables.published.sexes import together, with_sex
from carewright_engine.tables.reading import Hints, RawTable, Reading, UnreadableFile

OLDEST: Final = 90  # canonical tables end with 90 and over
GIVE_A_NUMBER: Final = "Give a number of people, 0 where nobody lives there."


def read_by_age_columns(
    raw: RawTable, hints: Hints, matching: Matching, ages: Mapping[str, int]
) -> Reading:
    """One source row becomes one canonical row for each age."""
    _refuse_gaps(raw, ages)
    rows, no_area = with_area(_with_numbers(raw, ages), matching.matched["area_code"])
    rows, no_sex = with_sex(rows, matching.header("sex"))
    rows, dated, no_day = _with_day(rows, raw, hints, matching.header("year"))
    no_number = [_not_a_count(rows, raw, header) for header in _with_holes(rows, ages)]
    refused = [no_area, no_sex, no_day, *no_number]
    refused.append(repeated(without(rows, refused), ("area_code", "sex", "on"), "area and sex"))
    kept = without(rows, refused)
    doubtful = [_sums_that_differ(kept, raw, matching.header("total"), ages)]
    if dated is not None and not dated.sure:
        doubtful.append(_unsure_day(kept, dated))
    return reading_of(
        "population",
        raw,
        matching,
        {"population": _by_single_year(kept if hints.sexes_apart else together(kept), ages)},
        doubtful=doubtful,
        refused=refused,
        notes=_notes(kept, dated),
        as_at=_only_day(kept),
    )


def _refuse_gaps(raw: RawTable, ages: Mapping[str, int]) -> None:
    """An age that is missing, or there twice, would change every total above it."""
    found = sorted(ages.values())
    missing = sorted(set(range(found[-1] + 1)) - set(found))
    if missing:
        shown = ", ".join(str(age) for age in missing[:8])
        raise UnreadableFile(
            f"{raw.source.name} has no column for age {shown}. Population by single year needs "
            f"every age from 0 to {found[-1]}; get the file again with all its columns."
        )
    if len(set(found)) != len(found):
        raise UnreadableFile(
            f"{raw.source.name} has more than one column for the same age. Keep one of each."
        )


def _with_numbers(raw: RawTable, ages: Mapping[str, int]) -> pl.DataFrame:
    """Age columns as numbers under their age; plain digits first, as that is far faster."""
    plain = raw.rows.with_columns(pl.col(header).cast(pl.Float64, strict=False) for header in ages)
    odd = [header for header in ages if plain[header].null_count()]
    if odd:
        plain = plain.with_columns(raw.rows.select(figure(header).alias(header) for header in odd))
    return plain


def _with_day(
    rows: pl.DataFrame, raw: RawTable, hints: Hints, year: str | None
) -> tuple[pl.DataFrame, Dated | None, pl.DataFrame]:
    """`on`: 30 June of the row's own year, else one day for the whole file."""
    nothing = rows_where(rows, pl.lit(False), column="", reason="", mend="")
    if year is None:
        dated = day_of_population(raw.source.name, hints)
        return rows.with_columns(on=pl.lit(dated.on)), dated, nothing
    number = pl.col(year).str.extract(r"^((?:19|20|21)\d{2})(?:\.0)?$").cast(pl.Int32)
    placed = rows.with_columns(on=pl.date(number, 6, 30))
    issues = rows_where(
        placed,
        pl.col("on").is_null(),
        column=year,
        reason="this is not a year",
        mend="Give the year as four digits, such as 2020.",
    )
    return placed, None, issues


def _with_holes(rows: pl.DataFrame, ages: Mapping[str, int]) -> list[str]:
    """Ages at which a row has no number of people, or less than nobody."""
    holes = rows.select(_is_hole(header).any() for header in ages).row(0)
    return [header for header, has_holes in zip(ages, holes, strict=True) if has_holes]


def _is_hole(header: str) -> pl.Expr:
    return pl.col(header).is_null() | (pl.col(header) < 0)


def _not_a_count(rows: pl.DataFrame, raw: RawTable, header: str) -> pl.DataFrame:
    """An area with a hole in its ages would be counted too low, so it is not counted at all."""
    as_written = raw.rows.select("source_row", pl.col(header))
    found = rows.filter(_is_hole(header)).select("source_row").join(as_written, on="source_row")
    return rows_where(
        found,
        pl.lit(True),
        column=header,
        reason=f"there is no number of people aged {header}",
        mend=GIVE_A_NUMBER,
    )


def _sums_that_differ(
    rows: pl.DataFrame, raw: RawTable, total: str | None, ages: Mapping[str, int]
) -> pl.DataFrame:
    nothing = rows_where(rows, pl.lit(False), column="", reason="", mend="")
    if total is None:
        return nothing
    added = pl.sum_horizontal(list(ages))
    return rows_where(
        rows,
        (added - figure(total)).abs() > 1,
        column=total,
        reason="the single ages do not add up to the total that the file gives",
        mend="Compare the row with the publisher's file; the single ages are used.",
    )


def _unsure_day(rows: pl.DataFrame, dated: Dated) -> pl.DataFrame:
    return rows_where(
        rows,
        pl.lit(True),
        column="",
        reason=f"taken as mid-{dated.on.year}, from {dated.route}",
        mend="Give the date with the file, such as 30 June 2020.",
    )


def _by_single_year(rows: pl.DataFrame, ages: Mapping[str, int]) -> pl.DataFrame:
    index = ["area_code", "area_kind", "on", "sex", "source_row"]
    spread = rows.select(*index, *ages)
    # All rows of the first age, then all of the next: so the ages need no reading from names.
    every_age = np.repeat([min(age, OLDEST) for age in ages.values()], rows.height)
    long = (
        spread.unpivot(on=list(ages), index=index, value_name="people")
        .drop("variable")
        .with_columns(age=pl.Series(every_age, dtype=pl.Int64))
    )
    if max(ages.values()) <= OLDEST:
        return long
    return long.group_by([*index, "age"], maintain_order=True).agg(pl.col("people").sum())


def _notes(rows: pl.DataFrame, dated: Dated | None) -> list[str]:
    notes = []
    if dated is not None:
        notes.append(f"Dated {dated.on:%-d %B %Y}: {dated.route}.")
    sexes = set(rows["sex"].unique())
    if "all" not in sexes:
        notes.append("Females and males are given apart; all people are their sum.")
    elif sexes == {"all"}:
        notes.append("All people together; females and males are not given apart.")
    return notes


def _only_day(rows: pl.DataFrame) -> date | None:
    days: list[date] = rows["on"].unique().to_list()
    return days[0] if len(days) == 1 else None
