"""Scenarios that cannot be are refused with the field and what it may be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from carewright_engine.demand.refusing import BadParameter
from carewright_engine.demand.scenarios.scenario import (
    read_scenario,
    scenario_from,
    scenario_from_toml,
)
from tests.engine.demand.scenarios.worlds import known, lever

PREVENTION = {"effect": 0.2, "reach": 0.5}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"effect": 1.2}, "lever 1, effect is .*; it must be from 0 to 1"),
        ({"reach": -0.1}, "lever 1, reach is .*; it must be from 0 to 1"),
        ({"effect": {"low": 0.3, "middle": 0.2, "high": 0.4}}, "low, middle and high in this"),
        ({"evidence": None}, "lever 1, evidence"),
        ({"evidence": {"source": " ", "says": "x", "quality": "local"}}, "at least 3 characters"),
        ({"from_year": 1850}, "lever 1, from_year is 1850; .* greater than or equal to 2000"),
        ({"full_from": 2020}, "no earlier than from_year"),
        ({"lever": "magic"}, "lever 1"),
        ({"efect": 0.2}, "lever 1, efect is 0.2; it must be left out"),
        ({"effect": float("nan")}, "lever 1, effect"),
    ],
)
def test_a_lever_that_cannot_be_is_refused_by_its_field(
    changed: dict[str, Any], words: str
) -> None:
    said = {**lever("prevention", **PREVENTION), **changed}
    with pytest.raises(BadParameter, match=words):
        scenario_from({"name": "Tried", "levers": [said]})


def test_a_lever_without_evidence_is_refused() -> None:
    said = lever("prevention", **PREVENTION)
    del said["evidence"]
    with pytest.raises(BadParameter, match="lever 1, evidence is missing; it must be given"):
        scenario_from({"name": "Tried", "levers": [said]})


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"areas": ["S12000099"]}, "areas is S12000099; it must be one of S12000001"),
        ({"bands": ["65+"]}, "bands is 65.; it must be one of 18-64"),
        ({"from_year": 2020}, "from_year is 2020; it must be one of 2024 to 2028"),
    ],
)
def test_what_is_not_projected_is_refused_with_what_is(changed: dict[str, Any], words: str) -> None:
    said = {**lever("prevention", **PREVENTION), **changed}
    scenario = scenario_from({"name": "Tried", "levers": [said]})
    with pytest.raises(BadParameter, match=words):
        scenario.applied(known().outlook(), seed=1)


def test_how_to_give_evidence_is_said_where_there_is_none() -> None:
    said = lever("prevention", **PREVENTION)
    del said["evidence"]
    with pytest.raises(BadParameter, match=r"a table \[levers.evidence\] with source, says and"):
        scenario_from({"name": "Tried", "levers": [said]})


@pytest.mark.parametrize("support", ["day_care", "care_home"])
def test_a_lever_for_what_is_not_projected_changes_nothing_and_stops_nothing(support: str) -> None:
    idle = lever("prevention", **PREVENTION, support=support)
    acts = lever("hours_for_each", change=-0.1)
    home = known()
    home = replace(home, kinds={"care_at_home": home.kinds["care_at_home"]})
    both = scenario_from({"name": "Both", "levers": [idle, acts]})
    alone = scenario_from({"name": "One", "levers": [acts]})
    hours = [
        each.applied(home.outlook(), seed=1).kinds["care_at_home"].needed for each in (both, alone)
    ]
    assert np.array_equal(*hours)


def test_an_unknown_level_of_need_is_refused_with_the_nations_levels() -> None:
    said = lever(
        "eligibility", nation="england", now_from="critical", then_from="meets_the_tests",
        people_at={"below_the_tests": 1, "meets_the_tests": 1},
        each_at={"below_the_tests": 1, "meets_the_tests": 1},
    )  # fmt: skip
    with pytest.raises(BadParameter, match="now_from one of below_the_tests, meets_the_tests"):
        scenario_from({"name": "Tried", "levers": [said]})


def test_a_file_that_is_no_toml_is_refused_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text('name = "Tried"\n[[levers]\n', "utf-8")
    with pytest.raises(BadParameter, match=r"wrong\.toml is not TOML .*line 2"):
        read_scenario(path)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"x" * 50_000, "50,000 bytes"),
        (b"a." * 400 + b"a = 1", "a key of more than 8 parts"),
        (b"a = " + b"[" * 5_000, "not TOML"),
        (b"a = " + b"9" * 4_400, "not TOML"),
        (b'name = "Tele\\u0000care"', "text that can be shown"),
        (b'name = "Tried"\nabout = "\\u001b[31m"', "text that can be shown"),
        (b"\xff\xfe", "not TOML"),
    ],
)
def test_a_file_that_would_cost_dear_or_cannot_be_shown_is_refused(
    content: bytes, says: str
) -> None:
    with pytest.raises(BadParameter, match=says):
        scenario_from_toml(content)


@pytest.mark.parametrize("most", [1e308, float("inf"), float("nan"), 2e9])
def test_a_limit_that_no_nation_has_is_no_limit(most: float) -> None:
    with pytest.raises(BadParameter, match="most"):
        scenario_from(
            {"name": "Tried", "levers": [lever("supply_limit", most=most, growth_a_year=0)]}
        )


def test_no_more_levers_are_followed_than_a_run_can_bear() -> None:
    followed = lever("carers_stop", times=1.5)
    with pytest.raises(BadParameter, match="9 levers that follow people"):
        scenario_from({"name": "Tried", "levers": [followed] * 9})


def test_a_file_is_read_into_its_levers(tmp_path: Path) -> None:
    path = tmp_path / "telecare.toml"
    path.write_text(
        'name = "More telecare"\n[[levers]]\nlever = "prevention"\nname = "Telecare"\n'
        "from_year = 2027\nfull_from = 2030\neffect = { low = 0.05, middle = 0.09, high = 0.12 }\n"
        'reach = 0.4\n[levers.evidence]\nsource = "Our pilot"\nsays = "9% fewer hours"\n'
        'quality = "local"\n',
        "utf-8",
    )
    scenario = read_scenario(path)
    assert scenario.levers[0].name == "Telecare"
    assert scenario.model_validate(scenario.model_dump()) == scenario
