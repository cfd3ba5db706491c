"""What the pages of scenarios have in common: the scenario asked for, areas, the way back."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from carewright.analyse import api as analyse
from carewright.foresee import api as foresee
from carewright.platform import api as platform
from carewright.platform.api import Act, Officer
from carewright.ui.rows import Link


def found_scenario(scenario_id: UUID, *, by: Officer, act: Act) -> foresee.Scenario:
    """The scenario, if the officer may do this with it; otherwise it does not exist."""
    try:
        found = foresee.scenario(scenario_id, seen_by=by)
    except platform.NotFound:
        raise Http404 from None
    platform.require(by, act, found)
    return found


def councils(*, seen_by: Officer) -> list[tuple[str, str]]:
    """Areas that a lever may be kept to, by code and name; the officer's own come first."""
    known = analyse.areas(seen_by=seen_by)
    own = analyse.own_area(known, seen_by=seen_by)
    first = own.councils if own else ()
    found = [area for area in known.offered if area.kind == "council"]
    found.sort(key=lambda area: (area.code not in first, area.name))
    return [(area.code, area.name) for area in found]


def crumbs(found: foresee.Scenario | None = None) -> tuple[Link, ...]:
    """The way back to the scenarios, and to one of them."""
    first = (
        Link(_("Analyse"), reverse("analyse:areas")),
        Link(_("Scenarios"), reverse("foresee:scenarios")),
    )
    if found is None:
        return first
    return (*first, Link(found.name, reverse("foresee:scenario", args=[found.id])))
