"""Sends a paper on to those who decide, and takes one back."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.decide import api as decide
from carewright.govern import models
from carewright.govern.actions.news import tell_scrutiny
from carewright.govern.actions.partner_news import tell_partners
from carewright.govern.actions.reach import (
    claimed,
    move,
    paper_in_reach,
    record,
    refuse,
    said_by_decide,
    state_of,
)
from carewright.govern.queries.papers import PAPER, paper_row, request_state
from carewright.govern.rules.life_of_a_paper import PaperState
from carewright.govern.rules.papers import blockers_to_send, blockers_to_withdraw
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import in_london

#: Where a paper comes before the committees that decide on it, and nowhere else.
MEETINGS = "/govern/meetings/"
AGAIN = "The paper was changed and is sent again"


@transaction.atomic(durable=True)
def send_for_approval(
    *,
    paper_id: UUID,
    reason: str = "",
    partnership_id: UUID | None = None,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Asks for the approval that the scheme wants; `reason` signs for what is missing.

    With a partnership, its members see what is asked and decide as far as its terms say; the
    paper itself stays its owner's.
    """
    once = claimed(intent, Act.SEND_PAPER, by=by, at=at)
    if once.done:
        return UUID(once.result)
    found = paper_in_reach(paper_id, by=by, act=Act.SEND_PAPER)
    paper = paper_row(found, on=in_london(at).date(), seen_by=by)
    refuse(blockers_to_send(paper.facts(), reason=reason))
    found.without = [each.name for each in paper.missing]
    found.without_reason = reason.strip() if found.without else ""
    with said_by_decide():
        _end_former_request(found, by, at)
        found.request_id = _asked(found, partnership_id, by, at)
    found.state = PaperState.SENT.value
    found.sent_by_id, found.sent_by_name, found.sent_at = by.id, by.name, at
    found.save()
    record(
        Act.SEND_PAPER, found, by=by, at=at, reason=found.without_reason,
        without=found.without, request=str(found.request_id),
    )  # fmt: skip
    tell_scrutiny(found, by=by, at=at)
    tell_partners(found, "Sent for approval", by=by)
    once.keep(found.request_id)
    return found.request_id


@transaction.atomic(durable=True)
def withdraw_paper(
    *,
    paper_id: UUID,
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Takes a paper back before it is decided, and the approval with it."""
    if claimed(intent, Act.SEND_PAPER, by=by, at=at).done:
        return
    found = paper_in_reach(paper_id, by=by, act=Act.SEND_PAPER)
    refuse(blockers_to_withdraw(state_of(found, by), reason=reason))
    move(found, PaperState.WITHDRAWN, by)
    with said_by_decide():
        _end_former_request(found, by, at, reason=reason)
    found.withdrawn_at, found.withdrawn_reason = at, reason.strip()
    found.save()
    record("withdraw_paper", found, by=by, at=at, reason=reason.strip())
    tell_partners(found, "Withdrawn", by=by)


def _asked(
    found: models.Paper, partnership_id: UUID | None, by: platform.Officer, at: datetime
) -> UUID:
    return decide.request_approval(
        subject_kind=PAPER, subject_id=found.pk, title=f"{found.reference} {found.title}",
        link=f"/govern/papers/{found.pk}/", act=decide.DecidedAct(found.act),
        annual_value_pence=found.annual_value_pence or 0, term_months=found.term_months or 0,
        in_framework=bool(found.in_framework), people_affected=found.people_affected,
        partnership_id=partnership_id, author_account_ids=_authors(found, by, at),
        minutes_link=MEETINGS, missing=found.without, missing_why=found.without_reason, by=by,
        at=at,
    )  # fmt: skip


def _authors(found: models.Paper, by: platform.Officer, at: datetime) -> set[UUID]:
    """The accounts of all who began, changed or sent the paper, partners too, by the record."""
    wrote = {Act.SEND_PAPER.value, Act.WRITE_PAPER.value}
    events = platform.events_about(PAPER, found.pk, seen_by=by)
    said = [each for each in events if each.act in wrote and each.by_id != "operator"]
    # Events from before papers were shared name no account; their officers are our own.
    ids = {UUID(each.by_id) for each in said if "account" not in each.facts}
    known = {UUID(str(each.facts["account"])) for each in said if "account" in each.facts}
    accounts = {found.begun_by.account_id, *known}
    for officer_id in ids:
        with suppress(platform.NotFound):  # gone since, so there is no office to decide from
            accounts.add(platform.officer(officer_id, on=in_london(at).date()).account_id)
    return accounts


def _end_former_request(
    found: models.Paper, by: platform.Officer, at: datetime, reason: str = AGAIN
) -> None:
    """A changed paper is another one to decide on, so what was asked before ends."""
    open_still = {decide.RequestState.REQUESTED, decide.RequestState.RETURNED}
    if found.request_id and request_state(found, seen_by=by) in open_still:
        decide.withdraw_request(request_id=found.request_id, reason=reason, by=by, at=at)
