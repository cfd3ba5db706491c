"""The Care Inspectorate's datastore: every registered care service in Scotland on a day."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.cells import applicable, day
from carewright_engine.tables.dating import as_at
from carewright_engine.tables.issues import rows_with_issues
from carewright_engine.tables.matching import (
    Matching,
    as_the_file_calls_them,
    by_meaning,
    match_columns,
    normal,
    require,
    share_matched,
)
from carewright_engine.tables.readers.care_inspectorate.doubts import doubtful_rows, refused_rows
from carewright_engine.tables.readers.care_inspectorate.fields import FIELDS, latest_years
from carewright_engine.tables.readers.care_inspectorate.gradings import grades
from carewright_engine.tables.readers.care_inspectorate.service_rows import (
    placed_and_classed,
    services,
)
from carewright_engine.tables.readers.care_inspectorate.soundness import refuse_swapped
from carewright_engine.tables.reading import Hints, Kind, RawTable, Reading, UnreadableFile

TITLE: Final = "Care Inspectorate datastore"


# Two of these make the file a datastore, even when a column that it needs is missing: then the
# sentence names that column. A file about change over time has the others' columns too.
TELLING: Final = frozenset(
    (
        "csnumber",
        "casenumber",
        "careservice",
        "care_service",
        "provided_by_local_authority",
        "servicestatus",
        "service_status",
        "sp_number",
        "registered_places",
        "serviceprovider",
    )
)
OVER_TIME: Final = frozenset(("left_register", "snapshot"))


def recognises(headers: tuple[str, ...], file_name: str) -> float:
    """How much of what a register of Scottish services must hold these headers hold."""
    plain = {normal(header) for header in headers}
    if len(plain & TELLING) < 2 or plain & OVER_TIME:
        return 0.0
    return share_matched(headers, FIELDS)


def read(raw: RawTable, hints: Hints) -> Reading:
    """Services and their grades from a datastore of any year."""
    chosen, complaints_year = latest_years(raw.headers, hints)
    matching = match_columns(raw.headers, FIELDS, chosen)
    require(matching, TITLE)
    _require_a_place(matching)
    refuse_swapped(raw, matching)
    rows = _applicable(by_meaning(raw, matching, FIELDS), raw)
    on, how_known = as_at(
        hints.as_at, raw.source.name, rows, [day("registered"), day("graded"), day("inspected")]
    )
    refused = refused_rows(rows)
    kept = rows.filter(~pl.col("source_row").is_in(refused["source_row"].to_list()))
    marked, doubtful = doubtful_rows(placed_and_classed(kept, on))
    return Reading(
        kind=KIND.name,
        source=raw.source,
        tables={"service": services(marked, complaints_year), "grade": grades(marked)},
        rows_read=rows.height,
        rows_kept=kept.height,
        rows_doubtful=rows_with_issues(doubtful),
        rows_refused=rows_with_issues(refused),
        doubtful=as_the_file_calls_them(doubtful, matching),
        refused=as_the_file_calls_them(refused, matching),
        matched=matching.matched,
        unmatched=matching.unmatched,
        as_at=on,
        notes=(how_known, *_notes(marked, matching)),
    )


def _applicable(rows: pl.DataFrame, raw: RawTable) -> pl.DataFrame:
    """Rows in which NA is not a word: a nurse agency's subtype, a service without complaints."""
    columns = [column for column in rows.columns if column != "source_row"]
    return rows.with_columns(
        *(applicable(column).alias(column) for column in columns),
        dataset=pl.lit(raw.source.sha256),
    )


def _require_a_place(matching: Matching) -> None:
    if not matching.header("council") and not matching.header("integration_authority"):
        raise UnreadableFile(
            f"This does not read as {TITLE}: no column holds the council area or the integration "
            "authority, so no service could be placed. Choose the column of councils."
        )


def _notes(rows: pl.DataFrame, matching: Matching) -> list[str]:
    """What a person should know about this file before using it."""
    absent = {
        "status": "no status: every service is counted as doubtful",
        "places": "no registered places: capacity is not known",
        "staff": "no staff: staffing is not known",
        "min_grade": "no lowest grade: grades are not known",
        "data_zone": "no data zones: services are placed by postcode",
    }
    notes = [
        f"The file has {words}."
        for meaning, words in absent.items()
        if not matching.header(meaning)
    ]
    linked = rows["combined_with"].is_not_null().sum()
    outside = rows["outside"].sum()
    if linked:
        notes.append(f"{linked // 2:,} pairs of combined registrations name each other.")
    if rows["council_code"].is_null().all() and rows["council"].is_not_null().any():
        notes.append(
            "No council's name is one of Scotland's: councils are told from the look-ups of areas "
            "given beside this file."
        )
    if outside:
        notes.append(f"{outside:,} services lie outside Scotland and belong to no council.")
    return notes


KIND: Final = Kind(
    name="care_inspectorate",
    title=TITLE,
    publisher="Care Inspectorate",
    licence="Open Government Licence v3.0",
    fields=FIELDS,
    yields=("service", "grade"),
    recognises=recognises,
    read=read,
)
