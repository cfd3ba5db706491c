"""The only door of the analyse stage."""

from carewright.analyse.actions.answer_analysis import FactsHaveChanged, answer_analysis
from carewright.analyse.actions.ask_for_analysis import ask_for_analysis
from carewright.analyse.areas import Areas
from carewright.analyse.digest import digest_of
from carewright.analyse.placing import placed
from carewright.analyse.queries import (
    answered,
    areas,
    found_runs,
    is_stale,
    localities,
    own_area,
    question_of,
    run,
    run_row,
    runs,
)
from carewright.analyse.rows import AnsweredRun, Locality, Run

__all__ = [
    "AnsweredRun",
    "Areas",
    "FactsHaveChanged",
    "Locality",
    "Run",
    "answer_analysis",
    "answered",
    "areas",
    "ask_for_analysis",
    "digest_of",
    "found_runs",
    "is_stale",
    "localities",
    "own_area",
    "placed",
    "question_of",
    "run",
    "run_row",
    "runs",
]
