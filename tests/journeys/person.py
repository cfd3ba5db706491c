"""Somebody at a browser, in words that a journey reads as prose.

Whatever page the person comes to is looked at for accessibility before the journey goes on.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Download, Locator, Page, expect

from tests.journeys.accessibility import faults_of
from tests.running import Running

PATIENCE: Final = 120.0  # seconds that background work may take on a busy machine
A_PAGE: Final = 30_000  # milliseconds that anything else may take there, be it a click or a look
expect.set_options(timeout=A_PAGE)


@dataclass(frozen=True)
class Surroundings:
    """What somebody has before them: a window so wide, and script or none."""

    width: int
    script: bool

    def __str__(self) -> str:
        return f"{self.width} px {'with' if self.script else 'without'} script"


DESK: Final = Surroundings(1100, script=True)
TELEPHONE_WITHOUT_SCRIPT: Final = Surroundings(320, script=False)


class Person:
    """Somebody with a browser window, who does as people do: reads words and follows them."""

    def __init__(self, browser: Browser, carewright: Running, surroundings: Surroundings) -> None:
        self.surroundings = surroundings
        self.context = browser.new_context(
            base_url=carewright.address(),
            java_script_enabled=surroundings.script,
            viewport={"width": surroundings.width, "height": 900},
            accept_downloads=True,
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(A_PAGE)

    def leaves(self) -> None:
        """Closes the window."""
        self.context.close()

    # Going somewhere ------------------------------------------------------

    def signs_in_as(self, name: str) -> None:
        """Becomes one of the invented people of the practice installation."""
        self.opens("/practice/")
        self.presses(re.compile(f"Be {name},"))
        self.is_on("Inbox")

    def opens(self, path: str) -> None:
        """Comes to a page by its address."""
        self.page.goto(path)
        self.finds_the_page_accessible()

    def follows(self, words: str | re.Pattern[str]) -> None:
        """Follows a link by its words."""
        self._link(words).click()
        self._arrives()

    def goes_back(self) -> None:
        """Goes back to the page before."""
        self.page.go_back()
        self._arrives()

    def goes_to_the_stage(self, name: str) -> None:
        """Follows the line of stages, at the head of the page or in the menu at its foot."""
        self._link(name).click()
        self._arrives()

    def presses(self, words: str | re.Pattern[str]) -> None:
        """Presses a button by its words."""
        self.page.get_by_role("button", name=words).first.click()
        self._arrives()

    # Saying something -----------------------------------------------------

    def answers(self, question: str, words: str) -> None:
        """Types an answer to a question."""
        self._question(question).fill(words)

    def chooses(self, question: str, answer: str) -> None:
        """Chooses one answer of those offered."""
        self._question(question).select_option(label=answer)

    def ticks(self, answer: str) -> None:
        """Chooses an answer that stands on the page, beside its box or its round button."""
        self.page.get_by_label(answer, exact=True).first.check()

    def gives(self, question: str, file: Path) -> None:
        """Gives a file."""
        self._question(question).set_input_files(file)

    # Reading --------------------------------------------------------------

    def is_on(self, heading: str | re.Pattern[str]) -> None:
        """Sees by its main heading which page this is."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)

    def reads(self, words: str | re.Pattern[str]) -> None:
        """Sees the words on the page."""
        expect(self.page.get_by_text(words).locator("visible=true").first).to_be_visible()

    def does_not_read(self, words: str) -> None:
        """Sees no such words."""
        expect(self.page.get_by_text(words)).to_have_count(0)

    def section(self, name: str) -> Locator:
        """A part of the page by the name that addresses give it."""
        return self.page.locator(f"#{name}")

    def waits_until_the_page_says(self, words: str) -> None:
        """Watches work under way: with script the page asks again, without it the person does."""
        deadline = time.monotonic() + PATIENCE
        while self.page.get_by_text(words).count() == 0:
            assert time.monotonic() < deadline, f"never said {words!r}: {self.page.url}"
            if self.surroundings.script:
                self.page.wait_for_timeout(500)
            else:
                self._link("See how far it is now").click()
        self.finds_the_page_accessible()

    def takes(self, words: str | re.Pattern[str]) -> Path:
        """Downloads what a link offers."""
        with self.page.expect_download() as coming:
            self._link(words).click()
        taken: Download = coming.value
        return Path(taken.path())

    # Looking --------------------------------------------------------------

    def finds_the_page_accessible(self) -> None:
        """Everything about the page works for everybody."""
        faults = faults_of(self.page, script=self.surroundings.script)
        assert faults == [], f"{self.page.url}, {self.surroundings}: " + "\n".join(faults)

    def _arrives(self) -> None:
        self.page.wait_for_load_state()
        self.finds_the_page_accessible()

    def _question(self, words: str) -> Locator:
        # Questions that may be left open say so after their words.
        return self.page.get_by_label(re.compile(rf"^\s*{re.escape(words)}( \(optional\))?\s*$"))

    def _link(self, words: str | re.Pattern[str]) -> Locator:
        exact = isinstance(words, str)
        return self.page.get_by_role("link", name=words, exact=exact).locator("visible=true").first
