"""The register of exemptions, and one of them."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.exports import download
from carewright.ui.forms import given, tried
from carewright.ui.rows import Identity
from carewright.vary import api as vary
from carewright.vary.api import ExemptionState
from carewright.vary.web import exemption_presenters, presenters
from carewright.vary.web.exemption_steps import STEPS, exemption_form, words_in
from carewright.vary.web.lists import EXEMPTIONS, tag_of
from carewright.vary.web.places import crumbs, crumbs_to_exemptions, places
from carewright.vary.web.stepping import Act as Doing
from carewright.vary.web.stepping import Where, ask, do_one, done_by, take

DOINGS: Final = {
    "ask": Doing(vary.ask_to_exempt, lazy("The approval has been asked for."), makes=True),
    "take_over": Doing(vary.take_over_exemption, lazy("The exemption is granted.")),
    "report": Doing(vary.report_exemption, lazy("The paper is begun. Fill in the rest of it.")),
}  # fmt: skip
METHODS: Final = ["GET", "HEAD", "POST"]


@policy(Act.SEE_AGREEMENTS)
@require_safe
def exemptions(request: OfficerRequest) -> HttpResponseBase:
    """All of them, lapsed and withdrawn ones among them, to be taken away as a file too."""
    asked = EXEMPTIONS.asked(request.GET)
    found = vary.exemptions(seen_by=request.officer, on=localdate())
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Register of exemptions"), "list": asked.page_of(found),
        "places": places("exemptions"), "crumbs": crumbs(),
        "may_add": platform.may(request.officer, Act.WRITE_AGREEMENT),
    }  # fmt: skip
    return render(request, "vary/exemptions.html", page)


@policy(Act.WRITE_AGREEMENT)
@require_http_methods(METHODS)
def write(request: OfficerRequest) -> HttpResponse:
    """Enters one, for others to decide on."""
    form = exemption_form(request, given(request))
    kept: list[UUID] = []

    def write_down() -> None:
        kept.append(vary.write_exemption(words=words_in(form), **done_by(request, makes=True)))

    if form.is_valid() and tried(form, write_down):
        messages.success(request, _("The draft is kept. Have it approved."))
        return redirect("vary:exemption", kept[0])
    where = Where("", reverse("vary:exemptions"), crumbs_to_exemptions())
    return ask(request, form, _("Ask for an exemption"), _("Keep the draft"), where)


@policy(Act.SEE_AGREEMENTS)
@require_safe
def exemption(request: OfficerRequest, exemption_id: UUID) -> HttpResponse:
    """Its ground, its approval, what relies on it and who was told."""
    found = _found(request, exemption_id)
    by = request.officer
    asked = presenters.asked_of(found.request_id, by)
    state = tag_of(vary.standing_of(found.state, lapsed=found.has_lapsed))
    page = {
        "title": found.title, "caption": _("Exemption from competition"), "found": found,
        "crumbs": crumbs_to_exemptions(), "crumb_here": found.reference,
        "about": Identity(found.reference, (found.regime.label,), state),
        "facts": exemption_presenters.exemption_facts(found), "asked": asked,
        "offered": _offered(found, asked, by),
    }  # fmt: skip
    return render(request, "vary/exemption.html", page)


@policy(Act.WRITE_AGREEMENT)
@require_POST
def do(request: OfficerRequest, exemption_id: UUID) -> HttpResponse:
    """One step of it that takes no answers."""
    _found(request, exemption_id)
    back = reverse("vary:exemption", args=[exemption_id])
    return do_one(request, DOINGS, back, exemption_id=exemption_id)


@policy(Act.WRITE_AGREEMENT)
@require_http_methods(METHODS)
def step(request: OfficerRequest, exemption_id: UUID, exemption_step: str) -> HttpResponse:
    """One step of it that takes answers."""
    found = _found(request, exemption_id)
    back = reverse("vary:exemption", args=[exemption_id])
    where = Where(f"{found.reference} {found.title}", back, crumbs_to_exemptions())
    return take(request, STEPS, exemption_step, found, where)


def _found(request: OfficerRequest, exemption_id: UUID) -> vary.Exemption:
    try:
        return vary.exemption(exemption_id, seen_by=request.officer, on=localdate())
    except platform.NotFound:
        raise Http404 from None


def _offered(
    found: vary.Exemption, asked: presenters.Asked, by: platform.Officer
) -> dict[str, Any]:  # fmt: skip
    if not platform.may(by, Act.WRITE_AGREEMENT):
        return {"buttons": (), "steps": ()}
    draft = found.state is ExemptionState.DRAFT
    by_paper = found.paper_id is not None
    granted = found.state is ExemptionState.GRANTED
    idle = draft and not asked.waits and not asked.is_approved
    buttons = (
        ("ask", idle and not by_paper, _("Ask for approval")),
        ("take_over", draft and (asked.is_approved or by_paper), _("Mark it as granted")),
        ("report", not by_paper and not asked.waits and platform.may(by, Act.WRITE_PAPER),
         _("Make the paper for the committee")),
    )  # fmt: skip
    steps = (
        ("rely", granted and not found.has_lapsed and bool(found.left_pence)),
        ("told", granted), ("withdraw", idle),
    )  # fmt: skip
    return {
        "buttons": tuple((what, text) for what, wanted, text in buttons if wanted),
        "steps": tuple((name, STEPS[name].title) for name, wanted in steps if wanted),
    }
