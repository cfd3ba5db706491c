"""What an analysis of provision is given: published tables and what people have confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from carewright_engine.tables.columns import Table
from carewright_engine.tables.schemas import TABLES


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A published file that figures rest on."""

    sha256: str
    name: str
    kind: str
    publisher: str
    licence: str
    as_at: date | None = None


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a person has decided where the files only propose.

    `public` maps a service to its confirmed class (council, council_company, health_board), or
    to None when a person found that it is not publicly run. A group is used as proposed unless
    it stands in `groups_undone`.
    """

    public: Mapping[str, str | None] = field(default_factory=dict)
    groups_confirmed: frozenset[str] = frozenset()
    groups_undone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Inputs:
    """Canonical frames by table name, and the files they were read from.

    Several snapshots of `service` may be stacked. The optional frame `provider_group` holds
    groups of providers (see `groups.GROUPS`); without it they are proposed from the lists.
    """

    frames: Mapping[str, pl.DataFrame]
    sources: tuple[SourceRef, ...] = ()
    confirmed: Confirmed = field(default_factory=Confirmed)

    def has(self, table: str) -> bool:
        """Whether any row of the table was given."""
        frame = self.frames.get(table)
        return frame is not None and frame.height > 0

    def frame(self, table: str) -> pl.DataFrame:
        """The rows of the table; none when the table was not given."""
        frame = self.frames.get(table)
        known: Table | None = TABLES.get(table)
        if frame is not None:
            return frame
        return known.empty() if known else pl.DataFrame()
