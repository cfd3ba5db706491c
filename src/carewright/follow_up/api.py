"""The only door of the follow_up stage."""

from carewright.follow_up.actions.agree import agree_action
from carewright.follow_up.actions.carry_out import finish_action, give_up_action, take_up_action
from carewright.follow_up.actions.change import hand_over_action, move_due_date
from carewright.follow_up.actions.check import close_action, send_back_action, supersede_action
from carewright.follow_up.actions.escalate import escalate_overdue
from carewright.follow_up.actions.import_plan import choose_columns, give_plan_file, import_plan
from carewright.follow_up.actions.plans import NewPhase, add_to_review, begin_plan, begin_review
from carewright.follow_up.actions.reach import Refused
from carewright.follow_up.actions.recognise import confirm_return, tell_apart
from carewright.follow_up.queries.actions import (
    action,
    actions,
    deadlines_of,
    due_for,
    found_actions,
    themes_used,
    waiting_for_a_check,
    waiting_to_be_checked,
)
from carewright.follow_up.queries.findings import (
    earlier_selves,
    proposed_returns,
    returning,
    selves_of,
)
from carewright.follow_up.queries.plans import (
    actions_of_plan,
    plan,
    plan_counts_of_review,
    plan_import,
    plans,
    progress_of_plan,
    progress_of_review,
    review,
    reviews,
)
from carewright.follow_up.rows import (
    Action,
    Agreed,
    Due,
    GivenFile,
    LikeFinding,
    Phase,
    Plan,
    PlanImport,
    Progress,
    Returning,
    Review,
)
from carewright.follow_up.rules.deadlines import NotADeadline, read_clock
from carewright.follow_up.rules.escalating import Step
from carewright.follow_up.rules.life_of_an_action import MOVES, ActionState
from carewright.follow_up.rules.owners import owner_named
from carewright.follow_up.rules.plan_columns import MEANINGS
from carewright.follow_up.rules.plan_file import PlanRead, PlanRow, read_plan, themes_in
from carewright.follow_up.rules.recurrence import Recurrence
from carewright.follow_up.rules.sources import Source

__all__ = [
    "MEANINGS",
    "MOVES",
    "Action",
    "ActionState",
    "Agreed",
    "Due",
    "GivenFile",
    "LikeFinding",
    "NewPhase",
    "NotADeadline",
    "Phase",
    "Plan",
    "PlanImport",
    "PlanRead",
    "PlanRow",
    "Progress",
    "Recurrence",
    "Refused",
    "Returning",
    "Review",
    "Source",
    "Step",
    "action",
    "actions",
    "actions_of_plan",
    "add_to_review",
    "agree_action",
    "begin_plan",
    "begin_review",
    "choose_columns",
    "close_action",
    "confirm_return",
    "deadlines_of",
    "due_for",
    "earlier_selves",
    "escalate_overdue",
    "finish_action",
    "found_actions",
    "give_plan_file",
    "give_up_action",
    "hand_over_action",
    "import_plan",
    "move_due_date",
    "owner_named",
    "plan",
    "plan_counts_of_review",
    "plan_import",
    "plans",
    "progress_of_plan",
    "progress_of_review",
    "proposed_returns",
    "read_clock",
    "read_plan",
    "returning",
    "review",
    "reviews",
    "selves_of",
    "send_back_action",
    "supersede_action",
    "take_up_action",
    "tell_apart",
    "themes_in",
    "themes_used",
    "waiting_for_a_check",
    "waiting_to_be_checked",
]
