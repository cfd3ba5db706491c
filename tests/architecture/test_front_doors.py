"""A stage is entered by its door: `api`, or `web` from the configuration."""

from __future__ import annotations

import grimp
import pytest

from tests.architecture.stages import WITH_A_DOOR, public_actions

GRAPH = grimp.build_graph("carewright", cache_dir=None)


def breaches() -> list[str]:
    found = []
    for importer in GRAPH.modules:
        for imported in GRAPH.find_modules_directly_imported_by(importer):
            if is_through_a_wall(importer, imported):
                found.append(f"{importer} imports {imported}")
    return sorted(found)


def is_through_a_wall(importer: str, imported: str) -> bool:
    _, owner, *rest = [*imported.split("."), ""]
    if owner not in WITH_A_DOOR or importer.split(".")[1:2] == [owner]:
        return False
    entered = rest[0]
    allowed = (
        {"api", "web", "apps", "jobs", ""}
        if importer.startswith("carewright.config")
        else {"api", ""}
    )
    return entered not in allowed


def test_nobody_enters_a_stage_but_by_its_door() -> None:
    assert breaches() == []


@pytest.mark.parametrize(
    ("importer", "imported", "breach"),
    [
        ("carewright.analyse.actions.x", "carewright.platform.models.y", True),
        ("carewright.analyse.actions.x", "carewright.platform.api", False),
        ("carewright.config.urls", "carewright.platform.web.urls", False),
        ("carewright.platform.actions.x", "carewright.platform.models.y", False),
    ],
)
def test_the_wall_knows_a_breach_when_it_sees_one(
    importer: str, imported: str, breach: bool
) -> None:
    assert is_through_a_wall(importer, imported) is breach


def test_every_door_exports_only_what_it_lists() -> None:
    names = [name for name, _ in public_actions()]
    assert len(names) == len(set(names))
    assert names, "no door exports an action, so the tests of actions would pass unseen"
