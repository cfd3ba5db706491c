"""Reads every register of contracts in a folder, and says what was left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import polars as pl

from carewright_engine.tables.kinds import kind_of
from carewright_engine.tables.opening import open_published
from carewright_engine.tables.reading import Hints, Reading, UnreadableFile
from carewright_engine.variety.contracts import Contract, contracts_of

ENDINGS: Final = (".csv", ".csv.gz", ".tsv", ".xlsx", ".xls", ".ods")
MOSTLY: Final = 0.5  # a buyer named in more rows than this is whose register it is
News = Callable[[str, int, int], None]


class NoRegisters(Exception):
    """The folder holds no register of contracts; the text says what was seen."""


@dataclass(frozen=True, slots=True)
class Registers:
    """Contracts of all the registers, whose each is, and the files that were left alone."""

    contracts: tuple[Contract, ...]
    readings: tuple[tuple[str, Reading], ...]  # council, without its rows
    left_alone: tuple[tuple[str, str], ...]  # file, why


def gather_registers(folder: Path, *, news: News = lambda *_: None) -> Registers:
    """Every file of the folder and of those in it; one that cannot be read stops only itself."""
    files = sorted(f for f in folder.rglob("*") if f.is_file() and f.name.endswith(ENDINGS))
    contracts: list[Contract] = []
    readings: list[tuple[str, Reading]] = []
    left: list[tuple[str, str]] = []
    for done, file in enumerate(files, start=1):
        outcome = _read(file)
        if isinstance(outcome, Reading):
            table = outcome.tables["contract"]
            council = whose(table, file.name)
            contracts.extend(contracts_of(table, {outcome.source.sha256: council}))
            readings.append((council, replace(outcome, tables={})))
        else:
            left.append((str(file.relative_to(folder)), outcome))
        news(file.name, done, len(files))
    if not readings:
        raise NoRegisters(_nothing(folder, left))
    return Registers(tuple(contracts), tuple(readings), tuple(left))


def _read(file: Path) -> Reading | str:
    """The reading, or a sentence on why the file was left alone."""
    try:
        raw = open_published(file)
        kind = kind_of(raw)
        if "contract" not in kind.yields:
            return f"{kind.title}: no register of contracts"
        return kind.read(raw, Hints())
    except UnreadableFile as unreadable:
        return str(unreadable)


def whose(table: pl.DataFrame, file_name: str) -> str:
    """The buyer that most rows name; else the file's own name."""
    buyers = table["buyer_name"].drop_nulls().value_counts(sort=True)
    if buyers.height and buyers["count"][0] > MOSTLY * table.height:
        return str(buyers["buyer_name"][0])
    return file_name.split(".")[0].replace("_", " ")


def _nothing(folder: Path, left: Iterable[tuple[str, str]]) -> str:
    seen = "".join(f"\n  {name}: {why}" for name, why in list(left)[:10])
    return f"{folder} holds no register of contracts that can be read.{seen}"
