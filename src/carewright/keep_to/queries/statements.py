"""How the money of agreements was used: for lists, and one year's account with its lines."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce

from carewright.contract import api as contract
from carewright.keep_to import models
from carewright.keep_to.rows import Statement
from carewright.keep_to.rules.statements import Account, UsedFor, is_above, overhead_share
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet

Found = OrganisationQuerySet[models.Statement]


def statements_within_reach_of(officer: platform.Officer) -> Found:
    """Those of the agreements that the officer may see."""
    seen = contract.agreements(seen_by=officer).order_by().values("pk")
    own = models.Statement.objects.for_organisation(officer.organisation.id)
    return own.filter(agreement__in=seen)


def statements(*, seen_by: platform.Officer) -> Found:
    """Every statement for a list page, with its management overhead in pence."""
    overhead = Coalesce(Sum("lines__pence", filter=Q(lines__is_overhead=True)), 0)
    found = statements_within_reach_of(seen_by).annotate(overhead_pence=overhead)
    return found.select_related("agreement")


def statement(statement_id: UUID, *, seen_by: platform.Officer) -> Statement:
    """One year's account; a stranger's does not exist."""
    among = statements_within_reach_of(seen_by).select_related("agreement")
    found = among.prefetch_related("lines").filter(pk=statement_id).first()
    if found is None:
        raise platform.NotFound("There is no such statement that you may see")
    return statement_row(found)


def statement_row(found: models.Statement) -> Statement:
    """The account as others see it."""
    lines = tuple(
        UsedFor(each.words, each.pence, each.is_overhead)
        for each in sorted(found.lines.all(), key=lambda each: each.place)
    )
    share = overhead_share(lines)
    return Statement(
        id=found.pk, agreement_id=found.agreement_id, reference=str(found.agreement),
        agreement=found.agreement.title, year=str(found),
        account=Account(
            year=found.year, lines=lines, received_pence=found.received_pence,
            total_pence=found.total_pence, unspent_pence=found.unspent_pence,
            to_return_pence=found.to_return_pence,
            agreed_overhead_percent=found.agreed_overhead_percent,
        ),
        overhead=share, above=is_above(share, found.agreed_overhead_percent),
        accounts_due_on=found.accounts_due_on, accounts_received_on=found.accounts_received_on,
        accounts_document_id=found.accounts_document_id, returned_on=found.returned_on,
        entered_by=found.entered_by_name, entered_at=found.entered_at,
    )  # fmt: skip
