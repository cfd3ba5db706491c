"""How the record's events are named by whichever stage keeps the thing, as far as one may see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import Final
from uuid import UUID

from django.urls import reverse

from carewright.attest.api import Named, Subject
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.rows import Link

Ids = Collection[UUID]
#: Some things are known by why they are done, which may be told at length.
LONGEST: Final = 140


@dataclass(frozen=True, slots=True)
class Thing:
    """What an event is about: its id, its reference and title, and whose page tells of it."""

    id: UUID
    text: str
    page: UUID | None = None  # its own unless told


@dataclass(frozen=True, slots=True)
class Kind:
    """Things of a kind: the act without which nobody sees them, their page, and their names."""

    act: Act
    route: str
    named: Callable[[Ids, platform.Officer], Iterator[Thing]]


def named_by(
    kinds: Mapping[str, Kind], subjects: Collection[Subject], officer: platform.Officer
) -> Named:
    """The subjects that the officer may see, each by its reference and with the way to it."""
    wanted: dict[str, set[UUID]] = defaultdict(set)
    for kind, key in subjects:
        if kind in kinds and platform.may(officer, kinds[kind].act) and (found := _id(key)):
            wanted[kind].add(found)
    return {
        (kind, str(each.id)): Link(
            shorten(each.text, LONGEST, placeholder="…"),
            reverse(kinds[kind].route, args=[each.page or each.id]),
        )
        for kind, ids in wanted.items()
        for each in kinds[kind].named(ids, officer)
    }


def _id(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None
