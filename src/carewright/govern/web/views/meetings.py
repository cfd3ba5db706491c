"""Meetings of bodies: agendas before, minutes after."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.decide import api as decide
from carewright.govern import api as govern
from carewright.govern.api import BodyKind
from carewright.govern.web import member_presenters as members_see
from carewright.govern.web.forms_of_members import BodyForm, MeetingForm, MinuteForm
from carewright.govern.web.lists import MEETINGS
from carewright.govern.web.places import crumbs_to_meetings, places
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.exports import download
from carewright.ui.forms import given, tried


@policy(Act.SEE_PAPERS)
@require_safe
def meetings(request: OfficerRequest) -> HttpResponseBase:
    """Every meeting, past and to come."""
    asked = MEETINGS.asked(request.GET)
    found = govern.meetings(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Meetings"),
        "places": places(request.officer, "meetings"),
        "list": asked.page_of(found),
        "may_keep": platform.may(request.officer, Act.KEEP_MEETINGS),
    }
    return render(request, "govern/meetings.html", page)


@policy(Act.KEEP_MEETINGS)
@require_http_methods(["GET", "HEAD", "POST"])
def new_body(request: OfficerRequest) -> HttpResponse:
    """Writes down a body that decides together."""
    form = BodyForm(*given(request))
    if form.is_valid() and tried(
        form,
        lambda: govern.open_body(
            name=form.cleaned_data["name"], kind=BodyKind(form.cleaned_data["kind"]),
            intent=intent_of(request), by=request.officer, at=now(),
        ),
    ):  # fmt: skip
        messages.success(request, _("The body is kept. Set its next meeting."))
        return redirect("govern:new_meeting")
    return _form_page(request, form, _("Add a body"))


@policy(Act.KEEP_MEETINGS)
@require_http_methods(["GET", "HEAD", "POST"])
def new_meeting(request: OfficerRequest) -> HttpResponse:
    """Sets when a body meets."""
    form = MeetingForm(*given(request), bodies=govern.bodies(seen_by=request.officer))
    made: list[UUID] = []
    if form.is_valid() and tried(form, lambda: made.append(_set(request, form))):
        messages.success(request, _("The meeting is set."))
        return redirect("govern:meeting", made[0])
    return _form_page(request, form, _("Set a meeting"))


@policy(Act.SEE_PAPERS)
@require_safe
def meeting(request: OfficerRequest, meeting_id: UUID) -> HttpResponse:
    """One meeting: its agenda, papers that wait for the body, and resolutions."""
    try:
        found = govern.meeting(meeting_id, seen_by=request.officer, at=now())
    except platform.NotFound:
        raise Http404 from None
    may_keep = platform.may(request.officer, Act.KEEP_MEETINGS)
    page = members_see.meeting_page(found, may_keep=may_keep, at=now())
    return render(request, "govern/meeting.html", {**page, "crumbs": crumbs_to_meetings()})


@policy(Act.KEEP_MEETINGS)
@require_POST
def put_on_agenda(request: OfficerRequest, meeting_id: UUID, paper_id: UUID) -> HttpResponse:
    """Brings a paper that waits for the body before its meeting."""
    try:
        govern.put_on_agenda(meeting_id=meeting_id, paper_id=paper_id, by=request.officer, at=now())
    except govern.CannotDo as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("On the agenda."))
    return redirect("govern:meeting", meeting_id)


@policy(Act.KEEP_MEETINGS)
@require_http_methods(["GET", "HEAD", "POST"])
def minute(request: OfficerRequest, item_id: UUID) -> HttpResponse:
    """Records a resolution as it was minuted."""
    try:
        met, found = govern.item(item_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
    form = MinuteForm(*given(request))
    if form.is_valid() and tried(form, lambda: _resolve(request, item_id, form)):
        messages.success(request, _("The resolution is recorded."))
        return redirect("govern:meeting", met.id)
    words = {"number": found.number, "paper": found.reference}
    title = _("Resolution on item %(number)s, %(paper)s") % words
    return _form_page(request, form, title, caption=f"{met.body}: {found.title}")


def _set(request: OfficerRequest, form: MeetingForm) -> UUID:
    return govern.call_meeting(
        body_id=UUID(form.cleaned_data["body"]), starts_at=form.starts_at,
        place=form.cleaned_data["place"], intent=intent_of(request), by=request.officer,
        at=now(),
    )  # fmt: skip


def _resolve(request: OfficerRequest, item_id: UUID, form: MinuteForm) -> None:
    said = form.cleaned_data
    govern.record_resolution(
        item_id=item_id, outcome=decide.Outcome(said["outcome"]), resolution=said["resolution"],
        minute_reference=said["minute_reference"], file=form.given_file,
        intent=intent_of(request), by=request.officer, at=now(),
    )  # fmt: skip


def _form_page(
    request: OfficerRequest, form: Any, title: str, *, caption: str = ""
) -> HttpResponse:
    page = {
        "title": title, "caption": caption, "form": form, "crumbs": crumbs_to_meetings(),
        "button": _("Save"), "cancel": reverse("govern:meetings"),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)
