"""One variation: written, tested, approved, signed and applied."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.contract import api as contract
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.forms import given, tried
from carewright.vary import api as vary
from carewright.vary.api import VariationState, What
from carewright.vary.web import exemption_presenters, law_presenters, presenters
from carewright.vary.web.lists import tag_of
from carewright.vary.web.places import crumbs
from carewright.vary.web.stepping import Act as Doing
from carewright.vary.web.stepping import Where, ask, do_one, done_by, take
from carewright.vary.web.variation_steps import STEPS, form_for, words_in
from carewright.vary.web.views.changes import agreement_of

DOINGS: Final = {
    "ask": Doing(vary.ask_to_vary, lazy("The approval has been asked for."), makes=True),
    "take_over": Doing(vary.take_over_variation, lazy("The variation is approved.")),
    "confirm": Doing(vary.confirm_variation_back, lazy("It is taken back.")),
    "apply": Doing(vary.apply_variation, lazy("The agreement says so now.")),
}
METHODS: Final = ["GET", "HEAD", "POST"]


@policy(Act.WRITE_AGREEMENT)
@require_http_methods(METHODS)
def write(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """Begins a variation of the terms."""
    return _written(request, agreement_id, _("Vary the agreement"), ())


@policy(Act.WRITE_AGREEMENT)
@require_http_methods(METHODS)
def assign(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """Begins a variation by which another provider takes over."""
    title = _("Assign it to another provider")
    return _written(request, agreement_id, title, (What.PROVIDER,))


@policy(Act.SEE_AGREEMENTS)
@require_safe
def variation(request: OfficerRequest, variation_id: UUID) -> HttpResponse:
    """What changes, what the law says, and how far it has come."""
    found, agreement = _both(request, variation_id)
    by = request.officer
    asked = presenters.asked_of(found.request_id, by)
    law = vary.law_on(found, seen_by=by, on=localdate())
    page = {
        "title": _("%(number)s of %(title)s") % {
            "number": found.reference, "title": agreement.wording.title
        },
        "caption": found.changes, "crumbs": crumbs(agreement), "crumb_here": found.reference,
        "about": presenters.identity_of(agreement, tag_of(found.state)),
        "found": found, "asked": asked, "way": presenters.way_of(found, asked),
        "words": presenters.words_grid(found), "law": law_presenters.law_grid(law),
        "law_says": law_presenters.finding_of(law), "notice": law.notice.words,
        "is_draft": found.state is VariationState.DRAFT,
        "exempted": _exempted(found, agreement, by),
        "offered": _offered(found, asked, by),
    }  # fmt: skip
    return render(request, "vary/variation.html", page)


def _exempted(
    found: vary.Variation, agreement: contract.Agreement, by: platform.Officer
) -> dict[str, Any] | None:  # fmt: skip
    """What it would take of exemptions, until it is in the agreement or comes to nothing."""
    if found.state not in (VariationState.DRAFT, VariationState.APPROVED, VariationState.SIGNED):
        return None
    beside = vary.against_exemptions(found, agreement, seen_by=by, on=localdate())
    if beside is None:
        return None
    return {"says": exemption_presenters.exempted_says(beside), "blockers": beside.blockers}


@policy(Act.WRITE_AGREEMENT)
@require_http_methods(METHODS)
def step(request: OfficerRequest, variation_id: UUID, variation_step: str) -> HttpResponse:
    """One step of it that takes answers."""
    found, agreement = _both(request, variation_id)
    back = reverse("vary:variation", args=[variation_id])
    about = f"{agreement.reference} {found.reference}"
    return take(request, STEPS, variation_step, (found, agreement),
                Where(about, back, crumbs(agreement)))  # fmt: skip


@policy(Act.WRITE_AGREEMENT)
@require_POST
def do(request: OfficerRequest, variation_id: UUID) -> HttpResponse:
    """One step of it that takes none."""
    _both(request, variation_id)
    back = reverse("vary:variation", args=[variation_id])
    return do_one(request, DOINGS, back, variation_id=variation_id)


def _both(request: OfficerRequest, variation_id: UUID) -> tuple[vary.Variation, contract.Agreement]:
    try:
        found = vary.variation(variation_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
    return found, agreement_of(request, found.agreement_id)


def _written(
    request: OfficerRequest, agreement_id: UUID, title: str, touches: tuple[What, ...]
) -> HttpResponse:
    agreement = agreement_of(request, agreement_id)
    form = form_for(request, agreement, touches, {"starts_on": localdate()}, {}, given(request))
    kept: list[UUID] = []

    def write_down() -> None:
        kept.append(vary.write_variation(
            agreement_id=agreement_id, words=words_in(form), **done_by(request, makes=True)
        ))  # fmt: skip

    if form.is_valid() and tried(form, write_down):
        messages.success(request, _("The draft is kept. See what the law says of it."))
        return redirect("vary:variation", kept[0])
    back = reverse("vary:agreement", args=[agreement_id])
    about = f"{agreement.reference} {agreement.wording.title}"
    return ask(request, form, title, _("Keep the draft"), Where(about, back, crumbs(agreement)))


def _offered(
    found: vary.Variation, asked: presenters.Asked, by: platform.Officer
) -> dict[str, Any]:  # fmt: skip
    """What the officer may do now: buttons, and steps with questions."""
    if not platform.may(by, Act.WRITE_AGREEMENT):
        return {"buttons": (), "steps": ()}
    draft, approved = (found.state is VariationState.DRAFT,
                       found.state is VariationState.APPROVED)  # fmt: skip
    back, signed = found.asked_back, found.state is VariationState.SIGNED
    second = back is not None and back.asked_by_account != by.account_id
    buttons = (
        (
            "ask",
            draft and not asked.waits,
            _("Ask for approval anew") if asked.is_approved else _("Ask for approval"),
        ),
        ("take_over", draft and asked.is_approved, _("Mark it as approved")),
        (
            "confirm",
            second,
            _("Confirm: set it aside") if signed else _("Confirm: back to a draft"),
        ),
        ("apply", signed and back is None, _("Put it into the agreement")),
    )
    steps = (
        ("change", draft and not asked.waits), ("withdraw", draft and not asked.waits),
        ("sign", approved and back is None and platform.may(by, Act.RECORD_SIGNATURE)),
        ("back", (approved or signed) and back is None), ("keep", back is not None),
    )  # fmt: skip
    return {
        "buttons": tuple((what, text) for what, wanted, text in buttons if wanted),
        "steps": tuple((name, STEPS[name].title) for name, wanted in steps if wanted),
    }
