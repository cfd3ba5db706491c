"""What English councils spent on care and what they received for it, with a row for each figure.

The return of 2015-16 keeps money that unit costs leave out: what people pay for care at home
(fairer charging), and the Better Care Fund that comes from the NHS.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.issues import rows_where
from carewright_engine.tables.matching import Matching, match_columns, require
from carewright_engine.tables.published.age_bands import age_band
from carewright_engine.tables.published.english_councils import NO_CODES, with_council
from carewright_engine.tables.published.figures import figure, is_unreadable, pence_of
from carewright_engine.tables.published.outcome import explained, reading_of, without
from carewright_engine.tables.published.periods import financial_year_of
from carewright_engine.tables.published.repeats import repeated
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading

COUNCIL: Final = Field("council", (r"council_name",), "councils", required=True)
PART: Final = Field("part", (r"data_source",), "parts of the return", required=True)
AGE: Final = Field("age", (r"age_(?:band|bands|group)",), "ages", required=True)
FLOW: Final = Field("flow", (r"finance_type",), "expenditure or income", required=True)
SERVICE: Final = Field("service", (r"comparative_totals?",), "kinds of care", required=True)
VALUE: Final = Field("value", (r"(?:item)?value",), "the figures", required=True)
NUMBERS: Final = tuple(
    Field(name, (pattern,), "")
    for name, pattern in (
        ("uuid", r"uuid"),
        ("council_number", r"council_code"),
        ("basis", r"data_type"),
    )
)
FIELDS: Final = (COUNCIL, PART, AGE, FLOW, SERVICE, VALUE, *NUMBERS)
FLOWS: Final = {"expenditure": "spent", "income": "received"}
THOUSANDS: Final = 1_000
NOTES: Final = (
    "The file states no unit: figures are read as thousands of pounds, as in the returns behind "
    "it; all of England then comes to £20bn.",
    "Two parts of the return repeat the income from grants, so parts are not added together.",
    NO_CODES,
)


def _recognises(headers: tuple[str, ...], name: str) -> float:
    return explained(match_columns(headers, FIELDS, Hints()))


def _read(raw: RawTable, hints: Hints) -> Reading:
    matching = match_columns(raw.headers, FIELDS, hints)
    require(matching, "expenditure of English councils")
    year = financial_year_of(raw.source.name, hints)
    rows = _described(raw.rows, matching).with_columns(
        starts_on=pl.lit(year.starts_on), ends_before=pl.lit(year.ends_before)
    )
    refused = _refused(rows, matching)
    named = with_council(without(rows, refused))
    key = ("area_name", "part", "kind", "age_band", "flow")
    refused.append(repeated(named, key, "figure"))
    kept = without(named, refused)
    value = matching.matched["value"]
    frame = kept.with_columns(pence=pence_of(figure(value) * THOUSANDS))
    return reading_of(
        "council_expenditure", raw, matching, {"expenditure": frame}, refused=refused, notes=NOTES
    )


def _described(rows: pl.DataFrame, matching: Matching) -> pl.DataFrame:
    """The return's words as the table's; a row without an age is of all ages."""
    header = matching.matched
    bare = pl.col(header["age"]).fill_null("-")
    return rows.with_columns(
        council=pl.col(header["council"]),
        part=pl.col(header["part"]),
        kind=pl.col(header["service"]),
        flow=pl.col(header["flow"]).str.to_lowercase().replace_strict(FLOWS, default=None),
        age_band=pl.when(bare == "-")
        .then(pl.lit("all"))
        .otherwise(bare.map_elements(age_band, return_dtype=pl.String)),
    )


def _refused(rows: pl.DataFrame, matching: Matching) -> list[pl.DataFrame]:
    header = matching.matched
    return [
        rows_where(
            rows,
            pl.col("flow").is_null(),
            column=header["flow"],
            reason="this is neither spent nor received: it counts people",
            mend="Nothing: the table of expenditure holds money only.",
        ),
        rows_where(
            rows,
            is_unreadable(header["value"]) | pl.any_horizontal(_needed()),
            column=header["value"],
            reason="there is no figure, no council, or no kind of care that can be read",
            mend="Give a number, or leave the cell empty where there is none.",
        ),
    ]


def _needed() -> list[pl.Expr]:
    return [pl.col(name).is_null() for name in ("council", "part", "kind", "age_band")]


KIND: Final = Kind(
    name="council_expenditure",
    title="What councils spent and received for care (England, 2015-16)",
    publisher="NHS Digital (now NHS England)",
    licence="Open Government Licence v3.0",
    fields=FIELDS,
    yields=("expenditure",),
    recognises=_recognises,
    read=_read,
)
