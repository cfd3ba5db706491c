"""Briefings for teams: the list, one page an agreement, writing it and having read it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.contract import api as contract
from carewright.keep_to import api as keep_to
from carewright.keep_to.web import briefing_presenters as presenters
from carewright.keep_to.web.briefing_forms import BriefingForm
from carewright.keep_to.web.briefing_lists import BRIEFINGS
from carewright.keep_to.web.places import crumbs, places
from carewright.keep_to.web.views.obligations import agreement_of
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.exports import download
from carewright.ui.rows import Link


@policy(Act.READ_BRIEFING)
@require_safe
def briefings(request: OfficerRequest) -> HttpResponseBase:
    """Every briefing that stands, and whether the officer has read it."""
    asked = BRIEFINGS.asked(request.GET)
    found = keep_to.briefings(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Briefings for teams"), "list": asked.page_of(found),
        "places": places("briefings"),
    }  # fmt: skip
    return render(request, "keep_to/briefings.html", page)


@policy(Act.READ_BRIEFING)
@require_safe
def briefing(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """What a team needs to know of one agreement, on one page."""
    agreement = agreement_of(request, agreement_id)
    found = keep_to.briefing(agreement_id, seen_by=request.officer)
    return render(request, "keep_to/briefing.html", _page(request, agreement, found))


@policy(Act.READ_BRIEFING)
@require_safe
def version(request: OfficerRequest, agreement_id: UUID, number: int) -> HttpResponse:
    """An earlier version, as it was read then."""
    agreement = agreement_of(request, agreement_id)
    found = keep_to.briefing(agreement_id, seen_by=request.officer, number=number)
    if found is None:
        raise Http404
    return render(request, "keep_to/briefing.html", _page(request, agreement, found))


@policy(Act.READ_BRIEFING)
@require_POST
def say_read(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """The officer has read the version that was on the page."""
    agreement_of(request, agreement_id)
    typed = request.POST.get("number", "")
    try:
        keep_to.say_read(
            agreement_id=agreement_id, number=int(typed) if typed.isdecimal() else 0,
            by=request.officer, at=now(),
        )  # fmt: skip
    except keep_to.Refused as refused:
        messages.error(request, str(refused))
    except platform.NotYours:
        raise Http404 from None
    else:
        messages.success(request, _("It is on the record that you have read it."))
    return redirect("keep_to:briefing", agreement_id)


@policy(Act.WRITE_BRIEFING)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """Writes the words that only people know; each time is a version of its own."""
    agreement = agreement_of(request, agreement_id)
    stands = keep_to.briefing(agreement_id, seen_by=request.officer)
    form = BriefingForm(
        request.POST if request.method == "POST" else None, first=stands is None,
        teams=platform.teams(seen_by=request.officer), initial=BriefingForm.standing(stands),
    )  # fmt: skip
    if form.is_valid():
        try:
            keep_to.write_briefing(
                agreement_id=agreement_id, **form.answers(), intent=intent_of(request),
                by=request.officer, at=now(),
            )  # fmt: skip
        except keep_to.Refused as refused:
            form.take_reasons(refused.blockers)
        else:
            messages.success(request, _("The briefing stands. Its teams find it in their inbox."))
            return redirect("keep_to:briefing", agreement_id)
    here = reverse("keep_to:briefing", args=[agreement_id])
    page = {
        "title": _("Write the briefing"), "form": form, "button": _("Keep this version"),
        "caption": f"{agreement.reference} {agreement.wording.title}", "cancel": here,
        "crumbs": crumbs(Link(agreement.reference, here)),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


def _page(
    request: OfficerRequest, agreement: contract.Agreement, found: keep_to.Briefing | None
) -> dict[str, Any]:
    by = request.officer
    readers = keep_to.readers(found, seen_by=by, on=localdate()) if found else []
    read = {each.officer_id for each in found.reads} if found else set()
    return {
        "title": agreement.wording.title, "caption": _("Briefing for teams"),
        "crumbs": crumbs(Link(_("Briefings"), reverse("keep_to:briefings"))),
        "crumb_here": agreement.reference, "agreement": agreement, "found": found,
        "facts": presenters.facts_of(agreement),
        "parts": presenters.parts(found) if found else (),
        "changed": presenters.changed_grid(agreement, found) if found else None,
        "readers": presenters.readers_grid(readers) if readers else None,
        "reading": presenters.reading(readers),
        "is_read": by.id in read,
        "is_newest": found is not None and found.number == found.newest,
        "may_write": platform.may(by, Act.WRITE_BRIEFING),
    }  # fmt: skip
