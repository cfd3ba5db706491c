"""What is known before any lever: each part in every draw, and at its middle."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.scenarios.facts.missing import CannotProject
from carewright_engine.demand.scenarios.followed.effects import Followed
from carewright_engine.demand.scenarios.outlook import Amounts, Outlook

#: The parts of a projection that are uncertain, with what a page calls them.
PARTS: Final = {
    "population": "Population",
    "use": "Who uses it at each age",
    "each": "Hours for each person",
    "cost": "Cost of an hour or a place",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part: `drawn` has axes draw, year, area, band (any may be one long); `middle` no draw."""

    drawn: Array
    middle: Array

    def taken(self, *, uncertain: bool) -> Array:
        """Every draw of it, or its middle in a single draw."""
        return self.drawn if uncertain else self.middle[None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of support: people for each head, hours or places for each, pence for one."""

    unit: str
    use: Part
    each: Part
    cost: Part


@dataclass(frozen=True, slots=True)
class Known:
    """All of it, for the same areas, years and age bands.

    `uncounted` are the kinds of support that a lever wants and no file counts, each with why.
    """

    areas: tuple[str, ...]
    years: tuple[int, ...]
    bands: tuple[str, ...]
    draws: int
    population: Part
    kinds: Mapping[str, Kind]
    variants: Mapping[str, Array] = field(default_factory=dict)
    followed: Followed | None = None
    uncounted: Mapping[str, CannotProject] = field(default_factory=dict)

    def outlook(self, uncertain: Collection[str] = tuple(PARTS)) -> Outlook:
        """As things are now, with the parts named uncertain and the others at their middle."""
        people = self.population.taken(uncertain="population" in uncertain)
        kinds = {
            name: Amounts(
                unit=kind.unit,
                people=people * kind.use.taken(uncertain="use" in uncertain),
                each=kind.each.taken(uncertain="each" in uncertain),
                pence=kind.cost.taken(uncertain="cost" in uncertain),
            )
            for name, kind in self.kinds.items()
        }
        return Outlook(
            self.areas, self.years, self.bands, self.draws, kinds, self.variants, self.followed
        )
