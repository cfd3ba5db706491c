"""The only door of the govern stage."""

from carewright.govern.actions.add_to_paper import (
    Given,
    add_background,
    add_consultation,
    attach_assessment,
    take_out,
)
from carewright.govern.actions.reach import CannotDo
from carewright.govern.actions.write_paper import begin_paper, save_section
from carewright.govern.queries.papers import paper, papers
from carewright.govern.reports import NoPdfHere, Part, Table, as_pdf, as_word, parts_of
from carewright.govern.rows import (
    Assessment,
    BackgroundPaper,
    Consultation,
    Paper,
    PaperLine,
    Proceedings,
)
from carewright.govern.rules.assessments import Wanted, every_wanted
from carewright.govern.rules.blockers import Blocker
from carewright.govern.rules.consulting import OFFICERS, OTHERS, Consulted
from carewright.govern.rules.life_of_a_paper import MOVES, PaperState
from carewright.govern.rules.nations import Nation, nation_of
from carewright.govern.rules.papers import FIELDS, Section, blockers_to_send, unanswered

__all__ = [
    "FIELDS",
    "MOVES",
    "OFFICERS",
    "OTHERS",
    "Assessment",
    "BackgroundPaper",
    "Blocker",
    "CannotDo",
    "Consultation",
    "Consulted",
    "Given",
    "Nation",
    "NoPdfHere",
    "Paper",
    "PaperLine",
    "PaperState",
    "Part",
    "Proceedings",
    "Section",
    "Table",
    "Wanted",
    "add_background",
    "add_consultation",
    "as_pdf",
    "as_word",
    "attach_assessment",
    "begin_paper",
    "blockers_to_send",
    "every_wanted",
    "nation_of",
    "paper",
    "papers",
    "parts_of",
    "save_section",
    "take_out",
    "unanswered",
]
