"""Plans: the list, one plan, and files of actions brought into it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.follow_up import api as follow_up
from carewright.follow_up.api import Source
from carewright.follow_up.web import plan_presenters as presenters
from carewright.follow_up.web.forms import AgreeForm
from carewright.follow_up.web.places import places
from carewright.follow_up.web.plan_forms import ColumnsForm, PlanFileForm, PlanForm
from carewright.follow_up.web.plan_lists import FAULTS, PLANS
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, intent_of, policy
from carewright.ui.exports import download
from carewright.ui.forms import given


@policy(Act.SEE_ACTIONS)
@require_safe
def plans(request: OfficerRequest) -> HttpResponseBase:
    """Every plan of the organisation, the latest first."""
    asked = PLANS.asked(request.GET)
    found = follow_up.plans(seen_by=request.officer, at=now())
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Plans"),
        "places": places("plans"),
        "list": asked.page_of(found),
        "may_add": platform.may(request.officer, Act.KEEP_ACTIONS),
    }
    return render(request, "follow_up/plans.html", page)


@policy(Act.SEE_ACTIONS)
@require_safe
def plan(request: OfficerRequest, plan_id: UUID) -> HttpResponse:
    """One plan as it would be printed: its findings, actions, owners, dates and states."""
    by, at = request.officer, now()
    found = _plan(request, plan_id)
    progress = follow_up.progress_of_plan(plan_id, seen_by=by, at=at)
    page = {
        "title": found.title,
        "caption": " · ".join(filter(None, (found.source.label, found.reference))),
        "plan": found,
        "finding": presenters.progress_finding(progress),
        "figure": presenters.figure(progress),
        "grid_of_actions": presenters.actions_grid(
            follow_up.actions_of_plan(plan_id, seen_by=by, at=at), at
        )
        if progress.actions
        else None,
        "may_add": platform.may(by, Act.KEEP_ACTIONS),
    }
    return render(request, "follow_up/plan.html", page)


@policy(Act.KEEP_ACTIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def begin_plan(request: OfficerRequest) -> HttpResponse:
    """Begins a plan of its own."""
    form = PlanForm(*given(request))
    if form.is_valid():
        answers = {**form.cleaned_data, "source": Source(form.cleaned_data["source"])}
        plan_id = follow_up.begin_plan(
            **answers, intent=intent_of(request), by=request.officer, at=now()
        )
        return redirect("follow_up:plan", plan_id)
    page = {"title": _("Begin a plan"), "form": form, "cancel": reverse("follow_up:plans")}
    return render(request, "ui/form_page.html", page)


@policy(Act.KEEP_ACTIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def add_to_plan(request: OfficerRequest, plan_id: UUID) -> HttpResponse:
    """Agrees an action within a plan."""
    found = _plan(request, plan_id)
    form = AgreeForm(
        *given(request),
        colleagues=platform.colleagues(seen_by=request.officer),
        initial={"source": found.source.value, "reference": found.reference},
    )
    if form.is_valid():
        follow_up.agree_action(
            agreed=form.agreed(plan_id), intent=intent_of(request), by=request.officer, at=now()
        )
        return redirect("follow_up:plan", plan_id)
    page = {
        "title": _("Add an action"), "caption": found.title, "form": form,
        "button": _("Keep the action"), "cancel": reverse("follow_up:plan", args=[plan_id]),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


@policy(Act.KEEP_ACTIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def give_file(request: OfficerRequest, plan_id: UUID) -> HttpResponse:
    """Gives a file of actions to be looked at."""
    found = _plan(request, plan_id)
    form = PlanFileForm(*given(request))
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            import_id = follow_up.give_plan_file(
                plan_id=plan_id, file_name=file.name, content=file.read(),
                intent=intent_of(request), by=request.officer, at=now(),
            )  # fmt: skip
            return redirect("follow_up:plan_import", import_id)
        except follow_up.Refused as refused:
            form.take_reasons(refused.blockers)
    page = {
        "title": _("Import actions from a file"), "caption": found.title, "form": form,
        "button": _("Look at it first"), "cancel": reverse("follow_up:plan", args=[plan_id]),
        "lead": _("You see what would be imported and what has to be mended. Nothing counts "
                  "until you say so."),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


@policy(Act.KEEP_ACTIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_import(request: OfficerRequest, import_id: UUID) -> HttpResponseBase:
    """What a file would add to its plan, what has to be mended, and how its columns are taken."""
    found = _import(request, import_id)
    read = follow_up.read_plan(found.text, found.columns)
    asked = FAULTS.asked(request.GET)
    if asked.download:
        return download(asked, read.faults)
    form = ColumnsForm(*given(request), headers=read.headers, taken=dict(read.columns))
    if form.is_valid() and _chosen(request, found, form):
        return redirect("follow_up:plan_import", import_id)
    colleagues = platform.colleagues(seen_by=request.officer)
    people = {each.name: each.id for each in colleagues}
    new = sum(row.digest not in found.known_digests for row in read.rows)
    page = {
        "title": _("Imported") if found.imported_at else _("Look before importing"),
        "caption": f"{found.plan} · {found.file_name}",
        "given": found,
        "finding": presenters.import_finding(read, new),
        "new": new,
        "read": read,
        "faults": asked.page_of(read.faults) if read.faults else None,
        "preview": presenters.preview_grid(
            read.rows[: presenters.MOST_SHOWN], found.known_digests, people
        ),
        "more": max(0, len(read.rows) - presenters.MOST_SHOWN),
        "columns": presenters.columns_grid(read),
        "form": form,
    }
    return render(request, "follow_up/plan_import.html", page)


@policy(Act.KEEP_ACTIONS)
@require_POST
def import_plan(request: OfficerRequest, import_id: UUID) -> HttpResponse:
    """Brings every good row into the plan."""
    found = _import(request, import_id)
    try:
        added = follow_up.import_plan(import_id=import_id, by=request.officer, at=now())
    except follow_up.Refused as refused:
        messages.error(request, str(refused))
        return redirect("follow_up:plan_import", import_id)
    said = ngettext("%(n)s action was imported.", "%(n)s actions were imported.", added)
    messages.success(request, said % {"n": added})
    return redirect("follow_up:plan", found.plan_id)


def _chosen(request: OfficerRequest, found: follow_up.PlanImport, form: ColumnsForm) -> bool:
    try:
        follow_up.choose_columns(
            import_id=found.id, columns=form.cleaned_data, by=request.officer, at=now()
        )
    except follow_up.Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _plan(request: OfficerRequest, plan_id: UUID) -> follow_up.Plan:
    try:
        return follow_up.plan(plan_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None


def _import(request: OfficerRequest, import_id: UUID) -> follow_up.PlanImport:
    try:
        return follow_up.plan_import(import_id, seen_by=request.officer)
    except platform.NotFound:
        raise Http404 from None
