"""The full model: the plain model's bits, levers that do what they say, and common dice."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from carewright_engine.demand.individuals import eligibility, pieces
from carewright_engine.demand.individuals.carers import (
    KINDS,
    NO_CARER,
    breaks_needed,
    hours_of_break,
)
from carewright_engine.demand.individuals.eligibility import Rules, scottish_bands
from carewright_engine.demand.individuals.life import LifeCourse, follow_lives
from carewright_engine.demand.individuals.life_model import Levers, LifeModel, Prevention
from carewright_engine.demand.individuals.need_model import Need, Setting
from carewright_engine.demand.individuals.practice_figures import practice_carers
from carewright_engine.demand.individuals.practice_model import need_shares
from carewright_engine.demand.refusing import BadParameter
from tests.engine.demand.individuals.lives import TELECARE, life_model, people, population
from tests.engine.demand.individuals.plain_life import CARE_HOME, Told


def run(model: LifeModel, *, years: int = 4, seed: int = 1, size: float = 4_000) -> LifeCourse:
    return follow_lives(model, people(size), years=years, seed=seed)


def same(one: LifeCourse, other: LifeCourse) -> bool:
    names = LifeCourse.__dataclass_fields__
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in names)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize(
    "levers",
    [{}, {"prevention": TELECARE, "charge": 25.0, "hours_per_visit": 0.9, "carers_stop": 3.0}],
)
def test_every_bit_is_that_of_the_plain_model(levers: dict[str, object], seed: int) -> None:
    model = life_model(**levers)
    fast = run(model, seed=seed)
    told = Told(model, people(), seed)
    for year in range(5):
        if year:
            told.live()
        assert np.array_equal(fast.people[year], told.people())
        assert np.array_equal(fast.carers[year], told.carers())
        assert fast.events[year].tolist() == told.events
        assert fast.minutes[year].sum() == sum(person.minutes for person in told.here)
        for place, why in enumerate(("rules", "not taken")):
            unmet = sum(person.unmet == why for person in told.here)
            assert fast.unmet[year, :, place].sum() == unmet
        alone = sum(person.alone for person in told.here if person.setting != CARE_HOME)
        assert fast.alone[year, :, 1].sum() == alone


def test_threads_and_the_size_of_a_piece_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    model = life_model(prevention=TELECARE)
    one = follow_lives(model, people(), years=3, seed=5, threads=1)
    monkeypatch.setattr(pieces, "PIECE", 500)
    assert same(one, follow_lives(model, people(), years=3, seed=5, threads=3))


@pytest.mark.parametrize(
    "nothing",
    [
        Prevention(first_year=1, reach=0.5, effect=0.0, decay=0.1, evidence="none was found"),
        Prevention(first_year=1, reach=0.0, effect=0.5, decay=0.1, evidence="reaches nobody"),
    ],
)
def test_a_lever_that_does_nothing_gives_the_same_bits(nothing: Prevention) -> None:
    before, after = run(life_model()), run(life_model(prevention=nothing))
    began = replace(after, events=before.events)
    assert same(before, began)


def test_who_is_here_is_who_was_here_and_who_came_less_who_went() -> None:
    course = run(life_model())
    here = course.people.sum(axis=(1, 2, 3, 4))
    went = course.counted("died") + course.counted("moved away")
    assert np.array_equal(np.diff(here), (course.born + course.moved_in - went)[1:])


def test_everybody_at_home_is_counted_once_by_household_carer_and_support() -> None:
    course = run(life_model())
    by_setting = course.people.sum(axis=(1, 2))
    at_home = by_setting[..., : Setting.CARE_HOME].sum(axis=-1)
    assert np.array_equal(course.alone.sum(axis=-1), at_home)
    assert np.array_equal(course.carers.sum(axis=-1), at_home)
    assert np.array_equal(course.unmet.sum(axis=-1)[:, 1:], by_setting[:, 1:, Setting.HOME])


def test_need_and_use_by_age_stay_as_published_where_nothing_changes() -> None:
    course = run(life_model(100_000), years=6, size=100_000)
    shares = need_shares(population(100_000))
    for year, within in ((0, 0.002), (-1, 0.015)):
        for band in (slice(65, 75), slice(75, 85), slice(85, 91)):
            alive = course.people[year][:, band].sum(axis=-1)  # by sex, age and need
            wanted = (shares[:, band] * alive.sum(axis=-1, keepdims=True)).sum(axis=(0, 1))
            found = alive.sum(axis=(0, 1))
            assert np.abs(found - wanted).max() / found.sum() < within
    over_85 = course.people[0][:, 85:].sum(axis=(0, 1, 2))
    assert over_85[Setting.CARE_AT_HOME] / over_85.sum() == pytest.approx(0.179, abs=0.03)
    assert over_85[Setting.CARE_HOME] / over_85.sum() == pytest.approx(0.127, abs=0.02)


def test_fewer_hours_a_visit_changes_hours_and_nobody() -> None:
    before, after = run(life_model()), run(life_model(hours_per_visit=0.95))
    assert np.array_equal(before.people, after.people)
    assert after.hours == pytest.approx(before.hours * 0.95, rel=1e-3)


def test_a_charge_is_declined_by_some_and_taken_up_by_nobody_new() -> None:
    before, after = run(life_model()), run(life_model(charge=100.0))
    supported = [
        course.people[0].sum(axis=(0, 1))[:, Setting.CARE_AT_HOME] for course in (before, after)
    ]
    assert (supported[1] <= supported[0]).all()
    assert supported[1].sum() < 0.8 * supported[0].sum()
    assert after.unmet[0, :, 1].sum() > before.unmet[0, :, 1].sum()


def test_a_higher_threshold_leaves_the_lighter_needs_unmet() -> None:
    model = life_model()
    moderate, critical = (
        run(replace(model, rules=scottish_bands(lowest)))
        for lowest in (Need.MODERATE, Need.CRITICAL)
    )
    assert moderate.people[0].sum(axis=(0, 1))[Need.MODERATE, Setting.CARE_AT_HOME] > 0
    assert critical.people[0].sum(axis=(0, 1))[Need.SUBSTANTIAL, Setting.CARE_AT_HOME] == 0
    assert critical.unmet[0, Need.SUBSTANTIAL, 0] > 0
    assert critical.hours[0] < moderate.hours[0]


def test_the_english_tests_let_some_of_moderate_need_in() -> None:
    course = run(replace(life_model(), rules=eligibility.ENGLISH_TESTS))
    moderate = course.people[0].sum(axis=(0, 1))[Need.MODERATE]
    assert 0 < moderate[Setting.CARE_AT_HOME] < moderate[Setting.HOME]


def test_prevention_slows_the_rise_of_need() -> None:
    strong = Prevention(first_year=1, reach=1.0, effect=0.9, decay=0.0, evidence="made up")
    before = run(life_model(20_000), size=20_000)
    after = run(life_model(20_000, prevention=strong), size=20_000)
    heavy = [course.people[-1][:, :, Need.SUBSTANTIAL :].sum() for course in (before, after)]
    assert heavy[1] < 0.9 * heavy[0]
    assert after.counted("prevention began")[1:].sum() > 0


def test_more_hours_and_heavier_need_follow_where_carers_stop() -> None:
    before = run(life_model(20_000), size=20_000)
    after = run(life_model(20_000, carers_stop=4.0), size=20_000)
    assert after.counted("carer stopped")[1] > 2 * before.counted("carer stopped")[1]
    assert after.counted("need rose as a carer stopped").sum() > 0
    assert after.hours[-1] > before.hours[-1]
    carers = [course.carers[-1][:, NO_CARER + 1 :].sum() for course in (before, after)]
    assert carers[1] < carers[0]


def test_carers_who_give_most_need_the_longest_breaks() -> None:
    model = life_model().carers
    lightest = np.zeros(17, np.int64)
    heaviest = np.zeros(17, np.int64)
    lightest[1 + min(range(16), key=lambda kind: KINDS[kind])] = 1
    heaviest[1 + KINDS.index(max(KINDS, key=lambda kind: (kind.hours, kind.strained)))] = 1
    assert hours_of_break(model, lightest) < hours_of_break(model, heaviest)


def test_nobody_has_a_carer_in_a_care_home_or_without_need() -> None:
    course = run(life_model())
    assert course.carers[:, Need.NONE, NO_CARER + 1 :].sum() == 0


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: Levers(hours_per_visit=-0.1), "hours_per_visit"),
        (lambda: Levers(charge=-1), "charge"),
        (lambda: replace(TELECARE, reach=1.1), "reach"),
        (lambda: replace(TELECARE, first_year=0), "first_year"),
        (lambda: replace(TELECARE, evidence=" "), "evidence"),
        (lambda: replace(TELECARE, levels=(Need.NONE,)), "levels"),
        (lambda: Rules("a rule", (0, 0, 1), "somewhere", False), "meets"),
        (lambda: Rules("a rule", (0, 0, 0, 1, 1.5), "somewhere", False), "meets"),
        (lambda: Rules("a rule", (0, 0, 0, 1, 1), "", False), "source"),
        (lambda: replace(life_model().carers, relief=np.full(4, 1.2)), "relief"),
        (lambda: replace(life_model().support, spread=9.0), "spread"),
    ],
)
def test_a_bad_parameter_is_refused_with_its_field(make: object, field: str) -> None:
    with pytest.raises(BadParameter) as refused:
        make()  # type: ignore[operator]
    assert refused.value.field == field


def test_breaks_lie_between_those_of_nobody_strained_and_of_everybody() -> None:
    carers = np.array([100.0, 10.0, 5.0, 20.0])
    low, middle, high = breaks_needed(practice_carers(), carers)
    assert low == 100 * 0 + 10 * 1 + 5 * 2 + 20 * 4
    assert high == 100 * 1 + 10 * 3 + 5 * 5 + 20 * 8
    shares = practice_carers().strained_share()
    of_all = carers @ (shares * [1, 2, 3, 4])
    assert middle == pytest.approx(low + of_all)
