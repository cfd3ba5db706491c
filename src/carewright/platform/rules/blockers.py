"""Why something cannot be so, in words for whoever asked for it."""

from __future__ import annotations

from dataclasses import dataclass

from carewright.ui.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Blocker:
    """One reason against, and the question whose answer would have to change; none: no one's."""

    field: str
    says: str


class Blocked(Refusal):
    """Something that the rules refuse; its kinds say what it was."""
