"""What the counts alone cannot answer is refused before anything is worked out."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from carewright_engine.demand.refusing import BadParameter
from carewright_engine.demand.scenarios.answers import Projection
from carewright_engine.demand.scenarios.assembling import CannotProject, project
from carewright_engine.demand.scenarios.early import (
    cannot_act,
    refuse_early,
    refuse_idle_scenarios,
)
from carewright_engine.demand.scenarios.questions import Question
from tests.engine.demand.scenarios.facts import places
from tests.engine.demand.scenarios.worlds import lever

LATER = {"from_year": 2024, "full_from": 2025}
SHORTER = lever("hours_for_each", change=-0.1, **LATER)
HOMES = lever("balance_of_care", share=0.1, hours_a_week=20, **LATER)


def asked(*levers: dict[str, Any], **changed: Any) -> Question:
    scenario = json.dumps({"name": "Tried", "levers": list(levers)})
    return places.question(scenarios=(scenario,) if levers else (), **changed)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (asked(fit_from=2030), "fit_from is 2030; it must be from 2018 to 2022"),
        (asked({**SHORTER, "from_year": 2020}),
         r"“Tried”, lever 1 \(“Try hours_for_each”\), from_year is 2020; it must be 2023 or later"),
        (asked({**SHORTER, "areas": ["S12900006"]}), "areas is S12900006; .* projection of Elmsh"),
        (asked(lever("charge", pounds_a_week=20, support="care_home", **LATER)),
         "support is care_home; it must be care_at_home, unless its effect is stated"),
    ],
)  # fmt: skip
def test_what_the_counts_cannot_answer_is_refused(question: Question, words: str) -> None:
    with pytest.raises(BadParameter, match=words):
        refuse_early(question, places.inputs().frame("activity"))


def test_what_nobody_counts_names_the_file_that_would() -> None:
    with pytest.raises(CannotProject, match=r"No count of care homes .* A publication of people"):
        refuse_early(asked(support="care_home"), places.inputs().frame("activity"))
    nobody = replace(places.question(), through=date(2010, 1, 1))
    with pytest.raises(CannotProject, match="up to 01 January 2010"):
        refuse_early(nobody, places.inputs().frame("activity"))


@pytest.mark.parametrize(
    ("levers", "words"),
    [
        ([lever("trend", a_year=0, support="day_care")], "support is day_care; it must be one of"),
        ([lever("trend", a_year=0, support="care_home")],
         "levers is for care homes only; it must be one or more for care at home"),
    ],
)  # fmt: skip
def test_a_scenario_that_can_change_nothing_here_is_refused(
    levers: list[dict[str, Any]], words: str
) -> None:
    with pytest.raises(BadParameter, match=words):
        refuse_idle_scenarios(asked(*levers))
    refuse_idle_scenarios(asked(SHORTER))


def test_a_lever_for_a_kind_that_no_file_counts_is_left_out_and_told() -> None:
    inputs, both = places.inputs(), asked(SHORTER, HOMES, draws=40)
    [told] = cannot_act(both, inputs.frame("activity"))
    assert "“Try balance_of_care” cannot act" in str(told)
    assert "What would fill it: A publication of people" in str(told)
    found, alone = project(inputs, both), project(inputs, asked(SHORTER, draws=40))
    [left_out] = found.outcomes[1].left_out
    assert (left_out.lever, left_out.support) == ("Try balance_of_care", "care_home")
    assert found.outcomes[1].amount == alone.outcomes[1].amount
    assert found.not_in_it[-1].question == "“Tried”: lever “Try balance_of_care”"
    assert Projection.from_json(found.to_json()) == found
    assert b"left_out" not in alone.to_json()
