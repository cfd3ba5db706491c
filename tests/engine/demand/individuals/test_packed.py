"""The five-state model: the plain model's bits, on any number of threads, and sums that hold."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from carewright_engine.demand.individuals import pieces
from carewright_engine.demand.individuals.need_model import NeedModel
from carewright_engine.demand.individuals.packed import follow, whole_people
from carewright_engine.demand.refusing import BadParameter
from tests.engine.demand.individuals import plain_packed
from tests.engine.demand.individuals.models import ageing_model, any_model, people


@settings(max_examples=25, deadline=None)
@given(model=any_model(), each=st.integers(0, 6), seed=st.integers(0, 10**9))
def test_every_bit_is_that_of_the_plain_model(model: NeedModel, each: int, seed: int) -> None:
    base = people(model.ages, each)
    fast = follow(model, base, years=3, seed=seed, throw_settings=True)
    plain = plain_packed.follow(model, base, years=3, seed=seed)
    assert np.array_equal(fast.people, plain.people)
    flows = zip(fast.deaths, fast.moved_away, fast.born, fast.moved_in, strict=True)
    assert list(flows)[1:] == plain.flows
    assert np.array_equal(fast.settings[1:], plain.settings)


def test_threads_and_the_size_of_a_piece_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    model, base = ageing_model(), people(91, 40)
    one = follow(model, base, years=4, seed=3, throw_settings=True)
    monkeypatch.setattr(pieces, "PIECE", 1000)
    for threads in (1, 2, 5):
        other = follow(model, base, years=4, seed=3, threads=threads, throw_settings=True)
        assert other.people.tobytes() == one.people.tobytes()
        assert other.settings.tobytes() == one.settings.tobytes()


@settings(max_examples=25, deadline=None)
@given(model=any_model(), each=st.integers(0, 20), seed=st.integers(0, 10**9))
def test_who_is_here_is_who_was_here_and_who_came_less_who_went(
    model: NeedModel, each: int, seed: int
) -> None:
    course = follow(model, people(model.ages, each), years=5, seed=seed)
    here = course.people.sum(axis=(1, 2, 3))
    change = course.born + course.moved_in - course.deaths - course.moved_away
    assert np.array_equal(np.diff(here), change[1:])
    assert np.allclose(course.settings.sum(axis=(1, 2)), here)
    assert (course.people >= 0).all()


def test_the_mean_over_seeds_is_the_expected_course_within_four_standard_errors() -> None:
    model, base = ageing_model(), people(91, 10)
    runs = np.array([follow(model, base, years=6, seed=s).people.sum(axis=1) for s in range(60)])
    bands = runs[..., 60:, :].sum(axis=2)  # people of 60 and over by year and need
    expected = expected_course(model, base, 6)[:, 60:].sum(axis=1)
    error = bands.std(axis=0, ddof=1) / np.sqrt(len(runs))
    off = np.abs(bands.mean(axis=0) - expected)
    assert (off[1:] <= 4 * error[1:]).all()


def expected_course(model: NeedModel, base: NDArray[np.int64], years: int) -> NDArray[np.float64]:
    """Expected people by year, age and need, without births: they are below 60 throughout."""
    here = base.astype(float)
    course = [here.sum(axis=0)]
    for _ in range(years):
        stay = here * (1 - model.death - model.leaving)
        after = stay * (1 - model.better - model.worse)
        after[..., :-1] += (stay * model.better)[..., 1:]
        after[..., 1:] += (stay * model.worse)[..., :-1]
        here = np.zeros_like(after)
        here[:, 1:] = after[:, :-1]
        here[:, -1] += after[:, -1]
        here += model.arrivals
        course.append(here.sum(axis=0))
    return np.array(course)


def test_expected_settings_agree_with_thrown_ones_within_four_standard_errors() -> None:
    model, base = ageing_model(), people(91, 200)
    expected = follow(model, base, years=3, seed=9).settings[-1]
    thrown = follow(model, base, years=3, seed=9, throw_settings=True).settings[-1]
    assert np.array_equal(expected.sum(axis=1).round(), thrown.sum(axis=1))
    assert (np.abs(thrown - expected) <= 4 * np.sqrt(expected) + 1e-9).all()


def test_a_change_for_the_oldest_leaves_everybody_elses_dice_alone() -> None:
    model, base = ageing_model(arrivals=np.zeros((2, 91, 5))), people(91, 20)
    death = model.death.copy()
    death[:, 85:] = 1.0
    harsh = ageing_model(death=death, leaving=np.zeros((2, 91, 5)), arrivals=model.arrivals)
    mild = ageing_model(leaving=np.zeros((2, 91, 5)), arrivals=model.arrivals)
    one, other = (follow(of, base, years=3, seed=1).people for of in (mild, harsh))
    assert np.array_equal(one[:, :, :85], other[:, :, :85])
    assert not np.array_equal(one, other)


def test_another_seed_gives_another_course() -> None:
    model, base = ageing_model(), people(91, 5)
    one, other = (follow(model, base, years=2, seed=seed).people for seed in (1, 2))
    assert not np.array_equal(one, other)


def test_whole_people_keep_the_total_of_each_age() -> None:
    population = np.array([[10.4, 7.0], [3.6, 0.0]])
    shares = np.full((2, 2, 5), 0.2)
    found = whole_people(population, shares)
    assert found.sum(axis=-1).tolist() == [[10, 7], [4, 0]]
    assert found[0, 1].tolist() == [2, 2, 1, 1, 1]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"death": np.full((2, 91, 5), 1.2)}, "death"),
        ({"leaving": np.full((2, 91, 5), -0.1)}, "leaving"),
        ({"better": np.full((2, 91, 5), 0.1)}, "better at no need"),
        ({"worse": np.full((2, 91, 5), 0.1)}, "worse at critical need"),
        ({"fertility": np.full(91, np.nan)}, "fertility"),
        ({"arrivals": np.zeros((2, 90, 5))}, "arrivals"),
        ({"settings": np.full((91, 5, 3), 0.3)}, "settings"),
        ({"girls": 1.5}, "girls"),
    ],
)
def test_a_bad_chance_is_refused_with_its_field(changed: dict[str, object], field: str) -> None:
    with pytest.raises(BadParameter) as refused:
        ageing_model(**changed)
    assert refused.value.field == field
    assert refused.value.wanted in str(refused.value)


@pytest.mark.parametrize(
    ("asked", "field"),
    [({"years": 0}, "years"), ({"years": 1, "threads": 0}, "threads")],
)
def test_a_bad_run_is_refused_with_its_field(asked: dict[str, int], field: str) -> None:
    with pytest.raises(BadParameter) as refused:
        follow(ageing_model(), people(91, 1), seed=1, **asked)
    assert refused.value.field == field


def test_negative_people_are_refused() -> None:
    with pytest.raises(BadParameter, match="people is -1; it must be 0 or more"):
        follow(ageing_model(), people(91, -1), years=1, seed=1)
