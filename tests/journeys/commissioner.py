"""What a commissioner does with the service, step by step as she would tell it."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from docx import Document
from playwright.sync_api import expect

from tests.journeys.person import Person

#: The dimensions of provision that directors asked for, by their place on the page.
DIMENSIONS: Final = {
    "type": "Type",
    "quality": "Quality",
    "capacity": "Capacity",
    "cost": "Cost",
    "accessibility": "Accessibility",
}


class Commissioner(Person):
    """Somebody who answers for care in an area, and works from published files."""

    def gives_a_published_file(self, file: Path) -> None:
        """Uploads a file as its publisher gives it, and watches it being read as a trial."""
        self.goes_to_the_stage("Register")
        self.presses("Give a published file")
        self.gives("Published file", file)
        self.presses("Read it")
        self.waits_until_the_page_says("Read; look at what was found before importing it.")
        self.follows("See the result")

    def finds_a_trial_in_which_nothing_is_imported(self, file: Path) -> None:
        """Sees what would be kept, doubted and refused, before any figure uses it."""
        self.reads("Ready to import")
        self.reads(file.name)
        self.reads("Doubtful")

    def imports_it(self) -> None:
        """Lets figures use the file from now on."""
        self.presses("Import")
        self.waits_until_the_page_says("Imported. Figures use it from now on.")

    def asks_for_the_analysis_of(
        self, area: str, *, kind: str, group: str, as_registered_on: str
    ) -> None:
        """Chooses area, kind of care, care group and day, and waits for the answer."""
        self.goes_to_the_stage("Analyse")
        self.chooses("Area", area)
        self.chooses("Kind of care", kind)
        self.chooses("Care group", group)
        self.chooses("As registered on", as_registered_on)
        self.presses("Analyse")
        self.waits_for_the_answer()

    def waits_for_the_answer(self) -> None:
        """Watches the analysis being worked out, and opens it."""
        if "/jobs/" in self.page.url:
            self.waits_until_the_page_says("Ready to read.")
            self.follows("See the result")

    def reads_the_five_dimensions(self) -> None:
        """Sees a finding for each dimension, with a figure or the plain word that none is known."""
        for place, caption in DIMENSIONS.items():
            heading = self.section(place).get_by_role("heading", level=2)
            expect(heading).to_contain_text(caption)
            finding = heading.inner_text().replace(caption, "").strip()
            assert len(finding) > len("Not known"), f"{caption} has no finding: {finding!r}"
        expect(self.section("not-assessed").get_by_role("row").nth(1)).to_be_visible()

    def figure_of(self, figure: str) -> int:
        """Goes from a figure to its method and files, and reads the figure there."""
        self.follows(re.compile(rf"^where from\s*: {re.escape(figure)}$"))
        self.reads("Files and rows behind it")
        return self.figure_shown()

    def figure_shown(self) -> int:
        """The number that the page is about."""
        return int(self.page.locator(".cw-figure b").inner_text().replace(",", ""))

    def opens_the_rows_of(self, file: Path) -> None:
        """Goes from a file behind a figure to its rows, as they were published."""
        self.follows(re.compile(f"^{re.escape(file.name)}"))
        self.is_on(re.compile(rf"rows? of {re.escape(file.name)}"))

    def opens_the_first_service(self) -> None:
        """Unfolds the first of several rows, and goes to the service that it is about."""
        self.page.locator("summary").first.click()
        self.follows(re.compile("^See this service over time, or correct a value"))

    def value_of(self, name: str) -> str:
        """What the page says of one thing in its list of facts."""
        said = self.page.locator("dl div, dl").filter(has=self.page.get_by_text(name, exact=True))
        return said.last.locator("dd").first.inner_text().split("\n")[0].strip()

    def puts_right(self, column: str, *, on: str, to: str, because: str) -> None:
        """Corrects one value of a service, and says how it is known."""
        self.follows(f"Put a value of {on} right")
        self.chooses("Which value is wrong?", column)
        self.answers("What is right?", to)
        self.answers("How do you know?", because)
        self.presses("Put it right")

    def opens_the_analysis_again(self, title: str) -> None:
        """Finds an analysis made before, by its title."""
        self.goes_to_the_stage("Analyse")
        self.follows(title)

    def sees_that_facts_have_changed(self) -> None:
        """Is told that the analysis on the page rests on facts that are no longer so."""
        self.reads("Facts have changed since this was worked out")

    def has_it_worked_out_again(self) -> None:
        """Asks the same question of the facts as they are now."""
        self.presses("Work it out again")
        self.waits_for_the_answer()
        self.does_not_read("Facts have changed since this was worked out")

    def takes_the_report(self) -> str:
        """Downloads the report for a committee and reads it; its words."""
        document = Document(str(self.takes("Report (Word)")))
        assert document.inline_shapes, "the report has no pictures"
        return "\n".join(each.text for each in document.paragraphs)

    def takes_the_tables(self) -> dict[str, list[dict[str, str]]]:
        """Downloads every table, and reads their rows by the table's name."""
        with ZipFile(self.takes("Tables (CSV)")) as archive:
            return {
                Path(name).stem: list(
                    csv.DictReader(archive.read(name).decode("utf-8-sig").splitlines())
                )
                for name in archive.namelist()
            }
