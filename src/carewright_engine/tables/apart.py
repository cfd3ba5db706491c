"""Reading a file in a process of its own, so that a hostile file can hurt nobody else.

    python -m carewright_engine.tables.apart FILE FOLDER [--kind KIND] [--hints JSON]

The folder receives one Parquet file a canonical table, `doubtful.parquet`, `refused.parquet`,
`published.parquet` (the file's own cells as text, so that a row can be shown later without opening
the file again) and `reading.json`; or `unreadable.txt` with a sentence for the person who gave the
file, beside `recognised.json` where its columns could at least be told apart, and then the exit
code is 2. Whoever starts the process sets limits of memory and time.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import polars as pl

from carewright_engine.tables.kinds import kind_named, kind_of
from carewright_engine.tables.opening import open_published
from carewright_engine.tables.reading import Hints, Reading, SourceFile, UnreadableFile

UNREADABLE: Final = 2
ISSUES: Final = ("doubtful", "refused")
PUBLISHED: Final = "published"
#: Rows that are written at once: a group is held in memory a second time while it is packed.
ROWS_IN_A_GROUP: Final = 16_384


@dataclass(frozen=True, slots=True)
class Summary:
    """What a reading found, without its rows."""

    kind: str
    source: SourceFile
    headers: tuple[str, ...]
    tables: Mapping[str, int]  # canonical table -> rows
    rows_read: int
    rows_kept: int
    rows_doubtful: int
    rows_refused: int
    matched: Mapping[str, str]
    unmatched: tuple[str, ...]
    as_at: date | None
    notes: tuple[str, ...]


def read_into(file: Path, folder: Path, *, kind: str | None, hints: Hints) -> Summary:
    """Reads the file and writes what it yielded into the folder."""
    raw = open_published(file)
    folder.mkdir(parents=True, exist_ok=True)
    _write_recognised(folder, "", raw.headers)
    chosen = kind_of(raw) if kind is None else kind_named(kind)
    _write_recognised(folder, chosen.name, raw.headers)
    reading = chosen.read(raw, hints)
    published = {PUBLISHED: raw.rows}
    for name, frame in [*reading.tables.items(), *_issues(reading).items(), *published.items()]:
        frame.write_parquet(
            folder / f"{name}.parquet", compression="zstd", row_group_size=ROWS_IN_A_GROUP
        )
    summary = _summary(reading, raw.headers)
    (folder / "reading.json").write_text(json.dumps(asdict(summary), default=str, sort_keys=True))
    return summary


def summary_in(folder: Path) -> Summary:
    """The summary that `read_into` wrote."""
    plain: dict[str, Any] = json.loads((folder / "reading.json").read_text())
    plain["source"] = SourceFile(**plain["source"])
    for name in ("headers", "unmatched", "notes"):
        plain[name] = tuple(plain[name])
    plain["as_at"] = date.fromisoformat(plain["as_at"]) if plain["as_at"] else None
    return Summary(**plain)


def recognised_in(folder: Path) -> tuple[str, tuple[str, ...]]:
    """The kind and the columns of a file that was opened, even where no reader could read it."""
    file = folder / "recognised.json"
    if not file.exists():
        return "", ()
    plain = json.loads(file.read_text())
    return plain["kind"], tuple(plain["headers"])


def _write_recognised(folder: Path, kind: str, headers: tuple[str, ...]) -> None:
    """What a person needs who is asked to say what the columns mean."""
    (folder / "recognised.json").write_text(json.dumps({"kind": kind, "headers": headers}))


def hints_from(text: str) -> Hints:
    """Hints as JSON: {"as_at": "2022-03-31", "columns": {"places": "Registered_Places"}}."""
    plain = json.loads(text or "{}")
    as_at = plain.get("as_at")
    return Hints(
        as_at=date.fromisoformat(as_at) if as_at else None, columns=plain.get("columns") or {},
        usual=plain.get("usual") or {},
    )  # fmt: skip


def _issues(reading: Reading) -> dict[str, pl.DataFrame]:
    return {"doubtful": reading.doubtful, "refused": reading.refused}


def _summary(reading: Reading, headers: tuple[str, ...]) -> Summary:
    return Summary(
        kind=reading.kind,
        source=reading.source,
        headers=headers,
        tables={name: frame.height for name, frame in reading.tables.items()},
        rows_read=reading.rows_read,
        rows_kept=reading.rows_kept,
        rows_doubtful=reading.rows_doubtful,
        rows_refused=reading.rows_refused,
        matched=dict(reading.matched),
        unmatched=tuple(reading.unmatched),
        as_at=reading.as_at,
        notes=tuple(reading.notes),
    )


def main(arguments: list[str]) -> int:
    """The command line of the module."""
    parser = argparse.ArgumentParser(description="Read one published file.")
    parser.add_argument("file", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kind", default=None)
    parser.add_argument("--hints", default="{}")
    given = parser.parse_args(arguments)
    try:
        read_into(given.file, given.folder, kind=given.kind, hints=hints_from(given.hints))
    except UnreadableFile as unreadable:
        given.folder.mkdir(parents=True, exist_ok=True)
        (given.folder / "unreadable.txt").write_text(str(unreadable))
        return UNREADABLE
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
