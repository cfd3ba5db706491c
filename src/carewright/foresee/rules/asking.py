"""What a projection cannot be asked, told before anybody works on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.utils.translation import gettext, gettext_lazy

from carewright.platform.api import Blocker
from carewright_engine.demand.scenarios.early import lever_faults
from carewright_engine.demand.scenarios.facts.words import financial_year
from carewright_engine.demand.scenarios.questions import Question

#: First and last financial year in which the use of a support is counted.
YearsCounted = tuple[int, int]

#: What keeps a scenario from being compared, by the field of its lever.
WORDS: Final = {
    "from_year": gettext_lazy(
        "“%(scenario)s” cannot be compared: its lever “%(lever)s” begins in %(said)s, and the "
        "files count up to %(last)s. Let it begin in %(first)s or later, or leave the scenario out"
    ),
    "areas": gettext_lazy(
        "“%(scenario)s” cannot be compared: its lever “%(lever)s” is for an area (%(said)s) that "
        "is no part of %(area)s. Choose other areas in the lever, or leave the scenario out"
    ),
}
OTHERWISE: Final = gettext_lazy(
    "“%(scenario)s” cannot be compared: the effect of its lever “%(lever)s” on care homes must be "
    "stated, as people are followed one by one at home only. State it, or leave the scenario out"
)


def blockers_to_ask(
    question: Question, counted: YearsCounted | None, *, today: date
) -> list[Blocker]:
    """Why the question cannot be asked; what no file counts is left to the work to say."""
    found = list(_of_the_day(question, today))
    if counted:
        found += [*_of_the_fit(question, counted), *_of_levers(question, counted)]
    return found


def _of_the_day(question: Question, today: date) -> Iterator[Blocker]:
    if question.through > today:
        yield Blocker("through", gettext("Enter today or an earlier day: no fact is known later"))


def _of_the_fit(question: Question, counted: YearsCounted) -> Iterator[Blocker]:
    first, last = counted
    if question.fit_from is not None and not first <= question.fit_from <= last:
        yield Blocker(
            "fit_from",
            gettext("Enter a year from %(first)s to %(last)s, for which the files count it")
            % {"first": first, "last": last},
        )


def _of_levers(question: Question, counted: YearsCounted) -> Iterator[Blocker]:
    """A lever changes what is projected, which begins in the year after the last counted."""
    _first, last = counted
    for fault in lever_faults(question, last):
        words = WORDS.get(fault.field, OTHERWISE)
        said = {
            "scenario": fault.scenario, "lever": fault.lever, "said": fault.said,
            "last": financial_year(last), "first": last + 1, "area": question.area.name,
        }  # fmt: skip
        yield Blocker("scenarios", str(words) % said)
