"""The register of agreements, and one agreement."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from carewright.contract import api as contract
from carewright.contract.web import drawing, presenters
from carewright.contract.web.approval import approval_of
from carewright.contract.web.forms import WordsForm
from carewright.contract.web.lists import AGREEMENTS
from carewright.contract.web.obligations import owed_page
from carewright.contract.web.offered import steps_open, titles
from carewright.contract.web.places import crumbs, places
from carewright.contract.web.purpose import for_a_purpose
from carewright.contract.web.reached import agreement_of
from carewright.contract.web.steps import words_form
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.exports import download
from carewright.ui.forms import given, tried
from carewright.ui.rows import Figure


@policy(Act.SEE_AGREEMENTS)
@require_safe
def agreements(request: OfficerRequest) -> HttpResponseBase:
    """The register: every agreement that the officer may see."""
    asked = AGREEMENTS.asked(request.GET)
    found = contract.agreements(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Register of agreements"),
        "list": asked.page_of(found),
        "places": places("agreements"),
        "may_add": platform.may(request.officer, Act.WRITE_AGREEMENT),
    }
    return render(request, "contract/agreements.html", page)


@policy(Act.WRITE_AGREEMENT)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: OfficerRequest) -> HttpResponse:
    """Writes a new agreement down."""
    form = words_form(request, None, given(request))
    kept: list[UUID] = []
    if form.is_valid() and tried(form, lambda: kept.append(_written(request, form))):
        messages.success(request, _("The draft is kept. Add who provides what, and the prices."))
        return redirect("contract:agreement", kept[0])
    page = {
        "title": _("Write an agreement"), "form": form, "button": _("Keep the draft"),
        "crumbs": crumbs(), "cancel": reverse("contract:agreements"),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


@policy(Act.SEE_AGREEMENTS)
@require_safe
@for_a_purpose
def agreement(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """One agreement: what is to be put right, its dates, prices and signatures."""
    found = agreement_of(request, agreement_id)
    return render(request, "contract/agreement.html", _page(request, found))


def _written(request: OfficerRequest, form: Any) -> UUID:
    assert_form: WordsForm = form
    return contract.write_agreement(
        wording=contract.Wording(**assert_form.answers()), intent=intent_of(request),
        by=request.officer, at=now(),
    )  # fmt: skip


def _page(request: OfficerRequest, found: contract.Agreement) -> dict[str, Any]:
    by = request.officer
    today = localdate()
    approval = approval_of(found, by)
    offered = steps_open(found, by, is_asked=approval.is_asked)
    picture = drawing.prices_picture(found, today)
    owed = contract.obligations_of(found, area_code=by.organisation.area_code or "", on=today)
    return {
        "title": found.wording.title,
        "caption": _("Agreement, %s") % found.wording.kind.label.lower(),
        "crumbs": crumbs(),
        "crumb_here": found.reference,
        "agreement": found,
        "about": presenters.about(found),
        "facts": presenters.key_facts(found),
        "finding": presenters.finding(found),
        "wrong": presenters.to_put_right(found, offered),
        "checks": presenters.checks_grid(found),
        "steps": [(presenters.step_address(found, code), title) for code, title in titles(offered)],
        "offered": offered,
        "source_again": presenters.source_again(found, by),
        "approval": approval,
        "calling_off": presenters.calling_off(found, by, today),
        "dates": presenters.dates_grid(found),
        "dates_finding": drawing.dates_finding(found, today),
        "dates_figure": Figure.of(drawing.dates_picture(found, today)),
        "prices_finding": drawing.prices_finding(found, today),
        "prices_figure": Figure.of(picture) if picture else None,
        "small_steps": drawing.small_steps(found) if picture else (),
        "owed": owed_page(owed, today) if owed else None,
        "parties": presenters.parties_grid(found),
        "prices": presenters.prices_grid(found) if found.prices else None,
        "signatures": presenters.signatures_grid(found) if found.signatures else None,
        "may_track": platform.may(by, Act.KEEP_ACTIONS),
        "origin": contract.origin_of(found.id, seen_by=by),
    }
