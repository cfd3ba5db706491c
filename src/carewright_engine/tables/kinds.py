"""Every kind of published file that can be read, found by looking at the readers themselves."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from carewright_engine.tables import readers
from carewright_engine.tables.opening import open_published
from carewright_engine.tables.reading import Hints, Kind, RawTable, Reading, UnreadableFile

SURE: Final = 0.6  # below this the file is not taken for the kind without being told
CLOSE: Final = 0.05  # two kinds this near to each other cannot be told apart by headers


def _declared() -> Iterator[Kind]:
    """The `KIND` or `KINDS` of each module in `readers`: one new module is one new kind."""
    for module in pkgutil.iter_modules(readers.__path__):
        reader = importlib.import_module(f"{readers.__name__}.{module.name}")
        if hasattr(reader, "KIND"):
            yield reader.KIND
        yield from getattr(reader, "KINDS", ())


def _registry() -> Mapping[str, Kind]:
    kinds: dict[str, Kind] = {}
    for kind in sorted(_declared(), key=lambda kind: kind.name):
        if kind.name in kinds:
            raise ValueError(f"two readers declare the kind {kind.name!r}")
        kinds[kind.name] = kind
    return MappingProxyType(kinds)


KINDS: Final[Mapping[str, Kind]] = _registry()


def recognise(raw: RawTable) -> tuple[tuple[Kind, float], ...]:
    """The kinds that a file may be, best first; kinds that it cannot be are left out."""
    scored = [(kind, kind.recognises(raw.headers, raw.source.name)) for kind in KINDS.values()]
    likely = [(kind, score) for kind, score in scored if score > 0]
    return tuple(sorted(likely, key=lambda pair: (-pair[1], pair[0].name)))


def kind_named(name: str) -> Kind:
    """The kind of this name, or a sentence with the names there are."""
    if name not in KINDS:
        raise UnreadableFile(f'There is no kind of file "{name}". Kinds: {", ".join(KINDS)}.')
    return KINDS[name]


def kind_of(raw: RawTable) -> Kind:
    """The one kind that the file surely is."""
    likely = recognise(raw)
    if not likely or likely[0][1] < SURE:
        columns = ", ".join(f'"{header}"' for header in raw.headers[:6])
        nearest = f" It is nearest to {likely[0][0].title}." if likely else ""
        raise UnreadableFile(
            f"{raw.source.name} is not a kind of file that is known: its columns begin {columns}."
            f"{nearest} Say which kind it is, or check that it is the file you meant."
        )
    if len(likely) > 1 and likely[0][1] - likely[1][1] < CLOSE:
        raise UnreadableFile(
            f"{raw.source.name} could be {likely[0][0].title} ({likely[0][0].name}) or "
            f"{likely[1][0].title} ({likely[1][0].name}). Say which it is."
        )
    return likely[0][0]


def read_published(path: Path, *, kind: str | None = None, hints: Hints | None = None) -> Reading:
    """Open a published file, recognise it unless told what it is, and read it."""
    raw = open_published(path)
    chosen = kind_named(kind) if kind is not None else kind_of(raw)
    return chosen.read(raw, hints if hints is not None else Hints())
