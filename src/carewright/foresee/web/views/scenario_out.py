"""A scenario leaves: to those who decide, who read what was sent, and as a file; or comes in."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from carewright.decide import api as decide
from carewright.foresee import api as foresee
from carewright.foresee.web import scenario_effects as effects
from carewright.foresee.web import scenario_presenters as presenters
from carewright.foresee.web.keeping import kept
from carewright.foresee.web.scenario_forms import BringForm, SendForm
from carewright.foresee.web.scenario_places import councils, crumbs, found_scenario
from carewright.foresee.web.scenario_results import results
from carewright.platform import api as platform
from carewright.platform.api import Act, OfficerRequest, SharedKind, intent_of, policy
from carewright.ui.formats import pounds
from carewright.ui.forms import given
from carewright.ui.rows import Link
from carewright_engine.demand.refusing import BadParameter
from carewright_engine.demand.scenarios.scenario import scenario_from_toml
from carewright_engine.demand.scenarios.written import written_scenario


@dataclass(frozen=True, slots=True)
class AskedAbout:
    """A request for a decision on a version: what was asked for, and what does not fit."""

    link: Link
    cost: str
    years: int
    apart: str


@policy(Act.SEE_SCENARIOS)
@require_safe
def scenario_file(request: OfficerRequest, scenario_id: UUID) -> HttpResponse:
    """The scenario as the file that `carewright project --scenario` reads."""
    found = found_scenario(scenario_id, by=request.officer, act=Act.SEE_SCENARIOS)
    text = written_scenario(found.read)
    name = f"scenario-{slugify(found.name) or found.id}.toml"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="application/toml; charset=utf-8", headers=headers)


@policy(Act.BEGIN_SCENARIO)
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: OfficerRequest) -> HttpResponse:
    """Begins a scenario from a file, which the engine reads first."""
    form = BringForm(*given(request))
    if form.is_valid():
        try:
            read = scenario_from_toml(form.cleaned_data["file"].read())
            scenario_id = foresee.begin_scenario(
                **read.model_dump(mode="json"), intent=intent_of(request), by=request.officer,
                at=now(),
            )  # fmt: skip
            return redirect("foresee:scenario", scenario_id)
        except (BadParameter, foresee.CannotKeep) as refused:
            form.add_error("file", str(refused))
    page = {
        "title": _("Bring a scenario from a file"), "crumbs": crumbs(), "form": form,
        "button": _("Bring it in"), "cancel": reverse("foresee:scenarios"),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


@policy(Act.SEND_SCENARIO)
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: OfficerRequest, scenario_id: UUID) -> HttpResponse:
    """Asks for a decision, of one's own organisation or of the partners too."""
    by = request.officer
    found = found_scenario(scenario_id, by=by, act=Act.SEND_SCENARIO)
    joint = platform.partnerships_sharing(SharedKind.APPROVAL, seen_by=by)
    effect = effects.effect_of(found, seen_by=by)
    form = SendForm(
        *given(request), initial={"version": found.version},
        partnerships=[each for each in joint if each[0] == found.partnership_id],
        projected=effects.offered(effect),
    )  # fmt: skip
    if form.is_valid() and kept(
        form,
        lambda: foresee.send_scenario(
            scenario_id=scenario_id, **form.wanted(), intent=intent_of(request), by=by, at=now()
        ),
    ):
        _say_sent(request, form, effect)
        return redirect("foresee:scenario", scenario_id)
    page = {
        "title": _("Send a scenario for decision"), "caption": found.name, "form": form,
        "crumbs": crumbs(found), "button": _("Send it"),
        "lead": _("The scheme of delegation says who decides. They read the scenario itself, "
                  "with what the latest projection of each kind of support says of it."),
        "cancel": reverse("foresee:scenario", args=[scenario_id]),
    }  # fmt: skip
    return render(request, "ui/form_page.html", page)


def _say_sent(request: OfficerRequest, form: SendForm, effect: effects.Effect) -> None:
    messages.success(request, _("The scenario is sent for decision."))
    said = form.cleaned_data
    apart = effects.far_apart(effect, said["cost"], said["years"])
    for warned in (apart, effects.half_missing(effect)):
        if warned:
            messages.warning(request, warned)


@policy(Act.SEE_SCENARIOS)
@require_safe
def sent(request: OfficerRequest, scenario_id: UUID, version: int) -> HttpResponse:
    """What those who decide were asked about, whatever has become of the scenario since."""
    by = request.officer
    found = found_scenario(scenario_id, by=by, act=Act.SEE_SCENARIOS)
    try:
        read = foresee.sent_scenario(scenario_id, version, seen_by=by)
    except platform.NotFound:
        raise Http404 from None
    effect = effects.effect_of(read, seen_by=by)
    page = {
        "results": results(effect, read, by=by), "asked": _asked_about(read, effect, by),
        "title": read.name, "crumbs": crumbs(found), "lead": read.about, "sent": read,
        "about": presenters.identity_of_sent(read), "finding": presenters.finding(read),
        "levers": presenters.levers(read, dict(councils(seen_by=by))),
        "changed_since": presenters.changed_since(read),
    }  # fmt: skip
    return render(request, "foresee/sent_scenario.html", page)


def _asked_about(
    read: foresee.SentScenario, effect: effects.Effect, by: platform.Officer
) -> tuple[AskedAbout, ...]:
    """Each request for this version, with whether its cost is far from the one projected."""
    where = reverse("foresee:sent_scenario", args=[read.scenario_id, read.version])
    found = decide.approvals_about("scenario", read.scenario_id, seen_by=by)
    return tuple(
        AskedAbout(
            Link(each.reference, reverse("decide:request", args=[each.id])),
            pounds(each.annual_pence, whole=True), each.term_months // 12,
            effects.far_apart(effect, each.annual_pence, max(1, each.term_months // 12)),
        )
        for each in found
        if each.link == where
    )  # fmt: skip
