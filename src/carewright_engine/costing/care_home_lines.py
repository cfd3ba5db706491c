"""The lines in which a care home's costs are returned, and what provider's own words mean.

Fair cost of care exercise: guidance, annex B (Department of Health and Social Care, 2022); not
verified line by line.
"""

from __future__ import annotations

from typing import Final

from carewright_engine.costing.care_homes import Group, Line

LINES: Final = (
    *(
        Line(key, Group.STAFFING)
        for key in (
            "nursing staff", "care staff", "therapy staff", "activity staff", "management",
            "reception and administration", "chefs and cooks", "domestic staff", "maintenance",
            "other staff",
        )
    ),
    *(
        Line(key, Group.PREMISES)
        for key in ("fixtures and fittings", "repairs", "furniture and equipment", "other premises")
    ),
    *(
        Line(key, Group.SUPPLIES)
        for key in (
            "food", "cleaning", "medical supplies", "protective equipment", "office supplies",
            "insurance", "registration fees", "telephone and internet", "council tax", "utilities",
            "waste", "transport and activities", "other supplies",
        )
    ),
    *(
        Line(key, Group.HEAD_OFFICE)
        for key in ("central management", "support services", "recruitment and training",
                    "other head office")
    ),
    Line("return on operations", Group.RETURN_ON_OPERATIONS),
    Line("return on capital", Group.RETURN_ON_CAPITAL),
)  # fmt: skip
TYPES: Final = ("residential", "residential enhanced", "nursing", "nursing enhanced")
_KEYS: Final = frozenset(line.key for line in LINES)


def key_of(words: str) -> str | None:
    """The line that a return's own words name; None where they name none of the model."""
    plain = " ".join(words.casefold().split())
    return plain if plain in _KEYS else None


def lines_among(returned: frozenset[str]) -> tuple[Line, ...]:
    """The lines that at least one home returned: a line that nobody returned is no line."""
    return tuple(line for line in LINES if line.key in returned)
