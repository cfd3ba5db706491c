"""What no file said of an agreement's kind is said by a person, of many at once or of one."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from carewright.contract import api as contract
from carewright.contract import models
from carewright.contract.api import CannotDo, Kind
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.platform.models import AuditEvent
from tests.factories import contract as given
from tests.factories import people
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

HOW = "The agreements lie before me"


def unsaid(by: platform.Officer, title: str = "Home care", **words: object) -> UUID:
    """An agreement of whose kind the file said nothing."""
    return given.whole(by, title=title, kind=Kind.BLOCK, not_in_source=("kind", "value"), **words)


def say(by: platform.Officer, *ids: UUID, kind: Kind = Kind.GRANT, how: str = HOW) -> int:
    return contract.say_kinds(agreement_ids=ids, kind=kind, how=how, by=by, at=make.NOW)


def test_the_kind_of_many_is_said_at_once_and_stands_in_the_record_of_each(
    by: platform.Officer,
) -> None:
    ids = [unsaid(by, f"Lunch club {number}") for number in range(3)]
    assert say(by, *ids) == 3
    for each in ids:
        found = given.read(each, by)
        assert (found.wording.kind, found.wording.not_in_source) == (Kind.GRANT, ("value",))
        event = AuditEvent.objects.get(act="say_kind", subject_id=str(each))
        assert (event.reason, event.facts["kind"]) == (HOW, "grant")
    assert not contract.without_a_kind(seen_by=by).exists()


def test_it_is_said_of_all_of_them_or_of_none(by: platform.Officer) -> None:
    stranger = make.officer(Role.CONTRACT_MANAGER)
    first, second = unsaid(by), unsaid(by)
    say(by, second, kind=Kind.BLOCK)
    with pytest.raises(CannotDo, match="said the kind already of C-0002"):
        say(by, first, second)
    for ids in ((first, uuid4()), (first, given.draft(stranger))):
        with pytest.raises(platform.NotYours):
            say(by, *ids)
    with pytest.raises(CannotDo, match="Tick at least one"):
        say(by)
    with pytest.raises(CannotDo, match="Say how you know"):
        say(by, first, how=" ")
    assert contract.without_a_kind(seen_by=by).get().pk == first


def test_an_agreement_said_to_be_a_placement_is_protected_with_its_row_and_its_papers(
    by: platform.Officer,
) -> None:
    commissioner = given.colleague(by, Role.COMMISSIONER)
    agreement_id = unsaid(by)
    row = models.ImportRow.objects.create(
        organisation_id=by.organisation.id, batch=batch(by), source_row=2, reading="kept",
        state="placed", agreement_id=agreement_id,
    )  # fmt: skip
    copy = contract.GivenFile("Copy.txt", BytesIO(b"Signed."))
    given.sign_for_them(agreement_id, by, document=copy)
    kept = given.read(agreement_id, by).signatures[0].document_id
    assert kept
    assert platform.document(kept, seen_by=commissioner)
    with pytest.raises(platform.NotPermitted):
        say(commissioner, agreement_id, kind=Kind.SPOT)
    say(by, agreement_id, kind=Kind.SPOT)
    with pytest.raises(platform.NotFound):
        given.read(agreement_id, commissioner)
    with pytest.raises(platform.NotFound):
        platform.document(kept, seen_by=commissioner)
    row.refresh_from_db()
    assert row.kind == Kind.SPOT.value


def batch(by: platform.Officer) -> models.ImportBatch:
    return models.ImportBatch.objects.create(
        organisation_id=by.organisation.id, dataset_id=uuid4(), sha256="a" * 64,
        file_name="Register.csv", kind="block", regime="pa2023", read_on=make.TODAY, rows_read=1,
        rows_kept=1, rows_doubtful=0, rows_refused=0, begun_by_name="A", begun_at=make.NOW,
    )  # fmt: skip


def test_an_imported_row_is_filled_in_as_one_persons_placement(by: platform.Officer) -> None:
    person_id = people.person(by.organisation.id)
    agreement_id = unsaid(by)
    fill_in(by, agreement_id, kind=Kind.SPOT, person_id=person_id)
    words = given.read(agreement_id, by).wording
    assert (words.kind, words.person_id, words.not_in_source) == (Kind.SPOT, person_id, ("value",))
    with pytest.raises(CannotDo, match="names a person already"):
        fill_in(by, agreement_id, person_id=person_id)
    with pytest.raises(CannotDo, match="Only a placement is for one person"):
        fill_in(by, unsaid(by), person_id=person_id)


def fill_in(by: platform.Officer, agreement_id: UUID, **said: object) -> None:
    filled = contract.FilledIn(**said)  # type: ignore[arg-type]
    contract.fill_in(agreement_id=agreement_id, filled=filled, how=HOW, by=by, at=make.NOW)


def test_a_rule_chooses_a_preview_shows_and_only_then_is_it_said(
    by: platform.Officer, browser: Client
) -> None:
    club, other = unsaid(by, "Lunch club"), unsaid(by, "Home care")
    listed = browser.get(reverse("contract:kinds"), {"q": "lunch"}).content.decode()
    assert "Lunch club" in listed
    assert "Home care" not in listed
    say_at = reverse("contract:say_kinds") + "?q=lunch"
    assert say_at in listed
    asked = browser.get(say_at).content.decode()
    assert str(club) in asked
    assert str(other) not in asked
    answers = {"agreements": [str(club)], "kind": "grant", "how": HOW}
    preview = browser.post(say_at, answers).content.decode()
    assert "1 agreement would get a kind" in preview
    assert given.read(club, by).wording.kind is Kind.BLOCK
    said = browser.post(say_at, {**answers, "seen": "yes"}, follow=True).content.decode()
    assert "The kind of 1 agreement is on the record" in said
    again = browser.post(say_at, {**answers, "seen": "yes"}).content.decode()
    assert "Somebody has said the kind of one of them since" in again
    assert given.read(other, by).wording.not_in_source == ("kind", "value")


def test_whoever_may_not_see_people_is_offered_no_placement(by: platform.Officer) -> None:
    unsaid(by)
    officer = make.signed_in(given.colleague(by, Role.PROCUREMENT_OFFICER))
    page = officer.get(reverse("contract:say_kinds")).content.decode()
    assert 'value="grant"' in page
    assert 'value="spot"' not in page
