"""A council's register of contracts, under whatever column names the council gives.

Nothing is lost: a row is kept, kept with doubts, or refused with a reason. A column that the
file lacks is told apart from a blank cell and from a value that cannot be read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
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
ROWS_AT_A_TIME: Final = 2_000
ROW_SCHEMA: Final = {name: of for name, of in CONTRACT.schema.items() if name != "dataset"}
EMPTY_ROW: Final = dict.fromkeys(ROW_SCHEMA)
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
    """One canonical contract for each row that names one.

    Rows are read some thousands at a time, so that no more of a long register is ever held as
    Python's own objects; what may stand twice is asked of all of them together.
    """
    matching = match_columns(raw.headers, FIELDS, hints)
    require(matching, TITLE)
    parts = [
        _part(replace(raw, rows=some), matching) for some in raw.rows.iter_slices(ROWS_AT_A_TIME)
    ]
    contracts = pl.concat(part.contracts for part in parts)
    in_themselves = pl.concat(part.doubtful for part in parts)
    doubtful = pl.concat([in_themselves, as_frame(repeated(contracts))])
    not_kept = pl.concat(part.refused for part in parts)
    return reading_of(
        KIND.name, raw, matching, {"contract": _with_doubts(contracts, doubtful)},
        doubtful=[as_the_file_calls_them(doubtful, matching)],
        refused=[as_the_file_calls_them(not_kept, matching)],
        notes=_notes(matching),
        as_at=hints.as_at or day_in_name(raw.source.name),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Part:
    """What some rows yield: contracts, doubts about them, and rows that are no contract."""

    contracts: pl.DataFrame
    doubtful: pl.DataFrame
    refused: pl.DataFrame


def _part(raw: RawTable, matching: Matching) -> _Part:
    """Days are read a column at a time, everything else a row at a time."""
    cells = by_meaning(raw, matching, FIELDS)
    contracts: list[dict[str, Any]] = []
    doubtful: list[Issue] = []
    not_kept: list[Issue] = []
    extra, vat = _extra(raw, matching), _vat_in(matching)
    for texts, days in zip(_tidy(cells), _days(cells), strict=True):
        number = int(texts["source_row"])
        if issue := refused(number, texts, matching.matched):
            not_kept.append(issue)
            continue
        row = read_row(number, texts, days, matching.matched)
        doubtful.extend(doubts(row, texts))
        contracts.append(_contract(row, extra.get(number, "{}"), vat))
    return _Part(
        pl.DataFrame(contracts, schema=ROW_SCHEMA, orient="row"), as_frame(doubtful),
        as_frame(not_kept),
    )  # fmt: skip


def _tidy(cells: pl.DataFrame) -> Iterator[dict[str, Any]]:
    """The rows as text, a postcode in its usual shape where it is one."""
    whole = cells.select(postcode("supplier_postcode")).to_series()
    for row, code in zip(cells.iter_rows(named=True), whole, strict=True):
        yield row if code is None else row | {"supplier_postcode": code}


def _days(cells: pl.DataFrame) -> Iterator[dict[str, Any]]:
    plain = cells.with_columns(
        pl.col(name).str.replace(r"(\d)(?:st|nd|rd|th)\b", "$1") for name in DAYS
    )
    return plain.select(day(name).alias(name) for name in DAYS).iter_rows(named=True)


def _contract(row: Row, extra: str, vat: str | None) -> dict[str, Any]:
    return {
        **EMPTY_ROW, **row.values, "vat": vat, "gaps": written(row.gaps), "extra": extra,
        "source_row": row.number,
    }  # fmt: skip


def _with_doubts(contracts: pl.DataFrame, doubtful: pl.DataFrame) -> pl.DataFrame:
    """Each contract with every reason to doubt it, in one text."""
    reasons = doubtful.group_by("source_row", maintain_order=True).agg(
        pl.col("reason").str.join("; ").alias("doubt")
    )
    is_clear = pl.col("doubt").is_null()
    counting = pl.when(is_clear).then(pl.lit("counted")).otherwise(pl.lit("doubtful"))
    counting = counting.alias("counting")
    # Rows and reasons are brought together apart from the texts, which are most of the memory.
    told = contracts.select("source_row").join(
        reasons, on="source_row", how="left", maintain_order="left"
    )
    return contracts.with_columns(told["doubt"], told.select(counting)["counting"])


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
