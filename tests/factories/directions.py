"""Directions of a joint board, as small as they may be."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from carewright.decide.models import Scheme
from carewright.govern import api as govern
from carewright.govern import models
from carewright.govern.api import DirectionSaid
from carewright.platform import api as platform
from carewright.platform.api import OrganisationKind, Role
from tests.factories import decide as decisions
from tests.factories import platform as make

WORDS: dict[str, Any] = {
    "title": "Care at home", "text": "Give 350 hours more a week.",
    "functions": "Care at home for adults", "money_pence": 14_000_000,
    "payment": "Monthly", "starts_on": date(2026, 4, 1), "ends_before": None,
}  # fmt: skip


def chief() -> platform.Officer:
    """The chief officer of a joint board, who also plans."""
    board = make.organisation(kind=OrganisationKind.INTEGRATION_AUTHORITY.value)
    return make.officer(Role.CHIEF_OFFICER, Role.JOINT_COMMISSIONER, organisation=board)


def director() -> platform.Officer:
    """Who answers for a council."""
    return make.officer(Role.AUTHORISING_DIRECTOR)


def decision(by: platform.Officer, *, approved: bool = True) -> UUID:
    """A decision of the board, which a colleague has approved."""
    if not Scheme.objects.for_organisation(by.organisation.id).exists():
        decisions.scheme(by.organisation.id, "Authorising director")
    asked = decisions.request(by)
    if approved:
        decisions.approved(asked, decisions.colleague(by, Role.AUTHORISING_DIRECTOR))
    return asked


def said(to: platform.Officer | None, request_id: UUID, **given: Any) -> DirectionSaid:
    """The words of a direction to somebody's organisation, or to a body elsewhere."""
    whom = {"to_id": to.organisation.id if to else None, "to_name": "" if to else "A body"}
    return DirectionSaid(**{**WORDS, **whom, "request_id": request_id, **given})


def draft(by: platform.Officer, to: platform.Officer | None, **given: Any) -> UUID:
    """A direction that nobody outside the board sees yet."""
    asked = given.pop("request_id", None) or decision(by)
    return govern.write_direction(said=said(to, asked, **given), by=by, at=make.NOW)


def issued(by: platform.Officer, to: platform.Officer | None, **given: Any) -> UUID:
    """A direction that its recipient sees."""
    made = draft(by, to, **given)
    govern.issue_direction(direction_id=made, by=by, at=make.NOW)
    return made


def directed_by(by: platform.Officer, word: str) -> UUID:
    """One that any organisation at all gave itself, for whoever tries every page."""
    made = models.Direction.objects.create(
        organisation_id=by.organisation.id, number=1, to_id=by.organisation.id,
        state="issued", issued_by_name=by.name, issued_at=make.NOW, to_name=f"{word} body",
        request_id=uuid4(), rests_on=f"{word} decision", written_by_name=by.name,
        written_at=make.NOW, **{**WORDS, "title": f"{word} direction"},
    )  # fmt: skip
    return made.pk
