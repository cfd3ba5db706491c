"""What a projection rests on, in plain words: assumptions and warnings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import numpy as np

from carewright_engine.demand.population.moving import VARIANTS
from carewright_engine.demand.population.people import OLDEST
from carewright_engine.demand.scenarios.answers import AgeAndSex, Assumption, Warned
from carewright_engine.demand.scenarios.facts.breaks import Jump, jumps
from carewright_engine.demand.scenarios.facts.counts import Counts
from carewright_engine.demand.scenarios.facts.missing import CALLED
from carewright_engine.demand.scenarios.facts.people_ahead import HELD, PeopleAhead
from carewright_engine.demand.scenarios.known import Part
from carewright_engine.demand.scenarios.levers import Migration
from carewright_engine.demand.scenarios.questions import Question
from carewright_engine.provision.areas import AreaRef

OLD_AFTER: Final = 2  # years
FEW: Final = 5  # areas
MOST_NAMED: Final = 5
COUNTED_IN: Final = {
    "week": "one counted week of each year",
    "quarter": "quarters",
    "year": "whole years",
}


def financial_year(year: int) -> str:
    """2023 reads 2023/24."""
    return f"{year}/{(year + 1) % 100:02}"


def ages_of(people: PeopleAhead, councils: tuple[str, ...], last: int) -> tuple[AgeAndSex, ...]:
    """People by five years of age, at the base and in the last year."""
    now, later = people.of(people.base_year, councils), people.of(last, councils)
    found = []
    for young in range(0, OLDEST + 1, 5):
        ages = slice(young, young + 5)
        name = f"{young}+" if young == OLDEST else f"{young} to {young + 4}"
        counts = [float(each) for when in (now, later) for each in when[:, ages].sum(axis=1)]
        found.append(AgeAndSex(name, young, *(round(each, 1) for each in counts)))
    return tuple(found)


def assumptions_of(
    question: Question, counts: Counts, people: PeopleAhead, each: Part, use: Part
) -> tuple[Assumption, ...]:
    """What is taken for true, with its standing."""
    return (
        *_of_people(people, question.area),
        *_of_moves(question),
        *_of_use(counts, use),
        *(_of_hours(counts, each) if counts.hours is not None else ()),
        *_of_cost(question),
    )


def _of_people(people: PeopleAhead, area: AreaRef) -> Iterable[Assumption]:
    yield Assumption(
        "Population now",
        f"{area.name}, mid-{people.base_year}",
        "estimates by council, sex and single year of age",
        "published",
    )
    for origin in people.origins:
        name = f"Population ahead: {origin.component}"
        standing = "judgement" if origin.how == HELD.how else origin.how
        yield Assumption(name, origin.how, origin.words, standing)


def _of_moves(question: Question) -> Iterable[Assumption]:
    levers = [lever for scenario in question.compared for lever in scenario.levers]
    if any(isinstance(lever, Migration) for lever in levers):
        times = {name: times for name, times in VARIANTS.items() if times != 1}
        yield Assumption(
            "Variants of migration",
            ", ".join(f"{name}: net migration times {each:g}" for name, each in times.items()),
            "the files hold no published variants; the nation's net migration at each age is "
            "multiplied, and moves between councils stay as they are. How far is a judgement",
            "judgement",
        )


def _of_use(counts: Counts, use: Part) -> Iterable[Assumption]:
    span = f"{financial_year(counts.first_year)} to {financial_year(counts.last_year)}"
    yield Assumption(
        "Who uses it at each age",
        f"as counted from {span}, moving on as it has moved",
        f"{COUNTED_IN[counts.period]} of {len(counts.areas)} councils, which lend each other "
        "strength: a small council's rates stand nearer to all councils' than a large one's",
        "fitted",
    )
    yield Assumption(
        "Spread of that use, first year and last",
        f"{_width(use, 0)} and {_width(use, -1)}",
        "draws of the fitted model; 80 chances in 100",
        "fitted",
    )


def _of_hours(counts: Counts, each: Part) -> Iterable[Assumption]:
    yield Assumption(
        "Hours for each person at each age",
        f"as in {financial_year(counts.last_year)}, smoothed; {_moved_on(each)} by the last year",
        f"hours over people, {COUNTED_IN[counts.period]}; each council's own where it counts many; "
        "moving on as those of all councils together have moved, less each year",
        "fitted",
    )
    yield Assumption(
        "Spread of those hours, first year and last",
        f"{_width(each, 0)} and {_width(each, -1)}",
        "how far councils' hours for each person have moved from year to year; 80 in 100",
        "fitted",
    )


def _of_cost(question: Question) -> Iterable[Assumption]:
    if question.cost is not None:
        cost = question.cost
        yield Assumption(
            "Cost of one hour"
            if question.support == "care_at_home"
            else "Cost of one place a week",
            f"£{cost.pence / 100:,.2f}, likely £{cost.low / 100:,.2f} to £{cost.high / 100:,.2f}",
            cost.source,
            "local",
        )


def _moved_on(part: Part) -> str:
    """By how much the middle moves from the first year to the last: '+12%'."""
    return f"{part.middle[-1].sum() / part.middle[0].sum() - 1:+.0%}"


def _width(part: Part, year: int) -> str:
    """Half the width of the middle 80 draws in 100, of the middle, over areas and ages."""
    drawn = part.drawn[:, year].mean(axis=(1, 2))
    low, middle, high = np.quantile(drawn, (0.1, 0.5, 0.9))
    return f"±{100 * (high - low) / 2 / middle:.0f}%"


def warnings_of(
    question: Question, counts: Counts, people: PeopleAhead, councils: tuple[str, ...],
    names: dict[str, str],
) -> tuple[Warned, ...]:  # fmt: skip
    """What a reader must know before using the figures."""
    ended = last_ended(question.through)
    return tuple(
        [
            *_of_breaks(question, counts, councils, names),
            *_of_age(ended, counts, people),
            *_of_strength(counts, people),
        ]
    )


def last_ended(day: date) -> int:
    """The last financial year that had ended by the day."""
    return day.year - 1 if (day.month, day.day) >= (3, 31) else day.year - 2


def _of_breaks(
    question: Question, counts: Counts, councils: tuple[str, ...], names: dict[str, str]
) -> Iterable[Warned]:
    measures = (("Hours", counts.hours), ("People", counts.people))
    found = [
        (code, what, jump)
        for what, counted in measures
        if counted is not None
        for code in councils
        for jump in jumps(counted[:, counts.areas.index(code)], counts.first_year)
    ]
    if len(councils) == 1:
        for _, what, jump in found:
            yield _one_break(what, jump, told=question.fit_from is not None)
    elif found:
        yield _many_breaks(found, names)


def _one_break(what: str, jump: Jump, *, told: bool) -> Warned:
    (young, young_after), (old, old_after) = jump.younger, jump.older
    then = (
        f"{what} for people aged 18 to 64 went from {young:,.0f} to {young_after:,.0f} in one "
        f"year while {what.lower()} for people aged 65 and over {_moved(old, old_after)}. "
    )
    after = "You chose the years that are fitted." if told else "We fit only to later years."
    heading = f"The {'drop' if young_after < young else 'rise'} in {financial_year(jump.year)}"
    return Warned(f"{heading} may be a change in counting", then + after, jump.year)


def _moved(before: float, after: float) -> str:
    share = 100 * (after / max(before, 1.0) - 1)
    return f"{'rose' if share >= 0 else 'fell'} by {abs(share):.0f}%"


def _many_breaks(found: Sequence[tuple[str, str, Jump]], names: dict[str, str]) -> Warned:
    where = [
        f"{names.get(code, code)} ({what.lower()}, {financial_year(jump.year)})"
        for code, what, jump in found
    ]
    more = f" and {len(where) - MOST_NAMED} more" if len(where) > MOST_NAMED else ""
    return Warned(
        f"Counting may have changed in {len({code for code, _, _ in found})} councils",
        f"Figures jump from one year to the next in {', '.join(where[:MOST_NAMED])}{more}. For "
        "these councils we fit only to later years.",
    )


def _of_age(ended: int, counts: Counts, people: PeopleAhead) -> Iterable[Warned]:
    behind = ended - counts.last_year
    if behind >= OLD_AFTER:
        yield Warned(
            f"The newest count is {behind} years old",
            f"The files count {CALLED[counts.kind]} up to {financial_year(counts.last_year)}. "
            "What has happened since is not in these figures.",
        )
    if ended - people.base_year >= OLD_AFTER + 1:
        yield Warned(
            f"The population by age is of mid-{people.base_year}",
            "A later estimate by council, sex and single year of age would make it surer.",
        )


def _of_strength(counts: Counts, people: PeopleAhead) -> Iterable[Warned]:
    if len(people.drawn) == 1:
        yield Warned(
            "The population has no spread in these figures",
            f"Here {people.origins[0].words}.",
        )
    if len(counts.areas) < FEW:
        yield Warned(
            f"Only {len(counts.areas)} councils are counted",
            "With so few, what is usual between councils is itself unsure, and the bands rest "
            "more on what is assumed before any figure is seen.",
        )
