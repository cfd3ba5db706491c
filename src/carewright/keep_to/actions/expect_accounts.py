"""Accounts that a statement wants stand in the calendar of obligations, and come once for both."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

from carewright.keep_to import models
from carewright.keep_to.actions.work_out import bring_up_to_date
from carewright.keep_to.rules.life_of_a_duty import OPEN
from carewright.keep_to.rules.statements import year_ends_on
from carewright.platform import api as platform

#: The duty, by the name that the dated policy gives it.
READ_ACCOUNTS: Final = "policy.accounts"


def expect_accounts(agreement_id: UUID, year: int, *, by: platform.Officer, at: datetime) -> None:
    """From now on the accounts of this year and of each later one are in the calendar.

    What somebody has said of the provider's own year of account stays as it was said.
    """
    known, _ = models.KnownFacts.objects.for_organisation(by.organisation.id).get_or_create(
        agreement_id=agreement_id,
        defaults={
            "organisation_id": by.organisation.id, "said_by_name": by.name, "said_at": at
        },
    )  # fmt: skip
    ends = year_ends_on(year)
    said = known.accounts_year_ends_on
    if said is None or _same_day_of_a_later_year(said, ends):
        known.accounts_year_ends_on = ends
        known.said_by_name, known.said_at = by.name, at
        known.save(update_fields=["accounts_year_ends_on", "said_by_name", "said_at"])
    bring_up_to_date(agreement_id, by=by, at=at)


def duty_of(found: models.Statement) -> models.Obligation | None:
    """The duty to read the accounts of the statement's year, locked, while nobody has settled it.

    It is locked before the statement, whichever of the two somebody begins from.
    """
    own = models.Obligation.objects.for_organisation(found.organisation_id)
    among = own.filter(
        agreement_id=found.agreement_id, rule=READ_ACCOUNTS, event_on=year_ends_on(found.year),
        state__in=[each.value for each in OPEN],
    )  # fmt: skip
    return among.select_for_update(of=("self",)).first()


def tell_statement(
    found: models.Obligation, *, came_on: date | None, document_id: UUID | None = None
) -> None:
    """Says in the statement of its year that accounts came, or that they did not after all."""
    if found.rule != READ_ACCOUNTS or found.event_on is None:
        return
    year = found.event_on.year - 1
    own = models.Statement.objects.for_organisation(found.organisation_id)
    among = own.filter(
        agreement_id=found.agreement_id, year=year, accounts_due_on__isnull=False,
        accounts_received_on__isnull=came_on is not None,
    )  # fmt: skip
    if year_ends_on(year) == found.event_on:
        among.update(accounts_received_on=came_on, accounts_document_id=document_id)


def _same_day_of_a_later_year(said: date, ends: date) -> bool:
    return said > ends and (said.month, said.day) == (ends.month, ends.day)
