"""Which obligations somebody may see at all."""

from __future__ import annotations

from carewright.contract import api as contract
from carewright.keep_to import models
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet


def within_reach_of(officer: platform.Officer) -> OrganisationQuerySet[models.Obligation]:
    """Those of the agreements that the officer may see: one person's only where people may be."""
    seen = contract.agreements(seen_by=officer).order_by().values("pk")
    own = models.Obligation.objects.for_organisation(officer.organisation.id)
    return own.filter(agreement__in=seen)
