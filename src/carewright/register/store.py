"""Canonical rows kept outside the database, each file under the digest of its bytes.

A file is written before the transaction that names it, so a killed import leaves at worst a
file that nobody names; it never leaves a name without its file.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import polars as pl
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


def keep(parquet: Path) -> tuple[str, str]:
    """Keeps a Parquet file; its digest, and where it is kept."""
    content = parquet.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    place = f"tables/{digest[:2]}/{digest}.parquet"
    if not default_storage.exists(place):
        default_storage.save(place, ContentFile(content))
    return digest, place


@lru_cache(maxsize=64)
def frame_kept_as(place: str) -> pl.DataFrame:
    """The rows kept there. What is kept under a digest never changes, so it is read once."""
    with default_storage.open(place) as kept:
        return pl.read_parquet(BytesIO(kept.read()))
