"""What the inbox and the pages about the service print."""

from __future__ import annotations

from dataclasses import dataclass

from carewright.ui.rows import Tag


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for the officer, or for others: what, where, since when, its state."""

    text: str
    href: str
    beneath: str
    when: str
    tag: Tag
