"""Where the approval of an agreement stands, as its page says it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.contract import api as contract
from carewright.contract.api import AgreementState
from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.rows import Link, Tag

OPEN = (RequestState.REQUESTED, RequestState.RETURNED)


@dataclass(frozen=True, slots=True)
class Approval:
    """The request that was made, if any, and what the officer can do next."""

    words: str
    link: Link | None = None
    tag: Tag | None = None
    may_ask: bool = False
    may_take_over: bool = False
    may_confirm: bool = False  # that it goes back to a draft
    is_asked: bool = False  # it waits for a decision, or was approved: its words are closed


def approval_of(found: contract.Agreement, by: platform.Officer) -> Approval:
    """What has become of the approval."""
    may = platform.may(by, Act.WRITE_AGREEMENT)
    is_draft = found.state is AgreementState.DRAFT
    if found.request_id is None:
        return Approval(_("No approval has been asked for."), may_ask=may and is_draft)
    asked = decide.approval(found.request_id, seen_by=by)
    back = found.reversal
    return Approval(
        words=_said(found),
        link=Link(asked.reference, reverse("decide:request", args=[asked.id])),
        tag=asked.tag,
        may_ask=may and is_draft and asked.state not in (*OPEN, RequestState.APPROVED),
        may_take_over=may and is_draft and asked.state is RequestState.APPROVED,
        is_asked=asked.state in (*OPEN, RequestState.APPROVED),
        may_confirm=may and back is not None and back.asked_by_account != by.account_id,
    )


def _said(found: contract.Agreement) -> str:
    back = found.reversal
    if back is None:
        return ""
    words = {"who": back.asked_by, "why": back.reason}
    return _("%(who)s asks to take it back to a draft: %(why)s") % words
