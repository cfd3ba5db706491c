"""How the invented organisations work together: a partnership, whom to ask, and an absence."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from django.utils.timezone import localdate

from carewright.config.casting import persona
from carewright.platform import api as platform
from carewright.platform.api import Level, Part, SharedKind, StepWanted

PARTNERSHIP: Final = "Alder and Elm Commissioning Partnership"
#: Who takes part, with their share of the pool in parts of ten thousand, and who agrees for them.
PARTS: Final = (
    ("elmshire", 3_750, "director"),
    ("oakshire", 2_250, "director"),
    ("strathalder", 1_500, "director"),
    ("alder-and-elm", 2_500, "director"),
)
SHARED: Final = {
    SharedKind.TASK: Level.COMMENT,
    SharedKind.FINDING: Level.SEE,
    SharedKind.REVIEW: Level.COMMENT,
    SharedKind.APPROVAL: Level.SEE,
    SharedKind.PAPER: Level.SEE,
    SharedKind.SCENARIO: Level.COMMENT,
    SharedKind.PROJECTION: Level.COMMENT,
}
#: Organisation, who, area, whether the lead officer, team, what to ask about, telephone.
CONTACTS: Final = (
    ("elmshire", "commissioner", "care_at_home", True, "Commissioning", "New needs and plans"),
    ("elmshire", "contracts", "contracts", True, "Contracts", "Prices, changes and renewals"),
    ("elmshire", "quality", "safety", True, "Quality and protection", "A worry about a service"),
    ("elmshire", "finance2", "payments", True, "Finance", "An invoice that is not paid"),
    ("elmshire", "discharge", "hospital_discharge", True, "Home from hospital", "Going home today"),
    ("elmshire", "budget2", "carers", True, "Carers", "Breaks and support for carers"),
    ("elmshire", "broker", "care_at_home", False, "Brokerage", "An offer of hours"),
    ("oakshire", "commissioner", "care_at_home", True, "Commissioning", "New needs and plans"),
    ("strathalder", "commissioner", "care_homes", True, "Commissioning", "Places in care homes"),
    ("alder-and-elm", "joint", "hospital_discharge", True, "Joint planning", "Beds and flow"),
)
#: Service area, with who is asked next and how many working days each has.
PATHS: Final = (
    ("", (("team-manager", 2), ("budget", 3), ("director", 5))),
    ("safety", (("quality", 1), ("chief-social-work", 1), ("director", 1))),
    ("payments", (("finance2", 3), ("finance", 3), ("chief-finance", 5))),
)

#: Organisation, who forms it, team, areas, who leads, locality, members.
TEAMS: Final = (
    ("elmshire", "commissioner", "Commissioning", ("care_homes", "care_at_home", "day_support"),
     "commissioner", "", ("commissioner2", "procurement", "evaluator")),
    ("elmshire", "team-manager", "Adult care", ("care_at_home", "housing_support"),
     "team-manager", "", ("social-worker", "broker")),
    ("elmshire", "commissioner", "Contracts", ("contracts", "payments"),
     "director2", "", ("contracts", "finance2")),
    ("elmshire", "commissioner", "Quality and protection", ("safety",),
     "chief-social-work", "", ("quality",)),
    ("elmshire", "commissioner", "Home from hospital", ("hospital_discharge",),
     "discharge", "", ("social-worker",)),
    ("elmshire", "commissioner", "Carers", ("carers",), "budget2", "", ("social-worker",)),
    ("joint-board", "planning", "Planning for Elm Valley", ("care_at_home", "care_homes"),
     "planning", "Elm Valley", ()),
    ("joint-board", "planning", "Planning for the glens", ("care_at_home", "hospital_discharge"),
     "chief-officer", "Alder Glens", ("planning",)),
)  # fmt: skip
LOCALITIES: Final = (
    ("Elm Valley", "Elmshire, from the river mouth to the mill towns"),
    ("Alder Glens", "Strathalder and the glens above Alder Water"),
    ("Oak Coast", "Oakshire and its islands"),
)
#: Elmshire's named lead officers, for how many days so far, and how many days ago they took what.
LEADS: Final = (
    ("quality", platform.LeadDuty.ADULT_PROTECTION, 400, (("protecting_adults", 1_060),)),
    ("team-manager", platform.LeadDuty.SELF_DIRECTED_SUPPORT, 700,
     (("budgets_and_choice", 500), ("carers_rights", 1_105))),
    ("budget2", platform.LeadDuty.UNPAID_CARERS, 300, (("carers_rights", 200),)),
    ("commissioner", platform.LeadDuty.COMMISSIONING, 190, (("buying_care", 400),)),
)  # fmt: skip


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Lets the personas do what is not done yet; they act themselves, as nobody else may."""
    _ensure_partnership(at)
    _ensure_route_map(at)
    _ensure_absence(at)
    _ensure_teams(at)
    _ensure_leads(at)


