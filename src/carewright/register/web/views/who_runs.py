"""Confirming what files only let us propose: who runs a service, which providers are one."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from carewright.platform.api import Act, OfficerRequest, policy
from carewright.register import api as register
from carewright.register.web.forms import GroupForm, WhoRunsForm


@policy(Act.CONFIRM_FACTS)
@require_http_methods(["GET", "HEAD", "POST"])
def who_runs(request: OfficerRequest, council_code: str) -> HttpResponse:
    """Services of a council that a file lets us propose as publicly run."""
    days = register.days_with_services(seen_by=request.officer)
    councils = dict(register.councils_with_services(seen_by=request.officer))
    if council_code not in councils or not days:
        raise Http404
    form = WhoRunsForm(request.POST or None)
    chosen = request.POST.getlist("service")
    if request.method == "POST" and form.is_valid():
        named = form.cleaned_data["public_class"]
        try:
            register.confirm_who_runs(
                service_ids=chosen, public_class="" if named == "none" else named,
                reason=form.cleaned_data["reason"], by=request.officer, at=now(),
            )  # fmt: skip
        except register.DecisionRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"Confirmed for {len(chosen)} services.")
            return redirect("register:who_runs", council_code)
    proposals = register.public_run_proposals(
        council_codes=(council_code,), as_at=days[0], seen_by=request.officer
    )
    page = {
        "title": f"Who runs services in {councils[council_code]}",
        "proposals": proposals,
        "form": form,
        "chosen": frozenset(chosen),
        "button": "Confirm",
    }
    return render(request, "register/who_runs.html", page)


@policy(Act.CONFIRM_FACTS)
@require_http_methods(["GET", "HEAD", "POST"])
def groups(request: OfficerRequest) -> HttpResponse:
    """Providers proposed as one operator."""
    form = GroupForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        register.confirm_group(
            group_id=given["group_id"], group_name=given["group_name"],
            is_one=given["is_one"] == "yes", reason=given["reason"], by=request.officer, at=now(),
        )  # fmt: skip
        messages.success(request, f"Kept for {given['group_name']}.")
        return redirect("register:groups")
    page = {
        "title": "Providers that may be one operator",
        "groups": register.group_proposals(seen_by=request.officer),
        "form": form,
    }
    return render(request, "register/groups.html", page)
