"""The schemes of the practice organisations can be read as any council's own file could."""

from __future__ import annotations

import pytest

from carewright.config.practice_decide import SCHEMES, Practice, scheme_file
from carewright.decide.rules.reading_scheme import read_scheme
from carewright.platform.api import Role


@pytest.mark.parametrize("practice", SCHEMES, ids=lambda each: each.slug)
def test_every_value_and_term_of_every_act_falls_into_one_row(practice: Practice) -> None:
    found = read_scheme(scheme_file(practice).encode(), roles=frozenset(Role))
    assert (found.problems, found.faults) == ((), ())
    assert found.usable
