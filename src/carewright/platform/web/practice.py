"""One-click sign-in as an invented person, in a practice installation on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from allauth.account.adapter import get_adapter
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from carewright.platform import api as platform
from carewright.platform.web.practice_gate import why_no_practice
from carewright.platform.web.sessions import ORGANISATION, PRACTICE


@dataclass(frozen=True, slots=True)
class Group:
    """The personas of one invented organisation."""

    slug: str
    name: str
    kind: str
    people: tuple[platform.Persona | platform.PersonalPersona, ...]


@platform.public("lists invented people, on this machine and in practice mode only")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def practice(request: HttpRequest) -> HttpResponse:
    """The invented people; choosing one signs in."""
    reason = why_no_practice(request)
    if reason:
        refusal = {"title": "No practice sign-ins here", "reason": reason}
        return render(request, "platform/practice_refused.html", refusal, status=403)
    if request.method == "POST":
        return _become(request, str(request.POST.get("email", "")))
    page = {"title": "Practice sign-ins", "groups": _groups()}
    return render(request, "platform/practice.html", page)


def _become(request: HttpRequest, email: str) -> HttpResponse:
    known = platform.persona_at(email) or platform.personal_persona_at(email)
    account = platform.account_by_email(email) if known else None
    whose = _organisations_of(account) if account else []
    if account is None or not all(each.practice for each in whose):
        raise Http404
    if not whose:
        return redirect("account_inactive")
    adapter = get_adapter(request)
    if request.user.is_authenticated:
        adapter.logout(request)
    adapter.login(request, account)
    request.session[PRACTICE] = True
    request.session.pop(ORGANISATION, None)
    return redirect("/")


def _organisations_of(account: Any) -> list[platform.Organisation]:
    """For whom the account may act and whose records it opens, or could open once.

    Whose access has ended signs in like everybody, and is told so.
    """
    with platform.acting_for(None, account_id=account.pk):
        offices = platform.offices_of(account.pk, on=localdate())
        accesses = platform.past_accesses_of(account.pk)
    whose = [office.officer.organisation for office in offices]
    return whose + [access.organisation for access in accesses]


def _groups() -> list[Group]:
    """Every invented organisation with its people, in the order in which they are declared."""
    organisations = [
        Group(
            each.slug,
            each.name,
            each.kind.label,
            tuple(p for p in platform.PERSONAS if p.organisation == each.slug),
        )
        for each in platform.PRACTICE_ORGANISATIONS
    ]
    return [*organisations, Group("records", "Elmshire", "People", platform.PERSONAL_PERSONAS)]
