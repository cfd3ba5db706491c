"""Work lists name owners; the public view shows what the law asks and nobody's placement."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from carewright.contract import api as contract
from carewright.contract.api import Kind, Regime
from carewright.follow_up import api as follow_up
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import contract as given
from tests.factories import contract_imports as imports
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def begun(by: platform.Officer, **words: object) -> object:
    """Live without a signature, so that something is to be put right."""
    agreement_id = given.whole(by, **words)
    contract.begin_agreement(agreement_id=agreement_id, reason="An emergency", by=by, at=make.NOW)
    return agreement_id


def test_each_thing_to_put_right_names_whose_it_is(by: platform.Officer) -> None:
    holder = given.colleague(by, Role.BUDGET_HOLDER)
    begun(by, budget_holder_id=holder.id, paid_in_advance=True, advance_grounds="Small charity")
    begun(by, title="Theirs", contact_id=holder.id, budget_holder_id=holder.id)
    found = contract.work_list(seen_by=by, on=make.TODAY)
    assert {each.reference for each in found} == {"C-0001", "C-0002"}
    mine = contract.work_list(seen_by=by, on=make.TODAY, of=by.id)
    assert {each.reference for each in mine} == {"C-0001"}
    assert {each.owner_id for each in mine} == {by.id}


def test_a_draft_is_nobodys_work_yet(by: platform.Officer) -> None:
    given.draft(by, payment_terms="")
    assert contract.work_list(seen_by=by, on=make.TODAY) == []


def test_what_is_to_be_put_right_becomes_an_action_once(
    by: platform.Officer, browser: Client
) -> None:
    agreement_id = begun(by)
    where = reverse("contract:track", args=[agreement_id, "SIGNED"])
    due = date.today() + timedelta(days=30)  # noqa: DTZ011 - the page reads the clock
    said = {
        "action": "Have both sides sign", "owner": str(by.id), "due_on-day": str(due.day),
        "due_on-month": str(due.month), "due_on-year": str(due.year),
        "once": "5e7a3f9c-1c55-4a3a-9f6e-0d6d5b3a1c11",
    }  # fmt: skip
    for _ in range(2):
        assert "The action is kept" in browser.post(where, said, follow=True).content.decode()
    (kept,) = follow_up.actions(seen_by=by, at=make.NOW)
    assert kept.finding.startswith("C-0001: Not signed by both sides")


def test_what_is_met_becomes_no_action(by: platform.Officer) -> None:
    agreement_id = given.live(by)
    with pytest.raises(contract.CannotDo, match="has been put right"):
        contract.track_finding(
            agreement_id=agreement_id, code="SIGNED", action="Sign", owner_id=by.id,
            due_on=make.TODAY + timedelta(days=7), by=by, at=make.NOW,
        )  # fmt: skip


def test_the_public_view_has_no_placement_no_draft_and_no_small_sum(by: platform.Officer) -> None:
    public = given.live(by, title="Public")
    for title, kind in (("A place", Kind.SPOT), ("A fund", Kind.INDIVIDUAL_SERVICE_FUND)):
        begun(by, title=title, kind=kind)
    begun(by, title="Small", value_pence=500_000)
    given.draft(by, title="Draft")
    found = list(contract.public_register(seen_by=by, on=make.TODAY))
    assert [each.pk for each in found] == [public]
    assert found[0].awarded_on == make.TODAY  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", Kind)
def test_of_every_kind_nothing_is_public_that_is_not_said_to_be(
    by: platform.Officer, kind: Kind
) -> None:
    begun(by, kind=kind)
    shared = kind not in {*contract.ONE_PERSON, Kind.IN_HOUSE}
    found = contract.public_register(seen_by=by, on=make.TODAY)
    assert bool(found) is shared
    assert bool(list(contract.public_entries(seen_by=by, on=make.TODAY))) is shared


def test_what_was_imported_without_a_kind_is_public_once_somebody_has_said_it(
    by: platform.Officer, browser: Client, tmp_path: Path
) -> None:
    batch_id = imports.begun(by, imports.register_file(tmp_path))
    imports.placed(by, batch_id)
    (agreement_id,) = contract.agreements(seen_by=by).values_list("pk", flat=True)
    asked = {"seen_by": by, "on": make.TODAY}
    assert list(contract.public_entries(**asked)) == []
    page = browser.get(reverse("contract:public")).content.decode()
    assert "1 agreement is not here: nobody has said of which kind it is" in page
    assert reverse("contract:agreement", args=[agreement_id]) in page
    contract.fill_in(
        agreement_id=agreement_id, filled=contract.FilledIn(kind=Kind.BLOCK), how="The contract",
        by=by, at=make.NOW,
    )  # fmt: skip
    (entry,) = contract.public_entries(**asked)
    assert (entry.kind, entry.regime) == (Kind.BLOCK, None)
    assert "is not here" not in browser.get(reverse("contract:public")).content.decode()


def test_what_supports_one_person_alone_is_not_public(
    by: platform.Officer, browser: Client
) -> None:
    for people in (1, 2, None):
        begun(by, people_supported=people)
    assert contract.public_register(seen_by=by, on=make.TODAY).count() == 2
    page = browser.get(reverse("contract:public")).content.decode()
    assert "1 agreement is not here, as it supports one person alone" in page


def test_the_public_view_says_by_which_law_a_contract_is_large_enough(
    by: platform.Officer, browser: Client
) -> None:
    begun(by, title="Ours", regime=Regime.SCOT_REGULATED)
    begun(by, title="Theirs", regime=Regime.PA2023)
    page = browser.get(reverse("contract:public"), {"law": "s35"}).content.decode()
    assert "£5,000 (not verified; Local Government Transparency Code 2015" in page
    assert "Ours" in page
    assert "Theirs" not in page


def test_the_public_view_is_taken_away_as_a_file(by: platform.Officer, browser: Client) -> None:
    given.live(by, title="Public")
    begun(by, title="A place", kind=Kind.SPOT)
    taken = browser.get(reverse("contract:public"), {"download": "csv"})
    file = taken.getvalue().decode("utf-8-sig")
    assert "Public" in file
    assert "A place" not in file


def test_lists_of_work_and_of_the_public_view_have_pages(
    by: platform.Officer, browser: Client
) -> None:
    begun(by)
    for route in ("work", "public"):
        page = browser.get(reverse(f"contract:{route}"), {"whose": "mine"}).content.decode()
        assert "C-0001" in page


def test_an_agreements_page_says_what_the_rules_oblige_to(
    by: platform.Officer, browser: Client
) -> None:
    agreement_id = given.live(by)
    page = browser.get(reverse("contract:agreement", args=[agreement_id])).content.decode()
    assert "Give notice, if the agreement shall not go on as it is" in page
    assert "Not verified" in page
