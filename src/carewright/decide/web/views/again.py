"""Saying whether a decision that members sent back stands: by one's role, or as it was minuted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from carewright.decide import api as decide
from carewright.decide.api import Verdict
from carewright.decide.web.forms import AgainForm, MinutedAgainForm
from carewright.decide.web.places import crumbs
from carewright.decide.web.views.requests import found_request
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.forms import given, tried


@policy(Act.DECIDE_REQUEST)
@require_http_methods(["GET", "HEAD", "POST"])
def decide_again(request: OfficerRequest, request_id: UUID) -> HttpResponse:
    """Says by one's role whether it stands."""
    found = found_request(request, request_id)
    return _asked(request, found, AgainForm(*given(request)), decide.decide_again)


@policy(Act.RECORD_MINUTE)
@require_http_methods(["GET", "HEAD", "POST"])
def minute_again(request: OfficerRequest, request_id: UUID) -> HttpResponse:
    """Records what the committee resolved; a partner records nothing of it."""
    found = found_request(request, request_id)
    if found.organisation_id != request.officer.organisation.id:
        raise Http404
    return _asked(request, found, MinutedAgainForm(*given(request)), decide.minute_decided_again)


def _asked(
    request: OfficerRequest, found: decide.Approval, form: AgainForm, act: Callable[..., None]
) -> HttpResponse:
    if form.is_valid() and tried(form, lambda: act(**_said(request, found, form))):
        messages.success(request, _("It is on the record, and whoever asked was told."))
        return redirect("decide:request", found.id)
    back = found.sent_back
    page = {
        "title": _("Does this decision stand?"), "caption": f"{found.reference} {found.title}",
        "crumbs": crumbs(found), "form": form, "button": _("Record it"),
        "lead": _("Members sent it back: “%s”") % back.reasons
        if back else _("Nobody has sent it back."),
        "cancel": reverse("decide:request", args=[found.id]),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


def _said(request: OfficerRequest, found: decide.Approval, form: AgainForm) -> dict[str, Any]:
    answers = {**form.cleaned_data, "verdict": Verdict(form.cleaned_data["verdict"])}
    return {
        **answers, "request_id": found.id, "intent": intent_of(request), "by": request.officer,
        "at": now(),
    }  # fmt: skip
