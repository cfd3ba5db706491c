"""Tables of the stage, one file each."""

from carewright.platform.models.account import Account
from carewright.platform.models.audit_event import AuditEvent
from carewright.platform.models.cover import Cover
from carewright.platform.models.document import Document, DocumentVersion
from carewright.platform.models.factor_reset import FactorReset
from carewright.platform.models.group_role import GroupRole
from carewright.platform.models.intent import SentIntent
from carewright.platform.models.invitation import Invitation
from carewright.platform.models.job import Job
from carewright.platform.models.officer import Officer, OfficerRole
from carewright.platform.models.organisation import Organisation
from carewright.platform.models.partnership import (
    Partnership,
    PartnershipMember,
    PartnershipSharing,
    PartnershipTerms,
)
from carewright.platform.models.personal_access import PersonalAccess
from carewright.platform.models.route_map import Contact, EscalationStep
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.models.session import Session
from carewright.platform.models.sign_in_lock import SignInLock
from carewright.platform.models.team import Locality, Team, TeamMember
from carewright.platform.models.training import LeadOfficer, TrainingTaken

__all__ = [
    "Account",
    "AuditEvent",
    "Contact",
    "Cover",
    "Document",
    "DocumentVersion",
    "EscalationStep",
    "FactorReset",
    "GroupRole",
    "Invitation",
    "Job",
    "LeadOfficer",
    "Locality",
    "Officer",
    "OfficerRole",
    "Organisation",
    "OrganisationQuerySet",
    "Partnership",
    "PartnershipMember",
    "PartnershipSharing",
    "PartnershipTerms",
    "PersonalAccess",
    "SentIntent",
    "Session",
    "SignInLock",
    "Team",
    "TeamMember",
    "TrainingTaken",
]
