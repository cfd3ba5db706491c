"""Whatever roles, absences, offices and partners come together, nobody approves their own (T16).

The machine acts through the doors that people use, on a real database; what it finds decided is
judged from the tables alone, without the rules that decided it.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import pytest
from django.db.models import Q
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from carewright.decide import api as decide
from carewright.decide.api import DecidedAct, Outcome
from carewright.decide.models import StepDecision, UrgentUse
from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Level, Role, SharedKind
from carewright.ui.formats import in_london
from tests.factories import decide as ask
from tests.factories import platform as make
from tests.factories import together
from tests.factories.platform import NOW, OPERATOR

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

FULL: Final = bool(os.environ.get("CAREWRIGHT_FULL"))
ROLES: Final = (Role.COMMISSIONER, Role.BUDGET_HOLDER, Role.AUTHORISING_DIRECTOR)
PEOPLE: Final = 4
#: The first two people work for both councils, so that they can change organisation.
OFFICES: Final = [(0, 0), (1, 0), (2, 0), (3, 0), (0, 1), (1, 1)]
LINES: Final = (
    {"act": "award", "steps": ["Budget holder or Authorising director", "Authorising director"]},
    {
        "act": "grant", "steps": ["Committee: Executive", "Authorising director"],
        "urgent_days": 5, "urgent_roles": "Commissioner or Authorising director",
    },
    {
        "act": "placement", "steps": ["Budget holder x 2"], "urgent_days": 5,
        "urgent_roles": "Commissioner or Authorising director",
    },
)  # fmt: skip
REFUSED: Final = (
    decide.CannotAsk, decide.CannotDecide, platform.CannotCover, platform.CannotGrant,
    platform.NotPermitted, platform.NotYours, platform.RoleNotHeld,
)  # fmt: skip

offices = st.sampled_from(range(len(OFFICES)))


@dataclass
class Tally:
    """How much of what was tried took effect, so that an empty test would be seen."""

    approved: int = 0
    refused: int = 0
    covered: int = 0
    by_partners: int = 0


TALLY = Tally()


class TwoCouncils(RuleBasedStateMachine):
    """Four people in two councils that share what they decide on, as far as they have agreed.

    They are given roles, go away, ask, decide and act first.
    """

    @initialize()
    def open_councils(self) -> None:
        self.at: datetime = NOW
        self.requests: list[tuple[UUID, int]] = []
        self.covers: list[tuple[UUID, int]] = []
        councils = [make.organisation(), make.organisation()]
        accounts = [make.account() for _ in range(PEOPLE)]
        for council in councils:
            ask.scheme(council.pk, lines=LINES)
        self.offices = [
            make.officer(account=accounts[person], organisation=councils[council])
            for person, council in OFFICES
        ]
        for place in (0, 3, 4):
            self._granted(place, Role.COMMISSIONER)
        for place in (0, 1, 2, 5):
            self._granted(place, Role.AUTHORISING_DIRECTOR)
        for place in (1, 3):
            self._granted(place, Role.BUDGET_HOLDER)
        self.joint = together.partnership(
            self.offices[2], self.offices[4], shared={SharedKind.APPROVAL: Level.DECIDE}
        )
        self.agreed: Level | None = Level.DECIDE
        for place, act in ((0, "award"), (1, "grant"), (4, "award"), (3, "placement")):
            self.ask_for(place, act)

    @rule(place=offices, role=st.sampled_from(ROLES))
    def grant(self, place: int, role: Role) -> None:
        with contextlib.suppress(*REFUSED):
            self._granted(place, role)

    @rule(place=offices, role=st.sampled_from(ROLES))
    def end(self, place: int, role: Role) -> None:
        with contextlib.suppress(*REFUSED):
            platform.end_role(
                officer_id=self.offices[place].id, role=role, ends_before=self._day(1),
                by=OPERATOR, at=self.at,
            )  # fmt: skip

    @rule()
    def a_day_passes(self) -> None:
        self.at += timedelta(days=1)

    @rule(absent=offices, deputy=offices, days=st.integers(1, 4))
    def go_away(self, absent: int, deputy: int, days: int) -> None:
        if OFFICES[absent][1] != OFFICES[deputy][1]:
            return
        with contextlib.suppress(*REFUSED):
            cover_id = platform.arrange_cover(
                absent_id=self.offices[absent].id, deputy_id=self.offices[deputy].id,
                starts_on=self._day(), ends_before=self._day(days), by=OPERATOR, at=self.at,
            )  # fmt: skip
            self.covers.append((cover_id, absent))
            TALLY.covered += 1

    @precondition(lambda self: self.covers)
    @rule(data=st.data())
    def come_back(self, data: st.DataObject) -> None:
        cover_id, _ = data.draw(st.sampled_from(self.covers))
        with contextlib.suppress(*REFUSED):
            platform.end_cover(cover_id=cover_id, ends_before=self._day(1), by=OPERATOR, at=self.at)

    @rule(level=st.sampled_from([None, *Level]))
    def agree_otherwise(self, level: Level | None) -> None:
        """Both councils agree how far they share approvals from now on; None: not at all."""
        if level is self.agreed:
            return
        shared = {SharedKind.APPROVAL: level} if level else {SharedKind.TASK: Level.DECIDE}
        together.new_terms(self.joint, self.offices[2], self.offices[4], shared=shared)
        self.agreed = level

    @rule(place=offices, act=st.sampled_from(["award", "grant", "placement"]), joint=st.booleans())
    def somebody_asks(self, place: int, act: str, joint: bool) -> None:
        self.ask_for(place, act, joint=joint)

    def ask_for(self, place: int, act: str, *, joint: bool = True) -> None:
        """Asks, where the office's roles of the day allow it."""
        with contextlib.suppress(*REFUSED):
            asked = ask.request(
                self._officer(place), act=DecidedAct(act), at=self.at,
                partnership_id=self.joint if joint else None,
            )  # fmt: skip
            self.requests.append((asked, OFFICES[place][1]))

    @precondition(lambda self: self.requests)
    @rule(data=st.data(), place=offices, outcome=st.sampled_from([*Outcome, Outcome.APPROVE]))
    def decide(self, data: st.DataObject, place: int, outcome: Outcome) -> None:
        self._take(data.draw(st.sampled_from(self.requests)), place, outcome)

    @precondition(lambda self: self.requests)
    @rule(data=st.data(), order=st.permutations(range(len(OFFICES))))
    def everybody_tries_to_approve(self, data: st.DataObject, order: list[int]) -> None:
        request = data.draw(st.sampled_from(self.requests))
        for place in order:
            self._take(request, place, Outcome.APPROVE)

    @precondition(lambda self: self.requests)
    @rule(data=st.data(), place=offices)
    def answer(self, data: st.DataObject, place: int) -> None:
        request_id, _ = data.draw(st.sampled_from(self.requests))
        with contextlib.suppress(*REFUSED):
            decide.answer_questions(
                request_id=request_id, words="So", by=self._officer(place), at=self.at
            )

    @precondition(lambda self: self.requests)
    @rule(data=st.data(), place=offices)
    def act_first(self, data: st.DataObject, place: int) -> None:
        request_id, _ = data.draw(st.sampled_from(self.requests))
        with contextlib.suppress(*REFUSED):
            decide.use_urgent_power(
                request_id=request_id, ground="Tonight", by=self._officer(place), at=self.at
            )

    @invariant()
    def nobody_decides_their_own(self) -> None:
        """By account and by power, whichever office was taken, and no power twice."""
        for said in StepDecision.objects.filter(request__in=[r for r, _ in self.requests]):
            assert said.request.requester.account_id not in (
                said.account_id, said.power_account_id
            )  # fmt: skip
            used = UrgentUse.objects.filter(request=said.request, used_at__lt=said.decided_at)
            assert not used.filter(
                Q(account=said.account_id) | Q(power_account=said.power_account_id)
            ).exists()
        for request_id, _ in self.requests:
            approving = StepDecision.objects.filter(
                request=request_id, outcome="approve", committee=""
            )
            for whose in ("account", "power_account"):
                found = list(approving.values_list(whose, flat=True))
                assert len(found) == len(set(found))

    def _take(self, request: tuple[UUID, int], place: int, outcome: Outcome) -> None:
        request_id, council = request
        owner = next(o for o, (_, c) in zip(self.offices, OFFICES, strict=True) if c == council)
        steps = decide.approval(request_id, seen_by=owner).open_steps
        by = self._officer(place)
        for step in steps[:1]:
            try:
                if step.committee:
                    decide.record_minute(
                        step_id=step.id, met_on=self._day(), minute_reference="1", reason="So",
                        outcome=outcome, by=by, at=self.at,
                    )  # fmt: skip
                else:
                    decide.decide_step(
                        step_id=step.id, outcome=outcome, reason="So", by=by, at=self.at
                    )
            except REFUSED:
                TALLY.refused += 1
                return
            TALLY.approved += outcome is Outcome.APPROVE
            self._judge(step, by)

    def _judge(self, step: decide.Step, by: platform.Officer) -> None:
        """That the one who has just decided could, by what the tables say of this very day."""
        said = StepDecision.objects.filter(step=step.id).latest("decided_at")
        day = in_london(self.at).date()
        requester = said.request.requester_account_id
        covering = models.Cover.objects.filter(
            starts_on__lte=day, ends_before__gt=day, called_off_at=None
        )
        for person in (said.account_id, said.power_account_id):
            assert not covering.filter(deputy__account=person, absent__account=requester).exists()
        if said.committee:
            assert by.organisation.id == said.request.organisation_id
            return
        held = models.OfficerRole.objects.on(day).filter(
            officer__account=said.power_account_id, role=said.role,
            officer__organisation=by.organisation.id,
        )  # fmt: skip
        assert held.exists()
        if by.organisation.id != said.request.organisation_id:
            assert self.agreed is Level.DECIDE
            assert said.request.partnership_id == self.joint
            TALLY.by_partners += 1
        assert said.role in step.roles
        if said.power_account_id != said.account_id:
            assert covering.filter(deputy=by.id, absent__account=said.power_account_id).exists()

    def _granted(self, place: int, role: Role) -> None:
        platform.grant_role(
            officer_id=self.offices[place].id, role=role, starts_on=self._day(), by=OPERATOR,
            at=self.at,
        )  # fmt: skip

    def _officer(self, place: int) -> platform.Officer:
        """Whoever takes the office today, as the middleware would have it."""
        return platform.officer(self.offices[place].id, on=self._day())

    def _day(self, ahead: int = 0):  # type: ignore[no-untyped-def]
        return in_london(self.at).date() + timedelta(days=ahead)


def test_no_path_leads_to_self_approval(record_property) -> None:  # type: ignore[no-untyped-def]
    run_state_machine_as_test(
        TwoCouncils,
        settings=settings(
            max_examples=400 if FULL else 10, stateful_step_count=60 if FULL else 25,
            deadline=None, derandomize=not FULL, database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        ),
    )  # fmt: skip
    record_property("approvals that went through", TALLY.approved)
    record_property("decisions refused", TALLY.refused)
    assert TALLY.approved
    assert TALLY.refused
    assert TALLY.covered
    assert TALLY.by_partners
