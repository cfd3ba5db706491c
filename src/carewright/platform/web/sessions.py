"""What a session keeps beside the account: for whom it acts, and how it was proved."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.contrib.auth import logout
from django.http import HttpRequest

ORGANISATION: Final = "organisation"
PROVED_ELSEWHERE: Final = "second_factor_proved_to_employer"
PRACTICE: Final = "practice_sign_in"


def proved_elsewhere(request: HttpRequest, account_id: UUID) -> bool:
    """Whether single sign-on said that this very account had shown a second factor."""
    return bool(request.session.get(PROVED_ELSEWHERE) == str(account_id))


def end_session(request: HttpRequest) -> None:
    """Forgets everything: whoever it was is signed out."""
    logout(request)
    request.officer = None  # type: ignore[attr-defined]
