"""The same small model in the peers' own ways: a frame of people, a column a characteristic."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

import numpy as np

from bench import demand_model
from bench.demand_model import YEARS
from bench.harness import Answer
from carewright_engine.demand.individuals.need_model import NeedModel


def columns(people: int) -> dict[str, Any]:
    """Sex, age and need of everybody in the base year."""
    counts = demand_model.base(people)
    order = np.indices(counts.shape).reshape(3, -1)
    sex, age, need = (np.repeat(axis, counts.reshape(-1)) for axis in order)
    return {"sex": sex, "age": age, "need": need, "setting": 0}


def settings_of(frame: Any) -> list[list[int]]:
    """People by need and setting."""
    cells = frame.need.to_numpy() * 3 + frame.setting.to_numpy()
    return np.bincount(cells, minlength=15).reshape(5, 3).tolist()


def moved(frame: Any, model: NeedModel, throws: Any) -> Any:
    """Need after a year."""
    at = (frame.sex.to_numpy(), frame.age.to_numpy(), frame.need.to_numpy())
    return at[2] - (throws < model.better[at]) + (throws >= 1 - model.worse[at])


def placed(frame: Any, model: NeedModel, throws: Any) -> Any:
    """Setting by age and need."""
    shares = model.settings.cumsum(axis=-1)[frame.age.to_numpy(), frame.need.to_numpy(), :2]
    return (throws[:, None] >= shares).sum(axis=1)


def neworder_model(people: int) -> Callable[[], Answer]:
    """A neworder.Model with a timeline of years; each throw is one stream of its own generator."""
    neworder: Any = importlib.import_module("neworder")
    pandas: Any = importlib.import_module("pandas")
    of = demand_model.model(people)
    arrivals = of.arrivals.reshape(-1)

    class Need(neworder.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            timeline = neworder.LinearTimeline(0.0, float(YEARS), YEARS)
            super().__init__(timeline, neworder.MonteCarlo.deterministic_identical_stream)
            self.frame = pandas.DataFrame(columns(people))
            self.person_years = 0

        def step(self) -> None:
            frame = self.frame
            self.person_years += len(frame)
            women = frame[frame.sex == 0]
            births = int(self.mc.hazard(of.fertility[women.age.to_numpy()]).sum())
            at = (frame.sex.to_numpy(), frame.age.to_numpy(), frame.need.to_numpy())
            leaves = self.mc.hazard((of.death + of.leaving)[at])
            frame = frame[leaves == 0].copy()
            frame["need"] = moved(frame, of, self.mc.ustream(len(frame)))
            frame["age"] = np.minimum(frame.age + 1, demand_model.AGES - 1)
            joining = [self.newborn(births), self.arriving()]
            frame = pandas.concat([frame, *joining], ignore_index=True)
            frame["setting"] = placed(frame, of, self.mc.ustream(len(frame)))
            self.frame = frame

        def newborn(self, births: int) -> Any:
            sex = (self.mc.ustream(births) >= of.girls).astype(int)
            return pandas.DataFrame({"sex": sex, "age": 0, "need": 0, "setting": 0})

        def arriving(self) -> Any:
            # Whole people on average: the remainder comes by a throw, as neworder has no Poisson.
            counts = (arrivals + self.mc.ustream(arrivals.size)).astype(int)
            order = np.indices(of.arrivals.shape).reshape(3, -1)
            sex, age, need = (np.repeat(axis, counts) for axis in order)
            return pandas.DataFrame({"sex": sex, "age": age, "need": need, "setting": 0})

        def finalise(self) -> None:
            pass

    model = Need()

    def work() -> Answer:
        neworder.run(model)
        return {"person_years": model.person_years, "settings": settings_of(model.frame)}

    return work


def vivarium_model(people: int) -> Callable[[], Answer]:
    """One vivarium component that moves its population on at each step of a year."""
    vivarium: Any = importlib.import_module("vivarium")
    pandas: Any = importlib.import_module("pandas")
    of, base = demand_model.model(people, closed=True), columns(people)
    person_years = [0]

    class Need(vivarium.Component):  # type: ignore[misc]
        def setup(self, builder: Any) -> None:
            self.dice = builder.randomness.get_stream("need")
            names = [*base, "alive"]
            builder.population.register_initializer(
                initializer=self.begin, columns=names, required_resources=[]
            )

        def begin(self, joining: Any) -> None:
            frame = pandas.DataFrame({**base, "alive": True}, index=joining.index)
            self.population_view.initialize(frame)

        def on_time_step(self, event: Any) -> None:
            def year(everybody: Any) -> Any:
                frame = everybody[everybody.alive].copy()
                person_years[0] += len(frame)
                at = (frame.sex.to_numpy(), frame.age.to_numpy(), frame.need.to_numpy())
                frame["alive"] = self.throws(frame, "death") >= of.death[at]
                frame["need"] = moved(frame, of, self.throws(frame, "need"))
                frame["age"] = np.minimum(frame.age + 1, demand_model.AGES - 1)
                frame["setting"] = placed(frame, of, self.throws(frame, "setting"))
                return frame

            self.population_view.update(["age", "sex", "need", "setting", "alive"], year)

        def throws(self, frame: Any, decision: str) -> Any:
            return self.dice.get_draw(frame.index, additional_key=decision).to_numpy()

    simulation = vivarium.InteractiveContext(
        components=[Need()],
        configuration={
            "population": {"population_size": len(base["sex"])},
            "randomness": {"key_columns": []},
            "time": {"step_size": 365},
        },
        setup=True,
    )

    def work() -> Answer:
        simulation.take_steps(YEARS)
        frame = simulation.get_population(["age", "sex", "need", "setting", "alive"])
        return {"person_years": person_years[0], "settings": settings_of(frame[frame.alive])}

    return work
