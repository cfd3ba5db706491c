"""Brings an organisation into this installation, at the operator's word."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from carewright.platform import audit, models, policies, queries, rows
from carewright.platform.rules.acts import Act
from carewright.platform.rules.organisations import OrganisationKind
from carewright.platform.scope import acting_for


class CannotOpen(Exception):
    """The organisation cannot be opened here; the text says why."""


@transaction.atomic(durable=True)
def open_organisation(
    *,
    kind: OrganisationKind,
    name: str,
    slug: str,
    area_code: str | None = None,
    practice: bool = False,
    by: rows.Actor,
    at: datetime,
) -> rows.Organisation:
    """Opens an organisation; a practice one never stands for a real body."""
    policies.require(by, Act.OPEN_ORGANISATION)
    _require_free(name, slug)
    _require_apart(practice)
    opened = models.Organisation.objects.create(
        kind=kind.value, name=name, slug=slug, area_code=area_code, practice=practice
    )
    # The first line of the record of an organisation belongs to that organisation.
    with acting_for(opened.id):
        audit.record(
            Act.OPEN_ORGANISATION,
            "organisation",
            opened.id,
            by=by,
            at=at,
            organisation_id=opened.id,
            name=name,
            kind=kind.value,
            practice=practice,
        )
    return queries.organisation_row(opened)


def _require_free(name: str, slug: str) -> None:
    among = models.Organisation.objects.all()
    if among.filter(slug=slug).exists() or among.filter(name=name).exists():
        raise CannotOpen(f"There is an organisation called {name} ({slug}) already")


def _require_apart(practice: bool) -> None:
    """Real and invented organisations never share a database: one is played with, one is not."""
    if not models.Organisation.objects.filter(practice=not practice).exists():
        return
    here, wanted = ("real", "invented") if practice else ("invented", "real")
    raise CannotOpen(
        f"This database holds {here} organisations, so no {wanted} one is opened in it. "
        "Set DATABASE_URL or CAREWRIGHT_HOME to a place of its own."
    )
