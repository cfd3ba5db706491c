"""How people prove who they are: what the sign-in library does differently here."""

from __future__ import annotations

from time import time
from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal import ratelimit as counting
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now

from carewright.platform import api as platform
from carewright.platform.web.access_ended import access_ended
from carewright.platform.web.sessions import PROVED_ELSEWHERE, note_where_it_begins

#: What an identity provider says in a token's `amr` after a second factor (RFC 8176).
SECOND_FACTOR_METHODS: Final = frozenset({"mfa", "otp", "hwk", "swk", "fpt"})
#: How long a proof of who one is counts as fresh.
RECENT_SECONDS: Final = 300


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody registers themselves; whoever signs in, or is refused, is recorded."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: officers are enrolled by their organisation."""
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Says nothing: our pages say themselves what has happened."""

    def format_email_subject(self, subject: str) -> str:
        """The subject as it stands, without the site's name in brackets."""
        return subject

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        """Refuses whoever may act for nobody any more."""
        response: HttpResponse | None
        by = platform.AccountHolder(user.pk, user.name)
        if platform.disable_if_dormant(account_id=user.pk, by=by, at=now()):
            _record("sign_in_refused", user, reason="Nobody had signed in for 90 days")
            response = self.respond_user_inactive(request, user)
        elif user.opens_by_link_from:
            # Two colleagues vouched for them: the link that they were sent sets up a new factor.
            _record("sign_in_refused", user, reason="Has to set up a second factor by link first")
            response = redirect("platform:factor_lost")
        elif _may_act(user):
            response = super().pre_login(request, user, **kwargs)
        else:
            _record("sign_in_refused", user, reason="May act for no organisation")
            past = _past_accesses(user)
            response = (
                access_ended(request, past) if past else self.respond_user_inactive(request, user)
            )
        return response

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Asks once more before something that matters, but not straight after signing in."""
        request = context.request
        proofs = get_authentication_records(request, request.user)
        return not any(proof["at"] > time() - RECENT_SECONDS for proof in proofs)

    def login(self, request: HttpRequest, user: Any) -> None:
        """Signs in and writes it down, both or neither."""
        with transaction.atomic():
            super().login(request, user)
            note_where_it_begins(request, at=now())
            _record("signed_in", user)

    def logout(self, request: HttpRequest) -> None:
        """Signs out and writes it down."""
        user = request.user
        with transaction.atomic():
            _record("signed_out", user)
            super().logout(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Counts the try before the password is looked at; five that fail lock the address."""
        # One place that tries many addresses is slowed down beside that.
        self._login_failed_rl_usage = counting.consume(
            request, app="allauth.account", action="sign_in_from_one_place"
        )
        counted = platform.take_a_try(str(credentials.get("email", "")), at=now())
        if counted is None or not self._login_failed_rl_usage:
            raise self.validation_error("too_many_login_attempts")
        self.locked_with_this_try = counted.locked_until is not None

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """Whoever has the right password is no guesser: what was counted is forgotten."""
        found = super().authenticate(request, **credentials)
        if found:
            platform.forget_tries(str(credentials.get("email", "")))
        return found

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Writes down that somebody failed to sign in as a known account."""
        account_id = platform.account_id_of(str(credentials.get("email", "")))
        if account_id is None:
            return
        unknown = platform.AccountHolder(account_id, "Somebody not signed in")
        with transaction.atomic():
            platform.audit.record(
                "sign_in_failed", "account", account_id, by=unknown, at=now(), organisation_id=None,
                locked=self.locked_with_this_try,
            )  # fmt: skip


class SingleSignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """The employer's sign-in opens only accounts that are enrolled already."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never: officers are enrolled by their organisation."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Links the employer's identity to the enrolled account with the same, verified address."""
        if sociallogin.state.get("process") == AuthProcess.CONNECT:
            # Nobody attaches another identity to an account by hand.
            raise ImmediateHttpResponse(redirect("/"))
        if not sociallogin.is_existing:
            account = _enrolled_with(sociallogin)
            if account is None:
                raise ImmediateHttpResponse(redirect("socialaccount_login_error"))
            sociallogin.connect(request, account)
        _follow_groups(sociallogin)
        request.session.pop(PROVED_ELSEWHERE, None)
        if _second_factor_shown(sociallogin):
            request.session[PROVED_ELSEWHERE] = str(sociallogin.user.pk)

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        """There is no page of connected identities."""
        return "/"


def _may_act(account: Any) -> bool:
    with platform.acting_for(None, account_id=account.pk):
        if platform.offices_of(account.pk, on=localdate()):
            return True
        return bool(platform.accesses_of(account.pk, on=localdate()))


def _past_accesses(account: Any) -> list[platform.PersonalAccess]:
    with platform.acting_for(None, account_id=account.pk):
        return platform.past_accesses_of(account.pk)


def _enrolled_with(sociallogin: SocialLogin) -> Any | None:
    """The enrolled account of the address that the employer has verified."""
    for address in sociallogin.email_addresses:
        if address.verified and (found := platform.account_by_email(address.email)):
            return found
    return None


def _follow_groups(sociallogin: SocialLogin) -> None:
    groups = platform.groups_told(sociallogin.account.extra_data or {})
    if groups is not None:
        by = platform.AccountHolder(sociallogin.user.pk, sociallogin.user.name)
        platform.follow_groups(groups=groups, by=by, at=now())


def _second_factor_shown(sociallogin: SocialLogin) -> bool:
    told = sociallogin.account.extra_data or {}
    token = told.get("id_token") or told
    methods = token.get("amr") or []
    return bool(SECOND_FACTOR_METHODS & set(methods if isinstance(methods, list) else [methods]))


def _record(event: str, account: Any, *, reason: str = "") -> None:
    by = platform.AccountHolder(account.pk, account.name)
    with transaction.atomic():
        platform.audit.record(
            event, "account", account.pk, by=by, at=now(), organisation_id=None, reason=reason
        )
