"""Every decision of an act falls into exactly one row of a scheme, or the fault says which not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from carewright.decide.rules.coverage import acts_without_a_row, faults_of
from carewright.decide.rules.decided_acts import DecidedAct, Framework
from carewright.decide.rules.scheme import Bounds, Part, SchemeRow, Wanted, row_for
from carewright.platform.api import Role

AWARD = DecidedAct.AWARD
STAGES = ((Part(frozenset({Role.BUDGET_HOLDER})),),)


def row(number: int, pence: Bounds, months: Bounds, side: Framework) -> SchemeRow:
    return SchemeRow(number, AWARD, pence, months, side, STAGES)


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    over = draw(st.none() | st.integers(0, 5))
    up_to = draw(st.none() | st.integers((over or 0) + 1, 7))
    return Bounds(over, up_to)


rows_of_an_act = st.lists(
    st.tuples(bounds(), bounds(), st.sampled_from(Framework)), min_size=1, max_size=5
).map(lambda given: [row(n, *each) for n, each in enumerate(given, start=2)])
decisions = st.builds(
    Wanted, act=st.just(AWARD), annual_pence=st.integers(0, 9), term_months=st.integers(0, 9),
    in_framework=st.booleans(),
)  # fmt: skip


@settings(max_examples=300)
@given(rows_of_an_act, decisions)
def test_a_fault_is_told_exactly_where_not_one_row_applies(
    rows: list[SchemeRow], wanted: Wanted
) -> None:
    applying = tuple(each.number for each in rows if each.applies_to(wanted))
    told = [
        fault.rows
        for fault in faults_of(rows)
        if fault.pence.hold(wanted.annual_pence)
        and fault.months.hold(wanted.term_months)
        and fault.framework in (Framework.EITHER, wanted.side)
    ]
    assert told == ([] if len(applying) == 1 else [applying])


@given(rows_of_an_act, decisions)
def test_a_scheme_without_faults_gives_every_decision_its_row(
    rows: list[SchemeRow], wanted: Wanted
) -> None:
    if not faults_of(rows):
        assert row_for(rows, wanted) is not None


def test_a_gap_says_which_range_is_uncovered() -> None:
    rows = [
        row(2, Bounds(None, 5_000_000), Bounds(), Framework.EITHER),
        row(3, Bounds(10_000_000, None), Bounds(), Framework.EITHER),
    ]
    assert [fault.says for fault in faults_of(rows)] == [
        "Award, over £50,000 and up to £100,000 a year, any term, within a framework or outside: "
        "no row covers it. Add a row, or widen the bounds of one."
    ]


def test_an_overlap_names_its_rows() -> None:
    rows = [
        row(2, Bounds(None, 6_000_000), Bounds(), Framework.EITHER),
        row(3, Bounds(5_000_000, None), Bounds(None, 12), Framework.OUT),
        row(4, Bounds(6_000_000, None), Bounds(12, None), Framework.OUT),
        row(5, Bounds(6_000_000, None), Bounds(), Framework.IN),
    ]
    assert [fault.says for fault in faults_of(rows)] == [
        "Award, over £50,000 and up to £60,000 a year, up to 12 months, outside any framework: "
        "rows 2 and 3 both cover it. Narrow the bounds of one."
    ]


def test_acts_that_nobody_has_the_power_of_are_named() -> None:
    rows = [row(2, Bounds(), Bounds(), Framework.EITHER)]
    assert set(acts_without_a_row(rows)) == set(DecidedAct) - {AWARD}
