"""What becomes of what is owed when facts change, tried on many agreements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from carewright.keep_to.rules.carrying_over import Kept, Key, Plan, Said, counted, plan
from carewright.keep_to.rules.known import owed_under
from carewright.keep_to.rules.life_of_a_duty import MOVES, SETTLED, ChangeKind, DutyState
from carewright_engine.rules.facts import ContractFacts, Kind, Regime
from carewright_engine.values.bank_holidays import Nation

TODAY = date(2026, 6, 3)
SPACE = UUID("7f1c4f0e-6d1b-4b52-9f51-1f6a3ad1a5c1")
BEGINS = date(2024, 4, 1)

some_facts = st.builds(
    ContractFacts,
    regime=st.sampled_from(Regime),
    nation=st.sampled_from(Nation),
    kind=st.sampled_from(Kind),
    value_pence=st.sampled_from((None, 200_000, 20_000_000, 900_000_000)),
    entered_on=st.none() | st.dates(date(2023, 1, 1), date(2026, 6, 1)),
    starts_on=st.just(BEGINS),
    ends_before=st.none() | st.dates(date(2025, 4, 1), date(2030, 4, 1)),
    notice_days=st.none() | st.integers(0, 365),
    visits_a_year=st.none() | st.integers(0, 4),
    insurance_ends_before=st.none() | st.dates(date(2024, 6, 1), date(2028, 4, 1)),
    price_review_on=st.none() | st.just(date(2025, 4, 1)),
    extension_possible=st.none() | st.booleans(),
)


def wanted(facts: ContractFacts, over_on: date | None = None) -> dict[Key, Said]:
    return counted(owed_under(facts, TODAY), over_on)


def written(stands: Iterable[Kept], planned: Plan) -> list[Kept]:
    """What stands once a plan is carried out."""
    by_id = {each.id: each for each in stands}
    for each in planned.changes:
        by_id[each.id] = replace(by_id[each.id], said=each.said, state=each.state)
    made = [
        Kept(uuid5(SPACE, f"{each.key}{len(by_id)}"), each.key, each.said, each.state)
        for each in planned.new
    ]
    return [*by_id.values(), *made]


def worked_out(stands: Iterable[Kept], facts: ContractFacts) -> list[Kept]:
    return written(stands, plan(list(stands), wanted(facts), kept_since=TODAY))


def settle(stands: list[Kept], how_many: int) -> list[Kept]:
    done = [
        replace(each, state=DutyState.DONE, settled_on=TODAY) if n < how_many else each
        for n, each in enumerate(stands)
    ]
    return [e for e in done if e.state is not DutyState.REPLACED]


@given(some_facts, st.integers(0, 20))
def test_working_it_out_twice_changes_nothing(facts: ContractFacts, how_many: int) -> None:
    stands = settle(worked_out([], facts), how_many)
    assert plan(stands, wanted(facts), kept_since=TODAY) == Plan()


@given(some_facts, some_facts, st.integers(0, 20))
def test_what_was_done_is_never_touched_whatever_changes(
    before: ContractFacts, after: ContractFacts, how_many: int
) -> None:
    stands = settle(worked_out([], before), how_many)
    settled = {each.id for each in stands if each.state in SETTLED}
    planned = plan(stands, wanted(after), kept_since=TODAY)
    assert settled.isdisjoint(each.id for each in planned.changes)
    again = written(stands, planned)
    assert plan(again, wanted(after), kept_since=TODAY) == Plan()


@given(some_facts, some_facts)
def test_whatever_came_before_the_rules_of_now_are_what_stands(
    before: ContractFacts, after: ContractFacts
) -> None:
    stands = worked_out(worked_out([], before), after)
    asked = {each.key: each.said for each in stands if each.state is not DutyState.REPLACED}
    assert asked == wanted(after)


@given(some_facts, some_facts)
def test_every_move_is_one_that_the_lifecycle_allows(
    before: ContractFacts, after: ContractFacts
) -> None:
    stands = worked_out([], before)
    states = {each.id: each.state for each in stands}
    for each in plan(stands, wanted(after), kept_since=TODAY).changes:
        was = states[each.id]
        assert each.state is was or each.state in MOVES[was]


PLAIN = ContractFacts(
    regime=Regime.SCOT_HIGHER, nation=Nation.SCOTLAND, kind=Kind.BLOCK, value_pence=90_000_000,
    starts_on=BEGINS, ends_before=date(2028, 4, 1), notice_days=90, extension_possible=True,
)  # fmt: skip
NOTICE: Key = ("agreement.notice", 1)


def test_a_moved_end_moves_what_hangs_on_it_and_says_why() -> None:
    stands = worked_out([], PLAIN)
    planned = plan(
        stands, wanted(replace(PLAIN, ends_before=date(2029, 4, 1))), kept_since=TODAY
    )  # fmt: skip
    moved = {each.said.counts_from: each for each in planned.changes}
    assert moved["ends_before"].kind is ChangeKind.MOVED
    assert moved["ends_before"].why == (
        "It counts from the day on which it ends: 31 March 2028 became 31 March 2029"
    )
    assert all(each.day_before != each.said.last_day for each in planned.changes)


def test_notice_given_for_one_end_is_no_notice_for_another() -> None:
    done = [replace(each, state=DutyState.DONE, settled_on=TODAY) for each in worked_out([], PLAIN)]
    later = plan(done, wanted(replace(PLAIN, ends_before=date(2029, 4, 1))), kept_since=TODAY)
    assert [each.key for each in later.new if each.key == NOTICE] == [NOTICE]
    assert later.changes == ()


def test_what_was_done_after_its_event_stays_done_when_the_event_is_put_right() -> None:
    signed = replace(PLAIN, regime=Regime.PA2023, nation=Nation.ENGLAND, entered_on=TODAY)
    done = [
        replace(each, state=DutyState.DONE, settled_on=TODAY) for each in worked_out([], signed)
    ]
    put_right = replace(signed, entered_on=TODAY - timedelta(days=3))
    asked_again = {each.key[0] for each in plan(done, wanted(put_right), kept_since=TODAY).new}
    assert "pa2023.uk7.light_touch" not in asked_again
    assert "pa2023.copy" not in asked_again


def test_what_fell_due_before_the_register_was_kept_is_called_so_and_alarms_nobody() -> None:
    old = replace(PLAIN, visits_a_year=2)
    states = {each.key: each.state for each in worked_out([], old)}
    assert states["policy.visit", 1] is DutyState.EARLIER
    assert states[NOTICE] is DutyState.DUE


def test_nothing_counts_from_a_day_after_the_agreement_was_over() -> None:
    assert NOTICE in wanted(PLAIN)
    assert NOTICE not in wanted(replace(PLAIN, terminated_on=TODAY), over_on=TODAY)
