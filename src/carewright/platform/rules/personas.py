"""The invented people whom anybody at a practice installation may become with one click.

Their organisations are invented too: no council, board, firm or charity of these names exists.
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
    area_code: str | None = None


@dataclass(frozen=True, slots=True)
class Persona:
    """An invented officer, known by a short key in the practice page's form."""

    key: str
    name: str
    organisation: str  # the slug
    job_title: str
    role: Role
    can_do: str
    also: tuple[Role, ...] = ()  # what else the same person is there

    @property
    def email(self) -> str:
        """An address that no mail can ever reach: `.example` is reserved (RFC 2606)."""
        return f"{self.key}@{self.organisation}.example"

    @property
    def roles(self) -> tuple[Role, ...]:
        """Everything that the person is."""
        return (self.role, *self.also)


PRACTICE_ORGANISATIONS: Final = (
    PracticeOrganisation("elmshire", "Elmshire Council", OrganisationKind.COUNCIL, "S12900001"),
    PracticeOrganisation("oakshire", "Oakshire Council", OrganisationKind.COUNCIL, "S12900002"),
    PracticeOrganisation(
        "strathalder", "Strathalder Council", OrganisationKind.COUNCIL, "S12900003"
    ),
    PracticeOrganisation(
        "alder-and-elm", "NHS Alder and Elm", OrganisationKind.HEALTH_BOARD, "S08900001"
    ),
    PracticeOrganisation(
        "joint-board",
        "Alder and Elm Integration Joint Board",
        OrganisationKind.INTEGRATION_AUTHORITY,
    ),
    PracticeOrganisation(
        "regional-hub", "Alder and Elm Regional Hub (practice)", OrganisationKind.REGIONAL
    ),
    PracticeOrganisation("corriemoor", "Corriemoor Care Limited", OrganisationKind.PROVIDER),
    PracticeOrganisation("thornmere", "Thornmere Homes Limited", OrganisationKind.PROVIDER),
    PracticeOrganisation(
        "elm-voices", "Elm Voices Together", OrganisationKind.VOLUNTARY_SECTOR_INTERFACE
    ),
    PracticeOrganisation(
        "carers-centre", "Elmshire Carers' Centre (practice)", OrganisationKind.CARERS_CENTRE
    ),
    PracticeOrganisation(
        "national-desk", "National Market Desk (practice)", OrganisationKind.NATIONAL
    ),
)

