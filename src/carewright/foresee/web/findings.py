"""What a projection comes to, in sentences that stand as headings."""

from __future__ import annotations

from collections.abc import Iterable

from carewright.foresee.web.reading import Reading
from carewright.foresee.web.wording import about, change
from carewright.ui.formats import MINUS, number
from carewright_engine.demand.scenarios.answers import AgeAndSex, Outcome


def lead(reading: Reading) -> str:
    """The finding and how sure it is: the first thing on the page."""
    amount, many = reading.outcome.amount, reading.support.many
    low, high = amount.interval(95)
    before = reading.counted_last
    against = ""
    if before and before.amount is not None:
        against = f", against {number(round(before.amount))} in {before.year}"
    return (
        f"{_if(reading)}, {reading.area} will need about {about(amount.middle[-1])} {many} in "
        f"{reading.last}{against}. There are 95 chances in 100 that it is between "
        f"{about(low[-1])} and {about(high[-1])}."
    )


def _if(reading: Reading) -> str:
    if reading.chosen == 0:
        return "If people are helped as they are now"
    return f"If “{reading.outcome.name}” goes as described"


def of_scenarios(reading: Reading) -> str:
    """'More telecare would slow the rise, not stop it': the one that lowers need most."""
    _now, *others = reading.answer.outcomes
    if not others:
        return "No scenario stands beside “as now” yet"
    sure = [each for each in others if _differs_surely(each)]
    if not sure:
        one = "The scenario does not differ" if len(others) == 1 else "No scenario differs"
        return f"{one} surely from “as now”"
    lowering = [each for each in sure if each.difference.middle[-1] < 0]
    most = max(lowering or sure, key=lambda each: abs(each.difference.middle[-1]))
    return f"{most.name} would {_does(reading, most)}"


def _differs_surely(outcome: Outcome) -> bool:
    low, high = outcome.difference.interval(95)
    return low[-1] > 0 or high[-1] < 0


def _does(reading: Reading, outcome: Outcome) -> str:
    now = reading.answer.as_now.amount.middle
    start, then = now[0], outcome.amount.middle[-1]
    rises, lowers = now[-1] > start, outcome.difference.middle[-1] < 0
    if rises and lowers:
        return "slow the rise, not stop it" if then > start else "stop the rise"
    if rises:
        return "add to the rise"
    if lowers:
        return "add to the fall"
    return "slow the fall, not stop it" if then < start else "stop the fall"


def of_ages(reading: Reading) -> str:
    """'83% more people aged 85 and over, 5% fewer aged 20 to 64'."""
    ages = reading.answer.basis.ages
    if not ages:
        return f"{reading.support.column} by age"
    oldest = _grown(each for each in ages if each.youngest >= 85)
    working = _grown(each for each in ages if 20 <= each.youngest < 65)
    first = f"{_more_people(oldest)} aged 85 and over"
    return f"{first}, {_more(working)} aged 20 to 64"


def _grown(ages: Iterable[AgeAndSex]) -> str:
    groups = list(ages)
    return change(
        sum(each.women + each.men for each in groups),
        sum(each.women_later + each.men_later for each in groups),
    )


def _more(said: str) -> str:
    if said.startswith("+"):
        return f"{said[1:]} more"
    return f"{said[1:]} fewer" if said.startswith(MINUS) else "as many"


def _more_people(said: str) -> str:
    return "As many people" if _more(said) == "as many" else f"{_more(said)} people"


def of_left_out(reading: Reading) -> str:
    """'unpaid carers who stop, delays in leaving hospital, children.'"""
    named = [each.question.rstrip("?.") for each in reading.answer.basis.not_assessed]
    return ", ".join(f"{each[:1].lower()}{each[1:]}" for each in named) + "."


def of_gap(reading: Reading) -> str:
    """When a gap opens."""
    gap = reading.outcome.gap
    if gap is None:
        return "What can be provided is not known"
    if gap.opens is None:
        return f"No gap is likelier than not up to {reading.last}"
    if gap.opens == reading.first:
        return f"There is a gap already in {reading.first}, likelier than not"
    return f"A gap is likelier than not from {gap.opens}"
