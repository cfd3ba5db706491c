"""A projection whose work has stopped: what was asked, why it stopped, and the ways on."""

from __future__ import annotations

from collections.abc import Collection
from itertools import zip_longest
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.foresee import api as foresee
from carewright.foresee.web.asking import counted_from
from carewright.foresee.web.places import crumbs_to_need
from carewright.foresee.web.wording import SUPPORTS
from carewright.platform import api as platform
from carewright.platform.api import JobState
from carewright.ui.formats import written_date, written_datetime
from carewright.ui.rows import Fact, Link
from carewright_engine.demand.scenarios.questions import Question


def stopped_page(
    found: foresee.ProjectionRow,
    question: Question,
    job: platform.Job | None,
    near: Collection[UUID],
) -> dict[str, Any]:
    """What the page prints; `near` are the scenarios that the reader may open."""
    cancelled = job is not None and job.state == JobState.CANCELLED
    return {
        "title": f"{found.reference}: {found.called}",
        "crumbs": crumbs_to_need(),
        "row": found,
        "heading": _("The work was cancelled") if cancelled else _("The work stopped"),
        "why": job.outcome if job else _("Nobody kept why."),
        "facts": _asked(found, question),
        "scenarios": _scenarios(found, question, near),
    }


def _asked(found: foresee.ProjectionRow, question: Question) -> tuple[Fact, ...]:
    years = _("%(years)s years ahead of %(from)s") % {
        "years": question.years, "from": counted_from(question)
    }  # fmt: skip
    facts = [
        Fact(_("Area"), question.area.name),
        Fact(_("Kind of support"), SUPPORTS[question.support].name),
        Fact(_("How far"), years),
        Fact(_("Facts up to"), written_date(question.through)),
    ]
    if question.fit_from:
        facts.append(Fact(_("Fit to financial years from"), str(question.fit_from)))
    facts.append(Fact(_("Asked for by"), found.asked_by, written_datetime(found.asked_at)))
    return tuple(facts)


def _scenarios(
    found: foresee.ProjectionRow, question: Question, near: Collection[UUID]
) -> tuple[Link, ...]:
    """Each scenario that was to be compared; one that is out of reach by now leads nowhere."""
    compared = zip_longest(question.compared, found.scenario_ids)
    return tuple(
        Link(
            scenario.name if scenario else _("A scenario"),
            reverse("foresee:scenario", args=[key]) if key in near else "",
        )
        for scenario, key in compared
    )
