"""The link with which somebody whom an organisation vouches for chooses a password."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.http import HttpRequest
from django.urls import reverse

from carewright.platform import api as platform


def password_path(account: Any) -> str:
    """Where this one account sets a password: works once, for three days."""
    return reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(account),
            "key": default_token_generator.make_token(account),
        },
    )


def send_password_link(request: HttpRequest, account: Any) -> None:
    """Sends the link; whoever reads the letter first and holds it chooses the password."""
    platform.send_letter(
        account.email,
        "Choose a password for Carewright",
        [
            "Whoever looks after accounts in your organisation has enabled your account.",
            "Choose a new password here:",
            request.build_absolute_uri(password_path(account)),
            "The link works once, for three days.",
        ],
    )


def send_invitation(request: HttpRequest, invited: platform.Invited) -> None:
    """Sends the letter that lets one person in, once."""
    page = reverse("platform:accept", args=[invited.organisation_id, invited.token])
    platform.send_letter(
        invited.email,
        "An invitation to Carewright",
        [
            f"{invited.organisation} invites you to Carewright, where care is commissioned.",
            "Accept here:",
            request.build_absolute_uri(page),
            "The link works once, for seven days. If you expected no invitation, do nothing.",
        ],
    )
