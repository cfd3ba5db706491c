"""What an organisation's own care and the care it buys cost it, as Carewright itself writes it.

The file comes from accepted returns of in-house services and from the prices of agreements.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.cells import day
from carewright_engine.tables.issues import rows_where
from carewright_engine.tables.matching import match_columns, require, share_matched
from carewright_engine.tables.published.figures import figure, pence_of
from carewright_engine.tables.published.outcome import reading_of, without
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading

COLUMNS: Final = (
    "area_name", "area_code", "kind_of_care", "care_group", "provision", "unit", "starts_on",
    "ends_before", "pounds_a_unit", "rests_on",
)  # fmt: skip
FIELDS: Final = tuple(
    Field(name, (name,), words, required=name not in ("area_code", "rests_on"))
    for name, words in zip(
        COLUMNS,
        ("organisation", "its area's code", "kind of care", "whom it supports",
         "in_house or external", "what one unit is", "first day", "first day no longer covered",
         "cost of one unit, in pounds", "what the figure rests on"),
        strict=True,
    )
)  # fmt: skip


def _recognises(headers: tuple[str, ...], name: str) -> float:
    return 0.97 if share_matched(headers, FIELDS) == 1 else 0.0


def _read(raw: RawTable, hints: Hints) -> Reading:
    matching = match_columns(raw.headers, FIELDS, hints)
    require(matching, KIND.title)
    header = matching.matched
    pounds = figure(header["pounds_a_unit"])
    rows = raw.rows.with_columns(
        *(pl.col(header[name]).alias(name) for name in COLUMNS if name in _PLAIN),
        kind=pl.col(header["kind_of_care"]),
        starts_on=day(header["starts_on"]),
        ends_before=day(header["ends_before"]),
        pence=pl.when(pounds >= 0).then(pence_of(pounds)),
    )
    refused = [
        rows_where(
            rows,
            pl.col("starts_on").is_null() | pl.col("ends_before").is_null(),
            column=header["starts_on"],
            reason="this is not a day",
            mend="Give it as 2026-04-01.",
        ),
        rows_where(
            rows,
            ~pl.col("provision").is_in(["in_house", "external"]).fill_null(value=False),
            column=header["provision"],
            reason="this does not say who provides the care",
            mend="Give in_house or external.",
        ),
    ]
    kept = without(rows, refused)
    return reading_of(KIND.name, raw, matching, {"unit_cost": kept}, refused=refused, notes=[_NOTE])


_PLAIN: Final = ("area_name", "area_code", "care_group", "provision", "unit")
_NOTE: Final = (
    "Bought: the median of the prices that held on one day; not what was paid over a year."
)

KIND: Final = Kind(
    name="own_costs",
    title="An organisation's own costs and prices",
    publisher="The organisation itself",
    licence="The organisation's own",
    fields=FIELDS,
    yields=("unit_cost",),
    recognises=_recognises,
    read=_read,
)
