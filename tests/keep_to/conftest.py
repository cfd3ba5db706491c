"""What every test of the stage starts from: somebody who keeps agreements, and their browser."""

from __future__ import annotations

import pytest
from django.test import Client

from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import platform as make


@pytest.fixture
def by(db: None) -> platform.Officer:
    """Somebody who keeps agreements and may see people."""
    return make.officer(Role.CONTRACT_MANAGER)


@pytest.fixture
def browser(by: platform.Officer) -> Client:
    """The same person's browser, signed in."""
    return make.signed_in(by)
