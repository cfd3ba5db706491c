"""Takes down how the money of an agreement was used in a year, and what came of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from carewright.contract import api as contract
from carewright.keep_to import models
from carewright.keep_to.actions.expect_accounts import duty_of, expect_accounts
from carewright.keep_to.actions.reach import Refused, refuse_if, require_agreement
from carewright.keep_to.actions.settle import kept_document, settle_as_done
from carewright.keep_to.queries.statements import statements_within_reach_of
from carewright.keep_to.rules.statements import Account, accounts_due_on, blockers_to_account
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.ui.formats import in_london

STATEMENT = "statement"


@transaction.atomic(durable=True)
def enter_statement(
    *,
    agreement_id: UUID,
    account: Account,
    accounts_wanted: bool = True,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Takes a statement whose sums are right; its id. `Refused` says where they differ.

    Accounts are due by the dated policy, and from then on stand in the calendar of obligations; a
    small grant's are not wanted.
    """
    today = in_london(at).date()
    found = require_agreement(agreement_id, by=by, act=Act.KEEP_STATEMENTS, on=today)
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if once.done:
        return UUID(once.result)
    if blockers := blockers_to_account(account, today):
        raise Refused(blockers)
    due = accounts_due_on(account.year) if accounts_wanted else None
    made = _made(agreement_id, account, due, by, at)
    models.StatementLine.objects.bulk_create(
        models.StatementLine(
            organisation_id=by.organisation.id, statement=made, place=place, words=each.words,
            pence=each.pence, is_overhead=each.is_overhead,
        )
        for place, each in enumerate(account.lines, 1)
    )  # fmt: skip
    platform.audit.record(
        Act.KEEP_STATEMENTS, STATEMENT, made.pk, by=by, at=at,
        organisation_id=by.organisation.id, reference=found.reference, year=account.year,
        total_pence=account.total_pence, unspent_pence=account.unspent_pence,
    )  # fmt: skip
    if accounts_wanted:
        expect_accounts(agreement_id, account.year, by=by, at=at)
    once.keep(made.pk)
    return made.pk


@transaction.atomic(durable=True)
def receive_accounts(
    *,
    statement_id: UUID,
    received_on: date,
    document: tuple[str, BinaryIO] | None = None,
    by: platform.Officer,
    at: datetime,
) -> None:
    """Audited or examined accounts came on a day, with the file if there is one.

    The duty to read them, which stands in the calendar, is done by it.
    """
    platform.require(by, Act.KEEP_STATEMENTS)
    seen = statements_within_reach_of(by).filter(pk=statement_id).first()
    duty = duty_of(seen) if seen else None
    found = _in_reach(statement_id, by)
    refuse_if(found.accounts_received_on, "They have come already")
    refuse_if(received_on > in_london(at).date(), "They came today or before", "received_on")
    placement_id = contract.placement_of(found.agreement)
    found.accounts_received_on = received_on
    found.accounts_document_id = kept_document(document, placement_id, by, at) if document else None
    found.save(update_fields=["accounts_received_on", "accounts_document_id"])
    if duty:
        evidence = f"Accounts of {found}, entered with the statement"
        document_id = found.accounts_document_id
        settle_as_done(duty, evidence, received_on, document_id, by=by, at=at)
    _record("receive_accounts", found, by=by, at=at, on=received_on.isoformat())


@transaction.atomic(durable=True)
def receive_unspent(
    *, statement_id: UUID, returned_on: date, by: platform.Officer, at: datetime
) -> None:
    """What was not used and was to be returned has come back."""
    found = _in_reach(statement_id, by)
    refuse_if(not found.to_return_pence, "Nothing is to be returned")
    refuse_if(found.returned_on, "It has come back already")
    refuse_if(returned_on > in_london(at).date(), "It came back today or before", "returned_on")
    found.returned_on = returned_on
    found.save(update_fields=["returned_on"])
    _record("receive_unspent", found, by=by, at=at, pence=found.to_return_pence)


def _made(
    agreement_id: UUID, account: Account, due: date | None, by: platform.Officer, at: datetime
) -> models.Statement:
    refusal = Refused([Blocker("year", "There is a statement of this year already")])
    with platform.kept_by("statement_is_one_a_year", refusal):
        return models.Statement.objects.create(
            organisation_id=by.organisation.id, agreement_id=agreement_id, year=account.year,
            received_pence=account.received_pence, total_pence=account.total_pence,
            unspent_pence=account.unspent_pence, to_return_pence=account.to_return_pence,
            accounts_due_on=due, agreed_overhead_percent=account.agreed_overhead_percent,
            entered_by_name=by.name, entered_at=at,
        )  # fmt: skip


def _in_reach(statement_id: UUID, by: platform.Officer) -> models.Statement:
    platform.require(by, Act.KEEP_STATEMENTS)
    among = statements_within_reach_of(by).select_for_update(of=("self",))
    found = among.filter(pk=statement_id).first()
    if found is None:
        raise platform.NotYours
    return found


def _record(
    act: str, found: models.Statement, *, by: platform.Officer, at: datetime, **facts: object
) -> None:
    platform.audit.record(
        act, STATEMENT, found.pk, by=by, at=at, organisation_id=found.organisation_id,
        reason="", year=found.year, agreement=str(found.agreement_id), **facts,
    )  # fmt: skip
