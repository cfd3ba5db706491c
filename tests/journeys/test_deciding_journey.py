"""Officers and a committee decide, each in turn, by the scheme of delegation."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.asking import asked
from tests.journeys.person import DESK, Person, Surroundings
from tests.journeys.test_keyboard_journey import OnKeys
from tests.running import Running

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]
#: Both walk pages that the largest decision walks: one of them is drawn, both in a full run.
smaller = pytest.mark.one_of("decisions without a committee")


class Decider(Person):
    """Somebody who decides what others ask for."""

    def opens_the_request(self, title: str) -> None:
        """Finds in the register what was asked for, and opens it."""
        self.goes_to_the_stage("Decide")
        self.follows("What was decided")
        self.follows(re.compile(rf"D-\d+ {re.escape(title)}$"))
        self.is_on(title)

    def approves_as(self, role: str) -> None:
        """Takes the step that waits for the role."""
        self.follows(f"Decide as {role}")
        self.page.get_by_label("Approve", exact=True).check()
        self.presses("Record my decision")
        self.reads("You approved this step")

    def records_the_minute_of(self, committee: str, *, reference: str) -> None:
        """Says what a committee resolved, and where that is minuted."""
        self.follows(f"Record the minute of {committee}")
        self.page.get_by_label("Approve", exact=True).check()
        for part, typed in (("Day", "3"), ("Month", "6"), ("Year", "2026")):
            self.answers(part, typed)
        self.answers("Reference of the minute", reference)
        self.presses("Record the minute")
        self.reads("The minute is on the record")


@pytest.fixture
def decider(browser: Browser, carewright: Running) -> Iterator[Decider]:
    """A window before which one officer after another sits down."""
    sits = Decider(browser, carewright, DESK)
    yield sits
    sits.leaves()


@smaller
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


@smaller
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


def test_the_largest_go_to_committee_then_council_then_the_director(
    decider: Decider, carewright: Running
) -> None:
    asked(carewright, "Framework for home care", "award", pounds=14_000_000)
    for name, role in (("Mairi Plum", "finance officer"), ("Hamish Linden", "legal adviser")):
        decider.signs_in_as(name)
        decider.opens_the_request("Framework for home care")
        decider.approves_as(role)

    decider.signs_in_as("Iain Sedge")
    decider.opens_the_request("Framework for home care")
    decider.records_the_minute_of("Social Care Committee", reference="Item 51")
    decider.records_the_minute_of("Elmshire Council", reference="Item 88")
    decider.reads("Authorising director decides next: 4 of 5 steps taken")

    decider.signs_in_as("Morag Ashby")
    decider.opens_the_request("Framework for home care")
    decider.approves_as("authorising director")
    decider.reads(re.compile("meeting of 3 June 2026, minute Item 88"))


@pytest.mark.parametrize(
    "surroundings", [Surroundings(1100, script=True), Surroundings(320, script=False)], ids=str
)
def test_deciding_needs_no_mouse(
    browser: Browser, carewright: Running, surroundings: Surroundings
) -> None:
    title = f"Grant decided at {surroundings.width}"
    asked(carewright, title, "grant", pounds=1_500)
    person = OnKeys(browser, carewright, surroundings)
    person.opens("/practice/")
    person.tabs_to("Be Gregor Holly")
    person.goes_on()
    person.opens("/decide/")
    person.tabs_to(title)
    person.goes_on()
    person.tabs_to("Decide as budget holder")
    person.goes_on()
    person.tabs_to("Approve")
    person.hits("Space")
    person.tabs_to("Record my decision")
    person.goes_on()
    person.reads("Approved: every step has been taken")
    person.leaves()
