"""What every test of sourcing decisions starts from: who writes, and who is a second person."""

from __future__ import annotations

import pytest

from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as decisions
from tests.factories import platform as make


@pytest.fixture
def by(db: None) -> platform.Officer:
    """A commissioner of a Scottish council, who may not see people."""
    return make.commissioner(organisation=make.organisation(area_code="S12000047"))


@pytest.fixture
def second(by: platform.Officer) -> platform.Officer:
    """A second person of the same organisation."""
    return decisions.colleague(by, Role.COMMISSIONER)


@pytest.fixture
def partner(db: None) -> platform.Officer:
    """A commissioner elsewhere."""
    return make.commissioner(organisation=make.organisation(area_code="S12000041"))
