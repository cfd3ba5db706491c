"""What others may ask about kept files; every answer is a frozen row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.core.files import File
from django.core.files.storage import default_storage
from django.db.models import F, Q
from django.utils.timezone import localdate

from carewright.platform import models, rows
from carewright.platform.likeness import likest
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.queries import NotFound
from carewright.platform.rules.acts import PERMISSIONS, Act
from carewright.platform.rules.declarations import DocumentKind, Retention
from carewright.platform.rules.keeping import YEARS, Kept, newest_before

Versions = OrganisationQuerySet[models.DocumentVersion]


def documents(*, seen_by: rows.Officer) -> Versions:
    """The newest version of every document that the officer may see, for lists."""
    return _within_reach_of(seen_by, _newest())


def found_documents(words: str, *, seen_by: rows.Officer, most: int) -> list[rows.Document]:
    """Letters, reports and given files of such a name; data files are found among the facts."""
    among = documents(seen_by=seen_by).exclude(document__kind=DocumentKind.DATA.value)
    named = likest(among.filter(document__disposed_at=None), words, "document__name", most=most)
    return [document_row(each) for each in named]


def document(document_id: UUID, *, seen_by: rows.Officer) -> rows.Document:
    """A kept file of the officer's organisation, or one that is shared."""
    return document_row(_version(document_id, seen_by=seen_by))


def versions(document_id: UUID, *, seen_by: rows.Officer) -> list[rows.DocumentVersion]:
    """Every version of a document, the newest first."""
    every = _within_reach_of(seen_by, models.DocumentVersion.objects.all())
    found = every.filter(document_id=document_id)
    return [version_row(each) for each in found.order_by("-number")]


def open_document(
    document_id: UUID, *, seen_by: rows.Officer, number: int | None = None
) -> File[bytes]:
    """The bytes of a kept file, from the beginning; of its newest version unless told."""
    found = _version(document_id, seen_by=seen_by, number=number)
    if found.stored_as is None:
        raise NotFound("The document was disposed of")
    return default_storage.open(found.stored_as)


def documents_run_out(*, seen_by: rows.Officer, on: date) -> Versions:
    """Documents whose retention has run out and which nobody holds: proposed for disposal."""
    ended = Q(pk__in=[])
    for retention in YEARS:
        before = newest_before(retention, on)
        ended |= Q(document__retention_class=retention.value, uploaded_at__date__lte=before)
    later = Q(document__kept_until=None) | Q(document__kept_until__lte=on)
    kept = Q(document__held_at=None, document__disposed_at=None)
    own = _newest().for_organisation(seen_by.organisation.id)
    return _within_reach_of(seen_by, own).filter(ended & later & kept)


def kept_files() -> Iterator[tuple[str, str]]:
    """Where each version of each document lies and the digest of its bytes, for backups."""
    found = models.DocumentVersion.objects.filter(stored_as__isnull=False)
    for stored_as, sha256 in found.values_list("stored_as", "sha256").iterator():
        yield stored_as or "", sha256


def kept(found: rows.Document) -> Kept:
    """What the rules of keeping ask about a document."""
    return Kept(
        retention=found.retention,
        newest_on=localdate(found.newest.uploaded_at),
        kept_until=found.kept_until,
        held=found.hold is not None,
        disposed=found.disposed_at is not None,
    )


def sees_people(officer: rows.Officer) -> bool:
    """Whether the officer may know of what shows one person's placement."""
    return bool(PERMISSIONS[Act.SEE_PEOPLE].roles & officer.roles)


def _within_reach_of(officer: rows.Officer, found: Versions) -> Versions:
    """What the organisation keeps or all share; one person's only where people may be seen."""
    seen = found.visible_to(officer)
    return seen if sees_people(officer) else seen.filter(document__placement_id=None)


def _newest() -> Versions:
    found = models.DocumentVersion.objects.filter(number=F("document__newest"))
    return found.select_related("document")


def _version(
    document_id: UUID, *, seen_by: rows.Officer, number: int | None = None
) -> models.DocumentVersion:
    among = _newest() if number is None else models.DocumentVersion.objects.filter(number=number)
    found = _within_reach_of(seen_by, among).filter(document_id=document_id).first()
    if found is None:
        raise NotFound("There is no such document that you may see")
    return found


def document_row(newest: models.DocumentVersion) -> rows.Document:
    """The kept file as others see it."""
    found = newest.document
    return rows.Document(
        id=found.id,
        organisation_id=found.organisation_id,
        name=found.name,
        kind=DocumentKind(found.kind),
        newest=version_row(newest),
        retention=Retention(found.retention_class),
        kept_until=found.kept_until,
        hold=_hold(found),
        disposed_at=found.disposed_at,
        disposed_by=found.disposed_by_name,
        placement_id=found.placement_id,
    )


def row_of(found: models.Document) -> rows.Document:
    """The kept file as others see it, asked for its newest version."""
    return document_row(found.versions.select_related("document").get(number=found.newest))


def _hold(found: models.Document) -> rows.Hold | None:
    if found.held_at is None:
        return None
    return rows.Hold(found.held_by_name, found.held_by_id, found.held_at, found.hold_reason)


def version_row(found: models.DocumentVersion) -> rows.DocumentVersion:
    """One version as others see it."""
    return rows.DocumentVersion(
        number=found.number,
        name=found.name,
        content_type=found.content_type,
        size=found.size,
        sha256=found.sha256,
        reason=found.reason,
        uploaded_by=found.uploaded_by_name,
        uploaded_at=found.uploaded_at,
    )
