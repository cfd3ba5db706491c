"""From what was counted to what people will need, what could be done, and the gap that is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Final

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, expect

from tests.journeys.commissioner import Commissioner
from tests.journeys.person import DESK, TELEPHONE_WITHOUT_SCRIPT, Surroundings
from tests.running import Running

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]

MINUS: Final = "\N{MINUS SIGN}"
#: Who looks from where, and at which council: a seat each.
WHO: Final = {
    DESK: ("Isla Rowan", "Elmshire"),
    TELEPHONE_WITHOUT_SCRIPT: ("Fergus Alder", "Oakshire"),
}


class LooksAhead(Commissioner):
    """A commissioner who asks what people will need, and what could be done about it."""

    def begins_a_scenario(self, name: str) -> None:
        """Gives a what-if a name; it has no lever yet, so everything stays as now."""
        self.goes_to_the_stage("Analyse")
        self.follows("Scenarios")
        self.presses("New scenario")
        self.answers("What do you call this scenario?", name)
        self.presses("Begin the scenario")
        self.is_on(name)
        self.reads("No lever yet: everything stays as it is now")

    def adds_a_lever_of_prevention(self, name: str, *, less: str, reach: str) -> None:
        """Says what the help does, whom it reaches, from when, and what that rests on."""
        self.presses("Add a lever")
        self.follows("Telecare, reablement and prevention")
        self.answers("What do you call this lever?", name)
        self.page.get_by_label("Care at home", exact=True).check()
        self.page.locator("[name=effect_middle]").fill(less)
        self.page.locator("[name=reach_middle]").fill(reach)
        self.page.get_by_label("How many hours each person needs").check()
        self.answers("From which financial year?", "2027")
        self.answers("In full from which financial year?", "2030")
        self.presses("Add the lever")  # without its evidence no lever is taken
        self.reads("There is a problem")
        self.answers("Where does the size of the effect come from?", "A trial in Elmshire, 2025")
        self.answers("What does it say?", "Of a hundred hours, fifteen were no longer needed.")
        self.page.get_by_label("Judgement; evidence needed").check()
        self.presses("Add the lever")
        self.reads("A trial in Elmshire, 2025")

    def asks_what_people_will_need(self, kind: str, *, beside: str) -> None:
        """Asks for her own area, beside a scenario, with what an hour costs; and waits."""
        self.goes_to_the_stage("Analyse")
        self.follows("What people will need")
        self.presses("Ask for a projection")
        expect(self.page.get_by_label("Area", exact=True)).to_have_value(re.compile("^council:"))
        self.chooses("Kind of support", kind)
        self.page.get_by_label(re.compile(re.escape(beside))).check()
        self.answers("Cost of an hour, or of a place for a week", "24.50")
        self.answers("Cost, likely low", "23")
        self.answers("Cost, likely high", "27")
        self.answers("Where the cost is from", "Rates of this year")
        self.presses("Project")
        self.waits_for_the_answer()

    def reads_the_finding_and_how_sure_it_is(self) -> None:
        """The first sentence is the finding; the second says between which figures it lies."""
        self.is_on(re.compile(r"^Home care to 20\d\d$"))
        self.reads("If people are helped as they are now,")
        self.reads("There are 95 chances in 100 that it is between")

    def compares(self, scenario: str) -> str:
        """Reads beside as now what the scenario comes to in the last year; the difference."""
        row = self.section("scenarios").get_by_role("row").filter(has_text=scenario)
        expect(row).to_contain_text(MINUS)
        self.follows(scenario)
        self.reads(f"If “{scenario}” goes as described")
        cells = row.get_by_role("cell")
        return cells.nth(3).inner_text().strip().split("\n")[0]

    def reads_when_the_gap_opens_and_what_closes_it(self) -> str:
        """The year from which a gap is likelier than not, how surely, and what would close it."""
        gap = self.section("gap")
        expect(gap).to_contain_text(re.compile(r"A gap is likelier than not from 20\d\d"))
        expect(gap).to_contain_text("would be enough in 97 futures of 100")
        expect(gap).to_contain_text("Planned")
        return self.value_of("Opens")

    def takes_the_workbook(self) -> list[str]:
        """Downloads the tables as one workbook; the names of its sheets."""
        taken = BytesIO(self.takes("Tables (Excel)").read_bytes())
        return load_workbook(taken, read_only=True).sheetnames


@pytest.fixture
def sits_down(
    browser: Browser, carewright: Running
) -> Iterator[Callable[[Surroundings], LooksAhead]]:
    """Lets somebody sit down at a window of their own."""
    seated: list[LooksAhead] = []

    def one(surroundings: Surroundings) -> LooksAhead:
        seated.append(LooksAhead(browser, carewright, surroundings))
        return seated[-1]

    yield one
    for each in seated:
        each.leaves()


@pytest.mark.parametrize("surroundings", WHO, ids=str)
def test_a_commissioner_foresees_need_pulls_a_lever_and_reads_the_gap(
    sits_down: Callable[[Surroundings], LooksAhead], surroundings: Surroundings
) -> None:
    name, council = WHO[surroundings]
    she = sits_down(surroundings)
    she.signs_in_as(name)
    scenario = f"Telecare for {council}"
    she.begins_a_scenario(scenario)
    she.adds_a_lever_of_prevention("Telecare for six in ten", less="15", reach="60")

    she.asks_what_people_will_need("Home care, in hours a week", beside=scenario)
    she.reads_the_finding_and_how_sure_it_is()
    opens_as_now = she.reads_when_the_gap_opens_and_what_closes_it()
    difference = she.compares(scenario)
    assert she.value_of("Opens") >= opens_as_now, "help that lowers need cannot bring a gap nearer"

    tables = she.takes_the_tables()
    last = [row for row in tables["difference"] if row["Scenario"] == scenario][-1]
    middle = float(last["Middle, hours a week"])
    assert middle == pytest.approx(float(difference_in(difference)), abs=50)
    assert "The gap ahead" in she.takes_the_workbook()
    report = she.takes_the_report()
    assert f", {council}" in report
    assert "A trial in Elmshire, 2025" in she.section("assumptions").inner_text()

    she.presses("Save and name this projection")
    she.answers("Name", f"Strategy of {council}")
    she.presses("Save")
    she.reads("Saved. The search finds it by this name.")


def difference_in(words: str) -> str:
    """−1,230 as a number is written."""
    return words.replace(MINUS, "-").replace(",", "")
