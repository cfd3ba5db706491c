"""The only door of the analyse stage."""

from carewright.analyse.actions.answer_analysis import FactsHaveChanged, answer_analysis
from carewright.analyse.actions.ask_for_analysis import ask_for_analysis
from carewright.analyse.queries import answered, question_of, run, run_row, runs
from carewright.analyse.rows import AnsweredRun, Run

__all__ = [
    "AnsweredRun",
    "FactsHaveChanged",
    "Run",
    "answer_analysis",
    "answered",
    "ask_for_analysis",
    "question_of",
    "run",
    "run_row",
    "runs",
]
