"""Kinds of organisation, the roles that people hold in them, and which kind has which role."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

#: Kinds that a code without marks and capitals does not say as people do.
_SAID: Final = {
    "integration_authority": "Integration joint board",
    "carers_centre": "Carers' centre",
    "regional": "Regional hub",
    "national": "National body",
}


class OrganisationKind(StrEnum):
    """What an organisation is in law and in the work."""

    COUNCIL = "council"
    HEALTH_BOARD = "health_board"
    INTEGRATION_AUTHORITY = "integration_authority"
    INTEGRATED_CARE_BOARD = "integrated_care_board"
    PROVIDER = "provider"
    VOLUNTARY_SECTOR_INTERFACE = "voluntary_sector_interface"
    CARERS_CENTRE = "carers_centre"
    REGIONAL = "regional"
    NATIONAL = "national"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return _SAID.get(self.value) or self.value.replace("_", " ").capitalize()


class Role(StrEnum):
    """What an officer is in an organisation; one person may be several things at once."""

    COMMISSIONER = "commissioner"
    PROCUREMENT_OFFICER = "procurement_officer"
    BROKER = "broker"
    SOCIAL_WORKER = "social_worker"
    TEAM_MANAGER = "team_manager"
    HOSPITAL_DISCHARGE_COORDINATOR = "hospital_discharge_coordinator"
    CONTRACT_MANAGER = "contract_manager"
    QUALITY_AND_PROTECTION_LEAD = "quality_and_protection_lead"
    BUDGET_HOLDER = "budget_holder"
    FINANCE_OFFICER = "finance_officer"
    LEGAL_ADVISER = "legal_adviser"
    AUTHORISING_DIRECTOR = "authorising_director"
    CHIEF_FINANCE_OFFICER = "chief_finance_officer"  # section 95 in Scotland, 151 in England
    CHIEF_SOCIAL_WORK_OFFICER = "chief_social_work_officer"
    EVALUATOR = "evaluator"
    DECIDING_MEMBER = "deciding_member"  # a councillor, or a member of a board
    SCRUTINY_MEMBER = "scrutiny_member"
    COMMITTEE_CLERK = "committee_clerk"
    INTERNAL_AUDITOR = "internal_auditor"
    SYSTEM_ADMINISTRATOR = "system_administrator"
    JOINT_COMMISSIONER = "joint_commissioner"
    CHIEF_OFFICER = "chief_officer"
    BID_WRITER = "bid_writer"
    REGISTERED_MANAGER = "registered_manager"
    FINANCE_CLERK = "finance_clerk"
    VOLUNTARY_SECTOR_COORDINATOR = "voluntary_sector_coordinator"
    CARERS_SUPPORT_WORKER = "carers_support_worker"
    REGIONAL_COORDINATOR = "regional_coordinator"
    MARKET_ANALYST = "market_analyst"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.replace("_", " ").capitalize()


_EVERYWHERE: Final = frozenset({Role.SYSTEM_ADMINISTRATOR, Role.INTERNAL_AUDITOR})
PROVIDER_ROLES: Final = frozenset({Role.BID_WRITER, Role.REGISTERED_MANAGER, Role.FINANCE_CLERK})
_JOINT: Final = frozenset({Role.JOINT_COMMISSIONER, Role.CHIEF_OFFICER, Role.DECIDING_MEMBER})
_WIDER: Final = frozenset({Role.REGIONAL_COORDINATOR, Role.MARKET_ANALYST})
_VOLUNTARY: Final = frozenset({Role.VOLUNTARY_SECTOR_COORDINATOR, Role.CARERS_SUPPORT_WORKER})
_COMMISSIONING: Final = (
    frozenset(Role) - PROVIDER_ROLES - _WIDER - _VOLUNTARY - {Role.CHIEF_OFFICER}
)

#: People in need of care and their carers hold no role here: they are no organisation's officers.
ROLES_OF_KIND: Final[Mapping[OrganisationKind, frozenset[Role]]] = {
    OrganisationKind.COUNCIL: _COMMISSIONING,
    OrganisationKind.HEALTH_BOARD: _COMMISSIONING,
    OrganisationKind.INTEGRATION_AUTHORITY: _COMMISSIONING | _JOINT,
    OrganisationKind.INTEGRATED_CARE_BOARD: _COMMISSIONING,
    OrganisationKind.PROVIDER: PROVIDER_ROLES | {Role.SYSTEM_ADMINISTRATOR},
    OrganisationKind.VOLUNTARY_SECTOR_INTERFACE: frozenset(
        {Role.VOLUNTARY_SECTOR_COORDINATOR, Role.SYSTEM_ADMINISTRATOR}
    ),
    OrganisationKind.CARERS_CENTRE: frozenset(
        {Role.CARERS_SUPPORT_WORKER, Role.SYSTEM_ADMINISTRATOR}
    ),
    OrganisationKind.REGIONAL: _EVERYWHERE | _WIDER,
    OrganisationKind.NATIONAL: _EVERYWHERE | _WIDER,
}


def blockers_to_role(role: Role, kind: OrganisationKind) -> list[str]:
    """Why an organisation of this kind can have nobody in this role."""
    if role in ROLES_OF_KIND[kind]:
        return []
    return [f"A {kind.label.lower()} has no {role.label.lower()}"]
