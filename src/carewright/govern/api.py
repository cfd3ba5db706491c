"""The only door of the govern stage."""

from carewright.govern.actions.add_to_paper import (
    Given,
    add_background,
    add_consultation,
    attach_assessment,
    keep_file,
    take_out,
)
from carewright.govern.actions.change_meeting import (
    cancel_meeting,
    move_meeting,
    take_off_agenda,
)
from carewright.govern.actions.direct import Said as DirectionSaid
from carewright.govern.actions.direct import answer_direction, issue_direction, write_direction
from carewright.govern.actions.meet import (
    call_meeting,
    open_body,
    put_on_agenda,
    record_resolution,
)
from carewright.govern.actions.partner_news import TELL_JOB, tell_of_shared
from carewright.govern.actions.reach import CannotDo
from carewright.govern.actions.scrutinise import (
    answer_question,
    ask_question,
    call_for_scrutiny,
    end_scrutiny,
    spare_the_days,
)
from carewright.govern.actions.send_paper import send_for_approval, withdraw_paper
from carewright.govern.actions.share_paper import share_paper
from carewright.govern.actions.write_paper import begin_paper, save_section
from carewright.govern.queries.decided import decisions, open_to_members
from carewright.govern.queries.directions import (
    approved_decisions,
    direction,
    directions,
    drafts_to_issue,
)
from carewright.govern.queries.meetings import bodies, clerks_desk, item, meeting, meetings
from carewright.govern.queries.papers import PAPER, found_papers, paper, papers, papers_among
from carewright.govern.queries.proceedings import proceedings, question, questions_to_answer
from carewright.govern.reports import (
    OUTCOMES,
    NoPdfHere,
    Part,
    Table,
    as_pdf,
    as_word,
    parts_of,
    pdf_document,
    word_document,
)
from carewright.govern.rows import (
    AgendaItem,
    Answer,
    Assessment,
    AwaitingPaper,
    BackgroundPaper,
    Body,
    ClerksDesk,
    Consultation,
    Decision,
    Direction,
    DirectionNote,
    Meeting,
    MeetingWithAgenda,
    Minute,
    Paper,
    PaperLine,
    Proceedings,
    Question,
    Scrutiny,
)
from carewright.govern.rules.assessments import (
    Wanted,
    blockers_to_attach,
    every_wanted,
    nothing_to_read,
    wanted,
)
from carewright.govern.rules.consulting import OFFICERS, OTHERS, Consulted
from carewright.govern.rules.directions import (
    DIRECTED,
    DIRECTION_MOVES,
    DirectionState,
    NoteKind,
    Replacing,
)
from carewright.govern.rules.life_of_a_paper import MOVES, PaperState
from carewright.govern.rules.meetings import BodyKind
from carewright.govern.rules.nations import Nation, nation_of
from carewright.govern.rules.papers import FIELDS, Section, blockers_to_send, unanswered
from carewright.govern.rules.scrutiny import SourceKind, blockers_to_answer
from carewright.platform.api import Blocker

__all__ = [
    "DIRECTED",
    "DIRECTION_MOVES",
    "FIELDS",
    "MOVES",
    "OFFICERS",
    "OTHERS",
    "OUTCOMES",
    "PAPER",
    "TELL_JOB",
    "AgendaItem",
    "Answer",
    "Assessment",
    "AwaitingPaper",
    "BackgroundPaper",
    "Blocker",
    "Body",
    "BodyKind",
    "CannotDo",
    "ClerksDesk",
    "Consultation",
    "Consulted",
    "Decision",
    "Direction",
    "DirectionNote",
    "DirectionSaid",
    "DirectionState",
    "Given",
    "Meeting",
    "MeetingWithAgenda",
    "Minute",
    "Nation",
    "NoPdfHere",
    "NoteKind",
    "Paper",
    "PaperLine",
    "PaperState",
    "Part",
    "Proceedings",
    "Question",
    "Replacing",
    "Scrutiny",
    "Section",
    "SourceKind",
    "Table",
    "Wanted",
    "add_background",
    "add_consultation",
    "answer_direction",
    "answer_question",
    "approved_decisions",
    "as_pdf",
    "as_word",
    "ask_question",
    "attach_assessment",
    "begin_paper",
    "blockers_to_answer",
    "blockers_to_attach",
    "blockers_to_send",
    "bodies",
    "call_for_scrutiny",
    "call_meeting",
    "cancel_meeting",
    "clerks_desk",
    "decisions",
    "direction",
    "directions",
    "drafts_to_issue",
    "end_scrutiny",
    "every_wanted",
    "found_papers",
    "issue_direction",
    "item",
    "keep_file",
    "meeting",
    "meetings",
    "move_meeting",
    "nation_of",
    "nothing_to_read",
    "open_body",
    "open_to_members",
    "paper",
    "papers",
    "papers_among",
    "parts_of",
    "pdf_document",
    "proceedings",
    "put_on_agenda",
    "question",
    "questions_to_answer",
    "record_resolution",
    "save_section",
    "send_for_approval",
    "share_paper",
    "spare_the_days",
    "take_off_agenda",
    "take_out",
    "tell_of_shared",
    "unanswered",
    "wanted",
    "withdraw_paper",
    "word_document",
    "write_direction",
]
