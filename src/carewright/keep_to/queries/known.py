"""What somebody knows of agreements beside their register."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from carewright.keep_to import models
from carewright.keep_to.rules.known import NAMES, Known
from carewright_engine.rules.facts import Route


def known_of(agreement_ids: Collection[UUID] | None, *, organisation_id: UUID) -> dict[UUID, Known]:
    """By agreement; None asks for those of all of them."""
    found = models.KnownFacts.objects.for_organisation(organisation_id)
    if agreement_ids is not None:
        found = found.filter(agreement_id__in=agreement_ids)
    return {each.agreement_id: known_row(each) for each in found}


def known_row(found: models.KnownFacts) -> Known:
    """What is known, as the rules take it."""
    told = {name: getattr(found, name) for name in NAMES}
    route = told.pop("route")
    return Known(route=Route(route) if route else None, **told)
