"""What a session keeps beside the account: for whom it acts, where it began, how it was proved."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from allauth.account.adapter import get_adapter
from django.contrib.auth import logout
from django.http import HttpRequest

from carewright.platform.rules.devices import device_of, place_of
from carewright.platform.web.session_store import (
    BEGAN,
    DEVICE,
    ORGANISATION,
    PLACE,
    REFERENCE,
    USED,
)

__all__ = [
    "ORGANISATION",
    "PRACTICE",
    "PROVED_ELSEWHERE",
    "end_session",
    "note_that_it_is_used",
    "note_where_it_begins",
    "proved_elsewhere",
    "reference_of",
]

PROVED_ELSEWHERE: Final = "second_factor_proved_to_employer"
PRACTICE: Final = "practice_sign_in"
#: Use within this time of the last that was noted is not written down again.
NOTED_EVERY: Final = timedelta(minutes=5)


def proved_elsewhere(request: HttpRequest, account_id: UUID) -> bool:
    """Whether single sign-on said that this very account had shown a second factor."""
    return bool(request.session.get(PROVED_ELSEWHERE) == str(account_id))


def note_where_it_begins(request: HttpRequest, *, at: datetime) -> None:
    """Keeps what the owner is shown: names of browser and system, and never the address."""
    address = get_adapter(request).get_client_ip(request)
    request.session[REFERENCE] = str(uuid4())
    request.session[DEVICE] = device_of(request.headers.get("User-Agent", ""))
    request.session[PLACE] = place_of(address or "")
    request.session[BEGAN] = request.session[USED] = at.isoformat()


def note_that_it_is_used(request: HttpRequest, *, at: datetime) -> None:
    """Notes the last use, rarely enough that most requests write nothing."""
    noted = request.session.get(USED)
    if noted is not None and at - datetime.fromisoformat(noted) >= NOTED_EVERY:
        request.session[USED] = at.isoformat()


def reference_of(request: HttpRequest) -> str:
    """By what pages call the session that the request itself belongs to."""
    return str(request.session.get(REFERENCE, ""))


def end_session(request: HttpRequest) -> None:
    """Forgets everything: whoever it was is signed out."""
    logout(request)
    request.officer = None  # type: ignore[attr-defined]
