"""Somebody who lost every second factor, and the colleagues who vouch for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Role
from tests.factories import platform as make
from tests.factories import together

MET = "Met at her desk this morning, with her staff card"
CALLED = "Called on the number that I have had for years"


@dataclass(frozen=True)
class Team:
    """People of one organisation who have known each other for long."""

    lost: platform.Officer
    asker: platform.Officer
    second: platform.Officer


def team() -> Team:
    """Somebody with an authenticator app, an administrator and a team manager."""
    lost = make.commissioner()
    make.second_factor(lost.account_id)
    return Team(
        lost,
        together.colleague(lost, Role.SYSTEM_ADMINISTRATOR),
        together.colleague(lost, Role.TEAM_MANAGER),
    )


def asked(who: Team, *, at: datetime) -> UUID:
    """The first of the two has spoken."""
    return platform.ask_factor_reset(
        officer_id=who.lost.id, identity_checked=MET, by=who.asker, at=at
    )


def confirmed(who: Team, *, at: datetime) -> platform.ResetConfirmed:
    """Both have spoken, at the same moment."""
    return platform.confirm_factor_reset(
        reset_id=asked(who, at=at), identity_checked=CALLED, by=who.second, at=at
    )


def held_by(organisation: platform.Organisation) -> dict[str, str]:
    """A reset that waits for its second person, by the parameter of its pages."""
    whose = models.Organisation.objects.get(pk=organisation.id)
    lost = make.officer(organisation=whose)
    make.second_factor(lost.account_id)
    asker = make.officer(Role.SYSTEM_ADMINISTRATOR, organisation=whose)
    return {"reset_id": str(asked(Team(lost, asker, asker), at=make.NOW))}
