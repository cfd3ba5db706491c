"""A scheme of delegation and requests under it, as far on their way as a test wants."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from carewright.decide import api as decide
from carewright.decide import models
from carewright.decide.api import DecidedAct, Outcome
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.platform.models import Organisation
from tests.factories import platform as make
from tests.factories.platform import NOW

LONG_AGO = date(2020, 4, 1)


def scheme(
    organisation_id: UUID, *steps: str, lines: tuple[dict[str, Any], ...] = (), **given: Any
) -> models.Scheme:
    """An adopted scheme under which every act of any size takes these steps, or these lines."""
    wanted = {
        "version": 1 + models.Scheme.objects.for_organisation(organisation_id).count(),
        "takes_effect_on": LONG_AGO, "state": "adopted", "file_name": "scheme.csv",
        "proposed_by": account(), "proposed_by_name": "A", "proposed_at": NOW,
        "ended_by": account(), "ended_by_name": "B", "ended_at": NOW,
    }  # fmt: skip
    made = models.Scheme.objects.create(organisation_id=organisation_id, **{**wanted, **given})
    every = tuple({"act": act.value, "steps": list(steps)} for act in DecidedAct)
    for number, line in enumerate(lines or every, start=1):
        models.SchemeLine.objects.create(
            scheme=made, number=number, **{"framework": "either", **line}
        )
    return made


def account() -> Any:
    """A person who is nobody's officer."""
    return make.account()


def colleague(of: platform.Officer, *roles: Role, **given: Any) -> platform.Officer:
    """Somebody else in the same organisation."""
    organisation = Organisation.objects.get(pk=of.organisation.id)
    return make.officer(*roles, organisation=organisation, **given)


def second_account(of: platform.Officer, *roles: Role) -> platform.Officer:
    """The same person once more: another sign-in whose letters come to the same mailbox."""
    local, _, host = of.email.partition("@")
    return colleague(of, *roles, account=make.account(email=f"{local}+two@{host}"))


def request(by: platform.Officer, **given: Any) -> UUID:
    """A request for the award of a contract, under the scheme that is in force."""
    wanted: dict[str, Any] = {
        "subject_kind": "paper", "subject_id": uuid4(), "title": "Care at home, award",
        "link": "/inbox/", "act": DecidedAct.AWARD, "annual_value_pence": 10_000_000,
        "term_months": 24, "in_framework": True, "people_affected": 86, "by": by, "at": NOW,
    }  # fmt: skip
    return decide.request_approval(**{**wanted, **given})


def open_step(request_id: UUID, by: platform.Officer, place: int = 0) -> UUID:
    """The step that can be taken now."""
    return decide.approval(request_id, seen_by=by).open_steps[place].id


def approved(request_id: UUID, by: platform.Officer, **given: Any) -> None:
    """The step that can be taken now, approved."""
    said(request_id, Outcome.APPROVE, by, **given)


def said(request_id: UUID, outcome: Outcome, by: platform.Officer, **given: Any) -> None:
    """What somebody says at the step that can be taken now."""
    wanted: dict[str, Any] = {
        "step_id": open_step(request_id, by), "outcome": outcome, "reason": "Because",
        "by": by, "at": NOW + timedelta(hours=1),
    }  # fmt: skip
    decide.decide_step(**{**wanted, **given})


def minuted(request_id: UUID, by: platform.Officer, **given: Any) -> None:
    """The step that waits for a committee, with its minute."""
    wanted: dict[str, Any] = {
        "step_id": open_step(request_id, by), "met_on": NOW.date(), "minute_reference": "51",
        "by": by, "at": NOW + timedelta(hours=1),
    }  # fmt: skip
    decide.record_minute(**{**wanted, **given})


def sent_back(request_id: UUID, member: platform.Officer, **other: Any) -> None:
    """Called in, sent back with a week to decide, and let go on, as scrutiny ends."""
    wanted = {"reasons": "Wages were not looked at", "decide_by": make.TODAY + timedelta(7)}
    act: dict[str, Any] = {"by": member, "at": make.NOW}
    held = decide.hold(request_id=request_id, reason="Wages", **act)
    decide.send_back_decision(request_id=request_id, **{**wanted, **other}, **act)
    decide.release_hold(hold_id=held, reason="Looked at", **act)
