"""Somebody who uses no mouse signs in and asks for an analysis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import pytest
from playwright.sync_api import Browser

from tests.journeys.commissioner import Commissioner
from tests.journeys.person import Surroundings
from tests.running import Running

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]

MOST_STEPS: Final = 150

FOCUS: Final = """() => {
    const at = document.activeElement;
    const style = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    const x = box.left + Math.min(box.width / 2, 20), y = box.top + box.height / 2;
    const top = document.elementFromPoint(x, y);
    return {
        body: at === document.body,
        words: (at.labels?.[0]?.textContent || at.getAttribute("aria-label") || at.textContent)
            .replace(/\\s+/g, " ").trim(),
        marked: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
            || style.boxShadow !== "none",
        within: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        covered: !!top && !at.contains(top) && !top.contains(at),
    };
}"""


class OnKeys(Commissioner):
    """Somebody who goes from place to place by keys alone, and must always see where they are."""

    def tabs_to(self, words: str) -> None:
        """Presses Tab until the thing with these words has the focus."""
        wanted = re.compile(rf"^{re.escape(words)}( \(optional\))?($|[ ,])")
        for _ in range(MOST_STEPS):
            self.page.keyboard.press("Tab")
            at = self.focus()
            if at["body"]:
                continue
            assert at["marked"], f"nothing marks the focus on {at['words']!r}"
            assert at["within"], f"the focus on {at['words']!r} is out of sight"
            assert not at["covered"], f"something covers the focus on {at['words']!r}"
            if wanted.match(at["words"]):
                return
        raise AssertionError(f"Tab never came to {words!r} on {self.page.url}")

    def focus(self) -> dict[str, Any]:
        """What has the focus, once the window has come to rest around it."""
        for _ in range(20):
            at: dict[str, Any] = self.page.evaluate(FOCUS)
            if at["body"] or at["within"]:
                break
            self.page.wait_for_timeout(50)
        return at

    def hits(self, *keys: str) -> None:
        """Presses keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def goes_on(self) -> None:
        """Presses Enter on what has the focus, and comes to another page."""
        before = self.page.url
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(lambda url: url != before)
        self._arrives()

    def picks(self, words: str) -> None:
        """Types the first letters of an answer into a list of answers, as one does."""
        self.page.keyboard.type(words)
        said = self.page.evaluate("document.activeElement.selectedOptions[0].textContent.trim()")
        assert said.startswith(words), f"typing {words!r} chose {said!r}"


@pytest.fixture(params=[Surroundings(1100, script=True), Surroundings(320, script=False)], ids=str)
def person(
    request: pytest.FixtureRequest, browser: Browser, carewright: Running
) -> Iterator[OnKeys]:
    """Somebody at the keyboard, in a wide window with script and in a narrow one without."""
    sits = OnKeys(browser, carewright, request.param)
    yield sits
    sits.leaves()


def test_signing_in_and_asking_need_no_mouse(person: OnKeys) -> None:
    person.opens("/practice/")
    person.tabs_to("Be Morag Ashby")
    person.goes_on()
    person.is_on("Inbox")

    person.tabs_to("Skip to main content")
    person.hits("Enter")
    person.tabs_to("Overdue")
    person.opens("/practice/")
    person.tabs_to("Be Isla Rowan")
    person.goes_on()

    person.tabs_to("Analyse")
    person.goes_on()
    person.tabs_to("Area")
    person.picks("Strathalder (council)")
    person.tabs_to("Kind of care")
    person.picks("Care at home")
    person.tabs_to("Care group")
    person.picks("Older people")
    person.tabs_to("As registered on")
    person.picks("31 March 2019")
    person.tabs_to("Analyse")
    person.goes_on()
    person.waits_for_the_answer()
    person.reads_the_five_dimensions()
