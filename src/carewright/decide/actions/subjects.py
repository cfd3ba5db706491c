"""Finds and locks what an action is about, within the reach of whoever acts."""

from __future__ import annotations

from uuid import UUID

from carewright.decide.models import ApprovalRequest, Step
from carewright.platform import api as platform


def request_in_reach(
    request_id: UUID, *, by: platform.Officer, act: platform.Act
) -> ApprovalRequest:
    """The request, locked until the transaction ends, if of the officer's organisation."""
    platform.require(by, act)
    own = ApprovalRequest.objects.for_organisation(by.organisation.id)
    found = own.select_for_update().filter(pk=request_id).first()
    if found is None:
        raise platform.NotYours
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
