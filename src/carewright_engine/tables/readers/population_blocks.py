"""Population by five-year ages and area name, with a block of rows for each sex.

The form in which the yearly tables of National Records of Scotland were published for decades:
headings stand among the rows, and health boards beneath councils of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

import polars as pl

from carewright_engine.tables.issues import rows_where
from carewright_engine.tables.matching import match_columns, normal, require
from carewright_engine.tables.published.age_bands import bounds
from carewright_engine.tables.published.dates import day_of_population
from carewright_engine.tables.published.figures import figure
from carewright_engine.tables.published.outcome import reading_of, without
from carewright_engine.tables.published.places import place
from carewright_engine.tables.published.repeats import repeated
from carewright_engine.tables.published.sexes import SEXES
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading, UnreadableFile

AREA: Final = Field("area_name", (r"area",), "names of areas", required=True)
TOTAL: Final = Field("total", (r"all_ages",), "people of all ages", required=True)
FIELDS: Final = (AREA, TOTAL)
FEWEST_BANDS: Final = 10
BOARDS: Final = re.compile(r"board", re.IGNORECASE)


def _bands(headers: tuple[str, ...]) -> dict[str, tuple[int, int | None]]:
    """Headers that are five-year bands, as '20 - 24' and '90+'."""
    found = {header: bounds(header) for header in headers}
    return {
        header: ages
        for header, ages in found.items()
        if ages is not None and normal(header) != "all_ages" and ages[0] != ages[1]
    }


def _recognises(headers: tuple[str, ...], name: str) -> float:
    matching = match_columns(headers, FIELDS, Hints())
    return 0.9 if len(_bands(headers)) >= FEWEST_BANDS and not matching.missing else 0.0


def _read(raw: RawTable, hints: Hints) -> Reading:
    matching = match_columns(raw.headers, FIELDS, hints)
    require(matching, KIND.title)
    bands, name = _bands(raw.headers), matching.matched["area_name"]
    rows = _councils_by_sex(raw, name, matching.matched["total"])
    plain = replace(raw, rows=rows)
    dated = day_of_population(raw.source.name, hints)
    numbers = rows.with_columns(figure(header).alias(header) for header in bands)
    no_number = [_not_a_count(rows, header) for header in bands]
    refused = [_not_known(numbers, name), *no_number]
    refused.append(repeated(without(numbers, refused), ("area_code", "sex"), "area and sex"))
    kept = without(numbers, refused)
    notes = [
        f"Dated {dated.on:%-d %B %Y}: {dated.route}.",
        f"Headings and health boards are left out: {raw.rows.height - rows.height} rows.",
    ]
    table = _long(kept, bands).with_columns(on=pl.lit(dated.on))
    return reading_of(
        KIND.name, plain, matching, {"population_band": table}, refused=refused, notes=notes
    )


def _councils_by_sex(raw: RawTable, name: str, total: str) -> pl.DataFrame:
    """The rows with figures that belong to councils or the nation, with sex and area code."""
    found = list(_placed(raw.rows, name, total))
    if not found:
        raise UnreadableFile(f"{raw.source.name} names no area with figures in the column {name}.")
    placed = pl.DataFrame(
        found,
        schema={
            "source_row": pl.Int64,
            "sex": pl.String,
            "area_code": pl.String,
            "area_kind": pl.String,
        },
        orient="row",
    )
    return raw.rows.join(placed, on="source_row", how="inner", maintain_order="left")


def _placed(
    rows: pl.DataFrame, name: str, total: str
) -> Iterator[tuple[int, str, str | None, str | None]]:
    sex, boards = "all", False
    for row in rows.iter_rows(named=True):
        if row[total] is not None and any(character.isdigit() for character in row[total]):
            if not boards and row[name]:
                where = place(row[name])
                yield row["source_row"], sex, where.code, where.kind
            continue
        block = _sex_of(row)
        sex = block or sex
        boards = not block and (boards or bool(BOARDS.search(row[name] or "")))


def _sex_of(row: Mapping[str, object]) -> str | None:
    """The sex that a heading names, if it names one."""
    words = (str(cell).strip().lower() for cell in row.values() if cell is not None)
    return next((SEXES[word] for word in words if word in SEXES and len(word) > 1), None)


def _not_known(rows: pl.DataFrame, name: str) -> pl.DataFrame:
    return rows_where(
        rows,
        pl.col("area_code").is_null(),
        column=name,
        reason="this is not the name of a council or of the nation",
        mend="Give the council's name as the statistics office writes it.",
    )


def _not_a_count(rows: pl.DataFrame, header: str) -> pl.DataFrame:
    return rows_where(
        rows,
        figure(header).is_null() | (figure(header) < 0),
        column=header,
        reason="there is no number of people",
        mend="Give a number of people, 0 where there is nobody.",
    )


def _long(rows: pl.DataFrame, bands: Mapping[str, tuple[int, int | None]]) -> pl.DataFrame:
    ages = pl.DataFrame(
        [(header, *limits) for header, limits in bands.items()],
        schema={"band": pl.String, "age_from": pl.Int64, "age_to": pl.Int64},
        orient="row",
    )
    index = ["area_code", "area_kind", "sex", "source_row"]
    long = rows.unpivot(on=list(bands), index=index, variable_name="band", value_name="people")
    return long.join(ages, on="band", how="left", maintain_order="left")


KIND: Final = Kind(
    name="population_blocks",
    title="Population by five-year ages and area, a block for each sex",
    publisher="National Records of Scotland",
    licence="Open Government Licence v3.0",
    fields=FIELDS,
    yields=("population_band",),
    recognises=_recognises,
    read=_read,
)
