"""Whom to ask about what, and who is asked when nobody answers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, OrganisationKind, policy
from carewright.platform.web.who import presenters
from carewright.platform.web.who.forms import ContactForm, PathForm
from carewright.platform.web.who.lists import contacts_listing
from carewright.platform.web.who.places import crumbs, places
from carewright.ui.exports import download
from carewright.ui.forms import given


@policy(Act.SEE_ROUTE_MAP)
@require_safe
def route_map(request: OfficerRequest) -> HttpResponseBase:
    """The people whom every organisation here names, one's own first."""
    found = platform.contacts(seen_by=request.officer)
    names = sorted({each.organisation for each in found})
    asked = contacts_listing(tuple((name, name) for name in names)).asked(request.GET)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Whom to ask"),
        "places": places(request.officer, "route_map"),
        "keeps": platform.may(request.officer, Act.KEEP_ROUTE_MAP),
        "list": asked.page_of(found),
    }
    return render(request, "platform/who/route_map.html", page)


@policy(Act.KEEP_ROUTE_MAP)
@require_http_methods(["GET", "HEAD", "POST"])
def keep_route_map(request: OfficerRequest) -> HttpResponse:
    """Names somebody for an area or a provider; those named already can be taken off."""
    me = request.officer
    form = ContactForm(
        *given(request), colleagues=platform.colleagues(seen_by=me), providers=_providers(),
        teams=platform.teams(seen_by=me),
    )  # fmt: skip
    if form.is_valid() and _named(request, form):
        return redirect("platform:keep_route_map")
    own = [e for e in platform.contacts(seen_by=me) if e.organisation_id == me.organisation.id]
    page = {
        "title": _("Say whom to ask"),
        "crumbs": crumbs(_("Whom to ask"), "route_map"),
        "contacts": own,
        "area": platform.area_label,
        "form": form,
        "button": _("Publish"),
        "cancel": "/who/",
    }
    return render(request, "platform/who/keep_route_map.html", page)


@policy(Act.END_CONTACT)
@require_POST
def end_contact(request: OfficerRequest, contact_id: UUID) -> HttpResponse:
    """Takes somebody off the route map."""
    platform.end_contact(contact_id=contact_id, by=request.officer, at=now())
    messages.success(request, _("The person is no longer shown there."))
    return redirect("platform:keep_route_map")


@policy(Act.SEE_ROUTE_MAP)
@require_safe
def escalation(request: OfficerRequest) -> HttpResponse:
    """The paths of an organisation: one's own, or another that is asked for."""
    every = platform.organisations()
    wanted = next((o for o in every if o.slug == request.GET.get("of")), None)
    shown = wanted or request.officer.organisation
    paths = platform.escalation_paths(organisation_id=shown.id)
    page: dict[str, Any] = {
        "title": _("Who is asked next"),
        "places": places(request.officer, "escalation"),
        "of": shown.slug,
        "organisations": [each for each in every if each.kind is not OrganisationKind.PROVIDER],
        "finding": presenters.paths_finding(paths, shown.name),
        "paths": presenters.path_grids(paths),
        "keeps": platform.may(request.officer, Act.SET_ESCALATION_PATH),
    }
    return render(request, "platform/who/escalation.html", page)


@policy(Act.SET_ESCALATION_PATH)
@require_http_methods(["GET", "HEAD", "POST"])
def set_escalation(request: OfficerRequest) -> HttpResponse:
    """Replaces the path of one service area."""
    form = PathForm(*given(request), colleagues=platform.colleagues(seen_by=request.officer))
    if form.is_valid() and _set(request, form):
        return redirect("platform:escalation")
    page = {
        "title": _("Say who is asked next"),
        "crumbs": crumbs(_("Who is asked next"), "escalation"),
        "form": form,
        "button": _("Publish"),
        "cancel": "/who/escalation/",
    }
    return render(request, "platform/who/set_escalation.html", page)


def _providers() -> list[platform.Organisation]:
    return [o for o in platform.organisations() if o.kind is OrganisationKind.PROVIDER]


def _named(request: OfficerRequest, form: ContactForm) -> bool:
    try:
        platform.name_contact(**form.contact(), by=request.officer, at=now())
    except platform.CannotPublish as refused:
        form.take_reasons(refused.blockers)
        return False
    messages.success(request, _("Published for everybody who works with you."))
    return True


def _set(request: OfficerRequest, form: PathForm) -> bool:
    area = form.cleaned_data["service_area"]
    try:
        platform.set_escalation_path(
            service_area=area, steps=form.steps(), by=request.officer, at=now()
        )
    except platform.CannotPublish as refused:
        form.take_reasons(refused.blockers)
        return False
    messages.success(request, _("The path is published."))
    return True
