"""How deprived areas are, the indicators behind it, and how urban or rural they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from carewright_engine.tables.issues import refuse_nonsense, rows_where
from carewright_engine.tables.matching import Matching, match_columns, normal, require
from carewright_engine.tables.published.area_columns import AREA_CODE, AREA_NAME, with_area
from carewright_engine.tables.published.figures import figure, is_suppressed, is_unreadable
from carewright_engine.tables.published.outcome import reading_of, without
from carewright_engine.tables.published.repeats import repeated
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading, UnreadableFile

PUBLISHER: Final = (
    "Scottish Government and the Ministry of Housing, Communities and Local Government"
)
LICENCE: Final = "Open Government Licence v3.0"
FIELDS: Final = (AREA_CODE, AREA_NAME)
FEWEST: Final = 3

# The index as a whole goes by several names; without one a measure is the index's own.
WHOLE_INDEX: Final = re.compile(r"^(?:simd|imd|overall)_?(?:\d{4}|\d{2})?(?:_?v2)?_?(?:country_?)?")
SUMMARY: Final = re.compile(
    r".*(?:rank|decile|quintile|vigintile|percentile|score|proportion|extent|"
    r"concentration|scale|nationally)(?:_of_.*)?|.*_rank_of_.*|(?:.*_)?proportion_of_.*"
)
MOST_DEPRIVED: Final = re.compile(
    r"^(.*?)proportion(?:_of_lso_?as_in_most_deprived_10_percent.*)?$"
)
INDICATORS: Final = re.compile(
    r"(?:income|employment|crime|overcrowded|nocentralheat)_(?:rate|count)|cif|alcohol|drug|smr|"
    r"depress|lbwt|emerg|attendance|attainment|no_qualifications|noquals|not_participating|"
    r"university|broadband|drive_(?:petrol|gp|post|primary|retail|secondary)|"
    r"pt_(?:gp|post|retail)|total_population|working_age_population"
)
FEWEST_INDICATORS: Final = 5

CLASS: Final = Field(
    "class",
    (
        r"ur_?6(?:_?fold)?(?:_?\d{4})?(?:_?code)?",
        r"urban_?rural_?6_?fold_?\d{0,4}",
        r"ruc\d{0,4}_?(?:code|cd)",
        r"urban_?rural_?(?:class|code)\w*",
    ),
    "urban-rural classes from 1 to 6",
    required=True,
)
WORDS: Final = Field(
    "words", (r"class(?:ification)?", r"ruc\d{0,4}_?(?:name|nm)"), "the class in words"
)
SIDE: Final = Field("side", (r"ruc\d{0,4}", r"urban_?rural"), "urban or rural")


def _measures(headers: Sequence[str]) -> dict[str, str]:
    """Headers that are measures of an index, each with its canonical name."""
    return {h: _measure(normal(h)) for h in headers if SUMMARY.fullmatch(normal(h))}


def _measure(plain: str) -> str:
    """'IMD_rank' is the index's rank; 'Proportion' its share of the most deprived tenth."""
    bare = WHOLE_INDEX.sub("", plain)
    if found := MOST_DEPRIVED.match(bare):
        bare = f"{found[1]}share_most_deprived"
    return bare


def _indicators(headers: Sequence[str]) -> dict[str, str]:
    return {h: normal(h) for h in headers if INDICATORS.fullmatch(normal(h))}


