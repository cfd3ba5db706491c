"""The pages of a partnership: proposed by one, agreed by each, ended or left with a reason."""

from __future__ import annotations

import pytest

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Level, Role, SharedKind
from tests.factories import platform as make
from tests.factories import together
from tests.factories.together import colleague

pytestmark = pytest.mark.django_db


def asked(*members: platform.Officer, **more: str) -> dict[str, object]:
    return {
        "name": "Alder and Elm", "purpose": "Care together", "starts_on-day": "1",
        "starts_on-month": "4", "starts_on-year": "2020", "kind_task": "decide",
        "members": [str(each.organisation.id) for each in members], **more,
    }  # fmt: skip


def test_a_partnership_is_proposed_by_one_and_agreed_by_each() -> None:
    lead, partner = make.commissioner(), make.commissioner()
    shares = f"{lead.organisation.name}: 66.67\n{partner.organisation.name}: 33.33"
    address = make.signed_in(lead).post(
        "/who/partnerships/form/", asked(lead, partner, shares=shares)
    ).url  # fmt: skip
    directors = [colleague(each, Role.AUTHORISING_DIRECTOR) for each in (lead, partner)]
    terms_id = models.PartnershipTerms.objects.get().id
    for director in directors:
        browser = make.signed_in(director)
        assert "not everybody has agreed" in browser.get(address).content.decode()
        browser.post(f"/who/terms/{terms_id}/agree/")
    page = browser.get(address).content.decode()
    assert "2 organisations work together" in page
    assert "66.67%" in page
    [with_them] = together.again(partner).partnerings
    assert with_them.shared == {SharedKind.TASK: Level.DECIDE}


@pytest.mark.parametrize(
    ("shares", "says"),
    [
        ("Nobody: 100", "There is no organisation called"),
        ("{lead}: half", "Write each share as a number"),
        ("{lead}: 33.333", "at most 2 figures"),
        ("{lead}: 50", "every member"),
        ("{lead}: 50\n{partner}: 40", "add up to 90%"),
    ],
)
def test_shares_that_cannot_be_are_explained(shares: str, says: str) -> None:
    lead, partner = make.commissioner(), make.commissioner()
    names = {"lead": lead.organisation.name, "partner": partner.organisation.name}
    answer = make.signed_in(lead).post(
        "/who/partnerships/form/", asked(lead, partner, shares=shares.format(**names))
    )
    assert says in answer.content.decode()
    assert not models.Partnership.objects.exists()


def test_a_member_leaves_and_the_lead_ends_it_each_saying_why() -> None:
    lead, partner = make.commissioner(), make.commissioner()
    kept = together.partnership(lead, partner)
    terms_id = together.latest_terms(kept)
    browser = make.signed_in(colleague(partner, Role.AUTHORISING_DIRECTOR))
    for no_reason in ("", "Bud\x00get"):  # the second is none that the record can keep
        assert (
            browser.post(f"/who/terms/{terms_id}/leave/", {"reason": no_reason}).status_code == 302
        )
        assert together.again(partner).partnerings
    browser.post(f"/who/terms/{terms_id}/leave/", {"reason": "Budget"})
    member = models.PartnershipMember.objects.get(organisation_id=partner.organisation.id)
    assert member.leaves_before is not None
    browser = make.signed_in(colleague(lead, Role.AUTHORISING_DIRECTOR))
    browser.post(f"/who/partnerships/{kept}/end/", {"reason": "Merged"})
    page = browser.get(f"/who/partnerships/{kept}/").content.decode()
    assert "This partnership has ended" in page


def test_strangers_find_no_partnership_and_no_terms() -> None:
    lead = make.commissioner()
    kept = together.partnership(lead, make.commissioner())
    browser = make.signed_in(make.officer(Role.COMMISSIONER, Role.AUTHORISING_DIRECTOR))
    terms_id = together.latest_terms(kept)
    assert browser.get(f"/who/partnerships/{kept}/").status_code == 404
    for page in ("terms", "end"):
        assert browser.post(f"/who/partnerships/{kept}/{page}/").status_code == 404
    for page in ("agree", "leave"):
        assert browser.post(f"/who/terms/{terms_id}/{page}/", {"reason": "x"}).status_code == 404


def test_other_terms_are_proposed_by_the_lead_alone() -> None:
    lead, partner = make.commissioner(), make.commissioner()
    kept = together.partnership(lead, partner)
    make.signed_in(partner).post(f"/who/partnerships/{kept}/terms/", asked(lead, partner))
    assert models.PartnershipTerms.objects.count() == 1
    make.signed_in(lead).post(f"/who/partnerships/{kept}/terms/", asked(lead, partner))
    assert models.PartnershipTerms.objects.count() == 2
