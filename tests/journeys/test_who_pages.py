"""Every page on people, teams and sign-ins is open to everybody: at a desk and on a telephone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.journeys.commissioner import Commissioner
from tests.journeys.person import DESK, TELEPHONE_WITHOUT_SCRIPT, Surroundings

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]

SitsDown = Callable[[Surroundings], Commissioner]
#: Who looks at what; a page that is reached by a link only stands in a test of its own.
PAGES = {
    "Sam Willow": (
        "/sign-ins/", "/sign-in-groups/", "/invitations/", "/invitations/officer/",
        "/your-sign-ins/", "/second-factor/", "/who/officers/", "/who/officers/enrol/",
        "/who/lost-factors/", "/who/lost-factors/ask/", "/no-such-page/", "/sign-in/lost/",
    ),
    "Euan Thorn": (
        "/who/", "/who/teams/", "/who/teams/form/", "/who/training/",
        "/who/training/name/", "/who/absences/", "/who/escalation/", "/search/?q=Thorn",
    ),
    "Olive Myrtle": ("/who/localities/", "/who/localities/name/", "/who/partnerships/"),
    "Dev Larch": ("/invitations/provider/",),
    "Isla Rowan": ("/who/say/", "/who/escalation/say/"),
}  # fmt: skip


@pytest.mark.parametrize("surroundings", [DESK, TELEPHONE_WITHOUT_SCRIPT], ids=str)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_works_for_everybody(
    name: str, surroundings: Surroundings, commissioner: SitsDown
) -> None:
    she = commissioner(surroundings)
    she.signs_in_as(name)
    for page in PAGES[name]:
        she.opens(page)


@pytest.mark.parametrize("surroundings", [DESK, TELEPHONE_WITHOUT_SCRIPT], ids=str)
def test_pages_of_one_thing_work_for_everybody(
    surroundings: Surroundings, commissioner: SitsDown
) -> None:
    he = commissioner(surroundings)
    he.signs_in_as("Sam Willow")
    he.opens("/sign-ins/?q=Siobhan")
    he.follows("Siobhan Reed")
    he.opens("/who/officers/?q=Siobhan")
    he.follows("Siobhan Reed")
    he.reads("Adult support and protection for lead officers")

    manager = commissioner(surroundings)
    manager.signs_in_as("Euan Thorn")
    manager.opens("/who/teams/")
    manager.follows("Adult care")
    manager.opens("/who/training/")
    manager.follows("Siobhan Reed")
    manager.reads(re.compile("To take next"))
    manager.follows("Write down training")
    manager.presses("Save and continue")  # nothing is answered, and the page says so
    manager.reads("There is a problem")


@pytest.mark.parametrize("surroundings", [DESK, TELEPHONE_WITHOUT_SCRIPT], ids=str)
def test_ending_an_access_works_for_everybody(
    surroundings: Surroundings, commissioner: SitsDown
) -> None:
    worker = commissioner(surroundings)
    worker.signs_in_as("Rhona Heather")
    worker.opens("/register/people/?q=EL-100003")
    worker.follows("EL-100003")
    if worker.page.get_by_label("Reviewing how care goes").count():
        worker.page.get_by_label("Reviewing how care goes").check()
        worker.answers("Why do you need to look now?", "To end an access that is not wanted")
        worker.presses("Open the record")
    worker.follows("End the access of Peter Ash")
    worker.presses("End the access")  # nothing is answered, and the page says so
    worker.reads("There is a problem")
