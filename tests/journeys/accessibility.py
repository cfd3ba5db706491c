"""What is wrong with a page for somebody who cannot see, point, or use a wide screen.

axe finds what a machine can find against WCAG 2.2 AA; the rest is what our own design asks:
nothing scrolls sideways, one main heading, tables with captions, links whose words tell their
ends apart, and `Error:` before the title when something was not accepted.

Our own questions are asked of every page, axe's of every page that is built otherwise than those
it has seen. Of pages built alike it takes one in four, drawn by the seed, and all in a full run.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.sync_api import Error, Page

from tests.authorisation.drawing import EVERYTHING, SEED

AXE: Final = Path(__file__).parent / "vendor" / "axe.min.js"
RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
TRIES: Final = 5
ONE_IN: Final = 4
_CHANCE: Final = Random(SEED)
_SEEN_BY_AXE: Final[set[str]] = set()

# Without script a page's timers never ring, though promises are kept; axe waits by timers.
TIMERS_THAT_RING: Final = (
    "window.setTimeout = (ring, _wait, ...more) => "
    "{ Promise.resolve().then(() => ring(...more)); return 1; }"
)

RUN_AXE: Final = """rules => axe.run(document, {
    runOnly: rules, resultTypes: ["violations"]
}).then(found => found.violations.map(each => [
    each.id, each.help, each.nodes.map(node => node.target.flat().join(" ")).slice(0, 3)
]))"""

# What stands within what, whatever it says and however often.
BUILT: Final = """() => {
    const kind = element => [
        element.localName, element.className, element.type, element.getAttribute("role"),
        element.hasAttribute("aria-label"),
    ].join();
    const found = [...document.querySelectorAll("body *")]
        .map(element => kind(element.parentElement) + ">" + kind(element));
    return [...new Set(found)].sort().join(" ") + " " + window.innerWidth;
}"""

LOOK: Final = """() => {
    const words = link => (link.getAttribute("aria-label") || link.textContent)
        .replace(/\\s+/g, " ").trim();
    const shown = element => element.checkVisibility();
    return {
        title: document.title,
        headings: [...document.querySelectorAll("h1")].filter(shown).map(h => h.textContent.trim()),
        language: document.documentElement.lang,
        width: document.documentElement.clientWidth,
        needed: document.documentElement.scrollWidth,
        summaries: document.querySelectorAll(".govuk-error-summary").length,
        uncaptioned: [...document.querySelectorAll("table")]
            .filter(table => !table.caption?.textContent.trim()).map(t => t.className),
        headless: [...document.querySelectorAll("table")]
            .filter(table => !table.querySelector("th")).map(t => t.className),
        links: [...document.querySelectorAll("a[href]")].filter(shown)
            .map(link => [words(link), link.href]),
    };
}"""


def faults_of(page: Page, *, script: bool) -> list[str]:
    """Everything that is wrong with the page as it stands, each in a sentence."""
    for _ in range(TRIES):
        try:
            return [*_found_by_axe(page, script=script), *_found_by_looking(page)]
        except Error as problem:
            # A page that shows work under way asks again by itself, also while it is looked at.
            if "context was destroyed" not in problem.message and "axe" not in problem.message:
                raise
            page.wait_for_load_state()
    raise AssertionError(f"{page.url} never stood still to be looked at")


def title_of(page: Page) -> str:
    """The title in the browser's tab."""
    return page.title()


@cache
def _axe() -> str:
    return f"{AXE.read_text()}; 0"


def _is_for_axe(page: Page) -> bool:
    address = re.sub(r"[0-9a-f-]{36}|\d+", "N", urlsplit(page.url).path)
    built = f"{address} {page.evaluate(BUILT)}"
    is_new = built not in _SEEN_BY_AXE
    _SEEN_BY_AXE.add(built)
    return EVERYTHING or is_new or _CHANCE.randrange(ONE_IN) == 0


def _found_by_axe(page: Page, *, script: bool) -> list[str]:
    if not _is_for_axe(page):
        return []
    if not script:
        page.evaluate(TIMERS_THAT_RING)
    page.evaluate(_axe())
    found: list[list[Any]] = page.evaluate(RUN_AXE, list(RULES))
    return [f"{rule}: {words} ({', '.join(where)})" for rule, words, where in found]


def _found_by_looking(page: Page) -> list[str]:
    seen: dict[str, Any] = page.evaluate(LOOK)
    faults = [f"A table has no caption ({classes})" for classes in seen["uncaptioned"]]
    faults += [f"A table has no headings ({classes})" for classes in seen["headless"]]
    if len(seen["headings"]) != 1:
        faults.append(f"There should be one main heading, not {seen['headings']}")
    if not seen["title"].strip() or not seen["language"]:
        faults.append("The page has no title, or does not say its language")
    if seen["title"].startswith("Error:") != bool(seen["summaries"]):
        faults.append(f"The title {seen['title']!r} and the error summary do not agree")
    if seen["needed"] > seen["width"]:
        faults.append(f"{seen['width']} px wide, it needs {seen['needed']} px and scrolls sideways")
    return [*faults, *_ambiguous(seen["links"])]


def _ambiguous(links: list[tuple[str, str]]) -> list[str]:
    """Links that read the same and lead to different places."""
    ends: dict[str, set[str]] = {}
    for words, end in links:
        ends.setdefault(words.casefold(), set()).add(end)
    return [
        f"{len(where)} links say {words!r} and lead to {', '.join(sorted(where)[:3])}"
        for words, where in ends.items()
        if len(where) > 1
    ]
