"""The files of a folder that a projection can use: first those that say what can be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import polars as pl

from carewright_engine.provision.inputs import Inputs, SourceRef
from carewright_engine.reports.gathering import ENDINGS
from carewright_engine.tables.kinds import KINDS, kind_of
from carewright_engine.tables.opening import open_head, open_published
from carewright_engine.tables.reading import Hints, Reading, UnreadableFile
from carewright_engine.tables.together import put_together

#: Tables that tell which areas there are, and which years of which support are counted.
TELL_WHAT_CAN_BE_ASKED: Final = frozenset({"area", "membership", "activity"})
USED: Final = TELL_WHAT_CAN_BE_ASKED | {"population", "population_rate", "population_band"}
WHOLE_AREAS: Final = ("council", "country")


News = Callable[[str, int, int], None]


@dataclass(slots=True)
class Gathered:
    """What was read so far, by each file's place: where two hold one row, the first stands."""

    files: list[Path]
    news: News
    found: dict[int, Reading] = field(default_factory=dict)
    done: int = 0

    def read(self, places: Iterable[int]) -> Inputs:
        """Reads these files as well; all together, whatever the order in which they were read."""
        wanted = list(places)
        with ThreadPoolExecutor(max_workers=2) as readers:
            read = readers.map(_read, (self.files[place] for place in wanted))
            for place, reading in zip(wanted, read, strict=True):
                self.done += 1
                self.news(self.files[place].name, self.done, len(self.files))
                if reading is not None:
                    self.found[place] = reading
        return self._together()

    def _together(self) -> Inputs:
        in_order = [self.found[place] for place in sorted(self.found)]
        stacked: dict[str, list[pl.DataFrame]] = {}
        for reading in in_order:
            for name, frame in reading.tables.items():
                if name in USED and frame.height:
                    stacked.setdefault(name, []).append(frame)
        return Inputs(put_together(stacked), tuple(_source(each) for each in in_order))


def _source(reading: Reading) -> SourceRef:
    kind = KINDS[reading.kind]
    return SourceRef(
        reading.source.sha256, reading.source.name, kind.name, kind.publisher, kind.licence,
        reading.as_at,
    )  # fmt: skip


def read_inputs(folder: Path, *, news: News = lambda *_: None) -> Inputs:
    """Every file of the folder that a projection can use, women and men apart."""
    *_, whole = read_in_turn(folder, news=news)
    return whole


def read_in_turn(folder: Path, *, news: News = lambda *_: None) -> Iterator[Inputs]:
    """What can be asked, from the files that tell it; then, when asked to go on, everything.

    Files of people by single year of age are the long ones, and no question is refused by them.
    """
    files = sorted(f for f in folder.rglob("*") if f.is_file() and f.name.endswith(ENDINGS))
    first = [place for place, file in enumerate(files) if _tells_what_can_be_asked(file)]
    gathered = Gathered(files, news)
    yield gathered.read(first)
    yield gathered.read(place for place in range(len(files)) if place not in first)


def _tells_what_can_be_asked(file: Path) -> bool:
    """By the head of the file alone; one that only the whole file tells of is read later."""
    try:
        return bool(TELL_WHAT_CAN_BE_ASKED & set(kind_of(open_head(file)).yields))
    except UnreadableFile:
        return False


def _read(file: Path) -> Reading | None:
    try:
        raw = open_published(file)
        kind = kind_of(raw)
        if not USED & set(kind.yields):
            return None
        found = kind.read(raw, Hints())
    except UnreadableFile:
        return None
    return replace(found, tables=dict(_whole_areas(found.tables.items())))


def _whole_areas(
    tables: Iterable[tuple[str, pl.DataFrame]],
) -> Iterator[tuple[str, pl.DataFrame]]:
    """Councils and nations; data zones by age and sex would take most of the memory."""
    for name, frame in tables:
        people = name in ("population", "population_band")
        yield name, frame.filter(pl.col("area_kind").is_in(WHOLE_AREAS)) if people else frame
