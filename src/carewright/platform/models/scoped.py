"""Querysets that ask whose rows are wanted before they answer."""

from __future__ import annotations

from typing import Self, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from carewright.platform import rows
from carewright.platform.rules.sharing import Level, SharedKind

Kept = TypeVar("Kept", bound=Model, covariant=True)


class OrganisationQuerySet(QuerySet[Kept]):
    """For tables with an `organisation` that their rows belong to; null means shared by all."""

    def for_organisation(self, organisation_id: UUID) -> Self:
        """Only what the organisation itself owns."""
        return self.filter(organisation_id=organisation_id)

    def visible_to(self, officer: rows.Officer) -> Self:
        """What the officer's organisation owns, and what is shared by all."""
        return self.filter(
            Q(organisation_id=officer.organisation.id) | Q(organisation_id__isnull=True)
        )

    def within_reach_of(
        self, officer: rows.Officer, kind: SharedKind, level: Level = Level.SEE
    ) -> Self:
        """What the organisation owns, and what partners share with it so far, at least."""
        joint = officer.partnerships_sharing(kind, level)
        partners = {member for each in officer.partnerings for member in each.members}
        return self.filter(
            Q(organisation_id=officer.organisation.id)
            | Q(partnership_id__in=joint, organisation_id__in=partners)
        )
