"""What somebody finds who has lost every second factor: what to do, and where the link leads."""

from __future__ import annotations

from base64 import b64encode
from typing import Final
from uuid import UUID

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from carewright.platform import api as platform
from carewright.platform.web.people_forms import AnewForm
from carewright.ui.forms import given

#: Where the new app's key waits between the picture and the first code.
KEPT_AS: Final = "factor_anew"


@platform.public("whoever lost a second factor cannot sign in")
@require_safe
def factor_lost(request: HttpRequest) -> HttpResponse:
    """What to do without app, passkey and recovery codes."""
    return render(request, "platform/factor_lost.html", {"title": _("Lost second factor")})


@platform.public("opens with a secret link that was sent to the person")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def factor_anew(request: HttpRequest, organisation_id: UUID, token: str) -> HttpResponse:
    """Takes a new authenticator app in, from whoever holds the link and knows the password."""
    try:
        whose = platform.reset_behind(organisation_id, token, at=now())
    except platform.NotFound:
        title = _("This link does not work")
        return render(request, "platform/factor_anew_over.html", {"title": title})
    form = AnewForm(*given(request))
    if not form.is_bound or KEPT_AS not in request.session:
        request.session[KEPT_AS] = generate_totp_secret()
    if form.is_valid():
        try:
            platform.use_factor_reset(
                organisation_id=organisation_id, token=token, secret=request.session[KEPT_AS],
                by=None, at=now(), **form.cleaned_data,
            )  # fmt: skip
        except platform.CannotReset as refused:
            form.add_error(None, str(refused))
        else:
            del request.session[KEPT_AS]
            messages.success(
                request,
                _("Your new second factor is on. Sign in, then print new recovery codes."),
            )
            return redirect("account_login")
    page = {
        "title": _("Set up your second factor again"),
        "form": form,
        "secret": request.session[KEPT_AS],
        "picture": _picture(whose.email, request.session[KEPT_AS]),
    }
    return render(request, "platform/factor_anew.html", page)


def _picture(email: str, secret: str) -> str:
    """The secret as a QR code for the app, as the sign-in library draws it."""
    adapter = get_adapter()
    account = get_user_model().objects.get(email=email)
    drawn: str = adapter.build_totp_svg(adapter.build_totp_url(account, secret))
    return f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"
