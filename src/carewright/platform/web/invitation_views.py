"""Inviting people by letter, and the page that the letter leads to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.platform import api as platform
from carewright.platform.api import Act, InvitationKind, OfficerRequest, may, policy
from carewright.platform.web.invitation_forms import (
    FirstPasswordForm,
    InviteOfficerForm,
    InviteProviderForm,
)
from carewright.platform.web.invitation_lists import INVITATIONS, state_tag
from carewright.platform.web.invitations import send_invitation
from carewright.ui.exports import download
from carewright.ui.formats import written_datetime
from carewright.ui.rows import Fact, Link

ASKING = ["GET", "HEAD", "POST"]


@policy(Act.SEE_INVITATIONS)
@never_cache
@require_safe
def invitations(request: OfficerRequest) -> HttpResponseBase:
    """Who has been invited, and who has not answered."""
    asked = INVITATIONS.asked(request.GET)
    found = platform.invitations(seen_by=request.officer, at=now())
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Invitations"),
        "list": asked.page_of(found),
        "may_officer": may(request.officer, Act.INVITE_OFFICER),
        "may_provider": may(request.officer, Act.INVITE_PROVIDER),
    }
    return render(request, "platform/invitations.html", page)


@policy(Act.INVITE_OFFICER)
@never_cache
@require_http_methods(ASKING)
def invite_officer(request: OfficerRequest) -> HttpResponse:
    """Invites somebody to work for the organisation."""
    kind = request.officer.organisation.kind
    form = InviteOfficerForm(request.POST or None, kind=kind)
    return _invite(request, form, InvitationKind.OFFICER, _("Invite somebody to work here"))


@policy(Act.INVITE_PROVIDER)
@never_cache
@require_http_methods(ASKING)
def invite_provider(request: OfficerRequest) -> HttpResponse:
    """Invites the first person of a provider, whose organisation is opened when they accept."""
    form = InviteProviderForm(request.POST or None)
    return _invite(request, form, InvitationKind.PROVIDER, _("Invite a provider’s first person"))


@policy(Act.SEE_INVITATIONS)
@never_cache
@require_safe
def invitation(request: OfficerRequest, invitation_id: UUID) -> HttpResponse:
    """One invitation: to whom, on what proof, and whether it was answered."""
    try:
        found = platform.invitation(invitation_id, seen_by=request.officer, at=now())
    except platform.NotFound:
        raise Http404 from None
    waits = found.state in (platform.InvitationState.OPEN, platform.InvitationState.EXPIRED)
    page = {
        "title": found.name,
        "caption": found.kind.label,
        "crumbs": [Link(_("Invitations"), reverse("platform:invitations"))],
        "invitation": found,
        "state": state_tag(found.state),
        "facts": _facts(found),
        "may_change": waits and may(request.officer, Act.CHANGE_INVITATION),
    }
    return render(request, "platform/invitation.html", page)


@policy(Act.CHANGE_INVITATION)
@require_POST
def invite_again(request: OfficerRequest, invitation_id: UUID) -> HttpResponse:
    """Sends a new letter; the link in the last one stops working."""
    try:
        invited = platform.invite_again(invitation_id=invitation_id, by=request.officer, at=now())
    except platform.CannotInvite as refused:
        messages.error(request, str(refused))
    else:
        send_invitation(request, invited)
        messages.success(request, _("A new letter is on its way. The last link is dead."))
    return redirect("platform:invitation", invitation_id)


@policy(Act.CHANGE_INVITATION)
@require_POST
def withdraw_invitation(request: OfficerRequest, invitation_id: UUID) -> HttpResponse:
    """Withdraws an invitation that nobody has accepted."""
    try:
        platform.withdraw_invitation(invitation_id=invitation_id, by=request.officer, at=now())
    except platform.CannotInvite as refused:
        messages.error(request, str(refused))
    return redirect("platform:invitation", invitation_id)


@platform.public("opens with a secret link that was sent to the person")
@never_cache
@require_http_methods(ASKING)
def accept(request: HttpRequest, organisation_id: UUID, token: str) -> HttpResponse:
    """Where a letter leads: a first password, or joining with the account that one has."""
    try:
        found = platform.invitation_behind(organisation_id, token, at=now())
    except platform.NotFound:
        return render(
            request, "platform/invitation_over.html", {"title": _("This link does not work")}
        )
    if found.kind is InvitationKind.REPRESENTATIVE:
        raise Http404  # accepted on the page of whoever keeps the person's record
    if platform.account_by_email(found.email):
        return _join(request, found, token)
    return _begin(request, found, token)


def _begin(request: HttpRequest, found: platform.Invitation, token: str) -> HttpResponse:
    """Somebody new: chooses a password, is signed in, and sets up a second factor next."""
    form = FirstPasswordForm(request.POST or None)
    if form.is_valid():
        try:
            accepted = platform.accept_invitation(
                organisation_id=found.organisation_id, token=token,
                password=form.cleaned_data["password1"], by=None, at=now(),
            )  # fmt: skip
        except ValidationError as weak:
            form.add_error("password1", weak)
        except platform.CannotAccept as refused:
            form.add_error(None, str(refused))
        else:
            account = get_user_model().objects.get(pk=accepted.account_id)
            signed_in: HttpResponse = perform_login(request, Login(user=account))
            return signed_in
    page = {"title": _("Choose a password"), "form": form, **_words(found)}
    return render(request, "platform/invitation_begin.html", page)


def _join(request: HttpRequest, found: platform.Invitation, token: str) -> HttpResponse:
    """Somebody with an account: signs in to it first, so that a letter never takes one over."""
    account: Any = request.user
    if not account.is_authenticated:
        return redirect_to_login(request.get_full_path())
    refused = ""
    if request.method == "POST":
        by = platform.AccountHolder(account.pk, account.name)
        try:
            platform.accept_invitation(
                organisation_id=found.organisation_id, token=token, by=by, at=now()
            )
            return redirect("platform:organisations")
        except platform.CannotAccept as reason:
            refused = str(reason)
    another = account.email != found.email
    page = {"title": _("Join"), "another": another, "refused": refused, **_words(found)}
    return render(request, "platform/invitation_join.html", page)


def _invite(request: OfficerRequest, form: Any, kind: InvitationKind, title: str) -> HttpResponse:
    if form.is_valid():
        try:
            invited = platform.invite(kind=kind, by=request.officer, at=now(), **form.invitation())
        except platform.CannotInvite as refused:
            form.add_error(None, str(refused))
        else:
            send_invitation(request, invited)
            messages.success(request, _("The letter is on its way. Its link works once."))
            return redirect("platform:invitation", invited.id)
    page = {
        "title": title, "form": form, "button": _("Send the invitation"),
        "cancel": reverse("platform:invitations"),
        "crumbs": [Link(_("Invitations"), reverse("platform:invitations"))],
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


def _words(found: platform.Invitation) -> dict[str, str]:
    return {"organisation": found.organisation, "name": found.name, "what": found.what}


def _facts(found: platform.Invitation) -> list[Fact]:
    facts = [
        Fact(_("Email"), found.email),
        Fact(_("Roles") if not found.provider_name else _("Provider"), found.what),
        Fact(_("Invited by"), found.invited_by, beneath=written_datetime(found.sent_at)),
        Fact(_("Link works until"), written_datetime(found.expires_at)),
    ]
    if found.provider_number:
        facts.append(Fact(_("Number"), found.provider_number, beneath=found.proof))
    return facts
