"""Partnerships: who takes part, what is shared, and who has agreed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, OrganisationKind, policy
from carewright.platform.web.who import presenters
from carewright.platform.web.who.forms import PartnershipForm, ReasonForm, TermsForm
from carewright.platform.web.who.places import crumbs, places
from carewright.ui.forms import given


@policy(Act.SEE_PARTNERSHIP)
@require_safe
def partnerships(request: OfficerRequest) -> HttpResponse:
    """Every partnership in which the organisation is named."""
    me = request.officer
    found = platform.partnerships(seen_by=me)
    page = {
        "title": _("Partnerships"),
        "places": places(me, "partnerships"),
        "partnerships": presenters.partnership_rows(found, me.organisation.id, localdate()),
        "proposes": platform.may(me, Act.PROPOSE_TERMS),
    }
    return render(request, "platform/who/partnerships.html", page)


@policy(Act.PROPOSE_TERMS)
@require_http_methods(["GET", "HEAD", "POST"])
def form_partnership(request: OfficerRequest) -> HttpResponse:
    """Forms a partnership that counts once everybody named has agreed."""
    form = PartnershipForm(*given(request), others=_who_can_take_part())
    if form.is_valid():
        formed = _formed(request, form)
        if formed:
            messages.success(request, _("Proposed. It counts once every member has agreed."))
            return redirect("platform:partnership", formed)
    return render(request, "platform/who/terms.html", _asking(_("Form a partnership"), form))


@policy(Act.SEE_PARTNERSHIP)
@require_safe
def partnership(request: OfficerRequest, partnership_id: UUID) -> HttpResponse:
    """One partnership: its terms, and what the officer may do about them."""
    found = _found(request, partnership_id)
    me, day = request.officer, localdate()
    in_force, waiting = found.in_force(day), presenters.terms_waiting(found, day)
    page: dict[str, Any] = {
        "title": found.name,
        "crumbs": crumbs(_("Partnerships"), "partnerships"),
        "partnership": found,
        "finding": presenters.partnership_finding(found, day),
        "in_force": presenters.terms_row(in_force, found) if in_force else None,
        "waiting": [presenters.terms_row(each, found) for each in waiting],
        "agrees": platform.may(me, Act.AGREE_TERMS),
        "to_agree": presenters.to_agree(waiting, me.organisation.id),
        "leaves": in_force if platform.may(me, Act.LEAVE_PARTNERSHIP) else None,
        "leads": found.lead_id == me.organisation.id,
        "proposes": platform.may(me, Act.PROPOSE_TERMS),
        "form": ReasonForm(),
    }
    return render(request, "platform/who/partnership.html", page)


@policy(Act.PROPOSE_TERMS)
@require_http_methods(["GET", "HEAD", "POST"])
def propose_terms(request: OfficerRequest, partnership_id: UUID) -> HttpResponse:
    """Offers other terms, which the lead alone may."""
    found = _found(request, partnership_id)
    form = TermsForm(*given(request), others=_who_can_take_part())
    if form.is_valid() and _proposed(request, partnership_id, form):
        messages.success(request, _("Proposed. They count once every member has agreed."))
        return redirect("platform:partnership", partnership_id)
    page = _asking(_("Propose other terms for %(name)s") % {"name": found.name}, form)
    return render(request, "platform/who/terms.html", page)


@policy(Act.AGREE_TERMS)
@require_POST
def agree_terms(request: OfficerRequest, terms_id: UUID) -> HttpResponse:
    """Agrees for the officer's organisation."""
    platform.agree_terms(terms_id=terms_id, by=request.officer, at=now())
    messages.success(request, _("Agreed for your organisation."))
    return redirect("platform:partnerships")


@policy(Act.LEAVE_PARTNERSHIP)
@require_POST
def leave_partnership(request: OfficerRequest, terms_id: UUID) -> HttpResponse:
    """Takes the officer's organisation out today."""
    try:
        platform.leave_partnership(
            terms_id=terms_id, leaves_before=localdate(), reason=_why(request),
            by=request.officer, at=now(),
        )  # fmt: skip
        messages.success(request, _("Your organisation has left. Nothing is shared any more."))
    except platform.CannotPartner as refused:
        messages.error(request, str(refused))
    return redirect("platform:partnerships")


@policy(Act.END_PARTNERSHIP)
@require_POST
def end_partnership(request: OfficerRequest, partnership_id: UUID) -> HttpResponse:
    """Ends the partnership for all today, which the lead alone may."""
    _found(request, partnership_id)
    try:
        platform.end_partnership(
            partnership_id=partnership_id, ends_before=localdate(),
            reason=_why(request), by=request.officer, at=now(),
        )  # fmt: skip
        messages.success(request, _("The partnership has ended."))
    except platform.CannotPartner as refused:
        messages.error(request, str(refused))
    return redirect("platform:partnership", partnership_id)


def _why(request: OfficerRequest) -> str:
    """The reason, if it is one that the record can keep; without it the action asks for one."""
    form = ReasonForm(request.POST)
    return str(form.cleaned_data["reason"]) if form.is_valid() else ""


def _found(request: OfficerRequest, partnership_id: UUID) -> platform.Partnership:
    try:
        return platform.partnership(partnership_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _who_can_take_part() -> list[platform.Organisation]:
    """Public and voluntary bodies; a provider is contracted, not a partner in commissioning."""
    return [o for o in platform.organisations() if o.kind is not OrganisationKind.PROVIDER]


def _asking(title: str, form: TermsForm) -> dict[str, Any]:
    return {
        "title": title,
        "crumbs": crumbs(_("Partnerships"), "partnerships"),
        "form": form,
        "button": _("Propose"),
        "cancel": "/who/partnerships/",
    }


def _formed(request: OfficerRequest, form: PartnershipForm) -> UUID | None:
    named = {name: form.cleaned_data[name] for name in ("name", "purpose")}
    try:
        return platform.form_partnership(**named, **form.terms(), by=request.officer, at=now())
    except platform.CannotPartner as refused:
        form.take_reasons(refused.blockers)
        return None


def _proposed(request: OfficerRequest, partnership_id: UUID, form: TermsForm) -> bool:
    try:
        platform.propose_terms(
            partnership_id=partnership_id, **form.terms(), by=request.officer, at=now()
        )
    except platform.CannotPartner as refused:
        form.take_reasons(refused.blockers)
        return False
    return True
