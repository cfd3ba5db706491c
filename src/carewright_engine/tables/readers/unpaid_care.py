"""People who look after somebody unpaid, by age and hours a week, from a census."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

import polars as pl

from carewright_engine.tables.issues import rows_where
from carewright_engine.tables.matching import match_columns, require, share_matched
from carewright_engine.tables.published.area_columns import AREA_CODE, AREA_NAME, with_area
from carewright_engine.tables.published.figures import figure
from carewright_engine.tables.published.outcome import reading_of, without
from carewright_engine.tables.published.repeats import repeated
from carewright_engine.tables.reading import (
    Field,
    Hints,
    Kind,
    RawTable,
    Reading,
    UnreadableFile,
)

VARIABLE: Final = Field("variable", (r"variable",), "what each figure counts", required=True)
VALUE: Final = Field("value", (r"value",), "the figures", required=True)
FIELDS: Final = (AREA_CODE, AREA_NAME, VARIABLE, VALUE)
CENSUS_DAYS: Final = {2011: date(2011, 3, 27), 2021: date(2021, 3, 21)}
COUNTED: Final = re.compile(
    r"(?:total|count)_(\d+)(?:to(\d+)_years|_and_over)(?:_(\d+)(?:to(\d+)|(plus))?_hours)?"
)
SHARES: Final = "Percentages are left out: they are the counts over all people of the age."


def counted(variable: str) -> tuple[str, str] | None:
    """The age band and hours of 'count_65_and_over_50plus_hours'; None where it counts nobody."""
    found = COUNTED.fullmatch(variable)
    if found is None:
        return None
    youngest, oldest, fewest, most, more = found.groups()
    ages = f"{youngest}-{oldest}" if oldest else f"{youngest}+"
    if fewest is None:
        return ages, ""
    hours = f"{fewest}-{most}" if most else f"{fewest}{'+' if more else ''}"
    return ages, f"{hours} hours"


def _recognises(headers: tuple[str, ...], name: str) -> float:
    about = bool(re.search(r"unpaid|carer", name.lower()))
    return 0.9 if about and share_matched(headers, FIELDS) == 1 else 0.0


def _read(raw: RawTable, hints: Hints) -> Reading:
    matching = match_columns(raw.headers, FIELDS, hints)
    require(matching, KIND.title)
    header = matching.matched
    rows, no_area = with_area(raw.rows, header["area_code"])
    on = _census_day(raw.source.name, hints)
    said = {text: counted(text) for text in rows[header["variable"]].drop_nulls().unique()}
    rows = rows.with_columns(
        age_band=pl.col(header["variable"]).replace_strict(
            {text: each[0] if each else None for text, each in said.items()},
            default=None, return_dtype=pl.String(),
        ),
        detail=pl.col(header["variable"]).replace_strict(
            {text: each[1] if each else None for text, each in said.items()},
            default=None, return_dtype=pl.String(),
        ),
        value=figure(header["value"]),
    )  # fmt: skip
    share = pl.col(header["variable"]).str.starts_with("percent").fill_null(value=False)
    not_counted = rows_where(
        rows,
        share | pl.col("age_band").is_null() | pl.col("value").is_null(),
        column=header["variable"],
        reason="this is not a number of people of an age by hours of care",
        mend="Nothing, where it is a percentage; else name it as count_65_and_over_50plus_hours.",
    )
    refused = [no_area, not_counted]
    kept = without(rows, refused)
    refused.append(repeated(kept, ("area_code", "age_band", "detail"), "area, age and hours"))
    kept = without(kept, refused).with_columns(
        kind=pl.lit("unpaid_care"),
        area_name=pl.col(header["area_name"]),
        sex=pl.lit("all"),
        starts_on=pl.lit(on),
        ends_before=pl.lit(on + timedelta(days=1)),
        period_kind=pl.lit("census_day"),
        measure=pl.lit("people"),
        rounded_to=pl.lit(None, pl.Int64),
        flag=pl.lit(None, pl.String),
    )
    return reading_of(KIND.name, raw, matching, {"activity": kept}, refused=refused, notes=[SHARES])


def _census_day(name: str, hints: Hints) -> date:
    if hints.as_at is not None:
        return hints.as_at
    for year in re.findall(r"(?<!\d)(20\d{2})(?!\d)", name):
        if int(year) in CENSUS_DAYS:
            return CENSUS_DAYS[int(year)]
    raise UnreadableFile(
        f"{name} does not say of which census it is. Give the census day with the file, or put "
        'the year in its name, as in "unpaid_care_2021.csv".'
    )


KIND: Final = Kind(
    name="unpaid_care",
    title="People who give unpaid care, by age and hours a week",
    publisher="Northern Ireland Statistics and Research Agency",
    licence="Open Government Licence v3.0",
    fields=FIELDS,
    yields=("activity",),
    recognises=_recognises,
    read=_read,
)
