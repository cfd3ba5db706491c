"""Templates, and what was written from them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, Max, OuterRef, Q, Subquery

from carewright.correspond import models, rows
from carewright.correspond.rules.fields import SubjectKind, TemplateKind
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet

SHOWN = 50  # of the letters of a template, the latest first


def templates(*, seen_by: platform.Officer) -> OrganisationQuerySet[models.LetterTemplate]:
    """The organisation's templates for a list: the version in use, and how often it was used."""
    own = models.LetterTemplate.objects.for_organisation(seen_by.organisation.id)
    approved = Q(versions__approved_at__isnull=False)
    written = models.Letter.objects.filter(version__template=OuterRef("pk")).order_by()
    counted = written.values("version__template").annotate(n=Count("pk")).values("n")
    return own.annotate(in_use=Max("versions__number", filter=approved), letters=Subquery(counted))


def template(template_id: UUID, *, seen_by: platform.Officer) -> rows.Template:
    """One template of the organisation; a stranger's does not exist."""
    own = models.LetterTemplate.objects.for_organisation(seen_by.organisation.id)
    found = own.prefetch_related("versions").filter(pk=template_id).first()
    if found is None:
        raise platform.NotFound("There is no such template that you may see")
    return template_row(found)


def letters_of(template_id: UUID, *, seen_by: platform.Officer) -> list[rows.Letter]:
    """What was written from a template, the latest first."""
    own = models.Letter.objects.for_organisation(seen_by.organisation.id)
    found = own.filter(version__template_id=template_id).select_related("version")
    return [_letter(each) for each in found.order_by("-written_at", "subject_name")[:SHOWN]]


def template_row(found: models.LetterTemplate) -> rows.Template:
    """The template as others see it."""
    versions = sorted(found.versions.all(), key=lambda each: -each.number)
    return rows.Template(
        id=found.pk, organisation_id=found.organisation_id, name=found.name,
        kind=TemplateKind(found.kind), subject=SubjectKind(found.subject_kind),
        retention=platform.Retention(found.retention_class),
        versions=tuple(_version(each) for each in versions),
    )  # fmt: skip


def _version(found: models.TemplateVersion) -> rows.Version:
    return rows.Version(
        id=found.pk, number=found.number, title=found.title, body=found.body,
        reason=found.reason, written_by_account=found.written_by_account,
        written_by=found.written_by_name, written_at=found.written_at,
        approved_by=found.approved_by_name, approved_at=found.approved_at,
    )  # fmt: skip


def _letter(found: models.Letter) -> rows.Letter:
    return rows.Letter(
        id=found.pk, version=found.version.number, subject_id=found.subject_id,
        subject_name=found.subject_name, word_id=found.word_id, pdf_id=found.pdf_id,
        written_by=found.written_by_name, written_at=found.written_at,
    )  # fmt: skip
