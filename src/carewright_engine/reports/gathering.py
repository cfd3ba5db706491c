"""Reads every published file of a folder that an analysis can use, and says what was left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import polars as pl

from carewright_engine.provision.groups import propose_groups
from carewright_engine.provision.inputs import Inputs, SourceRef
from carewright_engine.tables.kinds import KINDS, kind_of
from carewright_engine.tables.opening import open_published
from carewright_engine.tables.reading import Hints, Reading, UnreadableFile
from carewright_engine.tables.together import put_together

#: The canonical tables that an analysis of provision takes.
USED: Final = frozenset(
    {"area", "membership", "boundary", "population", "service", "grade", "capacity",
     "deprivation", "postcode", "unit_cost", "activity"}
)  # fmt: skip
ENDINGS: Final = (".csv", ".csv.gz", ".tsv", ".xlsx", ".xls", ".ods", ".geojson")

#: Told of each file as it is done: its name, how many are done, how many there are.
News = Callable[[str, int, int], None]


class NothingToAnalyse(Exception):
    """The folder holds no file that an analysis can use; the text says what would help."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a folder yielded: the inputs, the readings, and the files that were left alone."""

    inputs: Inputs
    readings: tuple[Reading, ...]
    left_alone: tuple[tuple[str, str], ...]  # file, why
    outlines: dict[str, str] = field(default_factory=dict)  # area code -> GeoJSON geometry


def gather(folder: Path, *, news: News = lambda *_: None) -> Gathered:
    """Reads the folder and those in it; a file that cannot be read stops nobody but itself."""
    files = sorted(f for f in folder.rglob("*") if f.is_file() and f.name.endswith(ENDINGS))
    readings: list[Reading] = []
    left: list[tuple[str, str]] = []
    with ThreadPoolExecutor(max_workers=2) as readers:
        for done, outcome in enumerate(readers.map(_read, files), start=1):
            name = str(files[done - 1].relative_to(folder))
            if isinstance(outcome, Reading):
                readings.append(outcome)
            else:
                left.append((name, outcome))
            news(name, done, len(files))
    if not any("service" in reading.tables for reading in readings):
        raise NothingToAnalyse(_what_is_missing(folder, left))
    frames = put_together(_stacked(readings))
    frames["provider_group"] = propose_groups(frames["service"])
    inputs = Inputs(frames=frames, sources=tuple(_sources(readings)))
    # The frames hold the rows now; kept twice they would take twice the memory.
    told = tuple(replace(reading, tables={}) for reading in readings)
    return Gathered(inputs, told, tuple(left), _outlines(frames))


def _read(file: Path) -> Reading | str:
    """The reading, or a sentence on why the file was left alone."""
    try:
        raw = open_published(file)
        kind = kind_of(raw)
        if not USED & set(kind.yields):
            return f"{kind.title}: not used by this analysis"
        return kind.read(raw, Hints(sexes_apart=False))
    except UnreadableFile as unreadable:
        return str(unreadable)


def _stacked(readings: Iterable[Reading]) -> dict[str, list[pl.DataFrame]]:
    """The rows of every file that the analysis uses, file by file, for each table."""
    parts: dict[str, list[pl.DataFrame]] = {}
    for reading in readings:
        for name, frame in reading.tables.items():
            if name in USED and frame.height:
                parts.setdefault(name, []).append(frame)
    return parts


def _sources(readings: Iterable[Reading]) -> Iterator[SourceRef]:
    for reading in readings:
        kind = KINDS[reading.kind]
        yield SourceRef(
            reading.source.sha256, reading.source.name, kind.name, kind.publisher, kind.licence,
            reading.as_at,
        )  # fmt: skip


def _outlines(frames: dict[str, pl.DataFrame]) -> dict[str, str]:
    found = frames.get("boundary")
    if found is None:
        return {}
    return dict(found.select("code", "geometry").unique("code", keep="first").iter_rows())


def _what_is_missing(folder: Path, left: list[tuple[str, str]]) -> str:
    seen = "".join(f"\n  {name}: {why}" for name, why in left[:10])
    return (
        f"{folder} holds no list of care services that can be read, such as the Care "
        f"Inspectorate's datastore or the CQC's care directory.{seen}"
    )
