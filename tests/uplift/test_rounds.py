"""A round from its proposal to its prices, and back: what each step wants, refuses and keeps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from carewright.contract import models as contract_models
from carewright.contract.api import Unit
from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.uplift import api as uplift
from carewright.uplift import models
from carewright.uplift.api import CannotDo, RoundState, Said
from carewright_engine.costing.price_lines import Basis
from tests.factories import contract as agreements
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import uplift as given
from tests.factories.uplift import DONE, FROM, LATER, People


def prices(agreement_id: object) -> list[tuple[int, date, date | None]]:
    """Every price of an agreement with its days, in their order."""
    lines = contract_models.PriceLine.objects.filter(agreement_id=agreement_id)
    return list(lines.order_by("starts_on").values_list("pence", "starts_on", "ends_before"))


def state(round_id: Any) -> str:
    return models.UpliftRound.objects.get(pk=round_id).state


def test_a_round_closes_each_price_and_opens_the_new_one_on_its_day(people: People) -> None:
    agreement_id = given.running(people.proposer)
    round_id = given.approved(people)
    assert uplift.apply_round(round_id=round_id, by=people.proposer, at=LATER) is None
    # 19.85 x (1 + 0.7 x 6.73% + 0.2 x 3%) = 20.904...
    assert prices(agreement_id) == [(1985, agreements.STARTS, FROM), (2090, FROM, None)]
    opened = contract_models.PriceLine.objects.get(starts_on=FROM)
    assert opened.reason == "U-0001: Wages rise"
    (event,) = [
        each
        for each in platform.events_about("uplift_round", round_id, seen_by=auditor(people))
        if each.act == "apply_uplift"
    ]
    assert event.facts["lines"] == 1


def auditor(people: People) -> platform.Officer:
    return decisions.colleague(people.proposer, Role.INTERNAL_AUDITOR)


def test_the_preview_says_what_it_costs_and_freezes_what_it_read(by: platform.Officer) -> None:
    given.running(by)
    round_id = given.previewed(by)
    found = uplift.uplift_round(round_id, seen_by=by)
    (provider,) = found.providers
    # £100,000 over four years is £25,000 a year: 1,259.446 hours at £19.85.
    assert found.figures["spend_now"] == 2_500_000
    assert found.figures["effect"] == provider.effect_pence == 132_242
    assert (provider.main_old_pence, provider.main_new_pence) == (1985, 2090)
    assert found.state is RoundState.PREVIEWED
    assert len(found.digest) == 64


def test_what_stays_out_says_why(by: platform.Officer) -> None:
    fixed = given.running(by)
    given.running(by, unit=Unit.ONE_OFF, pence=5000)
    late = given.running(by)
    agreements.repriced(late, by, starts_on=FROM, pence=2200)
    given.running(by)
    reference = agreements.read(fixed, by).reference
    round_id = given.proposed(by)
    uplift.set_apart(
        round_id=round_id, agreement=reference, basis=Basis.FIXED, why="Clause 12", by=by, **DONE
    )
    uplift.preview_round(round_id=round_id, by=by, **DONE)
    left = uplift.lines_of(round_id, seen_by=by).exclude(left_out=[])
    assert sorted(each.left_out[0] for each in left) == [
        "ended", "fixed", "no_formula", "starts_later",
    ]  # fmt: skip
    assert uplift.uplift_round(round_id, seen_by=by).figures["lines"] == 1


def test_a_price_that_changed_since_the_preview_stops_the_round_and_is_named(
    people: People,
) -> None:
    agreement_id = given.running(people.proposer)
    round_id = given.approved(people)
    agreements.repriced(agreement_id, people.proposer, pence=2001, starts_on=date(2026, 2, 1))
    with pytest.raises(CannotDo, match="Changed: C-0001, Home care, Skerry Coast, hour"):
        uplift.apply_round(round_id=round_id, by=people.proposer, at=LATER)
    assert state(round_id) == "approved"
    uplift.open_again(round_id=round_id, reason="A price changed", by=people.proposer, at=LATER)
    uplift.preview_round(round_id=round_id, by=people.proposer, at=LATER)
    found = models.UpliftRound.objects.get(pk=round_id)
    assert (found.state, found.checked_by_accounts) == ("previewed", [])


def test_back_dating_is_worked_out_for_each_line(people: People) -> None:
    given.running(people.proposer)
    round_id = given.approved(people, effective_on=date(2026, 4, 1))
    owed = uplift.apply_round(round_id=round_id, by=people.proposer, at=LATER)
    line = models.UpliftLine.objects.get(round_id=round_id)
    # 63 days of 365: from 1 April up to 2 June, as it is applied on 3 June.
    assert owed == line.owed_pence == round(105 * 1259.446 * 63 / 365)


def test_an_applied_round_is_taken_back_by_two_persons_as_if_nothing_had_been(
    people: People,
) -> None:
    agreement_id = given.running(people.proposer)
    before = prices(agreement_id)
    round_id = given.approved(people)
    uplift.apply_round(round_id=round_id, by=people.proposer, at=LATER)
    done: dict[str, Any] = {"round_id": round_id, "at": LATER}
    uplift.ask_to_reverse(reason="The wrong day", by=people.proposer, **done)
    with pytest.raises(CannotDo, match="Somebody else has to confirm it"):
        uplift.confirm_reversal(by=people.proposer, **done)
    with pytest.raises(CannotDo, match="that is decided first"):
        uplift.close_as_paid(by=people.reader, **done)
    uplift.confirm_reversal(by=people.reader, **done)
    assert prices(agreement_id) == before
    assert state(round_id) == "reversed"


def test_a_price_changed_after_the_round_keeps_the_round_from_being_taken_back(
    people: People,
) -> None:
    agreement_id = given.running(people.proposer)
    round_id = given.approved(people)
    uplift.apply_round(round_id=round_id, by=people.proposer, at=LATER)
    agreements.repriced(agreement_id, people.proposer, pence=2300, starts_on=date(2026, 9, 1))
    uplift.ask_to_reverse(round_id=round_id, reason="Wrong", by=people.proposer, at=LATER)
    with pytest.raises(CannotDo, match=r"1 price changed since .* It can no longer"):
        uplift.confirm_reversal(round_id=round_id, by=people.reader, at=LATER)
    assert len(prices(agreement_id)) == 3


def test_once_paid_nothing_is_taken_back(people: People) -> None:
    given.running(people.proposer)
    round_id = given.approved(people)
    uplift.apply_round(round_id=round_id, by=people.proposer, at=LATER)
    uplift.close_as_paid(round_id=round_id, by=people.reader, at=LATER)
    with pytest.raises(CannotDo, match="paid and closed, not applied"):
        uplift.ask_to_reverse(round_id=round_id, reason="Wrong", by=people.proposer, at=LATER)


def test_a_line_below_the_least_cost_waits_for_a_director_or_a_higher_price(
    people: People,
) -> None:
    given.running(people.proposer, pence=1500)
    round_id = given.checked(people, rule={"floor": given.floor()})
    with pytest.raises(CannotDo, match="is below the least cost of care"):
        uplift.ask_for_approval(round_id=round_id, by=people.proposer, **DONE)
    line = uplift.lines_of(round_id, seen_by=people.proposer).get()
    signed: dict[str, Any] = {"round_id": round_id, "line_id": line.pk, "reason": "Nobody else"}
    with pytest.raises(platform.NotPermitted):
        uplift.sign_floor_reason(by=people.proposer, **signed, **DONE)
    uplift.sign_floor_reason(by=people.director, **signed, **DONE)
    assert uplift.uplift_round(round_id, seen_by=people.proposer).figures["below"] == 0
    uplift.ask_for_approval(round_id=round_id, by=people.proposer, **DONE)


def test_a_line_raised_to_its_floor_is_previewed_and_read_anew(people: People) -> None:
    given.running(people.proposer, pence=1500)
    round_id = given.previewed(people.proposer, rule={"floor": given.floor()})
    line = uplift.lines_of(round_id, seen_by=people.proposer).get()
    uplift.agree_price(
        round_id=round_id, line_id=line.price_line_id, pence=line.floor_pence or 0,
        source="Raised to the floor", by=people.proposer, **DONE,
    )  # fmt: skip
    assert state(round_id) == "proposed"
    uplift.preview_round(round_id=round_id, by=people.proposer, **DONE)
    raised = uplift.lines_of(round_id, seen_by=people.proposer).get()
    assert (raised.new_pence, raised.floor) == (line.floor_pence, "above")


def test_a_wrong_answer_of_the_reader_is_told_and_kept(people: People) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    asked: dict[str, Any] = {"round_id": round_id, "reader_id": people.reader.id}
    uplift.choose_reader(by=people.proposer, **asked, **DONE)
    assert not uplift.answer_reading(round_id=round_id, prices=[1], by=people.reader, **DONE)
    (reading,) = uplift.uplift_round(round_id, seen_by=people.reader).readings
    (line,) = reading.lines
    assert (line.answered_pence, line.expected_pence) == (1, 2090)
    assert state(round_id) == "previewed"
    uplift.choose_reader(by=people.proposer, **asked, **DONE)
    waiting = uplift.uplift_round(round_id, seen_by=people.reader).readings[-1]
    assert [each.expected_pence for each in waiting.lines] == [None]
    assert uplift.answer_reading(round_id=round_id, prices=[2090], by=people.reader, **DONE)
    assert state(round_id) == "checked"


def test_a_round_waits_for_every_provider_that_still_has_days_to_answer(people: People) -> None:
    given.running(people.proposer, provider="Fernlaw Care")
    given.running(people.proposer, provider="Quernhill Living")
    round_id = given.checked(people)
    request_id = uplift.ask_for_approval(round_id=round_id, by=people.proposer, **DONE)
    decisions.approved(request_id, people.director)
    uplift.take_over_approval(round_id=round_id, by=people.proposer, at=LATER)
    apply: dict[str, Any] = {"round_id": round_id, "by": people.proposer, "at": LATER}
    with pytest.raises(CannotDo, match="Fernlaw Care has not been sent the figures"):
        uplift.apply_round(**apply)
    uplift.send_to_providers(
        round_id=round_id, said_on=make.TODAY, answer_by=make.TODAY + timedelta(days=7),
        by=people.proposer, **DONE,
    )  # fmt: skip
    say(people, round_id, 0, Said.DISPUTED, words="Mileage", requested_pence=2200)
    say(people, round_id, 1, Said.ACCEPTED)
    with pytest.raises(CannotDo, match="disputes them"):
        uplift.apply_round(**apply)
    say(people, round_id, 0, Said.SETTLED, words="Mileage is paid apart")
    uplift.apply_round(**apply)


def say(people: People, round_id: Any, place: int, said: Said, **told: Any) -> None:
    found = uplift.uplift_round(round_id, seen_by=people.proposer)
    provider = sorted(found.providers, key=lambda each: each.name)[place]
    uplift.record_answer(
        round_id=round_id, provider_id=provider.id, by=people.proposer, **DONE,
        answer=uplift.Answer(said=said, said_on=make.TODAY, **told),
    )  # fmt: skip


def test_silence_after_the_day_given_does_not_hold_a_round_up(people: People) -> None:
    given.running(people.proposer)
    round_id = given.checked(people)
    request_id = uplift.ask_for_approval(round_id=round_id, by=people.proposer, **DONE)
    decisions.approved(request_id, people.director)
    uplift.take_over_approval(round_id=round_id, by=people.proposer, at=LATER)
    uplift.send_to_providers(
        round_id=round_id, said_on=make.TODAY, answer_by=make.TODAY + timedelta(days=7),
        by=people.proposer, **DONE,
    )  # fmt: skip
    after = LATER + timedelta(days=8)
    uplift.apply_round(round_id=round_id, by=people.proposer, at=after)
    assert state(round_id) == "applied"


def test_a_withdrawn_round_takes_its_request_with_it(people: People) -> None:
    given.running(people.proposer)
    round_id = given.checked(people)
    request_id = uplift.ask_for_approval(round_id=round_id, by=people.proposer, **DONE)
    uplift.withdraw_round(round_id=round_id, reason="Next year", by=people.proposer, **DONE)
    approval = decide.approval(request_id, seen_by=people.proposer)
    assert approval.state is decide.RequestState.WITHDRAWN


def test_shares_that_are_not_the_whole_price_are_refused(by: platform.Officer) -> None:
    with pytest.raises(CannotDo, match="must make 100%"):
        given.proposed(by, rule={"formulas": (given.formula(weight="0.95"),)})


def test_every_state_says_where_it_may_go() -> None:
    assert set(uplift.MOVES) == set(RoundState)


def test_who_approves_is_asked_by_all_that_rises_and_not_by_what_it_nets_to(people: People) -> None:
    dearer, cheaper = given.running(people.proposer), given.running(people.proposer)
    round_id = given.proposed(people.proposer)
    line = contract_models.PriceLine.objects.get(agreement_id=cheaper)
    uplift.agree_price(
        round_id=round_id, line_id=line.pk, pence=1500, source="Settled", by=people.proposer, **DONE
    )  # fmt: skip
    uplift.preview_round(round_id=round_id, by=people.proposer, **DONE)
    found = models.UpliftRound.objects.get(pk=round_id)
    (rises,) = found.lines.filter(agreement_id=dearer).values_list("effect_pence", flat=True)
    assert found.figures["effect"] < 0 < rises
    asked = uplift.asked_at(round_id, on=make.TODAY, seen_by=people.proposer)
    assert asked == uplift.Level(rises, unknown=0, rounded=False)
