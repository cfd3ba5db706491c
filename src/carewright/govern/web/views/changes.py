"""A meeting moved or cancelled, and a paper taken off an agenda."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from carewright.govern import api as govern
from carewright.govern.web.forms_of_members import CancelForm, MoveForm, TakeOffForm
from carewright.govern.web.places import crumbs_to_meetings
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.formats import written_datetime
from carewright.ui.forms import PlainForm, given, tried

ASKS = require_http_methods(["GET", "HEAD", "POST"])


@policy(Act.KEEP_MEETINGS)
@ASKS
def move_meeting(request: OfficerRequest, meeting_id: UUID) -> HttpResponse:
    """Has a body meet at another time."""
    met, form = _meeting(request, meeting_id), MoveForm(*given(request))

    def move() -> None:
        govern.move_meeting(
            meeting_id=meeting_id, starts_at=form.starts_at, place=form.cleaned_data["place"],
            **_done(request, form),
        )  # fmt: skip

    return _asked(
        request, form, move, met=met, title=_("Move the meeting"),
        done=_("The meeting is moved. Members and whoever brought a paper are told."),
    )  # fmt: skip


@policy(Act.KEEP_MEETINGS)
@ASKS
def cancel_meeting(request: OfficerRequest, meeting_id: UUID) -> HttpResponse:
    """Says that a body does not meet."""
    met, form = _meeting(request, meeting_id), CancelForm(*given(request))
    return _asked(
        request, form,
        lambda: govern.cancel_meeting(meeting_id=meeting_id, **_done(request, form)),
        met=met, title=_("Cancel the meeting"),
        done=_("The meeting is cancelled. Its papers wait for another."),
        # “Cancel” beside “Cancel the meeting” would say the opposite of what it does.
        cancel_says=_("Leave it as it is"),
    )  # fmt: skip


@policy(Act.KEEP_MEETINGS)
@ASKS
def take_off_agenda(request: OfficerRequest, item_id: UUID) -> HttpResponse:
    """Takes a paper off an agenda before it is resolved on."""
    try:
        met, item = govern.item(item_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
    form = TakeOffForm(*given(request))
    return _asked(
        request, form,
        lambda: govern.take_off_agenda(item_id=item_id, **_done(request, form)),
        met=met, title=_("Take %(paper)s off the agenda") % {"paper": item.reference},
        done=_("It is off the agenda. Whoever brought it is told."), lead=item.title,
    )  # fmt: skip


def _meeting(request: OfficerRequest, meeting_id: UUID) -> govern.Meeting:
    try:
        return govern.meeting(meeting_id, seen_by=request.officer, at=now()).meeting
    except platform.NotFound:
        raise Http404 from None


def _done(request: OfficerRequest, form: PlainForm) -> dict[str, Any]:
    """Why, by whom and when; sent twice, it is done once."""
    return {
        "reason": form.cleaned_data["reason"], "intent": intent_of(request),
        "by": request.officer, "at": now(),
    }  # fmt: skip


def _asked(
    request: OfficerRequest, form: PlainForm, act: Callable[[], None], *, met: govern.Meeting,
    title: str, done: str, **more: str,
) -> HttpResponse:  # fmt: skip
    if form.is_valid() and tried(form, act):
        messages.success(request, done)
        return redirect("govern:meeting", met.id)
    page = {
        "title": title, "caption": f"{met.body}, {written_datetime(met.starts_at)}", "form": form,
        "crumbs": crumbs_to_meetings(met), "button": title,
        "cancel": reverse("govern:meeting", args=[met.id]), **more,
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)
