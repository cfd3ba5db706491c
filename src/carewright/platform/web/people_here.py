"""How it stands with the sign-ins of the people who work for the organisation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.platform.web.invitations import send_password_link
from carewright.platform.web.people_forms import WhyForm
from carewright.platform.web.people_lists import STAFF
from carewright.platform.web.people_presenters import staff_page
from carewright.ui.errors import ErrorSummary
from carewright.ui.exports import download


@policy(Act.SEE_OFFICERS)
@never_cache
@require_safe
def staff(request: OfficerRequest) -> HttpResponseBase:
    """Everybody who is or was let in, with the state of their sign-in."""
    asked = STAFF.asked(request.GET)
    found = platform.staff(seen_by=request.officer, at=now())
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Sign-ins"),
        "list": asked.page_of(found),
        "may_groups": platform.may(request.officer, Act.EDIT_GROUPS),
    }
    return render(request, "platform/staff.html", page)


@policy(Act.SEE_OFFICERS)
@never_cache
@require_safe
def staff_member(request: OfficerRequest, officer_id: UUID) -> HttpResponse:
    """One person: the state of the sign-in, and what may be done about it."""
    return _page(request, officer_id)


@policy(Act.UNLOCK_ACCOUNT)
@require_POST
def unlock(request: OfficerRequest, officer_id: UUID) -> HttpResponse:
    """Lets somebody try again at once."""

    def act(reason: str) -> str:
        platform.unlock_account(officer_id=officer_id, reason=reason, by=request.officer, at=now())
        return _("They may try again now.")

    return _with_reason(request, officer_id, "unlock", act)


@policy(Act.ENABLE_ACCOUNT)
@require_POST
def enable(request: OfficerRequest, officer_id: UUID) -> HttpResponse:
    """Enables an account that nobody signed in to for 90 days, and sends a link."""

    def act(reason: str) -> str:
        account = platform.enable_account(
            officer_id=officer_id, reason=reason, by=request.officer, at=now()
        )
        send_password_link(request, account)
        return _("The account is enabled. A link to choose a password is on its way.")

    return _with_reason(request, officer_id, "enable", act)


def _with_reason(
    request: OfficerRequest, officer_id: UUID, which: str, act: Callable[[str], str]
) -> HttpResponse:
    """Does something for which the record asks why, and says what came of it."""
    _found(request, officer_id)
    form = WhyForm(request.POST, prefix=which)
    if not form.is_valid():
        return _page(request, officer_id, **{which: form})
    try:
        messages.success(request, act(form.cleaned_data["reason"]))
    except platform.NotDisabled as refused:
        messages.error(request, str(refused))
    return redirect("platform:staff_member", officer_id)


def _page(request: OfficerRequest, officer_id: UUID, **answered: Any) -> HttpResponse:
    found = _found(request, officer_id)
    page = staff_page(found, by=request.officer, answered=answered)
    if answered:
        page["errors"] = ErrorSummary.of(*answered.values())
    return render(request, "platform/staff_member.html", page)


def _found(request: OfficerRequest, officer_id: UUID) -> platform.StaffMember:
    try:
        return platform.staff_member(officer_id, seen_by=request.officer, at=now())
    except platform.NotFound:
        raise Http404 from None
