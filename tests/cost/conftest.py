"""What every test of cost starts from: somebody who writes them, and their browser."""

from __future__ import annotations

import pytest
from django.test import Client

from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import platform as make


@pytest.fixture
def by(db: None) -> platform.Officer:
    """Somebody who writes agreements and may see people."""
    return make.officer(Role.CONTRACT_MANAGER)


@pytest.fixture
def browser(by: platform.Officer) -> Client:
    """The same person's browser, signed in."""
    return make.signed_in(by)
