"""What a week or an hour of care costs English councils, in-house beside bought.

The returns of 2013-14 (PSS-EX1) have a row a council and three columns a measure: numerator,
denominator and unit cost. Those of 2014-15 have a column a council and three rows a measure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import polars as pl

from carewright_engine.tables.issues import rows_where
from carewright_engine.tables.matching import Matching, match_columns, normal, require
from carewright_engine.tables.published.english_councils import (
    FEWEST_COUNCILS,
    NO_CODES,
    area_columns,
    care_group,
    is_area,
    with_council,
)
from carewright_engine.tables.published.figures import figure, pence_of
from carewright_engine.tables.published.outcome import reading_of, without
from carewright_engine.tables.published.periods import PublishedPeriod, financial_year_of
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading, UnreadableFile

PUBLISHER: Final = "Health and Social Care Information Centre (now NHS England)"
LICENCE: Final = "Open Government Licence v3.0"
UNIT_COST: Final = re.compile(r"unit\s+costs?", re.IGNORECASE)
AVERAGE: Final = re.compile(r"average_gross_(?:weekly_|hourly_)?(?:expenditure|cost)")

SUPPORT: Final = Field("support", (r"support_type",), "long term or short term")
AGE: Final = Field("age", (r"age_(?:category|band|group)",), "ages", required=True)
REASON: Final = Field("reason", (r"primary_support_reason",), "primary support reasons")
SERVICE: Final = Field(
    "service", (r"service_delivery_mechanism|support_setting",), "kinds of care", required=True
)
CATEGORY: Final = Field(
    "category", (r"unit_cost_category",), "numerator, denominator or unit costs", required=True
)
PROVISION: Final = Field(
    "provision", (r"unit_cost_provision",), "own provision or provision by others", required=True
)
ROW_FIELDS: Final = (SUPPORT, AGE, REASON, SERVICE, CATEGORY, PROVISION)
COUNCIL: Final = Field("council", (r"column_1|council(?:_name)?|cassr",), "councils", required=True)

PROVISIONS: Final = {
    "own provision": ("in_house", ""),
    "provision by others": ("external", ""),
    "all": ("all", ""),
    "la supported only": ("all", "council-supported only"),
}
SERVICES: Final = (
    (r"residential and nursing care .* home ?care", "Residential, nursing and home care"),
    (r"residential and nursing", "Residential and nursing care"),
    (r"nursing care", "Nursing care"),
    (r"residential care", "Residential care"),
    (r"home ?care|home help", "Home care"),
    (r"direct payments", "Direct payments"),
    (r"day care|day services", "Day care"),
    (r"meal", "Meals"),
    (r"", "Other"),
)
LEFT_OUT: Final = (
    "Numerators and denominators are left out; the unit costs are the publisher's own."
)
FEES: Final = (
    "Unit costs divide all spending by all care; they are not the fee that a provider was paid."
)


def _recognises_by_row(headers: tuple[str, ...], name: str) -> float:
    areas = area_columns(headers)
    others = tuple(header for header in headers if header not in areas)
    complete = not match_columns(others, ROW_FIELDS, Hints()).missing
    return 0.95 if complete and len(areas) >= FEWEST_COUNCILS else 0.0


def _recognises_by_column(headers: tuple[str, ...], name: str) -> float:
    averages = [header for header in headers if AVERAGE.match(normal(header))]
    return 0.95 if len(averages) >= FEWEST_COUNCILS else 0.0


def _read_by_row(raw: RawTable, hints: Hints) -> Reading:
    """One source row is one measure; it becomes a canonical row for each council."""
    areas = area_columns(raw.headers)
    others = tuple(header for header in raw.headers if header not in areas)
    matching = match_columns(others, ROW_FIELDS, hints)
    require(matching, "unit costs of care by council")
    year = financial_year_of(raw.source.name, hints)
    refused = [_not_a_measure(raw.rows, matching)]
    kept = without(raw.rows, refused)
    costs = kept.filter(
        pl.col(matching.matched["category"]).str.contains(f"(?i){UNIT_COST.pattern}")
    )
    long = _described(costs, matching).unpivot(
        on=areas,
        index=["kind", "care_group", "provision", "unit", "source_row"],
        variable_name="council",
        value_name="written",
    )
    return _reading(
        "unit_costs", raw, replace(matching, headers=raw.headers), long, year, refused, "council"
    )


def _not_a_measure(rows: pl.DataFrame, matching: Matching) -> pl.DataFrame:
    category = matching.matched["category"]
    return rows_where(
        rows,
        pl.col(category).is_null(),
        column=rows.columns[0],
        reason="this is a note of the publisher, not figures",
        mend="Nothing: read the note in the file.",
    )


def _described(rows: pl.DataFrame, matching: Matching) -> pl.DataFrame:
    """The measure in words, its care group and who provides, for each row of unit costs."""
    described = []
    for row in rows.iter_rows(named=True):
        said = {
            field.meaning: row.get(matching.matched.get(field.meaning, "")) for field in ROW_FIELDS
        }
        provision, only = PROVISIONS.get(
            str(said["provision"]).lower(), ("all", str(said["provision"]))
        )
        words = [said["service"], said["age"], said["reason"], only]
        kind = "; ".join(word for word in words if word)
        described.append((kind, care_group(kind), provision))
    columns = pl.DataFrame(described, schema=["kind", "care_group", "provision"], orient="row")
    return rows.hstack(columns).with_columns(unit=pl.lit("week"))


def _read_by_column(raw: RawTable, hints: Hints) -> Reading:
    """One source row is one council; it becomes a canonical row for each unit cost."""
    matching = match_columns(raw.headers, (COUNCIL,), hints)
    require(matching, "unit costs of care by council")
    year = financial_year_of(raw.source.name, hints)
    header = matching.matched["council"]
    costs = [each for each in raw.headers if AVERAGE.match(normal(each))]
    if not costs:
        raise UnreadableFile(
            f"{raw.source.name} has no column that begins with an average gross cost. Check that "
            "this is the sheet of unit costs, not of expenditure or activity."
        )
    refused = [_not_a_council(raw.rows, header)]
    kept = without(raw.rows, refused)
    long = kept.unpivot(
        on=costs, index=[header, "source_row"], variable_name="column", value_name="written"
    ).rename({header: "council"})
    measures = pl.DataFrame(
        [(each, *_measure_in_words(each)) for each in costs],
        schema=["column", "kind", "care_group", "provision", "unit"],
        orient="row",
    )
    long = long.join(measures, on="column", how="left", maintain_order="left")
    unused = tuple(each for each in raw.headers if each not in costs and each != header)
    return _reading(
        "unit_costs_by_measure",
        raw,
        replace(matching, unmatched=unused),
        long,
        year,
        refused,
        "column",
    )


def _not_a_council(rows: pl.DataFrame, header: str) -> pl.DataFrame:
    named = pl.col(header).map_elements(is_area, return_dtype=pl.Boolean)
    return rows_where(
        rows,
        ~named.fill_null(False),
        column=header,
        reason="this row is no council: it is a heading or a note of the publisher",
        mend="Nothing, unless a council's number is missing before its name.",
    )


def _measure_in_words(header: str) -> tuple[str, str, str, str]:
    words = re.sub(r"\s+\(\d+\)$", "", " ".join(header.split()))
    plain = words.lower()
    if "own provision" in plain or "provided by la" in plain:
        provision = "in_house"
    elif "by others" in plain or "independent sector" in plain:
        provision = "external"
    else:
        provision = "all"
    unit = next(
        (
            unit
            for said, unit in (("hourly", "hour"), ("weekly", "week"), ("per meal", "meal"))
            if said in plain
        ),
        "other",
    )
    return f"{_service(plain)}: {words}", care_group(words), provision, unit


def _service(words: str) -> str:
    """The kind of care in a few words, in front of the publisher's own long name."""
    return next(service for pattern, service in SERVICES if re.search(pattern, words))


