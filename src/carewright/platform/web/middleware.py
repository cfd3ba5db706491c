"""Finds out for whom a request acts, lets the database answer for nobody else, and holds policies.

After this middleware `request.officer` is a frozen `Officer` or None, and every view has been
refused that names no policy or whose policy the officer does not meet.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.db import OperationalError
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now

from carewright.platform import api as platform
from carewright.platform.web.access_ended import access_ended
from carewright.platform.web.practice_gate import is_practice_session
from carewright.platform.web.sent_before import sent_before
from carewright.platform.web.sessions import (
    ORGANISATION,
    end_session,
    note_that_it_is_used,
    proved_elsewhere,
)

LOG = logging.getLogger(__name__)

#: Answered without asking who is there, so that they answer when the database does not.
HEALTH: Final = "/healthz/"

UNREACHABLE: Final = (
    "<!DOCTYPE html><html lang=en><title>Carewright cannot reach its database</title>"
    "<h1>Carewright cannot reach its database</h1>"
    "<p>Nothing was changed. Try again in a minute; if this stays, tell whoever runs Carewright."
)

Answer = Callable[[HttpRequest], HttpResponseBase]


class Standing:
    """Who is behind a request: the account, the offices it may take, and the one taken."""

    def __init__(
        self,
        account_id: UUID,
        offices: list[platform.Office],
        accesses: list[platform.PersonalAccess],
        chosen: str,
    ) -> None:
        self.account_id = account_id
        self.offices = offices
        self.accesses = accesses
        self.taken = self._taken(chosen)
        #: The session acted for an organisation that has let this person go, or opens no record.
        self.ended = not (offices or accesses) or (bool(chosen) and self.taken is None)

    def _taken(self, chosen: str) -> platform.Officer | None:
        if not chosen and len(self.offices) == 1:
            return self.offices[0].officer
        wanted = [o.officer for o in self.offices if str(o.officer.organisation.id) == chosen]
        return wanted[0] if wanted else None

    @property
    def second_factor(self) -> bool:
        """Whether this account is held by more than a password."""
        proved = [office.second_factor for office in self.offices]
        return any((*proved, *(access.second_factor for access in self.accesses)))

    @property
    def asks_for_second_factor(self) -> bool:
        """Officers always need one; of those who open records, advocates, who open many."""
        return bool(self.offices) or any(a.capacity.needs_second_factor for a in self.accesses)


class ActingOfficer:
    """Gives a request its officer, and the connection the officer's organisation, for its time."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.officer = None  # type: ignore[attr-defined]
        request.needs_second_factor = False  # type: ignore[attr-defined]
        if request.path.startswith(HEALTH):
            return self.answer(request)
        try:
            account_id = request.user.pk
            chosen = request.session.get(ORGANISATION, "")
        except OperationalError:
            return HttpResponse(UNREACHABLE, status=503)
        if account_id is None:
            return self._answer_for(request, None, None)
        return self._answer_for_account(request, account_id, chosen)

    def _answer_for_account(
        self, request: HttpRequest, account_id: UUID, chosen: str
    ) -> HttpResponseBase:
        note_that_it_is_used(request, at=now())
        # What the session says is tried first, so that most requests ask once; it is checked next.
        trusted = UUID(chosen) if chosen else None
        with platform.acting_for(trusted, account_id=account_id):
            offices = platform.offices_of(account_id, on=_today())
            accesses = [] if offices else platform.accesses_of(account_id, on=_today())
            standing = Standing(account_id, offices, accesses, chosen)
            past = [] if offices or accesses or chosen else platform.past_accesses_of(account_id)
            if past:
                end_session(request)
                return access_ended(request, past)
            if standing.ended or _is_left_over_from_practice(request, standing):
                end_session(request)
                return redirect("account_inactive")
            officer = standing.taken
            request.officer = officer  # type: ignore[attr-defined]
            request.offices = offices  # type: ignore[attr-defined]
            request.accesses = accesses  # type: ignore[attr-defined]
            request.needs_second_factor = _needs_second_factor(request, standing)  # type: ignore[attr-defined]
            if officer is None or officer.organisation.id == trusted:
                return self._answer_within(request, trusted, account_id)
        request.session[ORGANISATION] = str(officer.organisation.id)
        return self._answer_for(request, officer.organisation.id, account_id)

    def _answer_for(
        self, request: HttpRequest, organisation_id: UUID | None, account_id: UUID | None
    ) -> HttpResponseBase:
        with platform.acting_for(organisation_id, account_id=account_id):
            return self._answer_within(request, organisation_id, account_id)

    def _answer_within(
        self, request: HttpRequest, organisation_id: UUID | None, account_id: UUID | None
    ) -> HttpResponseBase:
        response = self.answer(request)
        if isinstance(response, StreamingHttpResponse) and not isinstance(response, FileResponse):
            # A long answer is made after this middleware has returned, and must act as before.
            parts: Iterable[bytes] = response.streaming_content  # type: ignore[assignment]
            response.streaming_content = _acting(parts, organisation_id, account_id)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], *_: object
    ) -> HttpResponseBase | None:
        """Refuses what the view's policy does not allow; a view without a policy, to everyone."""
        policy = platform.policy_of(view)
        if policy is None:
            raise platform.NotPermitted(f"{request.resolver_match} names no policy")
        if policy.guard is platform.Guard.PUBLIC:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if policy.guard is platform.Guard.OWN_SIGN_IN:
            return None
        if policy.guard is platform.Guard.OWN_RECORD:
            return _refusal_of_records(request)
        return _refusal(request, policy)

    def process_exception(self, request: HttpRequest, raised: Exception) -> HttpResponseBase | None:
        """Says why nothing was done, for every page: sent again otherwise, or not recordable."""
        if isinstance(raised, platform.SentBefore):
            return sent_before(request)
        return (
            _not_recorded(request, raised) if isinstance(raised, platform.RecordBlocked) else None
        )


