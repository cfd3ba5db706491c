"""People of one council who ask and decide."""

from __future__ import annotations

import pytest

from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as ask
from tests.factories import platform as make


@pytest.fixture
def isla() -> platform.Officer:
    """The commissioner, who asks."""
    return make.commissioner()


@pytest.fixture
def director(isla: platform.Officer) -> platform.Officer:
    """The authorising director of the same council."""
    return ask.colleague(isla, Role.AUTHORISING_DIRECTOR)


@pytest.fixture
def legal(isla: platform.Officer) -> platform.Officer:
    """The legal adviser of the same council."""
    return ask.colleague(isla, Role.LEGAL_ADVISER)
