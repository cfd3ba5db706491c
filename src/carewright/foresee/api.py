"""The only door of the foresee stage."""

from carewright.analyse.api import FactsHaveChanged
from carewright.foresee.actions.answer_projection import answer_projection
from carewright.foresee.actions.ask_for_projection import ask_for_projection
from carewright.foresee.actions.keep_projection import name_projection, share_projection
from carewright.foresee.queries.projections import (
    answered_projection,
    found_projections,
    is_stale,
    projection,
    projection_row,
    projections,
    question_of,
    scenarios_to_compare,
)
from carewright.foresee.rows.projections import (
    AnsweredProjection,
    ProjectionRow,
    ScenarioToCompare,
)

__all__ = [
    "AnsweredProjection",
    "FactsHaveChanged",
    "ProjectionRow",
    "ScenarioToCompare",
    "answer_projection",
    "answered_projection",
    "ask_for_projection",
    "found_projections",
    "is_stale",
    "name_projection",
    "projection",
    "projection_row",
    "projections",
    "question_of",
    "scenarios_to_compare",
    "share_projection",
]
