"""The only door of the foresee stage."""

from carewright.analyse.api import FactsHaveChanged
from carewright.foresee.actions.answer_projection import answer_projection
from carewright.foresee.actions.ask_for_projection import CannotAsk, ask_for_projection
from carewright.foresee.actions.change_levers import add_lever, change_lever, remove_lever
from carewright.foresee.actions.keep_projection import name_projection, share_projection
from carewright.foresee.actions.keep_scenario import (
    begin_scenario,
    bring_scenario_back,
    copy_scenario,
    put_scenario_away,
    reword_scenario,
)
from carewright.foresee.actions.scenario_reach import CannotKeep, ChangedMeanwhile
from carewright.foresee.actions.send_scenario import send_scenario
from carewright.foresee.actions.share_scenario import comment_on_scenario, share_scenario
from carewright.foresee.actions.tell_of_versions import TELL_JOB, tell_of_version
from carewright.foresee.queries.by_area import councils_ahead
from carewright.foresee.queries.counted import (
    first_years_ahead,
    levers_left_out,
    uncounted_here,
)
from carewright.foresee.queries.projections import (
    answered_projection,
    found_projections,
    is_stale,
    latest_holdings,
    projection,
    projection_row,
    projections,
    question_of,
    scenarios_to_compare,
)
from carewright.foresee.queries.published import (
    care_groups_here,
    carers_here,
    delays_and_care,
    growth_then_and_now,
)
from carewright.foresee.queries.scenarios import (
    comments_on,
    found_scenarios,
    scenario,
    scenario_row,
    scenarios,
    sent_scenario,
    versions_of,
)
from carewright.foresee.rows.by_area import CouncilAhead
from carewright.foresee.rows.projections import (
    AnsweredProjection,
    ProjectionRow,
    ScenarioProjected,
    ScenarioToCompare,
)
from carewright.foresee.rows.published import (
    CareGroupsHere,
    CarersAhead,
    CarersHere,
    CarersOfAge,
    DelaysHere,
    GroupHere,
    ThenAndNow,
)
from carewright.foresee.rows.scenarios import (
    Scenario,
    ScenarioComment,
    ScenarioVersion,
    SentScenario,
)

__all__ = [
    "TELL_JOB",
    "AnsweredProjection",
    "CannotAsk",
    "CannotKeep",
    "CareGroupsHere",
    "CarersAhead",
    "CarersHere",
    "CarersOfAge",
    "ChangedMeanwhile",
    "CouncilAhead",
    "DelaysHere",
    "FactsHaveChanged",
    "GroupHere",
    "ProjectionRow",
    "Scenario",
    "ScenarioComment",
    "ScenarioProjected",
    "ScenarioToCompare",
    "ScenarioVersion",
    "SentScenario",
    "ThenAndNow",
    "add_lever",
    "answer_projection",
    "answered_projection",
    "ask_for_projection",
    "begin_scenario",
    "bring_scenario_back",
    "care_groups_here",
    "carers_here",
    "change_lever",
    "comment_on_scenario",
    "comments_on",
    "copy_scenario",
    "councils_ahead",
    "delays_and_care",
    "first_years_ahead",
    "found_projections",
    "found_scenarios",
    "growth_then_and_now",
    "is_stale",
    "latest_holdings",
    "levers_left_out",
    "name_projection",
    "projection",
    "projection_row",
    "projections",
    "put_scenario_away",
    "question_of",
    "remove_lever",
    "reword_scenario",
    "scenario",
    "scenario_row",
    "scenarios",
    "scenarios_to_compare",
    "send_scenario",
    "sent_scenario",
    "share_projection",
    "share_scenario",
    "tell_of_version",
    "uncounted_here",
    "versions_of",
]
