"""What every test of changes starts from: who keeps agreements, and who confirms."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client

from carewright.contract.api import Regime
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import contract as contracts
from tests.factories import platform as make


@pytest.fixture
def by(db: None) -> platform.Officer:
    """Somebody who keeps agreements and may see people."""
    council = make.organisation(area_code="S12000047")
    return make.officer(Role.CONTRACT_MANAGER, organisation=council)


@pytest.fixture
def second(by: platform.Officer) -> platform.Officer:
    """A second person of the same organisation."""
    return contracts.colleague(by, Role.CONTRACT_MANAGER)


@pytest.fixture
def stranger(db: None) -> platform.Officer:
    """The same office in another organisation."""
    return make.officer(Role.CONTRACT_MANAGER)


@pytest.fixture
def browser(by: platform.Officer) -> Client:
    """The first person's browser, signed in."""
    return make.signed_in(by)


@pytest.fixture
def agreement_id(by: platform.Officer) -> UUID:
    """A live agreement worth £100,000 from April 2024 to March 2028."""
    return contracts.live(by, regime=Regime.PA2023)