def _not_recorded(request: HttpRequest, problem: platform.RecordBlocked) -> HttpResponse:
    LOG.error("The record takes no event: %s", problem)
    answer = render(request, "503.html", status=503)
    answer["Retry-After"] = "30"
    return answer


def _refusal(request: HttpRequest, policy: platform.Policy) -> HttpResponseBase | None:
    if request.needs_second_factor:  # type: ignore[attr-defined]
        return redirect("mfa_activate_totp")
    officer: platform.Officer | None = request.officer  # type: ignore[attr-defined]
    if officer is None and request.offices:  # type: ignore[attr-defined]
        return redirect("platform:organisations")
    if policy.act is not None:
        platform.require(officer, policy.act)
    return None


def _refusal_of_records(request: HttpRequest) -> HttpResponseBase | None:
    """To whoever may open nobody's record, their pages do not exist."""
    if request.needs_second_factor:  # type: ignore[attr-defined]
        return redirect("mfa_activate_totp")
    account: Any = request.user
    # An officer may have a record too, which says nothing about the office.
    accesses = request.accesses or platform.accesses_of(account.pk, on=_today())  # type: ignore[attr-defined]
    if not accesses:
        raise platform.NotYours
    request.accesses = accesses  # type: ignore[attr-defined]
    request.holder = platform.AccountHolder(account.pk, account.name)  # type: ignore[attr-defined]
    return None


def _needs_second_factor(request: HttpRequest, standing: Standing) -> bool:
    """Everybody does but who proved one to the employer's sign-in, or plays a practice persona."""
    if not standing.asks_for_second_factor or standing.second_factor:
        return False
    if proved_elsewhere(request, standing.account_id):
        return False
    return not is_practice_session(request)


def _is_left_over_from_practice(request: HttpRequest, standing: Standing) -> bool:
    """Whether an invented person's session has come into an installation that is live now."""
    whose = [office.officer.organisation for office in standing.offices]
    whose += [access.organisation for access in standing.accesses]
    return any(each.practice for each in whose) and not settings.PRACTICE


def _acting(
    parts: Iterable[bytes], organisation_id: UUID | None, account_id: UUID | None
) -> Iterator[bytes]:
    with platform.acting_for(organisation_id, account_id=account_id):
        yield from parts


def _today() -> date:
    return localdate()
