"""Files are kept as they came, and given only to those who may have them."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Retention, Role
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

BYTES = b"CSNumber,ServiceName\n1,One\n"


def file(by: platform.Actor, **given: object) -> platform.Document:
    wanted = {
        "name": "services.csv",
        "content": BytesIO(BYTES),
        "content_type": "text/csv",
        "retention": Retention.SEVEN_YEARS,
        "organisation_id": by.organisation.id if isinstance(by, platform.Officer) else None,
    }
    return platform.file_document(by=by, at=make.NOW, **{**wanted, **given})


@pytest.fixture
def by() -> platform.Officer:
    return make.commissioner()


def test_a_file_is_known_by_the_digest_of_its_bytes(by: platform.Officer) -> None:
    kept = file(by)
    assert (kept.size, kept.sha256) == (len(BYTES), hashlib.sha256(BYTES).hexdigest())
    with platform.open_document(kept.id, seen_by=by) as content:
        assert content.read() == BYTES
    assert models.AuditEvent.objects.get().facts["sha256"] == kept.sha256


def test_the_name_that_a_person_chose_never_becomes_a_path(by: platform.Officer) -> None:
    kept = file(by, name="../../etc/passwd")
    stored_as = models.Document.objects.get(pk=kept.id).stored_as
    assert stored_as.startswith("documents/2026/06/")
    assert "passwd" not in stored_as


def test_another_organisation_finds_no_such_file(by: platform.Officer) -> None:
    kept = file(by)
    with pytest.raises(platform.NotFound):
        platform.document(kept.id, seen_by=make.commissioner())


def test_a_shared_file_is_everybody_s(by: platform.Officer) -> None:
    kept = file(by, organisation_id=None)
    assert platform.document(kept.id, seen_by=make.commissioner()) == kept


def test_nobody_files_for_another_organisation(by: platform.Officer) -> None:
    with pytest.raises(platform.NotYours):
        file(by, organisation_id=make.organisation().id)


def test_a_file_that_cannot_be_written_down_is_not_left_lying_about(
    by: platform.Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def blocked(*_: object, **__: object) -> None:
        raise RuntimeError("the record is blocked")

    monkeypatch.setattr(platform.audit, "record", blocked)
    with pytest.raises(RuntimeError, match="blocked"):
        file(by)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_file_comes_as_a_download_that_no_browser_shows_in_a_page(by: platform.Officer) -> None:
    kept = file(by, name="tables é.html", content=BytesIO(b"<script>1</script>"))
    answer = make.signed_in(by).get(download(kept))
    assert b"".join(answer.streaming_content) == b"<script>1</script>"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def download(kept: platform.Document, number: int = 1) -> str:
    return f"/documents/{kept.id}/versions/{number}/"


def test_a_stranger_asking_for_the_file_gets_not_found(by: platform.Officer) -> None:
    kept = file(by)
    stranger = make.signed_in(make.commissioner())
    assert stranger.get(download(kept)).status_code == 404
    assert stranger.get(f"/documents/{kept.id}/").status_code == 404
    assert make.signed_in(by).get(download(kept, 2)).status_code == 404


def test_a_role_that_may_not_read_files_is_refused(by: platform.Officer) -> None:
    kept = file(by, organisation_id=None)
    for role in (Role.BID_WRITER, Role.SYSTEM_ADMINISTRATOR):
        assert make.signed_in(make.officer(role)).get(download(kept)).status_code == 403


def test_who_has_read_a_file_stands_in_the_record_and_on_its_page(by: platform.Officer) -> None:
    kept = file(by)
    reader = colleague(by, Role.SOCIAL_WORKER, name="Reading Person")
    assert b"".join(make.signed_in(reader).get(download(kept)).streaming_content) == BYTES
    (read,) = models.AuditEvent.objects.filter(act=platform.audit.READ)
    assert (read.by_name, read.facts["version"]) == ("Reading Person", 1)
    page = make.signed_in(by).get(f"/documents/{kept.id}/").content.decode()
    assert "1 person has read it" in page
    assert "Reading Person" in page


def colleague(by: platform.Officer, *roles: Role, name: str = "Colleague") -> platform.Officer:
    organisation = models.Organisation.objects.get(pk=by.organisation.id)
    return make.officer(*roles, organisation=organisation, account=make.account(name=name))


def given(name: str = "minutes.txt", content: bytes = b"Agreed.") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_document_is_given_and_a_later_version_says_why(by: platform.Officer) -> None:
    browser = make.signed_in(by)
    answers = {"file": given(), "retention": "seven_years"}
    page = browser.post("/documents/give/", answers, follow=True)
    kept = models.Document.objects.get()
    assert page.redirect_chain == [(f"/documents/{kept.id}/", 302)]
    later = {"file": given(content=b"Agreed, with changes."), "reason": "A name was wrong"}
    page = browser.post(f"/documents/{kept.id}/give/", later, follow=True).content.decode()
    assert "There are 2 versions" in page
    assert "A name was wrong" in page
    assert (
        b"".join(browser.get(f"/documents/{kept.id}/versions/1/").streaming_content) == b"Agreed."
    )


def test_a_hostile_file_is_refused_on_the_page_with_its_reason(by: platform.Officer) -> None:
    sheet = given("return.csv", b"name,=cmd|' /C calc'!A0")
    answers = {"file": sheet, "retention": "seven_years"}
    page = make.signed_in(by).post("/documents/give/", answers).content.decode()
    assert "A cell in line 1 begins with = and would be run by a spreadsheet" in page
    assert not models.Document.objects.exists()


def test_the_very_same_file_is_no_new_version(by: platform.Officer, tmp_path: Path) -> None:
    kept = file(by)
    with pytest.raises(platform.CannotKeep, match="the very file that stands as version 1"):
        again(by, kept, BYTES)
    assert len(platform.versions(kept.id, seen_by=by)) == 1
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def again(by: platform.Actor, kept: platform.Document, content: bytes) -> platform.Document:
    return platform.add_version(
        document_id=kept.id,
        name="services.csv",
        content=BytesIO(content),
        reason="Put right",
        content_type="text/csv",
        by=by,
        at=make.NOW,
    )


def test_nobody_adds_a_version_to_what_all_share_but_the_operator(by: platform.Officer) -> None:
    kept = file(make.OPERATOR)
    with pytest.raises(platform.NotYours):
        again(by, kept, b"x")
    assert again(make.OPERATOR, kept, b"x").newest.number == 2


LATER = make.NOW.replace(year=2034)


@pytest.fixture
def director(by: platform.Officer) -> platform.Officer:
    return colleague(by, Role.AUTHORISING_DIRECTOR, name="Director")


def run_out(by: platform.Officer) -> list[object]:
    found = platform.documents_run_out(seen_by=by, on=LATER.date())
    return [each.document_id for each in found]


def test_what_has_run_out_is_proposed_and_nothing_goes_by_itself(
    director: platform.Officer,
) -> None:
    old, young = file(director), file(director)
    models.DocumentVersion.objects.filter(document_id=young.id).update(uploaded_at=LATER)
    for_good = file(director, retention=Retention.PERMANENT)
    assert run_out(director) == [old.id]
    assert platform.finish_disposals(by=make.OPERATOR, at=LATER) == 0
    for each in (young, for_good):
        with pytest.raises(platform.CannotKeep):
            dispose(director, each)


def dispose(by: platform.Officer, kept: platform.Document) -> None:
    platform.dispose_of_document(document_id=kept.id, reason="Seven years", by=by, at=LATER)


def test_a_disposal_is_decided_by_a_person_takes_the_bytes_and_leaves_the_digest(
    director: platform.Officer, tmp_path: Path, django_capture_on_commit_callbacks: object
) -> None:
    kept = file(director)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        dispose(director, kept)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    left = platform.document(kept.id, seen_by=director)
    assert (left.disposed_by, left.sha256) == ("Director", kept.sha256)
    event = models.AuditEvent.objects.get(act="dispose_of_document")
    assert (event.reason, event.facts["sha256"]) == ("Seven years", [kept.sha256])
    with pytest.raises(platform.NotFound):
        platform.open_document(kept.id, seen_by=director)
    assert make.signed_in(director).get(f"/documents/{kept.id}/").status_code == 200


def test_bytes_left_behind_by_a_crash_are_taken_away_by_night(
    director: platform.Officer, tmp_path: Path
) -> None:
    dispose(director, file(director))  # the test's transaction never ends, as after a crash
    assert platform.finish_disposals(by=make.OPERATOR, at=LATER) == 1
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_is_held_is_kept_whatever_its_retention_says(director: platform.Officer) -> None:
    kept = file(director)
    lawyer = colleague(director, Role.LEGAL_ADVISER, name="Lawyer")
    platform.hold_document(document_id=kept.id, reason="A claim", by=lawyer, at=LATER)
    assert run_out(director) == []
    with pytest.raises(platform.CannotKeep, match="It is held"):
        dispose(director, kept)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Document.objects.update(disposed_at=LATER, disposed_by_name="Somebody")
    platform.lift_hold(document_id=kept.id, reason="Settled", by=director, at=LATER)
    assert run_out(director) == [kept.id]


def test_whoever_set_a_hold_does_not_lift_it(by: platform.Officer) -> None:
    both = colleague(by, Role.LEGAL_ADVISER, Role.AUTHORISING_DIRECTOR)
    kept = file(by)
    platform.hold_document(document_id=kept.id, reason="A claim", by=both, at=LATER)
    with pytest.raises(platform.CannotKeep, match="does not lift it"):
        platform.lift_hold(document_id=kept.id, reason="Settled", by=both, at=LATER)


def test_a_document_can_be_kept_longer_until_a_day(director: platform.Officer) -> None:
    kept = file(director)
    wanted = {"document_id": kept.id, "reason": "An inquiry", "by": director, "at": LATER}
    with pytest.raises(platform.CannotKeep, match="still to come"):
        platform.keep_longer(until=LATER.date(), **wanted)
    platform.keep_longer(until=LATER.date().replace(year=2036), **wanted)
    assert run_out(director) == []


def test_a_hold_and_a_disposal_are_set_on_pages(director: platform.Officer) -> None:
    kept = file(director, content=BytesIO(b"old"))
    models.DocumentVersion.objects.update(uploaded_at=make.NOW.replace(year=2010))
    lawyer = make.signed_in(colleague(director, Role.LEGAL_ADVISER))
    page = lawyer.post(f"/documents/{kept.id}/hold/", {"reason": ""})
    assert "<title>Error:" in page.content.decode()
    lawyer.post(f"/documents/{kept.id}/hold/", {"reason": "A claim"})
    browser = make.signed_in(director)
    refused = browser.post(f"/documents/{kept.id}/dispose/", {"reason": "Old"}).content.decode()
    assert "It is held, so it is kept" in refused
    browser.post(f"/documents/{kept.id}/lift/", {"reason": "Settled"})
    assert kept.name in browser.get("/documents/run-out/").content.decode()
    browser.post(f"/documents/{kept.id}/dispose/", {"reason": "Old"})
    assert "Disposed of" in browser.get(f"/documents/{kept.id}/").content.decode()


@pytest.mark.parametrize("how_many", [1, 200])
def test_the_list_asks_few_questions_and_downloads(how_many: int, by: platform.Officer) -> None:
    for _ in range(min(how_many, 3)):
        file(by)
    first = models.DocumentVersion.objects.first()
    assert first is not None
    more = [
        models.Document(
            organisation_id=by.organisation.id, name=f"File {n}", retention_class="one_year"
        )
        for n in range(how_many - 3)
    ]
    models.Document.objects.bulk_create(more)
    models.DocumentVersion.objects.bulk_create(
        models.DocumentVersion(
            document=each,
            organisation_id=by.organisation.id,
            number=1,
            name=each.name,
            size=1,
            sha256=first.sha256,
            uploaded_at=make.NOW,
            uploaded_by_name="Person",
            content_type="x",
        )
        for each in more
    )
    browser = make.signed_in(by)
    browser.get("/documents/")
    with CaptureQueriesContext(connection) as asked:
        assert browser.get("/documents/?q=File&state=kept&sort=-size").status_code == 200
    assert len(asked) <= 12
    listed = b"".join(browser.get("/documents/?download=csv").streaming_content).decode()
    assert len(listed.splitlines()) == 1 + max(how_many, 1)


@pytest.mark.django_db(transaction=True)
def test_two_versions_given_at_once_get_two_numbers(by: platform.Officer) -> None:
    kept = file(by)

    def give(number: int) -> None:
        try:
            with platform.acting_for(by.organisation.id):
                again(by, kept, f"version {number}".encode())
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(give, range(4)))
    assert [each.number for each in platform.versions(kept.id, seen_by=by)] == [5, 4, 3, 2, 1]
