"""The first page after signing in: what is late, due, waiting for others, under way."""

from __future__ import annotations

from datetime import date

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from carewright.platform.api import Act, OfficerRequest, may, policy, public
from carewright.ui.exports import download_sheet
from carewright.ui.formats import written_datetime
from carewright.ui.rows import Figure
from carewright.web.desk import running, weeks
from carewright.web.desk.gathering import duties_of, gathered_for
from carewright.web.desk.piles import sorted_at
from carewright.web.desk.presenting import counts, desk_piles
from carewright.web.desk.told_apart import told_apart


@public("leads to the sign-in page or to one's own inbox, and shows nothing itself")
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Where the service's own address leads."""
    if getattr(request, "accesses", ()):
        return redirect("own:records")
    signed_in = getattr(request, "officer", None) is not None
    return redirect("web:inbox" if signed_in else "account_login")


@policy(Act.SEE_DESK)
@require_safe
def inbox(request: OfficerRequest) -> HttpResponse:
    """What waits for the officer, in one place."""
    at = now()
    found = gathered_for(request.officer, at)
    piles = sorted_at(found.duties, at)
    ahead = weeks.weeks_ahead(found.duties, at)
    shown, (work, read) = told_apart(
        desk_piles(piles, found.pending, at),
        running.work_under_way(request.officer), running.latest_analyses(request.officer),
    )  # fmt: skip
    page = {
        "title": _("Inbox"),
        "caption": written_datetime(at),
        "counts": counts(piles, found.pending, at),
        "piles": shown,
        "weeks": _picture(ahead),
        "work": work,
        "read": read,
        "may_analyse": may(request.officer, Act.RUN_ANALYSIS),
    }
    return render(request, "web/inbox.html", page)


def _picture(ahead: list[tuple[date, int]]) -> Figure | None:
    """The weeks as a picture, unless they are empty."""
    if not any(count for _monday, count in ahead):
        return None
    return Figure.of(weeks.drawn(ahead), csv=reverse("web:weeks"))


@policy(Act.SEE_DESK)
@require_safe
def weeks_csv(request: OfficerRequest) -> FileResponse:
    """The figures behind the picture of the weeks ahead."""
    at = now()
    ahead = weeks.weeks_ahead(duties_of(request.officer, at), at)
    return download_sheet(weeks.sheet(ahead), "csv", name="weeks ahead")
