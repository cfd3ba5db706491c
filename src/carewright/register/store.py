"""Canonical rows kept outside the database, each file under the digest of its bytes.

A file is written before the transaction that names it, so a killed import leaves at worst a
file that nobody names; it never leaves a name without its file.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final

import polars as pl
from django.core.files.storage import default_storage

from carewright_engine.tables.apart import PUBLISHED

__all__ = ["PUBLISHED", "copy_into", "frame_kept_as", "keep", "rows_in", "rows_kept_as"]

#: File systems allow 255 bytes to a name; a letter may need four.
LONGEST_NAME: Final = 200


def keep(parquet: Path) -> tuple[str, str]:
    """Keeps a Parquet file; its digest, and where it is kept."""
    with parquet.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    place = f"tables/{digest[:2]}/{digest}.parquet"
    target = Path(default_storage.path(place))
    if not target.exists():
        _put_whole(parquet, target)
    return digest, place


def _put_whole(source: Path, target: Path) -> None:
    """Puts a file in its place at once, so that a killed process leaves no half of it there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix="half-", delete=False) as half:
        with source.open("rb") as file:
            shutil.copyfileobj(file, half)
        half.flush()
        os.fsync(half.fileno())
    Path(half.name).chmod(0o644)
    Path(half.name).replace(target)


def rows_in(parquet: Path) -> int:
    """How many rows a Parquet file says that it holds."""
    counted: int = pl.scan_parquet(parquet).select(pl.len()).collect().item()
    return counted


@lru_cache(maxsize=64)
def frame_kept_as(place: str) -> pl.DataFrame:
    """The rows kept there. What is kept under a digest never changes, so it is read once."""
    with default_storage.open(place) as kept:
        return pl.read_parquet(BytesIO(kept.read()))


def rows_kept_as(place: str, numbers: list[int]) -> pl.DataFrame:
    """A few of the rows kept there, by their numbers in the file that they came from."""
    with default_storage.open(place) as kept:
        rows = pl.scan_parquet(BytesIO(kept.read()))
        return rows.filter(pl.col("source_row").is_in(numbers)).collect()


def copy_into(folder: Path, *, stored_as: str, name: str) -> Path:
    """A kept file under the name it was given, as readers take dates from names."""
    shortened = Path(name).name.encode()[-LONGEST_NAME:].decode(errors="ignore")
    file = folder / (shortened or "file")
    with default_storage.open(stored_as) as kept, file.open("wb") as copy:
        shutil.copyfileobj(kept, copy)
    return file
