"""Births, deaths and moves by area, year, sex and single year of age: what changes a population."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.issues import rows_where
from carewright_engine.tables.matching import match_columns, require
from carewright_engine.tables.published.area_columns import AREA_CODE, AREA_NAME, with_area
from carewright_engine.tables.published.figures import figure
from carewright_engine.tables.published.outcome import reading_of, without
from carewright_engine.tables.published.repeats import repeated
from carewright_engine.tables.published.sexes import with_sex
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading

OLDEST: Final = 90
YOUNGEST_MOTHER: Final = 10
AGE: Final = Field("age", (r"age",), "single years of age", required=True)
SEX: Final = Field("sex", (r"sex", r"gender"), "female or male", required=True)
YEAR: Final = Field("year", (r"year", r"mid_?year"), "the year", required=True)
COMPONENTS: Final = (
    Field("births", (r"births",), "babies born"),
    Field("deaths", (r"deaths",), "people who died"),
    Field("domestic_in", (r"dom(?:estic)?_?in",), "people who came from the same country"),
    Field("domestic_out", (r"dom(?:estic)?_?out",), "people who left within the country"),
    Field("international_in", (r"int(?:ernational)?_?in",), "people who came from abroad"),
    Field("international_out", (r"int(?:ernational)?_?out",), "people who went abroad"),
)
FIELDS: Final = (AREA_CODE, AREA_NAME, SEX, AGE, YEAR, *COMPONENTS)
KEY: Final = ("area_code", "sex", "age", "year")


def _recognises(headers: tuple[str, ...], name: str) -> float:
    matching = match_columns(headers, FIELDS, Hints())
    given = [field for field in COMPONENTS if field.meaning in matching.matched]
    return 0.95 if len(given) == 1 and not matching.missing else 0.0


def _read(raw: RawTable, hints: Hints) -> Reading:
    matching = match_columns(raw.headers, FIELDS, hints)
    require(matching, KIND.title)
    component = next(field.meaning for field in COMPONENTS if field.meaning in matching.matched)
    header = matching.matched
    rows, no_area = with_area(raw.rows, header["area_code"])
    rows, no_sex = with_sex(rows, header["sex"])
    rows = rows.with_columns(
        age=figure(header["age"]).cast(pl.Int64, strict=False),
        year=figure(header["year"]).cast(pl.Int64, strict=False),
        people=figure(header[component]),
    )
    refused = [no_area, no_sex, *_without_numbers(rows, header["age"], header[component])]
    refused.append(repeated(without(rows, refused), KEY, "area, sex, age and year"))
    kept = _oldest_together(without(rows, refused), _named(component, rows))
    words = next(field.words for field in COMPONENTS if field.meaning == component)
    notes = [f"{words.capitalize()} in the twelve months to each 30 June."]
    return reading_of(
        KIND.name, raw, matching, {"population_change": kept}, refused=refused, notes=notes
    )


def _named(component: str, rows: pl.DataFrame) -> str:
    """Births by the age of the mother tell themselves from births by sex of the child."""
    by_mother = bool((rows["age"] >= YOUNGEST_MOTHER).any())
    return "births_by_mother" if component == "births" and by_mother else component


def _without_numbers(rows: pl.DataFrame, age: str, people: str) -> list[pl.DataFrame]:
    no_age = rows_where(
        rows,
        ~pl.col("age").is_between(0, 125).fill_null(False) | pl.col("year").is_null(),
        column=age,
        reason="this is not a single year of age in a year",
        mend="Give ages as whole years from 0 to 90 and over, and years with four digits.",
    )
    no_people = rows_where(
        rows,
        pl.col("people").is_null() | (pl.col("people") < 0),
        column=people,
        reason="there is no number of people",
        mend="Give a number of people, 0 where there is nobody.",
    )
    return [no_age, no_people]


def _oldest_together(rows: pl.DataFrame, component: str) -> pl.DataFrame:
    index = ("area_code", "area_kind", "year", "sex", "age")
    return (
        rows.with_columns(age=pl.col("age").clip(0, OLDEST))
        .group_by(index, maintain_order=True)
        .agg(pl.col("people").sum(), pl.col("source_row").min())
        .with_columns(component=pl.lit(component))
    )


KIND: Final = Kind(
    name="population_change",
    title="Births, deaths or moves by single year of age",
    publisher="Office for National Statistics",
    licence="Open Government Licence v3.0",
    fields=FIELDS,
    yields=("population_change",),
    recognises=_recognises,
    read=_read,
)
