"""Papers of one person's placement open for a purpose, and leave a look that the person can see."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from carewright.contract import api as contract
from carewright.contract.api import Kind
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.platform.models import AuditEvent
from carewright.register import api as register
from tests.factories import contract as given
from tests.factories import people
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

BYTES = b"Signed on paper."
ADDRESSES: tuple[Callable[[UUID], str], ...] = (
    lambda kept: reverse("platform:document", args=[kept]),
    lambda kept: reverse("platform:download", args=[kept, 1]),
)


def signed(by: platform.Officer, **words: object) -> tuple[UUID, UUID]:
    """An agreement and its signed copy, whose name says whom it is about."""
    agreement_id = given.whole(by, **words)
    copy = contract.GivenFile("Ms Invented.txt", BytesIO(BYTES))
    given.sign_for_them(agreement_id, by, document=copy)
    kept = given.read(agreement_id, by).signatures[0].document_id
    assert kept
    return agreement_id, kept


def test_whoever_may_not_see_people_finds_no_paper_of_a_placement_anywhere(
    by: platform.Officer,
) -> None:
    agreement_id, kept = signed(by, kind=Kind.SPOT)
    commissioner = given.colleague(by, Role.COMMISSIONER)
    assert not platform.documents(seen_by=commissioner).exists()
    with pytest.raises(platform.NotFound):
        platform.document(kept, seen_by=commissioner)
    with pytest.raises(platform.NotYours):
        platform.give_version(
            document_id=kept, name="a.txt", content=BytesIO(b"x"),  # type: ignore[arg-type]
            reason="Another", by=commissioner, at=make.NOW,
        )  # fmt: skip
    browser = make.signed_in(commissioner)
    paper = reverse("contract:paper", args=[agreement_id, kept])
    for address in (paper, *(each(kept) for each in ADDRESSES)):
        assert browser.get(address).status_code == 404
    assert "Ms Invented" not in str(list(AuditEvent.objects.values_list("facts", flat=True)))


def test_a_paper_opens_for_a_purpose_and_the_person_can_see_who_looked(
    by: platform.Officer, browser: Client
) -> None:
    person_id = people.person(by.organisation.id)
    agreement_id, kept = signed(by, kind=Kind.SPOT, person_id=person_id)
    paper = reverse("contract:paper", args=[agreement_id, kept])
    asked = browser.get(paper)
    assert asked["Location"].startswith(reverse("register:open_person", args=[person_id]))
    assert browser.get(reverse("platform:download", args=[kept, 1])).status_code == 404
    people.opened(person_id, by, "reviewing", at=now())
    assert browser.get(paper).getvalue() == BYTES
    (look,) = register.looks_at(person_id, seen_by=by)
    assert look.by_name == by.name
    read = AuditEvent.objects.get(act=platform.audit.READ, subject_id=str(kept))
    assert read.reason == "Reviewing how care goes"


def test_a_placement_that_names_nobody_yet_is_read_by_those_who_may_see_people_on_the_record(
    by: platform.Officer, browser: Client
) -> None:
    agreement_id, kept = signed(by, kind=Kind.INDIVIDUAL_SERVICE_FUND)
    assert browser.get(reverse("contract:paper", args=[agreement_id, kept])).getvalue() == BYTES
    assert AuditEvent.objects.filter(act=platform.audit.READ, subject_id=str(kept)).count() == 1


def test_a_placement_is_shown_for_a_purpose_and_every_look_is_on_the_record(
    by: platform.Officer, browser: Client
) -> None:
    person_id = people.person(by.organisation.id)
    placement = given.whole(by, kind=Kind.SPOT, person_id=person_id)
    page = reverse("contract:agreement", args=[placement])
    for address in (page, reverse("contract:step", args=[placement, "terms"])):
        asked = browser.get(address)
        assert asked["Location"].startswith(reverse("register:open_person", args=[person_id]))
    answers = {"purpose": "reviewing", "why": "The yearly review"}
    back = browser.post(browser.get(page)["Location"], answers)
    assert back["Location"] == page
    shown = browser.get(page)
    assert shown.status_code == 200
    assert "no-store" in shown["Cache-Control"]
    (look,) = register.looks_at(person_id, seen_by=by)
    assert look.by_name == by.name
    read = AuditEvent.objects.get(act=platform.audit.READ, subject_id=str(placement))
    assert read.reason == "Reviewing how care goes"


def test_a_placement_that_names_nobody_is_shown_and_who_looked_is_on_the_record(
    by: platform.Officer, browser: Client
) -> None:
    placement = given.whole(by, kind=Kind.SPOT)
    assert browser.get(reverse("contract:agreement", args=[placement])).status_code == 200
    other = given.whole(by)
    assert browser.get(reverse("contract:agreement", args=[other])).status_code == 200
    reads = AuditEvent.objects.filter(act=platform.audit.READ)
    assert [each.subject_id for each in reads] == [str(placement)]


def test_a_purpose_leads_back_to_no_other_site(by: platform.Officer, browser: Client) -> None:
    person_id = people.person(by.organisation.id)
    asks = reverse("register:open_person", args=[person_id])
    answers = {"purpose": "reviewing", "why": "The yearly review"}
    for to in ("https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"):
        back = browser.post(f"{asks}?to={to}", answers)
        assert back["Location"] == reverse("register:person", args=[person_id])


def test_a_paper_is_opened_under_no_other_agreement(by: platform.Officer, browser: Client) -> None:
    _, kept = signed(by, kind=Kind.SPOT)
    other, _ = signed(by, kind=Kind.SPOT)
    assert browser.get(reverse("contract:paper", args=[other, kept])).status_code == 404


def test_the_copy_of_what_is_nobodys_placement_is_a_document_like_any_other(
    by: platform.Officer, browser: Client
) -> None:
    agreement_id, kept = signed(by)
    found = browser.get(reverse("contract:paper", args=[agreement_id, kept]))
    assert found["Location"] == reverse("platform:document", args=[kept])
    assert platform.documents(seen_by=given.colleague(by, Role.COMMISSIONER)).exists()
