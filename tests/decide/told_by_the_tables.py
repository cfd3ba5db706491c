"""What the tables say of a step before and after somebody decides it, without the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from carewright.decide.models import ApprovalRequest, Hold, Step, StepDecision, UrgentUse
from carewright.govern.models import AgendaItem


@dataclass(frozen=True, slots=True)
class Before:
    """How things stood when somebody set about a step."""

    acted_first: frozenset[UUID]  # accounts that acted on the same, which nobody has approved
    held: bool


def before(step_id: UUID) -> Before:
    """What stands against whoever decides the step now."""
    request = Step.objects.get(pk=step_id).request
    held = Hold.objects.filter(request=request, released_at=None).exists()
    return Before(frozenset(_acted_first(request)), held)


def _acted_first(request: ApprovalRequest) -> Iterator[UUID]:
    about = ApprovalRequest.objects.filter(
        subject_kind=request.subject_kind,
        subject_id=request.subject_id,
        organisation=request.organisation_id,
    )
    for use in UrgentUse.objects.filter(request__in=about).select_related("request"):
        since = Q(pk=use.request_id)
        if use.request.state in ("declined", "withdrawn"):
            since |= Q(number__gt=use.request.number)
        if not about.filter(since, state="approved").exists():
            yield from (use.account_id, use.power_account_id)


def minuted_where_it_must_be(said: StepDecision) -> bool:
    """Whether the minute of a paper is that of a meeting with the paper's step on its agenda."""
    if said.request.subject_kind != "paper":
        return said.agenda_item_id is None
    return AgendaItem.objects.filter(
        pk=said.agenda_item_id, step_id=said.step_id, minuted_at=said.decided_at,
        meeting__starts_at__lte=said.decided_at, meeting__body__name__iexact=said.committee,
        paper_id=said.request.subject_id,
    ).exists()  # fmt: skip


def open_among(request_ids: list[UUID]) -> set[UUID]:
    """Those of the requests on which somebody can still say something."""
    among = ApprovalRequest.objects.filter(pk__in=request_ids, ended_at=None)
    return set(among.values_list("pk", flat=True))
