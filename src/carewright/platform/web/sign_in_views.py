"""The sign-in library's pages with our questions; their templates stand under our own."""

from __future__ import annotations

from typing import Any

from allauth.account.views import (
    LoginView,
    PasswordResetFromKeyView,
    PasswordResetView,
    ReauthenticateView,
)
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as CodeAgainView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.socialaccount.adapter import get_adapter
from django.conf import settings

from carewright.platform.web import forms
from carewright.ui.rows import Link


class SignInView(LoginView):  # type: ignore[misc]
    """Address and password, or the employer's own sign-in where the operator has set one."""

    form_class = forms.SignInForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds the ways in beside the password."""
        providers = get_adapter(self.request).list_providers(self.request)
        ways = [
            Link(f"Sign in with {each.name}", each.get_login_url(self.request))
            for each in providers
        ]
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "ways": ways, "practice": settings.PRACTICE}


class CodeView(AuthenticateView):  # type: ignore[misc]
    """The second factor at sign-in: a code, or a passkey where the person has one."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds whether the button for passkeys makes sense."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        kept = Authenticator.objects.filter(
            user=self.stage.login.user, type=Authenticator.Type.WEBAUTHN
        )
        return {**context, "has_passkey": kept.exists()}


sign_in = SignInView.as_view()
code = CodeView.as_view(form_class=forms.CodeForm)
password_again = ReauthenticateView.as_view(form_class=forms.PasswordAgainForm)
code_again = CodeAgainView.as_view(form_class=forms.CodeAgainForm)
forgotten = PasswordResetView.as_view(form_class=forms.ForgottenForm)
new_password = PasswordResetFromKeyView.as_view(form_class=forms.NewPasswordForm)
set_up_authenticator = ActivateTOTPView.as_view(form_class=forms.FirstCodeForm)
