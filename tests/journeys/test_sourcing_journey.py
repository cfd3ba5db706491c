"""A commissioner answers whether care is bought again, and a director approves it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.person import DESK, Person
from tests.running import Running

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]
DAYS = "Day support for people with a learning disability"


class Planner(Person):
    """Somebody who decides how care is sourced, or is asked about it."""

    def opens_the_decision(self, about: str) -> str:
        """Finds a sourcing decision in the list; its address."""
        self.goes_to_the_stage("Plan")
        self.follows(about)
        self.is_on(about)
        return self.page.url

    def answers_the_last_step(self, option: str, why: str, *, look_again: tuple[str, ...]) -> None:
        """Recommends one of the options, says why, and when somebody looks again."""
        self.follows(re.compile("^The answer"))
        self.ticks(option)
        self.answers("Why, in the words to be approved?", why)
        for part, typed in zip(("Day", "Month", "Year"), look_again, strict=True):
            self.answers(part, typed)
        self.presses("Save")
        self.reads(f"Answer: {option}")

    def asks_for_approval(self, *, although: str) -> None:
        """Sees what is missing, signs why it goes on, and asks whoever the scheme names."""
        self.follows("Check it and ask for approval")
        self.reads("Fairer Scotland assessment")
        self.answers("Why does it go on without what is missing?", although)
        self.presses("Ask for approval")
        self.reads("The approval has been asked for.")

    def finds_nothing_at(self, address: str) -> None:
        """A decision of others does not even exist."""
        answer = self.page.goto(address)
        assert answer is not None
        assert answer.status == 404

    def approves_what_was_asked(self, title: str) -> None:
        """Opens what waits for a decision, and approves it."""
        self.goes_to_the_stage("Decide")
        self.follows(re.compile(re.escape(title)))
        self.reads("Fairer Scotland assessment")
        self.follows("Decide as authorising director")
        self.page.get_by_label("Approve", exact=True).check()
        self.presses("Record my decision")
        self.reads("Approved: every step has been taken")


@pytest.fixture
def planner(browser: Browser, carewright: Running) -> Iterator[Planner]:
    """A window before which one person after another sits down."""
    sits = Planner(browser, carewright, DESK)
    yield sits
    sits.leaves()


def test_a_commissioner_answers_a_stranger_sees_nothing_and_a_director_approves(
    planner: Planner,
) -> None:
    planner.signs_in_as("Fergus Alder")
    address = planner.opens_the_decision(DAYS)
    planner.reads("Options side by side: 5 not assessed")
    planner.answers_the_last_step(
        "Renew without competition", "The families want to stay.", look_again=("1", "3", "2028")
    )
    planner.asks_for_approval(although="The assessments are with their authors.")

    planner.signs_in_as("Isla Rowan")
    planner.finds_nothing_at(address)

    planner.signs_in_as("Grace Osier")
    planner.approves_what_was_asked(DAYS)
    planner.opens_the_decision(DAYS)
    planner.reads("Approved, and not in force yet")
