"""Each lever changes what it says, from when it says, and nothing else."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from carewright_engine.demand.scenarios.outlook import Outlook
from carewright_engine.demand.scenarios.scenario import AS_NOW, scenario_from
from tests.engine.demand.scenarios.worlds import known, lever

SEED = 20451
LEVELS_OF_SCOTLAND = ("low", "moderate", "substantial", "critical")
NULLS: dict[str, dict[str, Any]] = {
    "prevention": {"effect": 0, "reach": 0.5},
    "hours_for_each": {"change": 0},
    "trend": {"a_year": 0},
    "charge": {"pounds_a_week": 0, "stop_for_ten_pounds": 0.1},
    "balance_of_care": {"share": 0, "hours_a_week": 20},
    "supply_limit": {"most": 10_000_000, "growth_a_year": 0},
    "unit_cost": {"pay_share": 0.7, "pay_a_year": 0, "prices_a_year": 0},
    "eligibility": {
        "nation": "scotland",
        "now_from": "substantial",
        "then_from": "substantial",
        "people_at": dict.fromkeys(LEVELS_OF_SCOTLAND, 0.5),
        "each_at": dict.fromkeys(LEVELS_OF_SCOTLAND, 1),
    },
}


def with_lever(word: str, **fields: Any) -> Outlook:
    scenario = scenario_from({"name": "Tried", "levers": [lever(word, **fields)]})
    return scenario.applied(known().outlook(), seed=SEED)


def hours(of: Outlook) -> Any:
    return of.kinds["care_at_home"].by_area()


@pytest.mark.parametrize("word", NULLS)
def test_a_lever_that_does_nothing_leaves_every_bit_as_it_was(word: str) -> None:
    now, then = AS_NOW.applied(known().outlook(), seed=SEED), with_lever(word, **NULLS[word])
    for kind, amounts in now.kinds.items():
        assert np.array_equal(amounts.needed, then.kinds[kind].needed)
        assert np.array_equal(amounts.pounds_a_year(), then.kinds[kind].pounds_a_year())
        assert not then.kinds[kind].unmet().any()


def test_shorter_visits_take_the_share_off_once_in_force_and_half_of_it_on_the_way() -> None:
    now, then = hours(known().outlook()), hours(with_lever("hours_for_each", change=-0.05))
    ratio = (then / now)[:, :, 0]
    assert np.allclose(ratio[:, 0], 1)
    assert np.allclose(ratio[:, 1], 0.975)
    assert np.allclose(ratio[:, 2:], 0.95)


def test_prevention_is_effect_times_reach_and_wears_off() -> None:
    then = hours(with_lever("prevention", effect=0.2, reach=0.5, decay=0.1))
    ratio = (then / hours(known().outlook()))[0, :, 0]
    assert ratio == pytest.approx([1, 0.95, 0.9, 0.91, 0.919])


def test_an_uncertain_effect_keeps_its_stated_middle_and_ends() -> None:
    said = {"low": 0.05, "middle": 0.1, "high": 0.3}
    scenario = scenario_from(
        {"name": "Tried", "levers": [lever("prevention", effect=said, reach=1)]}
    )
    now = known(draws=20_000).outlook(())
    ratio = hours(scenario.applied(now, seed=SEED))[:, -1, 0] / hours(now)[:, -1, 0]
    assert np.quantile(1 - ratio, (0.1, 0.5, 0.9)) == pytest.approx([0.05, 0.1, 0.3], abs=0.005)


def test_moving_people_home_loses_nobody_and_adds_their_hours() -> None:
    now, then = known().outlook(), with_lever("balance_of_care", share=0.1, hours_a_week=20)
    moved = (now.kinds["care_home"].people - then.kinds["care_home"].people)[:, 3]
    gained = (then.kinds["care_at_home"].people - now.kinds["care_at_home"].people)[:, 3]
    more = (hours(then) - hours(now))[:, 3]
    assert np.allclose(moved, gained)
    assert np.allclose(moved, 0.1 * now.kinds["care_home"].people[:, 3])
    assert np.allclose(more, 20 * moved.sum(axis=2))


def test_a_lower_threshold_brings_in_the_people_of_the_next_level_at_their_hours() -> None:
    people = {"low": 1.2, "moderate": 0.8, "substantial": 0.6, "critical": 0.4}
    each = {"low": 0.2, "moderate": 0.5, "substantial": 0.8, "critical": 1.3}
    then = with_lever(
        "eligibility",
        nation="scotland",
        now_from="substantial",
        then_from="moderate",
        people_at=people,
        each_at=each,
    )
    now = known().outlook()
    grown = then.kinds["care_at_home"].people[:, -1] / now.kinds["care_at_home"].people[:, -1]
    assert np.allclose(grown, 1.8)
    assert np.allclose((hours(then) / hours(now))[:, -1], (0.4 + 0.48 + 0.52) / (0.48 + 0.52))


def test_a_trend_builds_up_year_upon_year() -> None:
    ratio = (hours(with_lever("trend", a_year=0.02)) / hours(known().outlook()))[0, :, 0]
    assert ratio == pytest.approx([1, 1.02, 1.02**2, 1.02**3, 1.02**4])


def test_pay_and_prices_weigh_as_they_are_said_to() -> None:
    said = {"pay_share": 0.75, "pay_a_year": 0.04, "prices_a_year": 0.02}
    now, then = known().outlook(), with_lever("unit_cost", **said)
    pounds = then.kinds["care_at_home"].pounds_a_year() / now.kinds["care_at_home"].pounds_a_year()
    assert pounds[0, :, 0] == pytest.approx([1, 1.035, 1.035**2, 1.035**3, 1.035**4])


def test_a_limit_leaves_need_and_its_price_and_says_what_stays_unmet() -> None:
    now = known().outlook().kinds["care_at_home"]
    then = with_lever("supply_limit", most=15_000, growth_a_year=0).kinds["care_at_home"]
    assert np.array_equal(then.supplied() + then.unmet(), then.by_area())
    assert then.supplied()[:, 1:].max() <= 15_000
    assert not then.unmet()[:, 0].any()
    assert np.array_equal(then.pounds_a_year(), now.pounds_a_year())


def test_more_people_coming_in_need_more_of_every_kind() -> None:
    then, now = with_lever("migration", variant="high migration"), known().outlook()
    for kind in now.kinds:
        assert np.allclose((then.kinds[kind].people / now.kinds[kind].people)[:, -1], 1.03)


def test_a_lever_reaches_only_the_areas_and_ages_that_it_names() -> None:
    then = with_lever("hours_for_each", change=-0.5, areas=["S12000001"], bands=["85+"])
    ratio = then.kinds["care_at_home"].needed / known().outlook().kinds["care_at_home"].needed
    assert ratio[0, -1].tolist() == [[1, 1, 1, 0.5], [1, 1, 1, 1]]


def test_levers_pulled_together_have_the_effect_of_both() -> None:
    both = [lever("hours_for_each", change=-0.1), lever("trend", a_year=0.01)]
    then = scenario_from({"name": "Both", "levers": both}).applied(known().outlook(), seed=SEED)
    assert (hours(then) / hours(known().outlook()))[0, -1, 0] == pytest.approx(0.9 * 1.01**4)
