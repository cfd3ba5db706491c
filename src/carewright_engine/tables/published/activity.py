"""Official statistics on people and services, read into the activity table by a layout."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.issues import refuse_nonsense, rows_where
from carewright_engine.tables.matching import Matching, match_columns, require
from carewright_engine.tables.published.age_bands import age_band
from carewright_engine.tables.published.dimensions import with_dimensions, with_measure
from carewright_engine.tables.published.figures import (
    figure,
    is_absent,
    is_suppressed,
    is_unreadable,
)
from carewright_engine.tables.published.layout import Figure, Layout
from carewright_engine.tables.published.outcome import explained, reading_of, without
from carewright_engine.tables.published.places import AREAS_UNKNOWN, ESTIMATED, SUBMITTED_ONLY
from carewright_engine.tables.reading import Hints, Kind, RawTable, Reading

LICENCE: Final = "Open Government Licence v3.0"
KEY: Final = (
    "area_code",
    "area_name",
    "kind",
    "detail",
    "age_band",
    "sex",
    "starts_on",
    "ends_before",
    "period_kind",
    "measure",
)


def activity_kind(layout: Layout) -> Kind:
    """The kind of file that a layout describes."""

    def recognises(headers: tuple[str, ...], name: str) -> float:
        return explained(match_columns(headers, layout.fields, Hints()))

    def read(raw: RawTable, hints: Hints) -> Reading:
        return read_activity(layout, raw, hints)

    return Kind(
        layout.name,
        layout.title,
        layout.publisher,
        LICENCE,
        layout.fields,
        ("activity",),
        recognises,
        read,
    )


def read_activity(layout: Layout, raw: RawTable, hints: Hints) -> Reading:
    """One source row becomes one activity row for each of its figures."""
    matching = match_columns(raw.headers, layout.fields, hints)
    require(matching, layout.title)
    _refuse_swapped(layout, raw, matching)
    rows, doubtful, refused = with_dimensions(layout, raw.rows, matching)
    rows, no_measure = with_measure(layout, rows, matching)
    refused += [no_measure, *_unreadable(layout, rows, matching)]
    kept = without(rows, refused)
    frame = pl.concat(_figures(kept, each, layout, matching) for each in layout.figures)
    again = _repeats(frame, matching.matched[layout.location.meaning])
    refused.append(again)
    frame = without(frame, [again])
    notes = [*layout.notes, *([AREAS_UNKNOWN] if frame["area_code"].is_null().all() else [])]
    if layout.afterwards is not None:
        frame, found = layout.afterwards(frame)
        notes += found
    if layout.doubts is not None:
        doubtful.append(layout.doubts(frame))
    return reading_of(
        layout.name,
        raw,
        matching,
        {"activity": frame},
        doubtful=doubtful,
        refused=refused,
        notes=[*notes, *_notes_on_totals(frame)],
    )


def _refuse_swapped(layout: Layout, raw: RawTable, matching: Matching) -> None:
    """Figures that are words, or periods that are none, mean that columns changed places."""
    for each in layout.figures:
        header = matching.header(each.column.meaning)
        if header is not None:
            refuse_nonsense(raw.rows, header, ~is_unreadable(header), each.column.words)
    if layout.age is not None and layout.age.meaning in matching.matched:
        header = matching.matched[layout.age.meaning]
        bands = {text: age_band(text) for text in raw.rows[header].drop_nulls().unique()}
        known = [text for text, band in bands.items() if band is not None]
        refuse_nonsense(raw.rows, header, pl.col(header).is_in(known), layout.age.words)


def _unreadable(layout: Layout, rows: pl.DataFrame, matching: Matching) -> list[pl.DataFrame]:
    found = []
    for each in layout.figures:
        header = matching.header(each.column.meaning)
        if header is not None:
            wrong = is_unreadable(header) | (figure(header) < 0)
            found.append(
                rows_where(
                    rows,
                    wrong.fill_null(False),
                    column=header,
                    reason="this is not a figure that could be counted",
                    mend="Give a number, or the publisher's mark for a figure held back.",
                )
            )
    return found


def _figures(rows: pl.DataFrame, each: Figure, layout: Layout, matching: Matching) -> pl.DataFrame:
    header = matching.header(each.column.meaning)
    if header is None:
        return rows.head(0).select(_canonical(each, layout, pl.lit(None, pl.String), ""))
    return rows.select(_canonical(each, layout, pl.col(header), header))


def _canonical(each: Figure, layout: Layout, written: pl.Expr, header: str) -> list[pl.Expr]:
    value = figure(header) * each.times if header else pl.lit(None, pl.Float64)
    suppressed = is_suppressed(header) if header else pl.lit(False)
    absent = is_absent(header) if header else pl.lit(False)
    flag = (
        pl.when(suppressed)
        .then(pl.lit("suppressed"))
        .when(absent)
        .then(pl.lit("not_available"))
        .otherwise(pl.col("area_flag"))
    )
    long = bool(layout.measured)
    detail = pl.col("detail")
    if each.detail:
        detail = pl.concat_str(
            [pl.lit(each.detail), pl.col("detail").replace("", None)],
            separator="; ",
            ignore_nulls=True,
        )
    return [
        *(pl.col(name) for name in KEY if name not in ("detail", "measure")),
        pl.col("area_kind"),
        detail.alias("detail"),
        (pl.col("measure") if long else pl.lit(each.measure)).alias("measure"),
        value.alias("value"),
        (pl.col("rounded_to") if long else pl.lit(each.rounded_to, pl.Int64)).alias("rounded_to"),
        flag.alias("flag"),
        pl.col("source_row"),
    ]


def _repeats(frame: pl.DataFrame, header: str) -> pl.DataFrame:
    again = frame.filter(~pl.struct(KEY).is_first_distinct()).unique(
        "source_row", maintain_order=True
    )
    return rows_where(
        again.with_columns(pl.col("area_name").alias(header)),
        pl.lit(True),
        column=header,
        reason="an earlier row already gives this figure",
        mend="Keep the row that is right and remove the other.",
    )


def _notes_on_totals(frame: pl.DataFrame) -> list[str]:
    flags = set(frame["flag"].drop_nulls().unique())
    notes = []
    if ESTIMATED in flags:
        notes.append("Scotland's total is estimated by the publisher where councils sent nothing.")
    if SUBMITTED_ONLY in flags:
        notes.append(
            "Scotland's total is of the areas that submitted; it leaves out the others and is no "
            "figure for the nation."
        )
    if "suppressed" in flags:
        count = frame.filter(pl.col("flag") == "suppressed").height
        notes.append(f"{count:,} figures are held back by the publisher; they are not zero.")
    return notes
