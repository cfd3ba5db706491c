"""Companies that councils own and registers file as private, from a dated reference list."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from carewright_engine.tables.names import plain_name


@dataclass(frozen=True, slots=True)
class CouncilCompany:
    """A care company that a council owned from a day until a day, as far as known."""

    name: str
    council: str
    starts_on: date | None
    ends_before: date | None
    source: str
    verified: bool

    def owned_on(self, day: date) -> bool:
        """Whether the council owned it on that day, an unknown bound counting as open."""
        begun = self.starts_on is None or self.starts_on <= day
        return begun and (self.ends_before is None or day < self.ends_before)


@cache
def council_companies() -> tuple[CouncilCompany, ...]:
    """The list as it ships; a person confirms each service that it proposes."""
    place = files("carewright_engine.tables") / "reference" / "council_owned_companies.csv"
    with place.open("r", encoding="utf-8") as rows:
        return tuple(
            CouncilCompany(
                name=row["name"],
                council=row["council"],
                starts_on=date.fromisoformat(row["from"]) if row["from"] else None,
                ends_before=date.fromisoformat(row["to"]) if row["to"] else None,
                source=row["source"],
                verified=row["verified"] == "yes",
            )
            for row in csv.DictReader(rows)
        )


def council_companies_on(day: date) -> dict[str, CouncilCompany]:
    """The companies owned on a day, by their plain name."""
    return {plain_name(c.name): c for c in council_companies() if c.owned_on(day)}
