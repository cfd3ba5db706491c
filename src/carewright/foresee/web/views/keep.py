"""Naming a projection, and sharing it with partners."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from carewright.foresee import api as foresee
from carewright.foresee.web.forms import NameForm, ShareForm
from carewright.foresee.web.places import crumbs_to_need
from carewright.foresee.web.views.read import projection_of
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, SharedKind, policy
from carewright.ui.rows import Link


@policy(Act.NAME_PROJECTION)
@require_http_methods(["GET", "HEAD", "POST"])
def name(request: OfficerRequest, projection_id: UUID) -> HttpResponse:
    """Gives a projection a name by which it is found again."""
    found = _own(request, projection_id)
    given = request.POST if request.method == "POST" else None
    form = NameForm(given, initial={"name": found.name})
    if form.is_valid():
        foresee.name_projection(
            projection_id=projection_id, name=form.cleaned_data["name"], by=request.officer,
            at=now(),
        )  # fmt: skip
        messages.success(request, _("Saved. The search finds it by this name."))
        return redirect("foresee:projection", projection_id)
    return _form(request, found, form, _("Name this projection"), _("Save"))


@policy(Act.SHARE_PROJECTION)
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: OfficerRequest, projection_id: UUID) -> HttpResponse:
    """Shows a projection to the members of a partnership, or to nobody else any more."""
    found = _own(request, projection_id)
    joint = platform.partnerships_sharing(SharedKind.PROJECTION, seen_by=request.officer)
    offered = [(str(each), called) for each, called in joint]
    given = request.POST if request.method == "POST" else None
    form = ShareForm(
        given, partnerships=offered, initial={"partnership": str(found.partnership_id or "")}
    )
    if form.is_valid():
        chosen = form.cleaned_data["partnership"]
        foresee.share_projection(
            projection_id=projection_id, partnership_id=UUID(chosen) if chosen else None,
            by=request.officer, at=now(),
        )  # fmt: skip
        said = _("Shared.") if chosen else _("Only your own organisation sees it now.")
        messages.success(request, said)
        return redirect("foresee:projection", projection_id)
    lead = "" if joint else _("No partnership shares projections of need yet. Its terms say so.")
    return _form(request, found, form, _("Share this projection"), _("Save"), lead)


def _own(request: OfficerRequest, projection_id: UUID) -> foresee.ProjectionRow:
    """One's own answered projection; a partner's is not ours to name or share."""
    found = projection_of(request, projection_id)
    if not found.answered or found.organisation_id != request.officer.organisation.id:
        raise Http404
    return found


def _form(
    request: OfficerRequest,
    found: foresee.ProjectionRow,
    form: NameForm | ShareForm,
    title: str,
    button: str,
    lead: str = "",
) -> HttpResponse:
    back = reverse("foresee:projection", args=[found.id])
    page = {
        "title": title,
        "caption": found.called,
        "crumbs": (*crumbs_to_need(), Link(found.reference, back)),
        "form": form,
        "button": button,
        "cancel": back,
        "lead": lead,
    }
    return render(request, "ui/form_page.html", page, status=400 if form.is_bound else 200)
