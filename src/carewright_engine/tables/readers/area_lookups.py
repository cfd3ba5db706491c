"""Which larger areas a small one belongs to: data zone to council, LSOA to board, and so on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import polars as pl

from carewright_engine.tables.area_codes import area_code, area_kind
from carewright_engine.tables.issues import refuse_nonsense, rows_where
from carewright_engine.tables.matching import Matching, match_columns, normal, require
from carewright_engine.tables.published.area_columns import (
    CODE_PATTERNS,
    LEVELS,
    PUBLISHED_CODE,
)
from carewright_engine.tables.published.outcome import reading_of, without
from carewright_engine.tables.published.repeats import repeated
from carewright_engine.tables.reading import Field, Hints, Kind, RawTable, Reading

LEVEL: Final = re.compile(
    rf"(?P<level>{LEVELS})(?P<year>\d{{2}}|\d{{4}})?_?(?P<what>code|cd|name|nm)?(?P<other>_nhs|w)?"
)
CODE: Final = ("code", "cd", "")
NAME: Final = ("name", "nm")

SMALLER: Final = Field(
    "area_code", CODE_PATTERNS, "codes of the smaller areas, such as S01006506", required=True
)
LARGER: Final = Field(
    "parent_code", CODE_PATTERNS, "codes of a larger area, such as S12000047", required=True
)


def _recognises(headers: tuple[str, ...], name: str) -> float:
    """A table of nothing but codes and names of areas, with two levels or more."""
    if any(LEVEL.fullmatch(normal(header)) is None for header in headers):
        return 0.0
    return 0.95 if len(_code_columns(headers)) >= 2 else 0.0


def _code_columns(headers: Sequence[str]) -> dict[str, str]:
    """Headers that hold codes, each with what its level and year are called."""
    found = {header: LEVEL.fullmatch(normal(header)) for header in headers}
    return {
        header: f"{match['level']}{match['year'] or ''}"
        for header, match in found.items()
        if match and (match["what"] or "") in CODE and not match["other"]
    }


def _name_columns(headers: Sequence[str]) -> dict[str, str]:
    """What a level and year are called, with the header that holds its names."""
    found = {header: LEVEL.fullmatch(normal(header)) for header in headers}
    return {
        f"{match['level']}{match['year'] or ''}": header
        for header, match in found.items()
        if match and match["what"] in NAME and not match["other"]
    }


def _read(raw: RawTable, hints: Hints) -> Reading:
    smaller, larger = _levels(raw, hints)
    rows = raw.rows.with_columns(
        area_code(header).alias(f"code of {header}") for header in (smaller, *larger)
    )
    refused = [_not_a_code(rows, header) for header in (smaller, *larger)]
    kept = without(rows, refused)
    refused.append(repeated(kept, (f"code of {smaller}",), "area"))
    kept = without(kept, refused)
    membership = pl.concat(_membership(kept, smaller, header) for header in larger)
    tables = {"membership": membership}
    areas = _named_areas(kept, raw.headers, (smaller, *larger))
    if areas is not None:
        tables["area"] = areas
    used = {smaller, *larger, *(_name_columns(raw.headers).values())}
    matching = Matching(
        {"area_code": smaller, "parent_code": larger[0]},
        tuple(header for header in raw.headers if header not in used),
        (),
        raw.headers,
    )
    notes = _notes(kept, smaller, larger)
    return reading_of("area_lookup", raw, matching, tables, refused=refused, notes=notes)


def _levels(raw: RawTable, hints: Hints) -> tuple[str, list[str]]:
    """The column of the smaller areas, and those of the larger ones.

    The smaller areas are the most numerous; columns that hold no codes are left alone.
    """
    chosen = match_columns(raw.headers, (SMALLER, LARGER), hints)
    require(chosen, KIND.title)
    codes = list(_code_columns(raw.headers)) or list(chosen.matched.values())
    different = {header: raw.rows[header].n_unique() for header in codes}
    smaller = hints.columns.get("area_code") or max(codes, key=lambda h: different[h])
    refuse_nonsense(raw.rows, smaller, _is_code(smaller), "area codes such as S01006506")
    larger = [header for header in codes if header != smaller]
    for header in larger:
        refuse_nonsense(raw.rows, header, _is_code(header), "area codes such as S12000047")
    return smaller, larger


def _is_code(header: str) -> pl.Expr:
    return pl.col(header).str.strip_chars().str.contains(PUBLISHED_CODE)


def _not_a_code(rows: pl.DataFrame, header: str) -> pl.DataFrame:
    kind = area_kind(pl.col(f"code of {header}"))
    return rows_where(
        rows,
        ~(_is_code(header) & kind.is_not_null()).fill_null(False),
        column=header,
        reason="this is not an area code of the United Kingdom's statistics offices",
        mend="Give the nine-character code, such as S12000047.",
    )


def _membership(rows: pl.DataFrame, smaller: str, larger: str) -> pl.DataFrame:
    """An area that is both levels at once, such as a unitary council, belongs to nothing here."""
    code, parent = pl.col(f"code of {smaller}"), pl.col(f"code of {larger}")
    return rows.filter(code != parent).select(
        code.alias("code"),
        area_kind(code).alias("kind"),
        parent.alias("parent_code"),
        area_kind(parent).alias("parent_kind"),
        "source_row",
    )


def _named_areas(
    rows: pl.DataFrame, headers: Sequence[str], levels: Sequence[str]
) -> pl.DataFrame | None:
    """Each area that the file names, once, with the first row that names it."""
    codes, names = _code_columns(headers), _name_columns(headers)
    named = [(header, names[codes[header]]) for header in levels if codes.get(header) in names]
    if not named:
        return None
    frames = [
        rows.select(
            pl.col(f"code of {header}").alias("code"),
            area_kind(pl.col(f"code of {header}")).alias("kind"),
            pl.col(name).alias("name"),
            "source_row",
        )
        for header, name in named
    ]
    return pl.concat(frames).unique(["code", "kind"], keep="first", maintain_order=True)


def _notes(rows: pl.DataFrame, smaller: str, larger: Sequence[str]) -> list[str]:
    notes = []
    for header in larger:
        same = rows.filter(pl.col(f"code of {smaller}") == pl.col(f"code of {header}")).height
        if same:
            notes.append(
                f'{same:,} rows name one area under both "{smaller}" and "{header}": it is its own '
                "upper level, so no membership is recorded."
            )
    return notes


KIND: Final = Kind(
    name="area_lookup",
    title="Look-up from smaller to larger areas",
    publisher="Office for National Statistics and National Records of Scotland",
    licence="Open Government Licence v3.0",
    fields=(SMALLER, LARGER),
    yields=("membership", "area"),
    recognises=_recognises,
    read=_read,
)
