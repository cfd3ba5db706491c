"""Files are kept as they came, and given only to those who may have them."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest

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
    answer = make.signed_in(by).get(f"/documents/{kept.id}/")
    assert b"".join(answer.streaming_content) == b"<script>1</script>"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_stranger_asking_for_the_file_gets_not_found(by: platform.Officer) -> None:
    kept = file(by)
    assert make.signed_in(make.commissioner()).get(f"/documents/{kept.id}/").status_code == 404


def test_a_role_that_may_not_read_files_is_refused(by: platform.Officer) -> None:
    kept = file(by, organisation_id=None)
    provider = make.officer(Role.BID_WRITER)
    assert make.signed_in(provider).get(f"/documents/{kept.id}/").status_code == 403
