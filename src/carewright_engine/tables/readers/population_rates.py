"""Chances of dying and of giving birth by age and year, as national projections assume them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from carewright_engine.tables.issues import rows_where
from carewright_engine.tables.matching import Matching, match_columns, normal, require
from carewright_engine.tables.published.figures import figure
from carewright_engine.tables.published.outcome import reading_of, without
from carewright_engine.tables.published.repeats import repeated
from carewright_engine.tables.published.sexes import with_sex
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading, UnreadableFile

SEX: Final = Field("sex", (r"sex", r"gender"), "female or male")
AGE: Final = Field("age", (r"age",), "single years of age", required=True)
YEAR: Final = Field("year", (r"year",), "the year")
FIELDS: Final = (SEX, AGE, YEAR)
VARIANT: Final = re.compile(r"(?:principal|low|high)(?:_(?:19|20)\d{2})?")
YEAR_HEADER: Final = re.compile(r"(?:19|20|21)\d{2}")
MORTALITY: Final = re.compile(r"qx|mortality|death", re.IGNORECASE)
FEWEST_YEARS: Final = 3
MOTHERS: Final = (10, 60)  # a table of births by age of mother keeps to these ages
SCALES: Final = (1.0, 1_000.0, 100_000.0)  # rates are published for so many people


def _spread(headers: Sequence[str]) -> dict[str, str]:
    """Headers that hold rates: the variants of an assumption, else years of one of them."""
    plain = {header: normal(header) for header in headers}
    variants = {header: name for header, name in plain.items() if VARIANT.fullmatch(name)}
    return variants or {h: name for h, name in plain.items() if YEAR_HEADER.fullmatch(name)}


def _recognises(headers: tuple[str, ...], name: str) -> float:
    spread = _spread(headers)
    rest = {normal(header) for header in headers if header not in spread}
    if rest in ({"sex", "age", "year"}, {"age", "year"}) and "principal" in spread.values():
        return 0.95
    by_year = len(spread) >= FEWEST_YEARS and rest in ({"sex", "age"}, {"gender", "age"})
    return 0.9 if by_year and MORTALITY.search(name) else 0.0


def _read(raw: RawTable, hints: Hints) -> Reading:
    spread = _spread(raw.headers)
    matching = _matching(raw, hints, spread)
    rows, refused = _with_dimensions(raw.rows, matching)
    numbers = rows.with_columns(figure(header).alias(header) for header in spread)
    refused += [_not_a_rate(numbers, header) for header in spread]
    kept = without(numbers, refused)
    key = [name for name in ("age", "sex", "year") if name in kept.columns]
    refused.append(repeated(kept, key, ", ".join(key)))
    long = _long(without(kept, refused), spread)
    measure = _measure(long)
    scale = _scale(long, measure)
    what = "Births for each" if measure == "birth" else "Chances of dying, given for each"
    notes = [f"{what} {scale:,.0f} people a year."]
    table = long.with_columns(measure=pl.lit(measure), rate=pl.col("rate") / scale)
    return reading_of(
        KIND.name, raw, matching, {"population_rate": table}, refused=refused, notes=notes
    )


def _matching(raw: RawTable, hints: Hints, spread: dict[str, str]) -> Matching:
    if not spread:
        raise UnreadableFile(
            f"{raw.source.name} has no column of rates: one called Principal, or one for each year."
        )
    others = tuple(header for header in raw.headers if header not in spread)
    matching = match_columns(others, FIELDS, hints)
    require(matching, KIND.title)
    return replace(matching, headers=raw.headers)


def _with_dimensions(
    rows: pl.DataFrame, matching: Matching
) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """Age, sex (women where the file has none: its rates are births) and year where it is a row."""
    rows = rows.with_columns(age=figure(matching.matched["age"]).cast(pl.Int64, strict=False))
    no_age = rows_where(
        rows,
        pl.col("age").is_null(),
        column=matching.matched["age"],
        reason="this is not a single year of age",
        mend="Give ages as whole years; -1 stands for those who are born during the year.",
    )
    refused = [no_age]
    if header := matching.header("sex"):
        rows, no_sex = with_sex(rows, header)
        refused.append(no_sex)
    else:
        rows = rows.with_columns(sex=pl.lit("female"))
    if header := matching.header("year"):
        rows = rows.with_columns(year=figure(header).cast(pl.Int64, strict=False))
    return rows, refused


def _not_a_rate(rows: pl.DataFrame, header: str) -> pl.DataFrame:
    return rows_where(
        rows,
        pl.col(header).is_null() | (pl.col(header) < 0),
        column=header,
        reason="there is no rate",
        mend="Give a rate, 0 where there are none.",
    )


def _long(rows: pl.DataFrame, spread: dict[str, str]) -> pl.DataFrame:
    """A row for each rate; the header is the variant where years are rows, else the year."""
    named = rows.rename(spread)
    index = [name for name in ("age", "sex", "year", "source_row") if name in named.columns]
    variable = "variant" if "year" in index else "year"
    long = named.unpivot(
        on=list(spread.values()), index=index, variable_name=variable, value_name="rate"
    )
    if variable == "year":
        return long.with_columns(pl.col("year").cast(pl.Int64), variant=pl.lit("principal"))
    return long


def _measure(rows: pl.DataFrame) -> str:
    youngest, oldest = rows.select(pl.col("age").min(), pl.col("age").max().alias("to")).row(0)
    return "birth" if MOTHERS[0] <= youngest and oldest <= MOTHERS[1] else "death"


def _scale(rows: pl.DataFrame, measure: str) -> float:
    """For how many people the rates are given: births a woman stay below one, and so do chances."""
    highest = float(rows.select(pl.col("rate").max()).item())
    if measure == "birth":
        return SCALES[0] if highest <= 1 else SCALES[1]
    return next((scale for scale in SCALES if highest <= scale), highest)


KIND: Final = Kind(
    name="population_rates",
    title="Chances of dying or of giving birth by age and year",
    publisher="Office for National Statistics",
    licence="Open Government Licence v3.0",
    fields=FIELDS,
    yields=("population_rate",),
    recognises=_recognises,
    read=_read,
)
