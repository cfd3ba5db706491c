"""An officer's deadlines in their own calendar program.

The pages stand here because only `web` may ask every stage what is due.
"""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.notify import api as notify
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy, public
from carewright.ui.formats import written_datetime
from carewright.ui.rows import Link
from carewright.web.desk.gathering import duties_of

BY: Final = platform.Operator("Calendars")


@policy(Act.SUBSCRIBE_CALENDAR)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request: OfficerRequest) -> HttpResponse:
    """Makes the secret address of one's calendar, and shows it this once."""
    address = ""
    if request.method == "POST":
        try:
            token = notify.subscribe_to_deadlines(by=request.officer, at=now())
            address = request.build_absolute_uri(reverse("web:feed", args=[token]))
        except notify.MadeAtOnce:
            messages.info(request, _("An address was made in another window just now."))
    found = notify.subscription(seen_by=request.officer)
    page = {
        "title": _("Your deadlines in your calendar"), "address": address,
        "made": written_datetime(found.made_at) if found else "",
        "crumbs": (Link(_("News"), reverse("notify:notices")),),
    }  # fmt: skip
    return render(request, "web/calendar.html", page)


@policy(Act.SUBSCRIBE_CALENDAR)
@require_POST
def end(request: OfficerRequest) -> HttpResponse:
    """Ends the address, as when it has come into wrong hands."""
    notify.end_subscription(by=request.officer, at=now())
    messages.success(request, _("The address opens nothing any more."))
    return redirect("web:calendar")


@public("opens with a secret address, as calendar programs cannot sign in")
@never_cache
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The deadlines of whoever made the address, for as long as it stands."""
    found = notify.subscriber(token)
    if found is None:
        raise Http404
    organisation_id, officer_id = found
    with platform.acting_for(organisation_id):
        try:
            officer = platform.officer(officer_id, on=localdate())
        except platform.NotFound:
            notify.end_calendars_of_inactive(organisation_id=organisation_id, by=BY, at=now())
            raise Http404 from None
        content = _calendar_of(officer)
    headers = {"Content-Disposition": 'attachment; filename="deadlines.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def _calendar_of(officer: platform.Officer) -> bytes:
    at = now()
    due = [
        notify.Deadline(each.text, each.href, each.due)
        for each in duties_of(officer, at)
        if each.due is not None
    ]
    published = notify.publish_deadlines(deadlines=due, by=officer, at=at)
    name = _("Deadlines, %(organisation)s") % {"organisation": officer.organisation.name}
    return notify.as_calendar(published, name=name, address=settings.PUBLIC_ADDRESS)
