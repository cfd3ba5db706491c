"""From what is known to an answer that can be kept, read back and asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from carewright_engine.demand.refusing import BadParameter
from carewright_engine.demand.scenarios.answers import Basis, Projection
from carewright_engine.demand.scenarios.gap import Capacity
from carewright_engine.demand.scenarios.projecting import projected
from carewright_engine.demand.scenarios.questions import Question, UnitCost
from carewright_engine.demand.scenarios.scenario import scenario_from
from carewright_engine.provision.areas import AreaRef
from tests.engine.demand.scenarios.worlds import AREAS, known, lever

TELECARE = scenario_from(
    {
        "name": "More telecare",
        "levers": [
            lever("prevention", effect={"low": 0.05, "middle": 0.1, "high": 0.2}, reach=0.6)
        ],
    }
).model_dump_json()
NULL = scenario_from({"name": "Nothing", "levers": [lever("hours_for_each", change=0)]})
BASIS = Basis("hours a week", (), (), 2023, ())


def asked(**changed: Any) -> Question:
    area = AreaRef("council", AREAS[0], "Elmshire", AREAS)
    question = Question(area, "care_at_home", date(2024, 3, 31), scenarios=(TELECARE,))
    return replace(question, **changed)


def answer(**changed: Any) -> Projection:
    return projected(known(), BASIS, asked(**changed))


def test_as_now_stands_first_and_differs_from_itself_by_nothing() -> None:
    found = answer()
    assert [each.name for each in found.outcomes] == ["As now", "More telecare"]
    assert {value for row in found.as_now.difference.values for value in row} == {0.0}


def test_a_scenario_with_a_null_lever_gives_as_now_to_the_last_bit() -> None:
    found = answer(scenarios=(NULL.model_dump_json(),))
    now, null = found.outcomes
    assert null.amount == now.amount
    assert null.by_band == now.by_band


def test_prevention_lowers_the_hours_and_the_difference_is_surely_below_nought() -> None:
    then = answer().outcomes[1]
    low, high = then.difference.interval(95)
    assert high[-1] < 0
    assert low[0] == high[0] == 0  # it begins in the second year


def test_an_answer_is_read_back_as_it_was_written_and_asked_again_gives_the_same_bytes() -> None:
    found = answer(cost=UnitCost(2400, 2200, 2600, "our rates"))
    assert Projection.from_json(found.to_json()) == found
    assert answer(cost=UnitCost(2400, 2200, 2600, "our rates")).sha256 == found.sha256


def test_money_and_the_gap_are_left_out_unless_what_they_need_is_given() -> None:
    without = answer().as_now
    assert (without.pounds, without.gap, without.unmet) == (None, None, None)
    capacities = (Capacity(date(2023, 4, 1), 34_000), Capacity(date(2026, 4, 1), 38_000, True))
    given = answer(cost=UnitCost(2400, 2200, 2600, "our rates"), capacities=capacities).as_now
    assert given.pounds is not None
    assert given.gap is not None
    assert given.gap.capacity == (34_000, 34_000, 38_000, 38_000, 38_000)
    assert given.gap.chance[1] > given.gap.chance[2]


def test_what_a_limit_lets_through_and_what_it_leaves_add_up_to_what_is_needed() -> None:
    cap = scenario_from(
        {"name": "Cap", "levers": [lever("supply_limit", most=15_000, growth_a_year=0)]}
    )
    found = answer(
        scenarios=(cap.model_dump_json(),), cost=UnitCost(2400, 2400, 2400, "our rates"),
        capacities=(Capacity(date(2023, 4, 1), 36_000),),
    )  # fmt: skip
    now, capped = found.outcomes
    limited, unmet, last = capped.limited, capped.unmet, found.years[-1]
    assert limited
    assert unmet
    assert limited.pounds
    assert limited.pounds_unmet
    assert capped.pounds
    assert now.pounds
    assert capped.gap
    assert now.gap
    assert capped.pounds.at(last) == now.pounds.at(last)
    assert limited.most == (None, *[15_000.0 * len(AREAS)] * 4)
    both = limited.delivered.at(last) + unmet.at(last)
    assert both == pytest.approx(capped.amount.at(last), rel=0.01)
    pounds = limited.pounds.at(last) + limited.pounds_unmet.at(last)
    assert pounds == pytest.approx(capped.pounds.at(last), rel=0.01)
    assert capped.gap.capacity[1:] == (min(36_000.0, 15_000.0 * len(AREAS)),) * 4
    assert capped.gap.missing.at(last) >= now.gap.missing.at(last)
    assert Projection.from_json(found.to_json()) == found


def test_an_answer_without_a_limit_says_nothing_of_one_and_keeps_its_bytes() -> None:
    assert b"limited" not in answer().to_json()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"support": "meals"}, "support is meals; it must be one of care_at_home, care_home"),
        ({"years": 4}, "years is 4; it must be from 5 to 25"),
        ({"years": 26}, "years is 26"),
        ({"draws": 10}, "draws is 10; it must be from 40"),
        ({"scenarios": (TELECARE,) * 4}, "number of scenarios is 4; it must be from 0 to 3"),
        ({"cost": UnitCost(2400, 2500, 2600, "x")}, "unit cost is 2500, 2400 and 2600 pence"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(changed: dict[str, Any], words: str) -> None:
    with pytest.raises(BadParameter, match=words):
        asked(**changed)
