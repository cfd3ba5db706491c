"""Scenarios: the list, one of them, and what is done with a whole one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.decide import api as decide
from carewright.foresee import api as foresee
from carewright.foresee.web import scenario_presenters as presenters
from carewright.foresee.web.keeping import kept
from carewright.foresee.web.scenario_effects import effect_of
from carewright.foresee.web.scenario_forms import (
    CommentForm,
    CopyForm,
    RewordForm,
    ScenarioForm,
    ShareForm,
)
from carewright.foresee.web.scenario_lists import SCENARIOS
from carewright.foresee.web.scenario_places import councils, crumbs, found_scenario
from carewright.foresee.web.scenario_results import results, see_changes
from carewright.foresee.web.scenario_versions import versions
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, SharedKind, intent_of, policy
from carewright.ui.exports import download
from carewright.ui.forms import given, tried


@policy(Act.SEE_SCENARIOS)
@require_safe
def scenarios(request: OfficerRequest) -> HttpResponseBase:
    """Every scenario of the organisation and those that partners share with it."""
    asked = SCENARIOS.asked(request.GET if request.GET else {"standing": "in_use"})
    found = foresee.scenarios(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("Scenarios"),
        "crumbs": crumbs()[:1],
        "list": asked.page_of(found),
        "may_begin": platform.may(request.officer, Act.BEGIN_SCENARIO),
    }
    return render(request, "foresee/scenarios.html", page)


@policy(Act.SEE_SCENARIOS)
@require_safe
def scenario(request: OfficerRequest, scenario_id: UUID) -> HttpResponse:
    """One scenario: its levers in plain words, who shares it, and what was said of it."""
    return shown(request, scenario_id, CommentForm(), act=Act.SEE_SCENARIOS)


@policy(Act.BEGIN_SCENARIO)
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: OfficerRequest) -> HttpResponse:
    """Begins a scenario without levers, to which levers are added one by one."""
    form = ScenarioForm(*given(request))
    begun: list[UUID] = []
    if form.is_valid() and tried(form, lambda: begun.append(_begun(request, form))):
        return redirect("foresee:scenario", begun[0])
    page = {
        "title": _("New scenario"), "crumbs": crumbs(), "form": form,
        "button": _("Begin the scenario"), "cancel": reverse("foresee:scenarios"),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


@policy(Act.CHANGE_SCENARIO)
@require_http_methods(["GET", "HEAD", "POST"])
def reword(request: OfficerRequest, scenario_id: UUID) -> HttpResponse:
    """Changes what it is called and what it is said to be about."""
    found = found_scenario(scenario_id, by=request.officer, act=Act.CHANGE_SCENARIO)
    start = {"name": found.name, "about": found.about, "version": found.version}
    form = RewordForm(*given(request), initial=start)
    if form.is_valid() and kept(
        form,
        lambda: foresee.reword_scenario(
            scenario_id=scenario_id, **form.cleaned_data, by=request.officer, at=now()
        ),
    ):
        return redirect("foresee:scenario", scenario_id)
    return _asked(request, found, form, _("Name and purpose"), _("Save"))


@policy(Act.BEGIN_SCENARIO)
@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: OfficerRequest, scenario_id: UUID) -> HttpResponse:
    """Makes a scenario of one's own that begins where another stands."""
    found = found_scenario(scenario_id, by=request.officer, act=Act.BEGIN_SCENARIO)
    name = _("Copy of %(name)s") % {"name": found.name}
    form = CopyForm(*given(request), initial={"name": name[:120]})
    copied: list[UUID] = []
    if form.is_valid() and tried(form, lambda: copied.append(_copied(request, found, form))):
        return redirect("foresee:scenario", copied[0])
    return _asked(request, found, form, _("Copy a scenario"), _("Copy it"))