def _reading(
    kind: str,
    raw: RawTable,
    matching: Matching,
    long: pl.DataFrame,
    year: PublishedPeriod,
    refused: list[pl.DataFrame],
    where: str,
) -> Reading:
    """`where` says which column of the long table holds the header of the file's own column."""
    named = with_council(long)
    pounds = figure("written")
    frame = named.with_columns(
        pence=pl.when(pounds > 0).then(pence_of(pounds)),
        starts_on=pl.lit(year.starts_on),
        ends_before=pl.lit(year.ends_before),
    )
    doubtful = rows_where(
        named,
        (pounds <= 0).fill_null(False),
        column="written",
        reason="care that costs nothing or less is a gap in the return, so the cost is not known",
        mend="Ask the council for the cost.",
    ).with_columns(column=named.filter((pounds <= 0).fill_null(False))[where])
    notes = [
        f"The financial year is {year.starts_on.year}/{year.ends_before.year % 100:02d}.",
        LEFT_OUT,
        FEES,
        NO_CODES,
    ]
    return reading_of(
        kind, raw, matching, {"unit_cost": frame}, doubtful=[doubtful], refused=refused, notes=notes
    )


KINDS: Final = (
    Kind(
        name="unit_costs",
        title="Unit costs of care, a column for each council (England, 2014-15)",
        publisher=PUBLISHER,
        licence=LICENCE,
        fields=ROW_FIELDS,
        yields=("unit_cost",),
        recognises=_recognises_by_row,
        read=_read_by_row,
    ),
    Kind(
        name="unit_costs_by_measure",
        title="Unit costs of care, a row for each council (England, to 2013-14)",
        publisher=PUBLISHER,
        licence=LICENCE,
        fields=(COUNCIL,),
        yields=("unit_cost",),
        recognises=_recognises_by_column,
        read=_read_by_column,
    ),
)
