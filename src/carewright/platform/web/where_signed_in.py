"""One's own sign-ins: in which browsers, from roughly where, and the way to end them."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from carewright.platform import api as platform
from carewright.platform.api import OfficerRequest
from carewright.platform.web.sessions import reference_of
from carewright.ui.formats import written_datetime


@platform.own_sign_in
@never_cache
@require_safe
def sign_ins(request: OfficerRequest) -> HttpResponse:
    """Every browser in which the person is signed in; the one they sit at is marked."""
    here = reference_of(request)
    found = [
        {
            "reference": each.reference,
            "device": each.device,
            "place": each.place,
            "began": written_datetime(each.began_at),
            "used": written_datetime(each.used_at),
            "here": str(each.reference) == here,
        }
        for each in platform.signed_in_at(_holder(request).id, at=now())
    ]
    page = {"title": _("Where you are signed in"), "sign_ins": found, "others": len(found) > 1}
    return render(request, "platform/sign_ins.html", page)


@platform.own_sign_in
@require_POST
def end_sign_in(request: OfficerRequest, reference: UUID) -> HttpResponse:
    """Signs the person out in one browser."""
    try:
        platform.end_session(reference=reference, by=_holder(request), at=now())
    except platform.NotYours:
        raise Http404 from None
    if str(reference) == reference_of(request):
        return redirect("account_login")
    messages.success(request, _("You are signed out there."))
    return redirect("platform:sign_ins")


@platform.own_sign_in
@require_POST
def end_other_sign_ins(request: OfficerRequest) -> HttpResponse:
    """Signs the person out everywhere but here."""
    besides = None
    with suppress(ValueError):
        besides = UUID(reference_of(request))
    ended = platform.end_other_sessions(besides=besides, by=_holder(request), at=now())
    said = ngettext(
        "You are signed out in %(n)s other browser.",
        "You are signed out in %(n)s other browsers.", ended,
    )  # fmt: skip
    messages.success(request, said % {"n": ended})
    return redirect("platform:sign_ins")


def _holder(request: OfficerRequest) -> platform.AccountHolder:
    account_id = request.user.pk
    if account_id is None:
        raise Http404
    return platform.AccountHolder(account_id, str(request.user))
