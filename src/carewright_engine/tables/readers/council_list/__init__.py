"""A council's own list of services that no regulator lists.

Day clubs, telecare, equipment, advice and breaks for carers are half of what keeps people at
home, and stand in no register. A council writes them down once, a row a service, under the
column names in `FIELDS`; other usual names are understood, and order does not matter. Only the
name, the kind and who runs it must be there. Blank means not known.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.cells import day, number, whole
from carewright_engine.tables.dating import as_at
from carewright_engine.tables.issues import refuse_nonsense, rows_where, rows_with_issues, together
from carewright_engine.tables.matching import (
    as_the_file_calls_them,
    by_meaning,
    match_columns,
    normal,
    require,
    share_matched,
)
from carewright_engine.tables.postcodes import postcode
from carewright_engine.tables.readers.council_list.fields import FIELDS, who_runs_it_is_known
from carewright_engine.tables.readers.council_list.service_rows import (
    services,
    unit_costs,
    with_councils,
    with_numbers,
)
from carewright_engine.tables.reading import Hints, Kind, RawTable, Reading

TITLE: Final = "a council's own list of services"


def recognises(headers: tuple[str, ...], file_name: str) -> float:
    """A list with names, kinds and who runs each, and no regulator's numbers."""
    plain = {normal(header) for header in headers}
    regulated = plain & {"csnumber", "casenumber", "location_id", "careservice"}
    return 0.9 if share_matched(headers, FIELDS) == 1.0 and not regulated else 0.0


def read(raw: RawTable, hints: Hints) -> Reading:
    """Services, and unit costs where they are given."""
    matching = match_columns(raw.headers, FIELDS, hints)
    require(matching, TITLE)
    run_by = matching.matched["run_by"]
    refuse_nonsense(raw.rows, run_by, who_runs_it_is_known(run_by), "who runs a service")
    rows = by_meaning(raw, matching, FIELDS).with_columns(dataset=pl.lit(raw.source.sha256))
    on, how_known = as_at(hints.as_at, raw.source.name, rows, [day("checked")])
    named = with_numbers(with_councils(rows)).with_columns(as_at=pl.lit(on))
    refused = _refused(named)
    kept = named.filter(~pl.col("source_row").is_in(refused["source_row"].to_list()))
    doubtful = _doubtful(kept)
    told = doubtful.group_by("source_row", maintain_order=True).agg(
        doubt=pl.col("reason").str.join("; ")
    )
    marked = kept.join(told, on="source_row", how="left", maintain_order="left")
    found = services(marked)
    return Reading(
        kind=KIND.name,
        source=raw.source,
        tables={"service": found, "unit_cost": unit_costs(marked, found)},
        rows_read=rows.height,
        rows_kept=kept.height,
        rows_doubtful=rows_with_issues(doubtful),
        rows_refused=rows_with_issues(refused),
        doubtful=as_the_file_calls_them(doubtful, matching),
        refused=as_the_file_calls_them(refused, matching),
        matched=matching.matched,
        unmatched=matching.unmatched,
        as_at=on,
        notes=(how_known,),
    )


def _refused(rows: pl.DataFrame) -> pl.DataFrame:
    return together(
        (
            rows_where(
                rows,
                pl.col("name").is_null(),
                column="name",
                reason="the service has no name",
                mend="enter its name, or remove the row",
            ),
            rows_where(
                rows,
                pl.col("name").is_not_null() & pl.col("kind").is_null(),
                column="kind",
                reason="the row does not say what kind of service it is",
                mend="enter its kind, such as day club or telecare",
            ),
            rows_where(
                rows,
                pl.col("name").is_not_null() & ~pl.col("service_id").is_first_distinct(),
                column="name",
                reason="the service stands in the list twice; its first row was kept",
                mend="give each service a number of its own, or remove one row",
            ),
        )
    )


def _misnamed(rows: pl.DataFrame) -> pl.Expr:
    """No council at all, or a strange one among councils that are known.

    A list whose every council is strange is a new region's, told from look-ups of its own.
    """
    some_known = rows["council_code"].is_not_null().any()
    return pl.col("council_code").is_null() & (pl.col("council").is_null() | pl.lit(some_known))


def _doubtful(rows: pl.DataFrame) -> pl.DataFrame:
    found = (
        ("run_by", ~who_runs_it_is_known("run_by"), "who runs it is not known"),
        ("council", _misnamed(rows), "the council area is not known"),
        ("places", _unreadable("places"), "the number of places is not a whole number"),
        ("staff", _unreadable("staff"), "the number of staff cannot be read"),
        ("cost", _unreadable("cost"), "the cost cannot be read"),
        (
            "postcode",
            pl.col("postcode").is_not_null() & postcode("postcode").is_null(),
            "the postcode is not a whole postcode",
        ),
    )
    return together(
        rows_where(rows, holds, column=column, reason=reason, mend="mend the cell")
        for column, holds, reason in found
    )


def _unreadable(column: str) -> pl.Expr:
    found = whole(column) if column == "places" else number(column)
    return pl.col(column).is_not_null() & ~(found >= 0).fill_null(False)


KIND: Final = Kind(
    name="council_list",
    title=TITLE,
    publisher="The council itself",
    licence="The council's own",
    fields=FIELDS,
    yields=("service", "unit_cost"),
    recognises=recognises,
    read=read,
)
