"""The levers of a scenario: chosen by kind, asked in plain words, changed and removed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.foresee import api as foresee
from carewright.foresee.web import scenario_presenters as presenters
from carewright.foresee.web.lever_forms import LeverForm, answers_of, areas_offered
from carewright.foresee.web.lever_kinds import BY_SLUG, KINDS, LeverKind, kind_of
from carewright.foresee.web.scenario_places import councils, crumbs, found_scenario
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.forms import given
from carewright_engine.demand.refusing import BadParameter


@policy(Act.CHANGE_SCENARIO)
@require_safe
def choose(request: OfficerRequest, scenario_id: UUID) -> HttpResponse:
    """Which kind of lever to add."""
    found = found_scenario(scenario_id, by=request.officer, act=Act.CHANGE_SCENARIO)
    page = {
        "title": _("Add a lever"), "caption": found.name, "crumbs": crumbs(found),
        "kinds": KINDS, "scenario": found,
    }  # fmt: skip
    return render(request, "foresee/scenario_choose_lever.html", page)


@policy(Act.CHANGE_SCENARIO)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: OfficerRequest, scenario_id: UUID, kind: str) -> HttpResponse:
    """Adds a lever of a kind."""
    found = found_scenario(scenario_id, by=request.officer, act=Act.CHANGE_SCENARIO)
    if kind not in BY_SLUG:
        raise Http404
    chosen = BY_SLUG[kind]
    form = LeverForm(
        *given(request), kind=chosen, areas=councils(seen_by=request.officer),
        first_years=foresee.first_years_ahead(seen_by=request.officer, through=localdate()),
        initial={"version": found.version, "decay": 0.0, "on": "each", "support": "care_at_home"},
    )  # fmt: skip
    return _asked(
        request, found, form, str(chosen.title), _("Add the lever"),
        lambda: foresee.add_lever(
            scenario_id=scenario_id, version=form.cleaned_data["version"], lever=form.plain(),
            by=request.officer, at=now(),
        ),
    )  # fmt: skip


@policy(Act.CHANGE_SCENARIO)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: OfficerRequest, scenario_id: UUID, number: int) -> HttpResponse:
    """Changes the lever of this number."""
    found = found_scenario(scenario_id, by=request.officer, act=Act.CHANGE_SCENARIO)
    kind, lever = _opened(request, found, number)
    areas = areas_offered(councils(seen_by=request.officer), lever)
    start = {**answers_of(lever), "version": found.version, "opened_as": lever.get("name", "")}
    first = foresee.first_years_ahead(seen_by=request.officer, through=localdate())
    form = LeverForm(*given(request), kind=kind, areas=areas, first_years=first, initial=start)
    return _asked(
        request, found, form, _("Change a lever"), _("Save the lever"),
        lambda: foresee.change_lever(
            scenario_id=scenario_id, version=form.cleaned_data["version"], number=number,
            lever=form.plain(), by=request.officer, at=now(),
        ),
    )  # fmt: skip


def _number_of(version: str) -> int:
    """The version that a page showed; 0, which no scenario has, for anything else."""
    return int(version) if version.isdecimal() and len(version) < 10 else 0


@policy(Act.CHANGE_SCENARIO)
@require_POST
def remove(request: OfficerRequest, scenario_id: UUID, number: int) -> HttpResponse:
    """Takes a lever out, of the version that the page showed."""
    version = request.POST.get("version", "")
    try:
        foresee.remove_lever(
            scenario_id=scenario_id, version=_number_of(version),
            number=number, by=request.officer, at=now(),
        )  # fmt: skip
    except foresee.ChangedMeanwhile as changed:
        messages.error(
            request,
            _("%(who)s changed this scenario meanwhile. Look at it as it stands now.")
            % {"who": changed.by_name},
        )
    except foresee.CannotKeep as cannot:
        messages.error(request, str(cannot))
    else:
        messages.success(request, _("The lever is removed."))
    return redirect("foresee:scenario", scenario_id)


def _opened(
    request: OfficerRequest, found: foresee.Scenario, number: int
) -> tuple[LeverKind, Mapping[str, Any]]:
    """The lever of this number; answers to one that others have moved stay of their own kind."""
    lever = found.levers[number - 1] if 1 <= number <= len(found.levers) else {}
    asked_as = BY_SLUG.get(request.POST.get("asked_as", ""))
    if not lever and asked_as is None:
        raise Http404
    return asked_as or kind_of(lever), lever


def _asked(
    request: OfficerRequest,
    found: foresee.Scenario,
    form: LeverForm,
    title: str,
    button: str,
    keep: Callable[[], None],
) -> HttpResponse:
    """Asks, and keeps what was answered; whatever is refused stands at its question."""
    action = ""
    if form.is_valid():
        try:
            keep()
            return redirect("foresee:scenario", found.id)
        except BadParameter as bad:
            form.refuse(bad)
        except foresee.CannotKeep as cannot:
            form.take_reasons(cannot.blockers)
        except foresee.ChangedMeanwhile as changed:
            action = _where_it_is_now(found, form)
            form.add_error(None, presenters.changed_meanwhile(changed))
            form.moved_to(changed.version)
    page = {
        "title": title, "caption": found.name, "crumbs": crumbs(found), "form": form,
        "button": button, "action": action, "lead": form.kind.does,
        "cancel": reverse("foresee:scenario", args=[found.id]),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


def _where_it_is_now(found: foresee.Scenario, form: LeverForm) -> str:
    """Where to send the answers to now: to the lever that they are of, or as one to be added."""
    names = [lever["name"] for lever in found.levers]
    opened_as = form.cleaned_data["opened_as"]
    if opened_as in names:
        return reverse("foresee:change_lever", args=[found.id, names.index(opened_as) + 1])
    return reverse("foresee:add_lever", args=[found.id, form.kind.slug])
