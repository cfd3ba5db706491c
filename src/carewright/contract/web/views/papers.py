"""Papers of agreements: where each is opened."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from carewright.contract import api as contract
from carewright.contract.web.purpose import ask_why
from carewright.contract.web.reached import agreement_of
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.register import api as register
from carewright.ui.files import given_out


@policy(Act.READ_DOCUMENT)
@never_cache
@require_safe
def paper(request: OfficerRequest, agreement_id: UUID, document_id: UUID) -> HttpResponseBase:
    """A paper of an agreement; that of a person's placement opens for a purpose, on the record."""
    found = agreement_of(request, agreement_id)
    try:
        if platform.document(document_id, seen_by=request.officer).placement_id is None:
            return redirect("platform:document", document_id)
        version, content = contract.read_paper(
            agreement_id=agreement_id, document_id=document_id, by=request.officer, at=now()
        )
    except register.PurposeNeeded:
        return ask_why(request, found)
    except (platform.NotFound, FileNotFoundError):
        raise Http404 from None
    return given_out(content, version.name)
