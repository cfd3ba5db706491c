"""The sign-in library's pages about passkeys, with our words and a line in the record."""

from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    EditWebAuthnView,
    ListWebAuthnView,
    LoginWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.db import transaction
from django.http import HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from carewright.platform import api as platform
from carewright.platform.web import forms
from carewright.ui.formats import written_date, written_datetime


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Carewright's name before people's eyes, and a name for each passkey."""

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys are bound to the host name under which people reach the service."""
        return {**super().get_public_key_credential_rp_entity(), "name": "Carewright"}

    def generate_authenticator_name(self, user: Any, type: str) -> str:
        """The passkey's name until its owner gives another."""
        kept = Authenticator.objects.filter(user=user, type=type).count()
        return _("Passkey %(number)s") % {"number": kept + 1}


class YourPasskeysView(ListWebAuthnView):  # type: ignore[misc]
    """A person's passkeys by name."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Rows ready to print."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        passkeys = [
            {
                "id": each.pk,
                "name": each.wrap().name,
                "added": written_date(each.created_at),
                "used": written_datetime(each.last_used_at) if each.last_used_at else _("Never"),
            }
            for each in self.get_queryset().order_by("created_at")
        ]
        return {**context, "passkeys": passkeys}


class AddPasskeyView(AddWebAuthnView):  # type: ignore[misc]
    """Takes a new passkey in."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Keeps it and writes it down, both or neither."""
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)
            _record("passkey_added", self.request.user)
        return response


class RemovePasskeyView(RemoveWebAuthnView):  # type: ignore[misc]
    """Takes a passkey away."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Removes it and writes it down, both or neither."""
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)
            _record("passkey_removed", self.request.user)
        return response


def _record(event: str, account: Any) -> None:
    by = platform.AccountHolder(account.pk, account.name)
    platform.audit.record(event, "account", account.pk, by=by, at=now(), organisation_id=None)


yours = YourPasskeysView.as_view()
add = AddPasskeyView.as_view(form_class=forms.PasskeyForm)
rename = EditWebAuthnView.as_view(form_class=forms.PasskeyNameForm)
remove = RemovePasskeyView.as_view()
sign_in = LoginWebAuthnView.as_view()
again = ReauthenticateWebAuthnView.as_view()
