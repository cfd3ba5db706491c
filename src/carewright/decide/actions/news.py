"""Tells people when something of a request wants them, or has happened to it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from carewright.decide.models import ApprovalRequest
from carewright.decide.rules.life_of_a_request import StepState
from carewright.notify import api as notify
from carewright.notify.api import NewsKind
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.ui.formats import in_london

KIND = "approval_request"


def address_of(request_id: UUID) -> str:
    """The page of the request."""
    return f"/decide/requests/{request_id}/"


def tell_deciders(request: ApprovalRequest, *, by: platform.Actor, at: datetime) -> None:
    """Says to those who may take the open steps that the request waits for them."""
    codes = {code for step in request.steps.filter(state=StepState.OPEN) for code in step.roles}
    _tell_holding(codes, request, f"Decide: {request.title}", by=by, at=at)


def tell_last_deciders(request: ApprovalRequest, *, by: platform.Actor, at: datetime) -> None:
    """Says to those who may have taken the last step that members sent the decision back."""
    last = request.steps.order_by("-stage").values_list("stage", flat=True)[:1]
    codes = {code for step in request.steps.filter(stage__in=last) for code in step.roles}
    _tell_holding(codes, request, f"Say whether it stands: {request.title}", by=by, at=at)


def _tell_holding(
    codes: set[str], request: ApprovalRequest, title: str, *, by: platform.Actor, at: datetime
) -> None:
    deciders = platform.officers_holding(
        frozenset(platform.Role(code) for code in codes),
        organisation_id=request.organisation_id,
        on=in_london(at).date(),
    )
    barred = {request.requester_account_id, *request.author_account_ids}
    wanted = [d.id for d in deciders if d.account_id not in barred]
    _tell(request, wanted, NewsKind.DECIDE, title, by=by, at=at)


def tell_requester(
    request: ApprovalRequest, what: str, *, by: platform.Actor, at: datetime
) -> None:
    """Says to whoever asked what has become of it."""
    title = f"{what}: {request.title}"
    _tell(request, [request.requester_id], NewsKind.DECIDED, title, by=by, at=at)


def tell_of_urgent_use(request: ApprovalRequest, *, by: platform.Actor, at: datetime) -> None:
    """Says to directors, and to members for their next meeting, that somebody acted first."""
    told = platform.officers_holding(
        frozenset({Role.AUTHORISING_DIRECTOR, Role.CHIEF_OFFICER, Role.DECIDING_MEMBER}),
        organisation_id=request.organisation_id,
        on=in_london(at).date(),
    )
    wanted = [officer.id for officer in told]
    title = f"Done before approval: {request.title}"
    _tell(request, wanted, NewsKind.ACTED_FIRST, title, by=by, at=at)


def write_down(
    act: str, request: ApprovalRequest, *, by: platform.Officer, at: datetime,
    reason: str, **facts: object,
) -> None:  # fmt: skip
    """Records what somebody did, for whoever asked, and where a partner did it for them too."""
    for organisation_id in {request.organisation_id, by.organisation.id}:
        with platform.acting_for(organisation_id):
            platform.audit.record(
                act, KIND, request.pk, by=by, at=at, organisation_id=organisation_id,
                reason=reason, **facts,
            )  # fmt: skip


def _tell(
    request: ApprovalRequest, officer_ids: list[UUID], kind: NewsKind, title: str, *,
    by: platform.Actor, at: datetime,
) -> None:  # fmt: skip
    notify.tell(
        officer_ids=officer_ids, kind=kind, subject_kind=KIND, subject_id=request.pk,
        title=title[:200], link=address_of(request.pk), organisation_id=request.organisation_id,
        by=by, at=at,
    )  # fmt: skip
