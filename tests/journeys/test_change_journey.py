"""An exemption goes to a committee, and an agreement ends by a plan that protects people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser

from tests.journeys.person import DESK
from tests.journeys.test_deciding_journey import Decider
from tests.running import Running

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]

MEALS = "Meals for Alderside until a tender is answered"
ADVICE = "Advice for unpaid carers"


class Keeper(Decider):
    """Somebody who keeps agreements, and those who decide with them."""

    def answers_the_day(self, question: str, day: date) -> None:
        """Types a day into the three boxes of a question."""
        asked = self.page.get_by_role("group", name=re.compile(rf"^\s*{re.escape(question)}"))
        for part, typed in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            asked.get_by_label(part, exact=True).fill(str(typed))

    def enters_the_exemption(self, today: date) -> None:
        """A blanket of £1.5 million, which is more than officers may decide."""
        self.goes_to_the_stage("Contract")
        self.follows("Changes")
        self.follows("Register of exemptions")
        self.presses("Ask for an exemption")
        self.answers("What is bought?", MEALS)
        self.chooses("How far does it reach?", "Blanket: several agreements")
        self.chooses("Under which rules would it be bought?", "Below every threshold")
        self.chooses(
            "On which ground?", "Below every threshold: Only one suitable provider is near enough"
        )
        self.answers("How is the ground met?", "One kitchen is left in the valley.")
        self.answers("Which alternatives were considered?", "Two kitchens were asked; both closed.")
        self.answers("Value over its term", "1,500,000")
        self.answers_the_day("Last day", today + timedelta(days=300))
        self.presses("Keep the draft")
        self.is_on(MEALS)

    def opens_what_was_asked(self) -> None:
        """Finds the request in the register of decisions."""
        self.goes_to_the_stage("Decide")
        self.follows("What was decided")
        self.follows(re.compile(re.escape(MEALS)))

    def opens_the_exemption(self) -> None:
        """Finds it in its register."""
        self.opens("/contract/changes/exemptions/")
        self.follows(MEALS)

    def opens_the_changes_of(self, title: str) -> None:
        """From the register to what changes of one agreement."""
        self.goes_to_the_stage("Contract")
        self.answers("Agreement or provider", title)
        self.presses("Show")
        self.follows(title)
        self.follows("Change this agreement")


@pytest.fixture
def keeper(browser: Browser, carewright: Running) -> Iterator[Keeper]:
    """A window before which one officer after another sits down."""
    sits = Keeper(browser, carewright, DESK)
    yield sits
    sits.leaves()


def test_an_exemption_beyond_officers_limits_goes_to_a_committee(keeper: Keeper) -> None:
    today = date.today()  # noqa: DTZ011 - a person's
    keeper.signs_in_as("Dev Larch")
    keeper.enters_the_exemption(today)
    keeper.presses("Ask for approval")
    keeper.reads("The approval has been asked for.")

    for name, role in (("Mairi Plum", "finance officer"), ("Hamish Linden", "legal adviser")):
        keeper.signs_in_as(name)
        keeper.opens_what_was_asked()
        keeper.approves_as(role)
    keeper.signs_in_as("Iain Sedge")
    keeper.opens_what_was_asked()
    keeper.records_the_minute_of("Social Care Committee", reference="Item 52")

    keeper.signs_in_as("Dev Larch")
    keeper.opens_the_exemption()
    keeper.presses("Mark it as granted")
    keeper.follows("Record that providers were told")
    keeper.answers("How, and which?", "By letter to the two that closed")
    keeper.presses("Save")
    keeper.reads("By letter to the two that closed")


def test_an_agreement_ends_only_once_its_plan_has_protected_people(keeper: Keeper) -> None:
    today = date.today()  # noqa: DTZ011 - a person's
    keeper.signs_in_as("Dev Larch")
    keeper.opens_the_changes_of(ADVICE)
    keeper.follows("End it with an exit plan")
    keeper.chooses("Why does it end?", "Both sides agree")
    keeper.answers("Say more", "The carers’ centre takes advice over.")
    keeper.answers_the_day("Last day of the agreement", today)
    keeper.presses("Plan the end")
    keeper.reads("A second person has to confirm it now.")

    keeper.signs_in_as("Isla Rowan")
    keeper.opens_the_changes_of(ADVICE)
    keeper.follows(re.compile("Both sides agree, last day"))
    keeper.presses("Confirm that it ends")
    keeper.follows("Add a step")
    keeper.chooses("What is it about?", "People, families and carers are told")
    keeper.answers("What is done?", "Write to all 120 carers")
    keeper.chooses("Who does it?", "Isla Rowan, Commissioning manager")
    keeper.answers_the_day("By when?", today + timedelta(days=5))
    keeper.presses("Add the step")
    keeper.follows("It is over")
    keeper.presses("It is over")
    keeper.reads(re.compile("Still open, and people depend on it"))

    keeper.follows("Cancel")
    keeper.follows("Count who is left")
    keeper.answers("How many people are still supported under it?", "0")
    keeper.presses("Save the count")
    keeper.follows("It is over")
    keeper.presses("It is over")
    keeper.reads("The agreement is over.")
