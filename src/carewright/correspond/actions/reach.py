"""Finds a template, locked, and only within the actor's own organisation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from carewright.correspond import models
from carewright.platform import api as platform
from carewright.platform.api import Blocker


class CannotWrite(platform.Blocked):
    """Something that the rules refuse, with each reason and what would mend it."""


def template_in_reach(
    template_id: UUID, *, by: platform.Officer, act: platform.Act
) -> models.LetterTemplate:
    """The template, locked for this transaction; a stranger's does not exist."""
    platform.require(by, act)
    own = models.LetterTemplate.objects.for_organisation(by.organisation.id)
    found = own.select_for_update(of=("self",)).filter(pk=template_id).first()
    if found is None:
        raise platform.NotYours
    return found


def refuse(says: Sequence[str], *, where: str = "") -> None:
    """Stops an action for the reasons given, if any; `where` is the question that would mend it."""
    if says:
        raise CannotWrite([Blocker(where, each) for each in says])


def record(
    act: str, found: models.LetterTemplate, *, by: platform.Officer, at: datetime,
    reason: str = "", **facts: object,
) -> None:  # fmt: skip
    """Writes an event about the template."""
    platform.audit.record(
        act, "letter_template", found.pk, by=by, at=at, organisation_id=found.organisation_id,
        reason=reason, name=found.name, **facts,
    )  # fmt: skip
