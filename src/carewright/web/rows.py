"""What the inbox and the pages about the service print."""

from __future__ import annotations

from dataclasses import dataclass

from carewright.ui.rows import Tag


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that a search found."""

    text: str
    href: str
    beneath: str


@dataclass(frozen=True, slots=True)
class Pile:
    """What a search found of one kind; `more` leads to the rest, where there may be one."""

    name: str
    heading: str
    hits: tuple[Hit, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A line of a pile on the desk; `bar` is the width of its people's bar, in pixels."""

    text: str
    href: str
    beneath: str
    people: str
    bar: int
    when: str  # the deadline, or with whom it waits
    tag: Tag


@dataclass(frozen=True, slots=True)
class DeskPile:
    """One pile on the desk, with the headings of its columns."""

    id: str
    heading: str
    what: str
    when: str
    state: str
    rows: tuple[DutyRow, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for the officer, or for others: what, where, since when, its state."""

    text: str
    href: str
    beneath: str
    when: str
    tag: Tag