_ELMSHIRE: Final = (
    Persona(
        "commissioner", "Isla Rowan", "elmshire", "Commissioning manager", Role.COMMISSIONER,
        "Imports files, runs analyses and reads everything of Elmshire",
    ),
    Persona(
        "commissioner2", "Callum Sorrel", "elmshire", "Commissioning officer", Role.COMMISSIONER,
        "Works beside Isla Rowan and stands in for her",
    ),
    Persona(
        "contracts", "Dev Larch", "elmshire", "Contracts officer", Role.CONTRACT_MANAGER,
        "Imports files and confirms who belongs to which provider group",
    ),
    Persona(
        "procurement", "Agnes Furze", "elmshire", "Procurement officer", Role.PROCUREMENT_OFFICER,
        "Advises how care is bought",
    ),
    Persona(
        "broker", "Kwame Bracken", "elmshire", "Care broker", Role.BROKER,
        "Looks for care that a person can have",
    ),
    Persona(
        "social-worker", "Rhona Heather", "elmshire", "Social worker", Role.SOCIAL_WORKER,
        "Works with people and their carers",
    ),
    Persona(
        "team-manager", "Euan Thorn", "elmshire", "Adult care team manager", Role.TEAM_MANAGER,
        "Leads a team and arranges who stands in for whom",
    ),
    Persona(
        "discharge", "Nadia Fern", "elmshire", "Hospital discharge coordinator",
        Role.HOSPITAL_DISCHARGE_COORDINATOR, "Gets people home from hospital",
    ),
    Persona(
        "quality", "Siobhan Reed", "elmshire", "Quality and protection lead",
        Role.QUALITY_AND_PROTECTION_LEAD, "Watches over the quality and safety of care",
    ),
    Persona(
        "budget", "Gregor Holly", "elmshire", "Head of adult care", Role.BUDGET_HOLDER,
        "Answers for a budget",
    ),
    Persona(
        "budget2", "Yusuf Gorse", "elmshire", "Head of carers' support", Role.BUDGET_HOLDER,
        "Answers for a second budget",
    ),
    Persona(
        "finance", "Mairi Plum", "elmshire", "Finance business partner", Role.FINANCE_OFFICER,
        "Advises on money",
    ),
    Persona(
        "finance2", "Tom Quince", "elmshire", "Finance officer", Role.FINANCE_OFFICER,
        "The second pair of eyes on money",
    ),
    Persona(
        "chief-finance", "Eleanor Yew", "elmshire", "Section 95 officer",
        Role.CHIEF_FINANCE_OFFICER, "Answers in law for the council's money",
    ),
    Persona(
        "legal", "Hamish Linden", "elmshire", "Solicitor", Role.LEGAL_ADVISER,
        "Advises on the law",
    ),
    Persona(
        "legal2", "Priya Walnut", "elmshire", "Senior solicitor", Role.LEGAL_ADVISER,
        "The second adviser on the law",
    ),
    Persona(
        "director", "Morag Ashby", "elmshire", "Director of social care",
        Role.AUTHORISING_DIRECTOR, "Reads analyses and reports",
    ),
    Persona(
        "director2", "Angus Bay", "elmshire", "Depute director of social care",
        Role.AUTHORISING_DIRECTOR, "The second director who may authorise",
        also=(Role.BUDGET_HOLDER,),
    ),
    Persona(
        "chief-social-work", "Jean Medlar", "elmshire", "Chief social work officer",
        Role.CHIEF_SOCIAL_WORK_OFFICER, "Answers for social work as a profession",
    ),
    Persona(
        "evaluator", "Ravi Cherry", "elmshire", "Commissioning support officer", Role.EVALUATOR,
        "Scores what is offered",
    ),
    Persona(
        "lived-experience", "Ada Clover", "elmshire", "Panel member with lived experience",
        Role.EVALUATOR, "Scores what is offered, from a life with care",
    ),
    Persona(
        "councillor", "Norman Beech", "elmshire", "Convener of the social care committee",
        Role.DECIDING_MEMBER, "Decides in committee",
    ),
    Persona(
        "councillor2", "Fatima Hornbeam", "elmshire", "Councillor, social care committee",
        Role.DECIDING_MEMBER, "Decides in committee",
    ),
    Persona(
        "scrutiny", "Ruth Aspen", "elmshire", "Councillor, scrutiny committee",
        Role.SCRUTINY_MEMBER, "Asks questions before and after a decision",
    ),
    Persona(
        "clerk", "Iain Sedge", "elmshire", "Committee clerk", Role.COMMITTEE_CLERK,
        "Keeps the minutes of committees",
    ),
    Persona(
        "auditor", "Piotr Hazel", "elmshire", "Internal auditor", Role.INTERNAL_AUDITOR,
        "Reads everything of Elmshire, the record of events included",
    ),
    Persona(
        "administrator", "Sam Willow", "elmshire", "Systems administrator",
        Role.SYSTEM_ADMINISTRATOR, "Enrols officers and gives them roles",
    ),
    Persona(
        "administrator2", "Lesley Teasel", "elmshire", "Systems officer",
        Role.SYSTEM_ADMINISTRATOR, "The second administrator, as nobody gives roles to themselves",
    ),
)  # fmt: skip

