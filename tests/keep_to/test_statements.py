"""Accounts of how money was used: their sums are right, or they are refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from hypothesis import given as over
from hypothesis import strategies as st

from carewright.keep_to import api as keep_to
from carewright.keep_to import models
from carewright.keep_to.api import Account, DutyState, UsedFor
from carewright.keep_to.rules.statements import blockers_to_account, is_above, overhead_share
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import contract as agreements
from tests.factories import keep_to as given
from tests.factories import platform as make

RIGHT = given.ACCOUNT
pence = st.integers(0, 10**9)
some_lines = st.lists(
    st.builds(UsedFor, st.just("Wages"), pence, st.booleans()), min_size=1, max_size=8
)


def test_a_total_that_differs_from_its_lines_is_refused_with_every_figure() -> None:
    wrong = replace(
        RIGHT, received_pence=35_060, total_pence=35_060, unspent_pence=0, to_return_pence=0,
        lines=(UsedFor("Wages", 24_870, False), UsedFor("Rent", 11_190, True)),
    )  # fmt: skip
    (found,) = blockers_to_account(wrong, make.TODAY)
    assert found.field == "total_pence"
    assert found.says == (
        "The total says £350.60, but £248.70 (Wages) + £111.90 (Rent) is £360.60: "
        "they are £10.00 apart"
    )


@over(some_lines, pence, st.integers(-3, 3), st.integers(-3, 3))
def test_a_statement_stands_exactly_when_all_its_sums_do(
    lines: list[UsedFor], received: int, off_total: int, off_unspent: int
) -> None:
    total = sum(each.pence for each in lines) + off_total
    account = Account(
        year=2024, lines=tuple(lines), received_pence=received, total_pence=total,
        unspent_pence=received - total + off_unspent,
    )  # fmt: skip
    fields = {each.field for each in blockers_to_account(account, make.TODAY)}
    assert fields == {
        *(("total_pence",) if off_total else ()),
        *(("unspent_pence",) if off_unspent else ()),
    }


@over(some_lines, st.decimals(0, 100, places=2))
def test_overhead_is_compared_exactly_and_never_by_its_rounding(
    lines: list[UsedFor], agreed: Decimal
) -> None:
    share = overhead_share(lines)
    total = sum(each.pence for each in lines)
    if not total:
        assert share is None
        return
    over_agreed = sum(e.pence for e in lines if e.is_overhead) * 10_000 > int(agreed * 100) * total
    assert is_above(share, agreed) is over_agreed


def test_a_hair_above_the_agreed_level_is_above_it() -> None:
    assert is_above(Fraction(1_200_001, 10_000_000), Decimal("12.00")) is True
    assert is_above(Fraction(12, 100), Decimal("12.00")) is False
    assert is_above(Fraction(12, 100), None) is None


@pytest.mark.django_db
def test_a_statement_is_kept_its_accounts_come_and_the_rest_comes_back(
    by: platform.Officer,
) -> None:
    agreement_id = agreements.draft(by)
    made = given.accounted(agreement_id, by)
    found = keep_to.statement(made, seen_by=by)
    assert (found.overhead, found.above) == (Fraction(15, 100), True)
    assert found.accounts_due_on == date(2025, 12, 31)
    with pytest.raises(keep_to.Refused, match="statement of this year already"):
        given.accounted(agreement_id, by)
    keep_to.receive_accounts(statement_id=made, received_on=make.TODAY, by=by, at=make.NOW)
    keep_to.receive_unspent(statement_id=made, returned_on=make.TODAY, by=by, at=make.NOW)
    with pytest.raises(keep_to.Refused, match="come back already"):
        keep_to.receive_unspent(statement_id=made, returned_on=make.TODAY, by=by, at=make.NOW)
    found = keep_to.statement(made, seen_by=by)
    assert found.accounts_received_on == found.returned_on == make.TODAY


@pytest.mark.django_db
def test_accounts_that_a_statement_wants_stand_in_the_calendar_and_come_once_for_both(
    by: platform.Officer, browser: Client
) -> None:
    agreement_id = given.begun(by)
    made = given.accounted(agreement_id, by, account=replace(RIGHT, year=2025))
    duty = given.standing(agreement_id, "policy.accounts")
    assert duty.last_day == keep_to.statement(made, seen_by=by).accounts_due_on
    calendar = browser.get(reverse("keep_to:calendar", args=[agreement_id])).content.decode()
    assert str(duty.pk) in calendar.replace("\r\n ", "")
    keep_to.receive_accounts(statement_id=made, received_on=make.TODAY, by=by, at=make.NOW)
    assert keep_to.obligation(duty.pk, seen_by=by).state is DutyState.DONE
    keep_to.take_back(obligation_id=duty.pk, reason="Of another year", by=by, at=make.NOW)
    assert keep_to.statement(made, seen_by=by).accounts_received_on is None
    keep_to.mark_done(
        obligation_id=duty.pk, done_on=make.TODAY, evidence="Read by Ann", by=by, at=make.NOW
    )
    assert keep_to.statement(made, seen_by=by).accounts_received_on == make.TODAY


@pytest.mark.django_db
def test_a_year_of_account_that_somebody_has_said_stays(by: platform.Officer) -> None:
    agreement_id = given.begun(by)
    said = date(2025, 12, 31)
    known = keep_to.Known(accounts_year_ends_on=said)
    keep_to.say_known(agreement_id=agreement_id, known=known, by=by, at=make.NOW)
    given.accounted(agreement_id, by, account=replace(RIGHT, year=2025))
    assert keep_to.timetable(agreement_id, seen_by=by).known.accounts_year_ends_on == said


@pytest.mark.django_db
def test_a_small_grants_accounts_are_in_no_calendar(by: platform.Officer) -> None:
    agreement_id = given.begun(by)
    given.accounted(agreement_id, by, accounts_wanted=False)
    assert not models.Obligation.objects.filter(rule="policy.accounts", state="due").exists()


@pytest.mark.django_db
def test_the_database_keeps_received_used_and_left_together(by: platform.Officer) -> None:
    given.accounted(agreements.draft(by), by)
    with pytest.raises(IntegrityError, match="says_what_was_not_used"), transaction.atomic():
        models.Statement.objects.update(unspent_pence=30_000)


@pytest.mark.django_db
def test_a_strangers_statement_does_not_exist(by: platform.Officer) -> None:
    made = given.accounted(agreements.draft(by), by)
    stranger = make.officer(Role.CONTRACT_MANAGER)
    with pytest.raises(platform.NotFound):
        keep_to.statement(made, seen_by=stranger)
    with pytest.raises(platform.NotYours):
        keep_to.receive_accounts(
            statement_id=made, received_on=make.TODAY, by=stranger, at=make.NOW
        )


@pytest.mark.django_db
def test_a_statement_is_entered_on_its_page_and_what_differs_stands_beside_its_question(
    by: platform.Officer, browser: Client
) -> None:
    agreement_id = agreements.draft(by)
    where = reverse("keep_to:enter_statement", args=[agreement_id])
    said = {
        "year": "2024", "received_pence": "350.60", "total_pence": "350.60",
        "unspent_pence": "0", "words_1": "Wages", "pence_1": "248.70", "words_2": "Rent",
        "pence_2": "111.90", "overhead_2": "on", "agreed_overhead_percent": "30",
    }  # fmt: skip
    assert "they are £10.00 apart" in browser.post(where, said).content.decode()
    page = browser.post(where, said | {"pence_2": "101.90"}, follow=True).content.decode()
    assert "Its sums are right" in page
    assert "within the agreed 30.00%" in page
    listed = browser.get(reverse("keep_to:statements")).content.decode()
    assert "£350.60" in listed
