"""Agrees options to extend, has them approved, and takes them or lets them go."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.urls import reverse

from carewright.contract import models
from carewright.contract.actions.reach import (
    WAITING,
    CannotDo,
    agreement_in_reach,
    claimed,
    record,
    refuse,
    refuse_closed_words,
    refuse_if,
    said_by_decide,
    touch,
)
from carewright.contract.queries.by_the_scheme import blockers_to_carry_out
from carewright.contract.queries.facts import value_term_of
from carewright.contract.queries.frameworks import is_in_framework
from carewright.contract.rules.extending import blockers_by_exemption, blockers_to_extend
from carewright.contract.rules.life_of_an_agreement import OVER, AgreementState
from carewright.contract.rules.terms import Term, further_pence, scheme_pence
from carewright.contract.rules.words import ONE_PERSON, Kind, OptionState
from carewright.decide import api as decide
from carewright.decide.api import DecidedAct
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.ui.formats import in_london

EXTENSION: Final = "extension"


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
    refuse_if(found.exemption_ends_before, "It relies on an exemption from competition, which "
              "counted it without this option. Vary it once it is signed")  # fmt: skip
    option = models.ExtensionOption.objects.create(
        organisation_id=found.organisation_id, agreement=found, ends_before=ends_before,
        number=(last["number"] or 0) + 1, decide_by=decide_by,
    )  # fmt: skip
    touch(found, by)
    record("add_extension", found, by=by, at=at, option=option.number)
    once.keep(option.pk)
    return option.pk


@transaction.atomic(durable=True)
def ask_to_extend(
    *,
    option_id: UUID,
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Asks for the approval that the scheme wants of the further term and its value; its id.

    The value is what the further term comes to at the agreement's own rate.
    """
    once = claimed(intent, Act.WRITE_AGREEMENT, by=by, at=at)
    if once.done:
        return UUID(once.result)
    found, option = _open_option(option_id, by)
    refuse(_blockers_to_go_on(found, option))
    refuse_if(not reason.strip(), "Say why it is extended", "reason")
    with said_by_decide():
        option.request_id = _asked(found, option, by, at)
    option.save(update_fields=["request_id"])
    record("ask_to_extend", found, by=by, at=at, reason=reason, option=option.number,
           request=str(option.request_id))  # fmt: skip
    once.keep(option.request_id)
    return option.request_id


@transaction.atomic(durable=True)
def decide_extension(
    *, option_id: UUID, taken: bool, reason: str, by: platform.Officer, at: datetime
) -> None:
    """Takes an option that others have approved, so that the term goes on, or lets it go.

    The scheme is asked again as it stands that day. What is being ended stays so: who is still
    supported on the last day goes on by a dated exception.
    """
    found, option = _open_option(option_id, by)
    refuse_if(not reason.strip(), "Say why", "reason")
    refuse_if(AgreementState(found.state) in OVER, "The agreement is over")
    if taken:
        refuse(_blockers_to_go_on(found, option))
        refuse(blockers_to_carry_out(option.request_id, _wanted(found, option), by=by, at=at))
    option.state = (OptionState.TAKEN if taken else OptionState.DECLINED).value
    option.decided_by_name, option.reason = by.name, reason.strip()
    option.decided_on = in_london(at).date()
    option.ended_before = found.ends_before if taken else None
    option.save()
    if taken:
        found.ends_before = option.ends_before
        found.save(update_fields=["ends_before"])
    record(
        "decide_extension", found, by=by, at=at, reason=reason, option=option.number, taken=taken,
        request=str(option.request_id or ""),
    )  # fmt: skip


def _open_option(
    option_id: UUID, by: platform.Officer
) -> tuple[models.Agreement, models.ExtensionOption]:
    """The agreement and its next option, locked, which nobody has decided or is deciding on."""
    platform.require(by, Act.WRITE_AGREEMENT)
    own = models.ExtensionOption.objects.for_organisation(by.organisation.id)
    agreement_id = own.filter(pk=option_id).values_list("agreement_id", flat=True).first()
    if agreement_id is None:
        raise platform.NotYours
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    option = own.select_for_update().get(pk=option_id)
    refuse_if(option.state != OptionState.OPEN.value, "It has been decided already")
    earlier = own.filter(agreement=found, number__lt=option.number, state=OptionState.OPEN.value)
    refuse_if(earlier.exists(), "An earlier option is decided first")
    waits = option.request_id and decide.state_of(option.request_id, seen_by=by) in WAITING
    refuse_if(waits, "Its approval has been asked for and is not decided yet")
    return found, option


def _blockers_to_go_on(found: models.Agreement, option: models.ExtensionOption) -> list[Blocker]:
    state = AgreementState(found.state)
    return [
        *blockers_to_extend(state, exit_planned=found.exit_planned),
        *blockers_by_exemption(option.ends_before, exempted_before=found.exemption_ends_before),
    ]


def _wanted(found: models.Agreement, option: models.ExtensionOption) -> decide.Wanted:
    """The further term at the agreement's own rate, as the scheme asks about it."""
    if found.value_pence is None or found.ends_before is None:
        raise CannotDo([Blocker("", "Say what it is worth: who decides depends on it")])
    further = Term(found.ends_before, option.ends_before)
    pence = further_pence(
        found.value_pence, value_term_of(found), after=found.ends_before, until=option.ends_before
    )
    return decide.Wanted(
        DecidedAct.EXTENSION, scheme_pence(pence, further), further.months, is_in_framework(found)
    )


def _asked(
    found: models.Agreement, option: models.ExtensionOption, by: platform.Officer, at: datetime
) -> UUID:
    wanted, kind = _wanted(found, option), Kind(found.kind)
    # Notices carry the title, so that of one person's placement says only its kind.
    title = kind.label if kind in ONE_PERSON else found.title
    return decide.request_approval(
        subject_kind=EXTENSION, subject_id=option.pk,
        title=f"{found} {option}, extension of {title}",
        link=f"{reverse('contract:agreement', args=[found.pk])}#dates", act=wanted.act,
        annual_value_pence=wanted.annual_pence, term_months=wanted.term_months,
        in_framework=wanted.in_framework, people_affected=found.people_supported, by=by, at=at,
    )  # fmt: skip
