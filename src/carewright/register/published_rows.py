"""Rows of a published file as they stand there, so that a figure can be traced to its source."""

from __future__ import annotations

import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

import polars as pl
from django.core.files.storage import default_storage

from carewright.register.rows import PublishedRow
from carewright_engine.tables.opening import open_published

#: Rows shown on one page; the file itself can be downloaded whole.
MOST_ROWS = 200


def rows_of_file(stored_as: str, name: str, numbers: tuple[int, ...]) -> list[PublishedRow]:
    """The rows with these numbers, cells that hold something only."""
    table = _opened(stored_as, Path(name).name)
    wanted = table.filter(pl.col("source_row").is_in(list(numbers[:MOST_ROWS])))
    return [
        PublishedRow(
            row.pop("source_row"),
            tuple((column, str(value)) for column, value in row.items() if value is not None),
        )
        for row in wanted.iter_rows(named=True)
    ]


@lru_cache(maxsize=4)
def _opened(stored_as: str, name: str) -> pl.DataFrame:
    # It was opened in a process of its own when it was read; what passed there is safe here.
    with tempfile.TemporaryDirectory(prefix="carewright-rows-") as folder:
        file = Path(folder) / name
        with default_storage.open(stored_as) as kept, file.open("wb") as copy:
            shutil.copyfileobj(kept, copy)
        return open_published(file).rows
