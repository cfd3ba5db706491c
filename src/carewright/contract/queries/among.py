"""Which agreements somebody may see at all."""

from __future__ import annotations

from carewright.contract import models
from carewright.contract.rules.words import ONE_PERSON
from carewright.platform import api as platform
from carewright.platform.api import Act, OrganisationQuerySet

PROTECTED = sorted(kind.value for kind in ONE_PERSON)


def within_reach_of(officer: platform.Officer) -> OrganisationQuerySet[models.Agreement]:
    """The organisation's own; one person's placement only for those who may see people."""
    own = models.Agreement.objects.for_organisation(officer.organisation.id)
    return own if platform.may(officer, Act.SEE_PEOPLE) else own.exclude(kind__in=PROTECTED)
