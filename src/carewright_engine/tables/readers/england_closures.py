"""Care homes in England with how they ended: closed by the regulator, closed, or still open."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.issues import refuse_nonsense, rows_where
from carewright_engine.tables.matching import Matching, match_columns, require
from carewright_engine.tables.published.figures import figure, is_unreadable
from carewright_engine.tables.published.outcome import explained, reading_of, without
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading

BEDS: Final = Field("beds", (r"care_?homes?_?beds|beds",), "numbers of beds", required=True)
YEAR: Final = Field("year", (r"year(?:_location)?(?:_end|_ended|_closed)?",), "the year it ended")
INVOLUNTARY: Final = Field(
    "involuntary",
    (r"(?:forced|involuntary)_closures?(?:_\w+)?",),
    "1 where the regulator closed the home, 0 where it did not",
    required=True,
)
CLOSED: Final = Field("closed", (r"closed(?:_complete(?:ly)?)?",), "1 where the home closed")
OWNERSHIP: Final = Field("ownership", (r"ownership|sector",), "kinds of owners", required=True)
RATINGS: Final = (
    Field("inadequate", (r"inadequate",), "1 where rated inadequate"),
    Field("requires_improvement", (r"requires_?improvement",), "1 where it requires improvement"),
    Field("good", (r"good",), "1 where rated good"),
    Field("outstanding", (r"outstanding",), "1 where rated outstanding"),
)
LEFT_ALONE: Final = tuple(
    Field(name, (name,), "")
    for name in (
        "individual_partnership",
        "company",
        "age",
        "dementia",
        "nurse",
        "mental_health",
        "detained",
        "disabled",
        "missing_quality",
    )
)
FIELDS: Final = (BEDS, YEAR, INVOLUNTARY, CLOSED, OWNERSHIP, *RATINGS)
OWNERS: Final = {
    "for-profit": "for_profit",
    "for profit": "for_profit",
    "local authority": "council",
    "council": "council",
    "third sector": "third_sector",
    "voluntary": "third_sector",
}
WORDS: Final = {
    "inadequate": "Inadequate",
    "requires_improvement": "Requires improvement",
    "good": "Good",
    "outstanding": "Outstanding",
}


def _recognises(headers: tuple[str, ...], name: str) -> float:
    """A row a home: the published sums by year also have beds and forced closures."""
    matching = match_columns(headers, (*FIELDS, *LEFT_ALONE), Hints())
    return explained(matching) if "closed" in matching.matched else 0.0


def _read(raw: RawTable, hints: Hints) -> Reading:
    matching = match_columns(raw.headers, FIELDS, hints)
    require(matching, KIND.title)
    involuntary, beds, ownership = (
        matching.matched[name] for name in ("involuntary", "beds", "ownership")
    )
    refuse_nonsense(raw.rows, involuntary, _said(involuntary).is_not_null(), "0 or 1")
    refuse_nonsense(raw.rows, beds, ~is_unreadable(beds), "numbers of beds")
    owner = _owner(ownership)
    refuse_nonsense(raw.rows, ownership, owner.is_not_null(), "kinds of owners, such as For-profit")
    refused = [_says_nothing(raw.rows, involuntary), _no_number(raw.rows, beds)]
    kept = without(raw.rows, refused).with_columns(
        home=pl.col("source_row") - 1,
        year=_year(matching),
        involuntary=_said(involuntary),
        closed=_closed(matching, involuntary),
        ownership_class=owner,
        rating=_rating(matching),
        bed_count=figure(beds).cast(pl.Int64),
    )
    doubtful = [_not_closed_for_good(kept, matching), _unknown_owner(kept, ownership)]
    frame = kept.select(
        "home",
        "year",
        "involuntary",
        "closed",
        "rating",
        "source_row",
        beds="bed_count",
        ownership="ownership_class",
    )
    return reading_of(
        KIND.name,
        raw,
        matching,
        {"closure": frame},
        doubtful=doubtful,
        refused=refused,
        notes=["Homes have no identifiers in this file; a home is known by its row."],
    )


def _said(header: str) -> pl.Expr:
    """1 is yes and 0 is no; a blank is not known."""
    value = figure(header)
    return pl.when(value == 1).then(True).when(value == 0).then(False)


def _owner(header: str) -> pl.Expr:
    plain = pl.col(header).str.to_lowercase()
    return plain.replace_strict(OWNERS, default=None, return_dtype=pl.String())


def _year(matching: Matching) -> pl.Expr:
    header = matching.header("year")
    return figure(header).cast(pl.Int64) if header else pl.lit(None, pl.Int64)


def _closed(matching: Matching, involuntary: str) -> pl.Expr:
    """A home that the regulator closed is closed, whatever the other column says."""
    header = matching.header("closed")
    said = _said(header) if header else pl.lit(None, pl.Boolean)
    return said | _said(involuntary)


def _rating(matching: Matching) -> pl.Expr:
    rating = pl.lit(None, pl.String)
    for field in RATINGS:
        header = matching.header(field.meaning)
        if header is not None:
            rating = pl.when(_said(header)).then(pl.lit(WORDS[field.meaning])).otherwise(rating)
    return rating


def _says_nothing(rows: pl.DataFrame, header: str) -> pl.DataFrame:
    return rows_where(
        rows,
        _said(header).is_null(),
        column=header,
        reason="the row does not say whether the regulator closed the home",
        mend="Give 1 or 0.",
    )


def _no_number(rows: pl.DataFrame, header: str) -> pl.DataFrame:
    return rows_where(
        rows,
        is_unreadable(header) | (figure(header) < 0).fill_null(False),
        column=header,
        reason="this is not a number of beds",
        mend="Give a whole number, or leave the cell blank.",
    )


def _not_closed_for_good(rows: pl.DataFrame, matching: Matching) -> pl.DataFrame:
    header = matching.header("closed")
    wrong = (pl.col("involuntary") & ~_said(header)) if header else pl.lit(False)
    return rows_where(
        rows,
        wrong.fill_null(False),
        column=header or "",
        reason="the regulator closed it, but it is not marked as closed for good",
        mend="Check whether another provider registered the same home.",
    )


def _unknown_owner(rows: pl.DataFrame, header: str) -> pl.DataFrame:
    return rows_where(
        rows,
        pl.col("ownership_class").is_null(),
        column=header,
        reason="the kind of owner is not known",
        mend="Give For-profit, Local Authority or Third sector.",
    )


KIND: Final = Kind(
    name="england_closures",
    title="Care homes in England and how they ended",
    publisher="Care Quality Commission, compiled by researchers",
    licence="Open Government Licence v3.0",
    fields=FIELDS,
    yields=("closure",),
    recognises=_recognises,
    read=_read,
)
