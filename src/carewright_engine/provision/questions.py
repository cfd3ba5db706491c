"""What is asked of an analysis: which area, on which day, about which care."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carewright_engine.provision.areas import AreaRef
from carewright_engine.provision.inputs import Confirmed, Inputs, SourceRef

__all__ = ["AreaRef", "Confirmed", "Inputs", "Parameters", "Question", "SourceRef"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What an analyst may choose. The choices are printed beside what they change.

    `decay` weighs a journey of d km within the catchment: gaussian exp(-d^2 / 2b^2), linear
    1 - d/b, or even 1, where b is `bandwidth_km`; nothing counts beyond `catchment_km`.
    `comparators` names councils to compare with; when empty, the most similar are chosen.
    """

    distances_km: tuple[float, ...] = (5.0, 10.0, 20.0)
    decay: str = "gaussian"
    bandwidth_km: float = 5.0
    catchment_km: float = 15.0
    comparators: tuple[str, ...] = ()
    comparator_count: int = 5
    stale_after_years: float = 2.0
    winsorised: float = 0.1  # share of areas pulled in at each end before dispersion is taken
    children_too: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """An area, a day and a kind of care.

    `kind` is a key of `kinds_of_care.KINDS`, such as care_homes or care_at_home; None asks
    about every kind side by side. `care_group` None takes all groups of the kind together.
    `as_at` is the day asked about: the latest snapshot of services on or before it is used.
    """

    area: AreaRef
    as_at: date
    kind: str | None = None
    care_group: str | None = None
    parameters: Parameters = Parameters()
