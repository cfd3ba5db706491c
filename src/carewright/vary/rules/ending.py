"""How much notice an end takes, and what keeps an agreement from being over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from carewright.contract.api import RUNNING, AgreementState, Blocker
from carewright.ui.formats import written_date
from carewright.vary.rules.words import Cause, Counted
from carewright_engine.values.bank_holidays import Nation
from carewright_engine.values.working_days import working_days_after


@dataclass(frozen=True, slots=True)
class Notice:
    """How many days of notice count, and the earliest last day; None where none was agreed."""

    days: int | None
    counted: Counted
    earliest_last_day: date | None
    says: str


def notice_of(
    cause: Cause,
    *,
    given_on: date,
    our_days: int | None,
    their_days: int | None,
    counted: Counted,
    nation: Nation | None,
) -> Notice:
    """The notice that the cause takes; the day on which it is given does not count."""
    if cause not in (Cause.WE_END_IT, Cause.PROVIDER_ENDS_IT):
        return Notice(None, counted, None, "No notice is given: " + cause.label.lower())
    ours = cause is Cause.WE_END_IT
    days = our_days if ours else their_days
    whose = "ours" if ours else "the provider’s"
    if days is None:
        return Notice(None, counted, None, f"No notice period was agreed for {whose}")
    kind = "working days" if counted is Counted.WORKING else "days"
    says = f"{days} {kind} of notice ({whose}), given on {written_date(given_on)}"
    if counted is Counted.CALENDAR:
        return Notice(days, counted, given_on + timedelta(days=days), says)
    if nation is None:
        unknown = f"{says}. Not assessed: nobody has said whose bank holidays count"
        return Notice(days, counted, None, unknown)
    return Notice(days, counted, working_days_after(given_on, days, nation), says)


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step of the exit plan that is not done."""

    title: str
    protects: bool


def blockers_to_plan(
    *,
    state: AgreementState,
    reason: str,
    last_day: date,
    today: date,
    notice: Notice,
    waived: str,
    notice_given_on: date,
    notice_why: str,
) -> list[Blocker]:
    """Why the end cannot be planned so."""
    found = []
    if state not in RUNNING:
        found.append(Blocker("", "Only an agreement that has begun is ended by a plan"))
    if not reason.strip():
        found.append(Blocker("reason", "Say why it ends"))
    if last_day < today:
        found.append(Blocker("last_day", "Its last day is still to come"))
    if notice_given_on < today and not notice_why.strip():
        says = "Say how it is known that notice was given on a day gone by, and by whom"
        found.append(Blocker("notice_why", says))
    unknown = notice.days is not None and notice.earliest_last_day is None
    if unknown and not waived.strip():
        says = f"{notice.says}: say who agreed to the last day"
        found.append(Blocker("waived", says))
    early = notice.earliest_last_day
    if early and last_day < early and not waived.strip():
        found.append(
            Blocker(
                "waived",
                f"{notice.says}: the last day is {written_date(early)} at the earliest, unless "
                "both sides shorten it. Say who agreed to that",
            )
        )
    return found


def blockers_to_end(
    steps: Sequence[OpenStep], *, people_left: int | None, by_exception: bool
) -> list[Blocker]:
    """Why it cannot be over yet: nobody loses their care because a paper says that it ended.

    A step that protects people holds the end up, unless all care has gone elsewhere or a dated
    exception says how it goes on.
    """
    if people_left == 0 or by_exception:
        return []
    open_ones = [each.title for each in steps if each.protects]
    if not open_ones:
        return []
    return [
        Blocker(
            "",
            f"Still open, and people depend on it: {'; '.join(open_ones)}. Finish it, count "
            "nobody as supported any more, or record how care goes on",
        )
    ]
