"""What a projection comes to, in sentences that stand as headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from carewright.foresee.web.prices import parts, prices
from carewright.foresee.web.reading import Reading
from carewright.foresee.web.wording import about, change, money
from carewright.ui.formats import MINUS, number
from carewright_engine.demand.scenarios.answers import AgeAndSex, Outcome
from carewright_engine.demand.scenarios.summaries import Fan

#: Said under every table that has differences beside their figures.
DIFFERENCES: Final = (
    "A difference is the middle of the differences within each draw, not the difference of two "
    "middles, so it may not be the one figure less the other."
)


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
        f"{about(low[-1])} and {about(high[-1])}.{_people_helped(reading)}"
        f"{_within_the_limit(reading)}"
    )


def _people_helped(reading: Reading) -> str:
    """How many people the hours are for; nothing where each place is one person's."""
    if not reading.counts_people_apart:
        return ""
    people, last = reading.outcome.people, reading.last
    low, high = people.at(last, 0.025), people.at(last, 0.975)
    return (
        f" That is help for about {about(people.at(last))} people (95 chances in 100: "
        f"{about(low)} to {about(high)})."
    )


def _within_the_limit(reading: Reading) -> str:
    """What the limit of the scenario lets through, where it has one."""
    limited, unmet = reading.outcome.limited, reading.outcome.unmet
    if limited is None or unmet is None:
        return ""
    return (
        f" Its limit lets about {about(limited.delivered.at(reading.last))} be delivered and "
        f"leaves about {about(unmet.at(reading.last))} unmet."
    )


def what_pounds_count(reading: Reading) -> str:
    """Of which hours or places the pounds of the comparison are; nothing where there are none."""
    if reading.answer.as_now.pounds is None:
        return ""
    column = reading.support.column.lower()
    if any(each.unmet and not each.limited for each in reading.answer.outcomes):
        return (
            "Worked out by an earlier version: pounds of a scenario with a limit count only the "
            f"{column} that its limit lets be delivered. Ask again to see all that are needed."
        )
    return (
        f"Pounds are a year’s cost of all {column} needed, whether they can be delivered or not. "
        f"“As now” is {prices(reading, 0).words}.{_growing(reading)}"
    )


def _growing(reading: Reading) -> str:
    """Which scenarios make prices grow, so that their differences hold more than the amount."""
    said = [
        f" “{outcome.name}” is {prices(reading, place).words}, so its difference is of "
        f"{reading.support.column.lower()} and of price."
        for place, outcome in enumerate(reading.answer.outcomes)
        if prices(reading, place).grow_from is not None
    ]
    return "".join(said)


def _if(reading: Reading) -> str:
    if reading.chosen == 0:
        return "If people are helped as they are now"
    if not reading.is_touched(reading.chosen):
        no_lever = reading.no_lever(reading.chosen)
        return f"“{reading.outcome.name}” has {no_lever}: helped as people are now"
    return f"If “{reading.outcome.name}” goes as described"


def of_scenarios(reading: Reading) -> str:
    """'More telecare would slow the rise, not stop it; “Dearer” makes it cost £19.0 million more'.

    Every scenario is named with all that it surely does, in hours or places, in pounds and in need
    left unmet; one that surely does nothing is said to do nothing, and one without a lever for this
    kind of support is said to have none.
    """
    outcomes = list(enumerate(reading.answer.outcomes))[1:]
    if not outcomes:
        return "No scenario stands beside “as now” yet"
    others = [(place, each) for place, each in outcomes if reading.is_touched(place)]
    told = [(each.name, _effects(reading, place)) for place, each in others]
    said = [f"{name} would {_and(effects)}" for name, effects in told if effects]
    if others and not said:
        one = "The scenario does not differ" if len(outcomes) == 1 else "No scenario differs"
        said.append(f"{one} surely from “as now”")
    else:
        said += [f"{name} makes no sure difference" for name, effects in told if not effects]
    without = [
        f"{each.name} has {reading.no_lever(place)}"
        for place, each in outcomes
        if not reading.is_touched(place)
    ]
    return "; ".join([*said, *without])


