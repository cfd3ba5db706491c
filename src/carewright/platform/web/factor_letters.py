"""Letters about a lost second factor: whoever it is about hears of each step, and so do both."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import now

from carewright.platform import api as platform
from carewright.ui.formats import written_datetime


def tell_of_asking(found: platform.FactorReset, by: platform.Officer) -> None:
    """Tells the person that somebody says they lost it, as it may not be true."""
    person = platform.staff_member(found.officer_id, seen_by=by, at=now())
    platform.send_letter(
        person.email,
        "Your second factor for Carewright",
        [
            f"{found.asked_by} says that you have lost your second factor and asks that you may "
            "set up another. A second colleague has to confirm it.",
            "If this is not so, call whoever looks after accounts in your organisation at once.",
        ],
    )


def tell_of_confirming(
    request: HttpRequest, confirmed: platform.ResetConfirmed, by: platform.Officer
) -> None:
    """Sends the link to the person alone; the asker and the second person hear that it went."""
    page = reverse("platform:factor_anew", args=[confirmed.organisation_id, confirmed.token])
    until = written_datetime(confirmed.link_ends_at)
    platform.send_letter(
        confirmed.email,
        "Set up your second factor for Carewright",
        [
            f"Two colleagues at {confirmed.organisation} have vouched for you. You are signed out "
            "everywhere, and your old authenticator app, passkeys and recovery codes have ended.",
            "Set up another here; you need your password:",
            request.build_absolute_uri(page),
            f"The link works once, until {until}.",
        ],
    )
    for address in (confirmed.asker_email, by.email):
        platform.send_letter(
            address,
            "A second factor is being set up anew",
            [
                f"{by.name} confirmed what was asked for {confirmed.name}. A link went to their "
                f"own address and works until {until}.",
                "If this is not so, call whoever looks after accounts in your organisation.",
            ],
        )
