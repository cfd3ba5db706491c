"""Practice people: a few records, and those who may open them by consent and law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.utils.timezone import localdate

from carewright.platform import api as platform
from carewright.platform.api import (
    CARER_REFERENCE,
    OTHER_REFERENCE,
    PERSON_REFERENCE,
    WARD_REFERENCE,
    Capacity,
    Ground,
    RecordPart,
)
from carewright.register import api as register

PEOPLE: Final = (
    (PERSON_REFERENCE, "85+", ("older_people", "dementia"), "critical"),
    (CARER_REFERENCE, "65-74", ("carer",), ""),
    (OTHER_REFERENCE, "18-64", ("learning_disability",), "substantial"),
    (WARD_REFERENCE, "18-64", ("learning_disability",), "critical"),
)
SOURCE: Final = "Elmshire case system (practice)"
#: What happened to whom: kind, how many days ago, how much, in what unit. All of it invented.
HAPPENED: Final = {
    PERSON_REFERENCE: (
        ("assessment", 210, "1", "times"), ("support_plan", 196, "1", "times"),
        ("budget_set", 190, "312.50", "pounds a week"), ("review", 30, "1", "times"),
        *(("home_care", ago, "1.5", "hours") for ago in range(1, 8)),
        ("day_support", 9, "1", "days"), ("day_support", 2, "1", "days"),
    ),
    CARER_REFERENCE: (
        ("assessment", 120, "1", "times"), ("support_plan", 110, "1", "times"),
        ("short_break", 40, "3", "nights"),
    ),
    OTHER_REFERENCE: (
        ("assessment", 300, "1", "times"), ("budget_set", 270, "286", "pounds a week"),
        *(("housing_support", ago, "2", "hours") for ago in range(1, 8)),
        ("review", 60, "1", "times"),
    ),
    WARD_REFERENCE: (
        ("assessment", 400, "1", "times"), ("support_plan", 380, "1", "times"),
        *(("supported_living", ago, "10", "hours") for ago in range(1, 8)),
        ("review", 45, "1", "times"),
    ),
}  # fmt: skip
CONSENTED: Final = (RecordPart.RECORD, RecordPart.SUPPORT, RecordPart.DECISIONS)


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Begins the records and lets the practice people into them, as far as they are missing."""
    elmshire = platform.organisation("elmshire")
    worker_id = platform.officer_with("social-worker@elmshire.example", organisation_id=elmshire.id)
    if worker_id is None:
        return
    worker = platform.officer(worker_id, on=localdate(at))
    begun: dict[str, UUID] = {}
    with platform.acting_for(elmshire.id):
        known = dict(register.references(seen_by=worker, among=[each[0] for each in PEOPLE]))
        for reference, age_band, groups, level in PEOPLE:
            if reference not in known:
                known[reference] = register.add_person(
                    organisation_id=elmshire.id, reference=reference, age_band=age_band,
                    area_code=elmshire.area_code or "", area_name=elmshire.name,
                    care_groups=groups, need_level=level, by=by, at=at,
                )  # fmt: skip
                begun[reference] = known[reference]
                _let_people_in(reference, known[reference], worker, at)
    if not begun:
        return
    # Outside, as rows are copied in by a table of the owner's.
    register.bring_in_people(
        organisation_id=elmshire.id, people=(), activity=_happened(begun, elmshire, at),
        source=SOURCE, by=by, at=at,
    )  # fmt: skip


def _happened(
    begun: dict[str, UUID], whose: platform.Organisation, at: datetime
) -> Iterator[tuple[object, ...]]:
    """What was given to the people whose records have just begun, and decided about them."""
    today = localdate(at)
    for reference, person_id in begun.items():
        for kind, ago, quantity, unit in HAPPENED[reference]:
            day = today - timedelta(days=ago)
            yield (person_id, kind, "", whose.area_code or "", day, quantity, unit)


def _let_people_in(reference: str, person_id: UUID, by: platform.Officer, at: datetime) -> None:
    said = {"purpose": "reviewing", "why": "Letting people into the record who asked for it"}
    register.open_person(person_id=person_id, **said, by=by, at=at)
    for persona in platform.PERSONAL_PERSONAS:
        if reference in persona.records:
            register.let_in(
                person_id=person_id, email=persona.email, name=persona.name,
                capacity=persona.capacity, ground=persona.ground, may_see=persona.may_see,
                may_decide=persona.may_decide, proof=persona.proof, starts_on=localdate(at),
                by=by, at=at,
            )  # fmt: skip
    if reference == PERSON_REFERENCE:
        # The carer waits for her mother's yes, so that there is something to decide.
        carer = next(each for each in platform.PERSONAL_PERSONAS if each.key == "carer")
        register.let_in(
            person_id=person_id, email=carer.email, name=carer.name, capacity=Capacity.CARER,
            ground=Ground.CONSENT, may_see=CONSENTED, starts_on=localdate(at), by=by, at=at,
        )  # fmt: skip
