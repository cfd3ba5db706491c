"""The full model told plainly, one person at a time, to hold the fast one to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carewright_engine.demand.draws import stream
from carewright_engine.demand.individuals.life_chances import as_chances
from carewright_engine.demand.individuals.life_kernels import Chances
from carewright_engine.demand.individuals.life_model import LifeModel
from tests.engine.demand.individuals.plain_dice import salt, throws

JOINING = 2**40
HOME, CARE_AT_HOME, CARE_HOME = range(3)


@dataclass
class Carer:
    """A main carer."""

    lives_with: bool
    band: int
    strained: bool

    @property
    def number(self) -> int:
        """The number of this kind of carer."""
        return 1 + 8 * (not self.lives_with) + 2 * self.band + self.strained


@dataclass
class Person:
    """Somebody who is still here."""

    number: int
    sex: int
    age: int
    need: int
    alone: bool = False
    carer: Carer | None = None
    setting: int = HOME
    since: int = 0
    minutes: int = 0
    unmet: str = ""


class Told:
    """The same model, by ifs and loops."""

    def __init__(self, model: LifeModel, base: NDArray[np.int64], seed: int) -> None:
        self.model, self.seed, self.year = model, seed, 0
        self.events = [0] * 8
        self.of: Chances = as_chances(model, 0)
        self.here = self.joined(base, 0)

    def dice(self, person: Person, decision: str, *, for_life: bool = False) -> tuple[float, float]:
        salted = salt(self.seed, 0 if for_life else self.year, decision)
        low, high = throws(person.number, salted)
        return low / 2**31, high / 2**31

    def live(self) -> None:
        """One year."""
        self.year += 1
        self.events = [0] * 8
        self.of = as_chances(self.model, self.year)
        born, arrived = self.children(), self.arrivals()
        self.here = [person for person in self.here if self.lived(person)]
        first = 2 * self.year * JOINING
        self.here += self.joined(born, first) + self.joined(arrived, first + JOINING)

    def children(self) -> NDArray[np.int64]:
        need = self.model.need
        women = np.bincount([p.age for p in self.here if p.sex == 0], minlength=need.ages)
        dice = stream(self.seed, "born", self.year)
        number = int(dice.poisson(float(women @ need.fertility)))
        girls = int(dice.binomial(number, need.girls))
        born = np.zeros((2, need.ages, 5), np.int64)
        born[:, 0, 0] = girls, number - girls
        return born

    def arrivals(self) -> NDArray[np.int64]:
        return stream(self.seed, "moved in", self.year).poisson(self.model.need.arrivals)

    def joined(self, counts: NDArray[np.int64], first: int) -> list[Person]:
        order = [at for at in np.ndindex(*counts.shape) for _ in range(counts[at])]
        people = [Person(first + place, *at) for place, at in enumerate(order)]
        for person in people:
            self.begin(person)
        return people

    def begin(self, person: Person) -> None:
        home, care = self.dice(person, "household")
        person.alone = home < self.of.alone[person.sex, person.age]
        if person.need and care < self.of.cared_for[person.need, int(person.alone)]:
            person.carer = self.new_carer(person)
            strain, _ = self.dice(person, "strain")
            person.carer.strained = strain < self.of.strained[person.carer.band]
        self.place(person)

    def new_carer(self, person: Person) -> Carer:
        lives, hours = self.dice(person, "beginning")
        with_person = not person.alone and lives < self.of.with_person[person.need]
        bands = self.of.hours[person.need, 0 if with_person else 1, :3]
        return Carer(with_person, int((hours >= bands).sum()), strained=False)

    def lived(self, person: Person) -> bool:
        """Whether the person is still here at the year's end."""
        at = (person.sex, person.age, person.need)
        leave, change = self.dice(person, "leaves")
        if leave < self.of.death[at] + self.of.leaving[at]:
            self.events[0 if leave < self.of.death[at] else 1] += 1
            return False
        at_home, had_need = person.setting != CARE_HOME, person.need > 0
        stopped = at_home and self.household(person)
        self.need(person, change, stopped)
        person.age = min(person.age + 1, self.model.need.ages - 1)
        if at_home:
            self.carer(person, had_need, stopped)
            self.prevention(person)
        self.place(person)
        return True

    def household(self, person: Person) -> bool:
        """Carers stop, households part and form; whether the carer is gone."""
        home, care = self.dice(person, "household")
        had = person.carer is not None
        if person.carer and care < self.of.stops[person.carer.number]:
            person.carer = None
            self.events[2] += 1
        if person.alone:
            person.alone = not home < self.of.finds_company[person.sex, person.age]
        elif home < self.of.becomes_alone[person.sex, person.age]:
            person.alone = True
            if person.carer and person.carer.lives_with:
                person.carer = None
                self.events[3] += 1
        return had and person.carer is None

    def need(self, person: Person, change: float, stopped: bool) -> None:
        at = (person.sex, person.age, person.need)
        if change < self.of.better[at]:
            person.need -= 1
        elif change >= 1 - self.of.worse[at] * self.of.slowed[person.since]:
            person.need += 1
        elif stopped and self.dice(person, "strain")[1] < self.of.need_rises[person.need]:
            person.need += 1
            self.events[4] += 1

    def carer(self, person: Person, had_need: bool, stopped: bool) -> None:
        if person.need == 0:
            person.carer = None
        elif person.carer:
            strain, _ = self.dice(person, "strain")
            if strain < self.of.strain_changes[person.carer.number]:
                person.carer.strained = not person.carer.strained
        elif not stopped:
            chances = self.of.begins if had_need else self.of.cared_for
            if self.dice(person, "household")[1] < chances[person.need, int(person.alone)]:
                person.carer = self.new_carer(person)
                self.events[5] += 1

    def prevention(self, person: Person) -> None:
        if person.since:
            person.since = min(person.since + 1, 31)
        elif (
            self.dice(person, "prevention", for_life=True)[0]
            < (self.of.reached[person.age, person.need])
        ):
            person.since = 1
            self.events[6] += 1

    def place(self, person: Person) -> None:
        person.minutes, person.unmet = 0, ""
        if person.setting == CARE_HOME:
            return
        person.setting = HOME
        if person.need == 0:
            return
        place, rank = self.dice(person, "place", for_life=True)
        takes, meets = self.dice(person, "support", for_life=True)
        if place < self.of.care_home[person.age, person.need, int(person.alone)]:
            person.setting, person.alone, person.carer = CARE_HOME, False, None
            self.events[7] += 1
        elif meets >= self.of.supported[person.need, 0]:
            person.unmet = "rules"
        elif takes >= self.of.supported[person.need, 1]:
            person.unmet = "not taken"
        else:
            person.setting = CARE_AT_HOME
            relief = self.of.relief[person.carer.number] if person.carer else 0.0
            mean = self.of.minutes[person.age, person.need]
            person.minutes = int(mean * self.of.spread[int(rank * 64)] * (1 - relief) + 0.5)

    def people(self) -> NDArray[np.int64]:
        found = np.zeros((2, self.model.need.ages, 5, 3), np.int64)
        for person in self.here:
            found[person.sex, person.age, person.need, person.setting] += 1
        return found

    def carers(self) -> NDArray[np.int64]:
        found = np.zeros((5, 17), np.int64)
        for person in self.here:
            if person.setting != CARE_HOME:
                found[person.need, person.carer.number if person.carer else 0] += 1
        return found
