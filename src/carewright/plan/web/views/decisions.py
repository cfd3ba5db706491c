"""The list of sourcing decisions, one of them, and beginning another."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.govern import api as govern
from carewright.plan import api as plan
from carewright.plan.web import presenters
from carewright.plan.web.forms import BeginForm
from carewright.plan.web.lists import DECISIONS
from carewright.plan.web.parts import parts_of, with_versions
from carewright.plan.web.places import crumbs
from carewright.plan.web.steps import cited_id
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, SharedKind, intent_of, policy
from carewright.ui.exports import download
from carewright.ui.formats import in_london
from carewright.ui.forms import given, tried

#: What a page of agreements may hand over of one that ends.
CITED: Final = ("agreement", "title", "reference", "provider")
ACTS: Final[dict[str, tuple[Any, Any]]] = {
    "put_into_force": (plan.put_into_force, lazy("It is in force.")),
    "confirm_aside": (plan.confirm_setting_aside, lazy("It is set aside.")),
}


@policy(Act.SEE_SOURCING)
@require_safe
def decisions(request: OfficerRequest) -> HttpResponseBase:
    """Every decision of the organisation, and those that partners share with it."""
    asked = DECISIONS.asked(request.GET)
    found = plan.sourcing_decisions(seen_by=request.officer, on=localdate())
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Sourcing decisions"), "list": asked.page_of(found),
        "may_write": platform.may(request.officer, Act.WRITE_SOURCING),
    }  # fmt: skip
    return render(request, "plan/decisions.html", page)


@policy(Act.WRITE_SOURCING)
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: OfficerRequest) -> HttpResponse:
    """Begins one with its title and nation; what ends is named next where a page cited it."""
    nation = govern.nation_of(request.officer.organisation.area_code)
    start = {"nation": nation.value if nation else "", "title": request.GET.get("title", "")[:200]}
    form, kept = BeginForm(*given(request), initial=start), []

    def write_down() -> None:
        kept.append(plan.begin_decision(
            title=form.cleaned_data["title"], nation=govern.Nation(form.cleaned_data["nation"]),
            intent=intent_of(request), by=request.officer, at=now(),
        ))  # fmt: skip

    if form.is_valid() and tried(form, write_down):
        return redirect(_next(request, kept[0]))
    page = {
        "title": _("Begin a sourcing decision"), "form": form, "crumbs": crumbs(),
        "cancel": reverse("plan:decisions"), "button": _("Begin"),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


@policy(Act.SEE_SOURCING)
@require_safe
def decision(request: OfficerRequest, decision_id: UUID) -> HttpResponse:
    """One decision: what is still to do while it is written, and the whole paper."""
    found, by = decision_of(request, decision_id), request.officer
    left = plan.what_is_open(decision_id, seen_by=by, on=localdate())
    may_write = platform.may(by, Act.WRITE_SOURCING, found) and found.open_to_change
    versions = presenters.versions(plan.versions_of(found, seen_by=by), found.id)
    page = {
        "title": found.title, "caption": _("Sourcing decision"), "crumbs": crumbs(),
        "crumb_here": found.reference, "found": found,
        "about": presenters.about(found, localdate()),
        "sharing": platform.sharing_of(found, SharedKind.SOURCING, seen_by=by),
        "facts": presenters.key_facts(found), "notes": presenters.notes(found, localdate()),
        "tasks": presenters.tasks(found, left) if may_write else [],
        "missing": left.missing if found.open_to_change else (),
        "parts": with_versions(parts_of(found, left, day_of_duties(found)), versions),
        "offer": presenters.offer(found, by), "approvals": presenters.approvals(found, by),
    }  # fmt: skip
    return render(request, "plan/decision.html", page)


@policy(Act.SEND_SOURCING)
@require_POST
def do(request: OfficerRequest, decision_id: UUID) -> HttpResponse:
    """What one button says, or why not."""
    decision_of(request, decision_id, Act.SEND_SOURCING)
    what = request.POST.get("what", "")
    done: dict[str, Any] = {"by": request.officer, "at": now()}
    try:
        if what == "correct":
            new = plan.correct_decision(decision_id=decision_id, intent=intent_of(request), **done)
            messages.success(request, _("The new version is begun. Until it is approved, the "
                             "earlier one counts."))  # fmt: skip
            return redirect("plan:decision", new)
        if what in ACTS:
            act, said = ACTS[what]
            act(decision_id=decision_id, **done)
            messages.success(request, said)
        else:
            messages.error(request, _("Choose what to do"))
    except plan.CannotDo as refused:
        messages.error(request, str(refused))
    return redirect("plan:decision", decision_id)


def decision_of(
    request: OfficerRequest, decision_id: UUID, act: Act = Act.SEE_SOURCING
) -> plan.Decision:
    """The decision; a stranger's does not exist, nor a partner's that is not shared so far."""
    try:
        found = plan.sourcing_decision(decision_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
    platform.require(request.officer, act, found)
    return found


def day_of_duties(found: plan.Decision) -> Any:
    """The day whose duties count: that of the decision once it was made."""
    return in_london(found.decided_at).date() if found.decided_at else localdate()


def _next(request: OfficerRequest, decision_id: UUID) -> str:
    if cited_id(request.GET) is None:
        return reverse("plan:decision", args=[decision_id])
    handed = {name: request.GET[name][:200] for name in CITED if name in request.GET}
    return f"{reverse('plan:ending', args=[decision_id])}?{urlencode(handed)}"