@policy(Act.SHARE_SCENARIO)
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: OfficerRequest, scenario_id: UUID) -> HttpResponse:
    """Shows it to the members of a partnership, or no longer."""
    found = found_scenario(scenario_id, by=request.officer, act=Act.SHARE_SCENARIO)
    joint = platform.partnerships_sharing(SharedKind.SCENARIO, seen_by=request.officer)
    start = {"partnership": str(found.partnership_id or "nobody")}
    form = ShareForm(*given(request), partnerships=joint, initial=start)
    if form.is_valid():
        foresee.share_scenario(
            scenario_id=scenario_id, partnership_id=form.chosen, by=request.officer, at=now()
        )
        return redirect("foresee:scenario", scenario_id)
    return _asked(request, found, form, _("Share a scenario"), _("Save"))


@policy(Act.COMMENT_ON_SCENARIO)
@require_POST
def comment(request: OfficerRequest, scenario_id: UUID) -> HttpResponse:
    """Says something of it, for its owner and the partners who see it."""
    form = CommentForm(request.POST)
    if not form.is_valid():
        return shown(request, scenario_id, form, act=Act.COMMENT_ON_SCENARIO)
    foresee.comment_on_scenario(
        scenario_id=scenario_id, words=form.cleaned_data["words"], intent=intent_of(request),
        by=request.officer, at=now(),
    )  # fmt: skip
    return redirect(f"{reverse('foresee:scenario', args=[scenario_id])}#comments")


@policy(Act.SHARE_SCENARIO)
@require_POST
def put_away(request: OfficerRequest, scenario_id: UUID) -> HttpResponse:
    """Takes it out of the list in use."""
    foresee.put_scenario_away(scenario_id=scenario_id, by=request.officer, at=now())
    messages.success(request, _("The scenario is put away."))
    return redirect("foresee:scenario", scenario_id)


@policy(Act.SHARE_SCENARIO)
@require_POST
def bring_back(request: OfficerRequest, scenario_id: UUID) -> HttpResponse:
    """Brings back what was put away."""
    try:
        foresee.bring_scenario_back(scenario_id=scenario_id, by=request.officer, at=now())
    except foresee.CannotKeep as cannot:
        messages.error(request, str(cannot))
    else:
        messages.success(request, _("The scenario is in use again."))
    return redirect("foresee:scenario", scenario_id)


def shown(
    request: OfficerRequest, scenario_id: UUID, form: CommentForm, *, act: Act
) -> HttpResponse:
    """The page of a scenario, with what was typed as a comment."""
    by = request.officer
    found = found_scenario(scenario_id, by=by, act=act)
    asked = decide.approvals_about("scenario", scenario_id, seen_by=by)
    effect = effect_of(found, seen_by=by)
    page = {
        "title": found.name,
        "crumbs": crumbs(),
        "about": presenters.identity(found),
        "lead": found.about,
        "scenario": found,
        "finding": presenters.finding(found),
        "levers": presenters.levers(found, dict(councils(seen_by=by))),
        "steps": presenters.steps(found, by),
        "results": results(effect, found, by=by) if found.levers else None,
        "see_changes": see_changes(effect),
        "warning": presenters.mixed_rules(found),
        "not_projected": presenters.not_projected(
            found, foresee.uncounted_here(seen_by=by, through=localdate())
        ),
        "sharing": platform.sharing_of(found, SharedKind.SCENARIO, seen_by=by),
        "decision": presenters.decision(found, asked[0] if asked else None),
        "versions": versions(found, foresee.versions_of(scenario_id, seen_by=by), asked),
        "comments": foresee.comments_on(scenario_id, seen_by=by),
        "form": form,
    }
    return render(request, "foresee/scenario.html", page)


def _begun(request: OfficerRequest, form: ScenarioForm) -> UUID:
    return foresee.begin_scenario(
        **form.cleaned_data, intent=intent_of(request), by=request.officer, at=now()
    )


def _copied(request: OfficerRequest, found: foresee.Scenario, form: CopyForm) -> UUID:
    return foresee.copy_scenario(
        scenario_id=found.id, name=form.cleaned_data["name"], intent=intent_of(request),
        by=request.officer, at=now(),
    )  # fmt: skip


def _asked(
    request: OfficerRequest, found: foresee.Scenario, form: object, title: str, button: str
) -> HttpResponse:
    page = {
        "title": title, "caption": found.name, "crumbs": crumbs(found), "form": form,
        "button": button, "cancel": reverse("foresee:scenario", args=[found.id]),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)
