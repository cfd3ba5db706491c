"""Steps with one action: each a question, one call, and back to the action."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from carewright.follow_up import api as follow_up
from carewright.follow_up.web import presenters
from carewright.follow_up.web.forms import DateForm, DoneForm, HandOverForm, ReasonForm
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.formats import in_london
from carewright.ui.forms import PlainForm, given, tried

Done = Callable[[], object]


@policy(Act.CARRY_OUT_ACTION)
@require_POST
def take_up(request: OfficerRequest, task_id: UUID) -> HttpResponse:
    """Says that work has begun."""
    return _button(
        request, task_id, _("Work on it has begun."),
        lambda: follow_up.take_up_action(task_id=task_id, by=request.officer, at=now()),
    )  # fmt: skip


@policy(Act.CARRY_OUT_ACTION)
@require_http_methods(["GET", "HEAD", "POST"])
def done(request: OfficerRequest, task_id: UUID) -> HttpResponse:
    """Says that it is done, with what shows it."""
    own = _found(request, task_id).organisation_id == request.officer.organisation.id
    may_file = own and platform.may(request.officer, Act.FILE_DOCUMENT)
    form = DoneForm(*given(request), may_file=may_file)
    return _question(
        request, task_id, form, _("It is done"), _("Say that it is done"),
        lambda answers: follow_up.finish_action(
            task_id=task_id, evidence=answers["evidence"],
            document=_file(answers.get("document")), by=request.officer, at=now(),
        ),
        partners=True,
    )  # fmt: skip


@policy(Act.CARRY_OUT_ACTION)
@require_http_methods(["GET", "HEAD", "POST"])
def give_up(request: OfficerRequest, task_id: UUID) -> HttpResponse:
    """Says that it will not be done, and why."""
    form = ReasonForm(*given(request), label=_("Why will it not be done?"))
    return _question(
        request, task_id, form, _("It will not be done"), _("Say that it will not be done"),
        lambda answers: follow_up.give_up_action(
            task_id=task_id, reason=answers["reason"], by=request.officer, at=now()
        ),
    )  # fmt: skip


@policy(Act.CLOSE_ACTION)
@require_POST
def close(request: OfficerRequest, task_id: UUID) -> HttpResponse:
    """Closes an action that somebody else has done."""
    return _button(
        request, task_id, _("The action is closed."),
        lambda: follow_up.close_action(task_id=task_id, by=request.officer, at=now()),
    )  # fmt: skip


@policy(Act.CLOSE_ACTION)
@require_http_methods(["GET", "HEAD", "POST"])
def send_back(request: OfficerRequest, task_id: UUID) -> HttpResponse:
    """Says what the evidence does not show."""
    form = ReasonForm(*given(request), label=_("What is missing?"))
    return _question(
        request, task_id, form, _("Send it back"), _("Send it back"),
        lambda answers: follow_up.send_back_action(
            task_id=task_id, reason=answers["reason"], by=request.officer, at=now()
        ),
    )  # fmt: skip


@policy(Act.KEEP_ACTIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def supersede(request: OfficerRequest, task_id: UUID) -> HttpResponse:
    """Says what has taken its place."""
    form = ReasonForm(*given(request), label=_("What takes its place?"))
    return _question(
        request, task_id, form, _("Something else takes its place"), _("Take it out of the list"),
        lambda answers: follow_up.supersede_action(
            task_id=task_id, reason=answers["reason"], by=request.officer, at=now()
        ),
    )  # fmt: skip


@policy(Act.KEEP_ACTIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def move_date(request: OfficerRequest, task_id: UUID) -> HttpResponse:
    """Gives it another date, with the reason."""
    due = in_london(_found(request, task_id).due_at)
    form = DateForm(*given(request), initial={"due_on": due.date(), "due_time": f"{due:%H:%M}"})
    return _question(
        request, task_id, form, _("Change the date"), _("Change the date"),
        lambda answers: follow_up.move_due_date(
            task_id=task_id, due_at=answers["due_at"], reason=answers["reason"],
            by=request.officer, at=now(),
        ),
    )  # fmt: skip


@policy(Act.KEEP_ACTIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: OfficerRequest, task_id: UUID) -> HttpResponse:
    """Makes somebody else answer for it."""
    form = HandOverForm(*given(request), colleagues=platform.colleagues(seen_by=request.officer))

    def handed_over(answers: dict[str, Any]) -> None:
        owner_id, words = form.chosen
        follow_up.hand_over_action(
            task_id=task_id, owner_id=owner_id, owner_words=words, reason=answers["reason"],
            by=request.officer, at=now(),
        )  # fmt: skip

    return _question(request, task_id, form, _("Hand it over"), _("Hand it over"), handed_over)


@policy(Act.KEEP_ACTIONS)
@require_POST
def compare(request: OfficerRequest, task_id: UUID, earlier_id: UUID) -> HttpResponse:
    """Says whether a finding is an earlier one come back."""
    same = request.POST.get("same") == "yes"
    say = follow_up.confirm_return if same else follow_up.tell_apart
    said = _("Counted as the same finding.") if same else _("Kept apart.")
    return _button(
        request, task_id, said,
        lambda: say(task_id=task_id, earlier_id=earlier_id, by=request.officer, at=now()),
    )  # fmt: skip


def _button(request: OfficerRequest, task_id: UUID, said: str, do: Done) -> HttpResponse:
    try:
        do()
    except follow_up.Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, said)
    return redirect("follow_up:action", task_id)


def _question(
    request: OfficerRequest,
    task_id: UUID,
    form: PlainForm,
    title: str,
    button: str,
    do: Callable[[dict[str, Any]], object],
    *,
    partners: bool = False,
) -> HttpResponse:
    """A page with a question; but for finishing, only the owner of the action is asked it."""
    found = _found(request, task_id)
    if not partners and found.organisation_id != request.officer.organisation.id:
        raise Http404
    if form.is_valid() and tried(form, lambda: do(form.cleaned_data)):
        return redirect("follow_up:action", task_id)
    page = {
        "title": title,
        "caption": f"{found.reference} · {presenters.title(found)}",
        "form": form,
        "button": button,
        "action_id": task_id,
    }
    return render(request, "follow_up/step.html", page)


def _found(request: OfficerRequest, task_id: UUID) -> follow_up.Action:
    try:
        return follow_up.action(task_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _file(uploaded: Any) -> follow_up.GivenFile | None:
    return follow_up.GivenFile(uploaded.name, uploaded) if uploaded else None
