"""An officer brings a plan in, mends it and does what it asks; a second person closes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.journeys.person import DESK, TELEPHONE_WITHOUT_SCRIPT, Person
from tests.running import Running

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]

PLAN: Final = """Ref,Review findings,Responsibility,Actions,Date
1,Invoices wait for a signature,Dev Larch,Name a second signatory,30/06/2028 5 pm
2,Visits are not written up,Visiting team,Write up each visit within a week,Summer 2028
3,Nobody checks insurance,,Ask for each certificate,31 July 2028 12 noon
"""
MENDED: Final = PLAN.replace("Summer 2028", "31 August 2028 5 pm").replace(
    "insurance,,", "insurance,Dev Larch,"
)


class Officer(Person):
    """Somebody who keeps a plan of actions."""

    def begins_a_plan(self, title: str) -> None:
        """Begins an empty plan."""
        self.goes_to_the_stage("Follow up")
        self.follows("Plans")
        self.presses("Begin a plan")
        self.answers("What is the plan called?", title)
        self.chooses("What did it come from?", "Audit")
        self.presses("Save and continue")
        self.is_on(title)

    def gives_the_plans_file(self, words: str, folder: Path) -> None:
        """Gives a file of actions, to be looked at first."""
        file = folder / "plan.csv"
        file.write_text(words, encoding="utf-8")
        self.gives("CSV file of actions", file)
        self.presses("Look at it first")
        self.is_on("Look before importing")


@pytest.fixture(params=[DESK, TELEPHONE_WITHOUT_SCRIPT], ids=str)
def sit_down(
    request: pytest.FixtureRequest, browser: Browser, carewright: Running
) -> Iterator[object]:
    """Lets one person after the other sit down at a window of their own."""
    seated: list[Officer] = []

    def one(name: str) -> Officer:
        seated.append(Officer(browser, carewright, request.param))
        seated[-1].signs_in_as(name)
        return seated[-1]

    yield one
    for each in seated:
        each.leaves()


def test_a_plan_with_two_bad_rows_is_mended_done_and_closed_by_somebody_else(
    sit_down: object, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    title = f"Audit of payments, {request.node.callspec.id}"
    she = sit_down("Isla Rowan")  # type: ignore[operator]
    she.begins_a_plan(title)
    she.follows("Import actions from a file")
    she.gives_the_plans_file(PLAN, tmp_path)

    she.reads("1 action can be imported; 2 rows have to be mended first")
    she.reads("“Summer 2028” is no date")
    she.reads("Name the officer or the team that answers for it")
    she.follows("Give a mended file")
    she.gives_the_plans_file(MENDED, tmp_path)
    she.reads("3 actions can be imported")
    she.presses("Import 3 actions")
    she.is_on(title)
    she.reads("3 actions were imported.")

    he = sit_down("Dev Larch")  # type: ignore[operator]
    he.goes_to_the_stage("Follow up")
    he.chooses("Whose", "Mine")
    he.answers("Action, finding or owner", "second signatory")
    he.presses("Show")
    he.follows(re.compile("Name a second signatory"))
    he.presses("Take it up")
    he.presses("It is done")
    he.answers("What shows that it is done?", "Minute of 3 June: Mairi Plum signs too.")
    he.presses("Say that it is done")
    he.reads("Somebody else has to check the evidence and close it.")

    she.follows(re.compile("Name a second signatory"))
    she.reads("Minute of 3 June: Mairi Plum signs too.")
    she.presses("Close the action")
    she.reads("Dev Larch did it, and Isla Rowan checked and closed it.")
