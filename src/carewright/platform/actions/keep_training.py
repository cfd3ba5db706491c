"""Names lead officers, and writes down the training that they have taken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import IO
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from carewright.platform import audit, models, rows
from carewright.platform.actions.give_document import keep_given
from carewright.platform.actions.subjects import officer_in_reach
from carewright.platform.rules.acts import Act
from carewright.platform.rules.declarations import Retention
from carewright.platform.rules.training import (
    LeadDuty,
    blockers_to_recording,
    counts_until,
    course,
)


class CannotTrain(Exception):
    """Somebody cannot be named, or their training not written down; `blockers` say why."""

    def __init__(self, blockers: Sequence[str]) -> None:
        super().__init__("; ".join(blockers))
        self.blockers = blockers


@transaction.atomic(durable=True)
def name_lead_officer(
    *, officer_id: UUID, duty: LeadDuty, starts_on: date, by: rows.Officer, at: datetime
) -> None:
    """Names one officer for a duty from a day on; whoever was named before ends with that day."""
    officer = officer_in_reach(officer_id, by=by, act=Act.NAME_LEAD_OFFICER)
    if not officer.active:
        raise CannotTrain(["This person does not work here any more"])
    among = models.LeadOfficer.objects.for_organisation(by.organisation.id)
    before = among.select_for_update().filter(duty=duty.value, ends_before=None).first()
    if before and before.officer_id == officer_id:
        raise CannotTrain([f"{officer.account.name} is named for this already"])
    if before and before.starts_on > starts_on:
        raise CannotTrain(["Somebody is named for this from a later day on: choose one after it"])
    if before:
        before.ends_before = starts_on
        before.save(update_fields=["ends_before"])
    made = models.LeadOfficer.objects.create(
        organisation_id=by.organisation.id, officer=officer, duty=duty.value,
        starts_on=starts_on, named_by_name=by.name,
    )  # fmt: skip
    audit.record(
        Act.NAME_LEAD_OFFICER, "lead_officer", made.id, by=by, at=at,
        organisation_id=by.organisation.id, officer=str(officer_id), duty=duty.value,
        starts_on=str(starts_on), before=str(before.officer_id) if before else "",
    )  # fmt: skip


@transaction.atomic(durable=True)
def record_training(
    *,
    officer_id: UUID,
    code: str,
    taken_on: date,
    document: IO[bytes] | None = None,
    document_name: str = "",
    by: rows.Officer,
    at: datetime,
) -> UUID:
    """Writes down that somebody else took a course, with the file that shows it if there is one.

    `CannotKeep` says why a file is not taken in; nothing is written down then.
    """
    officer = officer_in_reach(officer_id, by=by, act=Act.RECORD_TRAINING)
    blockers = blockers_to_recording(
        code=code, taken_on=taken_on, today=localdate(at),
        by_themselves=by.account_id == officer.account_id,
    )  # fmt: skip
    wanted = course(code)
    if blockers or wanted is None:
        raise CannotTrain(blockers)
    kept = document and keep_given(
        name=document_name, content=document, retention=Retention.SEVEN_YEARS, by=by, at=at
    )
    made = models.TrainingTaken(
        organisation_id=by.organisation.id, officer=officer, course=code, taken_on=taken_on,
        valid_until=counts_until(wanted, taken_on), document_id=kept.id if kept else None,
        recorded_by_id=by.id, recorded_by_name=by.name, recorded_at=at,
    )  # fmt: skip
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        raise CannotTrain(["This course is written down for that day already"]) from None
    audit.record(
        Act.RECORD_TRAINING, "officer", officer.id, by=by, at=at,
        organisation_id=by.organisation.id, course=code, taken_on=str(taken_on),
        valid_until=str(made.valid_until), document=str(made.document_id or ""),
    )  # fmt: skip
    return made.id
