"""The audit benchmark fails where the sealed record costs more than is claimed."""

from __future__ import annotations

import pytest
from bench.audit_benchmark import holds


@pytest.mark.parametrize(("times", "expected"), [(0.49, False), (0.5, True), (1.1, True)])
def test_the_claim_holds_from_half_the_speed_of_plain_rows(times: float, expected: bool) -> None:
    assert holds({"times_plain": times, "times_chain": 9.0}) is expected
