"""Why something cannot be done, in words that a page shows as they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Blocker:
    """One reason; `where` names the section of the paper or the question that would mend it."""

    where: str
    says: str