def _ensure_partnership(at: datetime) -> None:
    lead = persona("commissioner", "elmshire", at)
    if any(each.name == PARTNERSHIP for each in platform.partnerships(seen_by=lead)):
        return
    organisations = {each.slug: each.id for each in platform.organisations()}
    formed = platform.form_partnership(
        name=PARTNERSHIP,
        purpose="Plan and buy care for older people together, and settle who follows up what.",
        starts_on=date(2026, 4, 1),
        parts=[Part(organisations[slug], share) for slug, share, _ in PARTS],
        shared=SHARED,
        by=lead,
        at=at,
    )
    [terms] = platform.partnership(formed, seen_by=lead).terms
    for slug, _share, who in PARTS:
        platform.agree_terms(terms_id=terms.id, by=persona(who, slug, at), at=at)


def _ensure_route_map(at: datetime) -> None:
    for slug in {contact[0] for contact in CONTACTS}:
        by = persona("joint" if slug == "alder-and-elm" else "commissioner", slug, at)
        known = {(e.email, e.service_area) for e in platform.contacts(seen_by=by)}
        for whose, who, area, is_lead, team, ask_about in CONTACTS:
            officer = persona(who, whose, at)
            if whose == slug and (officer.email, area) not in known:
                platform.name_contact(
                    officer_id=officer.id,
                    service_area=area,
                    is_lead=is_lead,
                    team=team,
                    ask_about=ask_about,
                    by=by,
                    at=at,
                )
    _ensure_paths(at)


def _ensure_paths(at: datetime) -> None:
    by = persona("commissioner", "elmshire", at)
    known = platform.escalation_paths(organisation_id=by.organisation.id)
    for area, steps in PATHS:
        if area not in known:
            wanted = [StepWanted(persona(who, "elmshire", at).id, days) for who, days in steps]
            platform.set_escalation_path(service_area=area, steps=wanted, by=by, at=at)


def _ensure_absence(at: datetime) -> None:
    """The commissioner is away for two weeks from the first fill on; later fills add nothing."""
    away, deputy = (persona(who, "elmshire", at) for who in ("commissioner", "commissioner2"))
    if platform.covers_of(away.id, day=date(2020, 1, 1), seen_by=away):
        return
    today = localdate(at)
    platform.arrange_cover(
        absent_id=away.id,
        deputy_id=deputy.id,
        starts_on=today + timedelta(days=14),
        ends_before=today + timedelta(days=28),
        by=away,
        at=at,
    )


def _ensure_teams(at: datetime) -> None:
    chief = persona("planning", "joint-board", at)
    known = {each.name for each in platform.localities(seen_by=chief)}
    for name, covers in LOCALITIES:
        if name not in known:
            platform.name_locality(name=name, covers=covers, by=chief, at=at)
    places = {each.name: each.id for each in platform.localities(seen_by=chief)}
    for slug, who, name, areas, lead, locality, members in TEAMS:
        by = persona(who, slug, at)
        if name in {each.name for each in platform.teams(seen_by=by)}:
            continue
        team_id = platform.form_team(
            name=name, service_areas=areas, lead_id=persona(lead, slug, at).id,
            locality_id=places.get(locality), by=by, at=at,
        )  # fmt: skip
        for member in members:
            platform.join_team(
                team_id=team_id, officer_id=persona(member, slug, at).id,
                starts_on=date(2026, 4, 1), by=by, at=at,
            )  # fmt: skip


def _ensure_leads(at: datetime) -> None:
    """One course ends soon, one has ended, one was never taken: each on two desks."""
    director, chief = (persona(who, "elmshire", at) for who in ("director", "chief-social-work"))
    today = localdate(at)
    if platform.lead_officers(seen_by=director, on=today):
        return
    for who, duty, days, courses in LEADS:
        officer = persona(who, "elmshire", at)
        platform.name_lead_officer(
            officer_id=officer.id, duty=duty, starts_on=today - timedelta(days=days),
            by=director, at=at,
        )  # fmt: skip
        for code, ago in courses:
            platform.record_training(
                officer_id=officer.id, code=code, taken_on=today - timedelta(days=ago),
                by=chief, at=at,
            )  # fmt: skip
