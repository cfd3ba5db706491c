"""What all levers have in common: a name, evidence, when they begin and whom they reach."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Annotated, Any, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.draws import stream
from carewright_engine.demand.scenarios.evidence import Evidence
from carewright_engine.demand.scenarios.outlook import Outlook
from carewright_engine.demand.scenarios.uncertain import Uncertain

Name = Annotated[str, Field(min_length=3, max_length=120)]
Year = Annotated[int, Field(ge=2000, le=2100)]


class UnknownInOutlook(ValueError):
    """A lever names an area, an age band or a kind of support that is not projected."""

    def __init__(self, field: str, said: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{field} names {said}; known are {', '.join(known)}.")
        self.field, self.said, self.known = field, said, known


class Lever(BaseModel, ABC):
    """Something a commissioner may change. Years are financial years, named by their first."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    name: Name
    evidence: Evidence
    from_year: Year
    full_from: Year
    areas: tuple[str, ...] = ()
    bands: tuple[str, ...] = ()
    _held: bool = PrivateAttr(default=False)

    @model_validator(mode="after")
    def _begins_before_it_is_full(self) -> Self:
        if self.full_from < self.from_year:
            raise ValueError(f"full_from no earlier than from_year ({self.from_year})")
        return self

    @abstractmethod
    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """What is projected with the lever pulled."""

    def force(self, of: Outlook) -> Array:
        """How much of the lever is in force: axes year, area, band; 0 before it begins, then to 1.

        Raises UnknownInOutlook where the lever names what is not projected, or begins before the
        first year projected.
        """
        self.require_later_than_now(of)
        steps = self.full_from - self.from_year + 1
        grown = (np.array(of.years, dtype=np.float64) - self.from_year + 1) / steps
        return np.clip(grown, 0, 1)[:, None, None] * self.whom(of)

    def require_later_than_now(self, of: Outlook) -> None:
        """Raises UnknownInOutlook where it begins before the first year projected."""
        if self.from_year < of.years[0]:
            raise UnknownInOutlook(
                "from_year", str(self.from_year), (f"{of.years[0]} to {of.years[-1]}",)
            )

    def drawn(self, number: Uncertain, what: str, draws: int, seed: int) -> Array:
        """The uncertain number in each draw: axes draw, 1, 1, 1. The same for every scenario."""
        dice = stream(seed, "lever", type(self).__name__, self.name, what)
        return number.drawn(dice, draws)[:, None, None, None]

    def whom(self, of: Outlook) -> Array:
        """1 where the lever reaches, else 0: axes area, band. Raises UnknownInOutlook."""
        areas = _chosen("areas", self.areas, of.areas)
        return areas[:, None] * _chosen("bands", self.bands, of.bands)

    def certain(self) -> Self:
        """The same lever with each of its numbers at the middle."""
        held = {name: _middle_of(getattr(self, name)) for name in type(self).model_fields}
        middle = self.model_copy(update=held)
        middle._held = True
        return middle

    @property
    def follows(self) -> bool:
        """Whether its effect is found by following people one by one."""
        return False

    def kinds(self) -> tuple[str, ...]:
        """The kinds of support that it cannot act without; none where any that is there will do."""
        support: str = getattr(self, "support", "")
        return (support,) if support else ()

    def lacks(self, of: Outlook) -> tuple[str, ...]:
        """The kinds among them that are not projected, so that it changes nothing."""
        return tuple(kind for kind in self.kinds() if kind not in of.kinds)

    def touches(self, support: str) -> bool:
        """Whether it may change this kind of support: its people, its amount, price or limit.

        One that names no kind, or follows people one by one, may change every kind.
        """
        return self.follows or getattr(self, "support", support) == support

    @property
    def held(self) -> bool:
        """Whether all that it rests on is held at its middle."""
        return self._held


def _middle_of(value: Any) -> Any:
    if isinstance(value, Uncertain):
        return Uncertain(low=value.middle, middle=value.middle, high=value.middle)
    if isinstance(value, dict):
        return {key: _middle_of(each) for key, each in value.items()}
    return value


def known(kind: str, of: Outlook) -> str:
    """The kind of support, where it is projected."""
    if kind not in of.kinds:
        raise UnknownInOutlook("support", kind, tuple(of.kinds))
    return kind


def _chosen(field: str, named: tuple[str, ...], among: tuple[str, ...]) -> Array:
    for each in named:
        if each not in among:
            raise UnknownInOutlook(field, each, among)
    return np.array([not named or each in named for each in among], dtype=np.float64)
