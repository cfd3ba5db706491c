"""What every test of uplift rounds starts from: three people, and the first one's browser."""

from __future__ import annotations

import pytest
from django.test import Client

from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import platform as make
from tests.factories.uplift import People


@pytest.fixture
def by(db: None) -> platform.Officer:
    """Somebody who proposes rounds and may see people."""
    return make.officer(Role.CONTRACT_MANAGER)


@pytest.fixture
def people(by: platform.Officer) -> People:
    """The proposer, a second reader and a director."""
    return People.beside(by)


@pytest.fixture
def browser(by: platform.Officer) -> Client:
    """The proposer's browser, signed in."""
    return make.signed_in(by)
