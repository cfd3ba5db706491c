"""Takes the pictures of the docs from a running practice installation.

    ./run                                  # in another terminal
    .venv/bin/python docs/screenshots/take.py http://127.0.0.1:8000

Needs what `./run test` installs: Playwright, and Chromium.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from carewright.config.browser import find_or_install_chromium

HERE = Path(__file__).parent
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def main(address: str) -> None:
    """Takes the heads of an analysis and of a projection, as the practice commissioner."""
    with sync_playwright() as playwright:
        chromium = find_or_install_chromium()
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        page = browser.new_page(viewport={"width": 1100, "height": 1500})
        sign_in(page, address)
        analyse(page, address)
        page.screenshot(path=HERE / "area-provision.png")
        foresee(page, address)
        page.screenshot(path=HERE / "need.png")
        browser.close()


def sign_in(page: Page, address: str) -> None:
    """Becomes the first invented person."""
    page.goto(f"{address}/practice/")
    page.locator("main form button").first.click()
    page.wait_for_url("**/inbox/")


def analyse(page: Page, address: str) -> None:
    """Asks for care homes for older people, and waits for the answer."""
    page.goto(f"{address}/analyse/")
    page.get_by_role("button", name="Analyse").click()
    page.wait_for_load_state()
    while "/jobs/" in page.url:
        page.wait_for_timeout(500)
        page.goto(f"{address}/analyse/")
        page.get_by_role("button", name="Analyse").click()
        page.wait_for_load_state()


def foresee(page: Page, address: str) -> None:
    """Opens the projection that a practice installation begins with, once it is worked out."""
    link = page.get_by_role("link", name="Home care in Elmshire, 20 years ahead")
    page.goto(f"{address}/analyse/need/")
    link.first.click()
    page.wait_for_load_state()
    while "/jobs/" in page.url:
        page.wait_for_timeout(500)
        page.goto(f"{address}/analyse/need/")
        link.first.click()
        page.wait_for_load_state()


if __name__ == "__main__":
    main(sys.argv[1])
