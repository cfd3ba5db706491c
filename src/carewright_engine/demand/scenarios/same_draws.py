"""What common random numbers are worth: a difference with the same draws and with others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.scenarios.assembling import assembled
from carewright_engine.demand.scenarios.outlook import Outlook
from carewright_engine.demand.scenarios.questions import Question
from carewright_engine.demand.scenarios.scenario import Scenario, scenario_from
from carewright_engine.provision.inputs import Inputs

FEWER: Final = -0.05


@dataclass(frozen=True, slots=True)
class Compared:
    """The difference in hours a week in the last year: mean, and variance in both ways."""

    year: int
    mean: float
    same: float
    other: float

    @property
    def times(self) -> float:
        """How many times smaller the variance is with the same draws."""
        return self.other / self.same

    def in_words(self) -> str:
        """What a person reads."""
        return (
            f"5% fewer hours for each person: {self.mean:,.0f} hours a week in {self.year}.\n"
            f"Standard deviation of the difference: {self.same**0.5:,.1f} with the same draws, "
            f"{self.other**0.5:,.1f} with independent draws.\n"
            f"The variance is {self.times:,.0f} times smaller with the same draws."
        )


def same_and_other_draws(inputs: Inputs, question: Question) -> Compared:
    """5% fewer hours for each person against as now; the other draws have another seed."""
    known, _ = assembled(inputs, question)
    others, _ = assembled(inputs, replace(question, seed=question.seed + 1))
    first = known.years[0]
    fewer = shorter_visits(first)
    now = _last(known.outlook(), question)
    then = _last(fewer.applied(known.outlook(), seed=question.seed), question)
    apart = _last(fewer.applied(others.outlook(), seed=question.seed + 1), question)
    return Compared(
        known.years[-1], float((then - now).mean()), float((then - now).var()),
        float((apart - now).var()),
    )  # fmt: skip


def shorter_visits(first: int) -> Scenario:
    """The one lever: 5% fewer hours for each person from the first year on."""
    evidence = {"source": "A what-if", "says": "Five in a hundred.", "quality": "practice"}
    lever = {
        "lever": "hours_for_each", "name": "Shorter visits", "evidence": evidence,
        "from_year": first, "full_from": first, "change": FEWER,
    }  # fmt: skip
    return scenario_from({"name": "Shorter visits", "levers": [lever]})


def _last(outlook: Outlook, question: Question) -> Array:
    needed: Array = outlook.kinds[question.support].needed[:, -1]
    total: Array = needed.sum(axis=(1, 2))
    return total
