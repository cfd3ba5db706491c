"""A datastore whose columns hold what their names say; two swapped columns do not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import polars as pl

from carewright_engine.tables.cells import day, is_not_applicable, month, number, whole
from carewright_engine.tables.councils import is_outside_scotland, resolve_council
from carewright_engine.tables.issues import MOST, refuse_nonsense
from carewright_engine.tables.matching import Matching
from carewright_engine.tables.postcodes import postcode
from carewright_engine.tables.readers.care_inspectorate.standing import sector
from carewright_engine.tables.reading import RawTable, UnreadableFile

SERVICE_NUMBER: Final = r"^CS\d{6,12}$"
NUMBERED: Final = r"^(CS|SP)\d+$"
KIND_WORDS: Final = r"(?i)service|child|day care|agency|placement|accommodation|support|home"
# Columns of names that might be swapped with the councils'.
OTHER_NAMES: Final = ("town", "name", "provider_name", "subtype")
STATUS_WORDS: Final = r"(?i)^(active|inactive|cancel|propos|suspend|pending|registered|closed)"


def refuse_swapped(raw: RawTable, matching: Matching) -> None:
    """Refuse the file when most of a telling column holds something else."""
    rows = raw.rows
    for meaning, (words, is_sound) in TELLING.items():
        header = matching.header(meaning)
        if header is not None:
            refuse_nonsense(rows, header, is_sound(header), words)
    council = matching.header("council")
    if council is not None:
        refuse_nonsense(rows, council, _area_name(council), "names of councils")
        _refuse_councils_elsewhere(rows, council, matching)
    _refuse_swapped_grades(rows, matching)


def _service_number(header: str) -> pl.Expr:
    return pl.col(header).str.contains(SERVICE_NUMBER)


def _kind(header: str) -> pl.Expr:
    return pl.col(header).str.contains(KIND_WORDS) & ~pl.col(header).str.contains(r"\d")


def _name(header: str) -> pl.Expr:
    return pl.col(header).str.contains(r"[A-Za-z]{2}") & ~pl.col(header).str.contains(NUMBERED)


def _date(header: str) -> pl.Expr:
    return day(header).is_not_null() | month(header).is_not_null()


def _count(header: str) -> pl.Expr:
    return is_not_applicable(header) | number(header).is_not_null()


def _grade(header: str) -> pl.Expr:
    return is_not_applicable(header) | whole(header).is_between(1, 6)


# Each telling column: what it should hold, in words, and how to see that a cell does.
TELLING: Final[Mapping[str, tuple[str, Callable[[str], pl.Expr]]]] = {
    "service_id": ("service numbers such as CS2003000131", _service_number),
    "combined_with": ("service numbers such as CS2003000131", _service_number),
    "care_service": ("kinds of care service", _kind),
    "service_type": (
        "types of provider (private, voluntary, local authority, health board)",
        lambda header: sector(header).is_not_null(),
    ),
    "status": (
        "statuses such as Active or Inactive",
        lambda header: pl.col(header).str.contains(STATUS_WORDS),
    ),
    "postcode": ("postcodes", lambda header: postcode(header).is_not_null()),
    "registered": ("dates", _date),
    "inspected": ("dates", _date),
    "places": ("numbers of places", _count),
    "beds": ("numbers of beds", _count),
    "staff": ("numbers of staff", _count),
    "min_grade": ("grades from 1 to 6", _grade),
    "max_grade": ("grades from 1 to 6", _grade),
    "name": ("names", _name),
    "provider_name": ("names", _name),
}


def _area_name(header: str) -> pl.Expr:
    """Words: neither a number nor a date, a postcode or a register's number."""
    text = pl.col(header)
    return text.str.contains(r"[A-Za-z]{2}") & ~text.str.contains(r"\d")


def _refuse_councils_elsewhere(rows: pl.DataFrame, council: str, matching: Matching) -> None:
    """Names of councils that nobody knows may be a new region's, unless another column has them.

    Then the two columns were swapped: towns and providers are names too.
    """
    if _share_of_councils(rows, council) > MOST:
        return
    for meaning in OTHER_NAMES:
        header = matching.header(meaning)
        if header is not None and _share_of_councils(rows, header) > MOST:
            raise UnreadableFile(
                f'The column "{council}" holds names that are no councils\', and "{header}" holds '
                "councils. These two columns seem to be swapped: check them, or choose the right "
                "columns."
            )


def _share_of_councils(rows: pl.DataFrame, header: str) -> float:
    filled = rows[header].drop_nulls()
    known = int(filled.is_in(_council_names(rows, header)).sum())
    return known / filled.len() if filled.len() else 0.0


def _council_names(rows: pl.DataFrame, header: str) -> list[str]:
    names = rows[header].drop_nulls().unique().to_list()
    return [name for name in names if resolve_council(name) or is_outside_scotland(name)]


def _refuse_swapped_grades(rows: pl.DataFrame, matching: Matching) -> None:
    low, high = matching.header("min_grade"), matching.header("max_grade")
    if low is None or high is None:
        return
    graded = rows.filter(whole(low).is_not_null() & whole(high).is_not_null())
    backwards = graded.filter(whole(low) > whole(high))
    if backwards.height * 2 > graded.height:
        raise UnreadableFile(
            f'In {backwards.height:,} of {graded.height:,} rows the lowest grade ("{low}") is '
            f'above the highest ("{high}"). These two columns seem to be swapped: check them, or '
            "choose the right columns."
        )
