"""What somebody reads who sends a form again with other answers than the first time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _


def sent_before(request: HttpRequest) -> HttpResponse:
    """Refuses with words and the way back; what was sent first stands."""
    came_from = request.headers.get("Referer", "")
    known = url_has_allowed_host_and_scheme(came_from, {request.get_host()})
    page = {
        "title": _("You sent this form before, with other answers"),
        "form": came_from if known else "/",
    }
    return render(request, "platform/sent_before.html", page, status=422)
