"""Kinds of thing that stand in the ledger of activity, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: What was found and decided, apart from the care that was then given.
DECISIONS: Final[Mapping[str, str]] = {
    "assessment": "What you need was looked at",
    "support_plan": "A plan for your support was made",
    "budget_set": "Money for your support was agreed",
    "review": "Your support was looked at again",
}


def in_words(kind: str) -> str:
    """As a screen says it."""
    return kind.replace("_", " ").capitalize()
