"""What the regulator did: complaints upheld, enforcements, requirements, its view of the risk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from carewright_engine.tables.practice.draws import quota
from carewright_engine.tables.practice.services import Service

# Shares of services in a year, adult services in the register of July 2024: a complaint upheld
# at 24.9% of homes for older people (129 once, 36 twice, 15 three times, 11 more, of 767) and at
# 3.9% of care at home; enforcement at 1.4% and .3%; requirements at 35% of inspected homes.
COMPLAINTS: Final[Mapping[str, Mapping[int, float]]] = {
    "older_people_home": {0: 576, 1: 129, 2: 36, 3: 15, 4: 11},
    "care_at_home": {0: 96.1, 1: 3.2, 2: 0.7},
}
USUAL_COMPLAINTS: Final[Mapping[int, float]] = {0: 97.5, 1: 2.2, 2: 0.3}
ENFORCEMENT: Final = {"older_people_home": 0.014, "care_at_home": 0.003}
INSPECTED_IN_THE_YEAR: Final = {"older_people_home": 0.48}
USUAL_INSPECTED: Final = 0.13
REQUIREMENTS: Final = {"older_people_home": 0.35}
USUAL_REQUIREMENTS: Final = 0.15
RISK: Final = {"older_people_home": {"LOW": 198, "MEDIUM": 354, "HIGH": 247}}
USUAL_RISK: Final = {"LOW": 84, "MEDIUM": 13, "HIGH": 3}


@dataclass(frozen=True, slots=True)
class Oversight:
    """One service in one register: three years of each, the latest last."""

    complaints: tuple[int, int, int]
    enforcements: tuple[int, int, int]
    requirements: tuple[bool | None, bool | None, bool | None]  # None: not inspected that year
    risk: str


def oversee(
    rng: np.random.Generator, services: Sequence[Service], year: int
) -> dict[str, Oversight]:
    """What the regulator's file of one year says of every service in it."""
    found: dict[str, Oversight] = {}
    for profile in dict.fromkeys(service.profile for service in services):
        members = [s for s in services if s.profile == profile and s.listed(year)]
        number = len(members)
        complaints = [_complaints(rng, profile, number) for _ in range(3)]
        enforced = [_share(rng, ENFORCEMENT.get(profile, 0.002), number) for _ in range(3)]
        inspected = [
            _share(rng, INSPECTED_IN_THE_YEAR.get(profile, USUAL_INSPECTED), number)
            for _ in range(3)
        ]
        required = [_required(rng, profile, year_) for year_ in inspected]
        risks = quota(rng, RISK.get(profile, USUAL_RISK), number)
        for at, service in enumerate(members):
            found[service.number] = Oversight(
                (complaints[0][at], complaints[1][at], complaints[2][at]),
                (int(enforced[0][at]), int(enforced[1][at]), int(enforced[2][at])),
                (required[0][at], required[1][at], required[2][at]),
                risks[at],
            )
    return found


def _complaints(rng: np.random.Generator, profile: str, number: int) -> list[int]:
    return quota(rng, COMPLAINTS.get(profile, USUAL_COMPLAINTS), number)


def _share(rng: np.random.Generator, share: float, number: int) -> list[bool]:
    return quota(rng, {True: share, False: 1 - share}, number)


def _required(
    rng: np.random.Generator, profile: str, inspected: Sequence[bool]
) -> list[bool | None]:
    """Requirements among those inspected; nothing is known of the others."""
    answers = iter(_share(rng, REQUIREMENTS.get(profile, USUAL_REQUIREMENTS), sum(inspected)))
    return [next(answers) if was else None for was in inspected]
