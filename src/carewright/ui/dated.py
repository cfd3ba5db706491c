"""Values that somebody outside set, always with their source and whether a person checked them."""

from __future__ import annotations

from typing import Final

from carewright.ui.rows import State, Tag
from carewright_engine.rules.dated import Dated
from carewright_engine.rules.rows import Checked

FLAGS: Final[dict[Checked, tuple[str, State]]] = {
    Checked.YES: ("Verified", "good"), Checked.NO: ("Not verified", "soon"),
    Checked.FROM_MEMORY: ("Not verified: from memory", "late"),
}  # fmt: skip


def flag(row: Dated) -> Tag:
    """Whether somebody has read the value in its source."""
    words, colour = FLAGS[row.checked]
    return Tag(words, colour)


def with_flag(row: Dated) -> str:
    """£11.44 an hour (not verified; National Minimum Wage Regulations 2015)."""
    words, _colour = FLAGS[row.checked]
    return f"{row.shown} ({words[0].lower()}{words[1:]}; {row.source})"
