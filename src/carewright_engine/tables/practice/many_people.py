"""A hundred thousand invented people and a million things that happened, the same for one seed.

For load and for long lists; nobody's real number, as every reference begins with LP.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Final
from uuid import UUID

import numpy as np

from carewright_engine.tables.practice.names import coined

AGE_BANDS: Final = ("0-17", "18-64", "65-74", "75-84", "85+")
AGE_SHARES: Final = (0.05, 0.25, 0.15, 0.27, 0.28)
LEVELS: Final = ("critical", "substantial", "moderate", "low", "")
GROUPS: Final = (
    ("older_people",), ("older_people", "dementia"), ("learning_disability",),
    ("mental_health",), ("physical_disability",), ("carer",),
)  # fmt: skip
KINDS: Final = (
    ("home_care", "hours", 1.0, 14.0), ("care_home", "nights", 1.0, 7.0),
    ("day_support", "days", 1.0, 3.0), ("assessment", "times", 1.0, 1.0),
    ("review", "times", 1.0, 1.0), ("support_plan", "times", 1.0, 1.0),
)  # fmt: skip
KIND_SHARES: Final = (0.55, 0.2, 0.1, 0.05, 0.06, 0.04)
AREAS: Final = 40
LAST_DAY: Final = date(2026, 3, 31)
DAYS: Final = 730
#: Rows drawn at a time: memory stays small, and the draws depend on nothing but the seed.
AT_ONCE: Final = 50_000
SOURCE: Final = "Practice data, large"


@dataclass(frozen=True, slots=True)
class MadePerson:
    """One invented person, as the register keeps people."""

    id: UUID
    reference: str
    area_code: str
    area_name: str
    age_band: str
    care_groups: tuple[str, ...]
    need_level: str


@dataclass(frozen=True, slots=True)
class MadeActivity:
    """One thing that happened to an invented person."""

    person_id: UUID
    kind: str
    provider_id: str
    area_code: str
    on: date
    quantity: str
    unit: str


def many_people(how_many: int, *, seed: int) -> Iterator[MadePerson]:
    """So many invented people."""
    rng = np.random.default_rng([seed, 1])
    areas = list(islice(coined(rng), AREAS))
    for first in range(0, how_many, AT_ONCE):
        drawn = min(AT_ONCE, how_many - first)
        ages = rng.choice(len(AGE_BANDS), drawn, p=AGE_SHARES)
        area, level = rng.integers(AREAS, size=drawn), rng.integers(len(LEVELS), size=drawn)
        group = rng.integers(len(GROUPS), size=drawn)
        for place in range(drawn):
            yield MadePerson(
                id=person_id(first + place, seed=seed),
                reference=f"LP-{first + place + 1:07d}",
                area_code=area_code(int(area[place])),
                area_name=areas[area[place]],
                age_band=AGE_BANDS[ages[place]],
                care_groups=GROUPS[group[place]],
                need_level=LEVELS[level[place]],
            )


def much_activity(
    how_many: int, *, people: int, providers: tuple[str, ...], seed: int
) -> Iterator[MadeActivity]:
    """So many things that happened to the people that the same seed makes."""
    rng = np.random.default_rng([seed, 2])
    ids = [person_id(number, seed=seed) for number in range(people)]
    days = [LAST_DAY - timedelta(days=back) for back in range(DAYS)]
    for first in range(0, how_many, AT_ONCE):
        drawn = min(AT_ONCE, how_many - first)
        who, when = rng.integers(people, size=drawn), rng.integers(DAYS, size=drawn)
        kinds, share = rng.choice(len(KINDS), drawn, p=KIND_SHARES), rng.random(drawn)
        provider, area = rng.integers(len(providers), size=drawn), rng.integers(AREAS, size=drawn)
        for place in range(drawn):
            kind, unit, least, most = KINDS[kinds[place]]
            yield MadeActivity(
                person_id=ids[who[place]], kind=kind, provider_id=providers[provider[place]],
                area_code=area_code(int(area[place])), on=days[when[place]],
                quantity=f"{least + (most - least) * share[place]:.2f}", unit=unit,
            )  # fmt: skip


def person_id(number: int, *, seed: int) -> UUID:
    """The same id for the same person, whenever they are made."""
    mixed = (number + 1) * 0x9E3779B97F4A7C15F39CC0605CEDC835 ^ (seed << 96)
    return UUID(int=mixed & ((1 << 128) - 1), version=4)


def area_code(number: int) -> str:
    """A code that no real area has."""
    return f"S029{number:05d}"
