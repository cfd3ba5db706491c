"""What earlier variations come to, beside a sum that is done one by one."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from carewright.vary.rules.cumulative import Earlier, end_at_award, is_small, so_far

GROUNDS = ("reg72.mod.small", "reg72.mod.additional", "pa2023.mod.small", "psr2023.mod.external")
DAYS = st.dates(date(2026, 1, 1), date(2030, 1, 1))
EARLIER = st.builds(
    Earlier, st.integers(-10**9, 10**9), st.sampled_from(GROUNDS), st.booleans(), st.booleans(),
    st.none() | DAYS,
)  # fmt: skip


@settings(max_examples=40)
@given(st.none() | st.integers(0, 10**12), st.lists(EARLIER, max_size=8))
def test_sums_of_variations_are_those_done_one_by_one(
    value: int | None, earlier: list[Earlier]
) -> None:
    small = own = net = applied = 0
    for each in earlier:
        net += each.change_pence
        if each.ground in ("reg72.mod.small", "pa2023.mod.small"):
            small += each.change_pence
        if each.own_decision:
            own += each.change_pence
        if each.applied:
            applied += each.change_pence
    found = so_far(value, earlier)
    assert (found.small_pence, found.own_decision_pence, found.net_pence) == (small, own, net)
    if value is None:
        assert (found.original_pence, found.value_pence) == (None, None)
    else:
        assert found.original_pence == value - applied
        assert found.value_pence == value + net - applied


def test_only_grounds_that_measure_small_changes_are_added_up() -> None:
    small = {"pa2023.mod.small", "reg72.mod.small"}
    assert {ground for ground in GROUNDS if is_small(ground)} == small
    assert not is_small("no.such.ground")


def test_the_end_at_award_is_what_the_first_move_of_it_found() -> None:
    first, later = date(2027, 4, 1), date(2028, 4, 1)
    moves = [Earlier(0, "", False, True), Earlier(0, "", False, True, first),
             Earlier(0, "", False, True, later)]  # fmt: skip
    assert end_at_award(date(2029, 4, 1), moves) == first
    assert end_at_award(date(2029, 4, 1), moves[:1]) == date(2029, 4, 1)
