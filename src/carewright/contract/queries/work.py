"""What is to be put right, agreement by agreement, with whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import F, Q

from carewright.contract import models, rows
from carewright.contract.queries.agreements import WITH
from carewright.contract.queries.among import within_reach_of
from carewright.contract.queries.facts import facts_of
from carewright.contract.rules.life_of_an_agreement import OVER, AgreementState
from carewright.contract.rules.validity import to_put_right, whose
from carewright.platform import api as platform

#: Each is read with all its parts, so no page looks at more.
MOST_LOOKED_AT: Final = 500


def owned_exceptions(*, seen_by: platform.Officer) -> list[rows.OwnedException]:
    """Care that goes on by exceptions which the officer owns, the first to end before others."""
    own = models.CareGoesOn.objects.for_organisation(seen_by.organisation.id)
    standing = own.filter(owner_id=seen_by.id, ended_on=None).select_related("agreement")
    reach = standing.filter(agreement__in=within_reach_of(seen_by))
    return [
        rows.OwnedException(
            each.agreement_id, str(each.agreement), each.agreement.title, each.reason, each.until,
            each.people_affected,
        )
        for each in reach.order_by("until", "id")
    ]  # fmt: skip


def work_list(
    *, seen_by: platform.Officer, on: date, of: UUID | None = None, most: int = MOST_LOOKED_AT
) -> list[rows.ToPutRight]:
    """Everything that is not met on the day in agreements that stand, the largest first.

    `of` keeps to what one officer looks after or answers for. At most 500 agreements are looked at.
    """
    before = [AgreementState.DRAFT.value, *(state.value for state in OVER)]
    standing = within_reach_of(seen_by).exclude(state__in=before)
    if of is not None:
        standing = standing.filter(Q(contact_id=of) | Q(budget_holder_id=of))
    whole = standing.select_related("contact__account", "budget_holder__account")
    ordered = whole.order_by(F("value_pence").desc(nulls_last=True), "number")
    found = ordered.prefetch_related(*WITH)[: min(most, MOST_LOOKED_AT)]
    return [line for each in found for line in _lines(each, on, of)]


def _lines(found: models.Agreement, on: date, of: UUID | None) -> Iterator[rows.ToPutRight]:
    for check in to_put_right(facts_of(found), on=on):
        owner = whose(check.owner, contact=found.contact, budget_holder=found.budget_holder)
        if of is not None and (owner is None or owner.pk != of):
            continue
        yield rows.ToPutRight(
            agreement_id=found.pk, reference=str(found), agreement=found.title, check=check,
            owner_id=owner.pk if owner else None, owner=owner.account.name if owner else "",
            people=found.people_supported,
        )  # fmt: skip
