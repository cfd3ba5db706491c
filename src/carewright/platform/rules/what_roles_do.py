"""What each role is there to do, in one line, for whoever hands roles out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from carewright.platform.rules.organisations import Role

WHAT_ROLES_DO: Final[Mapping[Role, str]] = {
    Role.COMMISSIONER: "plans what care is bought, analyses need and writes papers",
    Role.PROCUREMENT_OFFICER: "runs tenders and keeps agreements",
    Role.BROKER: "finds a provider for a person",
    Role.SOCIAL_WORKER: "works with people and opens their records for a purpose",
    Role.TEAM_MANAGER: "leads a team that works with people",
    Role.HOSPITAL_DISCHARGE_COORDINATOR: "arranges care for people who leave hospital",
    Role.CONTRACT_MANAGER: "looks after agreements while they run",
    Role.QUALITY_AND_PROTECTION_LEAD: "follows up quality and keeps people safe",
    Role.BUDGET_HOLDER: "answers for a budget and what is spent from it",
    Role.FINANCE_OFFICER: "checks money and takes the finance step of an approval",
    Role.LEGAL_ADVISER: "advises on law and takes the legal step of an approval",
    Role.AUTHORISING_DIRECTOR: "approves what the scheme of delegation leaves to a director",
    Role.CHIEF_FINANCE_OFFICER: "answers by law for the money: section 95 or section 151",
    Role.CHIEF_SOCIAL_WORK_OFFICER: "answers by law for social work and advises on it",
    Role.EVALUATOR: "scores bids, from experience of care or of the work",
    Role.DECIDING_MEMBER: "decides on a committee or board",
    Role.SCRUTINY_MEMBER: "looks at decisions before or after they are taken, and asks",
    Role.COMMITTEE_CLERK: "keeps meetings, agendas and minutes",
    Role.INTERNAL_AUDITOR: "reads everything and the record of it, and changes nothing",
    Role.SYSTEM_ADMINISTRATOR: "gives accounts and roles, and sees neither bids nor people",
    Role.JOINT_COMMISSIONER: "commissions for council and health board together",
    Role.CHIEF_OFFICER: "leads a joint board and issues its directions",
    Role.BID_WRITER: "answers for a provider in tenders",
    Role.REGISTERED_MANAGER: "answers for a provider's service",
    Role.FINANCE_CLERK: "sees to a provider's prices and invoices",
    Role.VOLUNTARY_SECTOR_COORDINATOR: "speaks for voluntary organisations",
    Role.CARERS_SUPPORT_WORKER: "supports unpaid carers",
    Role.REGIONAL_COORDINATOR: "brings several councils together",
    Role.MARKET_ANALYST: "studies providers across councils, and never people",
}
