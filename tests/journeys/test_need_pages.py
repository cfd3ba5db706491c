"""Every page on need, scenarios and capacity is open to everybody: at a desk, on a telephone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from carewright.config.practice_foresee import COMMENTED, JOINT
from tests.journeys.commissioner import Commissioner
from tests.journeys.person import DESK, TELEPHONE_WITHOUT_SCRIPT, Surroundings

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]
everywhere = pytest.mark.parametrize("surroundings", [DESK, TELEPHONE_WITHOUT_SCRIPT], ids=str)

SitsDown = Callable[[Surroundings], Commissioner]
NEED = "/analyse/need/"
#: Of the nine kinds of lever, those that ask in ways of their own.
KINDS = ("prevention", "eligibility-scotland", "charge", "supply_limit")
HOME_CARE = re.compile("^Projection 1: Home care in Elmshire, 20 years ahead of")


@everywhere
def test_pages_on_what_lies_ahead_work_for_everybody(
    surroundings: Surroundings, commissioner: SitsDown
) -> None:
    she = commissioner(surroundings)
    she.signs_in_as("Isla Rowan")
    for page in ("", "ask/", "care-groups/", "carers/", "delays/", "then-and-now/", "by-area/",
                 "by-area/?support=care_home", "scenarios/", "scenarios/begin/",
                 "scenarios/bring/"):  # fmt: skip
        she.opens(NEED + page)
    she.opens("/register/capacity/")
    she.follows(re.compile("^Elmshire: "))
    she.follows("Take this report back")
    she.presses("Take it back")  # no reason is given, and the page says so
    she.reads("There is a problem")
    she.opens("/register/capacity/report/")
    she.presses("Keep the report")
    she.reads("There is a problem")


@everywhere
def test_the_pages_of_a_projection_work_for_everybody(
    surroundings: Surroundings, commissioner: SitsDown
) -> None:
    she = commissioner(surroundings)
    she.signs_in_as("Isla Rowan")
    she.opens(NEED)
    she.follows(HOME_CARE)
    she.waits_for_the_answer()
    projection = she.page.url
    she.reads("There are 95 chances in 100")
    she.follows(COMMENTED)
    for page in ("name/", "share/"):
        she.opens(projection + page)
    she.opens(f"{NEED}ask/?like={projection.rstrip('/').rpartition('/')[2]}")


@everywhere
def test_the_pages_of_a_scenario_work_for_everybody(
    surroundings: Surroundings, commissioner: SitsDown
) -> None:
    she, partner = commissioner(surroundings), commissioner(surroundings)
    she.signs_in_as("Isla Rowan")
    she.opens(f"{NEED}scenarios/")
    she.follows(JOINT)
    scenario = she.page.url
    for page in ("words/", "copy/", "share/", "send/", "sent/1/", "lever/1/", "levers/",
                 *(f"levers/{kind}/" for kind in KINDS)):  # fmt: skip
        she.opens(scenario + page)
    she.presses("Add the lever")  # nothing is answered, and the page says so
    she.reads("There is a problem")

    partner.signs_in_as("Fergus Alder")
    partner.opens(f"{NEED}scenarios/")
    partner.follows(COMMENTED)
    partner.reads("You may see and comment")
    partner.reads("Half of them sent it back")
