"""Areas as statistics name them: councils in any spelling, Scotland estimated or only in part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import polars as pl

from carewright_engine.tables.area_codes import CODE_PATTERN, current_code, kind_of_code
from carewright_engine.tables.councils import (
    HEALTH_BOARDS,
    INTEGRATION_AUTHORITIES,
    plain_area_name,
    resolve_council,
)
from carewright_engine.tables.issues import rows_where

NATIONS: Final = {
    "scotland": "S92000003",
    "england": "E92000001",
    "wales": "W92000004",
    "northern ireland": "N92000002",
}
# Scotland's total is either estimated for councils that sent nothing, or leaves them out.
ESTIMATED: Final = "estimated"
SUBMITTED_ONLY: Final = "submitted_only"
AREAS_UNKNOWN: Final = (
    "No area's name is known by heart: areas are told from the look-ups given beside this file."
)

_BOARDS: Final = {plain_area_name(board.name): board.code for board in HEALTH_BOARDS}
_AUTHORITIES: Final = {
    plain_area_name(authority.name): authority.code
    for authority in INTEGRATION_AUTHORITIES
    if len(authority.councils) > 1
}


@dataclass(frozen=True, slots=True)
class Place:
    """An area as published, with its code when it is known."""

    code: str | None
    kind: str
    flag: str | None = None


def place(text: str) -> Place:
    """The area that a name or a code means; its code is None when nobody can tell."""
    name = " ".join(text.split())
    if re.fullmatch(CODE_PATTERN, name.upper()):
        code = current_code(name.upper())
        return Place(code, kind_of_code(code) or "council")
    nation, rest = _nation(name.lower())
    if nation is not None:
        return Place(nation, "country", _flag_of_total(rest))
    code_of_council = resolve_council(name)
    if code_of_council is not None:
        return Place(code_of_council, "council")
    return _other_place(name)


def _nation(name: str) -> tuple[str | None, str]:
    for nation, code in NATIONS.items():
        if re.match(rf"{nation}\b", name):
            return code, name[len(nation) :]
    return None, ""


def _flag_of_total(rest: str) -> str | None:
    if "estimate" in rest:
        return ESTIMATED
    return SUBMITTED_ONLY if "submitted" in rest else None


def _other_place(name: str) -> Place:
    if name.upper().startswith("NHS "):
        board = _BOARDS.get(plain_area_name(name[4:]))
        return Place(board, "health_board")
    authority = _AUTHORITIES.get(plain_area_name(name))
    return Place(authority, "integration_authority" if authority else "council")


def with_place_named(rows: pl.DataFrame, header: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows with the area's code, kind, published name and flag; unknown ones are doubtful.

    A file in which no area is known is a new region's, told from look-ups of its own.
    """
    names = rows[header].drop_nulls().unique(maintain_order=True).to_list()
    found = [(name, place(name)) for name in names]
    known = pl.DataFrame(
        [(name, each.code, each.kind, name, each.flag) for name, each in found],
        schema={
            header: pl.String,
            "area_code": pl.String,
            "area_kind": pl.String,
            "area_name": pl.String,
            "area_flag": pl.String,
        },
        orient="row",
    )
    placed = rows.join(known, on=header, how="left", maintain_order="left")
    some_known = any(each.code for _, each in found)
    issues = rows_where(
        placed,
        pl.lit(some_known) & pl.col("area_code").is_null() & pl.col(header).is_not_null(),
        column=header,
        reason="no area of this name or code is known, so the figures belong to no area",
        mend="Write the council's usual name or its nine-character code.",
    )
    return placed, issues
