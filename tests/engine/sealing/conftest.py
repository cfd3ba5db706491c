"""Lots are dealt once: splitting keys is the slow part."""

from __future__ import annotations

import pytest

from carewright_engine.sealing.manifest import SignedManifest
from carewright_engine.sealing.sheet import LotSheet
from tests.engine.sealing.lots import a_bid, a_lot


@pytest.fixture(scope="session")
def lot() -> LotSheet:
    """Three of four holders open it."""
    return a_lot()


@pytest.fixture(scope="session")
def small_lot() -> LotSheet:
    """Two of three holders open it."""
    return a_lot("small", needed=2, of=3)


@pytest.fixture(scope="session")
def bid(lot: LotSheet) -> SignedManifest:
    """A complete bid for it."""
    return a_bid(lot).manifest
