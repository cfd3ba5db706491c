"""A datastore whose columns hold what their names say; two swapped columns do not."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.cells import day, is_not_applicable, number, whole
from carewright_engine.tables.councils import is_outside_scotland, resolve_council
from carewright_engine.tables.issues import refuse_nonsense
from carewright_engine.tables.matching import Matching
from carewright_engine.tables.postcodes import postcode
from carewright_engine.tables.readers.care_inspectorate.standing import sector
from carewright_engine.tables.reading import RawTable, UnreadableFile

SERVICE_NUMBER: Final = r"^CS\d{6,12}$"
KIND_WORDS: Final = r"(?i)service|child|day care|agency|placement|accommodation|support|home"
STATUS_WORDS: Final = r"(?i)^(active|inactive|cancel|propos|suspend|pending|registered|closed)"


def refuse_swapped(raw: RawTable, matching: Matching) -> None:
    """Refuse the file when most of a telling column holds something else."""
    rows = raw.rows
    for meaning, words in TELLING.items():
        header = matching.header(meaning)
        if header is not None:
            refuse_nonsense(rows, header, _sound(rows, meaning, header), words)
    _refuse_swapped_grades(rows, matching)


TELLING: Final = {
    "service_id": "service numbers such as CS2003000131",
    "combined_with": "service numbers such as CS2003000131",
    "care_service": "kinds of care service",
    "service_type": "types of provider (private, voluntary, local authority, health board)",
    "status": "statuses such as Active or Inactive",
    "postcode": "postcodes",
    "council": "names of Scottish councils",
    "registered": "dates",
    "places": "numbers of places",
    "beds": "numbers of beds",
    "staff": "numbers of staff",
    "min_grade": "grades from 1 to 6",
    "max_grade": "grades from 1 to 6",
    "name": "names",
    "provider_name": "names",
}


def _sound(rows: pl.DataFrame, meaning: str, header: str) -> pl.Expr:
    text = pl.col(header)
    numeric = is_not_applicable(header) | number(header).is_not_null()
    rules = {
        "service_id": text.str.contains(SERVICE_NUMBER),
        "combined_with": text.str.contains(SERVICE_NUMBER),
        "care_service": text.str.contains(KIND_WORDS) & ~text.str.contains(r"\d"),
        "service_type": sector(header).is_not_null(),
        "status": text.str.contains(STATUS_WORDS),
        "postcode": postcode(header).is_not_null(),
        "council": text.is_in(_council_names(rows, header)),
        "registered": day(header).is_not_null() | text.str.contains(r"^\d{4}_\d{1,2}$"),
        "min_grade": is_not_applicable(header) | whole(header).is_between(1, 6),
        "max_grade": is_not_applicable(header) | whole(header).is_between(1, 6),
        "name": text.str.contains(r"[A-Za-z]{2}") & ~text.str.contains(r"^(CS|SP)\d+$"),
        "provider_name": text.str.contains(r"[A-Za-z]{2}") & ~text.str.contains(r"^(CS|SP)\d+$"),
    }
    return rules.get(meaning, numeric)


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
