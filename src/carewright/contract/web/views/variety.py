"""How agreements for like services differ."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from carewright.contract import api as contract
from carewright.contract.web import variety_presenters as presenters
from carewright.contract.web.places import places
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy


@policy(Act.SEE_AGREEMENTS)
@require_safe
def variety(request: OfficerRequest) -> HttpResponse:
    """Which terms differ, who stands apart, and what a standard agreement would say."""
    found = contract.compared(seen_by=request.officer, on=localdate())
    page = {
        "title": _("How agreements for like services differ"),
        "places": places("variety"),
        "lead": presenters.lead(found),
        "groups": presenters.groups_of(found),
        "found": found,
        "may_import": platform.may(request.officer, Act.IMPORT_FACTS),
    }
    return render(request, "contract/variety.html", page)
