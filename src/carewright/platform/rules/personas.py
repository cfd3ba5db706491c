"""The invented people whom anybody at a practice installation may become with one click.

Their organisations are invented too: no council, board or body of these names exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from carewright.platform.rules.organisations import OrganisationKind, Role


@dataclass(frozen=True, slots=True)
class PracticeOrganisation:
    """An invented body; `area_code` is its code in the practice region's tables."""

    slug: str
    name: str
    kind: OrganisationKind
    area_code: str | None


@dataclass(frozen=True, slots=True)
class Persona:
    """An invented officer, known by a short key in the practice page's form."""

    key: str
    name: str
    organisation: str  # the slug
    job_title: str
    role: Role
    can_do: str

    @property
    def email(self) -> str:
        """An address that no mail can ever reach: `.example` is reserved (RFC 2606)."""
        return f"{self.key}@{self.organisation}.example"


PRACTICE_ORGANISATIONS: Final = (
    PracticeOrganisation("elmshire", "Elmshire Council", OrganisationKind.COUNCIL, "S12900001"),
    PracticeOrganisation("oakshire", "Oakshire Council", OrganisationKind.COUNCIL, "S12900002"),
    PracticeOrganisation(
        "strathalder", "Strathalder Council", OrganisationKind.COUNCIL, "S12900003"
    ),
    PracticeOrganisation(
        "alder-and-elm",
        "NHS Alder and Elm",
        OrganisationKind.HEALTH_BOARD,
        "S08900001",
    ),
    PracticeOrganisation(
        "national-desk", "National Market Desk (practice)", OrganisationKind.NATIONAL, None
    ),
)

PERSONAS: Final = (
    Persona(
        "commissioner",
        "Isla Rowan",
        "elmshire",
        "Commissioning manager",
        Role.COMMISSIONER,
        "Imports files, runs analyses and reads everything of Elmshire",
    ),
    Persona(
        "contracts",
        "Dev Larch",
        "elmshire",
        "Contracts officer",
        Role.CONTRACT_MANAGER,
        "Imports files and confirms who belongs to which provider group",
    ),
    Persona(
        "director",
        "Morag Ashby",
        "elmshire",
        "Director of social care",
        Role.AUTHORISING_DIRECTOR,
        "Reads analyses and reports",
    ),
    Persona(
        "auditor",
        "Piotr Hazel",
        "elmshire",
        "Internal auditor",
        Role.INTERNAL_AUDITOR,
        "Reads everything of Elmshire, the record of events included",
    ),
    Persona(
        "administrator",
        "Sam Willow",
        "elmshire",
        "Systems administrator",
        Role.SYSTEM_ADMINISTRATOR,
        "Enrols officers and gives them roles",
    ),
    Persona(
        "commissioner",
        "Fergus Alder",
        "oakshire",
        "Commissioning manager",
        Role.COMMISSIONER,
        "The same desk in Oakshire, which sees nothing of Elmshire's own",
    ),
    Persona(
        "commissioner",
        "Catriona Birch",
        "strathalder",
        "Commissioning manager",
        Role.COMMISSIONER,
        "The same desk in Strathalder",
    ),
    Persona(
        "joint",
        "Anwen Maple",
        "alder-and-elm",
        "Joint commissioner",
        Role.JOINT_COMMISSIONER,
        "Plans with the three councils for NHS Alder and Elm",
    ),
    Persona(
        "analyst",
        "Tariq Elder",
        "national-desk",
        "Market analyst",
        Role.MARKET_ANALYST,
        "Reads the market of every area, providers and never people",
    ),
)


def persona_at(email: str) -> Persona | None:
    """The persona with this address."""
    return next((each for each in PERSONAS if each.email == email), None)
