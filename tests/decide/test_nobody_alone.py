"""Whatever roles, absences, offices and partners come together, nobody approves their own (T16).

The machine acts through the doors that people use, on a real database; what it finds decided is
judged from the tables alone, without the rules that decided it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

import pytest
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
from carewright.decide.models import StepDecision
from carewright.govern import api as govern
from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Level, Role, SharedKind
from carewright.ui.formats import in_london
from tests.decide import told_by_the_tables as tables
from tests.factories import decide as ask
from tests.factories import govern as papers
from tests.factories import platform as make
from tests.factories import together
from tests.factories.platform import NOW, OPERATOR

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

FULL: Final = bool(os.environ.get("CAREWRIGHT_FULL"))
ROLES: Final = (
    Role.COMMISSIONER, Role.BUDGET_HOLDER, Role.AUTHORISING_DIRECTOR, Role.COMMITTEE_CLERK,
)  # fmt: skip
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
    decide.CannotAsk, decide.CannotDecide, govern.CannotDo, platform.CannotCover,
    platform.CannotGrant, platform.NotPermitted, platform.NotYours, platform.RoleNotHeld,
)  # fmt: skip

offices = st.sampled_from(range(len(OFFICES)))


@dataclass
class Tally:
    """How much of what was tried took effect, so that an empty test would be seen."""

    approved: int = 0
    refused: int = 0
    covered: int = 0
    by_partners: int = 0
    asked_anew: int = 0
    minuted_at_meetings: int = 0


TALLY = Tally()


class TwoCouncils(RuleBasedStateMachine):
    """Four people in two councils that share what they decide on, as far as they have agreed.

    They are given roles, go away, ask, take back and ask anew, bring papers before meetings, hold
    things up, decide and act first.
    """

    @initialize()
    def open_councils(self) -> None:
        self.at: datetime = NOW
        self.requests: list[tuple[UUID, int]] = []
        self.covers: list[tuple[UUID, int]] = []
        self.meetings = 0
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
        for place in (2, 3):
            self._granted(place, Role.COMMITTEE_CLERK)
        self.joint = together.partnership(
            self.offices[2], self.offices[4], shared={SharedKind.APPROVAL: Level.DECIDE}
        )
        self.agreed: Level | None = Level.DECIDE
        for place, act in ((0, "award"), (1, "grant"), (4, "award"), (3, "placement")):
            self.ask_for(place, act)
        self._take(self.requests[0], 5, Outcome.APPROVE)
        self._go_the_ways_round_that_were_open_once()

    def _go_the_ways_round_that_were_open_once(self) -> None:
        """What was acted on first is asked anew; a paper is minuted without a meeting."""
        self._act_first(self.requests[-1][0], 1)
        self._ask_anew(self.requests[-1], [3, 1, 2, 0], joint=True)
        self.somebody_brings_a_paper(0)
        for place in range(len(OFFICES)):
            self._take(self.requests[-1], place, Outcome.APPROVE)

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

    def ask_for(
        self, place: int, act: str, *, joint: bool = True, subject_id: UUID | None = None
    ) -> None:
        """Asks, where the office's roles of the day allow it."""
        with contextlib.suppress(*REFUSED), self._at_work(place) as officer:
            asked = ask.request(
                officer, act=DecidedAct(act), at=self.at, subject_kind="trial",
                subject_id=subject_id or uuid4(), partnership_id=self.joint if joint else None,
            )  # fmt: skip
            self.requests.append((asked, OFFICES[place][1]))
            TALLY.asked_anew += subject_id is not None

    def somebody_brings_a_paper(self, place: int) -> None:
        with contextlib.suppress(*REFUSED), self._at_work(place) as officer:
            paper_id = papers.written(officer, act="grant")
            asked = govern.send_for_approval(
                paper_id=paper_id, reason="They follow", by=officer, at=self.at
            )
            self.requests.append((asked, OFFICES[place][1]))

    @rule(place=offices, outcome=st.sampled_from(Outcome))
    def the_executive_meets(self, place: int, outcome: Outcome) -> None:
        """Every paper that waits for it comes onto its agenda, and is minuted."""
        with contextlib.suppress(*REFUSED), self._at_work(place) as officer:
            self.meetings += 1
            began = self.at - timedelta(seconds=self.meetings)
            meeting_id = papers.meeting(officer, "Executive", starts_at=began)
            for waiting in govern.meeting(meeting_id, seen_by=officer, at=NOW).waiting:
                self._minuted(officer, meeting_id, waiting, outcome)

    def _minuted(
        self, by: platform.Officer, meeting_id: UUID, waiting: govern.AwaitingPaper,
        outcome: Outcome,
    ) -> None:  # fmt: skip
        before = tables.before(waiting.step_id)
        item_id = govern.put_on_agenda(
            meeting_id=meeting_id, paper_id=waiting.paper_id, by=by, at=self.at
        )
        govern.record_resolution(
            item_id=item_id, outcome=outcome, resolution="So", minute_reference="1", by=by,
            at=self.at,
        )  # fmt: skip
        TALLY.minuted_at_meetings += 1
        self._judge(waiting.step_id, by, before)

    @precondition(lambda self: self.requests)
    @rule(data=st.data(), order=st.permutations(range(len(OFFICES))), joint=st.booleans())
    def take_back_and_ask_anew(self, data: st.DataObject, order: list[int], joint: bool) -> None:
        """Whoever can takes it back; the first who may asks for the same; everybody tries."""
        self._ask_anew(data.draw(self._any_open()), order, joint=joint)

    def _ask_anew(self, request: tuple[UUID, int], order: list[int], *, joint: bool) -> None:
        request_id, council = request
        asked = decide.approval(request_id, seen_by=self.offices[2 if council == 0 else 4])
        for requester in range(len(OFFICES)):
            with contextlib.suppress(*REFUSED), self._at_work(requester) as officer:
                decide.withdraw_request(request_id=request_id, reason="So", by=officer, at=self.at)
        if asked.subject_kind != "trial":
            return
        for place in (each for each in order if OFFICES[each][1] == council):
            self.ask_for(place, asked.act.value, joint=joint, subject_id=UUID(asked.subject_id))
        for place in order:
            self._take(self.requests[-1], place, Outcome.APPROVE)

    @precondition(lambda self: self.requests)
    @rule(data=st.data(), place=offices)
    def hold_up(self, data: st.DataObject, place: int) -> None:
        request_id, _ = data.draw(self._any_open())
        with contextlib.suppress(*REFUSED), self._at_work(place) as officer:
            decide.hold(request_id=request_id, reason="So", by=officer, at=self.at)

    @precondition(lambda self: self.requests)
    @rule(data=st.data(), place=offices, outcome=st.sampled_from([*Outcome, Outcome.APPROVE]))
    def decide(self, data: st.DataObject, place: int, outcome: Outcome) -> None:
        self._take(data.draw(self._any_open()), place, outcome)

    @precondition(lambda self: self.requests)
    @rule(data=st.data(), order=st.permutations(range(len(OFFICES))))
    def everybody_tries_to_approve(self, data: st.DataObject, order: list[int]) -> None:
        request = data.draw(self._any_open())
        for place in order:
            self._take(request, place, Outcome.APPROVE)

    @precondition(lambda self: self.requests)
    @rule(data=st.data(), place=offices)
    def answer(self, data: st.DataObject, place: int) -> None:
        request_id, _ = data.draw(self._any_open())
        with contextlib.suppress(*REFUSED), self._at_work(place) as officer:
            decide.answer_questions(request_id=request_id, words="So", by=officer, at=self.at)

    @precondition(lambda self: self.requests)
    @rule(data=st.data(), order=st.permutations(range(len(OFFICES))))
    def the_first_who_may_acts_first(self, data: st.DataObject, order: list[int]) -> None:
        request_id, _ = data.draw(self._any_open())
        for place in order:
            self._act_first(request_id, place)

    def _act_first(self, request_id: UUID, place: int) -> None:
        with contextlib.suppress(*REFUSED), self._at_work(place) as officer:
            decide.use_urgent_power(request_id=request_id, ground="Now", by=officer, at=self.at)

    @invariant()
    def nobody_decides_their_own(self) -> None:
        """By account and by power, whichever office was taken, and no power twice."""
        for said in StepDecision.objects.filter(request__in=[r for r, _ in self.requests]):
            assert said.request.requester.account_id not in (
                said.account_id, said.power_account_id
            )  # fmt: skip
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
        for step in steps[:1]:
            before = tables.before(step.id)
            try:
                with self._at_work(place) as by:
                    self._say(step, outcome, by)
            except REFUSED:
                TALLY.refused += 1
                return
            TALLY.approved += outcome is Outcome.APPROVE
            self._judge(step.id, by, before)

    def _say(self, step: decide.Step, outcome: Outcome, by: platform.Officer) -> None:
        said = {"step_id": step.id, "outcome": outcome, "reason": "So", "by": by, "at": self.at}
        if step.committee:
            decide.record_minute(**said, met_on=self._day(), minute_reference="1")
        else:
            decide.decide_step(**said)

    def _judge(self, step_id: UUID, by: platform.Officer, before: tables.Before) -> None:
        """That the one who has just decided could, by what the tables say of this very day."""
        said = StepDecision.objects.filter(step=step_id).latest("decided_at")
        day = in_london(self.at).date()
        assert not before.held
        covering = models.Cover.objects.filter(
            starts_on__lte=day, ends_before__gt=day, called_off_at=None
        )
        for person in (said.account_id, said.power_account_id):
            assert person not in before.acted_first
            assert not covering.filter(
                deputy__account=person, absent__account=said.request.requester_account_id
            ).exists()
        if said.committee:
            assert by.organisation.id == said.request.organisation_id
            assert tables.minuted_where_it_must_be(said)
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
        assert said.role in said.step.roles
        if said.power_account_id != said.account_id:
            assert covering.filter(deputy=by.id, absent__account=said.power_account_id).exists()

    def _granted(self, place: int, role: Role) -> None:
        platform.grant_role(
            officer_id=self.offices[place].id, role=role, starts_on=self._day(), by=OPERATOR,
            at=self.at,
        )  # fmt: skip

    def _any_open(self) -> st.SearchStrategy[tuple[UUID, int]]:
        """Requests that wait for somebody, if there are any, so that little is tried in vain."""
        waiting = tables.open_among([request_id for request_id, _ in self.requests])
        return st.sampled_from([r for r in self.requests if r[0] in waiting] or self.requests)

    @contextlib.contextmanager
    def _at_work(self, place: int) -> Iterator[platform.Officer]:
        """The officer, with the rows that the database lets their organisation see."""
        officer = self._officer(place)
        with platform.acting_for(officer.organisation.id):
            yield officer

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
    record_property("asked anew", TALLY.asked_anew)
    record_property("papers minuted at meetings", TALLY.minuted_at_meetings)
    assert TALLY.approved
    assert TALLY.refused
    assert TALLY.covered
    assert TALLY.by_partners
    assert TALLY.asked_anew
    assert TALLY.minuted_at_meetings
