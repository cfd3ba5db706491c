"""What cannot be projected, told from the counts alone, before anything is worked out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl

from carewright_engine.demand.refusing import BadParameter, within
from carewright_engine.demand.scenarios.facts.counts import is_counted, years_counted
from carewright_engine.demand.scenarios.facts.missing import CALLED, CannotProject, not_counted
from carewright_engine.demand.scenarios.facts.words import financial_year
from carewright_engine.demand.scenarios.levers import BalanceOfCare, Lever
from carewright_engine.demand.scenarios.questions import SUPPORTS, Question, kinds_wanted
from carewright_engine.demand.scenarios.scenario import Scenario

#: The kind of support that people are followed into one by one.
FOLLOWED_IN: Final = "care_at_home"


@dataclass(frozen=True, slots=True)
class CannotAct:
    """A lever that will change nothing, as no file counts a kind of support that it wants."""

    scenario: str
    lever: str
    support: str
    cannot: CannotProject

    def __str__(self) -> str:
        """One sentence on the lever, one on why, one on what would fill it."""
        return (
            f"“{self.scenario}”: its lever “{self.lever}” cannot act, and the rest goes on without "
            f"it. {self.cannot.words} What would fill it: {self.cannot.what_would_fill_it}"
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """A field of a lever that stands in the way: what it says, what it may be, how to mend it."""

    scenario: str
    number: int
    lever: str
    field: str
    said: object
    wanted: str
    mend: str

    def refused(self) -> BadParameter:
        """The refusal, naming the scenario and the lever."""
        where = f"scenario “{self.scenario}”, lever {self.number} (“{self.lever}”)"
        return BadParameter(self.field, self.said, self.wanted, self.mend).of(where)


def refuse_early(question: Question, activity: pl.DataFrame) -> None:
    """Refuses a question that the counts cannot answer; raises CannotProject and BadParameter.

    Of an area without councils, which nothing counts, the work itself tells more.
    """
    if not question.area.councils:
        return
    nation = min(question.area.councils)[0]
    counted = years_counted(activity, question.support, nation, through=question.through)
    if counted is None:
        raise not_counted(question.support, question.through)
    if question.fit_from is not None:
        within("fit_from", question.fit_from, *counted)
    for fault in lever_faults(question, counted[1]):
        raise fault.refused()


def cannot_act(question: Question, activity: pl.DataFrame) -> tuple[CannotAct, ...]:
    """Levers that the projection leaves out, each with the file that it wants."""
    if not question.area.councils:
        return ()
    nation, through = min(question.area.councils)[0], question.through
    wanted = kinds_wanted(question) - {question.support}
    uncounted = {
        kind: not_counted(kind, through)
        for kind in wanted
        if not is_counted(activity, kind, nation, through=through)
    }
    return tuple(
        CannotAct(scenario.name, lever.name, kind, uncounted[kind])
        for scenario in question.compared
        for lever, kind in wanting(scenario, uncounted)
    )


def wanting(scenario: Scenario, uncounted: Collection[str]) -> Iterator[tuple[Lever, str]]:
    """Levers that want a kind of support among these, with the kind."""
    for lever in scenario.levers:
        for kind in lever.kinds():
            if kind in uncounted:
                yield lever, kind


def lever_faults(question: Question, last: int) -> Iterator[Fault]:
    """What keeps levers from being pulled here; `last` is the last financial year counted."""
    for scenario in question.compared:
        for number, lever in enumerate(scenario.levers, 1):
            for field, said, wanted, mend in _faults(lever, question, last):
                yield Fault(scenario.name, number, lever.name, field, said, wanted, mend)


def _faults(lever: Lever, question: Question, last: int) -> Iterator[tuple[str, object, str, str]]:
    """A lever changes what is projected: a year after those counted, an area asked about."""
    if lever.from_year <= last:
        counted = financial_year(last)
        mend = f"The files count up to {counted}, and a lever changes what comes after."
        yield "from_year", lever.from_year, f"{last + 1} or later", mend
    councils = question.area.councils
    for code in lever.areas:
        if code not in councils:
            mend = f"This is a projection of {question.area.name}."
            yield "areas", code, f"one of {', '.join(councils)}, or left out", mend
    for kind in lever.kinds():
        if lever.follows and not isinstance(lever, BalanceOfCare) and kind != FOLLOWED_IN:
            mend = "People are followed one by one at home; elsewhere an effect must be stated."
            yield "support", kind, f"{FOLLOWED_IN}, unless its effect is stated", mend


def refuse_idle_scenarios(question: Question) -> None:
    """Refuses a scenario none of whose levers can change the kind of support asked about."""
    for scenario in question.compared:
        for number, lever in enumerate(scenario.levers, 1):
            for kind in lever.kinds():
                if kind not in SUPPORTS:
                    raise BadParameter(
                        f"scenario “{scenario.name}”, lever {number} (“{lever.name}”), support",
                        kind, f"one of {', '.join(SUPPORTS)}",
                    )  # fmt: skip
        if scenario.levers and not scenario.touches(question.support):
            kinds = sorted({CALLED[kind] for lever in scenario.levers for kind in lever.kinds()})
            raise BadParameter(
                f"scenario “{scenario.name}”, levers", f"for {' and '.join(kinds)} only",
                f"one or more for {CALLED[question.support]}",
                "Leave the scenario out, or ask about the other kind of support.",
            )  # fmt: skip
