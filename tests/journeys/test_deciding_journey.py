"""Officers and a committee decide, each in turn, by the scheme of delegation."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.asking import asked
from tests.journeys.person import DESK, Person
from tests.running import Running

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]


class Decider(Person):
    """Somebody who decides what others ask for."""

    def opens_the_request(self, title: str) -> None:
        """Finds in the register what was asked for, and opens it."""
        self.goes_to_the_stage("Decide")
        self.follows("What was decided")
        self.follows(title)
        self.is_on(title)

    def approves_as(self, role: str) -> None:
        """Takes the step that waits for the role."""
        self.follows(f"Decide as {role}")
        self.page.get_by_label("Approve", exact=True).check()
        self.presses("Record my decision")
        self.reads("You approved this step")


@pytest.fixture
def decider(browser: Browser, carewright: Running) -> Iterator[Decider]:
    """A window before which one officer after another sits down."""
    sits = Decider(browser, carewright, DESK)
    yield sits
    sits.leaves()


def test_a_budget_holder_decides_alone_within_their_limit(
    decider: Decider, carewright: Running
) -> None:
    asked(carewright, "Grant to the lunch club", "grant", pounds=2_000)
    decider.signs_in_as("Isla Rowan")
    decider.opens_the_request("Grant to the lunch club")
    decider.reads("Nobody decides their own request")

    decider.signs_in_as("Gregor Holly")
    decider.opens_the_request("Grant to the lunch club")
    decider.approves_as("budget holder")
    decider.reads("Approved: every step has been taken")


def test_over_a_limit_it_takes_advice_and_two_directors(
    decider: Decider, carewright: Running
) -> None:
    asked(carewright, "Beds for respite", "award", pounds=900_000)
    for name, role in (
        ("Mairi Plum", "finance officer"),
        ("Hamish Linden", "legal adviser"),
        ("Morag Ashby", "authorising director"),
    ):
        decider.signs_in_as(name)
        decider.opens_the_request("Beds for respite")
        decider.approves_as(role)
    decider.reads("Another person has to take this one")

    decider.signs_in_as("Angus Bay")
    decider.opens_the_request("Beds for respite")
    decider.approves_as("authorising director")
    decider.reads("Approved: every step has been taken")
