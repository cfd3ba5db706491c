"""Confirming what files only let us propose: who runs a service, which providers are one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.register import api as register
from carewright.register.web import decision_presenters as presenters
from carewright.register.web.forms import GroupForm, WhoRunsForm
from carewright.register.web.places import places
from carewright.ui.exports import download
from carewright.ui.forms import given


@policy(Act.CONFIRM_FACTS)
@require_safe
def anywhere(request: OfficerRequest) -> HttpResponse:
    """Leads to the council asked for, else to the officer's own, else to the first there is."""
    councils = dict(register.councils_with_services(seen_by=request.officer))
    wanted = [request.GET.get("council", ""), request.officer.organisation.area_code, *councils]
    for code in wanted:
        if code in councils:
            address = reverse("register:who_runs", args=[code])
            everybody = request.GET.get("for") == "everybody"
            return redirect(f"{address}?for=everybody" if everybody else address)
    page = _page(request, None, "", [])
    page["nothing"] = _("No list of services has been imported yet, so nothing can be proposed.")
    return render(request, "register/who_runs.html", page)


@policy(Act.CONFIRM_FACTS)
@require_http_methods(["GET", "HEAD", "POST"])
def who_runs(request: OfficerRequest, council_code: str) -> HttpResponse:
    """Services of a council that a file lets us propose as publicly run."""
    proposals = _wanted(request, council_code)
    offered = [proposal.service_id for proposal in proposals]
    form = WhoRunsForm(*given(request), offered=offered)
    if form.is_valid() and _confirmed(request, form):
        return redirect(request.get_full_path())
    page = _page(request, form, council_code, proposals)
    return render(request, "register/who_runs.html", page)


@policy(Act.CONFIRM_FACTS)
@require_safe
def groups(request: OfficerRequest) -> HttpResponseBase:
    """Providers proposed as one operator."""
    asked = presenters.GROUPS.asked(request.GET)
    found = register.group_proposals(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Groups of providers"),
        "places": places(request.officer, "groups"),
        "list": asked.page_of(found),
    }
    return render(request, "register/groups.html", page)


@policy(Act.CONFIRM_FACTS)
@require_http_methods(["GET", "HEAD", "POST"])
def group(request: OfficerRequest, group_id: str) -> HttpResponse:
    """One proposed group: its providers, why they are proposed, and the decision."""
    try:
        found = register.group_proposal(group_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
    form = GroupForm(*given(request))
    if form.is_valid():
        register.confirm_group(
            group_id=group_id, group_name=found.group_name,
            is_one=form.cleaned_data["is_one"] == "yes", reason=form.cleaned_data["reason"],
            by=request.officer, at=now(),
        )  # fmt: skip
        words = {"group": found.group_name}
        messages.success(request, _("Your decision on %(group)s is kept.") % words)
        return redirect("register:groups")
    return render(request, "register/group.html", {**presenters.group_page(found), "form": form})


def _wanted(request: OfficerRequest, council_code: str) -> list[register.PublicRunProposal]:
    """The proposals of the council; nurseries and the like only when somebody asks for them."""
    found = register.public_run_proposals(council_code, seen_by=request.officer)
    if request.GET.get("for") == "everybody":
        return found
    return [proposal for proposal in found if proposal.care_group != "children"]


def _confirmed(request: OfficerRequest, form: WhoRunsForm) -> bool:
    """Whether the decision stands; if not, the form says why."""
    answers = form.cleaned_data
    named = answers["public_class"]
    try:
        register.confirm_who_runs(
            service_ids=answers["service"], public_class="" if named == "none" else named,
            reason=answers["reason"], by=request.officer, at=now(),
        )  # fmt: skip
    except register.DecisionRefused as refused:
        form.take_reasons(refused.blockers)
        return False
    how_many = len(answers["service"])
    said = ngettext("Confirmed for %(n)s service.", "Confirmed for %(n)s services.", how_many)
    messages.success(request, said % {"n": how_many})
    return True


def _page(
    request: OfficerRequest,
    form: WhoRunsForm | None,
    council_code: str,
    proposals: list[register.PublicRunProposal],
) -> dict[str, Any]:
    councils = register.councils_with_services(seen_by=request.officer)
    name = dict(councils).get(council_code, "")
    if council_code and not name:
        raise Http404
    chosen = frozenset(request.POST.getlist("service"))
    return {
        "title": _("Who runs services in %(council)s") % {"council": name}
        if name
        else _("Who runs services"),
        "places": places(request.officer, "who_runs_anywhere"),
        "councils": councils,
        "council_code": council_code,
        "everybody": request.GET.get("for") == "everybody",
        "finding": presenters.who_runs_finding(proposals, name),
        "proposals": [
            presenters.proposal_row(each, chosen=each.service_id in chosen) for each in proposals
        ],
        "nothing": _("The files propose none. A service that you know of can be looked up there."),
        "form": form or Form(),
    }
