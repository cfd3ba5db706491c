"""Agrees options to extend, and decides on them."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from carewright.contract import models
from carewright.contract.actions.reach import (
    agreement_in_reach,
    claimed,
    move,
    record,
    refuse_closed_words,
    refuse_if,
)
from carewright.contract.rules.life_of_an_agreement import OVER, AgreementState
from carewright.contract.rules.words import OptionState
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import in_london


@transaction.atomic(durable=True)
def add_extension(
    *,
    agreement_id: UUID,
    ends_before: date,
    decide_by: date,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Writes down a further term that the agreement allows, after those it has."""
    once = claimed(intent, Act.WRITE_AGREEMENT, by=by, at=at)
    if once.done:
        return UUID(once.result)
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    refuse_closed_words(found, by)
    last = found.extensions.aggregate(number=Max("number"), ends=Max("ends_before"))
    begins = last["ends"] or found.ends_before
    refuse_if(begins is None, "An agreement without an end needs no extension")
    refuse_if(begins and ends_before <= begins, "It has to end later than what it extends",
              "last_day")  # fmt: skip
    refuse_if(begins and decide_by >= begins, "It is decided before the term runs out",
              "decide_by")  # fmt: skip
    option = models.ExtensionOption.objects.create(
        organisation_id=found.organisation_id, agreement=found, ends_before=ends_before,
        number=(last["number"] or 0) + 1, decide_by=decide_by,
    )  # fmt: skip
    record("add_extension", found, by=by, at=at, option=option.number)
    once.keep(option.pk)
    return option.pk


@transaction.atomic(durable=True)
def decide_extension(
    *, option_id: UUID, taken: bool, reason: str, by: platform.Officer, at: datetime
) -> None:
    """Takes an option, so that the term goes on to its end, or lets it go."""
    platform.require(by, Act.WRITE_AGREEMENT)
    own = models.ExtensionOption.objects.for_organisation(by.organisation.id)
    agreement_id = own.filter(pk=option_id).values_list("agreement_id", flat=True).first()
    if agreement_id is None:
        raise platform.NotYours
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    option = own.select_for_update().get(pk=option_id)
    refuse_if(option.state != OptionState.OPEN.value, "It has been decided already")
    refuse_if(not reason.strip(), "Say why", "reason")
    refuse_if(AgreementState(found.state) in OVER, "The agreement is over")
    earlier = own.filter(agreement=found, number__lt=option.number, state=OptionState.OPEN.value)
    refuse_if(earlier.exists(), "An earlier option is decided first")
    option.state = (OptionState.TAKEN if taken else OptionState.DECLINED).value
    option.decided_by_name, option.reason = by.name, reason.strip()
    option.decided_on = in_london(at).date()
    option.save()
    if taken:
        _go_on(found, option.ends_before)
    record(
        "decide_extension", found, by=by, at=at, reason=reason, option=option.number, taken=taken
    )


def _go_on(found: models.Agreement, ends_before: date) -> None:
    """The term is longer now; what was being ended lives again."""
    found.ends_before = ends_before
    if found.state == AgreementState.ENDING.value:
        move(found, AgreementState.LIVE)
    found.save(update_fields=["ends_before", "state"])
