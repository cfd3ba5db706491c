"""Agreements are written down, priced, approved, signed, begun and ended, each on the record."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError

from carewright.contract import api as contract
from carewright.contract import models
from carewright.contract.api import AgreementState, Authority, Kind, Part, Unit
from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import contract as given
from tests.factories import decide as decisions
from tests.factories import people, together
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def test_an_agreement_lives_from_its_draft_to_its_end(by: platform.Officer) -> None:
    agreement_id = given.live(by)
    found = given.read(agreement_id, by)
    assert found.state is AgreementState.LIVE
    assert [each.authority for each in found.signatures] == [Authority.NOT_OURS, Authority.HELD]
    done = {"agreement_id": agreement_id, "by": by, "at": make.NOW}
    contract.decide_to_end(reason="A framework follows", **done)
    contract.end_agreement(last_day=make.TODAY, reason="The framework began", **done)
    assert given.read(agreement_id, by).state is AgreementState.TERMINATED


def test_agreements_are_numbered_within_their_organisation(by: platform.Officer) -> None:
    other = make.officer(Role.CONTRACT_MANAGER)
    first, second, theirs = given.draft(by), given.draft(by), given.draft(other)
    references = [given.read(first, by).reference, given.read(second, by).reference]
    assert references == ["C-0001", "C-0002"]
    assert given.read(theirs, other).reference == "C-0001"


def test_a_strangers_agreement_does_not_exist(by: platform.Officer) -> None:
    agreement_id = given.draft(by)
    stranger = make.officer(Role.CONTRACT_MANAGER)
    with pytest.raises(platform.NotFound):
        given.read(agreement_id, stranger)
    with pytest.raises(platform.NotYours):
        contract.add_provider(agreement_id=agreement_id, name="X", by=stranger, at=make.NOW)


def test_one_persons_placement_is_only_for_those_who_may_see_people(by: platform.Officer) -> None:
    person_id = people.person(by.organisation.id)
    agreement_id = given.draft(by, kind=Kind.SPOT, person_id=person_id)
    commissioner = given.colleague(by, Role.COMMISSIONER)
    assert contract.agreements(seen_by=by).count() == 1
    assert contract.agreements(seen_by=commissioner).count() == 0
    with pytest.raises(platform.NotFound):
        given.read(agreement_id, commissioner)
    with pytest.raises(platform.NotPermitted):
        given.draft(commissioner, kind=Kind.SPOT)


def test_only_a_persons_placement_names_a_person(by: platform.Officer) -> None:
    person_id = people.person(by.organisation.id)
    with pytest.raises(contract.CannotDo, match="not for one person"):
        given.draft(by, person_id=person_id)


def test_nobody_names_a_strangers_officer(by: platform.Officer) -> None:
    with pytest.raises(platform.NotYours):
        given.draft(by, contact_id=make.officer(Role.CONTRACT_MANAGER).id)


def test_a_new_price_ends_the_one_before_on_its_day(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    given.price(agreement_id, by, pence=2110, starts_on=date(2025, 4, 1))
    given.price(agreement_id, by, unit=Unit.VISIT, minutes=30, pence=1040)
    lines = {(e.priced.unit, e.pence): e.term for e in given.read(agreement_id, by).prices}
    assert lines[Unit.HOUR, 1985].ends_before == date(2025, 4, 1)
    assert lines[Unit.HOUR, 2110].ends_before is None
    assert lines[Unit.VISIT, 1040].ends_before is None


def test_a_price_between_two_others_is_refused_where_it_would_overlap(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    given.price(agreement_id, by, starts_on=date(2026, 4, 1))
    with pytest.raises(contract.CannotDo, match="Another price"):
        given.price(agreement_id, by, starts_on=date(2025, 4, 1))


def test_nobody_changes_alone_a_price_that_was_approved(by: platform.Officer) -> None:
    agreement_id = given.signed(by)
    later = {"starts_on": date(2026, 7, 1), "pence": 2110}
    with pytest.raises(contract.CannotDo, match="change by a round of uplifts"):
        given.price(agreement_id, by, reason="Wage floor of April", **later)


def test_what_had_no_price_when_it_was_approved_gets_one_with_a_reason(
    by: platform.Officer,
) -> None:
    agreement_id = given.signed(by)
    nights = {"starts_on": date(2026, 7, 1), "pence": 2110, "unit": Unit.NIGHT}
    with pytest.raises(contract.CannotDo, match="why the price changes"):
        given.price(agreement_id, by, **nights)
    given.price(agreement_id, by, reason="Nights were forgotten", **nights)


def test_words_that_were_approved_are_closed(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    given.approved(agreement_id, by, given.colleague(by, Role.AUTHORISING_DIRECTOR))
    with pytest.raises(contract.CannotDo, match="Take it back"):
        contract.change_words(
            agreement_id=agreement_id, wording=given.wording(), by=by, at=make.NOW
        )


def test_words_that_somebody_was_asked_to_approve_stay_as_they_are(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    decisions.scheme(by.organisation.id, "Authorising director")
    done = {"agreement_id": agreement_id, "by": by, "at": make.NOW}
    request_id = contract.ask_for_approval(**done)
    provider, service = given.read(agreement_id, by).providers[0], "Nights"
    for change in (
        lambda: contract.change_words(wording=given.wording(value_pence=1), **done),
        lambda: contract.add_provider(name="Another", **done),
        lambda: contract.add_service(name=service, **done),
        lambda: contract.take_part_out(part=Part.PROVIDER, part_id=provider.id, **done),
        lambda: given.price(agreement_id, by, unit=Unit.NIGHT),
    ):
        with pytest.raises(contract.CannotDo, match="asked for and is not decided yet"):
            change()
    decisions.approved(request_id, given.colleague(by, Role.AUTHORISING_DIRECTOR))
    with pytest.raises(contract.CannotDo, match="approved in these words"):
        contract.change_words(wording=given.wording(value_pence=1), **done)


def test_two_persons_take_an_approved_agreement_back(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    given.approved(agreement_id, by, given.colleague(by, Role.AUTHORISING_DIRECTOR))
    done = {"agreement_id": agreement_id, "at": make.NOW}
    contract.ask_to_take_back(reason="The value is wrong", by=by, **done)
    for one_person in (by, decisions.second_account(by, Role.COMMISSIONER)):
        with pytest.raises(contract.CannotDo, match="Somebody else has to confirm it"):
            contract.confirm_taking_back(by=one_person, **done)
    contract.confirm_taking_back(by=given.colleague(by, Role.COMMISSIONER), **done)
    found = given.read(agreement_id, by)
    assert (found.state, found.request_id) == (AgreementState.DRAFT, None)


def test_what_nobody_confirms_is_left_approved_and_may_be_asked_for_again(
    by: platform.Officer,
) -> None:
    agreement_id = given.whole(by)
    director = given.colleague(by, Role.AUTHORISING_DIRECTOR)
    given.approved(agreement_id, by, director)
    done = {"agreement_id": agreement_id, "by": by, "at": make.NOW}
    contract.ask_to_take_back(reason="The value is wrong", **done)
    contract.keep_approved(reason="It is right after all", **done)
    assert given.read(agreement_id, by).reversal is None
    contract.ask_to_take_back(reason="It is wrong", **done)


def test_who_stands_in_for_whoever_asked_is_no_second_person(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    given.approved(agreement_id, by, given.colleague(by, Role.AUTHORISING_DIRECTOR))
    deputy = given.colleague(by, Role.COMMISSIONER)
    together.cover(by, deputy)
    contract.ask_to_take_back(agreement_id=agreement_id, reason="A figure", by=by, at=make.NOW)
    with pytest.raises(contract.CannotDo, match="You stand in for whoever asked"):
        contract.confirm_taking_back(agreement_id=agreement_id, by=deputy, at=make.NOW)


@pytest.mark.parametrize("how_far", ["draft", "approved"])
def test_what_both_sides_have_not_signed_is_abandoned_with_its_reason(
    by: platform.Officer, how_far: str
) -> None:
    agreement_id = given.whole(by)
    if how_far == "approved":
        given.approved(agreement_id, by, given.colleague(by, Role.AUTHORISING_DIRECTOR))
        given.sign_for_them(agreement_id, by)
    done = {"agreement_id": agreement_id, "by": by, "at": make.NOW}
    with pytest.raises(contract.CannotDo, match="Say why nothing comes of it"):
        contract.abandon_agreement(reason=" ", **done)
    contract.abandon_agreement(reason="The money went elsewhere", **done)
    found = given.read(agreement_id, by)
    assert (found.state, found.over_on) == (AgreementState.ABANDONED, make.TODAY)
    assert not contract.may_call_off(agreement_id, on=make.TODAY, seen_by=by).allowed
    assert contract.committed(seen_by=by, since=make.TODAY) == ()
    (left,) = contract.owing(organisation_id=by.organisation.id, area_code="")
    assert not left.obliges


def test_nobody_abandons_what_others_are_deciding_on(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    decisions.scheme(by.organisation.id, "Authorising director")
    done = {"agreement_id": agreement_id, "by": by, "at": make.NOW}
    request_id = contract.ask_for_approval(**done)
    with pytest.raises(contract.CannotDo, match="take the request back first"):
        contract.abandon_agreement(reason="Too dear", **done)
    decide.withdraw_request(request_id=request_id, reason="Too dear", by=by, at=make.NOW)
    contract.abandon_agreement(reason="Too dear", **done)


def test_what_was_signed_for_a_day_to_come_is_ended_before_it(by: platform.Officer) -> None:
    agreement_id = given.signed(by, starts_on=date(2027, 4, 1))
    contract.end_agreement(
        agreement_id=agreement_id, last_day=make.TODAY, reason="They withdrew", by=by, at=make.NOW
    )
    assert given.read(agreement_id, by).state is AgreementState.TERMINATED


def test_what_was_signed_is_not_taken_back(by: platform.Officer) -> None:
    agreement_id = given.signed(by)
    with pytest.raises(contract.CannotDo, match="It has been signed"):
        contract.ask_to_take_back(agreement_id=agreement_id, reason="No", by=by, at=make.NOW)


def test_a_signature_without_authority_takes_a_reason_and_stays(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    decisions.scheme(by.organisation.id, "Authorising director")
    clerk = given.colleague(by, Role.BUDGET_HOLDER)
    with pytest.raises(contract.CannotDo, match=r"authorising director.*Say why"):
        given.sign_for_us(agreement_id, by, clerk)
    given.sign_for_us(agreement_id, by, clerk, reason="The director was away")
    found = given.read(agreement_id, by)
    assert found.signatures[0].authority is Authority.LACKED
    assert "AUTHORITY" in {each.code for each in found.to_put_right}
    with pytest.raises(Exception, match="Cannot update or delete"):
        models.Signature.objects.all().delete()


def test_a_role_that_began_later_gives_no_authority_on_the_day(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    director = given.colleague(by, Role.AUTHORISING_DIRECTOR)
    given.approved(agreement_id, by, director)
    before = date(2019, 12, 31)  # the factory gives roles from 2020 on
    with pytest.raises(contract.CannotDo, match="No scheme of delegation was in force"):
        given.sign_for_us(agreement_id, by, director, signed_on=before)


def test_the_scheme_of_the_day_decides_and_not_todays(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    director = given.colleague(by, Role.AUTHORISING_DIRECTOR)
    given.approved(agreement_id, by, director)
    decisions.scheme(by.organisation.id, "Chief social work officer", takes_effect_on=make.TODAY)
    with pytest.raises(contract.CannotDo, match="chief social work officer"):
        given.sign_for_us(agreement_id, by, director)


def test_care_begun_before_the_signature_says_why(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    done = {"agreement_id": agreement_id, "by": by, "at": make.NOW}
    with pytest.raises(contract.CannotDo, match="Say why care begins"):
        contract.begin_agreement(**done)
    contract.begin_agreement(reason="The provider before failed", **done)
    found = given.read(agreement_id, by)
    assert found.state is AgreementState.LIVE
    assert "SIGNED" in {each.code for each in found.to_put_right}


def test_agreements_do_not_follow_each_other_in_a_ring(by: platform.Officer) -> None:
    first, second = given.draft(by), given.draft(by)
    done = {"by": by, "at": make.NOW}
    contract.name_successor(agreement_id=first, successor_id=second, **done)
    with pytest.raises(contract.CannotDo, match="followed by this one"):
        contract.name_successor(agreement_id=second, successor_id=first, **done)


def test_nothing_ends_over_peoples_heads(by: platform.Officer) -> None:
    agreement_id = given.live(by, people_supported=12)
    done = {"agreement_id": agreement_id, "by": by, "at": make.NOW}
    with pytest.raises(contract.CannotDo, match="12 people are supported"):
        contract.end_agreement(last_day=make.TODAY, reason="Over", **done)
    contract.let_care_go_on(
        reason="They move in July", owner_id=by.id, until=make.TODAY + timedelta(days=60), **done
    )
    contract.end_agreement(last_day=make.TODAY, reason="Over", **done)
    assert given.read(agreement_id, by).goes_on is not None


def test_a_price_that_is_taken_out_of_a_draft_lets_the_one_before_count_again(
    by: platform.Officer,
) -> None:
    agreement_id = given.whole(by)
    later = given.price(agreement_id, by, pence=2110, starts_on=date(2025, 4, 1))
    provider = given.read(agreement_id, by).providers[0]
    done = {"agreement_id": agreement_id, "by": by, "at": make.NOW}
    contract.take_part_out(part=Part.PRICE, part_id=later, **done)
    (line,) = given.read(agreement_id, by).prices
    assert (line.pence, line.term.ends_before) == (1985, None)
    contract.take_part_out(part=Part.PROVIDER, part_id=provider.id, **done)
    assert given.read(agreement_id, by).providers == ()
    service = given.read(agreement_id, by).services[0]
    with pytest.raises(contract.CannotDo, match="has a price"):
        contract.take_part_out(part=Part.SERVICE, part_id=service.id, **done)


def test_nothing_is_taken_out_of_words_that_were_approved(by: platform.Officer) -> None:
    agreement_id = given.signed(by)
    line = given.read(agreement_id, by).prices[0]
    with pytest.raises(contract.CannotDo, match="Take it back"):
        contract.take_part_out(
            agreement_id=agreement_id, part=Part.PRICE, part_id=line.id, by=by, at=make.NOW
        )


def test_what_members_may_still_call_in_is_not_signed(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    line = {"act": "award", "steps": ["Authorising director"], "scrutiny_after": 5}
    signing = {"act": "contract_signature", "steps": ["Authorising director"]}
    decisions.scheme(by.organisation.id, lines=(line, signing))
    director = given.colleague(by, Role.AUTHORISING_DIRECTOR)
    given.approved(agreement_id, by, director)
    with pytest.raises(contract.CannotDo, match="Scrutiny may call it in until"):
        given.sign_for_us(agreement_id, by, director)
    given.sign_for_them(agreement_id, by)  # what the provider signs binds the provider alone


def test_the_signed_copy_is_kept_with_the_signature(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    copy = contract.GivenFile("signed.txt", BytesIO(b"Signed on paper."))
    given.sign_for_them(agreement_id, by, document=copy)
    kept = given.read(agreement_id, by).signatures[0].document_id
    assert kept
    assert platform.document(kept, seen_by=by).name == "signed.txt"
    page = contract.GivenFile("signed.exe", BytesIO(b"MZ"))
    with pytest.raises(contract.CannotDo):
        given.sign_for_them(agreement_id, by, document=page)


def test_who_was_followed_by_another_is_not_followed_again_and_may_come_back(
    by: platform.Officer,
) -> None:
    agreement_id = given.live(by)
    done = {"agreement_id": agreement_id, "by": by, "at": make.NOW}
    assigned = {"on": make.TODAY, "reason": "Sold", "cites": "V1", **done}
    first = given.read(agreement_id, by).providers[0]
    second = contract.assign_agreement(party_id=first.id, name="Glenfold Care", **assigned)
    with pytest.raises(contract.CannotDo, match="followed by another already"):
        contract.assign_agreement(party_id=first.id, name="Birch Care", **assigned)
    contract.assign_agreement(party_id=second, name=first.name, **assigned)
    found = given.read(agreement_id, by)
    assert ([each.name for each in found.providers], len(found.left)) == ([first.name], 2)
    with pytest.raises(IntegrityError, match="party_that_buys_does_not_leave"):
        models.Party.objects.filter(side="buyer").update(left_on=make.TODAY)
