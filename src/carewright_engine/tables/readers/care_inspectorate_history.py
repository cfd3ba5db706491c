"""The Care Inspectorate over time: gradings by inspection, spells on the register, changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import polars as pl

from carewright_engine.tables.cells import day
from carewright_engine.tables.issues import refuse_nonsense, rows_where, rows_with_issues, together
from carewright_engine.tables.matching import (
    as_the_file_calls_them,
    by_meaning,
    match_columns,
    normal,
    require,
    share_matched,
)
from carewright_engine.tables.readers.care_inspectorate.fields import GRADED
from carewright_engine.tables.readers.care_inspectorate.gradings import (
    QUESTIONS,
    grade_of,
    grades,
)
from carewright_engine.tables.readers.care_inspectorate.soundness import SERVICE_NUMBER
from carewright_engine.tables.reading import (
    ROW_ISSUES,
    Field,
    Hints,
    Kind,
    RawTable,
    Reading,
)

SERVICE_ID: Final = Field("service_id", (r"cs_?(number|no)", r"casenumber"), "service number", True)
SERIES: Final = (
    SERVICE_ID,
    Field("graded", (r"publication_of_latest_gradings?",), "the day of grading", True),
    Field("inspected", (r"last_inspection(_date)?",), "the day of inspection"),
    *GRADED,
)
SPELLS: Final = (
    SERVICE_ID,
    Field("first_seen", (r"first_seen",), "the first month seen", True),
    Field("last_seen", (r"last_seen",), "the last month seen", True),
    Field("left_register", (r"left_register",), "whether it left the register", True),
)
CHANGES: Final = (
    SERVICE_ID,
    Field("snapshot", (r"snapshot(_date)?",), "the month of the snapshot", True),
    Field("status", (r"service_?status",), "the status", True),
)


def _recognises(
    fields: tuple[Field, ...], without: frozenset[str] = frozenset()
) -> Callable[[tuple[str, ...], str], float]:
    """A score for files that hold all of a few telling columns and none of another kind's."""

    def score(headers: tuple[str, ...], file_name: str) -> float:
        plain = {normal(header) for header in headers}
        complete = share_matched(headers, fields) == 1.0
        return 0.95 if complete and not plain & without else 0.0

    return score


def read_series(raw: RawTable, hints: Hints) -> Reading:
    """Every grading that was published, with the day on which it was."""
    matching = match_columns(raw.headers, SERIES, hints)
    require(matching, GRADE_SERIES.title)
    number, graded = matching.matched["service_id"], matching.matched["graded"]
    sound = pl.col(number).str.contains(SERVICE_NUMBER)
    refuse_nonsense(raw.rows, number, sound, "service numbers such as CS2003000131")
    refuse_nonsense(raw.rows, graded, day(graded).is_not_null(), "dates")
    rows = by_meaning(raw, matching, SERIES).with_columns(
        dataset=pl.lit(raw.source.sha256), as_at=day("graded")
    )
    refused = _refused(rows)
    kept = rows.filter(~pl.col("source_row").is_in(refused["source_row"].to_list()))
    doubtful = _doubtful(kept)
    return Reading(
        kind=GRADE_SERIES.name,
        source=raw.source,
        tables={"grade": grades(kept)},
        rows_read=rows.height,
        rows_kept=kept.height,
        rows_doubtful=rows_with_issues(doubtful),
        rows_refused=rows_with_issues(refused),
        doubtful=as_the_file_calls_them(doubtful, matching),
        refused=as_the_file_calls_them(refused, matching),
        matched=matching.matched,
        unmatched=matching.unmatched,
        as_at=max(kept["as_at"].to_list(), default=None),
        notes=("Each grade is dated by the publication of its inspection.",),
    )


def _refused(rows: pl.DataFrame) -> pl.DataFrame:
    sound = pl.col("service_id").str.contains(SERVICE_NUMBER).fill_null(False)
    return together(
        (
            rows_where(
                rows,
                ~sound,
                column="service_id",
                reason="there is no service number",
                mend="check the row: it may be a note below the table",
            ),
            rows_where(
                rows,
                sound & pl.col("as_at").is_null(),
                column="graded",
                reason="the day of the grading is blank or not a date",
                mend="enter the day on which the grading was published",
            ),
        )
    )


def _doubtful(rows: pl.DataFrame) -> pl.DataFrame:
    return together(
        rows_where(
            rows,
            pl.col(question).is_not_null() & grade_of(question).is_null(),
            column=question,
            reason="the grade is not between 1 and 6 and was left out",
            mend="enter the grade",
        )
        for question in QUESTIONS
    )


def _kind(
    name: str,
    title: str,
    fields: tuple[Field, ...],
    read: Callable[[RawTable, Hints], Reading],
    *,
    yields: tuple[str, ...] = (),
    without: frozenset[str] = frozenset(),
) -> Kind:
    return Kind(
        name=name,
        title=title,
        publisher="Care Inspectorate",
        licence="Open Government Licence v3.0",
        fields=fields,
        yields=yields,
        recognises=_recognises(fields, without),
        read=read,
    )


def _recorded(name: str, title: str, fields: tuple[Field, ...], purpose: str) -> Kind:
    """A kind of file that is kept as evidence and that no table is taken from."""

    def read(raw: RawTable, hints: Hints) -> Reading:
        matching = match_columns(raw.headers, fields, hints)
        require(matching, title)
        return Reading(
            kind=name,
            source=raw.source,
            tables={},
            rows_read=raw.rows.height,
            rows_kept=raw.rows.height,
            rows_doubtful=0,
            rows_refused=0,
            doubtful=ROW_ISSUES.to_frame(),
            refused=ROW_ISSUES.to_frame(),
            matched=matching.matched,
            unmatched=matching.unmatched,
            notes=(f"{purpose} It is kept as a record; no figure of this version uses it.",),
        )

    return _kind(name, title, fields, read)


GRADE_SERIES: Final = _kind(
    "care_inspectorate_gradings",
    "Care Inspectorate gradings by inspection",
    SERIES,
    read_series,
    yields=("grade",),
    without=frozenset({"careservice", "serviceprovider", "servicestatus", "snapshot"}),
)
SERVICE_SPELLS: Final = _recorded(
    "care_inspectorate_spells",
    "Care Inspectorate services by first and last month seen",
    SPELLS,
    "The file says when each service was first and last seen on the register, for studies of "
    "closure; many that left were registered again under a new provider.",
)
CHANGE_LOG: Final = _recorded(
    "care_inspectorate_changes",
    "Care Inspectorate changes of services by month",
    CHANGES,
    "The file has a row whenever a service's places, staff, grades, provider or status changed, "
    "for studies of change over time.",
)
KINDS: Final = (GRADE_SERIES, SERVICE_SPELLS, CHANGE_LOG)
