"""An agreement is written down, approved by those whom the scheme names, signed and begun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser

from tests.journeys.person import DESK, Person
from tests.running import Running

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]

TITLE = "Befriending in Alderside"


class Keeper(Person):
    """Somebody who keeps agreements, and those who approve them."""

    def answers_the_day(self, question: str, day: date) -> None:
        """Types a day into the three boxes of a question."""
        asked = self.page.get_by_role("group", name=re.compile(rf"^\s*{re.escape(question)}"))
        for part, typed in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            asked.get_by_label(part, exact=True).fill(str(typed))

    def writes_the_draft(self, title: str) -> None:
        """A grant of £2,000 a year that began on the first of this month."""
        self.goes_to_the_stage("Contract")
        self.presses("Write an agreement")
        self.answers("What is it called?", title)
        self.chooses("What kind of agreement is it?", "Grant")
        self.chooses("Under which rules was it bought?", "Below every threshold")
        self.answers_the_day("First day", date.today().replace(day=1))  # noqa: DTZ011 - a person's
        self.answers("Value over the term", "2,000")
        self.answers("Payment terms", "At once")
        self.chooses("Who looks after it?", "Dev Larch, Contracts officer")
        self.chooses("Who answers for the budget?", "Gregor Holly, Head of adult care")
        self.presses("Keep the draft")
        self.is_on(title)

    def names_who_gives_what(self) -> None:
        """The provider, and what it gives."""
        self.follows("Add a provider")
        self.answers("Name, as it stands in the agreement", "Alder Befrienders")
        self.presses("Add")
        self.follows("Add what is bought")
        self.answers("What is bought?", "Befriending")
        self.presses("Add")
        self.reads("Alder Befrienders")

    def opens_the_agreement(self, title: str) -> None:
        """Finds it in the register."""
        self.goes_to_the_stage("Contract")
        self.answers("Agreement or provider", title)
        self.presses("Show")
        self.follows(title)
        self.is_on(title)

    def approves_it(self, title: str) -> None:
        """Takes the one step that the scheme has for so small a sum."""
        self.goes_to_the_stage("Decide")
        self.follows(re.compile(re.escape(title)))
        self.follows("Decide as budget holder")
        self.page.get_by_label("Approve", exact=True).check()
        self.presses("Record my decision")

    def records_the_signature_of(self, name: str, *, party: str, question: str) -> None:
        """Says who signed for whom today."""
        self.follows("Record a signature")
        self.chooses("For whom?", party)
        if question == "Which of our officers signed?":
            self.chooses(question, name)
        else:
            self.answers(question, name)
        self.presses("Record the signature")
        self.reads("The signature is on the record.")


@pytest.fixture
def keeper(browser: Browser, carewright: Running) -> Iterator[Keeper]:
    """A window before which one officer after another sits down."""
    sits = Keeper(browser, carewright, DESK)
    yield sits
    sits.leaves()


def test_a_small_grant_is_registered_approved_signed_and_begun(keeper: Keeper) -> None:
    keeper.signs_in_as("Dev Larch")
    keeper.writes_the_draft(TITLE)
    keeper.names_who_gives_what()
    keeper.presses("Ask for approval")
    keeper.reads("The approval has been asked for.")

    keeper.signs_in_as("Gregor Holly")
    keeper.approves_it(TITLE)

    keeper.signs_in_as("Dev Larch")
    keeper.opens_the_agreement(TITLE)
    keeper.presses("Mark it as approved")
    keeper.records_the_signature_of(
        "Gregor Holly, Head of adult care", party="Elmshire Council (buyer)",
        question="Which of our officers signed?",
    )  # fmt: skip
    keeper.reads("Had authority")
    keeper.records_the_signature_of(
        "Ann Rowe", party="Alder Befrienders (provider)",
        question="Who signed for the provider?",
    )  # fmt: skip
    keeper.follows("Begin the agreement")
    keeper.presses("Begin")
    keeper.reads("Nothing to put right")
