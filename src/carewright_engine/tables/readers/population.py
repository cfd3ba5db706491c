"""Population by single year of age: ages as columns, years as columns, or a row each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from carewright_engine.tables.matching import Matching, match_columns, normal, require
from carewright_engine.tables.published.area_columns import AREA_CODE, AREA_NAME
from carewright_engine.tables.published.population_by_age_columns import read_by_age_columns
from carewright_engine.tables.published.population_by_rows import (
    read_by_rows,
    read_by_year_columns,
)
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading, UnreadableFile

TITLE: Final = "population by single year of age"
FEWEST_AGES: Final = 80  # a file of single ages runs to 85, 90 or beyond
FEWEST_YEARS: Final = 3

SEX: Final = Field("sex", (r"sex", r"gender"), "female, male or all")
YEAR: Final = Field("year", (r"year", r"date", r"mid_?year", r"period"), "the year")
TOTAL: Final = Field(
    "total", (r"total(_population)?", r"all_?ages", r"all_people", r"population"), "all ages"
)
AGE: Final = Field(
    "age", (r"(?:single_year_(?:of_)?)?age(?:_group)?",), "single years of age", required=True
)
PEOPLE: Final = Field(
    "people",
    (r"pop(?:n|ulation)?(?:_estimate)?", r"people", r"persons", r"count", r"value|obs_value"),
    "numbers of people",
    required=True,
)
AGE_HEADER: Final = re.compile(r"(?:age_?)?(\d{1,3})(?:_?(?:plus|and_over|and_above|over))?")
YEAR_HEADER: Final = re.compile(r"(?:mid_?|x)?((?:19|20|21)\d{2})")

WIDE: Final = (AREA_CODE, AREA_NAME, SEX, YEAR, TOTAL)
BY_YEAR: Final = (AREA_CODE, AREA_NAME, SEX, AGE)
BY_ROW: Final = (AREA_CODE, AREA_NAME, SEX, AGE, YEAR, PEOPLE)


def ages_by_header(headers: Sequence[str]) -> dict[str, int]:
    """Headers that are single years of age: '0', 'Age 45', '90+', '90 and over', 'Age90plus'."""
    found = {header: AGE_HEADER.fullmatch(normal(header)) for header in headers}
    return {
        header: int(match[1]) for header, match in found.items() if match and int(match[1]) < 126
    }


def years_by_header(headers: Sequence[str]) -> dict[str, int]:
    """Headers that are years: '2022', 'mid-2022'."""
    found = {header: YEAR_HEADER.fullmatch(normal(header)) for header in headers}
    return {header: int(match[1]) for header, match in found.items() if match}


def _recognises(headers: tuple[str, ...], name: str) -> float:
    if len(ages_by_header(headers)) >= FEWEST_AGES:
        return 0.0 if match_columns(headers, WIDE, Hints()).missing else 1.0
    years = years_by_header(headers)
    rest = tuple(header for header in headers if header not in years)
    if len(years) >= FEWEST_YEARS:
        return 0.0 if match_columns(rest, BY_YEAR, Hints()).missing else 1.0
    by_row = match_columns(headers, BY_ROW, Hints())
    plain = {normal(header) for header in headers}
    # A column called "value" or "count" may hold anything: deaths, hours, money.
    said = by_row.header("people") is not None and bool(plain & {"popn", "pop", "population"})
    return 0.9 if said and not by_row.missing and "year" in by_row.matched else 0.0


def _read(raw: RawTable, hints: Hints) -> Reading:
    ages = ages_by_header(raw.headers)
    if len(ages) >= FEWEST_AGES:
        return read_by_age_columns(raw, hints, _matching(raw, hints, WIDE, ages), ages)
    years = years_by_header(raw.headers)
    if len(years) >= FEWEST_YEARS:
        return read_by_year_columns(raw, _matching(raw, hints, BY_YEAR, years), years)
    matching = match_columns(raw.headers, BY_ROW, hints)
    if matching.missing and len(ages) > 0:
        raise UnreadableFile(
            f"{raw.source.name} has columns for only {len(ages)} single years of age; population "
            "by single year runs from 0 to 85 or beyond. Age groups are a kind of their own: "
            'give it as "population_bands".'
        )
    require(matching, TITLE)
    return read_by_rows(raw, hints, matching)


def _matching(
    raw: RawTable, hints: Hints, fields: tuple[Field, ...], spread: dict[str, int]
) -> Matching:
    """The columns beside those that are ages or years, which need no matching by name."""
    others = tuple(header for header in raw.headers if header not in spread)
    matching = match_columns(others, fields, hints)
    require(matching, TITLE)
    return replace(matching, headers=raw.headers)


KIND: Final = Kind(
    name="population",
    title="Population by single year of age",
    publisher="National Records of Scotland and the Office for National Statistics",
    licence="Open Government Licence v3.0",
    fields=BY_ROW,
    yields=("population",),
    recognises=_recognises,
    read=_read,
)
