"""What is to be put right across all agreements, and the public view of the register."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from carewright.contract import api as contract
from carewright.contract.web.forms import TrackForm
from carewright.contract.web.places import places
from carewright.contract.web.public_presenters import public_page
from carewright.contract.web.purpose import for_a_purpose
from carewright.contract.web.reached import agreement_of
from carewright.contract.web.views.steps import form_page
from carewright.contract.web.work_lists import MINE, PUBLIC, WORK
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.exports import download
from carewright.ui.forms import given, tried


@policy(Act.SEE_AGREEMENTS)
@require_safe
def work(request: OfficerRequest) -> HttpResponseBase:
    """Everything that is not in order, with whose it is; the largest agreements first."""
    asked = WORK.asked(request.GET)
    of = request.officer.id if asked.values.get("whose") == MINE else None
    found = contract.work_list(seen_by=request.officer, on=localdate(), of=of)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("To put right"), "list": asked.page_of(found), "places": places("work"),
        "most": contract.MOST_LOOKED_AT,
    }  # fmt: skip
    return render(request, "contract/work.html", page)


@policy(Act.SEE_AGREEMENTS)
@require_safe
def public(request: OfficerRequest) -> HttpResponseBase:
    """What the public may see, and take away as a file; no person's placement is among it."""
    asked = PUBLIC.asked(request.GET)
    today = localdate()
    found = contract.public_register(seen_by=request.officer, on=today)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Public register of contracts"), "list": asked.page_of(found),
        "places": places("public"), "publisher": contract.publisher(seen_by=request.officer),
        "may_name": platform.may(request.officer, Act.WRITE_AGREEMENT),
        **public_page(request.officer, today),
    }  # fmt: skip
    return render(request, "contract/public.html", page)


@policy(Act.KEEP_ACTIONS)
@require_http_methods(["GET", "HEAD", "POST"])
@for_a_purpose
def track(request: OfficerRequest, agreement_id: UUID, check: str) -> HttpResponse:
    """Makes a tracked action of something that is to be put right."""
    found = agreement_of(request, agreement_id)
    wrong = next((each for each in found.checks if each.code == check), None)
    if wrong is None:
        raise Http404
    colleagues = platform.colleagues(seen_by=request.officer)
    form = TrackForm(*given(request), colleagues=colleagues, initial={"action": wrong.mends})
    if form.is_valid() and tried(form, lambda: _track(request, found, check, form)):
        messages.success(request, _("The action is kept. Its owner has been told."))
        return redirect("contract:agreement", agreement_id)
    return form_page(request, found, form, f"{_('Make it an action')}: {wrong.title}",
                     _("Keep the action"))  # fmt: skip


def _track(request: OfficerRequest, found: contract.Agreement, check: str, form: TrackForm) -> None:
    owner = form.chosen("owner")
    if owner is None:
        raise Http404
    contract.track_finding(
        agreement_id=found.id, code=check, action=form.cleaned_data["action"], owner_id=owner,
        due_on=form.cleaned_data["due_on"], intent=intent_of(request), by=request.officer, at=now(),
    )  # fmt: skip
