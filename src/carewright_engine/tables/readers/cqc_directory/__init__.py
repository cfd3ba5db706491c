"""The Care Quality Commission's directory: registered locations in England on a day."""

from __future__ import annotations

from datetime import date
from typing import Final

import polars as pl

from carewright_engine.tables.cells import day, number
from carewright_engine.tables.council_companies import council_companies_on
from carewright_engine.tables.dating import as_at
from carewright_engine.tables.issues import (
    refuse_nonsense,
    rows_where,
    rows_with_issues,
    together,
)
from carewright_engine.tables.matching import (
    Matching,
    as_the_file_calls_them,
    by_meaning,
    match_columns,
    normal,
    require,
    share_matched,
)
from carewright_engine.tables.names import plain_name
from carewright_engine.tables.naming import AUTHORITY_NOT_KNOWN
from carewright_engine.tables.postcodes import postcode
from carewright_engine.tables.readers.cqc_directory.fields import FIELDS
from carewright_engine.tables.readers.cqc_directory.service_rows import (
    is_adult_social_care,
    services,
    with_council,
    with_types_and_bands,
)
from carewright_engine.tables.reading import Hints, Kind, RawTable, Reading

TITLE: Final = "CQC care directory"
LOCATION_ID: Final = r"^[A-Z0-9]{1,6}-?[A-Z0-9-]*\d[A-Z0-9-]*$"

TELLING: Final = {
    "service_id": "location ids such as 1-102642938",
    "name": "names",
    "provider_name": "names",
    "council": "names of local authorities",
    "postcode": "postcodes",
    "latitude": "degrees north",
    "longitude": "degrees east",
    "started": "dates",
}


def recognises(headers: tuple[str, ...], file_name: str) -> float:
    """Only England's regulator speaks of locations, and rates them."""
    plain = {normal(header) for header in headers}
    of_locations = [header for header in plain if "location_" in header]
    if len(of_locations) < 3 and not any("location_id" in header for header in plain):
        return 0.0
    return share_matched(headers, FIELDS)


def read(raw: RawTable, hints: Hints) -> Reading:
    """Services from a directory in any of its editions."""
    matching = match_columns(raw.headers, FIELDS, hints)
    require(matching, TITLE)
    _refuse_swapped(raw, matching)
    rows = by_meaning(raw, matching, FIELDS).with_columns(dataset=pl.lit(raw.source.sha256))
    on, how_known = as_at(
        hints.as_at, raw.source.name, rows, [day("started"), day("rated"), day("checked")]
    )
    refused = _refused(rows)
    kept = rows.filter(~pl.col("source_row").is_in(refused["source_row"].to_list()))
    known = _with_company(with_council(with_types_and_bands(kept)), on)
    marked, doubtful = _doubtful(known.with_columns(as_at=pl.lit(on)))
    return Reading(
        kind=KIND.name,
        source=raw.source,
        tables={"service": services(marked)},
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


def _refuse_swapped(raw: RawTable, matching: Matching) -> None:
    """Most cells of a telling column must look like what its name says."""
    for meaning, words in TELLING.items():
        header = matching.header(meaning)
        if header is not None:
            refuse_nonsense(raw.rows, header, _sound(meaning, header), words)


def _sound(meaning: str, header: str) -> pl.Expr:
    text = pl.col(header)
    if meaning == "service_id":
        return text.str.contains(LOCATION_ID)
    if meaning == "postcode":
        return postcode(header).is_not_null()
    if meaning == "latitude":
        return number(header).is_between(49, 61)
    if meaning == "longitude":
        return number(header).is_between(-9, 3)
    if meaning == "started":
        return day(header).is_not_null()
    return text.str.contains("[A-Za-z]{2}") & ~text.str.contains(r"^1-\d+$")


def _refused(rows: pl.DataFrame) -> pl.DataFrame:
    given = pl.col("service_id").str.contains(LOCATION_ID).fill_null(False)
    return together(
        (
            rows_where(
                rows,
                ~given,
                column="service_id",
                reason="there is no location id",
                mend="check the row: it may be a note below the table",
            ),
            rows_where(
                rows,
                given & ~pl.col("service_id").is_first_distinct(),
                column="service_id",
                reason="the location stands in the file twice; its first row was kept",
                mend="remove one of the rows",
            ),
        )
    )


def _doubtful(rows: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Social care in a local authority whose name is not known counts, with a doubt."""
    reason = AUTHORITY_NOT_KNOWN
    unknown = pl.col("council_code").is_null() & is_adult_social_care()
    issues = rows_where(
        rows, unknown, column="council", reason=reason, mend="enter the authority's name"
    )
    return rows.with_columns(doubt=pl.when(unknown).then(pl.lit(reason))), issues


def _with_company(rows: pl.DataFrame, on: date) -> pl.DataFrame:
    owned = council_companies_on(on)
    names = rows["provider_name"].drop_nulls().unique().to_list()
    basis = {
        name: f"{company.name} is on the list of council-owned companies ({company.source})"
        for name in names
        if (company := owned.get(plain_name(name)))
    }
    listed = pl.col("provider_name").replace_strict(basis, default=None, return_dtype=pl.String())
    # A "LATC" is a local authority trading company, by its own name.
    named = pl.when(pl.col("provider_name").str.contains(r"\bLATCO?\b")).then(
        pl.lit("its name says that it is a local authority trading company")
    )
    return rows.with_columns(company_basis=pl.coalesce(listed, named))


def _notes(rows: pl.DataFrame, matching: Matching) -> list[str]:
    notes = [
        f"The file has no {words}."
        for meaning, words in (
            ("beds", "beds: capacity is not known"),
            ("rating", "ratings: quality is not known"),
            ("latitude", "coordinates: services are placed by postcode"),
        )
        if not matching.header(meaning)
    ]
    health = rows.select((~is_adult_social_care()).sum()).item()
    if health:
        notes.append(f"{health:,} locations are health care, not adult social care: kept apart.")
    notes.append("The directory has no staff, complaints or grades by question: not assessed.")
    return notes


KIND: Final = Kind(
    name="cqc_directory",
    title=TITLE,
    publisher="Care Quality Commission",
    licence="Open Government Licence v3.0",
    fields=FIELDS,
    yields=("service",),
    recognises=recognises,
    read=read,
)
