"""The region's files on disk, byte for byte the same each time."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Final

from carewright_engine.tables.practice.region import SEED, practice_region

# Publishers differ: one register is Windows-1252, one opens with a byte-order mark.
ENCODINGS: Final = {"datastore_2016": "cp1252", "datastore_2022": "utf-8-sig"}


def write_practice(folder: Path, seed: int = SEED) -> tuple[Path, ...]:
    """Every file of the region in its published format; returns where each was written."""
    region = practice_region(seed)
    written = []
    for name, frame in region.frames.items():
        written.append(_write(folder / name, frame.write_csv(), _encoding(name)))
    for name, outline in region.outlines.items():
        written.append(_write(folder / name, outline, "utf-8"))
    return tuple(sorted(written))


def _encoding(name: str) -> str:
    for part, encoding in ENCODINGS.items():
        if part in name:
            return encoding
    return "utf-8"


def _write(path: Path, text: str, encoding: str) -> Path:
    content = text.encode(encoding)
    if path.suffix == ".gz":
        content = gzip.compress(content, mtime=0)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