def of_one(reading: Reading) -> str:
    """What the scenario looked at surely does, on its own."""
    if not reading.is_touched(reading.chosen):
        return f"It has {reading.no_lever(reading.chosen)}"
    effects = _effects(reading, reading.chosen)
    return f"It would {_and(effects)}" if effects else "It makes no sure difference to “as now”"


def _and(effects: Sequence[str]) -> str:
    return " and ".join(effects)


def _effects(reading: Reading, place: int) -> list[str]:
    """What it surely does, by every column of the table; intervals hold 95 chances in 100."""
    outcome = reading.answer.outcomes[place]
    return [*_on_amount(reading, outcome), *_on_pounds(reading, place), *_unmet(reading, outcome)]


def _on_amount(reading: Reading, outcome: Outcome) -> Iterator[str]:
    if _is_sure(outcome.difference, reading.last):
        yield _does(reading, outcome)
    elif _is_sure(outcome.difference, reading.between):
        by = outcome.difference.at(reading.between)
        more = "more" if by > 0 else "fewer"
        yield f"need about {about(abs(by))} {more} {reading.support.short} in {reading.between}"


def _on_pounds(reading: Reading, place: int) -> Iterator[str]:
    fan = reading.answer.outcomes[place].pounds_difference
    if fan is not None and _is_sure(fan, reading.last):
        said = _more_or_less(fan.at(reading.last))
        yield f"cost {said} in {reading.last} ({_of_which(reading, place)})"


def _of_which(reading: Reading, place: int) -> str:
    """In which prices; where they grow, which part is of the amount and which of the price."""
    base, found = prices(reading, place), parts(reading, place)
    if found is None:
        return base.words
    if abs(found.amount) < 0.5:  # less than a pound
        return f"{base.words}: all of it for the price"
    amount, price = _more_or_less(found.amount), _more_or_less(found.price)
    return (
        f"{base.words}: about {amount} for {reading.support.column.lower()} at prices of "
        f"{base.of}, about {price} for their price"
    )


def _more_or_less(pounds: float) -> str:
    """'£41.4 million a year more'."""
    return f"{money(abs(pounds))} a year {'more' if pounds > 0 else 'less'}"


def _unmet(reading: Reading, outcome: Outcome) -> Iterator[str]:
    if outcome.unmet is None or (size := outcome.unmet.at(reading.last)) <= 0:
        return
    likely = "" if outcome.unmet.at(reading.last, 0.025) > 0 else "likely "
    yield f"{likely}leave about {about(size)} {reading.support.short} unmet in {reading.last}"


def _is_sure(difference: Fan, year: int) -> bool:
    return difference.at(year, 0.025) > 0 or difference.at(year, 0.975) < 0


def _does(reading: Reading, outcome: Outcome) -> str:
    now = reading.answer.as_now.amount.middle
    start, then = now[0], outcome.amount.middle[-1]
    by = outcome.difference.middle[-1]
    if by > 0:
        moved = "add to the rise" if now[-1] > start else _against_the_fall(then, start)
        return f"{moved} ({about(by)} more {reading.support.short})"
    if now[-1] > start:
        return "slow the rise, not stop it" if then > start else "stop the rise"
    return "add to the fall"


def _against_the_fall(then: float, start: float) -> str:
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


def of_levers_left_out(reading: Reading) -> tuple[str, ...]:
    """What levers could not act on, each with the file that would let them."""
    return tuple(
        f"“{each.lever}” of “{outcome.name}” could not act; everything else here goes without it. "
        f"{each.why} What would fill it: {each.what_would_fill_it}"
        for outcome in reading.answer.outcomes
        for each in outcome.left_out
    )


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
    if gap.opens == gap.years[0]:
        return f"There is a gap already in {gap.opens}, likelier than not"
    return f"A gap is likelier than not from {gap.opens}"


def of_years_without_capacity(reading: Reading) -> str:
    """From when on capacity is known, where projected years come before it."""
    gap = reading.outcome.gap
    if gap is None or gap.years[0] == reading.first:
        return ""
    return (
        f"Nothing is reported for 1 October of a year before {gap.years[0]}, so nobody knows what "
        "could be provided then."
    )
