"""An officer mends a template, a solicitor approves it, and letters go to providers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from docx import Document
from playwright.sync_api import Browser

from tests.journeys.person import DESK, TELEPHONE_WITHOUT_SCRIPT, Person
from tests.running import Running

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]

SitsDown = Callable[[str], Person]
#: Runs homes in every practice region, whichever other files a journey has brought in before.
PROVIDER = "Corriemoor Care Limited"
WORDS = "Dear {{ provider.name }},\n\nyour services in {{ provider.areas }} matter to us."


@pytest.fixture(params=[DESK, TELEPHONE_WITHOUT_SCRIPT], ids=str)
def sit_down(
    request: pytest.FixtureRequest, browser: Browser, carewright: Running
) -> Iterator[SitsDown]:
    """Lets one person after the other sit down at a window of their own."""
    seated: list[Person] = []

    def one(name: str) -> Person:
        seated.append(Person(browser, carewright, request.param))
        seated[-1].signs_in_as(name)
        return seated[-1]

    yield one
    for each in seated:
        each.leaves()


def test_a_letter_goes_out_in_words_that_two_have_read(
    sit_down: SitsDown, request: pytest.FixtureRequest
) -> None:
    name = f"Thanks, {request.node.callspec.id}"
    she = sit_down("Isla Rowan")
    she.goes_to_the_stage("Letters")
    she.follows("Write a template")
    she.answers("Name of the template", name)
    she.ticks("Letter")
    she.ticks("A provider")
    she.answers("Title of what is written", "Thank you, {{ provider.nmae }}")
    she.answers("Words", WORDS)
    she.presses("Keep the template")
    she.reads("Did you mean provider.name?")
    she.answers("Title of what is written", "Thank you, {{ provider.name }}")
    she.presses("Keep the template")
    she.reads("Somebody else has to approve the words")

    he = sit_down("Hamish Linden")
    he.goes_to_the_stage("Letters")
    he.follows(name)
    he.presses("Approve these words")
    he.reads("The words are approved.")

    she.goes_to_the_stage("Letters")
    she.follows(name)
    she.follows("Write from it")
    she.answers("Find by words", PROVIDER)
    she.presses("Find in this list")
    she.ticks(PROVIDER)
    she.presses("See how they would read")
    she.reads(f"Dear {PROVIDER},")
    she.presses("Write and keep")
    she.reads("1 was written and kept.")
    she.follows("Word document 1")
    words = Document(str(she.takes(re.compile(r"^1: "))))
    assert any(f"Dear {PROVIDER}," in each.text for each in words.paragraphs)
