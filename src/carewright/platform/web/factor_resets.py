"""Colleagues let somebody set up a second factor anew: one asks, another confirms."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, ResetState, policy
from carewright.platform.web.factor_letters import tell_of_asking, tell_of_confirming
from carewright.platform.web.people_forms import AskResetForm, CheckedForm, WhyForm
from carewright.platform.web.people_lists import FACTOR_RESETS, reset_tag
from carewright.platform.web.who.places import places
from carewright.ui.errors import ErrorSummary
from carewright.ui.exports import download
from carewright.ui.formats import written_datetime
from carewright.ui.forms import given
from carewright.ui.rows import Fact, Link


@policy(Act.SEE_FACTOR_RESETS)
@never_cache
@require_safe
def factor_resets(request: OfficerRequest) -> HttpResponseBase:
    """Every second factor that was lost, and how far its reset has come."""
    asked = FACTOR_RESETS.asked(request.GET)
    found = platform.factor_resets(seen_by=request.officer, at=now())
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Lost second factors"),
        "places": places(request.officer, "factor_resets"),
        "asks": platform.may(request.officer, Act.ASK_FACTOR_RESET),
        "list": asked.page_of(found),
    }
    return render(request, "platform/factor_resets.html", page)


@policy(Act.ASK_FACTOR_RESET)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_reset(request: OfficerRequest) -> HttpResponse:
    """Vouches for a colleague, in words that a second person can check."""
    me = request.officer
    others = [each for each in platform.colleagues(seen_by=me) if each.id != me.id]
    form = AskResetForm(*given(request), colleagues=others)
    if form.is_valid():
        try:
            reset_id = platform.ask_factor_reset(**form.asked(), by=me, at=now())
        except platform.CannotReset as refused:
            for each in refused.blockers:
                form.add_error(None, each)
        else:
            tell_of_asking(platform.factor_reset(reset_id, seen_by=me, at=now()), me)
            messages.success(request, _("Asked for. A second person has to confirm it."))
            return redirect("platform:factor_reset", reset_id)
    page = {
        "title": _("Somebody has lost their second factor"),
        "crumbs": _crumbs(),
        "form": form,
        "button": _("Ask a second person"),
        "cancel": reverse("platform:factor_resets"),
    }
    return render(request, "platform/ask_reset.html", page)


@policy(Act.SEE_FACTOR_RESETS)
@never_cache
@require_safe
def factor_reset(request: OfficerRequest, reset_id: UUID) -> HttpResponse:
    """One reset: who, on what check, and what may be done about it."""
    return _page(request, reset_id)


@policy(Act.CONFIRM_FACTOR_RESET)
@require_POST
def confirm_reset(request: OfficerRequest, reset_id: UUID) -> HttpResponse:
    """Confirms as the second person; the link goes to the person's own address."""
    _found(request, reset_id)
    form = CheckedForm(request.POST, prefix="confirm")
    if form.is_valid():
        try:
            confirmed = platform.confirm_factor_reset(
                reset_id=reset_id, by=request.officer, at=now(), **form.cleaned_data
            )
        except platform.CannotReset as refused:
            for each in refused.blockers:
                form.add_error(None, each)
        else:
            tell_of_confirming(request, confirmed, request.officer)
            messages.success(request, _("Confirmed. A link that works for one hour was sent."))
            return redirect("platform:factor_reset", reset_id)
    return _page(request, reset_id, confirm=form)


@policy(Act.WITHDRAW_FACTOR_RESET)
@require_POST
def withdraw_reset(request: OfficerRequest, reset_id: UUID) -> HttpResponse:
    """Stops it before it is confirmed."""
    _found(request, reset_id)
    form = WhyForm(request.POST, prefix="withdraw")
    if not form.is_valid():
        return _page(request, reset_id, withdraw=form)
    try:
        platform.withdraw_factor_reset(
            reset_id=reset_id, by=request.officer, at=now(), **form.cleaned_data
        )
        messages.success(request, _("Withdrawn. Nothing about the account has changed."))
    except platform.CannotReset as refused:
        messages.error(request, str(refused))
    return redirect("platform:factor_reset", reset_id)


def _page(request: OfficerRequest, reset_id: UUID, **answered: Any) -> HttpResponse:
    found, me = _found(request, reset_id), request.officer
    waits = found.state is ResetState.ASKED
    concerned = me.id in {found.officer_id, found.asked_by_id}
    offered = {
        "confirm": CheckedForm(prefix="confirm")
        if waits and not concerned and platform.may(me, Act.CONFIRM_FACTOR_RESET)
        else None,
        "withdraw": WhyForm(prefix="withdraw")
        if waits and platform.may(me, Act.WITHDRAW_FACTOR_RESET)
        else None,
    }
    page = {
        "title": _("Lost second factor: %(name)s") % {"name": found.name},
        "caption": found.job_title,
        "crumbs": _crumbs(),
        "reset": found,
        "state": reset_tag(found.state),
        "facts": _facts(found),
        "forms": {**offered, **answered},
    }
    if answered:
        page["errors"] = ErrorSummary.of(*answered.values())
    return render(request, "platform/factor_reset.html", page)


def _facts(found: platform.FactorReset) -> list[Fact]:
    asked = Fact(
        _("Asked for by"), found.asked_by,
        beneath=f"{written_datetime(found.asked_at)} · {found.identity_checked}",
    )  # fmt: skip
    if not found.confirmed_at:
        return [asked, Fact(_("Runs out"), written_datetime(found.ends_at))]
    confirmed = Fact(
        _("Confirmed by"), found.confirmed_by,
        beneath=f"{written_datetime(found.confirmed_at)} · {found.confirmer_checked}",
    )  # fmt: skip
    used = written_datetime(found.used_at) if found.used_at else _("Not yet")
    link = Fact(_("Link works until"), written_datetime(found.ends_at))
    return [asked, confirmed, link, Fact(_("Set up anew"), used)]


def _crumbs() -> list[Link]:
    return [Link(_("Lost second factors"), reverse("platform:factor_resets"))]


def _found(request: OfficerRequest, reset_id: UUID) -> platform.FactorReset:
    try:
        return platform.factor_reset(reset_id, seen_by=request.officer, at=now())
    except platform.NotFound:
        raise Http404 from None