_NEIGHBOURS: Final = (
    Persona(
        "commissioner", "Fergus Alder", "oakshire", "Commissioning manager", Role.COMMISSIONER,
        "The same desk in Oakshire, which sees nothing of Elmshire's own",
    ),
    Persona(
        "director", "Grace Osier", "oakshire", "Director of social care",
        Role.AUTHORISING_DIRECTOR, "Authorises for Oakshire",
    ),
    Persona(
        "clerk", "Judith Medick", "oakshire", "Democratic services officer", Role.COMMITTEE_CLERK,
        "Keeps the minutes of the executive and the council",
    ),
    Persona(
        "administrator", "Mark Nettle", "oakshire", "Systems administrator",
        Role.SYSTEM_ADMINISTRATOR, "Enrols the officers of Oakshire",
    ),
    Persona(
        "commissioner", "Catriona Birch", "strathalder", "Commissioning manager",
        Role.COMMISSIONER, "The same desk in Strathalder",
    ),
    Persona(
        "director", "Alasdair Poplar", "strathalder", "Director of social care",
        Role.AUTHORISING_DIRECTOR, "Authorises for Strathalder",
    ),
    Persona(
        "joint", "Anwen Maple", "alder-and-elm", "Joint commissioner", Role.JOINT_COMMISSIONER,
        "Plans with the three councils for NHS Alder and Elm",
    ),
    Persona(
        "director", "Colin Juniper", "alder-and-elm", "Director of planning",
        Role.AUTHORISING_DIRECTOR, "Authorises for NHS Alder and Elm",
    ),
    Persona(
        "discharge", "Bilal Broom", "alder-and-elm", "Hospital flow lead",
        Role.HOSPITAL_DISCHARGE_COORDINATOR, "Gets people home from hospital",
    ),
    Persona(
        "chief-officer", "Helen Damson", "joint-board", "Chief officer", Role.CHIEF_OFFICER,
        "Answers to the joint board for what is planned together",
    ),
    Persona(
        "chief-finance", "Stuart Laurel", "joint-board", "Chief finance officer",
        Role.CHIEF_FINANCE_OFFICER, "Answers for the joint board's money",
    ),
    Persona(
        "planning", "Olive Myrtle", "joint-board", "Strategic planning manager",
        Role.JOINT_COMMISSIONER, "Writes the strategic plan with its planning group",
    ),
    Persona(
        "member", "Duncan Spruce", "joint-board", "Chair of the joint board",
        Role.DECIDING_MEMBER, "Decides with the joint board",
    ),
    Persona(
        "member2", "Zainab Pear", "joint-board", "Vice-chair of the joint board",
        Role.DECIDING_MEMBER, "Decides with the joint board",
    ),
    Persona(
        "administrator", "Gregor Sloe", "joint-board", "Systems administrator",
        Role.SYSTEM_ADMINISTRATOR, "Enrols the officers of the joint board, adopts its scheme",
    ),
    Persona(
        "clerk", "Shona Whin", "joint-board", "Governance officer", Role.COMMITTEE_CLERK,
        "Keeps the minutes of the joint board",
    ),
    Persona(
        "coordinator", "Bronwen Rush", "regional-hub", "Regional coordinator",
        Role.REGIONAL_COORDINATOR, "Brings councils of the region together",
    ),
)  # fmt: skip

_PARTNERS: Final = (
    Persona(
        "bids", "Lorna Vetch", "corriemoor", "Bid writer", Role.BID_WRITER,
        "Writes what Corriemoor Care offers, to every council with one account",
    ),
    Persona(
        "manager", "Joseph Marram", "corriemoor", "Registered manager", Role.REGISTERED_MANAGER,
        "Runs a service of Corriemoor Care",
    ),
    Persona(
        "finance", "Amina Tansy", "corriemoor", "Finance clerk", Role.FINANCE_CLERK,
        "Sends invoices for Corriemoor Care",
    ),
    Persona(
        "manager", "Keith Bramble", "thornmere", "Registered manager", Role.REGISTERED_MANAGER,
        "Runs a care home of Thornmere Homes, which sees nothing of Corriemoor's",
        also=(Role.BID_WRITER,),
    ),
    Persona(
        "coordinator", "Meg Yarrow", "elm-voices", "Partnership coordinator",
        Role.VOLUNTARY_SECTOR_COORDINATOR, "Speaks for voluntary bodies of the area",
    ),
    Persona(
        "worker", "Dilys Mallow", "carers-centre", "Carers' support worker",
        Role.CARERS_SUPPORT_WORKER, "Supports unpaid carers",
    ),
    Persona(
        "analyst", "Tariq Elder", "national-desk", "Market analyst", Role.MARKET_ANALYST,
        "Reads the market of every area, providers and never people",
    ),
)  # fmt: skip

PERSONAS: Final = (*_ELMSHIRE, *_NEIGHBOURS, *_PARTNERS)


def persona_at(email: str) -> Persona | None:
    """The persona with this address."""
    return next((each for each in PERSONAS if each.email == email), None)
