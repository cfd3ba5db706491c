"""People in need of care, by invented references, and officers who may open their records."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import UUID

from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.register import api as register
from carewright.register import models
from tests.factories import platform as make

_numbers = count(100_001)


def person(organisation_id: UUID, area: str = "Elm Valley", **given: Any) -> UUID:
    """Somebody whose record the operator brought in."""
    wanted = {
        "reference": f"EL-{next(_numbers)}", "area_code": "S02900001", "area_name": area,
        "age_band": "75-84", "care_groups": ["older_people"], "need_level": "critical",
    }  # fmt: skip
    return register.add_person(
        organisation_id=organisation_id, **{**wanted, **given}, by=make.OPERATOR, at=make.NOW
    )


def social_worker(**given: Any) -> platform.Officer:
    """Somebody who works with people."""
    return make.officer(Role.SOCIAL_WORKER, **given)


def opened(person_id: UUID, by: platform.Officer, purpose: str = "assessing", **when: Any) -> None:
    """A record that the officer has opened, for the time that the purpose is given."""
    register.open_person(
        person_id=person_id, purpose=purpose, why="A visit today", by=by,
        **{"at": make.NOW, **when},
    )  # fmt: skip


def activity(person_id: UUID, **given: Any) -> models.Activity:
    """Something that happened to a person."""
    whose = models.Person.objects.get(pk=person_id).organisation_id
    wanted = {
        "organisation_id": whose, "kind": "home_care", "provider_id": "SP1", "area_code": "S029",
        "on": date(2026, 6, 1), "quantity": Decimal("7.5"), "unit": "hours", "source": "a test",
    }  # fmt: skip
    return models.Activity.objects.create(person_id=person_id, **{**wanted, **given})
