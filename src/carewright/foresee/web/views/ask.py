"""Projections made before, and asking for another."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carewright.foresee import api as foresee
from carewright.foresee.jobs import queue_projection
from carewright.foresee.web.asking import Offered, like, offered, question_of, title_of
from carewright.foresee.web.forms import SUPPORT_CHOICES, AskForm
from carewright.foresee.web.places import crumbs_to_need
from carewright.foresee.web.views.read import ASKED_BEFORE, projection_of
from carewright.platform import api as platform
from carewright.platform.api import Act, JobState, OfficerRequest, may, policy
from carewright.ui.exports import download
from carewright.ui.formats import count_of
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.rows import State, Tag
from carewright_engine.demand.refusing import BadParameter


def _called(each: Any) -> str:
    """'Projection 3: Home care in Fife'; the number tells two of the same question apart."""
    said = {"number": each.number, "called": each.name or each.title}
    return gettext("Projection %(number)s: %(called)s") % said


#: Where the work stands of a projection without an answer; a partner's is not ours to see.
STOPPED: Final[dict[str, tuple[Any, State]]] = {
    JobState.FAILED.value: (_("Stopped"), "late"),
    JobState.CANCELLED.value: (_("Cancelled"), "none"),
}


def _standing(each: Any) -> Tag:
    if each.answered_at is not None:
        return Tag(gettext("Answered"), "good")
    words, look = STOPPED.get(each.job_state, (_("Being worked out"), "wait"))
    return Tag(str(words), look)


PROJECTIONS = Listing(
    name="projections",
    caption=_("Projections made before"),
    columns=(
        ListColumn(
            "called",
            _("Projection"),
            value=_called,
            sort="number",
            link=lambda each: reverse("foresee:projection", args=[each.pk]),
        ),
        ListColumn(
            "title", _("Asked"), under="called", value=lambda each: each.title if each.name else ""
        ),
        ListColumn("standing", _("Status"), kind="tag", value=_standing),
        ListColumn("organisation__name", _("Whose"), sort="organisation__name"),
        ListColumn("asked_by_name", _("Asked for by"), sort="asked_by_name"),
        ListColumn("asked_at", _("Asked on"), kind="datetime", sort="asked_at"),
        ListColumn(
            "answered_at", _("Answered"), "datetime", sort="answered_at", missing=_("No answer")
        ),
    ),
    filters=(
        ListFilter("q", _("Name, area or kind"), fields=("name", "title", "asked_by_name")),
        ListFilter(
            "support", _("Kind of support"), kind="select", fields=("question__support",),
            choices=SUPPORT_CHOICES,
        ),
        ListFilter("since", _("Asked since"), kind="from", fields=("asked_at__date",)),
    ),
    sort="-asked_at",
    counted=lambda how_many: count_of(how_many, "%(n)s projection", "%(n)s projections"),
)  # fmt: skip


@policy(Act.SEE_PROJECTIONS)
@require_safe
def need(request: OfficerRequest) -> HttpResponseBase:
    """Where foreseeing begins: projections made before, and the way to ask for another."""
    asked = PROJECTIONS.asked(request.GET)
    found = foresee.projections(seen_by=request.officer)
    if asked.download:
        return download(asked, found)
    page = {
        "title": _("What people will need"),
        "crumbs": crumbs_to_need()[:1],
        "list": asked.page_of(found),
        "may_run": may(request.officer, Act.RUN_PROJECTION),
    }
    return render(request, "foresee/need.html", page)


@policy(Act.RUN_PROJECTION)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: OfficerRequest) -> HttpResponse:
    """Asks; the answer is read at once when it is there already."""
    found, began = offered(seen_by=request.officer), now()
    form = found.form(request.POST if request.method == "POST" else None, _initial(request))
    if form.is_valid() and (made := _asked(request, found, form)):
        return _to_the_answer(request, made, began)
    page = {
        "title": _("Ask for a projection"),
        "crumbs": crumbs_to_need(),
        "form": form,
        "button": _("Project"),
        "cancel": reverse("foresee:need"),
        "lead": _("What people will need, from what was counted, with honest uncertainty."),
    }
    return render(request, "ui/form_page.html", page, status=400 if form.is_bound else 200)


def _asked(request: OfficerRequest, found: Offered, form: AskForm) -> UUID | None:
    """The projection; None where the engine refuses what was asked, and the form says why."""
    said = form.cleaned_data
    area = found.area(said["area"])
    if area is None:
        raise LookupError("the form let an unknown area pass")
    try:
        question = question_of(area, said)
        return foresee.ask_for_projection(
            question=question,
            scenario_ids=[UUID(each) for each in said.get("scenarios", [])],
            title=title_of(question),
            queue=partial(queue_projection, by=request.officer),
            by=request.officer,
            at=now(),
        )
    except foresee.CannotAsk as cannot:
        form.take_reasons(cannot.blockers)
    except BadParameter as refused:
        form.add_error(None, str(refused))
    return None


@policy(Act.RUN_PROJECTION)
@require_POST
def again(request: OfficerRequest, projection_id: UUID) -> HttpResponse:
    """Asks one's own question of the facts as they are now, beside the scenarios as they are."""
    found, began = projection_of(request, projection_id), now()
    if found.organisation_id != request.officer.organisation.id:
        raise Http404
    near = {each.id for each in foresee.scenarios_to_compare(seen_by=request.officer)}
    try:
        made = foresee.ask_for_projection(
            question=foresee.question_of(projection_id, seen_by=request.officer),
            scenario_ids=[each for each in found.scenario_ids if each in near],
            title=found.title,
            anew=request.POST.get("anew") == "yes",
            queue=partial(queue_projection, by=request.officer),
            by=request.officer,
            at=now(),
        )
    except foresee.CannotAsk as cannot:
        messages.error(request, str(cannot))
        return redirect(f"{reverse('foresee:ask')}?like={projection_id}")
    return _to_the_answer(request, made, began)


def _to_the_answer(request: OfficerRequest, made: UUID, began: datetime) -> HttpResponse:
    """On to the projection; what levers will not act on there is said at once.

    One asked for before the request began was there already, and its page says so.
    """
    for left_out in foresee.levers_left_out(made, seen_by=request.officer):
        messages.warning(request, str(left_out))
    found = foresee.projection(made, seen_by=request.officer)
    asked_before = f"?asked={ASKED_BEFORE}" if found.answered and found.asked_at < began else ""
    return redirect(f"{reverse('foresee:projection', args=[made])}{asked_before}")


def _initial(request: OfficerRequest) -> dict[str, Any]:
    """What an address fills in beforehand: an area, scenarios, or all of an earlier question."""
    start: dict[str, Any] = {"through": localdate()}
    if earlier := request.GET.get("like"):
        start |= _like(request, earlier)
    start |= {
        name: said for name in ("area", "support", "years") if (said := request.GET.get(name))
    }
    if scenarios := request.GET.getlist("scenario"):
        start["scenarios"] = scenarios
    return start


def _like(request: OfficerRequest, earlier: str) -> dict[str, Any]:
    try:
        projection_id = UUID(earlier)
        found = foresee.projection(projection_id, seen_by=request.officer)
        asked = foresee.question_of(projection_id, seen_by=request.officer)
    except (ValueError, platform.NotFound):
        raise Http404 from None
    return like(asked, found.scenario_ids)
