"""The only door of the platform stage."""

from carewright.platform import audit
from carewright.platform.actions.accept_invitation import CannotAccept, accept_invitation
from carewright.platform.actions.agree_terms import (
    agree_terms,
    end_partnership,
    leave_partnership,
)
from carewright.platform.actions.arrange_cover import CannotCover, arrange_cover, end_cover
from carewright.platform.actions.ask_factor_reset import (
    CannotReset,
    ask_factor_reset,
    withdraw_factor_reset,
)
from carewright.platform.actions.confirm_factor_reset import confirm_factor_reset
from carewright.platform.actions.deactivate_officer import CannotDeactivate, deactivate_officer
from carewright.platform.actions.disable_dormant import disable_dormant, disable_if_dormant
from carewright.platform.actions.edit_groups import CannotMap, let_group_give, stop_group_giving
from carewright.platform.actions.enable_account import NotDisabled, enable_account
from carewright.platform.actions.end_personal_access import (
    CannotEnd,
    agree_to_access,
    end_personal_access,
    withdraw_access,
)
from carewright.platform.actions.end_role import RoleNotHeld, end_role
from carewright.platform.actions.end_sessions import end_other_sessions, end_session
from carewright.platform.actions.enrol_officer import CannotEnrol, enrol_officer
from carewright.platform.actions.ensure_practice_officers import (
    RealWorkIsHere,
    ensure_practice_officers,
)
from carewright.platform.actions.erase_words import CannotErase, erase_words
from carewright.platform.actions.file_document import CannotKeep, add_version, file_document
from carewright.platform.actions.follow_groups import follow_groups
from carewright.platform.actions.forget_old_sessions import forget_old_sessions
from carewright.platform.actions.give_document import give_document, give_version, keep_given
from carewright.platform.actions.give_personal_access import CannotGive, give_personal_access
from carewright.platform.actions.grant_role import CannotGrant, grant_role
from carewright.platform.actions.invite import (
    CannotInvite,
    invite,
    invite_again,
    withdraw_invitation,
)
from carewright.platform.actions.keep_or_dispose import (
    dispose_of_document,
    finish_disposals,
    hold_document,
    keep_longer,
    lift_hold,
)
from carewright.platform.actions.keep_route_map import (
    CannotPublish,
    end_contact,
    name_contact,
    set_escalation_path,
)
from carewright.platform.actions.keep_teams import (
    CannotTeam,
    change_team,
    end_team,
    form_team,
    join_team,
    leave_team,
    name_locality,
)
from carewright.platform.actions.keep_training import (
    CannotTrain,
    name_lead_officer,
    record_training,
)
from carewright.platform.actions.keep_with_placement import keep_with_placement
from carewright.platform.actions.once import Once, forget_intents, once
from carewright.platform.actions.open_organisation import CannotOpen, open_organisation
from carewright.platform.actions.propose_terms import (
    CannotPartner,
    form_partnership,
    propose_terms,
)
from carewright.platform.actions.read_document import read_document
from carewright.platform.actions.run_job import (
    CannotMove,
    advance_job,
    ask_for_job,
    cancel_job,
    fail_job,
    finish_job,
    start_job,
)
from carewright.platform.actions.unlock_account import unlock_account
from carewright.platform.actions.use_factor_reset import use_factor_reset
from carewright.platform.asking_once import AskOnce
from carewright.platform.audit import RecordBlocked, RecordOutsideTransaction
from carewright.platform.background import (
    LONG_WORK,
    WHEN_THE_DATABASE_IS_BACK,
    Asked,
    End,
    Result,
    Work,
    carry_out,
    give_up_job,
    in_each_organisation,
    look_after_the_connection,
    who_asked,
)
from carewright.platform.collecting import without_collecting
from carewright.platform.intents import EACH_TIME, Intent, SentBefore, intent_of
from carewright.platform.letters import send_letter
from carewright.platform.likeness import ENOUGH, is_reference, likeness, likest, squeezed
from carewright.platform.lock_out import forget_tries, take_a_try
from carewright.platform.models.scoped import OrganisationQuerySet
from carewright.platform.own_record_security import ShowToOwnAccess
from carewright.platform.policies import (
    Guard,
    NotPermitted,
    NotYours,
    OfficerRequest,
    Policy,
    RecordRequest,
    may,
    own_record,
    own_sign_in,
    policy,
    policy_of,
    public,
    relation,
    require,
)
from carewright.platform.progress import JobStopped, Progress, progress_of
from carewright.platform.queries import (
    NotFound,
    account_by_email,
    account_id_of,
    event,
    events,
    events_about,
    holds_a_real_organisation,
    job,
    job_state,
    jobs_under_way,
    latest_jobs,
    officer,
    officer_with,
    officers_among,
    officers_holding,
    offices_of,
    organisation,
    organisations,
)
from carewright.platform.queries.cover import colleagues, cover_on, covers_from, covers_of
from carewright.platform.queries.documents import (
    document,
    documents,
    documents_run_out,
    found_documents,
    kept,
    kept_files,
    open_document,
    versions,
)
from carewright.platform.queries.factor_resets import (
    factor_reset,
    factor_resets,
    reset_behind,
    resets_to_confirm,
)
from carewright.platform.queries.groups import foreseen, group_role, group_roles
from carewright.platform.queries.invitations import (
    invitation,
    invitation_behind,
    invitations,
    invitations_about,
)
from carewright.platform.queries.officers import (
    enrolled_officer,
    enrolled_officers,
    found_officers,
)
from carewright.platform.queries.one_person import (
    accounts_of_the_same_people,
    each_with_the_same_people,
    is_same_person,
)
from carewright.platform.queries.own_records import (
    access_to,
    accesses_beside,
    accesses_of,
    accesses_to,
    past_accesses_of,
)
from carewright.platform.queries.partnerships import (
    partnership,
    partnerships,
    partnerships_sharing,
    sharing_of,
)
from carewright.platform.queries.route_map import (
    contact,
    contacts,
    escalation_path,
    escalation_paths,
    found_contacts,
)
from carewright.platform.queries.sign_ins import signed_in_at, staff, staff_member
from carewright.platform.queries.teams import (
    found_teams,
    localities,
    team,
    team_ids_of,
    teams,
    teams_of,
)
from carewright.platform.queries.training import lead_officer, lead_officers, training_wanted
from carewright.platform.row_security import CREATE_ROLE, RIGHTS_TO_COME, ScopeRows, Shared
from carewright.platform.row_sharing import ShareRows
from carewright.platform.rows import (
    AccountHolder,
    Actor,
    Document,
    DocumentVersion,
    Event,
    Hold,
    Job,
    Office,
    Officer,
    Operator,
    Organisation,
    Partnering,
    Shareable,
)
from carewright.platform.rows.factor_resets import FactorReset, ResetConfirmed
from carewright.platform.rows.groups import Foreseen, GroupRole
from carewright.platform.rows.invitations import Accepted, Invitation, Invited
from carewright.platform.rows.officers import EnrolledOfficer, HeldRole
from carewright.platform.rows.own_record import PersonalAccess
from carewright.platform.rows.route_map import Contact, EscalationStep
from carewright.platform.rows.sign_ins import RoleHeld, SignedIn, StaffMember
from carewright.platform.rows.teams import Locality, Team, TeamMember
from carewright.platform.rows.together import Colleague, Cover, Member, Partnership, Sharing, Terms
from carewright.platform.rows.training import LeadOfficer
from carewright.platform.rules.acts import PERMISSIONS, Act, Permission, Relation
from carewright.platform.rules.array_text import array_text
from carewright.platform.rules.blockers import Blocked, Blocker
from carewright.platform.rules.cover import NEVER_LENT
from carewright.platform.rules.declarations import DocumentKind, PersonalData, Retention
from carewright.platform.rules.factor_reset import ResetState
from carewright.platform.rules.files import kinds_taken_in, refusal_of
from carewright.platform.rules.groups import GroupGives, blockers_to_group, groups_told
from carewright.platform.rules.invitations import InvitationKind, InvitationState
from carewright.platform.rules.jobs import MOVES, JobState
from carewright.platform.rules.keeping import blockers_to_disposal, runs_out_on
from carewright.platform.rules.leaves import Sayings, Words
from carewright.platform.rules.organisations import ROLES_OF_KIND, OrganisationKind, Role
from carewright.platform.rules.own_record import DECIDABLE, REACH, Capacity, Ground, RecordPart
from carewright.platform.rules.personal_personas import (
    CARER_REFERENCE,
    OTHER_REFERENCE,
    PERSON_REFERENCE,
    PERSONAL_PERSONAS,
    WARD_REFERENCE,
    PersonalPersona,
    personal_persona_at,
)
from carewright.platform.rules.personas import PERSONAS, PRACTICE_ORGANISATIONS, Persona, persona_at
from carewright.platform.rules.route_map import (
    EVERY_AREA,
    SERVICE_AREAS,
    StepWanted,
    area_label,
)
from carewright.platform.rules.sharing import Level, Part, SharedKind
from carewright.platform.rules.standings import SignInStanding
from carewright.platform.rules.training import COURSES, Course, LeadDuty, TrainingState
from carewright.platform.rules.what_roles_do import WHAT_ROLES_DO
from carewright.platform.scope import WEB_ROLE, acting_for, standing
from carewright.platform.turns import kept_by, taking_turns, wait_ones_turn

