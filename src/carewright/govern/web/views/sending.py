"""Sending a paper on, and taking it back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from carewright.govern import api as govern
from carewright.govern.web import presenters
from carewright.govern.web.forms_of_members import SendForm, ShareForm, WithdrawForm
from carewright.govern.web.places import crumbs
from carewright.govern.web.views.asking import asked
from carewright.govern.web.views.papers import paper_of
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, SharedKind, intent_of, policy
from carewright.ui.forms import given, tried


@policy(Act.SEND_PAPER)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """Shows every answer once more, what is missing, and sends the paper on."""
    found = paper_of(request, paper_id, Act.SEND_PAPER)
    if not found.open_to_change:
        return redirect("govern:paper", paper_id)
    shared_in = platform.partnerships_sharing(SharedKind.APPROVAL, seen_by=request.officer)
    form = SendForm(*given(request), missing=bool(found.missing), partnerships=shared_in)
    if form.is_valid() and tried(
        form,
        lambda: govern.send_for_approval(
            paper_id=paper_id, reason=form.cleaned_data.get("reason", ""),
            partnership_id=_chosen(form), intent=intent_of(request), by=request.officer,
            at=now(),
        ),
    ):  # fmt: skip
        messages.success(request, _("Sent for approval. Scrutiny members were told."))
        return redirect("govern:paper", paper_id)
    page = {
        "title": _("Check and send %(paper)s") % {"paper": found.reference},
        "caption": found.title,
        "crumbs": crumbs(found),
        "form": form,
        "to_do": presenters.to_do(found),
        "missing": presenters.missing_words(found),
        "parts": presenters.parts(found, govern.Proceedings()),
        "button": _("Send for approval"),
        "cancel": reverse("govern:paper", args=[paper_id]),
    }
    return render(request, "govern/check.html", page)


def _chosen(form: SendForm) -> UUID | None:
    chosen = form.cleaned_data.get("partnership")
    return UUID(chosen) if chosen else None


@policy(Act.SHARE_PAPER)
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """Shows the paper to the members of a partnership, or no longer."""
    found = paper_of(request, paper_id, Act.SHARE_PAPER)
    joint = platform.partnerships_sharing(SharedKind.PAPER, seen_by=request.officer)
    start = {"partnership": str(found.partnership_id or "nobody")}
    form = ShareForm(*given(request), partnerships=joint, initial=start)
    return asked(
        request, found, form,
        lambda: govern.share_paper(
            paper_id=paper_id, partnership_id=form.chosen, by=request.officer, at=now()
        ),
        title=_("Share %(paper)s with partners") % {"paper": found.reference},
        done=_("Saved."), button=_("Save"),
    )  # fmt: skip


@policy(Act.SEND_PAPER)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """Takes a paper back before it is decided."""
    found, form = paper_of(request, paper_id, Act.SEND_PAPER), WithdrawForm(*given(request))
    return asked(
        request, found, form,
        lambda: govern.withdraw_paper(
            paper_id=paper_id, reason=form.cleaned_data["reason"], intent=intent_of(request),
            by=request.officer, at=now(),
        ),
        title=_("Withdraw %(paper)s") % {"paper": found.reference},
        done=_("The paper is withdrawn."), button=_("Withdraw"),
    )  # fmt: skip
