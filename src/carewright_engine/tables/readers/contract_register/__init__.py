"""A council's register of contracts, under whatever column names the council gives.

Nothing is lost: a row is kept, kept with doubts, or refused with a reason. A column that the
file lacks is told apart from a blank cell and from a value that cannot be read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import polars as pl

from carewright_engine.tables.cells import day
from carewright_engine.tables.contract_schema import CONTRACT
from carewright_engine.tables.dating import day_in_name
from carewright_engine.tables.gaps import written
from carewright_engine.tables.matching import (
    Matching,
    as_the_file_calls_them,
    by_meaning,
    match_columns,
    normal,
    require,
)
from carewright_engine.tables.postcodes import postcode
from carewright_engine.tables.published.outcome import reading_of
from carewright_engine.tables.readers.contract_register.doubts import (
    Issue,
    as_frame,
    doubts,
    refused,
    repeated,
)
from carewright_engine.tables.readers.contract_register.fields import DAYS, FIELDS
from carewright_engine.tables.readers.contract_register.register_rows import Row, read_row
from carewright_engine.tables.reading import Hints, Kind, RawTable, Reading

TITLE: Final = "a register of contracts"
#: A list of contracts has some of these beside titles and suppliers.
TELLING: Final = ("reference", "start", "end", "total", "annual", "procedure", "review_on")
LEAST_TELLING: Final = 2
EXCLUDING: Final = re.compile(r"(?:ex|excl|excluding|without|net_of)_vat")
INCLUDING: Final = re.compile(r"(?:inc|incl|including|with)_vat")


def recognises(headers: tuple[str, ...], file_name: str) -> float:
    """Titles, suppliers, and at least two of what else tells contracts from other lists."""
    matching = match_columns(headers, FIELDS, Hints())
    telling = sum(field in matching.matched for field in TELLING)
    if matching.missing or telling < LEAST_TELLING:
        return 0.0
    named = any(re.search(r"contract|agreement|supplier", normal(header)) for header in headers)
    return 0.95 if named else 0.7


def read(raw: RawTable, hints: Hints) -> Reading:
    """One canonical contract for each row that names one."""
    matching = match_columns(raw.headers, FIELDS, hints)
    require(matching, TITLE)
    cells = by_meaning(raw, matching, FIELDS)
    kept, not_kept = _apart(cells, matching)
    rows = list(_rows(kept, matching))
    texts = {row["source_row"]: row for row in kept.iter_rows(named=True)}
    found = [issue for row in rows for issue in doubts(row, texts[row.number])]
    doubtful = as_frame([*found, *repeated(rows)])
    contracts = _contracts(rows, doubtful, _extra(raw, matching), _vat_in(matching))
    return reading_of(
        KIND.name, raw, matching, {"contract": contracts},
        doubtful=[as_the_file_calls_them(doubtful, matching)],
        refused=[as_the_file_calls_them(as_frame(not_kept), matching)],
        notes=_notes(matching),
        as_at=hints.as_at or day_in_name(raw.source.name),
    )  # fmt: skip


def _apart(cells: pl.DataFrame, matching: Matching) -> tuple[pl.DataFrame, list[Issue]]:
    """The rows that are contracts, and why others are none."""
    judged = (
        refused(row["source_row"], row, matching.matched) for row in cells.iter_rows(named=True)
    )
    issues = [issue for issue in judged if issue is not None]
    out = [number for number, *_ in issues]
    return cells.filter(~pl.col("source_row").is_in(out)), issues


def _rows(cells: pl.DataFrame, matching: Matching) -> Iterable[Row]:
    """Days are read a column at a time, everything else a row at a time."""
    plain = cells.with_columns(
        pl.col(name).str.replace(r"(\d)(?:st|nd|rd|th)\b", "$1") for name in DAYS
    )
    days = plain.select(day(name).alias(name) for name in DAYS)
    whole = cells.select(postcode("supplier_postcode")).to_series()
    pairs = zip(cells.iter_rows(named=True), days.iter_rows(named=True), whole, strict=True)
    for row, on, code in pairs:
        tidy = row if code is None else row | {"supplier_postcode": code}
        yield read_row(row["source_row"], tidy, on, matching.matched)


def _contracts(
    rows: list[Row], doubtful: pl.DataFrame, extra: Mapping[int, str], vat: str | None
) -> pl.DataFrame:
    reasons = doubtful.group_by("source_row", maintain_order=True).agg(pl.col("reason"))
    why: dict[int, list[str]] = dict(reasons.iter_rows())
    return pl.DataFrame(
        [_contract(row, why.get(row.number, []), extra.get(row.number, "{}"), vat) for row in rows],
        schema={name: dtype for name, dtype in CONTRACT.schema.items() if name != "dataset"},
        orient="row",
    )


def _contract(row: Row, why: list[str], extra: str, vat: str | None) -> dict[str, Any]:
    return {
        **dict.fromkeys(CONTRACT.schema), **row.values, "vat": vat,
        "counting": "doubtful" if why else "counted", "doubt": "; ".join(why) or None,
        "gaps": written(row.gaps), "extra": extra, "source_row": row.number,
    }  # fmt: skip


def _extra(raw: RawTable, matching: Matching) -> dict[int, str]:
    """What stands in columns that nothing was read from, as found."""
    found = raw.rows.select(*matching.unmatched, "source_row").iter_rows(named=True)
    return {
        row["source_row"]: json.dumps(
            {name: row[name] for name in matching.unmatched if row[name] is not None},
            ensure_ascii=False,
        )
        for row in found
    }


def _vat_in(matching: Matching) -> str | None:
    """Whether values are with or without VAT, where a column's name says so."""
    for field in ("total", "annual"):
        header = normal(matching.matched.get(field, ""))
        if EXCLUDING.search(header):
            return "excluded"
        if INCLUDING.search(header):
            return "included"
    return None


def _notes(matching: Matching) -> list[str]:
    absent = [field.words for field in FIELDS if field.meaning not in matching.matched]
    kept = f"Columns kept as found: {', '.join(matching.unmatched)}." if matching.unmatched else ""
    lacking = f"Not in the file: {'; '.join(absent)}." if absent else ""
    return [note for note in (lacking, kept) if note]


KIND: Final = Kind(
    name="contract_register",
    title="A council's register of contracts",
    publisher="The council itself",
    licence="Open Government Licence where published; else the council's own",
    fields=FIELDS,
    yields=("contract",),
    recognises=recognises,
    read=read,
)
