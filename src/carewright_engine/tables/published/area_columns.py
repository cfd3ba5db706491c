"""Columns that hold area codes, whatever the year and the level in their names."""

from __future__ import annotations

from typing import Final

import polars as pl

from carewright_engine.tables.area_codes import CODE_PATTERN, area_code, area_kind
from carewright_engine.tables.issues import refuse_nonsense, rows_where
from carewright_engine.tables.reading import Field

# Level, two or four digits of the year of the codes, and "code" or "cd": dz11_code, lad23cd.
LEVELS: Final = (
    "dz|datazone|data_zone|lsoa|iz|intzone|intermediate_zone|hb|health_board|lhb|ltla|utla|lad|"
    "ca|la|laua|ctyua|council|council_area|local_authority|icb|sicbl|rgn|region|ctry|country|"
    "countries|ward|wd|area|gss|geography|hscp|integration_authority|ia|lgd"
)
CODE_PATTERNS: Final = (
    rf"(?:{LEVELS})(?:\d{{2}}|\d{{4}})?_?(?:code|cd)",
    r"feature_?code|refarea|ref_area|code",
    rf"(?:{LEVELS})(?:\d{{2}}|\d{{4}})?",
)
NAME_PATTERNS: Final = (
    rf"(?:{LEVELS})(?:\d{{2}}|\d{{4}})?_?(?:name|nm)",
    r"name",
)
PUBLISHED_CODE: Final = r"^(?:[ENSW]\d{8}|UK[C-N]|TL[C-N])$"

AREA_CODE: Final = Field(
    "area_code", CODE_PATTERNS, "codes of areas, such as S12000047 or S01006506", required=True
)
AREA_NAME: Final = Field("area_name", NAME_PATTERNS, "names of areas")


def with_area(rows: pl.DataFrame, header: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows with `area_code` and `area_kind`, and an issue for each code that is none."""
    sound = pl.col(header).str.strip_chars().str.contains(PUBLISHED_CODE)
    refuse_nonsense(rows, header, sound, "area codes such as S12000047 or S01006506")
    placed = rows.with_columns(area_code(header).alias("area_code")).with_columns(
        area_kind(pl.col("area_code")).alias("area_kind")
    )
    known = pl.col("area_kind").is_not_null() & pl.col("area_code").str.contains(CODE_PATTERN)
    issues = rows_where(
        placed,
        ~known.fill_null(False),
        column=header,
        reason="this is not an area code of the United Kingdom's statistics offices",
        mend="Give the nine-character code, such as S12000047.",
    )
    return placed, issues
