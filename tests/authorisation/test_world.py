"""The small world holds something of everything, so that no part of the matrix is empty."""

from __future__ import annotations

import pytest

from tests.authorisation.world import World
from tests.routes import routes

pytestmark = pytest.mark.django_db


def test_a_council_holds_something_for_every_address(world: World) -> None:
    held = world.holdings["home"]
    missing = [r.name for r in routes() if held.arguments(r.name, r.parameters) is None]
    assert missing == []
