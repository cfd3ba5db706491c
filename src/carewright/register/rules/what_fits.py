"""What a list of services must hold to in order to be kept; pure."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import polars as pl

from carewright_engine.tables.reading import UnreadableFile

LONGEST_NUMBER: Final = 100
LARGEST_FIGURE: Final = 1_000_000_000
FIGURES: Final = ("places", "beds")


def refuse_what_does_not_fit(services: Path) -> None:
    """Says which row holds a number or a figure that no service can have."""
    if not services.exists():
        return
    wanted = pl.col("service_id").str.len_chars() > LONGEST_NUMBER
    rows = pl.scan_parquet(services)
    too_long = rows.filter(wanted).select("source_row").head(1).collect()
    if too_long.height:
        raise UnreadableFile(
            f"Row {too_long.item():,}: the service's number is longer than {LONGEST_NUMBER} "
            "characters. Check that the right column was taken for it."
        )
    for column in FIGURES:
        too_large = rows.filter(pl.col(column) > LARGEST_FIGURE).select("source_row").head(1)
        if (found := too_large.collect()).height:
            raise UnreadableFile(
                f"Row {found.item():,}: the number of {column} is over a thousand million. Check "
                "that the right column was taken for it."
            )
