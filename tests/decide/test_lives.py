"""Every state says where it may go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from carewright.decide.api import (
    REQUEST_MOVES,
    SCHEME_MOVES,
    STEP_MOVES,
    RequestState,
    SchemeState,
    StepState,
)


@pytest.mark.parametrize(
    ("states", "moves"),
    [(RequestState, REQUEST_MOVES), (StepState, STEP_MOVES), (SchemeState, SCHEME_MOVES)],
)
def test_every_state_says_where_it_may_go(states: type[Any], moves: Mapping[Any, Any]) -> None:
    assert set(moves) == set(states)


def test_what_was_decided_stays_decided() -> None:
    assert REQUEST_MOVES[RequestState.APPROVED] == {RequestState.SET_ASIDE}
    assert not REQUEST_MOVES[RequestState.DECLINED]
