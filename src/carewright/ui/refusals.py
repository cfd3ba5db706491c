"""What somebody asked for and did not get: each reason, and the question that would mend it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol


class Reason(Protocol):
    """Why something cannot be so, and the name of its question; none: it is about the whole."""

    @property
    def field(self) -> str: ...

    @property
    def says(self) -> str: ...


class Refusal(Exception):
    """Something that the rules refuse, with each reason; its kinds say what it was."""

    between: ClassVar = "; "  # reasons; a kind whose reasons are whole sentences has a space

    def __init__(self, blockers: Sequence[Reason]) -> None:
        super().__init__(self.between.join(each.says for each in blockers))
        self.blockers = tuple(blockers)
