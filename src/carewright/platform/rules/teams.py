"""Which teams and localities an organisation may have."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from carewright.platform.rules.blockers import Blocker
from carewright.platform.rules.organisations import OrganisationKind
from carewright.platform.rules.route_map import SERVICE_AREAS


def blockers_to_team(*, name: str, areas: Collection[str], lead_at_work: bool) -> list[Blocker]:
    """Why a team cannot be so."""
    found = []
    if not name.strip():
        found.append(Blocker("name", "Give the team a name"))
    if not areas or set(areas) - set(SERVICE_AREAS):
        found.append(Blocker("service_areas", "Choose what the team works on"))
    if not lead_at_work:
        found.append(Blocker("lead", "Whoever leads a team works here"))
    return found


def blockers_to_joining(
    *, starts_on: date, ends_before: date | None, at_work: bool, team_ended: bool
) -> list[Blocker]:
    """Why somebody cannot be a member for these days."""
    found = []
    if team_ended:
        found.append(Blocker("", "This team has ended"))
    if not at_work:
        found.append(Blocker("officer", "This person does not work here any more"))
    if ends_before is not None and ends_before <= starts_on:
        found.append(Blocker("ends_before", "The first day without them is after the first day"))
    return found


def blockers_to_locality(*, name: str, covers: str, kind: OrganisationKind) -> list[Blocker]:
    """Why an organisation cannot name a locality: only a joint board plans by them."""
    found = []
    if kind is not OrganisationKind.INTEGRATION_AUTHORITY:
        found.append(Blocker("", "Only an integration joint board has localities"))
    if not name.strip():
        found.append(Blocker("name", "Give the locality a name"))
    if not covers.strip():
        found.append(Blocker("covers", "Say which places it covers"))
    return found
