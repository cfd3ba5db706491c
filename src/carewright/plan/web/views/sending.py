"""Asking for approval, taking back, setting aside and sharing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from carewright.plan import api as plan
from carewright.plan.web.forms import AskForm, ReasonForm, ShareForm
from carewright.plan.web.places import crumbs
from carewright.plan.web.views.decisions import decision_of
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, SharedKind, intent_of, policy
from carewright.ui.forms import PlainForm, given, tried

METHODS: Final = ["GET", "HEAD", "POST"]


@policy(Act.SEND_SOURCING)
@require_http_methods(METHODS)
def ask(request: OfficerRequest, decision_id: UUID) -> HttpResponse:
    """Shows what is still to do and what is missing, and asks whoever the scheme names."""
    found = decision_of(request, decision_id, Act.SEND_SOURCING)
    if not found.open_to_change:
        return redirect("plan:decision", decision_id)
    left = plan.what_is_open(decision_id, seen_by=request.officer, on=localdate())
    form = AskForm(given(request)[0], is_missing=bool(left.missing))
    about = {"to_do": [each.says for each in left.unanswered], "missing": left.missing}
    return _asked(
        request, found, form,
        lambda: plan.ask_for_approval(
            decision_id=decision_id, reason=form.cleaned_data.get("reason", ""),
            intent=intent_of(request), by=request.officer, at=now(),
        ),
        title=_("Ask for approval"), done=_("The approval has been asked for."),
        template="plan/ask.html", **about,
    )  # fmt: skip


@policy(Act.SEND_SOURCING)
@require_http_methods(METHODS)
def withdraw(request: OfficerRequest, decision_id: UUID) -> HttpResponse:
    """Takes a draft back."""
    title, done = _("Withdraw the decision"), _("It is withdrawn.")
    return _with_reason(request, decision_id, plan.withdraw_decision, title, done)


@policy(Act.SEND_SOURCING)
@require_http_methods(METHODS)
def set_aside(request: OfficerRequest, decision_id: UUID) -> HttpResponse:
    """Asks a second person to set aside what is in force."""
    title, done = _("Ask to set it aside"), _("A second person has to confirm it now.")
    return _with_reason(request, decision_id, plan.ask_to_set_aside, title, done)


@policy(Act.SEND_SOURCING)
@require_http_methods(METHODS)
def keep(request: OfficerRequest, decision_id: UUID) -> HttpResponse:
    """It stands after all."""
    title, done = _("Let the decision stand"), _("It stands.")
    return _with_reason(request, decision_id, plan.keep_decision, title, done)


@policy(Act.SHARE_SOURCING)
@require_http_methods(METHODS)
def share(request: OfficerRequest, decision_id: UUID) -> HttpResponse:
    """Shows the decision to the members of a partnership, or no longer."""
    found = decision_of(request, decision_id, Act.SHARE_SOURCING)
    joint = platform.partnerships_sharing(SharedKind.SOURCING, seen_by=request.officer)
    start = {"partnership": str(found.partnership_id or "")}
    form = ShareForm(given(request)[0], partnerships=joint, initial=start)
    return _asked(
        request, found, form,
        lambda: plan.share_decision(
            decision_id=decision_id, partnership_id=form.cleaned_data["partnership"],
            by=request.officer, at=now(),
        ),
        title=_("Share it with partners"), done=_("Saved."),
    )  # fmt: skip


def _with_reason(
    request: OfficerRequest, decision_id: UUID, act: Callable[..., None], title: str, done: str
) -> HttpResponse:
    found = decision_of(request, decision_id, Act.SEND_SOURCING)
    form = ReasonForm(given(request)[0])
    return _asked(
        request, found, form,
        lambda: act(
            decision_id=decision_id, reason=form.cleaned_data["reason"], by=request.officer,
            at=now(),
        ),
        title=title, done=done,
    )  # fmt: skip


def _asked(
    request: OfficerRequest, found: plan.Decision, form: PlainForm, act: Callable[[], object], *,
    title: str, done: str, template: str = "ui/form_page.html", **about: Any,
) -> HttpResponse:  # fmt: skip
    if form.is_valid() and tried(form, act):
        messages.success(request, done)
        return redirect("plan:decision", found.id)
    page = {
        "title": title, "caption": f"{found.reference} {found.title}", "form": form,
        "button": title, "crumbs": crumbs(found), **about,
        "cancel": reverse("plan:decision", args=[found.id]),
    }  # fmt: skip
    return render(request, template, page)
