"""Practice people: a few records, and those who may open them by consent and law."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.timezone import localdate

from carewright.platform import api as platform
from carewright.platform.api import (
    CARER_REFERENCE,
    OTHER_REFERENCE,
    PERSON_REFERENCE,
    Capacity,
    Ground,
    RecordPart,
)
from carewright.register import api as register

PEOPLE: Final = (
    (PERSON_REFERENCE, "85+", ("older_people", "dementia"), "critical"),
    (CARER_REFERENCE, "65-74", ("carer",), ""),
    (OTHER_REFERENCE, "18-64", ("learning_disability",), "substantial"),
)
CONSENTED: Final = (RecordPart.RECORD, RecordPart.SUPPORT, RecordPart.DECISIONS)


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Begins the records and lets the practice people into them, as far as they are missing."""
    elmshire = platform.organisation("elmshire")
    worker_id = platform.officer_with("social-worker@elmshire.example", organisation_id=elmshire.id)
    if worker_id is None:
        return
    worker = platform.officer(worker_id, on=localdate(at))
    with platform.acting_for(elmshire.id):
        known = dict(register.references(seen_by=worker, among=[each[0] for each in PEOPLE]))
        for reference, age_band, groups, level in PEOPLE:
            if reference not in known:
                known[reference] = register.add_person(
                    organisation_id=elmshire.id, reference=reference, age_band=age_band,
                    area_code=elmshire.area_code or "", area_name=elmshire.name,
                    care_groups=groups, need_level=level, by=by, at=at,
                )  # fmt: skip
                _let_people_in(reference, known[reference], worker, at)


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
