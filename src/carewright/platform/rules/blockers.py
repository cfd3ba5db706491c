"""Why something cannot be so, in words for whoever asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Blocker:
    """One reason against, and the question whose answer would have to change; none: no one's."""

    field: str
    says: str


class Blocked(Exception):
    """Something that the rules refuse, with each reason; its kinds say what it was."""

    def __init__(self, blockers: Sequence[Blocker]) -> None:
        super().__init__("; ".join(each.says for each in blockers))
        self.blockers = tuple(blockers)
