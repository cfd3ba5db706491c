"""One running installation and one browser for all journeys, and people to sit before it."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Final

import pytest
from playwright.sync_api import Browser, sync_playwright

from carewright_engine.tables.practice import write_practice
from carewright_engine.tables.practice.region import register_file
from tests.authorisation.drawing import EVERYTHING, SEED
from tests.journeys.commissioner import Commissioner
from tests.journeys.person import Surroundings
from tests.running import Running

ARGUMENTS: Final = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
ANOTHER_SEED: Final = 7


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of windows before which a journey is made, and of journeys alike, one of each is drawn.

    A full run takes them all. Journeys alike walk the same pages, and say so by a mark.
    """
    if EVERYTHING:
        return
    alike: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if name := _alike(item) or _whatever_the_window(item):
            alike[name].append(item)
    drawn = {id(Random(f"{SEED} {name}").choice(each)) for name, each in alike.items()}
    left = [item for each in alike.values() for item in each if id(item) not in drawn]
    items[:] = [item for item in items if item not in left]
    config.hook.pytest_deselected(items=left)


def _alike(item: pytest.Item) -> str:
    """What several journeys have in common, of which one is enough; empty where there is none."""
    mark = item.get_closest_marker("one_of")
    return str(mark.args[0]) if mark else ""


def _whatever_the_window(item: pytest.Item) -> str:
    """What is tried, the same before each window; empty where it is tried before one only."""
    given = getattr(item, "callspec", None)
    if given is None or not any(isinstance(each, Surroundings) for each in given.params.values()):
        return ""
    others = [str(each) for each in given.params.values() if not isinstance(each, Surroundings)]
    return " ".join([item.nodeid.partition("[")[0], *others])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of the session: a second start of its driver would break the first."""
    found = os.environ.get("CAREWRIGHT_CHROMIUM") or next(
        filter(None, map(shutil.which, NAMES)), ""
    )
    if not found:
        pytest.skip("no Chromium was found: ./run test finds or installs one, or says what to type")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as driver:
        # The driver's own loop runs in this thread, which Django takes for a danger to tests that
        # use the database and come after the journeys.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        started = driver.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def commissioner(
    browser: Browser, carewright: Running
) -> Iterator[Callable[[Surroundings], Commissioner]]:
    """Sits people down before the service, each with a window of their own."""
    people: list[Commissioner] = []

    def sits_down(surroundings: Surroundings) -> Commissioner:
        people.append(Commissioner(browser, carewright, surroundings))
        return people[-1]

    yield sits_down
    for person in people:
        person.leaves()


@pytest.fixture(scope="session")
def another_region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of a practice region from another seed, which nobody has imported."""
    folder = tmp_path_factory.mktemp("region")
    write_practice(folder, ANOTHER_SEED)
    return folder


@pytest.fixture(scope="session")
def register_of_2022(another_region: Path) -> Path:
    """A regulator's register as published on 31 March 2022."""
    return another_region / register_file(2022)
