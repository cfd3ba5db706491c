"""Who may decide a step: never whoever asked, whoever stands in for them, or one person twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from carewright.decide.rules.decided_acts import DecidedAct
from carewright.decide.rules.life_of_a_request import ENDED, RequestState, StepState
from carewright.decide.rules.notation import written_roles
from carewright.platform.api import Blocker, Role
from carewright.ui.formats import written_datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """A person by their account, the roles held on the day, and whom they cover anywhere."""

    account_id: UUID
    name: str
    roles: frozenset[Role]
    covers: frozenset[UUID] = frozenset()  # accounts of those for whom they stand in


@dataclass(frozen=True, slots=True)
class Power:
    """By which role a person decides, and whose role it is: their own, or that of one away."""

    role: Role
    holder: Holder
    own: bool


@dataclass(frozen=True, slots=True)
class Case:
    """One person before one step, on one day."""

    person: Holder
    stands_in_for: tuple[Holder, ...]  # those whom the person covers here on the day
    requester_account_id: UUID
    spent: frozenset[UUID]  # accounts by whose power this request was approved already
    acted_urgently: frozenset[UUID]  # accounts that acted on the subject and wait for approval
    state: RequestState
    step_state: StepState
    roles: frozenset[Role] = frozenset()
    committee: str = ""
    held: tuple[str, ...] = field(default=())
    authors: frozenset[UUID] = frozenset()  # accounts that wrote what is asked about
    acted_on: bool = False  # somebody has acted by this very request
    minuted_at_meetings: bool = False  # another stage has it on agendas, and minutes it there
    members_look_until: datetime | None = None  # it ends the request, and members' days still run

    @property
    def askers(self) -> frozenset[UUID]:
        """Whoever asked and whoever wrote it: sending a colleague's paper makes it nobody's own."""
        return self.authors | {self.requester_account_id}


OWN_REQUEST: Final = Blocker("", "You asked for this yourself. Nobody decides their own request.")
FOR_REQUESTER: Final = Blocker(
    "", "You stand in for somebody who asked for this, so somebody else has to decide."
)
AUTHOR: Final = Blocker(
    "", "You wrote some of what this asks for. Nobody decides what they wrote themselves."
)
SPENT: Final = Blocker(
    "", "You have approved a step of this request. Another person has to take this one."
)
ACTED: Final = Blocker(
    "", "You acted on this before it was approved, so somebody else has to approve it."
)
ACTED_BEFORE_MINUTE: Final = Blocker(
    "", "You acted on this before the committee met, so somebody else records its minute."
)
AT_ITS_MEETING: Final = Blocker(
    "", "Its minute is recorded at the meeting that has it on its agenda."
)


def blockers_to_decide(case: Case) -> list[Blocker]:
    """Everything that keeps the person from deciding the step now; nothing if they may."""
    found = [*_not_now(case), *not_this_person(case)]
    if not found and power_for(case) is None:
        found.append(no_power(case))
    return found


def blockers_to_minute(case: Case, *, on_agenda: bool) -> list[Blocker]:
    """Why the person cannot record a committee's minute at the step; nothing if they may.

    A minute is the committee's own power, so whoever decided a step may record it, but never
    whoever asked, nor whoever acted first on what the committee now looks at. What comes before
    meetings is minuted only where it stands on the agenda of one.
    """
    found = list(_not_open(case))
    found += [b for b in not_this_person(case) if b in (OWN_REQUEST, AUTHOR, FOR_REQUESTER)]
    if case.person.account_id in case.acted_urgently:
        found.append(ACTED_BEFORE_MINUTE)
    if not case.committee:
        found.append(Blocker("", "No committee takes this step."))
    if case.minuted_at_meetings and not on_agenda:
        found.append(AT_ITS_MEETING)
    return found


def power_for(case: Case) -> Power | None:
    """The role by which the person may decide: their own first, then of those they cover."""
    for holder in (case.person, *case.stands_in_for):
        if _barred(holder, case):
            continue
        for role in sorted(case.roles & holder.roles):
            return Power(role, holder, holder is case.person)
    return None


def blockers_to_act_urgently(case: Case, act: DecidedAct) -> list[Blocker]:
    """Why the person cannot act before approval; nothing if they may.

    Whoever asked may start care for a person, as care never stops for paperwork; anything else
    takes a second person even between two meetings.
    """
    found = []
    if case.state in ENDED:
        found.append(Blocker("", f"This has been decided: {case.state.label.lower()}."))
    if case.acted_on:
        found.append(Blocker("", "Somebody has acted on this already."))
    if not case.roles:
        found.append(Blocker("", "The scheme gives nobody a power to act on this first."))
    elif not found and urgent_power_for(case, act) is None:
        found.append(no_power(case))
    return found


def urgent_power_for(case: Case, act: DecidedAct) -> Power | None:
    """The role by which the person may act first."""
    care = act is DecidedAct.PLACEMENT
    for holder in (case.person, *case.stands_in_for):
        if case.askers & {holder.account_id, *holder.covers} and not care:
            continue
        for role in sorted(case.roles & holder.roles):
            return Power(role, holder, holder is case.person)
    return None


def _not_now(case: Case) -> Iterator[Blocker]:
    open_still = case.state is RequestState.REQUESTED and case.step_state is StepState.OPEN
    if open_still and case.committee:
        yield Blocker("", f"This step waits for the minute of {case.committee}.")
    yield from _not_open(case)


def _not_open(case: Case) -> Iterator[Blocker]:
    """Why nobody takes the step now, be it a committee's or not."""
    if case.state is not RequestState.REQUESTED:
        yield Blocker("", f"The request is not open: {case.state.label.lower()}.")
    elif case.step_state is not StepState.OPEN:
        yield Blocker("", f"This step is not open: {case.step_state.label.lower()}.")
    for reason in case.held:
        yield Blocker("", f"The decision is on hold: {reason}")
    if until := case.members_look_until:
        says = f"Members may look at it until {written_datetime(until)}, so it waits until then."
        yield Blocker("", says)


def not_this_person(case: Case) -> Iterator[Blocker]:
    """Why it is never this person, whenever it is."""
    account = case.person.account_id
    if account == case.requester_account_id:
        yield OWN_REQUEST
    elif account in case.authors:
        yield AUTHOR
    if case.askers & case.person.covers:
        yield FOR_REQUESTER
    if account in case.spent:
        yield SPENT
    if account in case.acted_urgently:
        yield ACTED


def _barred(holder: Holder, case: Case) -> bool:
    """Whether a role of this person decides nothing here, whoever would use it."""
    return (
        bool(case.askers & {holder.account_id, *holder.covers})
        or holder.account_id in case.spent | case.acted_urgently
    )


def no_power(case: Case) -> Blocker:
    """Whose power it is."""
    wanted = written_roles(case.roles).lower()
    return Blocker("", f"The scheme of delegation gives this to somebody else: {wanted}.")
