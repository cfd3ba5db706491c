"""All changes over all agreements, and those of one."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from carewright.contract import api as contract
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.exports import download
from carewright.ui.rows import Figure
from carewright.vary import api as vary
from carewright.vary.web import law_presenters, presenters
from carewright.vary.web.lists import CHANGES
from carewright.vary.web.places import crumbs, places


@policy(Act.SEE_AGREEMENTS)
@require_safe
def changes(request: OfficerRequest) -> HttpResponseBase:
    """Every variation, end and exemption: what is to do comes first."""
    asked = CHANGES.asked(request.GET)
    found = vary.changes(seen_by=request.officer, on=localdate())
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Changes of agreements"), "list": asked.page_of(found),
        "places": places("changes"),
    }  # fmt: skip
    return render(request, "vary/changes.html", page)


@policy(Act.SEE_AGREEMENTS)
@require_safe
def agreement(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """What has been and may be changed of one agreement."""
    found = agreement_of(request, agreement_id)
    by, today = request.officer, localdate()
    sums, law = vary.headroom(found, seen_by=by, on=today)
    picture = law_presenters.headroom_picture(sums, law)
    variations = vary.variations_of(agreement_id, seen_by=by)
    page = {
        "title": _("Changes of %s") % found.wording.title, "crumbs": crumbs(),
        "crumb_here": found.reference, "agreement": found,
        "about": presenters.identity_of(found),
        "may_vary": platform.may(by, Act.WRITE_AGREEMENT) and found.state in vary.OPEN_TO_VARY,
        "headroom_says": law_presenters.headroom_says(sums),
        "headroom": Figure.of(picture) if picture else None, "law": law_presenters.law_grid(law),
        "variations": presenters.variations_grid(variations) if variations else None,
        "extensions": presenters.extensions_grid(found) if found.extensions else None,
        "exits": vary.exits_of(agreement_id, seen_by=by, at=now()),
        "exemptions": vary.exemptions_of(agreement_id, seen_by=by, on=today),
    }  # fmt: skip
    return render(request, "vary/agreement.html", page)


def agreement_of(request: OfficerRequest, agreement_id: UUID) -> contract.Agreement:
    """The agreement as of today; a stranger's does not exist."""
    try:
        return contract.agreement(agreement_id, seen_by=request.officer, on=localdate())
    except platform.NotFound:
        raise Http404 from None
