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
class Waiting:
    """Something that waits for the officer, or for others: what, where, since when, its state."""

    text: str
    href: str
    beneath: str
    when: str
    tag: Tag
