"""What agreements oblige to: by month, by agreement, and one thing with its history."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from carewright.contract import api as contract
from carewright.keep_to import api as keep_to
from carewright.keep_to.web import drawing, presenters
from carewright.keep_to.web.lists import MINE, SETTLED, TO_DO
from carewright.keep_to.web.places import crumbs, places
from carewright.notify import api as notify
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.exports import download
from carewright.ui.rows import Figure, Link


@policy(Act.SEE_OBLIGATIONS)
@require_safe
def obligations(request: OfficerRequest) -> HttpResponseBase:
    """Everything that is to do under agreements, the soonest first."""
    asked = TO_DO.asked(request.GET)
    found = keep_to.to_do(seen_by=request.officer)
    if asked.values.get("whose") == MINE:
        found = found.filter(owner_id=request.officer.id)
    if asked.download:
        return download(asked, found)
    months = keep_to.months(seen_by=request.officer, at=now())
    page = {
        "title": _("Obligations"), "list": asked.page_of(found), "places": places("obligations"),
        "finding": drawing.finding(months),
        "figure": Figure.of(drawing.months_picture(months, localdate())),
    }  # fmt: skip
    return render(request, "keep_to/obligations.html", page)


@policy(Act.SEE_OBLIGATIONS)
@require_safe
def settled(request: OfficerRequest) -> HttpResponseBase:
    """What was done, is not needed, is no longer asked, or lies before this register."""
    asked = SETTLED.asked(request.GET)
    found = keep_to.settled(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Done and settled obligations"), "list": asked.page_of(found),
        "places": places("settled"),
    }  # fmt: skip
    return render(request, "keep_to/settled.html", page)


@policy(Act.SEE_OBLIGATIONS)
@require_safe
def obligation(request: OfficerRequest, obligation_id: UUID) -> HttpResponse:
    """One thing that is owed: by when, whose it is, why, and everything that happened to it."""
    found = obligation_of(request, obligation_id)
    page = {
        "title": found.words, "caption": _("Obligation"), "found": found,
        "crumbs": crumbs(_timetable_link(found.agreement_id, found.reference)),
        "about": presenters.about(found, now()), "facts": presenters.key_facts(found),
        "steps": presenters.steps(found, request.officer),
        "history": presenters.history_grid(found) if found.history else None,
    }  # fmt: skip
    return render(request, "keep_to/obligation.html", page)


@policy(Act.SEE_OBLIGATIONS)
@require_safe
def timetable(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """Everything that one agreement obliges to."""
    agreement = agreement_of(request, agreement_id)
    found = keep_to.timetable(agreement_id, seen_by=request.officer)
    by = request.officer
    page = {
        "title": agreement.wording.title, "caption": _("What the agreement obliges to"),
        "crumbs": crumbs(), "crumb_here": agreement.reference, "agreement": agreement,
        "about": presenters.agreement_about(agreement), "found": found,
        "may_keep": platform.may(by, Act.KEEP_OBLIGATIONS),
        "may_work_out": platform.may(by, Act.WORK_OUT_OBLIGATIONS),
        "is_funded": agreement.wording.kind in keep_to.FUNDED,
        "may_account": platform.may(by, Act.KEEP_STATEMENTS),
        **presenters.timetable_page(found.obligations, now()),
    }  # fmt: skip
    return render(request, "keep_to/timetable.html", page)


@policy(Act.WORK_OUT_OBLIGATIONS)
@require_POST
def work_out(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """Brings one agreement's timetable up to date now."""
    agreement_of(request, agreement_id)
    worked = keep_to.work_out_one(agreement_id=agreement_id, by=request.officer, at=now())
    changed = worked.new or worked.changed
    messages.success(request, _("Brought up to date.") if changed else _("Nothing has changed."))
    return redirect("keep_to:timetable", agreement_id)


@policy(Act.SEE_OBLIGATIONS)
@require_safe
def calendar_of_agreement(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """What one agreement obliges to, as a file for a calendar program."""
    agreement = agreement_of(request, agreement_id)
    found = keep_to.timetable(agreement_id, seen_by=request.officer)
    return _calendar(found.obligations, agreement.reference)


@policy(Act.SEE_OBLIGATIONS)
@require_safe
def my_calendar(request: OfficerRequest) -> HttpResponse:
    """What is the officer's to do, as far ahead as it is known."""
    return _calendar(keep_to.of_officer(request.officer), _("obligations"))


def agreement_of(request: OfficerRequest, agreement_id: UUID) -> contract.Agreement:
    """The agreement as of today; a stranger's does not exist."""
    try:
        return contract.agreement(agreement_id, seen_by=request.officer, on=localdate())
    except platform.NotFound:
        raise Http404 from None


def obligation_of(request: OfficerRequest, obligation_id: UUID) -> keep_to.Obligation:
    """The obligation; a stranger's does not exist."""
    try:
        return keep_to.obligation(obligation_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _timetable_link(agreement_id: UUID, reference: str) -> Link:
    return Link(reference, reverse("keep_to:timetable", args=[agreement_id]))


def _calendar(found: Any, name: str) -> HttpResponse:
    """The dated ones that are to do; each keeps the identity that subscriptions give it."""
    at = now()
    due = [
        notify.Deadline(
            f"{each.reference}: {each.words}"[:200],
            reverse("keep_to:obligation", args=[each.id]), each.due_at,
        )
        for each in found
        if each.due_at and each.state is keep_to.DutyState.DUE
    ]  # fmt: skip
    published = [notify.Published(each, each.uid, 0, at, cancelled=False) for each in due]
    content = notify.as_calendar(
        published, name=_("Obligations: %s") % name, address=settings.PUBLIC_ADDRESS
    )
    headers = {"Content-Disposition": f'attachment; filename="{name}.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
