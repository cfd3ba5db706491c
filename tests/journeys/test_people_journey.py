"""A person decides who sees her record; her carer and her advocate see it, and then no more."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.journeys.commissioner import Commissioner
from tests.journeys.person import DESK, TELEPHONE_WITHOUT_SCRIPT, Surroundings

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]

SitsDown = Callable[[Surroundings], Commissioner]
CARED_FOR = re.compile("The record of the person you care for, since")


def is_let_in(somebody: Commissioner, name: str) -> None:
    """Becomes an invented person who acts for no organisation."""
    somebody.opens("/practice/")
    somebody.presses(re.compile(f"Be {name},"))


def test_a_person_lets_her_carer_see_and_takes_it_back(commissioner: SitsDown) -> None:
    person, carer = commissioner(TELEPHONE_WITHOUT_SCRIPT), commissioner(DESK)
    advocate = commissioner(DESK)

    is_let_in(carer, "Joan Elder")
    carer.is_on("Your record")
    carer.reads("What you need was looked at")
    carer.reads("Short break")

    is_let_in(person, "Margaret Elder")
    person.is_on("Your record")
    person.reads("Your support was looked at again")
    person.reads(re.compile("Latest care: Home care"))
    person.presses("Yes, let Joan Elder see it")
    person.reads("They can see the record now. You can stop this at any time.")

    carer.opens("/my/")
    carer.is_on("Which record do you want to see?")
    carer.follows(CARED_FOR)
    carer.reads("You see it because the person said yes.")
    carer.reads(re.compile("Latest care: Home care"))
    carer.does_not_read("Who looked at this record")
    mothers = carer.page.url

    person.opens("/my/")
    person.reads(re.compile("Joan Elder, Carer"))
    person.presses("No more for Joan Elder")
    person.reads("They can no longer see the record.")

    carer.opens(mothers)
    carer.is_on("Page not found")
    carer.follows("Go to the records that you may open")
    carer.is_on("Your record")

    is_let_in(advocate, "Leila Marsh")
    advocate.reads("You see it because the person said yes.")
    person.presses("No more for Leila Marsh")
    advocate.opens("/my/")
    advocate.is_on("You cannot see a record here now")
    advocate.does_not_read("Home care")


def test_a_guardian_sees_what_the_order_opens(commissioner: SitsDown) -> None:
    guardian = commissioner(TELEPHONE_WITHOUT_SCRIPT)
    is_let_in(guardian, "Moira Linn")
    guardian.is_on(re.compile("The person you are guardian for, since"))
    guardian.reads("You see it because a court made you guardian.")
    guardian.reads(re.compile("Latest care: Supported living"))
