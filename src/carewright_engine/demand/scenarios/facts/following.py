"""The people of an area made ready to be followed, where a lever asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.individuals import use as published
from carewright_engine.demand.individuals.eligibility import Nation
from carewright_engine.demand.individuals.practice_figures import PRACTICE, PRACTICE_FIGURES
from carewright_engine.demand.individuals.use import Use
from carewright_engine.demand.news import News
from carewright_engine.demand.scenarios.answers import Assumption
from carewright_engine.demand.scenarios.facts.people_ahead import PeopleAhead
from carewright_engine.demand.scenarios.followed.effects import Followed, runs_for
from carewright_engine.demand.scenarios.known import Kind, Part
from carewright_engine.demand.scenarios.questions import Question

#: Nations by the first letter of a council's code; the others have England's tests in law or in
#: much the same words, and a lever of theirs states its own shares.
NATIONS: Final[Mapping[str, Nation]] = {"S": "scotland"}


def follows(question: Question) -> bool:
    """Whether a scenario asks what becomes of people, and not only of rates."""
    return any(lever.follows for scenario in question.compared for lever in scenario.levers)


def followed_of(
    question: Question, people: PeopleAhead, population: Part, kinds: Mapping[str, Kind],
    areas: tuple[str, ...], years: tuple[int, int], news: News,
) -> Followed | None:  # fmt: skip
    """The people of these councils together, set to how many of them use support now."""
    if not follows(question):
        return None
    span = slice(years[0] - 1 - people.first_year, years[1] + 1 - people.first_year)
    projected = people.middle[span][:, people.places(areas)].sum(axis=1)
    return Followed(
        projected=projected,
        years=tuple(range(years[0], years[1] + 1)),
        use=_use(population, kinds),
        nation=NATIONS.get(areas[0][0], "england"),
        seed=question.seed,
        runs=runs_for(question.draws),
        news=news,
        borrowed=tuple(name for name in ("care_at_home", "care_home") if name not in kinds),
    )


def _use(population: Part, kinds: Mapping[str, Kind]) -> Use:
    """Rates of the first year projected, of all the councils together; Scotland's where unknown."""
    heads = population.middle[0]
    at_home, hours = published.PUBLISHED.at_home, published.PUBLISHED.hours
    in_homes = published.PUBLISHED.in_homes
    if "care_at_home" in kinds:
        kind = kinds["care_at_home"]
        people = heads * kind.use.middle[0]
        at_home = _of_all(people, heads)
        hours = _of_all(people * kind.each.middle[0], people)
    if "care_home" in kinds:
        in_homes = _of_all(heads * kinds["care_home"].use.middle[0], heads)
    return Use(at_home=at_home, in_homes=in_homes, hours=hours)


def _of_all(above: Array, below: Array) -> Array:
    """[band] over all areas."""
    total: Array = above.sum(axis=0) / np.maximum(below.sum(axis=0), 1e-9)
    return total


def assumptions_of_following(followed: Followed | None) -> Iterable[Assumption]:
    """What is taken for true where people are followed; none of it is measured in the area."""
    if followed is None:
        return
    yield Assumption(
        "People followed one by one",
        f"{followed.runs} runs of {followed.size:,} made-up people, each with and without a lever",
        "the same people with the same dice, so that a difference is the lever's; deaths and moves "
        "are read off the projection, need from year to year is such that shares at each age stay",
        "derived",
    )
    yield Assumption(
        "Their use of support at the start",
        "that of the first year projected, by age band",
        "the fitted rates of this projection"
        + "".join(f"; {_BORROWED[name]}" for name in followed.borrowed),
        "borrowed" if followed.borrowed else "fitted",
    )
    for figure in PRACTICE_FIGURES.uncertain().values():
        standing = "practice" if figure.source == PRACTICE else "borrowed"
        yield Assumption(
            f"People followed: {figure.name}", figure.in_words(), figure.source, standing
        )


_BORROWED: Final = {
    "care_at_home": f"care at home is Scotland's ({published.HOME_CARE})",
    "care_home": f"care homes are Scotland's ({published.CARE_HOMES})",
}
