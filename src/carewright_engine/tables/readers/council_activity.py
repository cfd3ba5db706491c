"""Care that English councils paid for, in-house and external, with a row for each figure.

Two shapes: the return of 2015-16, and a series from 2001 that researchers put together from
the returns of all years.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.issues import rows_where
from carewright_engine.tables.matching import Matching, match_columns, require
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
from carewright_engine.tables.published.english_councils import NO_CODES, with_council
from carewright_engine.tables.published.figures import is_unreadable
from carewright_engine.tables.published.outcome import explained, reading_of, without
from carewright_engine.tables.published.periods import financial_year_of
from carewright_engine.tables.published.repeats import repeated
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading

LICENCE: Final = "Open Government Licence v3.0"
PURPOSE: Final = Field("purpose", (r"short_term_purpose",), "what short-term care is for")
COUNCIL: Final = Field(
    "council", (r"council_name|dh_geography_name|geography_name",), "councils", required=True
)
VALUE: Final = Field("value", (r"(?:item)?value",), "the figures", required=True)
YEAR: Final = Field("year", (r"year",), "the year in which the financial year ends", required=True)
NUMBERS: Final = tuple(
    Field(name, (pattern,), "")
    for name, pattern in (
        ("uuid", r"uuid"),
        ("council_number", r"council_code"),
        ("basis", r"data_type"),
        ("remarks", r"notes"),
        ("row", r"column_1"),
        ("share", r"percent_sector"),
    )
)
BY_ROW: Final = (SUPPORT, AGE, REASON, SERVICE, PURPOSE, PROVISION, COUNCIL, VALUE, *NUMBERS)
SERIES: Final = (SERVICE, PROVISION, COUNCIL, VALUE, YEAR, *NUMBERS)


def _recognises_rows(headers: tuple[str, ...], name: str) -> float:
    return explained(match_columns(headers, BY_ROW, Hints()))


def _recognises_series(headers: tuple[str, ...], name: str) -> float:
    return explained(match_columns(headers, SERIES, Hints()))


def _read_rows(raw: RawTable, hints: Hints) -> Reading:
    matching = match_columns(raw.headers, BY_ROW, hints)
    require(matching, "activity of English councils")
    year = financial_year_of(raw.source.name, hints)
    rows = described(raw.rows, matching).with_columns(
        starts_on=pl.lit(year.starts_on), ends_before=pl.lit(year.ends_before)
    )
    notes = [
        WEEKS,
        NOT_ALL,
        "Ages 65-74, 75-84 and 85+ are voluntary in the return and given by a few councils.",
        NO_CODES,
    ]
    return _read_figures("council_activity", raw, matching, rows, notes)


def _read_series(raw: RawTable, hints: Hints) -> Reading:
    """The series names the year in which a financial year ends; 2015 is 2014/15."""
    matching = match_columns(raw.headers, SERIES, hints)
    require(matching, "a series of activity of English councils")
    ends = pl.col(matching.matched["year"]).str.extract(r"^(20\d{2})(?:\.0)?$").cast(pl.Int32)
    rows = described(raw.rows, matching).with_columns(
        age_band=pl.lit("not_said"),
        starts_on=pl.date(ends - 1, 4, 1),
        ends_before=pl.date(ends, 4, 1),
    )
    notes = [
        "The file states no units: residential and nursing care are read as weeks, home care as "
        "hours in the year, day care as people in an average week, as in the returns behind it.",
        "It does not say whose ages are counted; in 2014/15 and 2015/16 its residential "
        "weeks equal those of people aged 65 and over in the returns.",
        NO_CODES,
    ]
    return _read_figures("council_activity_series", raw, matching, rows, notes)


def _read_figures(
    kind: str, raw: RawTable, matching: Matching, rows: pl.DataFrame, notes: list[str]
) -> Reading:
    """Files with a row a figure: each source row becomes one row of activity."""
    council, value = matching.matched["council"], matching.matched["value"]
    refused = [
        left_out(rows, matching, pl.lit(False)),
        rows_where(
            rows,
            pl.col(council).is_null() | (pl.col(council) == "NA"),
            column=council,
            reason="no council is named",
            mend="Name the council.",
        ),
        rows_where(
            rows,
            is_unreadable(value) | pl.col("starts_on").is_null(),
            column=value,
            reason="there is no figure, or no year, that can be read",
            mend="Give a number and a year such as 2015.",
        ),
    ]
    kept = without(rows, refused).with_columns(council=pl.col(council), written=pl.col(value))
    named = with_council(kept)
    key = ("area_name", "kind", "detail", "age_band", "measure", "starts_on")
    refused.append(repeated(named, key, "figure"))
    frame = activity_rows(without(kept, refused))
    return reading_of(kind, raw, matching, {"activity": frame}, refused=refused, notes=notes)


KINDS: Final = (
    Kind(
        name="council_activity",
        title="Weeks of care, in-house and external (England, from 2015-16)",
        publisher="NHS Digital (now NHS England)",
        licence=LICENCE,
        fields=BY_ROW,
        yields=("activity",),
        recognises=_recognises_rows,
        read=_read_rows,
    ),
    Kind(
        name="council_activity_series",
        title="Care in-house and external by council, a series from 2001 (England)",
        publisher="NHS England, put together by researchers",
        licence=LICENCE,
        fields=SERIES,
        yields=("activity",),
        recognises=_recognises_series,
        read=_read_series,
    ),
)
