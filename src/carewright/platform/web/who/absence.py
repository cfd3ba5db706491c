"""Being away: who stands in, and until when."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.platform.web.who import presenters
from carewright.platform.web.who.forms import CoverForm
from carewright.platform.web.who.places import places
from carewright.ui.forms import given


@policy(Act.ARRANGE_COVER)
@require_http_methods(["GET", "HEAD", "POST"])
def absence(request: OfficerRequest) -> HttpResponse:
    """One's own absences, and those in which one stands in for others."""
    me, day = request.officer, localdate()
    form = CoverForm(*given(request), colleagues=platform.colleagues(seen_by=me), own=me.id)
    if form.is_valid() and _arranged(request, form):
        return redirect("platform:absence")
    covers = platform.covers_of(me.id, day=day, seen_by=me)
    own = [each for each in covers if each.absent_id == me.id]
    page = {
        "title": _("Your absence"),
        "places": places(me, "absence"),
        "finding": presenters.absence_finding(covers, officer_id=me.id, day=day),
        "covers": presenters.cover_rows(own, day=day, ends=True),
        "for_others": presenters.cover_rows(
            [each for each in covers if each.deputy_id == me.id], day=day, ends=False
        ),
        "form": form,
        "button": _("Arrange it"),
    }
    return render(request, "platform/who/absence.html", page)


@policy(Act.ARRANGE_COVER_FOR_OTHERS)
@require_http_methods(["GET", "HEAD", "POST"])
def absences(request: OfficerRequest) -> HttpResponse:
    """Who is away in the organisation, arranged for those who cannot do it themselves."""
    me, day = request.officer, localdate()
    form = CoverForm(*given(request), colleagues=platform.colleagues(seen_by=me))
    if form.is_valid() and _arranged(request, form):
        return redirect("platform:absences")
    covers = platform.covers_from(day, seen_by=me)
    page = {
        "title": _("Everybody's absences"),
        "places": places(me, "absences"),
        "finding": presenters.absences_finding(covers, day=day),
        "covers": presenters.cover_rows(covers, day=day, ends=True),
        "form": form,
        "button": _("Arrange it"),
    }
    return render(request, "platform/who/absence.html", page)


@policy(Act.END_COVER)
@require_POST
def end_cover(request: OfficerRequest, cover_id: UUID) -> HttpResponse:
    """Ends cover today: the person is back, or was never away."""
    try:
        platform.end_cover(cover_id=cover_id, ends_before=localdate(), by=request.officer, at=now())
        messages.success(request, _("Nobody stands in any more."))
    except platform.CannotCover as refused:
        messages.error(request, str(refused))
    others = platform.may(request.officer, Act.ARRANGE_COVER_FOR_OTHERS)
    return redirect("platform:absences" if others else "platform:absence")


def _arranged(request: OfficerRequest, form: CoverForm) -> bool:
    """Whether the cover stands; if not, the form says why."""
    try:
        platform.arrange_cover(**form.cover(), by=request.officer, at=now())
    except platform.CannotCover as refused:
        form.take_reasons(refused.blockers)
        return False
    messages.success(
        request,
        _(
            "Cover is arranged, and ends by itself. What you decide by profession, by law or by "
            "election is not lent: another who holds the role decides it."
        ),
    )
    return True
