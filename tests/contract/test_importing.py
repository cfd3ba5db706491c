"""Registers that councils have become agreements: no row is lost, and nobody is joined silently."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection

from carewright.contract import api as contract
from carewright.contract import models
from carewright.contract.api import AgreementState, Kind, RowState, Several, Standing
from carewright.keep_to import api as keep_to
from carewright.keep_to.models import Obligation
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import contract as given
from tests.factories import contract_imports as imports
from tests.factories import keep_to as duties
from tests.factories import platform as make
from tests.factories import register as files
from tests.register.test_two_at_once import at_once

pytestmark = pytest.mark.django_db

SALFORD = "registers/salford_contract_register_2022-07_part.csv"


def counts(batch_id: UUID, by: platform.Officer) -> contract.BatchCounts:
    return contract.import_of(batch_id, seen_by=by).counts


def nothing_is_lost(batch_id: UUID, by: platform.Officer) -> contract.BatchCounts:
    found = counts(batch_id, by)
    assert found.kept + found.doubtful + found.refused == found.read
    assert found.ready + found.asked + found.placed + found.put_aside == found.read
    return found


def row(batch_id: UUID, number: int, by: platform.Officer) -> models.ImportRow:
    return contract.imported_rows(batch_id, seen_by=by).get(source_row=number)


def agreement_of(batch_id: UUID, number: int, by: platform.Officer) -> contract.Agreement:
    made = row(batch_id, number, by).agreement_id
    assert made
    return given.read(made, by)


def done(by: platform.Officer) -> dict[str, object]:
    return {"by": by, "at": make.NOW}


def test_a_clear_row_becomes_an_agreement_and_is_never_placed_twice(
    by: platform.Officer, tmp_path: Path
) -> None:
    batch_id = imports.begun(by, imports.register_file(tmp_path, {}, {}))
    assert imports.placed(by, batch_id) == 2
    assert imports.placed(by, batch_id) == 0
    assert nothing_is_lost(batch_id, by).placed == 2
    found = agreement_of(batch_id, 2, by)
    assert (found.wording.title, found.wording.own_reference) == ("Care at home 1", "R-1")
    assert (found.term.starts_on, found.term.ends_before) == (date(2024, 4, 1), date(2028, 4, 1))
    assert (found.state, found.wording.value_pence) == (AgreementState.LIVE, 10_000_000)
    assert [each.number for each in found.providers] == ["GB-COH-00172081"]
    origin = contract.origin_of(found.id, seen_by=by)
    assert origin
    assert (origin.batch_id, origin.source_row) == (batch_id, 2)


def test_what_the_file_does_not_hold_is_not_in_the_file_and_nothing_is_invalid(
    by: platform.Officer, tmp_path: Path
) -> None:
    batch_id = imports.begun(
        by, imports.register_file(tmp_path, {"Start Date": "", "End Date": ""})
    )
    imports.placed(by, batch_id)
    found = agreement_of(batch_id, 2, by)
    assert found.term.starts_on is None
    assert {"starts_on", "ends_before", "kind", "regime", "notice"} <= found.facts.not_in_source
    assert found.to_put_right == ()
    assert Standing.NOT_IN_FILE in {each.standing for each in found.checks}
    asked = contract.may_call_off(found.id, on=make.TODAY, seen_by=by)
    assert asked.allowed


def test_what_somebody_says_later_is_in_order_although_the_file_did_not_say_it(
    by: platform.Officer, tmp_path: Path
) -> None:
    batch_id = imports.begun(by, imports.register_file(tmp_path))
    imports.placed(by, batch_id)
    found = agreement_of(batch_id, 2, by)
    kept = contract.Kept(monitoring_plan_on=make.TODAY)
    contract.keep_plans(agreement_id=found.id, kept=kept, **done(by))
    standing = {each.code: each.standing for each in given.read(found.id, by).checks}
    assert standing["MONITORING"] is Standing.MET
    assert standing["EXIT"] in (Standing.NOT_IN_FILE, Standing.NOT_ASKED)


def test_a_doubtful_row_waits_for_a_person_who_places_it_or_puts_it_aside(
    by: platform.Officer, tmp_path: Path
) -> None:
    wrong = {"End Date": "31/02/2027"}
    batch_id = imports.begun(by, imports.register_file(tmp_path, wrong, wrong, {}))
    assert imports.placed(by, batch_id) == 1
    first, second = row(batch_id, 2, by), row(batch_id, 3, by)
    assert first.doubt == "the last day cannot be read"
    contract.settle_row(row_id=first.pk, place=True, **done(by))
    with pytest.raises(contract.CannotDo, match="Say why"):
        contract.settle_row(row_id=second.pk, place=False, **done(by))
    contract.settle_row(row_id=second.pk, place=False, reason="A draft", **done(by))
    assert imports.placed(by, batch_id) == 1
    assert nothing_is_lost(batch_id, by).put_aside == 1
    assert "ends_before" in agreement_of(batch_id, 2, by).facts.not_in_source
    assert contract.row_to_settle(second.pk, seen_by=by).found["End Date"] == "31/02/2027"


def test_a_row_that_is_no_contract_is_kept_with_its_reason_and_never_placed(
    by: platform.Officer, tmp_path: Path
) -> None:
    total = {"Contract Reference": "", "Contract Title": "Total", "Supplier Name": ""}
    batch_id = imports.begun(by, imports.register_file(tmp_path, {}, total))
    found = row(batch_id, 3, by)
    assert (found.state, found.reason) == ("put_aside", "the row adds up others")
    with pytest.raises(contract.CannotDo, match="no contract"):
        contract.settle_row(row_id=found.pk, place=True, **done(by))
    assert nothing_is_lost(batch_id, by).refused == 1


def test_a_supplier_that_may_be_known_waits_until_a_person_says_whom_it_is(
    by: platform.Officer, tmp_path: Path
) -> None:
    files.imported(by, files.datastore(tmp_path))  # Rowan Practice Care Limited
    batch_id = imports.begun(
        by, imports.register_file(tmp_path, {"Supplier Name": "ROWAN PRACTICE CARE LTD"}, {})
    )
    assert imports.placed(by, batch_id) == 1  # that of the supplier whom nobody knows
    asked = contract.next_supplier(batch_id, seen_by=by)
    assert asked
    question = contract.supplier_to_match(asked, seen_by=by)
    (offer,) = question.offered
    assert offer.reasons == ("the names are the same but for how they are written",)
    with pytest.raises(contract.CannotDo, match="one of those offered"):
        contract.answer_supplier(supplier_id=asked, answer="SP-other", **done(by))
    contract.answer_supplier(supplier_id=asked, answer=offer.id, **done(by))
    assert imports.placed(by, batch_id) == 1
    party = agreement_of(batch_id, 2, by).providers[0]
    assert (party.number, party.name) == ("SP2003000001", "Rowan Practice Care Limited")
    with pytest.raises(contract.CannotDo, match="made with this supplier already"):
        contract.answer_supplier(supplier_id=asked, answer=contract.NONE_OF_THESE, **done(by))


def test_suppliers_of_the_same_number_and_a_like_name_are_confirmed_together(
    by: platform.Officer, tmp_path: Path
) -> None:
    first = imports.begun(by, imports.register_file(tmp_path))
    imports.placed(by, first)
    again = {"Contract Reference": "X-9", "Contract Title": "Meals at home"}
    other = {**again, "Supplier Name": "Birch Homes", "Contract Title": "Respite"}
    second = imports.begun(by, imports.register_file(tmp_path, again, other, name="next.csv"))
    assert counts(second, by).suppliers_asked == 2
    assert contract.confirm_sure_suppliers(batch_id=second, **done(by)) == 1
    left = contract.supplier_to_match(
        contract.next_supplier(second, seen_by=by) or UUID(int=0), seen_by=by
    )
    assert left.name == "Birch Homes"  # the same number under an unlike name: nobody is sure
    assert left.offered[0].caution == "the names are not alike: the number may be mistyped"


def test_a_row_like_an_agreement_that_is_there_is_asked_about(
    by: platform.Officer, tmp_path: Path
) -> None:
    first = imports.begun(by, imports.register_file(tmp_path))
    imports.placed(by, first)
    second = imports.begun(by, imports.register_file(tmp_path, {"Council": "Elm"}))
    asked = contract.next_row(second, seen_by=by)
    assert asked
    ((words, agreement_id, why),) = contract.row_to_settle(asked, seen_by=by).repeats
    assert (words, why.count(" and ")) == ("C-0001 Care at home 1", 3)
    assert agreement_id == agreement_of(first, 2, by).id


def test_rows_that_name_no_care_are_put_aside_together(
    by: platform.Officer, tmp_path: Path
) -> None:
    road = {"Service Category": "Highways", "Contract Title": "Kerbs"}
    batch_id = imports.begun(by, imports.register_file(tmp_path, road, {}))
    settled = contract.settle_rows(
        batch_id=batch_id, which=Several.NO_CARE, place=False, reason="No care", **done(by)
    )
    assert settled == 1
    assert row(batch_id, 2, by).state == RowState.PUT_ASIDE
    assert imports.placed(by, batch_id) == 1


def test_an_import_is_taken_back_whole_until_something_was_built_on_it(
    by: platform.Officer, tmp_path: Path
) -> None:
    batch_id = imports.begun(by, imports.register_file(tmp_path, {}, {}))
    imports.placed(by, batch_id)
    made = agreement_of(batch_id, 3, by)
    undo = {"batch_id": batch_id, "reason": "The wrong file", **done(by)}
    with pytest.raises(contract.CannotDo, match="Look again"):
        contract.undo_import(saw=1, **undo)
    given.sign_for_them(made.id, by)
    with pytest.raises(contract.CannotDo, match="C-0002: it has: signature"):
        contract.undo_import(saw=2, **undo)
    assert contract.agreements(seen_by=by).count() == 2


def test_what_is_worked_out_of_agreements_goes_with_them_until_somebody_has_a_hand_in_it(
    by: platform.Officer, tmp_path: Path
) -> None:
    file = imports.register_file(tmp_path, {"Contract Type": "Block"})
    dataset_id = files.read(by, file, kind=contract.KIND_OF_FILE)
    undo = {"saw": 1, "reason": "The wrong file", **done(by)}
    batch_id = imports.begun_of(dataset_id, by)
    imports.placed(by, batch_id)
    duties.worked_out(by)
    assert Obligation.objects.exists()
    contract.undo_import(batch_id=batch_id, **undo)
    assert not Obligation.objects.exists()
    again = imports.begun_of(dataset_id, by)
    imports.placed(by, again)
    duties.worked_out(by)
    owed = Obligation.objects.first()
    assert owed
    keep_to.mark_not_needed(obligation_id=owed.pk, reason="It is over", **done(by))
    with pytest.raises(contract.CannotDo, match="it has: obligation"):
        contract.undo_import(batch_id=again, **undo)
    assert contract.what_holds(again, seen_by=by) == ["C-0001: it has: obligation"]


def test_an_import_that_was_taken_back_leaves_its_rows_and_can_begin_again(
    by: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.read(by, imports.register_file(tmp_path), kind=contract.KIND_OF_FILE)
    batch_id = imports.begun_of(dataset_id, by)
    imports.placed(by, batch_id)
    contract.undo_import(batch_id=batch_id, saw=1, reason="The wrong kind", **done(by))
    assert contract.agreements(seen_by=by).count() == 0
    assert nothing_is_lost(batch_id, by).ready == 1
    with pytest.raises(contract.CannotDo, match="taken back"):
        imports.placed(by, batch_id)
    assert imports.begun_of(dataset_id, by, kind=Kind.GRANT) != batch_id


def test_the_same_file_is_not_begun_twice(by: platform.Officer, tmp_path: Path) -> None:
    file = imports.register_file(tmp_path)
    imports.begun(by, file)
    with pytest.raises(contract.AlreadyBegun):
        imports.begun(by, file)


def test_a_stranger_and_whoever_may_not_see_people_find_no_more_than_is_theirs(
    by: platform.Officer, tmp_path: Path
) -> None:
    file = imports.register_file(tmp_path, {"Contract Type": "Spot"}, {"Contract Type": "Block"})
    batch_id = imports.begun(by, file)
    commissioner = given.colleague(by, Role.COMMISSIONER)
    assert contract.imported_rows(batch_id, seen_by=commissioner).count() == 1
    with pytest.raises(contract.CannotDo, match="placements of one person"):
        contract.place_rows(batch_id=batch_id, by=commissioner, at=make.NOW)
    theirs = row(batch_id, 2, by)
    with pytest.raises(platform.NotYours):
        contract.settle_row(row_id=theirs.pk, place=True, **done(commissioner))
    contract.settle_rows(
        batch_id=batch_id, which=Several.NO_CARE, place=False, reason="No care",
        **done(commissioner),
    )  # fmt: skip
    assert row(batch_id, 2, by).state == RowState.READY.value
    imports.placed(by, batch_id)
    with pytest.raises(contract.CannotDo, match="may see people takes them back"):
        contract.undo_import(batch_id=batch_id, saw=2, reason="Wrong", **done(commissioner))
    stranger = make.officer(Role.CONTRACT_MANAGER)
    with pytest.raises(platform.NotFound):
        contract.import_of(batch_id, seen_by=stranger)
    with pytest.raises(platform.NotYours):
        contract.place_rows(batch_id=batch_id, by=stranger, at=make.NOW)


def test_what_the_file_left_open_is_filled_in_and_nothing_that_it_said(
    by: platform.Officer, tmp_path: Path
) -> None:
    batch_id = imports.begun(by, imports.register_file(tmp_path, {"Start Date": ""}))
    imports.placed(by, batch_id)
    found = agreement_of(batch_id, 2, by)
    about = {"agreement_id": found.id, "how": "The signed copy", **done(by)}
    with pytest.raises(contract.CannotDo, match="must not come before"):
        contract.fill_in(filled=contract.FilledIn(starts_on=date(2030, 4, 1)), **about)
    with pytest.raises(contract.CannotDo, match="The file said some of this already"):
        contract.fill_in(filled=contract.FilledIn(value_pence=5), **about)
    contract.fill_in(
        filled=contract.FilledIn(starts_on=date(2024, 4, 1), notice_days=90, contact_id=by.id),
        **about,
    )
    now_known = given.read(found.id, by)
    assert now_known.term.starts_on == date(2024, 4, 1)
    assert not {"starts_on", "notice", "contact"} & now_known.facts.not_in_source


@pytest.mark.django_db(transaction=True)
def test_of_two_who_begin_or_place_one_register_at_once_one_does(
    by: platform.Officer, tmp_path: Path
) -> None:
    dataset_id = files.read(by, imports.register_file(tmp_path), kind=contract.KIND_OF_FILE)

    def begin() -> object:
        with platform.acting_for(by.organisation.id):
            return imports.begun_of(dataset_id, by)

    came = sorted(at_once(begin, begin), key=lambda each: isinstance(each, Exception))
    assert isinstance(came[1], contract.AlreadyBegun)
    batch_id = came[0]
    assert isinstance(batch_id, UUID)

    def place() -> object:
        with platform.acting_for(by.organisation.id):
            return imports.placed(by, batch_id)

    assert sorted(at_once(place, place), key=str) == [0, 1]
    connection.close()


@pytest.mark.realdata
def test_a_real_register_is_imported_with_no_row_lost(
    by: platform.Officer, real_data: Path
) -> None:
    batch_id = imports.begun(by, real_data / SALFORD)
    found = nothing_is_lost(batch_id, by)
    assert (found.read, found.kept, found.doubtful, found.refused) == (180, 164, 16, 0)
    contract.settle_rows(batch_id=batch_id, which=Several.ASKED, place=True, **done(by))
    assert imports.placed(by, batch_id) == 180
    whole = [given.read(each.pk, by) for each in contract.agreements(seen_by=by)]
    assert {c.code for each in whole for c in each.to_put_right} == set()
    assert sum(each.term.starts_on is None for each in whole) == 3