def _recognises_index(headers: tuple[str, ...], name: str) -> float:
    measures = _measures(headers)
    others = tuple(h for h in headers if h not in measures)
    has_code = not match_columns(others, FIELDS, Hints()).missing
    mostly = len(others) <= max(FEWEST, len(measures) // 2)
    return 0.9 if has_code and len(measures) >= FEWEST and mostly else 0.0


def _recognises_indicators(headers: tuple[str, ...], name: str) -> float:
    has_code = not match_columns(headers, FIELDS, Hints()).missing
    return 0.9 if has_code and len(_indicators(headers)) >= FEWEST_INDICATORS else 0.0


def _recognises_class(headers: tuple[str, ...], name: str) -> float:
    return 0.0 if match_columns(headers, (*FIELDS, CLASS), Hints()).missing else 0.9


def _read_index(raw: RawTable, hints: Hints) -> Reading:
    return _read_measures("deprivation", raw, hints, _measures)


def _read_indicators(raw: RawTable, hints: Hints) -> Reading:
    return _read_measures("deprivation_indicators", raw, hints, _indicators)


def _read_measures(
    kind: str, raw: RawTable, hints: Hints, find: Callable[[Sequence[str]], dict[str, str]]
) -> Reading:
    measures = find(raw.headers)
    matching = _matching(raw, hints, tuple(measures))
    if not measures:
        raise UnreadableFile(
            f"{raw.source.name} has no column with a rank, decile, score or share of an index of "
            "deprivation. Check that this is the file you meant."
        )
    index, note = _index_named(raw)
    rows, no_area = with_area(raw.rows, matching.matched["area_code"])
    refused = [no_area, *(_not_a_figure(rows, header) for header in measures)]
    kept = without(rows, refused)
    refused.append(repeated(kept, ("area_code",), "area"))
    kept = without(kept, refused)
    frame = _long(kept, measures, index)
    notes = [note, *_notes_on_gaps(kept, measures)]
    return reading_of(kind, raw, matching, {"deprivation": frame}, refused=refused, notes=notes)


def _matching(raw: RawTable, hints: Hints, measures: Sequence[str]) -> Matching:
    others = tuple(header for header in raw.headers if header not in measures)
    matching = match_columns(others, FIELDS, hints)
    require(matching, "an index of deprivation")
    return replace(matching, headers=raw.headers)


def _index_named(raw: RawTable) -> tuple[str, str]:
    """SIMD2020 or IMD2025 from the file's name, else from its columns."""
    for text in (raw.source.name, *raw.headers):
        if found := re.search(r"(simd|imd)[-_ ]?(\d{4})", text.lower()):
            index = f"{found[1].upper()}{found[2]}"
            return index, f"The index is {index}, from the name of the file or of a column."
    scottish = raw.rows.select(
        pl.any_horizontal(pl.all().cast(pl.String).str.contains(r"^S(?:01|12)\d{6}$")).any()
    ).item()
    index = "SIMD" if scottish else "IMD"
    return index, f"The file does not name the index's year; it is recorded as {index}."


def _long(rows: pl.DataFrame, measures: Mapping[str, str], index: str) -> pl.DataFrame:
    numbers = rows.select(
        "area_code",
        "area_kind",
        "source_row",
        *(figure(header).alias(measure) for header, measure in measures.items()),
    )
    return (
        numbers.unpivot(index=["area_code", "area_kind", "source_row"], variable_name="measure")
        .filter(pl.col("value").is_not_null())
        .with_columns(index=pl.lit(index))
    )


def _not_a_figure(rows: pl.DataFrame, header: str) -> pl.DataFrame:
    return rows_where(
        rows,
        is_unreadable(header),
        column=header,
        reason="this is not a number",
        mend="Give a number, or leave the cell blank.",
    )


def _notes_on_gaps(rows: pl.DataFrame, measures: Mapping[str, str]) -> list[str]:
    held_back = sum(int(rows.select(is_suppressed(h).sum()).item()) for h in measures)
    if not held_back:
        return []
    return [
        f"{held_back:,} figures are held back by the publisher and left out; they are not zero."
    ]


def _read_class(raw: RawTable, hints: Hints) -> Reading:
    matching = match_columns(raw.headers, (*FIELDS, CLASS, WORDS, SIDE), hints)
    require(matching, "an urban-rural classification")
    header = matching.matched["class"]
    in_range = figure(header).is_between(1, 8)
    refuse_nonsense(raw.rows, header, in_range, "urban-rural classes from 1 to 6")
    rows, no_area = with_area(raw.rows, matching.matched["area_code"])
    no_class = rows_where(
        rows,
        ~in_range.fill_null(False),
        column=header,
        reason="this is not an urban-rural class",
        mend="Give the class as a number from 1 (large urban) to 6 (remote rural).",
    )
    refused = [no_area, no_class]
    kept = without(rows, refused)
    refused.append(repeated(kept, ("area_code",), "area"))
    kept = without(kept, refused)
    index = f"URBAN_RURAL_{_year_of_class(raw, header)}"
    frame = kept.select(
        "area_code",
        "area_kind",
        "source_row",
        index=pl.lit(index),
        measure=pl.lit("class"),
        value=figure(header),
    )
    notes = [f"The classification is {index}; 1 is large urban, higher numbers are more rural."]
    return reading_of(
        "urban_rural", raw, matching, {"deprivation": frame}, refused=refused, notes=notes
    )


def _year_of_class(raw: RawTable, header: str) -> str:
    for text in (raw.source.name, header):
        if found := re.search(r"20\d{2}", text):
            return found[0]
    if found := re.search(r"ruc(\d{2})", normal(header)):
        return f"20{found[1]}"
    return "UNDATED"


def _kind(
    name: str,
    title: str,
    fields: tuple[Field, ...],
    recognises: Callable[[tuple[str, ...], str], float],
    read: Callable[[RawTable, Hints], Reading],
) -> Kind:
    return Kind(name, title, PUBLISHER, LICENCE, fields, ("deprivation",), recognises, read)


KINDS: Final = (
    _kind("deprivation", "Index of deprivation by area", FIELDS, _recognises_index, _read_index),
    _kind(
        "deprivation_indicators",
        "Indicators behind an index of deprivation",
        FIELDS,
        _recognises_indicators,
        _read_indicators,
    ),
    _kind(
        "urban_rural",
        "Urban-rural classification by area",
        (*FIELDS, CLASS, WORDS, SIDE),
        _recognises_class,
        _read_class,
    ),
)
