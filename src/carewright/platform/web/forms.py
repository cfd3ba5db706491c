"""The sign-in library's questions in this service's words, without words inside the boxes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as authenticator
from allauth.mfa.webauthn import forms as passkeys
from django import forms


class InOurWords:
    """Gives questions new labels and hints, and takes away the words that vanish on typing."""

    labels: ClassVar[Mapping[str, str]] = {}
    hints: ClassVar[Mapping[str, str]] = {}
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")


class SignInForm(InOurWords, account.LoginForm):  # type: ignore[misc]
    """Address and password; no session outlives the browser, so that question is not shown."""

    labels: ClassVar = {"login": "Work email address", "password": "Password"}


class ForgottenForm(InOurWords, account.ResetPasswordForm):  # type: ignore[misc]
    """Where the link goes that lets somebody choose a new password."""

    labels: ClassVar = {"email": "Work email address"}


class NewPasswordForm(InOurWords, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A password that nobody else knows."""

    labels: ClassVar = {"password1": "New password", "password2": "The same password again"}
    hints: ClassVar = {"password1": "At least 12 characters. Three words that nobody would guess."}


class PasswordAgainForm(InOurWords, account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something that matters."""

    labels: ClassVar = {"password": "Password"}


class CodeForm(InOurWords, second_factor.AuthenticateForm):  # type: ignore[misc]
    """The second factor at sign-in."""

    labels: ClassVar = {"code": "Code"}
    hints: ClassVar = {"code": "Six digits from your authenticator app, or a recovery code"}


class CodeAgainForm(InOurWords, second_factor.ReauthenticateForm):  # type: ignore[misc]
    """The second factor once more, before something that matters."""

    labels: ClassVar = {"code": "Code"}
    hints: ClassVar = {"code": "Six digits from your authenticator app, or a recovery code"}


class FirstCodeForm(InOurWords, authenticator.ActivateTOTPForm):  # type: ignore[misc]
    """Shows that the authenticator app has taken the secret in."""

    labels: ClassVar = {"code": "Code from the app"}
    hints: ClassVar = {"code": "Six digits; a new one comes every 30 seconds"}


class PasskeyForm(InOurWords, passkeys.AddWebAuthnForm):  # type: ignore[misc]
    """What the new passkey is called, and whether it is enough by itself."""

    passwordless = forms.BooleanField(required=False, initial=True)
    labels: ClassVar = {"name": "Name", "passwordless": "Sign in with it alone, without a password"}
    hints: ClassVar = {
        "name": "So that you know it again, such as My work telephone",
        "passwordless": "It then always asks for your finger, your face or its PIN.",
    }


class PasskeyNameForm(InOurWords, passkeys.EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""

    labels: ClassVar = {"name": "Name"}
