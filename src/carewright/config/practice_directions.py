"""Invented directions of the practice joint board to Elmshire and to NHS Alder and Elm."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from carewright.config.casting import persona
from carewright.config.practice_govern import COMMON, CONSULTED, WITHOUT
from carewright.decide import api as decide
from carewright.govern import api as govern
from carewright.govern.api import DirectionSaid, Nation, NoteKind, Replacing, Section
from carewright.platform import api as platform
from carewright.ui.formats import in_london

BOARD: Final = "joint-board"


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Brings them in once; a board that has any keeps what it has."""
    del by  # directions are given by officers, never by whoever runs the machine
    planner, chief = persona("planning", BOARD, at), persona("chief-officer", BOARD, at)
    council = persona("director", "elmshire", at)
    health = persona("director", "alder-and-elm", at)
    if govern.directions(seen_by=chief):
        return
    with platform.acting_for(planner.organisation.id):
        decided = _approved(planner, chief, at)
        first = _written(planner, decided, council, 0, at)
        govern.issue_direction(direction_id=first, by=chief, at=at)
        second = _written(planner, decided, health, 1, at)
        govern.issue_direction(direction_id=second, by=chief, at=at)
    _answer(council, first, at)
    with platform.acting_for(planner.organisation.id):
        later = _written(
            planner, decided, council, 2, at, replaces_id=first, replaces_how=Replacing.SUPERSEDES
        )
        govern.issue_direction(direction_id=later, by=chief, at=at)
        _written(planner, decided, health, 3, at)
    _answer(council, later, at)


def _approved(planner: platform.Officer, chief: platform.Officer, at: datetime) -> UUID:
    """A paper of the board that its chief officer approves; the approval's id."""
    author: dict[str, Any] = {"by": planner, "at": at}
    paper_id = govern.begin_paper(
        title=PAPER["title"], act=PAPER["act"], nation=Nation.SCOTLAND, **author
    )
    for section in Section:
        govern.save_section(
            paper_id=paper_id, section=section, answers={**COMMON, **PAPER}, **author
        )
    for whom, name, words in CONSULTED:
        govern.add_consultation(
            paper_id=paper_id, whom=whom, name=name, how="In writing", on=in_london(at).date(),
            said=words, **author,
        )  # fmt: skip
    govern.send_for_approval(paper_id=paper_id, reason=WITHOUT, **author)
    asked = decide.approvals_about(govern.PAPER, paper_id, seen_by=planner)[0]
    decide.decide_step(
        step_id=asked.open_steps[0].id, outcome=decide.Outcome.APPROVE,
        reason="In line with the strategic plan.", by=chief, at=at,
    )  # fmt: skip
    return asked.id


def _written(
    planner: platform.Officer, decided: UUID, to: platform.Officer, place: int, at: datetime,
    **more: Any,
) -> UUID:  # fmt: skip
    year = in_london(at).year
    said = DirectionSaid(
        to_id=to.organisation.id, to_name="", request_id=decided, starts_on=date(year, 4, 1),
        ends_before=date(year + 1, 4, 1), **DIRECTIONS[place], **more,
    )  # fmt: skip
    return govern.write_direction(said=said, by=planner, at=at)


def _answer(director: platform.Officer, direction_id: UUID, at: datetime) -> None:
    """The directed body says that it has the direction, and what it has done so far."""
    with platform.acting_for(director.organisation.id):
        for kind, text in ((NoteKind.ACKNOWLEDGED, ""), (NoteKind.PROGRESS, PROGRESS)):
            govern.answer_direction(
                direction_id=direction_id, kind=kind, text=text, by=director, at=at
            )


PAPER: Final[dict[str, Any]] = {
    "title": "Care at home and reablement for the year", "act": "strategy",
    "summary": "The council gives more care at home; the health board pays for reablement.",
    "proposal": "Both bodies are directed as the strategic plan has it.",
    "recommendation": "Directions are issued to Elmshire Council and NHS Alder and Elm.",
    "annual_value_pence": 24_000_000, "term_months": 12, "people_affected": 410,
}  # fmt: skip
PAID: Final = "In twelve equal parts, on the first working day of each month."
DIRECTIONS: Final[tuple[dict[str, Any], ...]] = (
    {
        "title": "Care at home in Elmshire", "money_pence": 14_000_000, "payment": PAID,
        "text": "Elmshire Council gives 350 hours of care at home a week more than last year.",
        "functions": "Care at home for adults, section 12A assessments (practice).",
    },
    {
        "title": "Reablement after hospital", "money_pence": 10_000_000, "payment": PAID,
        "text": "NHS Alder and Elm keeps a reablement team of twelve for both valleys.",
        "functions": "Community rehabilitation (practice).",
    },
    {
        "title": "Care at home in Elmshire, with nights", "money_pence": 15_200_000,
        "payment": PAID,
        "text": "Elmshire Council gives 350 hours of care at home a week more than last year, "
        "forty of them at night.",
        "functions": "Care at home for adults, section 12A assessments (practice).",
    },
    {
        "title": "Equipment for people at home", "money_pence": 0,
        "payment": "No money goes with it.",
        "text": "NHS Alder and Elm lends equipment within five days of an assessment.",
        "functions": "Community equipment (practice).",
    },
)  # fmt: skip
PROGRESS: Final = "210 of the 350 hours are given since June; two posts are advertised."
