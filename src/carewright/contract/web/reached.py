"""The agreement that an address names, as its pages show it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404
from django.utils.timezone import localdate

from carewright.contract import api as contract
from carewright.platform import api as platform
from carewright.platform.api import OfficerRequest


def agreement_of(request: OfficerRequest, agreement_id: UUID) -> contract.Agreement:
    """The agreement as of today; a stranger's does not exist."""
    try:
        return contract.agreement(agreement_id, seen_by=request.officer, on=localdate())
    except platform.NotFound:
        raise Http404 from None
