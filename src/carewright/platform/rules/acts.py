"""The acts that need permission, and which roles have it in their own organisation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from carewright.platform.rules.organisations import PROVIDER_ROLES, Role
from carewright.platform.rules.sharing import Level, SharedKind


class Act(StrEnum):
    """Something that a person does on which the record may be asked; the code is kept for ever."""

    OPEN_ORGANISATION = "open_organisation"
    ENROL_OFFICER = "enrol_officer"
    GRANT_ROLE = "grant_role"
    END_ROLE = "end_role"
    DEACTIVATE_OFFICER = "deactivate_officer"
    SEE_OFFICERS = "see_officers"
    SEE_RECORD = "see_record"
    SEE_DESK = "see_desk"
    SEARCH = "search"
    SEE_DOCUMENT = "see_document"
    FILE_DOCUMENT = "file_document"
    SEE_JOB = "see_job"
    RUN_JOB = "run_job"
    SEE_FACTS = "see_facts"
    IMPORT_FACTS = "import_facts"
    CONFIRM_FACTS = "confirm_facts"
    SEE_ANALYSIS = "see_analysis"
    RUN_ANALYSIS = "run_analysis"

    # working together: partnerships, teams, contacts, cover
    ARRANGE_COVER = "arrange_cover"
    ARRANGE_COVER_FOR_OTHERS = "arrange_cover_for_others"
    END_COVER = "end_cover"
    SEE_PARTNERSHIP = "see_partnership"
    PROPOSE_TERMS = "propose_terms"
    AGREE_TERMS = "agree_terms"
    LEAVE_PARTNERSHIP = "leave_partnership"
    END_PARTNERSHIP = "end_partnership"
    SEE_ROUTE_MAP = "see_route_map"
    KEEP_ROUTE_MAP = "keep_route_map"
    END_CONTACT = "end_contact"
    SET_ESCALATION_PATH = "set_escalation_path"
    SEE_TEAMS = "see_teams"
    KEEP_TEAMS = "keep_teams"
    SEE_LOCALITIES = "see_localities"
    NAME_LOCALITY = "name_locality"
    SEE_TRAINING = "see_training"
    NAME_LEAD_OFFICER = "name_lead_officer"
    RECORD_TRAINING = "record_training"

    # sign-in: invitations, sessions
    EDIT_GROUPS = "edit_groups"
    SEE_INVITATIONS = "see_invitations"
    INVITE_OFFICER = "invite_officer"
    INVITE_PROVIDER = "invite_provider"
    INVITE_REPRESENTATIVE = "invite_representative"
    CHANGE_INVITATION = "change_invitation"
    UNLOCK_ACCOUNT = "unlock_account"
    ENABLE_ACCOUNT = "enable_account"
    DISABLE_DORMANT = "disable_dormant"
    SEE_FACTOR_RESETS = "see_factor_resets"
    ASK_FACTOR_RESET = "ask_factor_reset"
    CONFIRM_FACTOR_RESET = "confirm_factor_reset"
    WITHDRAW_FACTOR_RESET = "withdraw_factor_reset"

    # the record: seals, checkpoints, witnesses
    SEAL_RECORD = "seal_record"
    VERIFY_RECORD = "verify_record"
    WITNESS_RECORD = "witness_record"
    ERASE_WORDS = "erase_words"

    # documents
    ADD_VERSION = "add_version"
    READ_DOCUMENT = "read_document"
    HOLD_DOCUMENT = "hold_document"
    LIFT_HOLD = "lift_hold"
    DECIDE_DISPOSAL = "decide_disposal"

    # notices
    SEE_NOTICES = "see_notices"
    CHOOSE_NOTICES = "choose_notices"
    SUBSCRIBE_CALENDAR = "subscribe_calendar"

    # follow-up: findings, actions, reviews
    SEE_ACTIONS = "see_actions"
    KEEP_ACTIONS = "keep_actions"
    CARRY_OUT_ACTION = "carry_out_action"
    CLOSE_ACTION = "close_action"
    KEEP_REVIEWS = "keep_reviews"
    ESCALATE_ACTIONS = "escalate_actions"

    # decisions: schemes, approvals
    SEE_DECISIONS = "see_decisions"
    REQUEST_APPROVAL = "request_approval"
    DECIDE_REQUEST = "decide_request"
    RECORD_MINUTE = "record_minute"
    HOLD_DECISION = "hold_decision"
    USE_URGENT_POWER = "use_urgent_power"
    PROPOSE_SCHEME = "propose_scheme"
    ADOPT_SCHEME = "adopt_scheme"

    # papers, meetings, scrutiny
    SEE_PAPERS = "see_papers"
    WRITE_PAPER = "write_paper"
    SEND_PAPER = "send_paper"
    SHARE_PAPER = "share_paper"
    CALL_FOR_SCRUTINY = "call_for_scrutiny"
    ASK_ABOUT_PAPER = "ask_about_paper"
    ANSWER_ABOUT_PAPER = "answer_about_paper"
    KEEP_MEETINGS = "keep_meetings"

    # directions of joint boards
    SEE_DIRECTIONS = "see_directions"
    WRITE_DIRECTION = "write_direction"
    ISSUE_DIRECTION = "issue_direction"
    ANSWER_DIRECTION = "answer_direction"

    # letters and reports from templates
    SEE_TEMPLATES = "see_templates"
    WRITE_TEMPLATE = "write_template"
    APPROVE_TEMPLATE = "approve_template"
    WRITE_LETTERS = "write_letters"

    # people and their records
    SEE_PEOPLE = "see_people"
    ADD_PERSON = "add_person"
    OPEN_PERSON = "open_person"
    GIVE_PERSONAL_ACCESS = "give_personal_access"
    IMPORT_PEOPLE = "import_people"

    # foreseeing need
    REPORT_CAPACITY = "report_capacity"
    TAKE_BACK_CAPACITY = "take_back_capacity"
    # foreseeing need: scenarios, projections
    SEE_PROJECTIONS = "see_projections"
    RUN_PROJECTION = "run_projection"
    NAME_PROJECTION = "name_projection"
    SHARE_PROJECTION = "share_projection"
    SEE_SCENARIOS = "see_scenarios"
    BEGIN_SCENARIO = "begin_scenario"
    CHANGE_SCENARIO = "change_scenario"
    COMMENT_ON_SCENARIO = "comment_on_scenario"
    SHARE_SCENARIO = "share_scenario"
    SEND_SCENARIO = "send_scenario"

    # sourcing decisions
    SEE_SOURCING = "see_sourcing"
    WRITE_SOURCING = "write_sourcing"
    SEND_SOURCING = "send_sourcing"
    SHARE_SOURCING = "share_sourcing"

    # agreements
    SEE_AGREEMENTS = "see_agreements"
    WRITE_AGREEMENT = "write_agreement"
    RECORD_SIGNATURE = "record_signature"
    LET_CARE_GO_ON = "let_care_go_on"
    IMPORT_AGREEMENTS = "import_agreements"

    # uplift rounds
    SEE_UPLIFTS = "see_uplifts"
    PROPOSE_UPLIFT = "propose_uplift"
    CHECK_UPLIFT = "check_uplift"
    SIGN_FLOOR_REASON = "sign_floor_reason"
    APPLY_UPLIFT = "apply_uplift"
    # keeping to agreements: what is owed, briefings, grants, accounts of use
    SEE_OBLIGATIONS = "see_obligations"
    KEEP_OBLIGATIONS = "keep_obligations"
    WORK_OUT_OBLIGATIONS = "work_out_obligations"
    WRITE_BRIEFING = "write_briefing"
    READ_BRIEFING = "read_briefing"
    KEEP_STATEMENTS = "keep_statements"
    SEE_STATEMENTS = "see_statements"
    SEE_GRANTS = "see_grants"
    KEEP_GRANTS = "keep_grants"

    # what care costs
    SEE_COSTS = "see_costs"
    RECORD_COSTS = "record_costs"
    GIVE_COSTS = "give_costs"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.replace("_", " ").capitalize()


class Relation(StrEnum):
    """How what an act is about stands to the one who acts."""

    OWN = "own"  # belongs to the organisation that the officer acts for
    PARTNER = "partner"  # belongs to a partner that shares this kind of thing far enough
    SHARED = "shared"  # belongs to no organisation: reference data for everybody
    STRANGE = "strange"  # belongs to another organisation


@dataclass(frozen=True, slots=True)
class Permission:
    """Who may do an act, and to whose things."""

    roles: frozenset[Role]
    relations: frozenset[Relation] = frozenset({Relation.OWN})
    operator: bool = False  # whether the operator may, from the machine's own command line
    #: With Relation.PARTNER: what kind of thing the act is about, and how far it must be shared.
    shared_as: SharedKind | None = None
    from_level: Level = Level.SEE


_ALL: Final = frozenset(Role)
_ADMINISTRATOR: Final = frozenset({Role.SYSTEM_ADMINISTRATOR})
_INVITERS_OF_PROVIDERS: Final = frozenset({Role.CONTRACT_MANAGER, Role.PROCUREMENT_OFFICER})
_INVITERS: Final = _ADMINISTRATOR | _INVITERS_OF_PROVIDERS
_READERS: Final = _ALL - PROVIDER_ROLES
#: Whoever looks after accounts reads no files: they may speak of people and of bids.
_READERS_OF_FILES: Final = _READERS - _ADMINISTRATOR
_FILERS: Final = _READERS_OF_FILES - {Role.INTERNAL_AUDITOR, Role.EVALUATOR}
_HOLDERS: Final = frozenset(
    {Role.LEGAL_ADVISER, Role.QUALITY_AND_PROTECTION_LEAD, Role.INTERNAL_AUDITOR}
)
_DIRECTORS: Final = frozenset(
    {Role.AUTHORISING_DIRECTOR, Role.CHIEF_SOCIAL_WORK_OFFICER, Role.CHIEF_OFFICER}
)
_ANALYSTS: Final = frozenset(
    {
        Role.COMMISSIONER,
        Role.JOINT_COMMISSIONER,
        Role.CONTRACT_MANAGER,
        Role.QUALITY_AND_PROTECTION_LEAD,
        Role.CHIEF_OFFICER,
        Role.REGIONAL_COORDINATOR,
        Role.MARKET_ANALYST,
    }
)
_DECIDING: Final = _READERS - {
    Role.SYSTEM_ADMINISTRATOR,
    Role.INTERNAL_AUDITOR,
    Role.SCRUTINY_MEMBER,
    Role.EVALUATOR,
    Role.MARKET_ANALYST,
    Role.COMMITTEE_CLERK,
    Role.VOLUNTARY_SECTOR_COORDINATOR,
    Role.CARERS_SUPPORT_WORKER,
}
#: A body's clerk or lawyer keeps its agendas and minutes; those who ask it, or sit on it, do not.
_MINUTING: Final = frozenset({Role.COMMITTEE_CLERK, Role.LEGAL_ADVISER})
_HOLDING: Final = _MINUTING | frozenset(
    {
        Role.SCRUTINY_MEMBER,
        Role.DECIDING_MEMBER,
        Role.AUTHORISING_DIRECTOR,
        Role.CHIEF_OFFICER,
        Role.COMMISSIONER,
        Role.JOINT_COMMISSIONER,
    }
)
_ADOPTING: Final = frozenset(
    {Role.AUTHORISING_DIRECTOR, Role.CHIEF_OFFICER, Role.SYSTEM_ADMINISTRATOR}
)
#: Who meets people or finds care for them; and who else has a purpose with a person's record
#: at times. What each purpose is open to, `register` says.
_WITH_PEOPLE: Final = frozenset(
    {
        Role.SOCIAL_WORKER,
        Role.TEAM_MANAGER,
        Role.HOSPITAL_DISCHARGE_COORDINATOR,
        Role.CHIEF_SOCIAL_WORK_OFFICER,
        Role.BROKER,
    }
)
_AROUND_PEOPLE: Final = _WITH_PEOPLE | {
    Role.BUDGET_HOLDER,
    Role.FINANCE_OFFICER,
    Role.CONTRACT_MANAGER,
    Role.QUALITY_AND_PROTECTION_LEAD,
    Role.LEGAL_ADVISER,
    Role.AUTHORISING_DIRECTOR,
    Role.INTERNAL_AUDITOR,
}
#: Who brings papers, and so files what belongs to them.
_PAPER_WRITERS: Final = frozenset(
    {
        Role.COMMISSIONER,
        Role.JOINT_COMMISSIONER,
        Role.CONTRACT_MANAGER,
        Role.PROCUREMENT_OFFICER,
        Role.QUALITY_AND_PROTECTION_LEAD,
        Role.CHIEF_OFFICER,
    }
)
_BINDING: Final = frozenset(
    {
        Role.AUTHORISING_DIRECTOR,
        Role.CHIEF_OFFICER,
        Role.REGIONAL_COORDINATOR,
        Role.VOLUNTARY_SECTOR_COORDINATOR,
    }
)
_PARTNERING: Final = _BINDING | {Role.COMMISSIONER, Role.JOINT_COMMISSIONER}
#: Who knows the people at work well enough to vouch for one who lost a second factor.
_VOUCHING: Final = _ADMINISTRATOR | {Role.TEAM_MANAGER, Role.REGISTERED_MANAGER}
_VOUCHING_SECOND: Final = _VOUCHING | _DIRECTORS | _BINDING
_AT_THE_FRONT: Final = frozenset(
    {Role.BROKER, Role.SOCIAL_WORKER, Role.HOSPITAL_DISCHARGE_COORDINATOR}
)
_KEEPERS_OF_ACTIONS: Final = _ANALYSTS | {
    Role.PROCUREMENT_OFFICER,
    Role.TEAM_MANAGER,
    Role.BUDGET_HOLDER,
    Role.FINANCE_OFFICER,
    Role.LEGAL_ADVISER,
    Role.AUTHORISING_DIRECTOR,
    Role.CHIEF_SOCIAL_WORK_OFFICER,
}
_MAPPING: Final = _ADMINISTRATOR | {
    Role.COMMISSIONER,
    Role.JOINT_COMMISSIONER,
    Role.CONTRACT_MANAGER,
}
_JOINT: Final = frozenset({Role.CHIEF_OFFICER, Role.JOINT_COMMISSIONER})
#: Who speaks for a council or health board that a joint board directs.
_DIRECTED: Final = frozenset(
    {
        Role.AUTHORISING_DIRECTOR,
        Role.CHIEF_FINANCE_OFFICER,
        Role.CHIEF_SOCIAL_WORK_OFFICER,
        Role.COMMISSIONER,
    }
)
#: Who answers members' questions about a paper.
_PAPER_ADVISERS: Final = _PAPER_WRITERS | {
    Role.FINANCE_OFFICER,
    Role.CHIEF_FINANCE_OFFICER,
    Role.LEGAL_ADVISER,
    Role.CHIEF_SOCIAL_WORK_OFFICER,
    Role.AUTHORISING_DIRECTOR,
    Role.BUDGET_HOLDER,
}
_MEETING_KEEPERS: Final = frozenset({Role.COMMITTEE_CLERK, Role.LEGAL_ADVISER})
#: Who writes to providers, bodies and members in the name of the organisation.
_CORRESPONDENTS: Final = _PAPER_WRITERS | _MEETING_KEEPERS | {Role.TEAM_MANAGER}
#: Who writes agreements, and ends them.
_CONTRACTING: Final = frozenset(
    {
        Role.COMMISSIONER,
        Role.JOINT_COMMISSIONER,
        Role.CONTRACT_MANAGER,
        Role.PROCUREMENT_OFFICER,
        Role.CHIEF_OFFICER,
    }
)
#: Who works with what providers and services of one's own say of their costs.
_COSTING: Final = _CONTRACTING | {
    Role.BUDGET_HOLDER,
    Role.FINANCE_OFFICER,
    Role.CHIEF_FINANCE_OFFICER,
}
_OWN_OR_PARTNERS: Final = frozenset({Relation.OWN, Relation.PARTNER})
_OWN_OR_SHARED: Final = frozenset({Relation.OWN, Relation.SHARED})

PERMISSIONS: Final[Mapping[Act, Permission]] = {
    # Only the operator, at the machine itself, brings a new organisation into being.
    Act.OPEN_ORGANISATION: Permission(frozenset(), operator=True),
    Act.ENROL_OFFICER: Permission(_ADMINISTRATOR, operator=True),
    Act.GRANT_ROLE: Permission(_ADMINISTRATOR, operator=True),
    Act.END_ROLE: Permission(_ADMINISTRATOR, operator=True),
    Act.DEACTIVATE_OFFICER: Permission(_ADMINISTRATOR, operator=True),
    Act.SEE_OFFICERS: Permission(_ADMINISTRATOR | {Role.INTERNAL_AUDITOR}, operator=True),
    Act.SEE_RECORD: Permission(frozenset({Role.INTERNAL_AUDITOR}), operator=True),
    Act.SEE_DESK: Permission(_ALL),
    # Each kind of thing asks its own act as well.
    Act.SEARCH: Permission(_ALL),
    Act.SEE_DOCUMENT: Permission(_READERS_OF_FILES, _OWN_OR_SHARED),
    Act.FILE_DOCUMENT: Permission(_FILERS, _OWN_OR_SHARED, operator=True),
    Act.SEE_JOB: Permission(_READERS),
    Act.RUN_JOB: Permission(_ANALYSTS, operator=True),
    Act.SEE_FACTS: Permission(_READERS, _OWN_OR_SHARED),
    # What all share is nobody's own, so only the operator changes it.
    Act.IMPORT_FACTS: Permission(_ANALYSTS, operator=True),
    Act.CONFIRM_FACTS: Permission(_ANALYSTS, _OWN_OR_SHARED),
    Act.SEE_ANALYSIS: Permission(_READERS, _OWN_OR_SHARED),
    Act.RUN_ANALYSIS: Permission(_ANALYSTS, _OWN_OR_SHARED, operator=True),
    #
    # working together: partnerships, teams, contacts, cover
    # Everybody for their own absence; whose it is, the action asks.
    Act.ARRANGE_COVER: Permission(_ALL),
    Act.ARRANGE_COVER_FOR_OTHERS: Permission(_ADMINISTRATOR | {Role.TEAM_MANAGER}, operator=True),
    Act.END_COVER: Permission(_ALL, operator=True),
    Act.SEE_PARTNERSHIP: Permission(_READERS),
    Act.PROPOSE_TERMS: Permission(_PARTNERING),
    # Whoever may bind the organisation agrees for it, and takes it out again.
    Act.AGREE_TERMS: Permission(_BINDING),
    Act.LEAVE_PARTNERSHIP: Permission(_BINDING),
    Act.END_PARTNERSHIP: Permission(_BINDING),
    # Whom to ask is published to whoever works with an organisation, providers too.
    Act.SEE_ROUTE_MAP: Permission(_ALL),
    Act.KEEP_ROUTE_MAP: Permission(_MAPPING),
    Act.END_CONTACT: Permission(_MAPPING),
    Act.SET_ESCALATION_PATH: Permission(_MAPPING),
    Act.SEE_TEAMS: Permission(_ALL),
    Act.KEEP_TEAMS: Permission(_MAPPING | {Role.TEAM_MANAGER, Role.REGISTERED_MANAGER}),
    Act.SEE_LOCALITIES: Permission(_JOINT),
    Act.NAME_LOCALITY: Permission(_JOINT),
    Act.SEE_TRAINING: Permission(_READERS),
    Act.NAME_LEAD_OFFICER: Permission(_DIRECTORS | {Role.TEAM_MANAGER}),
    # Beside a course goes the file that shows it, so whoever writes it down may file.
    Act.RECORD_TRAINING: Permission(
        _DIRECTORS | {Role.TEAM_MANAGER, Role.QUALITY_AND_PROTECTION_LEAD, Role.COMMISSIONER}
    ),
    #
    # sign-in: invitations, sessions
    Act.SEE_INVITATIONS: Permission(_INVITERS | {Role.INTERNAL_AUDITOR}),
    Act.INVITE_OFFICER: Permission(_ADMINISTRATOR),
    Act.INVITE_PROVIDER: Permission(_INVITERS_OF_PROVIDERS),
    # Their page belongs to the stage that keeps people's records.
    Act.INVITE_REPRESENTATIVE: Permission(frozenset({Role.SOCIAL_WORKER, Role.TEAM_MANAGER})),
    Act.CHANGE_INVITATION: Permission(_INVITERS),
    Act.EDIT_GROUPS: Permission(_ADMINISTRATOR),
    Act.UNLOCK_ACCOUNT: Permission(_ADMINISTRATOR, operator=True),
    Act.ENABLE_ACCOUNT: Permission(_ADMINISTRATOR, operator=True),
    # The nightly look at sign-ins; no person disables another for being away.
    Act.DISABLE_DORMANT: Permission(frozenset(), operator=True),
    # Two persons, by hand and by name; never the operator, who has the machine itself.
    Act.SEE_FACTOR_RESETS: Permission(_VOUCHING_SECOND | {Role.INTERNAL_AUDITOR}),
    Act.ASK_FACTOR_RESET: Permission(_VOUCHING),
    Act.CONFIRM_FACTOR_RESET: Permission(_VOUCHING_SECOND),
    Act.WITHDRAW_FACTOR_RESET: Permission(_VOUCHING_SECOND),
    #
    # the record: seals, checkpoints, witnesses
    Act.SEAL_RECORD: Permission(frozenset(), operator=True),
    Act.VERIFY_RECORD: Permission(frozenset(), operator=True),
    Act.WITNESS_RECORD: Permission(frozenset({Role.INTERNAL_AUDITOR}), operator=True),
    # Only at the machine itself, as nothing that is reachable by web may change an event.
    Act.ERASE_WORDS: Permission(frozenset(), operator=True),
    #
    # documents
    #
    Act.ADD_VERSION: Permission(_FILERS, operator=True),
    Act.READ_DOCUMENT: Permission(_READERS_OF_FILES, _OWN_OR_SHARED),
    # A hold is set by those who know of a claim or an inquiry, and lifted by those above them.
    Act.HOLD_DOCUMENT: Permission(_HOLDERS),
    Act.LIFT_HOLD: Permission(_DIRECTORS),
    Act.DECIDE_DISPOSAL: Permission(_DIRECTORS),
    #
    # notices
    # Everybody's own, whoever they are.
    Act.SEE_NOTICES: Permission(_ALL),
    Act.CHOOSE_NOTICES: Permission(_ALL),
    Act.SUBSCRIBE_CALENDAR: Permission(_ALL),
    #
    # follow-up: findings, actions, reviews
    Act.SEE_ACTIONS: Permission(
        _READERS - _ADMINISTRATOR, _OWN_OR_PARTNERS, shared_as=SharedKind.TASK
    ),
    Act.KEEP_ACTIONS: Permission(_KEEPERS_OF_ACTIONS),
    Act.CARRY_OUT_ACTION: Permission(
        _KEEPERS_OF_ACTIONS | _AT_THE_FRONT,
        _OWN_OR_PARTNERS,
        shared_as=SharedKind.TASK,
        from_level=Level.DECIDE,
    ),
    # An auditor changes nothing, but may say that what was found has been put right.
    Act.CLOSE_ACTION: Permission(_KEEPERS_OF_ACTIONS | {Role.INTERNAL_AUDITOR}),
    Act.KEEP_REVIEWS: Permission(_KEEPERS_OF_ACTIONS),
    # A clock does it, not a person.
    Act.ESCALATE_ACTIONS: Permission(frozenset(), operator=True),
    #
    # decisions: schemes, approvals
    Act.SEE_DECISIONS: Permission(_READERS, _OWN_OR_PARTNERS, shared_as=SharedKind.APPROVAL),
    Act.REQUEST_APPROVAL: Permission(_DECIDING),
    # Which of them decides what, the scheme of delegation says.
    Act.DECIDE_REQUEST: Permission(
        _DECIDING, _OWN_OR_PARTNERS, shared_as=SharedKind.APPROVAL, from_level=Level.DECIDE
    ),
    Act.RECORD_MINUTE: Permission(_MINUTING),
    Act.HOLD_DECISION: Permission(_HOLDING),
    Act.USE_URGENT_POWER: Permission(_DECIDING),
    Act.PROPOSE_SCHEME: Permission(_ADOPTING | {Role.LEGAL_ADVISER}),
    Act.ADOPT_SCHEME: Permission(_ADOPTING),
    #
    # papers, meetings, scrutiny
    Act.SEE_PAPERS: Permission(_READERS, _OWN_OR_PARTNERS, shared_as=SharedKind.PAPER),
    Act.WRITE_PAPER: Permission(
        _PAPER_WRITERS, _OWN_OR_PARTNERS, shared_as=SharedKind.PAPER, from_level=Level.DECIDE
    ),
    Act.SEND_PAPER: Permission(_PAPER_WRITERS),
    Act.SHARE_PAPER: Permission(_PAPER_WRITERS),
    Act.CALL_FOR_SCRUTINY: Permission(frozenset({Role.SCRUTINY_MEMBER})),
    Act.ASK_ABOUT_PAPER: Permission(
        frozenset({Role.SCRUTINY_MEMBER, Role.DECIDING_MEMBER}),
        _OWN_OR_PARTNERS,
        shared_as=SharedKind.PAPER,
        from_level=Level.COMMENT,
    ),
    Act.ANSWER_ABOUT_PAPER: Permission(_PAPER_ADVISERS),
    Act.KEEP_MEETINGS: Permission(_MINUTING),
    #
    # directions of joint boards: the board writes and issues, the directed body answers
    Act.SEE_DIRECTIONS: Permission(_READERS),
    Act.WRITE_DIRECTION: Permission(_JOINT),
    Act.ISSUE_DIRECTION: Permission(frozenset({Role.CHIEF_OFFICER})),
    Act.ANSWER_DIRECTION: Permission(_DIRECTED),
    #
    # letters and reports from templates: two persons stand behind words that go out
    Act.SEE_TEMPLATES: Permission(_READERS_OF_FILES),
    Act.WRITE_TEMPLATE: Permission(_CORRESPONDENTS),
    Act.APPROVE_TEMPLATE: Permission(_DIRECTORS | {Role.LEGAL_ADVISER}),
    Act.WRITE_LETTERS: Permission(_CORRESPONDENTS),
    #
    # people and their records: never the system administrator, never a market analyst
    Act.SEE_PEOPLE: Permission(_AROUND_PEOPLE),
    Act.ADD_PERSON: Permission(_WITH_PEOPLE, operator=True),
    Act.OPEN_PERSON: Permission(_AROUND_PEOPLE),
    Act.GIVE_PERSONAL_ACCESS: Permission(_WITH_PEOPLE - {Role.BROKER}),
    Act.IMPORT_PEOPLE: Permission(frozenset(), operator=True),
    #
    # foreseeing need: who looks for places hears first what can be provided
    Act.REPORT_CAPACITY: Permission(_ANALYSTS | {Role.BROKER}),
    Act.TAKE_BACK_CAPACITY: Permission(_ANALYSTS | {Role.BROKER}),
    # foreseeing need: scenarios, projections
    Act.SEE_PROJECTIONS: Permission(_READERS, _OWN_OR_PARTNERS, shared_as=SharedKind.PROJECTION),
    Act.RUN_PROJECTION: Permission(_ANALYSTS),
    Act.NAME_PROJECTION: Permission(_ANALYSTS),
    Act.SHARE_PROJECTION: Permission(_ANALYSTS),
    Act.SEE_SCENARIOS: Permission(_READERS, _OWN_OR_PARTNERS, shared_as=SharedKind.SCENARIO),
    # A copy of what a partner shows is one's own.
    Act.BEGIN_SCENARIO: Permission(_ANALYSTS, _OWN_OR_PARTNERS, shared_as=SharedKind.SCENARIO),
    Act.CHANGE_SCENARIO: Permission(
        _ANALYSTS, _OWN_OR_PARTNERS, shared_as=SharedKind.SCENARIO, from_level=Level.DECIDE
    ),
    Act.COMMENT_ON_SCENARIO: Permission(
        _ANALYSTS | _DECIDING,
        _OWN_OR_PARTNERS,
        shared_as=SharedKind.SCENARIO,
        from_level=Level.COMMENT,
    ),
    Act.SHARE_SCENARIO: Permission(_ANALYSTS),
    Act.SEND_SCENARIO: Permission(_ANALYSTS & _DECIDING),
    #
    # sourcing decisions: who approves them, the scheme of delegation says
    Act.SEE_SOURCING: Permission(_READERS, _OWN_OR_PARTNERS, shared_as=SharedKind.SOURCING),
    Act.WRITE_SOURCING: Permission(
        _PAPER_WRITERS, _OWN_OR_PARTNERS, shared_as=SharedKind.SOURCING, from_level=Level.DECIDE
    ),
    Act.SEND_SOURCING: Permission(_PAPER_WRITERS),
    Act.SHARE_SOURCING: Permission(_PAPER_WRITERS),
    #
    # agreements; one person's placement takes the right to see people as well
    Act.SEE_AGREEMENTS: Permission(_READERS),
    Act.WRITE_AGREEMENT: Permission(_CONTRACTING),
    Act.RECORD_SIGNATURE: Permission(
        _CONTRACTING | {Role.LEGAL_ADVISER, Role.BUDGET_HOLDER, Role.AUTHORISING_DIRECTOR}
    ),
    # Whoever stands where care would stop may let it go on; who owns that is named.
    Act.LET_CARE_GO_ON: Permission(
        _CONTRACTING
        | _DIRECTORS
        | {Role.BROKER, Role.TEAM_MANAGER, Role.BUDGET_HOLDER, Role.SOCIAL_WORKER}
    ),
    # Whoever may both read a published file and write agreements down.
    Act.IMPORT_AGREEMENTS: Permission(_CONTRACTING & _ANALYSTS),
    #
    # uplift rounds: who proposes, who reads it a second time, who signs and who carries it out
    Act.SEE_UPLIFTS: Permission(_READERS),
    Act.PROPOSE_UPLIFT: Permission(_CONTRACTING),
    Act.CHECK_UPLIFT: Permission(_CONTRACTING | {Role.FINANCE_OFFICER, Role.BUDGET_HOLDER}),
    Act.SIGN_FLOOR_REASON: Permission(_DIRECTORS),
    Act.APPLY_UPLIFT: Permission(_CONTRACTING | {Role.FINANCE_OFFICER}),
    # keeping to agreements; whoever is handed a duty may say what became of it
    Act.SEE_OBLIGATIONS: Permission(_READERS),
    Act.KEEP_OBLIGATIONS: Permission(_KEEPERS_OF_ACTIONS | _CONTRACTING),
    # A clock does it; whoever keeps agreements may ask for one of them at once.
    Act.WORK_OUT_OBLIGATIONS: Permission(_CONTRACTING, operator=True),
    #
    # what care costs: a provider's open book is not for everybody's eyes
    Act.SEE_COSTS: Permission(_COSTING | _DIRECTORS | {Role.LEGAL_ADVISER, Role.INTERNAL_AUDITOR}),
    # A second person checks, who could have recorded it as well.
    Act.RECORD_COSTS: Permission(_COSTING),
    # What is given becomes a file of the register.
    Act.GIVE_COSTS: Permission(_COSTING & _ANALYSTS),
    Act.WRITE_BRIEFING: Permission(_CONTRACTING),
    # Everybody for themselves: whoever may see the agreement.
    Act.READ_BRIEFING: Permission(_READERS),
    Act.SEE_STATEMENTS: Permission(_READERS),
    Act.SEE_GRANTS: Permission(_READERS),
    Act.KEEP_GRANTS: Permission(_CONTRACTING | {Role.BUDGET_HOLDER, Role.FINANCE_OFFICER}),
    Act.KEEP_STATEMENTS: Permission(_CONTRACTING | {Role.FINANCE_OFFICER, Role.BUDGET_HOLDER}),
}
