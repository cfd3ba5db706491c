"""The line of stages under the header: what this person may go to, and where they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.rows import NavigationItem


@dataclass(frozen=True, slots=True)
class Place:
    """A stage that can be gone to, and the act without which it makes no sense to go."""

    text: str
    route: str
    begins: str  # the address of every page of the stage begins so
    act: Act


PLACES: Final = (
    Place("Inbox", "web:inbox", "/inbox/", Act.SEE_DESK),
    Place("Analyse", "analyse:areas", "/analyse/", Act.SEE_ANALYSIS),
    Place("Plan", "plan:decisions", "/plan/", Act.SEE_SOURCING),
    Place("Register", "register:files", "/register/", Act.SEE_FACTS),
    Place("Contract", "contract:agreements", "/contract/", Act.SEE_AGREEMENTS),
    Place("Papers", "govern:papers", "/govern/", Act.SEE_PAPERS),
    Place("Decide", "decide:waiting", "/decide/", Act.SEE_DECISIONS),
    Place("Follow up", "follow_up:actions", "/follow-up/", Act.SEE_ACTIONS),
    Place("Letters", "correspond:templates", "/letters/", Act.SEE_TEMPLATES),
    Place("Documents", "platform:documents", "/documents/", Act.SEE_DOCUMENT),
    Place("Who is who", "platform:route_map", "/who/", Act.SEE_ROUTE_MAP),
    Place("Invitations", "platform:invitations", "/invitations/", Act.SEE_INVITATIONS),
    Place("Sign-ins", "platform:staff", "/sign-ins/", Act.SEE_OFFICERS),
    Place("Record", "attest:events", "/record/", Act.SEE_RECORD),
)

#: Stages that hold more than one thing to begin with: what stands beneath them in the line.
SECTIONS: Final = {
    "/analyse/": (
        Place("What there is", "analyse:areas", "/analyse/", Act.SEE_ANALYSIS),
        Place("What people will need", "foresee:need", "/analyse/need/", Act.SEE_PROJECTIONS),
        Place("Scenarios", "foresee:scenarios", "/analyse/need/scenarios/", Act.SEE_SCENARIOS),
    ),
    "/contract/": (
        Place("The register", "contract:agreements", "/contract/", Act.SEE_AGREEMENTS),
        Place("Cost", "cost:forecast", "/contract/cost/", Act.SEE_AGREEMENTS),
        Place("Obligations", "keep_to:obligations", "/contract/obligations/", Act.SEE_OBLIGATIONS),
        Place("Uplift rounds", "uplift:rounds", "/contract/uplifts/", Act.SEE_UPLIFTS),
        Place("Changes", "vary:changes", "/contract/changes/", Act.SEE_AGREEMENTS),
    ),
}


def navigation(officer: platform.Officer, path: str) -> tuple[NavigationItem, ...]:
    """The stages open to the officer; the one that the page belongs to is marked."""
    return tuple(
        NavigationItem(place.text, reverse(place.route), path.startswith(place.begins))
        for place in PLACES
        if platform.may(officer, place.act)
    )


def sections(officer: platform.Officer, path: str) -> tuple[NavigationItem, ...]:
    """What the stage of this page holds that is open to the officer, where that is several."""
    places = next((each for begins, each in SECTIONS.items() if path.startswith(begins)), ())
    here = max((p.begins for p in places if path.startswith(p.begins)), key=len, default="")
    found = tuple(
        NavigationItem(place.text, reverse(place.route), place.begins == here)
        for place in places
        if platform.may(officer, place.act)
    )
    return found if len(found) > 1 else ()
