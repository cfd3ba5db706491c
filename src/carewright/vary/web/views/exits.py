"""The end of an agreement: planned, confirmed by a second person, and carried out step by step."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.contract import api as contract
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.forms import given, tried
from carewright.vary import api as vary
from carewright.vary.api import Cause, Counted, ExitState
from carewright.vary.web import exit_presenters, presenters
from carewright.vary.web.exit_steps import STEPS
from carewright.vary.web.forms import ExitForm
from carewright.vary.web.lists import tag_of
from carewright.vary.web.places import crumbs
from carewright.vary.web.stepping import Act as Doing
from carewright.vary.web.stepping import Where, ask, do_one, done_by, take
from carewright.vary.web.views.changes import agreement_of

DOINGS: Final = {
    "confirm": Doing(vary.confirm_exit, lazy("The end is certain. Carry the plan out now.")),
    "undo": Doing(vary.confirm_exit_back, lazy("It does not end. Plan it anew if it should.")),
}
METHODS: Final = ["GET", "HEAD", "POST"]


@policy(Act.WRITE_AGREEMENT)
@require_http_methods(METHODS)
def plan(request: OfficerRequest, agreement_id: UUID) -> HttpResponse:
    """Asks that an agreement end, with the notice that it wants."""
    agreement = agreement_of(request, agreement_id)
    form = ExitForm(given(request)[0], initial={
        "counted": Counted.CALENDAR.value, "notice_given_on": localdate(),
        "last_day": agreement.term.last_day,
    })  # fmt: skip
    kept: list[UUID] = []
    if form.is_valid() and tried(form, lambda: kept.append(_planned(request, agreement, form))):
        messages.success(request, _("A second person has to confirm it now."))
        return redirect("vary:exit", kept[0])
    back = reverse("vary:agreement", args=[agreement_id])
    about = f"{agreement.reference} {agreement.wording.title}"
    return ask(
        request, form, _("End it with an exit plan"), _("Plan the end"),
        Where(about, back, crumbs(agreement)),
    )  # fmt: skip


@policy(Act.SEE_AGREEMENTS)
@require_safe
def exit_plan(request: OfficerRequest, exit_id: UUID) -> HttpResponse:
    """Why it ends, who depends on it, and what is still to be done."""
    found, agreement = _both(request, exit_id)
    by = request.officer
    may = platform.may(by, Act.WRITE_AGREEMENT)
    page = {
        "title": _("The end of %s") % agreement.wording.title, "caption": found.cause.label,
        "crumbs": crumbs(agreement), "crumb_here": _("End"), "found": found,
        "agreement": agreement,
        "about": presenters.identity_of(agreement, tag_of(found.state)),
        "facts": exit_presenters.exit_facts(found, agreement),
        "finding": exit_presenters.exit_finding(found),
        "steps": [exit_presenters.shown(each) for each in found.steps],
        "missing": [each.label for each in found.missing_kinds],
        "may_confirm": may and found.state is ExitState.PLANNED
        and found.asked_by_account != by.account_id,
        "may_undo": may and found.undo_asked_by_account not in (None, by.account_id)
        and found.state is ExitState.CONFIRMED,
        "offered": _offered(found, by) if may else (),
    }  # fmt: skip
    return render(request, "vary/exit.html", page)


@policy(Act.WRITE_AGREEMENT)
@require_POST
def confirm(request: OfficerRequest, exit_id: UUID) -> HttpResponse:
    """A second person confirms that it ends."""
    _both(request, exit_id)
    return do_one(request, DOINGS, reverse("vary:exit", args=[exit_id]), exit_id=exit_id)


@policy(Act.WRITE_AGREEMENT)
@require_http_methods(METHODS)
def step(request: OfficerRequest, exit_id: UUID, exit_step: str) -> HttpResponse:
    """One step that takes answers."""
    found, agreement = _both(request, exit_id)
    back = reverse("vary:exit", args=[exit_id])
    about = f"{agreement.reference} {agreement.wording.title}"
    return take(request, STEPS, exit_step, (found, agreement),
                Where(about, back, crumbs(agreement)))  # fmt: skip


def _both(request: OfficerRequest, exit_id: UUID) -> tuple[vary.Exit, contract.Agreement]:
    try:
        found = vary.exit_plan(exit_id, seen_by=request.officer, at=now())
    except platform.NotFound:
        raise Http404 from None
    return found, agreement_of(request, found.agreement_id)


def _planned(request: OfficerRequest, agreement: contract.Agreement, form: ExitForm) -> UUID:
    said = form.cleaned_data
    words = vary.ExitWords(
        cause=Cause(said["cause"]), reason=said["reason"], last_day=said["last_day"],
        notice_given_on=said["notice_given_on"], counted=Counted(said["counted"]),
        waived=said["waived"], notice_why=said["notice_why"],
    )  # fmt: skip
    return vary.plan_exit(agreement_id=agreement.id, words=words, **done_by(request, makes=True))


def _offered(found: vary.Exit, by: platform.Officer) -> tuple[tuple[str, Any], ...]:
    """The steps with questions that the officer may take now."""
    certain = found.state is ExitState.CONFIRMED
    asked = found.undo_asked_by_account is not None
    is_open = certain or found.state is ExitState.PLANNED
    wanted = (
        ("step", is_open and platform.may(by, Act.KEEP_ACTIONS)), ("count", is_open),
        ("notes", is_open), ("end", certain and not asked), ("back", certain and not asked),
        ("keep", certain and asked), ("withdraw", found.state is ExitState.PLANNED),
    )  # fmt: skip
    return tuple((name, STEPS[name].title) for name, so in wanted if so)
