"""A round of uplifts is proposed by one, worked out afresh by a second and approved by a third."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.journeys.commissioner import Commissioner
from tests.journeys.person import DESK, TELEPHONE_WITHOUT_SCRIPT, Person, Surroundings
from tests.running import Running

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]

#: Seven tenths follow wages, which rise by 6%; two tenths follow prices, which rise by 3%.
RISE: Final = 1 + Decimal("0.7") * Decimal("0.06") + Decimal("0.2") * Decimal("0.03")
PAGES: Final = "/contract/uplifts/"


class RoundKeeper(Person):
    """Whoever has a part in a round of uplifts."""

    def proposes_a_round_for(self, provider: str) -> None:
        """Says why, from when, for whom and by how much."""
        self.opens(PAGES)
        self.presses("Propose a round")
        self.answers("Why do prices rise?", "Wages rise in spring")
        self.answers_the_day("From which day?", in_two_months())
        self.answers("Which providers?", provider)
        self.presses("Save and continue")
        self.chooses_another_figure("wage")
        self.answers("Another rise of the wage floor, in per cent", "6")
        self.answers("Where is that published?", "The published rates")
        self.answers("Why is it not one that is held?", "It was announced last week")
        self.chooses_another_figure("prices")
        self.answers("Another rise of prices, in per cent", "3")
        self.answers("Where is that rise of prices published?", "The index of November")
        self.answers("Why is it none of the indices that are held?", "It is newer")
        self.answers("Hours and visits: share of wages, in per cent", "70")
        self.answers("Hours and visits: share that follows prices, in per cent", "20")
        self.answers("Weeks and nights: share of wages, in per cent", "70")
        self.answers("Weeks and nights: share that follows prices, in per cent", "20")
        for _ in ("how much", "what care costs", "budget", "what providers are asked"):
            self.presses("Save and continue")
        self.is_on("Check the round before you propose it")
        self.presses("Propose it")
        self.reads("The round is proposed.")

    def chooses_another_figure(self, name: str) -> None:
        """Takes none of the rises that are held."""
        self.page.locator(f"input[name={name}_from][value=typed]").check()

    def answers_the_day(self, question: str, day: date) -> None:
        """Types a day into the three boxes of a question."""
        asked = self.page.get_by_role("group", name=re.compile(rf"^\s*{re.escape(question)}"))
        for part, typed in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            asked.get_by_label(part, exact=True).fill(str(typed))

    def works_out_the_lines(self, *, wrongly: bool) -> None:
        """Multiplies each price that stands beside a box; one penny more is wrong."""
        self.follows("Work out the lines")
        boxes = self.page.get_by_label(re.compile("now, by"))
        for place in range(boxes.count()):
            label = self.page.locator("label", has_text="now, by").nth(place).inner_text()
            found = re.search(r"£([\d,]+\.\d\d) now", label)
            assert found, label
            pence = (Decimal(found[1].replace(",", "")) * 100 * RISE).quantize(1, ROUND_HALF_UP)
            boxes.nth(place).fill(f"{(pence + wrongly) / 100:.2f}")
        self.presses("Give these prices")

    def chooses_the_reader(self, name: str) -> None:
        """Asks a colleague to read the round."""
        self.follows("Choose a second reader")
        self.chooses("Who will check?", name)
        self.presses("Send to the second reader")
        self.reads("The lines to work out were drawn.")

    def tells_the_provider_and_hears_that_it_accepts(self, letter: Path) -> None:
        """Gives it a month, and writes down what it says, with its letter."""
        self.follows("Tell the providers")
        self.answers_the_day("By which day do providers answer?", date.today() + MONTH)  # noqa: DTZ011
        self.presses("They have been told")
        self.follows("Record what a provider says")
        self.ticks("It accepts")
        self.gives("A document that shows it", letter)
        self.presses("Record it")
        self.reads("Accepted")

    def approves_it(self, title: str) -> None:
        """Takes the one step that the scheme has for so small a sum."""
        self.goes_to_the_stage("Decide")
        self.follows(re.compile(re.escape(title)))
        self.follows("Decide as budget holder")
        self.page.get_by_label("Approve", exact=True).check()
        self.presses("Record my decision")


MONTH: Final = timedelta(days=28)


def in_two_months() -> date:
    """The first of the month after next."""
    return (date.today().replace(day=1) + timedelta(days=64)).replace(day=1)  # noqa: DTZ011


@pytest.fixture
def keeper(browser: Browser, carewright: Running) -> Iterator[RoundKeeper]:
    """A window before which one officer after another sits down."""
    sits = RoundKeeper(browser, carewright, DESK)
    yield sits
    sits.leaves()


def test_a_round_goes_through_the_hands_of_three_people(
    keeper: RoundKeeper, tmp_path: Path
) -> None:
    letter = tmp_path / "it-accepts.csv"
    letter.write_text("care workers are paid from April\n13.10\n")
    keeper.signs_in_as("Dev Larch")
    keeper.proposes_a_round_for("Kelpwick Community Care")
    round_page = keeper.page.url
    keeper.presses("Preview the round")
    keeper.is_on("Preview: what the new prices would do")
    keeper.chooses_the_reader("Mairi Plum, Finance business partner")

    keeper.signs_in_as("Mairi Plum")
    keeper.opens(round_page)
    keeper.works_out_the_lines(wrongly=True)
    keeper.reads("Not every price is the same.")

    keeper.signs_in_as("Dev Larch")
    keeper.opens(round_page)
    keeper.chooses_the_reader("Mairi Plum, Finance business partner")
    keeper.tells_the_provider_and_hears_that_it_accepts(letter)

    keeper.signs_in_as("Mairi Plum")
    keeper.opens(round_page)
    keeper.reads("it-accepts.csv")
    keeper.works_out_the_lines(wrongly=False)
    keeper.reads("Your prices are those of the round.")

    keeper.signs_in_as("Dev Larch")
    keeper.opens(round_page)
    keeper.presses("Ask for approval")
    keeper.signs_in_as("Gregor Holly")
    keeper.approves_it("Wages rise in spring")

    keeper.signs_in_as("Dev Larch")
    keeper.opens(round_page)
    keeper.presses("Mark it as approved")
    keeper.presses("Apply the round")
    keeper.reads("The new prices stand.")


#: What is typed where no rise is held for the day.
TYPED: Final = {
    "Another rise of the wage floor, in per cent": "6",
    "Where is that published?": "The published rates",
    "Why is it not one that is held?": "It was announced last week",
    "Another rise of prices, in per cent": "3",
    "Where is that rise of prices published?": "The index of November",
    "Why is it none of the indices that are held?": "It is newer",
    "Hours and visits: share of wages, in per cent": "70",
    "Hours and visits: share that follows prices, in per cent": "20",
}


def writes_a_round_and_leaves_it(she: Person) -> None:
    """Step by step up to its summary; what she has begun is there when she comes back."""
    she.answers("Why do prices rise?", "Wages rise")
    she.presses("Save and continue")
    for name in ("wage", "prices"):
        she.page.locator(f"input[name={name}_from][value=typed]").check()
    for question, answer in TYPED.items():
        she.answers(question, answer)
    for _ in ("how much", "what care costs", "budget", "what providers are asked"):
        she.presses("Save and continue")
    she.is_on("Check the round before you propose it")
    she.opens(PAGES)
    she.reads("Rounds that are being written")


SitsDown = Callable[[Surroundings], Commissioner]


@pytest.mark.parametrize("surroundings", [DESK, TELEPHONE_WITHOUT_SCRIPT], ids=str)
def test_pages_of_rounds_work_for_everybody(
    surroundings: Surroundings, commissioner: SitsDown
) -> None:
    she = commissioner(surroundings)
    she.signs_in_as("Isla Rowan")
    for page in ("", "settlements/new/", "new/"):
        she.opens(PAGES + page)
    writes_a_round_and_leaves_it(she)
    she.opens(PAGES)
    she.follows("U-0003")
    she.reads("would not cover the cost of care")
    in_trouble = she.page.url
    for page in (
        "lines/", "take-back/", "change/",
        *(f"steps/{step}/" for step in ("agree", "apart", "reader", "send", "answer", "pay",
                                        "withdraw")),
    ):  # fmt: skip
        she.opens(in_trouble + page)
