"""Rounds that are being written, by whoever may propose them."""

from __future__ import annotations

from uuid import UUID

from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet
from carewright.uplift import models, rows


def drafts(*, seen_by: platform.Officer) -> list[rows.Draft]:
    """The organisation's, the latest first."""
    return [_row(each) for each in _among(seen_by).order_by("-saved_at", "id")]


def draft(draft_id: UUID, *, seen_by: platform.Officer) -> rows.Draft:
    """One of the organisation's."""
    found = _among(seen_by).filter(pk=draft_id).first()
    if found is None:
        raise platform.NotFound("There is no such draft that you may see")
    return _row(found)


def _among(officer: platform.Officer) -> OrganisationQuerySet[models.RoundDraft]:
    among = models.RoundDraft.objects.for_organisation(officer.organisation.id)
    return among.select_related("round")


def _row(found: models.RoundDraft) -> rows.Draft:
    first = found.answers.get("agreements", {}).get("reason", [""])
    return rows.Draft(
        found.pk, found.round_id, str(found.round) if found.round else "", first[0],
        found.answers, found.by_name, found.begun_at, found.saved_at,
    )  # fmt: skip
