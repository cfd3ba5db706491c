"""Whatever roles, absences and offices come together, no factor is replaced by one person (T16)."""

from __future__ import annotations

import contextlib
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import pytest
from django.utils.timezone import localdate
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Role
from tests.authorisation.drawing import EVERYTHING
from tests.factories import platform as make
from tests.factories.lost import CALLED, MET
from tests.factories.platform import NOW, OPERATOR

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

ROLES: Final = (Role.SYSTEM_ADMINISTRATOR, Role.TEAM_MANAGER, Role.AUTHORISING_DIRECTOR)
REFUSED: Final = (
    platform.CannotReset, platform.CannotCover, platform.CannotGrant, platform.NotPermitted,
    platform.NotYours, platform.RoleNotHeld,
)  # fmt: skip
people = st.integers(0, 3)


class OneOffice(RuleBasedStateMachine):
    """Four people who give each other roles, stand in for each other, ask, confirm and withdraw."""

    confirmed = 0

    @initialize()
    def open_office(self) -> None:
        self.at: datetime = NOW + timedelta(days=30)
        self.resets: list[UUID] = []
        here = make.organisation()
        self.ids = [make.officer(organisation=here).id for _ in range(4)]
        for officer_id in self.ids:
            make.second_factor(self._account(officer_id))
        for who in (0, 1):
            self.given(who, Role.SYSTEM_ADMINISTRATOR)
        self.given(2, Role.TEAM_MANAGER)
        self.ask(0, 3)

    @rule(who=people, role=st.sampled_from(ROLES), giver=people)
    def give(self, who: int, role: Role, giver: int) -> None:
        with contextlib.suppress(*REFUSED):
            platform.grant_role(
                officer_id=self.ids[who], role=role, starts_on=localdate(self.at), ends_before=None,
                by=self._officer(giver), at=self.at,
            )  # fmt: skip

    @rule(absent=people, deputy=people)
    def go_away(self, absent: int, deputy: int) -> None:
        self.at += timedelta(minutes=1)
        today = localdate(self.at)
        with contextlib.suppress(*REFUSED):
            platform.arrange_cover(
                absent_id=self.ids[absent], deputy_id=self.ids[deputy], starts_on=today,
                ends_before=today + timedelta(days=1), by=OPERATOR, at=self.at,
            )  # fmt: skip

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours: int) -> None:
        self.at += timedelta(hours=hours)

    @rule(by=people, whose=people)
    def ask(self, by: int, whose: int) -> None:
        with contextlib.suppress(*REFUSED):
            self.resets.append(
                platform.ask_factor_reset(
                    officer_id=self.ids[whose],
                    identity_checked=MET,
                    by=self._officer(by),
                    at=self.at,
                )
            )

    @rule(by=people)
    def confirm(self, by: int) -> None:
        for reset_id in self.resets[-1:]:
            with contextlib.suppress(*REFUSED):
                platform.confirm_factor_reset(
                    reset_id=reset_id, identity_checked=CALLED, by=self._officer(by), at=self.at
                )
                type(self).confirmed += 1

    @invariant()
    def two_others_vouched_for_everybody_whose_factor_is_gone(self) -> None:
        for account in models.Account.objects.exclude(opens_by_link_from=None):
            found = models.FactorReset.objects.filter(
                officer__account=account, confirmed_at=account.opens_by_link_from
            ).get()
            asker = self._account(found.asked_by_id)
            assert found.confirmed_by_id is not None
            assert len({account.pk, asker, self._account(found.confirmed_by_id)}) == 3
            # Cover lasts for a day here, and was there if it was arranged before.
            covers = models.Cover.objects.filter(
                deputy=found.confirmed_by_id,
                starts_on=localdate(account.opens_by_link_from),
                arranged_at__lte=found.confirmed_at,
            )
            away = set(covers.values_list("absent_id", flat=True))
            assert not away & {found.asked_by_id, found.officer_id}

    def given(self, who: int, role: Role) -> None:
        models.OfficerRole.objects.create(
            officer_id=self.ids[who], role=role.value, starts_on=NOW.date()
        )

    def _officer(self, who: int) -> platform.Officer:
        return platform.officer(self.ids[who], on=localdate(self.at))

    def _account(self, officer_id: UUID) -> UUID:
        return models.Officer.objects.get(pk=officer_id).account_id


def test_no_factor_is_replaced_by_one_person_alone() -> None:
    run_state_machine_as_test(
        OneOffice,
        settings=settings(
            max_examples=30 if EVERYTHING else 12, stateful_step_count=25, deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    assert OneOffice.confirmed > 0
