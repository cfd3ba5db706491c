"""A cell of a scheme's file names who takes a step, and is written back as it was read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carewright.decide.rules.notation import NotUnderstood, read_stage, written_stage
from carewright.decide.rules.scheme import Part
from carewright.platform.api import Role

DIRECTOR, FINANCE = Role.AUTHORISING_DIRECTOR, Role.FINANCE_OFFICER

parts = st.one_of(
    st.builds(
        Part, roles=st.frozensets(st.sampled_from(Role), min_size=1), persons=st.integers(1, 5)
    ),
    st.builds(Part, committee=st.sampled_from(["Executive", "Health and Care Board", "Council"])),
)


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        ("Authorising director", (Part(frozenset({DIRECTOR})),)),
        ("authorising_director", (Part(frozenset({DIRECTOR})),)),
        ("Authorising director or Finance officer", (Part(frozenset({DIRECTOR, FINANCE})),)),
        ("Authorising director x 2", (Part(frozenset({DIRECTOR}), persons=2),)),
        (
            "Finance officer + Authorising director",
            (Part(frozenset({FINANCE})), Part(frozenset({DIRECTOR}))),
        ),
        ("Committee: Health and Care Board", (Part(committee="Health and Care Board"),)),
    ],
)
def test_a_cell_names_who_takes_the_step(cell: str, meaning: object) -> None:
    assert read_stage(cell) == meaning


@given(st.lists(parts, min_size=1, max_size=3))
def test_what_is_written_is_read_back_the_same(stage: list[Part]) -> None:
    assert read_stage(written_stage(tuple(stage))) == tuple(stage)


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ("Head of service", "is no role"),
        ("Committee:", "name the committee"),
        ("Authorising director x 9", "1 to 5 persons"),
        ("Finance officer +", "name a role"),
    ],
)
def test_a_cell_that_names_nobody_says_what_to_write(cell: str, hint: str) -> None:
    with pytest.raises(NotUnderstood, match=hint):
        read_stage(cell)
