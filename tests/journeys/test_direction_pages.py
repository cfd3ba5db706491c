"""Every page on directions is open to everybody: at a desk and on a telephone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.commissioner import Commissioner
from tests.journeys.person import DESK, TELEPHONE_WITHOUT_SCRIPT, Surroundings

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]

SitsDown = Callable[[Surroundings], Commissioner]
DRAFT = "DIR-0004 Equipment for people at home"
STANDING = "DIR-0003 Care at home in Elmshire, with nights"


@pytest.mark.parametrize("surroundings", [DESK, TELEPHONE_WITHOUT_SCRIPT], ids=str)
def test_the_board_reads_writes_and_issues(
    surroundings: Surroundings, commissioner: SitsDown
) -> None:
    chief = commissioner(surroundings)
    chief.signs_in_as("Helen Damson")
    chief.goes_to_the_stage("Papers")
    chief.follows("Directions")
    chief.follows("Write a direction")
    chief.presses("Save")  # nothing is answered, and the page says so
    chief.reads("There is a problem")
    chief.opens("/govern/directions/")
    chief.follows(DRAFT)
    chief.reads("Issue the direction")
    chief.follows("Change the draft")
    chief.reads("Which approved decision does it rest on?")


@pytest.mark.parametrize("surroundings", [DESK, TELEPHONE_WITHOUT_SCRIPT], ids=str)
def test_the_directed_body_reads_and_reports(
    surroundings: Surroundings, commissioner: SitsDown
) -> None:
    director = commissioner(surroundings)
    director.signs_in_as("Morag Ashby")
    director.goes_to_the_stage("Papers")
    director.follows("Directions")
    director.does_not_read(DRAFT)
    director.follows(STANDING)
    director.reads("It supersedes")
    director.follows("Report progress")
    director.presses("Save")  # nothing is answered, and the page says so
    director.reads("There is a problem")
