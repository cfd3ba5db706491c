"""What organisations and their officers have between them, one valid minimal object each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Level, Part, Role, SharedKind
from tests.factories import platform as make
from tests.factories.platform import NOW, OPERATOR, TODAY

WEEK = timedelta(days=7)
LONG_AGO = date(2020, 1, 1)


def colleague(of: platform.Officer, *roles: platform.Role) -> platform.Officer:
    """Somebody else who works in the same organisation."""
    organisation = models.Organisation.objects.get(pk=of.organisation.id)
    return make.officer(*roles, organisation=organisation)


def cover(
    absent: platform.Officer,
    deputy: platform.Officer | None = None,
    *,
    starts_on: date = TODAY,
    ends_before: date = TODAY + WEEK,
    by: platform.Actor = OPERATOR,
) -> UUID:
    """A week from today in which somebody stands in."""
    deputy = deputy or colleague(absent)
    return platform.arrange_cover(
        absent_id=absent.id, deputy_id=deputy.id, starts_on=starts_on,
        ends_before=ends_before, by=by, at=NOW,
    )  # fmt: skip


def partnership(
    lead: platform.Officer,
    *partners: platform.Officer,
    shared: Mapping[SharedKind, Level] | None = None,
    starts_on: date = LONG_AGO,
    agreed: bool = True,
) -> UUID:
    """A partnership since long ago that the first organisation leads, agreed by everybody."""
    proposer, everybody = colleague(lead, Role.COMMISSIONER), (lead, *partners)
    kept = platform.form_partnership(
        name=f"Partnership {next(make._numbers)}", purpose="Care for older people",
        starts_on=starts_on, parts=[Part(each.organisation.id, None) for each in everybody],
        shared=shared or {SharedKind.TASK: Level.SEE}, by=proposer, at=NOW,
    )  # fmt: skip
    if agreed:
        all_agree(latest_terms(kept), *everybody)
    return kept


def new_terms(
    partnership_id: UUID, lead: platform.Officer, *partners: platform.Officer,
    shared: Mapping[SharedKind, Level], starts_on: date = LONG_AGO,
) -> UUID:  # fmt: skip
    """Other terms for a partnership, which everybody named in them agrees."""
    terms_id = platform.propose_terms(
        partnership_id=partnership_id, starts_on=starts_on, shared=shared,
        parts=[Part(each.organisation.id, None) for each in (lead, *partners)],
        by=colleague(lead, Role.COMMISSIONER), at=NOW,
    )  # fmt: skip
    all_agree(terms_id, lead, *partners)
    return terms_id


def all_agree(terms_id: UUID, *officers: platform.Officer) -> None:
    """Somebody who may bind each organisation agrees for it."""
    for each in officers:
        director = colleague(each, Role.AUTHORISING_DIRECTOR)
        platform.agree_terms(terms_id=terms_id, by=director, at=NOW)


def latest_terms(partnership_id: UUID) -> UUID:
    """The terms proposed last."""
    found = models.PartnershipTerms.objects.filter(partnership_id=partnership_id)
    return found.order_by("-number").values_list("id", flat=True)[0]


def again(officer: platform.Officer) -> platform.Officer:
    """The officer as they are known now, with the partnerships that there are now."""
    return platform.officer(officer.id, on=TODAY)


def contact(of: platform.Officer, area: str = "contracts", **more: Any) -> UUID:
    """A colleague who is named on the route map."""
    by = colleague(of, Role.COMMISSIONER)
    return platform.name_contact(
        officer_id=colleague(of).id, service_area=area, by=by, at=NOW, **more
    )


def held_by(organisation: platform.Organisation) -> dict[str, str]:
    """What one organisation of the world of permissions holds of all this, by parameter."""
    somebody = make.officer(organisation=models.Organisation.objects.get(pk=organisation.id))
    away = cover(somebody, starts_on=date(2099, 1, 1), ends_before=date(2099, 1, 8))
    joint = partnership(somebody, make.officer())
    return {
        "cover_id": str(away), "officer_id": str(somebody.id), "partnership_id": str(joint),
        "terms_id": str(latest_terms(joint)), "contact_id": str(contact(somebody)),
    }  # fmt: skip
