"""Finds and locks what an action is about, within the reach of whoever acts."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar
from uuid import UUID

from carewright.platform import models, policies, rows
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.policies import NotYours
from carewright.platform.rules.acts import Act

Kept = TypeVar("Kept", models.Officer, models.Job)


def organisation_in_reach(
    organisation_id: UUID, *, by: rows.Actor, act: Act
) -> models.Organisation:
    """The organisation, if it is the actor's own or the operator acts."""
    policies.require(by, act)
    if isinstance(by, rows.Officer) and by.organisation.id != organisation_id:
        raise NotYours
    try:
        return models.Organisation.objects.get(pk=organisation_id)
    except models.Organisation.DoesNotExist:
        raise NotYours from None


def officer_in_reach(officer_id: UUID, *, by: rows.Actor, act: Act) -> models.Officer:
    """The officer, locked until the transaction ends, if of the actor's own organisation."""
    policies.require(by, act)
    among = models.Officer.objects.select_related("organisation", "account")
    found = _within(among, by).select_for_update(of=("self",)).filter(pk=officer_id).first()
    if found is None:
        raise NotYours
    return found


def officers_in_reach(
    officer_ids: Collection[UUID], *, by: rows.Actor, act: Act
) -> list[models.Officer]:
    """Several officers of the actor's own organisation, locked, always in the same order."""
    policies.require(by, act)
    among = models.Officer.objects.select_related("account").order_by("id")
    wanted = _within(among, by).select_for_update(of=("self",)).filter(pk__in=officer_ids)
    found = list(wanted)
    if len(found) < len(set(officer_ids)) or len({each.organisation_id for each in found}) > 1:
        raise NotYours
    return found


def partnership_in_reach(partnership_id: UUID, *, by: rows.Officer, act: Act) -> models.Partnership:
    """The partnership, locked until the transaction ends, if the actor's organisation leads it."""
    policies.require(by, act)
    among = models.Partnership.objects.for_organisation(by.organisation.id)
    found = among.select_for_update().filter(pk=partnership_id).first()
    if found is None:
        raise NotYours
    return found


def contact_in_reach(contact_id: UUID, *, by: rows.Officer, act: Act) -> models.Contact:
    """The entry of the route map, locked, if it is the actor's own organisation's."""
    policies.require(by, act)
    among = models.Contact.objects.for_organisation(by.organisation.id)
    found = among.select_for_update().filter(pk=contact_id).first()
    if found is None:
        raise NotYours
    return found


def factor_reset_in_reach(reset_id: UUID, *, by: rows.Officer, act: Act) -> models.FactorReset:
    """The reset of a lost second factor, locked, if it is the actor's own organisation's."""
    policies.require(by, act)
    among = models.FactorReset.objects.for_organisation(by.organisation.id).select_related(
        "organisation", "officer", "asked_by__account"
    )
    found = among.select_for_update(of=("self",)).filter(pk=reset_id).first()
    if found is None:
        raise NotYours
    return found


def job_in_reach(job_id: UUID, *, by: rows.Actor) -> models.Job:
    """The piece of work, locked until the transaction ends, if of the actor's organisation."""
    policies.require(by, Act.RUN_JOB)
    found = _within(models.Job.objects.all(), by).select_for_update().filter(pk=job_id).first()
    if found is None:
        raise NotYours
    return found


def _within(among: OrganisationQuerySet[Kept], by: rows.Actor) -> OrganisationQuerySet[Kept]:
    if isinstance(by, rows.Officer):
        return among.for_organisation(by.organisation.id)
    return among
