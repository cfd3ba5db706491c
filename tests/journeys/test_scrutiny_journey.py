"""Councillors scrutinise a £74m framework before the vote, and a clerk minutes the resolution."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from docx import Document

from tests.journeys.commissioner import Commissioner
from tests.journeys.person import DESK, TELEPHONE_WITHOUT_SCRIPT, Surroundings

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]

SitsDown = Callable[[Surroundings], Commissioner]
FRAMEWORK = "Care and support framework 2027 to 2032"
CHANGES = "How many people would have to change care workers?"
ANSWER = "Nobody, where the person wants to keep them: 1,860 people keep their care workers."
SURVEY = "Survey of people who receive care"
RECOMMENDED = "That the committee agrees, and reports on pay after a year."
STRATEGY = "Strategy for unpaid carers 2026 to 2031"
MEALS = "Meals at home from one kitchen"
RESOLVED = "RESOLVED: that officers proceed with the procurement."


def test_councillors_scrutinise_the_framework_before_it_is_resolved(
    commissioner: SitsDown,
) -> None:
    member, officer = commissioner(TELEPHONE_WITHOUT_SCRIPT), commissioner(DESK)
    clerk = commissioner(DESK)

    member.signs_in_as("Ruth Aspen")
    member.goes_to_the_stage("Papers")
    member.follows(FRAMEWORK)
    member.reads("The decision is on hold")
    member.reads("What does the framework do to the pay of care workers?")
    member.reads("Price floor of the framework (invented)")
    member.reads("No source is given for this answer")

    officer.signs_in_as("Isla Rowan")
    officer.goes_to_the_stage("Papers")
    officer.follows(FRAMEWORK)
    officer.follows(f"Answer {CHANGES}")
    officer.answers("Answer", ANSWER)
    officer.page.get_by_label("A published page").check()
    officer.answers("Title of the source", SURVEY)
    officer.answers("Address of the page or figure", "https://elmshire.example/survey")
    officer.presses("Answer")
    officer.reads("Answered. Whoever asked was told.")

    member.goes_to_the_stage("Papers")
    member.follows(FRAMEWORK)
    member.reads(ANSWER)
    member.reads(SURVEY)
    member.follows("End scrutiny")
    member.answers("What does scrutiny recommend?", RECOMMENDED)
    member.presses("End scrutiny")
    member.reads("All 3 questions were answered")
    member.does_not_read("The decision is on hold")

    clerk.signs_in_as("Iain Sedge")
    clerk.goes_to_the_stage("Papers")
    clerk.follows("Meetings")
    sets_a_meeting_that_has_begun(clerk)
    puts_on_the_agenda(clerk)
    clerk.follows(f"Record the resolution 1. P-0001 {FRAMEWORK}")
    clerk.page.get_by_label("Agreed", exact=True).check()
    clerk.answers("The resolution, in the words of the minute", RESOLVED)
    clerk.answers("Reference of the minute", "88")
    clerk.presses("Save")
    clerk.reads("The resolution is recorded.")

    officer.goes_to_the_stage("Papers")
    officer.follows(FRAMEWORK)
    officer.reads(RESOLVED)
    report = Document(str(officer.takes("Word document")))
    words = "\n".join(each.text for each in report.paragraphs)
    assert RESOLVED in words
    assert RECOMMENDED in words


def sets_a_meeting_that_has_begun(clerk: Commissioner) -> None:
    """A meeting a minute ago, as clerks record them: after the fact."""
    began = datetime.now(ZoneInfo("Europe/London")) - timedelta(minutes=1)
    clerk.follows("Set a meeting")
    clerk.page.get_by_label("Which body?").select_option(index=1)
    for part, figure in (("Day", began.day), ("Month", began.month), ("Year", began.year)):
        clerk.page.get_by_label(part, exact=True).fill(str(figure))
    clerk.answers("At what time?", f"{began:%H:%M}")
    clerk.presses("Save")
    clerk.reads("The meeting is set.")


def puts_on_the_agenda(clerk: Commissioner) -> None:
    """Chooses the framework among the papers that wait for the body."""
    clerk.presses(f"Put on the agenda P-0001 {FRAMEWORK}")
    clerk.reads("On the agenda.")


def test_what_members_called_in_goes_back_to_whoever_decided_it(commissioner: SitsDown) -> None:
    member, director = commissioner(DESK), commissioner(TELEPHONE_WITHOUT_SCRIPT)
    clerk, by_when = commissioner(DESK), datetime.now(ZoneInfo("Europe/London")) + timedelta(14)

    member.signs_in_as("Ruth Aspen")
    member.goes_to_the_stage("Papers")
    member.follows(STRATEGY)
    member.follows("Call it in")
    member.answers("Why should scrutiny look at it first?", "Breaks for carers are not costed.")
    member.presses("Call the decision in")
    member.follows("End scrutiny")
    member.answers("What does scrutiny recommend?", "Cost the breaks first.")
    for part, figure in (("Day", by_when.day), ("Month", by_when.month), ("Year", by_when.year)):
        member.answers(part, str(figure))
    member.presses("End scrutiny")
    member.reads("Members sent it back to whoever decided it")

    director.signs_in_as("Morag Ashby")
    director.follows(re.compile(f"{MEALS}$"))
    director.follows("Say whether it stands")
    director.ticks("It stands as it was decided")
    director.answers("Why?", "They were asked in May, and 180 of 210 want it.")
    director.presses("Record it")
    director.reads("It was decided again")

    clerk.signs_in_as("Iain Sedge")
    clerk.follows(re.compile(f"{STRATEGY}$"))
    clerk.follows("Record the minute of whether it stands")
    clerk.goes_to_the_stage("Papers")
    clerk.follows("Meetings")
    clerk.reads("cancelled: The chamber is being rewired.")
    clerk.page.get_by_role("row").filter(has_text="Council chamber").first.get_by_role(
        "link"
    ).first.click()
    for words, back in (
        ("Move the meeting", "Cancel"), ("Cancel the meeting", "Leave it as it is"),
    ):  # fmt: skip
        clerk.follows(words)
        clerk.follows(back)
    clerk.follows(re.compile("^Take it off the agenda"))
