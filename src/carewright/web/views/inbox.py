"""The first page after signing in: what waits, what is under way, what can be read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from carewright.platform.api import Act, OfficerRequest, policy, public
from carewright.ui.formats import written_datetime
from carewright.web import desk


@public("leads to the sign-in page or to one's own inbox, and shows nothing itself")
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Where the service's own address leads."""
    signed_in = getattr(request, "officer", None) is not None
    return redirect("web:inbox" if signed_in else "account_login")


@policy(Act.SEE_DESK)
@require_safe
def inbox(request: OfficerRequest) -> HttpResponse:
    """What waits for the officer, in one place."""
    decide = desk.files_to_decide(request.officer)
    work = desk.work_under_way(request.officer)
    read = desk.latest_analyses(request.officer)
    page = {
        "title": "Inbox",
        "caption": written_datetime(now()),
        "counts": desk.counts(decide, work, read),
        "decide": decide,
        "work": work,
        "read": read,
    }
    return render(request, "web/inbox.html", page)
