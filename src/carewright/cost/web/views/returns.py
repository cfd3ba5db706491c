"""Returns of costs: recorded on behalf of who gave them, checked by a second person, and used."""

from __future__ import annotations

import io
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.cost import api as cost
from carewright.cost.web import returns as presenters
from carewright.cost.web.places import crumbs, places, to_returns
from carewright.cost.web.return_forms import CheckForm, ReturnForm
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.register import api as register
from carewright.ui.exports import download
from carewright.ui.forms import given, tried


@policy(Act.SEE_COSTS)
@require_safe
def returns(request: OfficerRequest) -> HttpResponseBase:
    """Every return, with what came of its check."""
    asked = presenters.RETURNS.asked(request.GET)
    found = cost.returns(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Returns of costs"), "crumbs": crumbs(),
        "places": places("returns", request.officer),
        "list": asked.page_of(found),
        "may_record": platform.may(request.officer, Act.RECORD_COSTS),
    }  # fmt: skip
    return render(request, "cost/returns.html", page)


@policy(Act.RECORD_COSTS)
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: OfficerRequest) -> HttpResponse:
    """Records a return on behalf of whoever gave it."""
    form = ReturnForm(*given(request))
    kept: list[UUID] = []
    if form.is_valid() and tried(form, lambda: kept.append(_recorded(request, form))):
        messages.success(request, _("The return is kept. Somebody else checks it."))
        return redirect("cost:return", kept[0])
    page = {
        "title": _("Record a return of costs"), "form": form, "button": _("Keep the return"),
        "crumbs": crumbs(to_returns()), "cancel": to_returns().href,
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


@policy(Act.SEE_COSTS)
@require_safe
def one(request: OfficerRequest, return_id: UUID) -> HttpResponse:
    """One return: its lines, whether they add up, who stands behind it."""
    found = _return_of(request, return_id)
    officer = request.officer
    near = cost.nearness_to(found.recorded_by_account, officer=officer, at=now())
    open_to = found.checked_at is None and near.is_second
    page = {
        **presenters.return_page(found), "crumbs": crumbs(to_returns()),
        "may_check": open_to and platform.may(officer, Act.RECORD_COSTS),
    }  # fmt: skip
    return render(request, "cost/return.html", page)


@policy(Act.RECORD_COSTS)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: OfficerRequest, return_id: UUID) -> HttpResponse:
    """A second person says whether the return may be used."""
    found = _return_of(request, return_id)
    form = CheckForm(*given(request))
    if form.is_valid() and tried(form, lambda: _checked(request, return_id, form)):
        messages.success(request, _("The check is on the record."))
        return redirect("cost:return", return_id)
    page = {
        "title": _("Check a return of costs"), "caption": f"{found.who}, {found.service}",
        "form": form, "button": _("Record the check"), "crumbs": crumbs(to_returns()),
        "cancel": presenters.return_address(return_id),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


@policy(Act.SEE_COSTS)
@require_safe
def care_homes(request: OfficerRequest) -> HttpResponse:
    """What a resident's week costs care homes, line by line, with few held back."""
    found = cost.care_home_costs(seen_by=request.officer)
    page = {
        "title": _("What care homes cost"), "crumbs": crumbs(),
        "places": places("care_homes", request.officer),
        **presenters.homes_page(found),
    }  # fmt: skip
    return render(request, "cost/care_homes.html", page)


@policy(Act.SEE_COSTS)
@require_safe
def own_costs(request: OfficerRequest) -> HttpResponse:
    """Own costs and prices, side by side and as the register will have them."""
    asked: dict[str, Any] = {"seen_by": request.officer, "on": localdate()}
    page = {
        "title": _("Our own costs and prices"), "crumbs": crumbs(),
        "places": places("own_costs", request.officer),
        "may_give": platform.may(request.officer, Act.GIVE_COSTS),
        **presenters.own_costs_page(cost.own_costs(**asked), cost.own_beside_bought(**asked)),
    }  # fmt: skip
    return render(request, "cost/own_costs.html", page)


@policy(Act.GIVE_COSTS)
@require_POST
def give(request: OfficerRequest) -> HttpResponse:
    """Gives own costs to the register as a file, which is read and imported as any other."""
    today = localdate()
    content = cost.costs_file(seen_by=request.officer, on=today)
    dataset_id = register.upload_file(
        name=f"own-costs-{today.isoformat()}.csv", content=io.BytesIO(content), kind="own_costs",
        organisation_id=request.officer.organisation.id, intent=intent_of(request),
        by=request.officer, at=now(),
    )  # fmt: skip
    return redirect("register:file", dataset_id)


def _recorded(request: OfficerRequest, form: ReturnForm) -> UUID:
    return cost.record_return(
        said=form.said(), intent=intent_of(request), by=request.officer, at=now()
    )


def _checked(request: OfficerRequest, return_id: UUID, form: CheckForm) -> None:
    answers = form.cleaned_data
    cost.check_return(
        return_id=return_id, outcome=cost.Outcome(answers["outcome"]), says=answers["says"],
        by=request.officer, at=now(),
    )  # fmt: skip


def _return_of(request: OfficerRequest, return_id: UUID) -> cost.Returned:
    try:
        return cost.cost_return(return_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
