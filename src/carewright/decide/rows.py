"""What others see of this stage: frozen rows, never tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from carewright.decide.rules.days_for_scrutiny import (
    Days,
    Note,
    blockers_to_carry_out,
    notes_of,
)
from carewright.decide.rules.decided_acts import DecidedAct
from carewright.decide.rules.life_of_a_request import (
    ENDED,
    Outcome,
    RequestState,
    StepState,
)
from carewright.decide.rules.life_of_a_scheme import SchemeState
from carewright.decide.rules.notation import written_roles
from carewright.decide.rules.reconsidering import SentBack, Verdict
from carewright.decide.rules.scheme import SchemeRow
from carewright.platform.api import Blocker, Role
from carewright.ui.formats import written_datetime
from carewright.ui.rows import State, Tag

#: How each state looks beside its words, on the page of whichever stage.
LOOKS: Final[Mapping[RequestState, State]] = {
    RequestState.REQUESTED: "wait",
    RequestState.RETURNED: "soon",
    RequestState.APPROVED: "good",
    RequestState.DECLINED: "late",
    RequestState.WITHDRAWN: "none",
    RequestState.SET_ASIDE: "soon",
}
STEP_LOOKS: Final[Mapping[StepState, State]] = {
    StepState.WAITING: "none",
    StepState.OPEN: "wait",
    StepState.APPROVED: "good",
    StepState.DECLINED: "late",
    StepState.NOT_NEEDED: "none",
}


def stands_as(state: RequestState, *, acted_first: bool, goes_again: bool) -> Tag:
    """Where a request stands, also that it was done already, or goes back to whoever decided."""
    if acted_first and state not in ENDED:
        return Tag("Done before approval", "soon")
    if goes_again and state is RequestState.APPROVED:
        return Tag("To be decided again", "soon")
    return Tag(state.label, LOOKS[state])


@dataclass(frozen=True, slots=True)
class Scheme:
    """One version of an organisation's scheme of delegation."""

    id: UUID
    organisation_id: UUID
    version: int
    takes_effect_on: date
    state: SchemeState
    file_name: str
    proposed_by_account: UUID
    proposed_by: str
    proposed_at: datetime
    ended_by: str
    ended_at: datetime | None
    rows: tuple[SchemeRow, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What one person said at a step, or a committee resolved."""

    outcome: Outcome
    reason: str
    name: str
    power_name: str  # whose role it was, where somebody stood in for another
    role: Role | None
    at: datetime
    committee: str
    met_on: date | None
    minute_reference: str
    document_id: UUID | None
    accounts: frozenset[UUID] = frozenset()  # of who said it, and of whose power it was


@dataclass(frozen=True, slots=True)
class Step:
    """One step: who takes it, where it stands, what was said."""

    id: UUID
    stage: int
    roles: frozenset[Role]
    persons: int
    committee: str
    state: StepState
    opened_at: datetime | None
    due_at: datetime | None
    ended_at: datetime | None
    said: tuple[Said, ...]

    @property
    def who(self) -> str:
        """Who takes the step, in words."""
        if self.committee:
            return self.committee
        many = f", {self.persons} persons" if self.persons > 1 else ""
        return written_roles(self.roles) + many


@dataclass(frozen=True, slots=True)
class Answer:
    """What whoever asked said to questions."""

    words: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Hold:
    """What stops or stopped a decision for a time."""

    reason: str
    held_by: str
    held_at: datetime
    released_by: str
    released_at: datetime | None
    release_reason: str


@dataclass(frozen=True, slots=True)
class UrgentUse:
    """What was done before it was approved, why, and by when approval must follow."""

    ground: str
    role: Role
    name: str
    power_name: str
    at: datetime
    approval_due_at: datetime
    approved_at: datetime | None


@dataclass(frozen=True, slots=True)
class Reconsideration:
    """That members sent a decision back, why, and what whoever decided it said then."""

    reasons: str
    sent_back_by: str
    sent_back_at: datetime
    due_at: datetime
    verdict: Verdict | None
    why: str
    decided_by: str
    power_name: str  # whose role it was, where somebody stood in for another
    minute: str  # of the committee that said it
    decided_at: datetime | None

    @property
    def known(self) -> SentBack:
        """What the rules ask of it."""
        return SentBack(self.due_at, self.verdict)

    def notes(self) -> list[Note]:
        """Why it came back, and what was said of it, as a page says it."""
        when = written_datetime(self.sent_back_at)
        found = [
            Note(
                "Members sent it back to whoever decided it",
                f"{self.reasons} ({self.sent_back_by}, {when})",
                "none" if self.verdict else "soon",
            )
        ]
        if self.verdict and self.decided_at:
            instead = f", standing in for {self.power_name}" if self.power_name else ""
            who = self.minute or f"{self.decided_by}{instead}"
            words = f"{self.verdict.label}. {self.why} ({who}, {written_datetime(self.decided_at)})"
            look: State = "good" if self.verdict is Verdict.CONFIRMED else "late"
            found.append(Note("It was decided again", words, look))
        return found


@dataclass(frozen=True, slots=True)
class Spared:
    """Who of scrutiny agreed that a decision cannot wait for members' days, and why."""

    why: str
    by: str
    at: datetime

    @property
    def in_words(self) -> str:
        """One sentence of who, when and why."""
        return f"{self.by} agreed for scrutiny on {written_datetime(self.at)}: {self.why}"


@dataclass(frozen=True, slots=True)
class Approval:
    """A request for approval, with everything that was said of it."""

    id: UUID
    organisation_id: UUID
    organisation: str
    partnership_id: UUID | None  # with which partnership it is shared
    reference: str
    subject_kind: str
    subject_id: str
    title: str
    link: str
    people_affected: int | None
    act: DecidedAct
    annual_pence: int
    term_months: int
    in_framework: bool
    state: RequestState
    requester_id: UUID
    requester_account_id: UUID
    author_account_ids: frozenset[UUID]
    requester_name: str
    asked_at: datetime
    ended_at: datetime | None
    withdrawn_why: str
    scheme_id: UUID
    scheme_version: int
    row: SchemeRow
    steps: tuple[Step, ...]
    answers: tuple[Answer, ...]
    holds: tuple[Hold, ...]
    urgent: UrgentUse | None
    minutes_link: str  # where its minutes are recorded, if not on the form of this stage
    days: Days  # that members have to look at it, before and after
    spared: Spared | None
    missing: tuple[str, ...] = ()  # what should be there and is not, by name
    missing_why: str = ""  # why whoever asked goes on without it
    sent_back: Reconsideration | None = None

    @property
    def open_steps(self) -> tuple[Step, ...]:
        """The steps that can be taken now."""
        return tuple(step for step in self.steps if step.state is StepState.OPEN)

    @property
    def held(self) -> tuple[Hold, ...]:
        """What stops the decision now."""
        return tuple(hold for hold in self.holds if hold.released_at is None)

    def blockers_to_carry_out(self, at: datetime) -> list[Blocker]:
        """Everything that keeps what was asked for from being done now."""
        held = [hold.reason for hold in self.held]
        again = self.sent_back.known if self.sent_back else None
        return blockers_to_carry_out(self.state, self.days, held, at, sent_back=again)

    def notes_of_days(self, at: datetime) -> list[Note]:
        """What members' days mean for it now, in words."""
        held = [hold.reason for hold in self.held]
        agreed = self.spared.in_words if self.spared else ""
        again = self.sent_back.known if self.sent_back else None
        found = notes_of(self.state, self.days, held, at, agreed=agreed, sent_back=again)
        return [*found, *(self.sent_back.notes() if self.sent_back else [])]

    @property
    def due_at(self) -> datetime | None:
        """By when somebody should decide: the earliest of the steps and of an urgent use."""
        times = [step.due_at for step in self.open_steps]
        stands = self.urgent is not None and self.urgent.approved_at is None
        times.append(self.urgent.approval_due_at if self.urgent and stands else None)
        return min((time for time in times if time is not None), default=None)

    @property
    def tag(self) -> Tag:
        """Where it stands, in words and a colour."""
        again = self.sent_back is not None and self.sent_back.verdict is None
        return stands_as(self.state, acted_first=self.urgent is not None, goes_again=again)

    @property
    def ended(self) -> bool:
        """Whether nothing more can be said."""
        return self.state in ENDED


@dataclass(frozen=True, slots=True)
class Waiting:
    """One request that waits, for whom, since when and until when."""

    approval: Approval
    what: str  # what the officer is to do, or for whom it waits
    since: datetime
    due_at: datetime | None
    step_ids: tuple[UUID, ...] = ()  # by whose roles others may do it as well
    standing_in_for: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What waits for one officer, and what that officer waits for."""

    mine: tuple[Waiting, ...] = ()
    others: tuple[Waiting, ...] = ()
