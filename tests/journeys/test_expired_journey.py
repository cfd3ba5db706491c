"""An expired contract found on a Tuesday is put right by Friday with no visit missed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser

from tests.journeys import test_agreement_journey
from tests.journeys.person import DESK
from tests.running import Running

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]

EXPIRED = "Sitting service, Alder Glen"
FOLLOWS = "Sitting service for carers"
GOES_ON = "People already supported and urgent need do not wait for it."


class Keeper(test_agreement_journey.Keeper):
    """Whoever keeps agreements, as the week goes on."""

    def looks_for_what_is_wrong_with(self, title: str) -> None:
        """Narrows the work list to one agreement."""
        self.goes_to_the_stage("Contract")
        self.follows("To put right")
        self.answers("Agreement or owner", title)
        self.presses("Show")

    def lets_care_go_on(self, until: date) -> None:
        """The dated exception: why, whose it is, and its clock."""
        self.follows("Let care go on")
        self.answers("Why does care go on without a valid agreement?", "12 carers have visits")
        self.chooses("Who puts it right?", "Dev Larch, Contracts officer")
        self.answers_the_day("By when?", until)
        self.presses("Record it")
        self.reads("It is on the record.")

    def has_both_sides_sign(self) -> None:
        """The director for the council, and the provider; then care begins under it."""
        for name, party, question in (
            ("Morag Ashby, Director of social care", "Elmshire Council (buyer)",
             "Which of our officers signed?"),
            ("Una Rowan", "Glen Sitters CIC (provider)", "Who signed for the provider?"),
        ):  # fmt: skip
            self.records_the_signature_of(name, party=party, question=question)
        self.follows("Begin the agreement")
        self.presses("Begin")
        self.reads("The agreement is live.")

    def counts_people(self, people: int, *, registered_on: date | None = None) -> None:
        """How many are supported under the agreement now, and its public entry."""
        self.follows("Plans, public entry and people")
        self.answers("People supported under it", str(people))
        if registered_on:
            self.answers_the_day("Entered in the public register on", registered_on)
        self.presses("Save")


@pytest.fixture
def keeper(browser: Browser, carewright: Running) -> Iterator[Keeper]:
    """The contracts officer's window."""
    sits = Keeper(browser, carewright, DESK)
    yield sits
    sits.leaves()


def test_an_expired_contract_found_on_a_tuesday_is_put_right_by_friday_with_no_visit_missed(
    keeper: Keeper,
) -> None:
    today = date.today()  # noqa: DTZ011 - a person's
    keeper.signs_in_as("Dev Larch")
    keeper.looks_for_what_is_wrong_with(EXPIRED)
    keeper.follows(re.compile("Expired, and still in use"))
    keeper.is_on(EXPIRED)
    keeper.reads("Nothing new begins under it")
    keeper.reads(re.compile(f"{FOLLOWS} follows, and has not begun yet"))
    keeper.reads(GOES_ON)

    keeper.lets_care_go_on(until=today + timedelta(days=3))
    keeper.reads(re.compile("Care goes on by an exception until"))
    keeper.reads(GOES_ON)

    keeper.follows(re.compile("which follows$"))
    keeper.is_on(FOLLOWS)
    keeper.has_both_sides_sign()
    keeper.counts_people(12, registered_on=today)
    keeper.reads("Nothing to put right")

    keeper.looks_for_what_is_wrong_with(EXPIRED)
    keeper.follows(re.compile("Expired, and still in use"))
    keeper.reads(re.compile(f"Use C-[0-9]+ {FOLLOWS}"))
    keeper.counts_people(0)
    keeper.follows("End the exception")
    keeper.answers("How was it put right?", f"Everybody's visits moved to {FOLLOWS}")
    keeper.presses("Record it")
    for title in (EXPIRED, FOLLOWS):
        keeper.looks_for_what_is_wrong_with(title)
        keeper.reads("0 things to put right")
