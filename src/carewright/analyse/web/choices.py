"""The areas and days that an analysis can be asked about, from the imported files."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.provision.areas import AreaRef, all_areas
from carewright_engine.provision.inputs import Inputs

KINDS_OF_AREA = {
    "council": "council",
    "integration_authority": "integration authority",
    "health_board": "health board",
    "locality": "locality",
    "country": "nation",
}


def areas(inputs: Inputs) -> list[AreaRef]:
    """Areas of every kind, councils first, each kind by name."""
    order = list(KINDS_OF_AREA)
    found = [area for area in all_areas(inputs) if area.kind in order]
    return sorted(found, key=lambda area: (order.index(area.kind), area.name))


def area_options(found: list[AreaRef]) -> list[tuple[str, str]]:
    """The areas as a form offers them; the kind is said, as a board may have a council's name."""
    return [(key_of(area), f"{area.name} ({KINDS_OF_AREA[area.kind]})") for area in found]


def key_of(area: AreaRef) -> str:
    """An area in one word of a form."""
    return f"{area.kind}:{area.code}"


def area_of(key: str, found: list[AreaRef]) -> AreaRef:
    """The area that a form's word names."""
    return next(area for area in found if key_of(area) == key)


def own_area(officer: platform.Officer, found: list[AreaRef]) -> AreaRef | None:
    """The area that the officer's organisation looks after."""
    code = officer.organisation.area_code
    return next((area for area in found if area.code == code), None)


def days(*, seen_by: platform.Officer) -> list[date]:
    """Days on which the imported files show services, latest first."""
    return [day for day, _ in groupby(register.days_with_services(seen_by=seen_by))]
