"""Finds and locks what an action is about, within the reach of whoever acts."""

from __future__ import annotations

from uuid import UUID

from carewright.decide.models import ApprovalRequest, Step
from carewright.decide.queries.cases import with_who_acted_first
from carewright.platform import api as platform


def request_in_reach(
    request_id: UUID, *, by: platform.Officer, act: platform.Act
) -> ApprovalRequest:
    """The request, locked until the transaction ends, if it is the officer's own to act on.

    Their organisation's own, or a partner's that is shared far enough for the act.
    """
    platform.require(by, act)
    near = ApprovalRequest.objects.within_reach_of(by, platform.SharedKind.APPROVAL)
    judged = with_who_acted_first(near).select_for_update(of=("self",))
    found = judged.filter(pk=request_id).first()
    if found is None:
        raise platform.NotYours
    platform.require(by, act, found)
    return found


def step_in_reach(step_id: UUID, *, by: platform.Officer, act: platform.Act) -> Step:
    """The step with its request, both locked: the request first, as every action has it."""
    platform.require(by, act)
    request_id = Step.objects.filter(pk=step_id).values_list("request_id", flat=True).first()
    if request_id is None:
        raise platform.NotYours
    request = request_in_reach(request_id, by=by, act=act)
    found = Step.objects.select_for_update().get(pk=step_id)
    found.request = request
    return found
