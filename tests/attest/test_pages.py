"""Auditors read the record, take proofs and checkpoints away, and learn whether it is whole."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carewright.attest import api as attest
from carewright.attest import models
from carewright.platform import api as platform
from carewright.platform import models as kept
from carewright.platform.api import Role
from tests.factories import attest as make
from tests.factories import govern as papers
from tests.factories import platform as people

pytestmark = pytest.mark.django_db


@pytest.fixture
def auditor() -> platform.Officer:
    return people.officer(Role.INTERNAL_AUDITOR)


@pytest.fixture
def sits(auditor: platform.Officer) -> Client:
    return people.signed_in(auditor)


def body(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined, no-any-return]


def test_the_list_says_which_events_are_sealed(auditor: platform.Officer, sits: Client) -> None:
    make.events(2, by=auditor)
    make.sealed()
    make.events(1, by=auditor)
    page = body(sits.get("/record/"))
    assert page.count("Sealed</strong>") == 2
    assert page.count("Waits</strong>") == 1


@pytest.mark.parametrize(
    ("asked", "found"),
    [("who=somebody", 0), ("act=looked", 3), ("thing=area+2", 1), ("since=1+1+2027", 0),
     ("until=3+June+2026", 3)],
)  # fmt: skip
def test_the_list_is_narrowed(
    auditor: platform.Officer, sits: Client, asked: str, found: int
) -> None:
    make.events(3, by=auditor)
    assert body(sits.get(f"/record/?{asked}")).count("Waits</strong>") == found


def test_the_list_is_exported_and_that_is_recorded(auditor: platform.Officer, sits: Client) -> None:
    make.events(3, by=auditor)
    answer = sits.get("/record/?act=looked&download=csv")
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert len(lines) == 4
    read = kept.AuditEvent.objects.get(act="read")
    assert (read.subject_kind, read.by_id) == ("record", str(auditor.id))
    assert read.facts == {"asked": "act=looked", "form": "csv"}


@pytest.mark.parametrize("how_many", [1, 1_000])
def test_the_list_asks_the_database_as_little_however_long_it_is(
    auditor: platform.Officer, sits: Client, how_many: int
) -> None:
    make.many_events(how_many, organisation_id=auditor.organisation.id)
    make.sealed()
    sits.get("/record/")
    with CaptureQueriesContext(connection) as asked:
        assert sits.get("/record/").status_code == 200
    assert len(asked) <= 12


def test_an_event_of_another_organisation_does_not_exist(sits: Client) -> None:
    make.events(1, by=people.commissioner())
    make.sealed()
    event_id = make.newest_event().id
    for address in (f"/record/events/{event_id}/", f"/record/events/{event_id}/proof/"):
        assert sits.get(address).status_code == 404
    assert sits.get(f"/record/events/{uuid4()}/").status_code == 404


def test_an_event_s_page_says_that_it_waits_or_where_it_is_sealed(
    auditor: platform.Officer, sits: Client
) -> None:
    make.events(1, by=auditor)
    address = f"/record/events/{make.newest_event().id}/"
    assert "Not sealed yet" in body(sits.get(address))
    assert sits.get(address + "proof/").status_code == 302
    make.sealed()
    assert "sealed under checkpoint 1" in body(sits.get(address))


def test_the_proof_of_an_event_is_checked_without_us(
    auditor: platform.Officer, sits: Client
) -> None:
    make.events(300, by=auditor)
    make.sealed(batch=7)
    event = make.newest_event()
    answer = sits.get(f"/record/events/{event.id}/proof/")
    assert "attachment" in answer["Content-Disposition"]
    head, told = attest.EventProof.read(body(answer)).checked(make.KEY.public)
    assert (head.size, told["reason"], told["id"]) == (300, event.reason, str(event.id))


def test_the_proof_of_an_erased_event_holds_and_shows_no_word(
    auditor: platform.Officer, sits: Client
) -> None:
    make.events(2, by=auditor)
    make.sealed()
    event = make.newest_event()
    platform.erase_words(event_id=event.id, reason="Asked for", by=people.OPERATOR, at=people.NOW)
    answer = sits.get(f"/record/events/{event.id}/proof/")
    _, told = attest.EventProof.read(body(answer)).checked(make.KEY.public)
    assert "by_name" not in told
    assert "Name erased" in body(sits.get("/record/"))
    assert "were erased on" in body(sits.get(f"/record/events/{event.id}/"))


def test_a_proof_that_was_changed_proves_nothing(auditor: platform.Officer) -> None:
    make.events(5, by=auditor)
    make.sealed()
    proof = attest.proof_of(make.newest_event().id, seen_by=auditor)
    for old, new in (("Review 4", "Review 5"), ('"act":"looked"', '"act":"liked"')):
        words, event = proof.words.replace(old, new), proof.event.replace(old, new)
        changed = attest.EventProof(
            event, words, proof.salt, proof.place, proof.path, proof.checkpoint
        )
        with pytest.raises(attest.ProofFails):
            attest.EventProof.read(changed.text()).checked(make.KEY.public)


def test_growth_between_two_checkpoints_is_proved() -> None:
    make.events(600)
    make.sealed(batch=70)
    old, new = attest.checkpoint(3), attest.checkpoint(8)
    path = attest.growth_between(old.size, new.size)
    attest.require_consistency(old.size, old.root, new.size, new.root, path)


def test_a_page_says_whether_the_record_is_whole(auditor: platform.Officer, sits: Client) -> None:
    assert "Nobody has looked over the record yet" in body(sits.get("/record/whole/"))
    make.events(2, by=auditor)
    make.sealed()
    make.verdict()
    assert "The record was whole on 3 June 2026" in body(sits.get("/record/whole/"))


def test_what_is_wrong_is_named_to_its_own_organisation_and_placed_for_others(
    auditor: platform.Officer, sits: Client
) -> None:
    commissioner = people.commissioner()
    make.events(1, by=commissioner)
    make.events(1, by=auditor)
    make.sealed()
    for place in (0, 1):
        make.as_superuser(
            f"UPDATE platform_auditevent SET reason = 'x' WHERE id = '{make.event_at(place)}'"
        )
    make.verdict()
    page = body(sits.get("/record/whole/"))
    assert "The record was not whole" in page
    assert str(make.event_of(auditor)) in page
    assert str(make.event_of(commissioner)) not in page
    assert "An event that is not yours is not what was sealed" in page


def test_an_organisation_becomes_witness_of_a_checkpoint_once(
    auditor: platform.Officer, sits: Client
) -> None:
    make.events(1, by=auditor)
    make.sealed()
    for _ in range(2):
        assert sits.post("/record/countersign/", {"number": "1"}).status_code == 302
    left = models.Deposit.objects.get()
    assert (left.left_with, left.checkpoint_number) == (auditor.organisation.name, 1)
    assert kept.AuditEvent.objects.filter(act="witness_record").count() == 1
    assert "is a witness of checkpoint 1" in body(sits.get("/record/checkpoints/"))
    assert auditor.organisation.name in body(sits.get("/record/whole/"))


def test_a_checkpoint_is_taken_away_as_a_file(sits: Client) -> None:
    make.events(1)
    make.sealed()
    answer = sits.get("/record/checkpoint/?number=1")
    assert make.KEY.public.opens(body(answer)).size == 1
    assert "checkpoint-00000001.txt" in answer["Content-Disposition"]
    for number in ("2", "x", "9" * 30):
        assert sits.get(f"/record/checkpoint/?number={number}").status_code == 404


def test_a_commissioner_sees_neither_record_nor_checkpoints() -> None:
    sits = people.signed_in(people.commissioner())
    for address in ("/record/", "/record/whole/", "/record/checkpoints/"):
        assert sits.get(address).status_code == 403


def test_a_checkpoint_is_left_in_a_folder_and_sent_once(tmp_path: Path) -> None:
    make.events(1)
    make.sealed()
    for _ in range(2):
        file = attest.leave_in_folder(number=1, folder=tmp_path, by=people.OPERATOR, at=people.NOW)
        attest.leave_by_mail(
            number=1, address="audit@elsewhere.example", by=people.OPERATOR, at=people.NOW
        )
    assert make.KEY.public.opens(file.read_text()).size == 1
    assert [message.to for message in mail.outbox] == [["audit@elsewhere.example"]]
    assert mail.outbox[0].attachments[0][0] == "checkpoint-00000001.txt"
    assert models.Deposit.objects.count() == 2


def test_a_folder_that_cannot_be_written_to_is_no_witness(tmp_path: Path) -> None:
    make.events(1)
    make.sealed()
    with pytest.raises(FileNotFoundError):
        attest.leave_in_folder(
            number=1, folder=tmp_path / "none", by=people.OPERATOR, at=people.NOW
        )
    assert not models.Deposit.objects.exists()


def test_the_record_leads_to_what_an_event_is_about_where_its_reader_may_see_that(
    auditor: platform.Officer, sits: Client
) -> None:
    author = papers.colleague(auditor, Role.COMMISSIONER)
    paper_id = papers.draft(author, title="Care at home")
    there = reverse("govern:paper", args=[paper_id])
    page = body(sits.get("/record/"))
    assert f'<a href="{there}">P-0001 Care at home</a>' in page
    event = kept.AuditEvent.objects.filter(subject_id=str(paper_id)).latest("at")
    assert there in body(sits.get(f"/record/events/{event.pk}/"))
    assert attest.named([("paper", str(paper_id))], seen_by=people.commissioner()) == {}
    assert attest.named([("paper", "no id"), ("secret", "1")], seen_by=auditor) == {}
