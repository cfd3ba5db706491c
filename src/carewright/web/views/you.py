"""What a signed-in officer keeps about themselves, on one page."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.web.rows import Hit


@policy(Act.SEE_DESK)
@require_safe
def you(request: OfficerRequest) -> HttpResponse:
    """Where to say when one is away, how one is told, and how one signs in."""
    officer = request.officer
    page = {
        "title": officer.name,
        "caption": f"{officer.job_title} · {officer.role_words}",
        "places": tuple(_places(officer, many_offices=len(request.offices) > 1)),
    }
    return render(request, "web/you.html", page)


def _places(officer: platform.Officer, *, many_offices: bool) -> Iterator[Hit]:
    if platform.may(officer, Act.ARRANGE_COVER):
        yield Hit(
            _("Your absence"), reverse("platform:absence"),
            _("Say when you are away and who stands in for you"),
        )  # fmt: skip
    yield Hit(
        _("How you are told"), reverse("notify:choose"),
        _("By e-mail at once or once a day, the hours at which nothing is sent, your language"),
    )  # fmt: skip
    yield Hit(
        _("Your calendar"), reverse("web:calendar"),
        _("See your deadlines in the calendar that you use every day"),
    )  # fmt: skip
    yield Hit(
        _("Your sign-in"), reverse("mfa_index"),
        _("Password, passkeys, authenticator app and recovery codes"),
    )  # fmt: skip
    yield Hit(
        _("Where you are signed in"), reverse("platform:sign_ins"),
        _("Every device on which you are signed in; end one, or all the others"),
    )  # fmt: skip
    if many_offices:
        yield Hit(
            _("Change organisation"), reverse("platform:organisations"),
            _("Act for another organisation in which you have an office"),
        )  # fmt: skip
