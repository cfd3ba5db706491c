"""A register that a council has becomes agreements, with a person's word where one is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from carewright.contract.jobs import READ
from tests.factories.contract_imports import register_file
from tests.journeys.person import DESK, Person
from tests.running import Running

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]


@pytest.fixture
def keeper(browser: Browser, carewright: Running) -> Iterator[Person]:
    """Somebody who keeps agreements."""
    sits = Person(browser, carewright, DESK)
    yield sits
    sits.leaves()


def test_a_register_is_given_asked_about_and_becomes_agreements(
    keeper: Person, tmp_path: Path
) -> None:
    known = {"Supplier Name": "THORNMERE HOMES LTD", "Company Number": ""}
    doubtful = {"Supplier Name": "Quillfeather Nest", "Company Number": "", "End Date": "31/02/27"}
    file = register_file(tmp_path, known, doubtful, name="journey.csv")
    keeper.signs_in_as("Dev Larch")
    keeper.goes_to_the_stage("Contract")
    keeper.follows("Import a register")
    keeper.presses("Give a register of contracts")
    keeper.gives("Register of contracts", file)
    keeper.presses("Read it")
    keeper.waits_until_the_page_says(READ)
    keeper.follows("See the result")
    keeper.reads("2 of 2 rows can be used")
    keeper.chooses("Of which kind are those whose kind the file does not say?", "Block")
    keeper.chooses("Under which rules were they bought?", "Below every threshold")
    keeper.presses("Take the register in")
    keeper.waits_until_the_page_says("Every row was taken in.")
    keeper.follows("See the result")
    keeper.reads("2 questions are left for a person")
    keeper.follows("Say who they are, one by one")
    keeper.page.get_by_label("Thornmere Homes Limited").first.check()
    keeper.presses("Save and go on")
    keeper.follows("Look at them, one by one")
    keeper.page.get_by_label("Put it aside").check()
    keeper.answers("Why is it put aside?", "It was never signed")
    keeper.presses("Save and go on")
    keeper.reads("Nothing is left to ask")
    keeper.presses("Make 1 agreement")
    keeper.waits_until_the_page_says("1 agreement was made.")
