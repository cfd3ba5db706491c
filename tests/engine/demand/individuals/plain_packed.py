"""The five-state model told plainly, one person at a time, to hold the fast one to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.draws import stream
from carewright_engine.demand.individuals.need_model import NeedModel
from tests.engine.demand.individuals.plain_dice import below, salt, throw

JOINING = 2**40


@dataclass
class Person:
    """Somebody who is still here."""

    number: int
    sex: int
    age: int
    need: int


@dataclass
class Told:
    """What the plain model counted, year by year."""

    people: list[NDArray[np.int64]]
    flows: list[tuple[int, int, int, int]]
    settings: list[NDArray[np.int64]]


def follow(model: NeedModel, base: NDArray[np.int64], years: int, seed: int) -> Told:
    """The same model, by ifs and loops."""
    here = joined(base, 0)
    told = Told([base], [], [])
    for year in range(1, years + 1):
        born = children(model, [person for person in here if person.sex == 0], seed, year)
        here, died, moved = lived(model, here, salt(seed, year, "need"))
        arrived = stream(seed, "moved in", year).poisson(model.arrivals)
        here += joined(born, 2 * year * JOINING) + joined(arrived, (2 * year + 1) * JOINING)
        told.people.append(counted(model, here))
        told.flows.append((died, moved, int(born.sum()), int(arrived.sum())))
        told.settings.append(settled(model, here, salt(seed, year, "setting")))
    return told


def lived(model: NeedModel, people: list[Person], salted: int) -> tuple[list[Person], int, int]:
    """Who is still here after a year, how many died and how many moved away."""
    stay, died, moved = [], 0, 0
    for person in people:
        thrown = throw(person.number, salted)
        at = (person.sex, person.age, person.need)
        gone = model.death[at] + model.leaving[at]
        better, worse = model.better[at], model.worse[at]
        if below(thrown, model.death[at]):
            died += 1
        elif below(thrown, gone):
            moved += 1
        else:
            if below(thrown, gone + (1 - gone) * better):
                person.need -= 1
            elif below(thrown, gone + (1 - gone) * (better + worse)):
                person.need += 1
            person.age = min(person.age + 1, model.ages - 1)
            stay.append(person)
    return stay, died, moved


def children(model: NeedModel, women: list[Person], seed: int, year: int) -> NDArray[np.int64]:
    """Newborn girls and boys, all without need."""
    by_age = np.bincount([woman.age for woman in women], minlength=model.ages)
    dice = stream(seed, "born", year)
    number = int(dice.poisson(float(by_age @ model.fertility)))
    girls = int(dice.binomial(number, model.girls))
    born = np.zeros((2, model.ages, 5), np.int64)
    born[0, 0, 0], born[1, 0, 0] = girls, number - girls
    return born


def joined(counts: NDArray[np.int64], first: int) -> list[Person]:
    """Numbered people, in the order of sex, age and need."""
    order = [at for at in np.ndindex(*counts.shape) for _ in range(counts[at])]
    return [Person(first + place, *at) for place, at in enumerate(order)]


def counted(model: NeedModel, people: list[Person]) -> NDArray[np.int64]:
    """People by sex, age and need."""
    counts = np.zeros((2, model.ages, 5), np.int64)
    for person in people:
        counts[person.sex, person.age, person.need] += 1
    return counts


def settled(model: NeedModel, people: list[Person], salted: int) -> NDArray[np.int64]:
    """People by need and setting, thrown for each."""
    counts = np.zeros((5, 3), np.int64)
    for person in people:
        thrown = throw(person.number, salted)
        at_home, helped, _ = model.settings[person.age, person.need].cumsum()
        setting = 0 if below(thrown, at_home) else 1 if below(thrown, helped) else 2
        counts[person.need, setting] += 1
    return counts