__all__ = [
    "CARER_REFERENCE",
    "COURSES",
    "CREATE_ROLE",
    "DECIDABLE",
    "EACH_TIME",
    "ENOUGH",
    "EVERY_AREA",
    "LONG_WORK",
    "MOVES",
    "NEVER_LENT",
    "OTHER_REFERENCE",
    "PERMISSIONS",
    "PERSONAL_PERSONAS",
    "PERSONAS",
    "PERSON_REFERENCE",
    "PRACTICE_ORGANISATIONS",
    "REACH",
    "RIGHTS_TO_COME",
    "ROLES_OF_KIND",
    "SERVICE_AREAS",
    "WARD_REFERENCE",
    "WEB_ROLE",
    "WHAT_ROLES_DO",
    "WHEN_THE_DATABASE_IS_BACK",
    "Accepted",
    "AccountHolder",
    "Act",
    "Actor",
    "AskOnce",
    "Asked",
    "Blocked",
    "Blocker",
    "CannotAccept",
    "CannotCover",
    "CannotDeactivate",
    "CannotEnd",
    "CannotEnrol",
    "CannotErase",
    "CannotGive",
    "CannotGrant",
    "CannotInvite",
    "CannotKeep",
    "CannotMap",
    "CannotMove",
    "CannotOpen",
    "CannotPartner",
    "CannotPublish",
    "CannotReset",
    "CannotTeam",
    "CannotTrain",
    "Capacity",
    "Colleague",
    "Contact",
    "Course",
    "Cover",
    "Document",
    "DocumentKind",
    "DocumentVersion",
    "End",
    "EnrolledOfficer",
    "EscalationStep",
    "Event",
    "FactorReset",
    "Foreseen",
    "Ground",
    "GroupGives",
    "GroupRole",
    "Guard",
    "HeldRole",
    "Hold",
    "Intent",
    "Invitation",
    "InvitationKind",
    "InvitationState",
    "Invited",
    "Job",
    "JobState",
    "JobStopped",
    "LeadDuty",
    "LeadOfficer",
    "Level",
    "Locality",
    "Member",
    "NotDisabled",
    "NotFound",
    "NotPermitted",
    "NotYours",
    "Office",
    "Officer",
    "OfficerRequest",
    "Once",
    "Operator",
    "Organisation",
    "OrganisationKind",
    "OrganisationQuerySet",
    "Part",
    "Partnering",
    "Partnership",
    "Permission",
    "Persona",
    "PersonalAccess",
    "PersonalData",
    "PersonalPersona",
    "Policy",
    "Progress",
    "RealWorkIsHere",
    "RecordBlocked",
    "RecordOutsideTransaction",
    "RecordPart",
    "RecordRequest",
    "Relation",
    "ResetConfirmed",
    "ResetState",
    "Result",
    "Retention",
    "Role",
    "RoleHeld",
    "RoleNotHeld",
    "Sayings",
    "ScopeRows",
    "SentBefore",
    "ShareRows",
    "Shareable",
    "Shared",
    "SharedKind",
    "Sharing",
    "ShowToOwnAccess",
    "SignInStanding",
    "SignedIn",
    "StaffMember",
    "StepWanted",
    "Team",
    "TeamMember",
    "Terms",
    "TrainingState",
    "Words",
    "Work",
    "accept_invitation",
    "access_to",
    "accesses_beside",
    "accesses_of",
    "accesses_to",
    "account_by_email",
    "account_id_of",
    "accounts_of_the_same_people",
    "acting_for",
    "add_version",
    "advance_job",
    "agree_terms",
    "agree_to_access",
    "area_label",
    "arrange_cover",
    "array_text",
    "ask_factor_reset",
    "ask_for_job",
    "audit",
    "blockers_to_disposal",
    "blockers_to_group",
    "cancel_job",
    "carry_out",
    "change_team",
    "colleagues",
    "confirm_factor_reset",
    "contact",
    "contacts",
    "cover_on",
    "covers_from",
    "covers_of",
    "deactivate_officer",
    "disable_dormant",
    "disable_if_dormant",
    "dispose_of_document",
    "document",
    "documents",
    "documents_run_out",
    "each_with_the_same_people",
    "enable_account",
    "end_contact",
    "end_cover",
    "end_other_sessions",
    "end_partnership",
    "end_personal_access",
    "end_role",
    "end_session",
    "end_team",
    "enrol_officer",
    "enrolled_officer",
    "enrolled_officers",
    "ensure_practice_officers",
    "erase_words",
    "escalation_path",
    "escalation_paths",
    "event",
    "events",
    "events_about",
    "factor_reset",
    "factor_resets",
    "fail_job",
    "file_document",
    "finish_disposals",
    "finish_job",
    "follow_groups",
    "foreseen",
    "forget_intents",
    "forget_old_sessions",
    "forget_tries",
    "form_partnership",
    "form_team",
    "found_contacts",
    "found_documents",
    "found_officers",
    "found_teams",
    "give_document",
    "give_personal_access",
    "give_up_job",
    "give_version",
    "grant_role",
    "group_role",
    "group_roles",
    "groups_told",
    "hold_document",
    "holds_a_real_organisation",
    "in_each_organisation",
    "intent_of",
    "invitation",
    "invitation_behind",
    "invitations",
    "invitations_about",
    "invite",
    "invite_again",
    "is_reference",
    "is_same_person",
    "job",
    "job_state",
    "jobs_under_way",
    "join_team",
    "keep_given",
    "keep_longer",
    "keep_with_placement",
    "kept",
    "kept_by",
    "kept_files",
    "kinds_taken_in",
    "latest_jobs",
    "lead_officer",
    "lead_officers",
    "leave_partnership",
    "leave_team",
    "let_group_give",
    "lift_hold",
    "likeness",
    "likest",
    "localities",
    "look_after_the_connection",
    "may",
    "name_contact",
    "name_lead_officer",
    "name_locality",
    "officer",
    "officer_with",
    "officers_among",
    "officers_holding",
    "offices_of",
    "once",
    "open_document",
    "open_organisation",
    "organisation",
    "organisations",
    "own_record",
    "own_sign_in",
    "partnership",
    "partnerships",
    "partnerships_sharing",
    "past_accesses_of",
    "persona_at",
    "personal_persona_at",
    "policy",
    "policy_of",
    "progress_of",
    "propose_terms",
    "public",
    "read_document",
    "record_training",
    "refusal_of",
    "relation",
    "require",
    "reset_behind",
    "resets_to_confirm",
    "runs_out_on",
    "send_letter",
    "set_escalation_path",
    "sharing_of",
    "signed_in_at",
    "squeezed",
    "staff",
    "staff_member",
    "standing",
    "start_job",
    "stop_group_giving",
    "take_a_try",
    "taking_turns",
    "team",
    "team_ids_of",
    "teams",
    "teams_of",
    "training_wanted",
    "unlock_account",
    "use_factor_reset",
    "versions",
    "wait_ones_turn",
    "who_asked",
    "withdraw_access",
    "withdraw_factor_reset",
    "withdraw_invitation",
    "without_collecting",
]
