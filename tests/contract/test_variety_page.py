"""Agreements for like services are compared, with those in registers that councils have."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carewright.contract import api as contract
from carewright.contract.api import Compared
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.register import api as register
from carewright.register.api import DatasetState
from carewright_engine.tables.gaps import Absence
from carewright_engine.variety.answers import TermFound
from tests.engine.variety.practice import COUNCILS, registers
from tests.factories import contract as given
from tests.factories import platform as make
from tests.factories import register as files

pytestmark = pytest.mark.django_db


def compared(by: platform.Officer) -> Compared:
    return contract.compared(seen_by=by, on=make.TODAY)


def terms(found: Compared, like: str) -> dict[str, TermFound]:
    group = next(group for group in found.answer.groups if group.like == like)
    return {term.name: term for term in group.terms}


def imported(by: platform.Officer, folder: Path) -> None:
    """Three councils' registers, given and imported by an analyst of the same organisation."""
    registers(folder, {})
    analyst = given.colleague(by, Role.MARKET_ANALYST)
    for council in COUNCILS:
        files.imported(analyst, folder / f"{council}.csv")


def test_an_agreement_that_stands_apart_is_named_and_leads_to_its_page(
    by: platform.Officer, browser: Client
) -> None:
    for _ in range(4):
        given.whole(by)
    unlike = given.whole(by, notice_days=28, payment_terms="Paid in 60 days")
    page = browser.get(reverse("contract:variety")).content.decode()
    assert "Home care: 2 of 8 terms differ among 5 contracts of 1 council" in page
    assert reverse("contract:agreement", args=[unlike]) in page
    found = terms(compared(by), "Home care")
    assert [each.shown for each in found["provider_notice_days"].apart] == ["28 days"]
    assert found["payment_days"].differs
    assert not found["price_hour"].differs


def test_what_the_file_of_an_agreement_did_not_hold_is_told_as_such(by: platform.Officer) -> None:
    for _ in range(4):
        given.whole(by)
    given.draft(
        by, title="Home care", notice_days=None, own_notice_days=None, payment_terms="",
        not_in_source=("notice", "payment_terms", "prices"),
    )  # fmt: skip
    found = terms(compared(by), "Home care")
    for name in ("provider_notice_days", "payment_days", "in_advance", "price_hour"):
        assert found[name].not_known == {Absence.NOT_IN_FILE: 1}


def test_registers_of_other_councils_are_compared_with_ones_own(
    by: platform.Officer, tmp_path: Path
) -> None:
    given.whole(by)
    imported(by, tmp_path)
    found = compared(by)
    assert found.registers == (("Elmshire", 12), ("Oakshire", 12), ("Strathalder", 12))
    homes = terms(found, "Home care")["provider_notice_days"]
    assert [(held.shown, len(held.holders)) for held in homes.held] == [
        ("84 days", 18),
        ("90 days", 1),
    ]
    assert homes.between


def test_one_persons_placement_in_a_register_is_for_those_who_may_see_people(
    by: platform.Officer, tmp_path: Path
) -> None:
    imported(by, tmp_path)  # care homes are bought one place at a time
    assert "Care homes" in {group.like for group in compared(by).answer.groups}
    outsider = given.colleague(by, Role.COMMISSIONER)
    assert not platform.may(outsider, platform.Act.SEE_PEOPLE)
    assert {group.like for group in compared(outsider).answer.groups} == {"Home care"}


def test_a_stranger_sees_neither_agreements_nor_registers(
    by: platform.Officer, tmp_path: Path
) -> None:
    given.whole(by)
    imported(by, tmp_path)
    stranger = make.officer(Role.CONTRACT_MANAGER)
    found = compared(stranger)
    assert (found.own, found.registers, found.answer.groups) == (0, (), ())


def test_the_page_asks_the_database_as_often_for_many_as_for_few(
    by: platform.Officer, browser: Client
) -> None:
    counts = []
    browser.get(reverse("contract:variety"))
    for more in (1, 5):
        for _ in range(more):
            given.whole(by)
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(reverse("contract:variety")).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12


@pytest.mark.realdata
def test_a_real_register_is_imported_whole_and_can_be_taken_back(
    by: platform.Officer, real_data: Path
) -> None:
    analyst = given.colleague(by, Role.MARKET_ANALYST)
    path = real_data / "registers/salford_contract_register_2022-07_part.csv"
    dataset_id = files.imported(analyst, path)
    found = register.dataset(dataset_id, seen_by=analyst)
    assert found.kind == "contract_register"
    assert (found.rows_read, found.rows_kept, found.rows_refused) == (180, 180, 0)
    assert compared(by).registers == (("Salford City Council", 180),)
    register.undo_import(dataset_id=dataset_id, reason="Tried", by=analyst, at=make.NOW)
    assert register.dataset(dataset_id, seen_by=analyst).state is DatasetState.UNDONE
    assert compared(by).registers == ()
