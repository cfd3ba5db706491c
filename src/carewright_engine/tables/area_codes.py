"""What the statistics office's nine-character area codes say, and how they have changed."""

from __future__ import annotations

from typing import Final

import polars as pl

CODE_PATTERN: Final = r"^[ENSW]\d{8}$"

# The first three characters name the kind of area (Register of Geographic Codes).
KIND_BY_PREFIX: Final = {
    "S01": "data_zone",
    "S02": "intermediate_zone",
    "S08": "health_board",
    "S12": "council",
    "S13": "locality",
    "S37": "integration_authority",
    "S92": "country",
    "E01": "lsoa",
    "E05": "locality",
    "E06": "council",
    "E07": "council",
    "E08": "council",
    "E09": "council",
    "E10": "council",
    "E12": "region",
    "E38": "locality",
    "E54": "icb",
    "E92": "country",
    "W01": "lsoa",
    "W05": "locality",
    "W06": "council",
    "W11": "health_board",
    "W92": "country",
    "N09": "council",
    "N92": "country",
    "K02": "country",
    "K03": "country",
    "K04": "country",
}

# Boundaries moved a little in 2018 and 2019, and the areas took new codes; figures published
# under the old ones belong to the same council, board or partnership.
SUCCESSOR: Final = {
    "S12000009": "S12000045",  # East Dunbartonshire
    "S12000015": "S12000047",  # Fife
    "S12000024": "S12000048",  # Perth and Kinross
    "S12000043": "S12000049",  # Glasgow City
    "S12000046": "S12000049",  # Glasgow City
    "S12000044": "S12000050",  # North Lanarkshire
    "S08000018": "S08000029",  # Fife
    "S08000027": "S08000030",  # Tayside
    "S08000021": "S08000031",  # Greater Glasgow and Clyde
    "S08000023": "S08000032",  # Lanarkshire
    "S37000014": "S37000032",  # Fife
    "S37000023": "S37000033",  # Perth and Kinross
    "S37000015": "S37000034",  # Glasgow City
    "S37000021": "S37000035",  # North Lanarkshire
}

# Statistical regions of the European nomenclature, still used by population projections.
ITL1_CODES: Final = {
    "UKC": "E12000001",
    "UKD": "E12000002",
    "UKE": "E12000003",
    "UKF": "E12000004",
    "UKG": "E12000005",
    "UKH": "E12000006",
    "UKI": "E12000007",
    "UKJ": "E12000008",
    "UKK": "E12000009",
    "UKL": "W92000004",
    "UKM": "S92000003",
    "UKN": "N92000002",
}
ITL1_CODES_SINCE_2021: Final = {"TL" + old[2]: code for old, code in ITL1_CODES.items()}


def current_code(code: str) -> str:
    """The code that an area goes by today."""
    return SUCCESSOR.get(code, code)


def kind_of_code(code: str) -> str | None:
    """The kind of area that a code names, or None when the code is not known."""
    return KIND_BY_PREFIX.get(code[:3])


def area_code(column: str) -> pl.Expr:
    """A column of codes as they stand today: trimmed, upper case, successors in place."""
    text = pl.col(column).str.strip_chars().str.to_uppercase()
    renamed = {**SUCCESSOR, **ITL1_CODES, **ITL1_CODES_SINCE_2021}
    return text.replace(renamed)


def area_kind(code: pl.Expr) -> pl.Expr:
    """The kind of area that each code names; null where the code is not known."""
    return code.str.slice(0, 3).replace_strict(
        KIND_BY_PREFIX, default=None, return_dtype=pl.String()
    )
