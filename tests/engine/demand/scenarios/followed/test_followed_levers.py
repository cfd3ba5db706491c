"""Levers that follow people: nothing changes for nothing, and each does what it says."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from carewright_engine.demand.individuals.chance import noise_spared
from carewright_engine.demand.individuals.eligibility import SCOTTISH_DEFAULT
from carewright_engine.demand.refusing import BadParameter
from carewright_engine.demand.scenarios.followed.pulls import Pull, levers_by_year
from carewright_engine.demand.scenarios.outlook import Outlook
from carewright_engine.demand.scenarios.scenario import scenario_from
from carewright_engine.demand.scenarios.uncertain import certain
from tests.engine.demand.scenarios.followed.crowd import followed, known_and_followed
from tests.engine.demand.scenarios.worlds import AREAS, YEARS, known, lever

SEED = 20451
NULLS: dict[str, dict[str, Any]] = {
    "charge": {"pounds_a_week": 0},
    "balance_of_care": {"share": 0},
    "carers_stop": {"times": 1},
    "eligibility": {
        "nation": "scotland", "now_from": "substantial", "then_from": "substantial",
    },
}  # fmt: skip


def pulled(*levers: dict[str, Any], of: Outlook | None = None) -> Outlook:
    scenario = scenario_from({"name": "Tried", "levers": list(levers)})
    return scenario.applied(of or known_and_followed().outlook(), seed=SEED)


def total(of: Outlook, kind: str = "care_at_home", what: str = "needed") -> Any:
    return getattr(of.kinds[kind], what).sum(axis=(2, 3)).mean(axis=0)


def threshold(then: str, now: str = "substantial") -> dict[str, Any]:
    return lever("eligibility", nation="scotland", now_from=now, then_from=then)


@pytest.mark.parametrize("word", NULLS)
def test_a_lever_that_does_nothing_leaves_every_bit_as_it_was(word: str) -> None:
    now = known_and_followed().outlook()
    then = pulled(lever(word, **NULLS[word]), of=now)
    for kind, amounts in now.kinds.items():
        assert np.array_equal(amounts.people, then.kinds[kind].people)
        assert np.array_equal(amounts.needed, then.kinds[kind].needed)


def test_nothing_happens_before_a_lever_begins() -> None:
    now, then = known_and_followed().outlook(), pulled(threshold("moderate"))
    ratio = total(then) / total(now)
    assert ratio[0] == 1.0
    assert ratio[1] < ratio[2]


def test_a_lower_threshold_helps_more_people_with_fewer_hours_each() -> None:
    now, then = known_and_followed().outlook(), pulled(threshold("moderate"))
    people = total(then, what="people")[-1] / total(now, what="people")[-1]
    hours = total(then)[-1] / total(now)[-1]
    assert 1.2 < people < 2
    assert 1.05 < hours < people
    assert np.array_equal(then.kinds["care_home"].needed, now.kinds["care_home"].needed)


def test_a_higher_threshold_helps_fewer() -> None:
    now, then = known_and_followed().outlook(), pulled(threshold("critical"))
    assert total(then, what="people")[-1] < 0.7 * total(now, what="people")[-1]


def test_a_charge_is_declined_by_those_with_light_needs_more_often() -> None:
    now = known_and_followed().outlook()
    then = pulled(lever("charge", pounds_a_week=40), of=now)
    people = total(then, what="people")[-1] / total(now, what="people")[-1]
    hours = total(then)[-1] / total(now)[-1]
    assert people < hours < 1


def test_carers_who_stop_leave_hours_and_places_to_be_found() -> None:
    now = known_and_followed().outlook()
    then = pulled(lever("carers_stop", times=3), of=now)
    assert total(then)[-1] > total(now)[-1]
    assert total(then, "care_home")[-1] > total(now, "care_home")[-1]


def test_fewer_in_care_homes_are_more_at_home_and_none_moves_back() -> None:
    now = known_and_followed().outlook()
    then = pulled(lever("balance_of_care", share=0.3), of=now)
    homes = total(then, "care_home") / total(now, "care_home")
    assert 0.6 < homes[-1] < homes[1] < 1
    assert total(then)[-1] > total(now)[-1]
    assert total(then, what="people")[-1] > total(now, what="people")[-1]


def test_levers_pulled_together_act_on_the_same_people() -> None:
    both = pulled(threshold("moderate"), lever("carers_stop", times=3))
    town = known_and_followed().outlook()
    assert len(both.pulled) == 2
    assert total(both)[-1] > total(pulled(threshold("moderate"), of=town))[-1]


def test_a_lever_reaches_only_the_areas_and_ages_that_it_names() -> None:
    now = known_and_followed().outlook()
    reach = {**threshold("moderate"), "areas": [AREAS[0]], "bands": ["85+"]}
    ratio = pulled(reach, of=now).kinds["care_at_home"].needed / now.kinds["care_at_home"].needed
    assert (ratio[:, -1, 0, 3] > 1).all()
    assert (ratio[:, -1, 1] == 1).all()
    assert (ratio[:, -1, 0, :3] == 1).all()


def test_the_same_dice_make_a_difference_at_least_ten_times_less_noisy() -> None:
    charge = Pull("charge", 2024, 2024, size=certain(5.0))

    def hours(pulls: tuple[Pull, ...], seed: int) -> float:
        seen = followed(size=10_000, seed=seed).seen(pulls, SCOTTISH_DEFAULT)
        return float(seen.amounts["care_at_home"][-1].sum())

    before, after = (np.array([hours(of, seed) for seed in range(12)]) for of in ((), (charge,)))
    assert noise_spared(before, after) > 10


def test_all_that_is_assumed_is_held_where_a_lever_is_held() -> None:
    held = scenario_from({"name": "Tried", "levers": [threshold("moderate")]}).certain()
    then = held.applied(known_and_followed().outlook(()), seed=SEED)
    assert len(then.kinds["care_at_home"].needed) == 1


def test_levers_grow_evenly_until_they_are_full() -> None:
    pull = Pull("charge", 2025, 2026, size=certain(10.0))
    levers = levers_by_year((pull,), YEARS, (0.0,))
    assert [each.charge for each in levers] == [0, 0, 5, 10, 10, 10]


@pytest.mark.parametrize("word", [word for word in NULLS if word != "carers_stop"])
def test_where_nobody_is_followed_the_share_has_to_be_stated(word: str) -> None:
    with pytest.raises(BadParameter, match="stated, as nobody is followed here"):
        pulled(lever(word, **NULLS[word]), of=known().outlook())


@pytest.mark.parametrize("word", ["charge", "eligibility"])
def test_thresholds_and_charges_of_care_homes_have_to_be_stated(word: str) -> None:
    with pytest.raises(BadParameter, match="support is care_home; it must be one of care_at_home"):
        pulled({**lever(word, **NULLS[word]), "support": "care_home"})


def test_only_one_half_of_a_stated_threshold_is_refused() -> None:
    said = {**threshold("moderate"), "people_at": dict.fromkeys(["low", "moderate"], 1)}
    with pytest.raises(BadParameter, match="people_at a number for each of low, moderate"):
        pulled(said)


def test_work_that_is_stopped_begins_no_further_runs() -> None:
    class Stopped(Exception):
        pass

    def stop(words: str) -> None:
        assert words == "Following people one by one: 1 of 12 runs"
        raise Stopped

    people = followed(runs=12, size=2_000, news=stop)
    with pytest.raises(Stopped):
        people.effects((), Pull("charge", YEARS[0], YEARS[0], size=certain(20)))
    seen = [key for key in people._kept if key[0] == "seen"]
    assert len(seen) < 2 * 12
