"""Invented papers of Elmshire at every stage, the large care framework under scrutiny among them.

Everything goes through the actions that people use, so that the record tells the same story.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from carewright.config.casting import persona
from carewright.decide import api as decide
from carewright.decide.api import Outcome
from carewright.govern import api as govern
from carewright.govern.api import BodyKind, Consulted, Nation, Section, SourceKind
from carewright.platform import api as platform
from carewright.ui.formats import in_london
from carewright_engine.values.bank_holidays import Nation as BankHolidays
from carewright_engine.values.local_time import LONDON
from carewright_engine.values.working_days import CALENDARS

COUNCIL: Final = "elmshire"
WORK: Final = CALENDARS[BankHolidays.SCOTLAND]
WITHOUT: Final = "The missing assessments are with their authors and follow before the meeting."
FRAMEWORK: Final = "Care and support framework 2027 to 2032"
PAY: Final = "What does the framework do to the pay of care workers?"


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Brings in papers where there are none, and meetings where a start was broken off before."""
    del by  # papers are brought by officers, never by whoever runs the machine
    cast = Cast(at)
    with platform.acting_for(cast.council.id):
        if not govern.papers(seen_by=cast.person("commissioner")):
            _bring_papers(cast)
        if not govern.meetings(seen_by=cast.person("clerk")):
            _bring_before_members(cast)
        _send_back_what_was_decided(cast)


@dataclass
class Cast:
    """Who does what in Elmshire, on the day on which the practice data are made."""

    at: datetime
    council: platform.Organisation = field(init=False)

    def __post_init__(self) -> None:
        self.council = platform.organisation(COUNCIL)

    def person(self, key: str) -> platform.Officer:
        """The persona with this key."""
        return persona(key, COUNCIL, self.at)


def _bring_papers(cast: Cast) -> None:
    _sent(cast, _paper(cast, 0))
    _shown_to_partners(cast, _paper(cast, 1, partly=True))
    _sent(cast, _paper(cast, 2))
    emergency = _paper(cast, 3)
    _sent(cast, emergency)
    decide.use_urgent_power(
        request_id=_approval(cast, emergency).id, by=cast.person("director"), at=cast.at,
        ground="22 people would have had no visit tonight.",
    )  # fmt: skip
    returned, withdrawn = _paper(cast, 4), _paper(cast, 5)
    for each in (returned, withdrawn):
        _sent(cast, each)
    _send_back(cast, returned)
    govern.withdraw_paper(
        paper_id=withdrawn, reason="The lease was extended, so the centre can stay where it is.",
        by=cast.person("commissioner"), at=cast.at,
    )  # fmt: skip


def _bring_before_members(cast: Cast) -> None:
    """The committee, a meeting that it has held and one to come, and scrutiny of a paper."""
    clerk, framework = cast.person("clerk"), _known(cast, FRAMEWORK)
    if framework is None:
        return
    body_id = _body(cast, _to_committee(cast, framework) or "Social Care Committee")
    _resolve(Cast(_last_time_at_work(cast.at)), body_id)
    coming = govern.call_meeting(
        body_id=body_id, starts_at=_in_a_fortnight(cast.at), place="Council chamber",
        by=clerk, at=cast.at,
    )  # fmt: skip
    govern.put_on_agenda(meeting_id=coming, paper_id=framework, by=clerk, at=cast.at)
    off = govern.call_meeting(
        body_id=body_id, starts_at=_in_a_fortnight(cast.at + timedelta(7)), by=clerk, at=cast.at
    )
    govern.cancel_meeting(
        meeting_id=off, reason="The chamber is being rewired.", by=clerk, at=cast.at
    )
    _scrutinise(cast, framework)


def _send_back_what_was_decided(cast: Cast) -> None:
    """What the director decided, members called in, and whoever may says whether it stands."""
    paper_id = _known(cast, PAPERS[7]["title"])
    if paper_id is None:
        paper_id = _paper(cast, 7)
        _sent(cast, paper_id)
    asked = decide.approvals_about(govern.PAPER, paper_id, seen_by=cast.person("commissioner"))
    if any(each.sent_back for each in asked):
        return
    _to_committee(cast, paper_id)
    done: dict[str, Any] = {"paper_id": paper_id, "by": cast.person("scrutiny"), "at": cast.at}
    with suppress(govern.CannotDo):  # called in already by a start that was broken off
        govern.call_for_scrutiny(reason="Nobody asked those who eat the meals.", **done)
    with suppress(govern.CannotDo):  # a home whose scheme gives members no days
        govern.end_scrutiny(
            recommendation="Ask the people who eat them before one kitchen cooks for all.",
            decide_by=_in_a_fortnight(cast.at).date(), **done,
        )  # fmt: skip


def _known(cast: Cast, title: str) -> UUID | None:
    """The paper of this title that is there already."""
    found = govern.papers(seen_by=cast.person("commissioner"))
    return next((each.id for each in found if each.title == title), None)


def _body(cast: Cast, name: str) -> UUID:
    """The committee of this name, written down now if it is not yet."""
    clerk = cast.person("clerk")
    known = {each.name: each.id for each in govern.bodies(seen_by=clerk)}
    return known.get(name) or govern.open_body(
        name=name, kind=BodyKind.COMMITTEE, by=clerk, at=cast.at
    )


def _shown_to_partners(cast: Cast, paper_id: UUID) -> None:
    """A draft that partners can read, where the terms of a partnership let them."""
    author = cast.person("commissioner")
    for joint in author.partnerships_sharing(platform.SharedKind.PAPER)[:1]:
        govern.share_paper(paper_id=paper_id, partnership_id=joint, by=author, at=cast.at)


def _in_a_fortnight(at: datetime) -> datetime:
    """Ten in the morning of a working day."""
    day = WORK.next_working_day(in_london(at).date() + timedelta(14))
    return datetime.combine(day, time(10), tzinfo=LONDON)


def _last_time_at_work(at: datetime) -> datetime:
    """Ten in the morning of the last working day before: no committee meets on a Sunday."""
    day = in_london(at).date() - timedelta(days=1)
    while not WORK.is_working_day(day):
        day -= timedelta(days=1)
    return datetime.combine(day, time(10), tzinfo=LONDON)


def _paper(cast: Cast, place: int, *, partly: bool = False) -> UUID:
    """One of the papers below, written by its sections; partly leaves it a draft with gaps."""
    said = PAPERS[place]
    author: dict[str, Any] = {"by": cast.person("commissioner"), "at": cast.at}
    paper_id = govern.begin_paper(
        title=said["title"], act=said["act"], nation=Nation.SCOTLAND, **author
    )
    sections = [Section.PROPOSAL, Section.PEOPLE] if partly else list(Section)
    for section in sections:
        govern.save_section(
            paper_id=paper_id, section=section, answers={**COMMON, **said}, **author
        )
    if partly:
        return paper_id
    for whom, name, words in CONSULTED:
        govern.add_consultation(
            paper_id=paper_id, whom=whom, name=name, how="In writing",
            on=in_london(cast.at).date() - timedelta(days=20), said=words, **author,
        )  # fmt: skip
    govern.add_background(
        paper_id=paper_id, title="Analysis of provision in Elmshire", link="", **author
    )
    for code, writer, finding in ASSESSED:
        govern.attach_assessment(
            paper_id=paper_id, code=code, author=writer, finding=finding,
            written_on=in_london(cast.at).date() - timedelta(days=10),
            published="elmshire.example/papers", **author,
        )  # fmt: skip
    govern.attach_assessment(
        paper_id=paper_id, code="islands", not_needed="Elmshire has no inhabited island.", **author
    )
    return paper_id


def _sent(cast: Cast, paper_id: UUID) -> None:
    govern.send_for_approval(
        paper_id=paper_id, reason=WITHOUT, by=cast.person("commissioner"), at=cast.at
    )


def _approval(cast: Cast, paper_id: UUID) -> decide.Approval:
    return decide.approvals_about(
        govern.PAPER, paper_id, seen_by=cast.person("commissioner")
    )[0]  # fmt: skip


def _to_committee(cast: Cast, paper_id: UUID) -> str:
    """Has officers take their steps until a committee's turn comes; the committee's name."""
    for _stage in range(6):
        found = _approval(cast, paper_id)
        for step in found.open_steps:
            if step.committee:
                return step.committee
            take(cast, step, Outcome.APPROVE, "Checked and supported.")
        if not found.open_steps:
            return ""
    return ""


def take(cast: Cast, step: decide.Step, outcome: Outcome, reason: str) -> None:
    """Each of so many persons with a role of the step says the same."""
    holding = platform.officers_holding(
        step.roles, organisation_id=cast.council.id, on=in_london(cast.at).date()
    )
    taken = 0
    for officer in holding:
        try:
            decide.decide_step(
                step_id=step.id, outcome=outcome, reason=reason, by=officer, at=cast.at
            )
        except decide.CannotDecide:
            continue  # who asked, or has spoken before, lets the next one take it
        taken += 1
        if taken == step.persons or outcome is not Outcome.APPROVE:
            return


def _send_back(cast: Cast, paper_id: UUID) -> None:
    step = _approval(cast, paper_id).open_steps[0]
    take(cast, step, Outcome.RETURN, "What does the extension cost if demand falls by a tenth?")


def _resolve(cast: Cast, body_id: UUID) -> None:
    """The last paper, a meeting that has been held, and the resolution as it was minuted."""
    paper_id = _known(cast, PAPERS[6]["title"])
    if paper_id is None:
        paper_id = _paper(cast, 6)
        _sent(cast, paper_id)
    if not _to_committee(cast, paper_id):
        return
    done: dict[str, Any] = {"by": cast.person("clerk"), "at": cast.at}
    meeting_id = govern.call_meeting(
        body_id=body_id, starts_at=cast.at, place="Council chamber", **done
    )
    item_id = govern.put_on_agenda(meeting_id=meeting_id, paper_id=paper_id, **done)
    govern.record_resolution(
        item_id=item_id, outcome=Outcome.APPROVE, minute_reference="51", resolution=RESOLVED, **done
    )


def _scrutinise(cast: Cast, paper_id: UUID) -> None:
    """A member asks before the vote: one answer rests on a figure, one on nothing, one is due."""
    member: dict[str, Any] = {"by": cast.person("scrutiny"), "at": cast.at}
    officer: dict[str, Any] = {"by": cast.person("finance"), "at": cast.at}
    govern.call_for_scrutiny(
        paper_id=paper_id, reason="£74m over five years should be looked at before the vote.",
        **member,
    )  # fmt: skip
    pay = govern.ask_question(paper_id=paper_id, text=PAY, **member)
    govern.answer_question(
        question_id=pay, text="The price floor of each lot covers the real Living Wage.",
        source_kind=SourceKind.LINK, source_title="Price floor of the framework (invented)",
        source="https://elmshire.example/framework/price-floor", **officer,
    )  # fmt: skip
    small = govern.ask_question(
        paper_id=paper_id, text="Can small local providers still take part?", **member
    )
    govern.answer_question(
        question_id=small, text="We expect that they can, as lots are small.",
        source_kind=SourceKind.NONE, **officer,
    )  # fmt: skip
    govern.ask_question(
        paper_id=paper_id, text="How many people would have to change care workers?", **member
    )


COMMON: Final[dict[str, Any]] = {
    "contact": "Isla Rowan, commissioning manager, commissioner@elmshire.example",
    "contrary": False, "provision": "Revenue budget, adult social care, approved in February",
    "final_decision": True, "in_framework": False,
    "how_affected": "Care goes on with the same care workers wherever people want that.",
    "options": "1. Do nothing: agreements end and prices are made one by one.\n"
    "2. Renew each agreement: the same work every year.\n3. What is proposed.",
    "next_steps": "A notice is published within a month, by Isla Rowan.",
    "annual_value_pence": 200_000_000, "term_months": 24, "people_affected": 120,
}  # fmt: skip
PAPERS: Final[tuple[dict[str, Any], ...]] = (
    {
        "title": FRAMEWORK, "act": "sourcing",
        "summary": "One framework for home care and supported living, £14m a year and £74m over "
        "five years with inflation.",
        "proposal": "Home care and supported living move into one public framework in lots, with "
        "the standards that the council expects of providers.",
        "recommendation": "1. Officers proceed with the procurement.\n2. Officers make a framework "
        "from which packages are called off.\n3. The director may approve call-offs where price "
        "and quality benefit.",
        "annual_value_pence": 1_400_000_000, "term_months": 60, "people_affected": 1860,
    },
    {
        "title": "Day support for people with dementia", "act": "strategy",
        "summary": "Five places near home in place of one centre.",
        "proposal": "Support moves to five village halls.", "recommendation": "",
        "people_affected": 64,
    },
    {
        "title": "Exemption: respite at Alder Lodge for 12 months", "act": "exemption",
        "summary": "Only one provider nearby can give overnight breaks.",
        "proposal": "The agreement is renewed without a tender for 12 months.",
        "recommendation": "The exemption is granted until the day on which it ends.",
        "annual_value_pence": 18_000_000, "term_months": 12, "people_affected": 31,
    },
    {
        "title": "Emergency home care in Brackendale", "act": "placement",
        "summary": "A provider stopped at two days’ notice.",
        "proposal": "Another provider gives the visits from today.",
        "recommendation": "What was done is confirmed.",
        "annual_value_pence": 31_000_000, "term_months": 3, "people_affected": 22,
    },
    {
        "title": "Extension of supported living by a year", "act": "extension",
        "summary": "The last year that the agreement allows.",
        "proposal": "The agreement goes on for a year.",
        "recommendation": "The extension is agreed.", "term_months": 12,
    },
    {
        "title": "Closing the day centre at Elm Row", "act": "closure",
        "summary": "The lease ends.", "proposal": "The centre closes and support moves.",
        "recommendation": "The closure is agreed.", "people_affected": 40,
    },
    {
        "title": "Strategy for unpaid carers 2026 to 2031", "act": "strategy",
        "summary": "Breaks, advice and a say for carers.",
        "proposal": "The strategy is adopted.", "recommendation": "The strategy is agreed.",
        "annual_value_pence": 240_000_000, "term_months": 60, "people_affected": 900,
    },
    {
        "title": "Meals at home from one kitchen", "act": "sourcing",
        "summary": "One kitchen cooks for the whole county.",
        "proposal": "Meals for people at home are cooked in one place and brought chilled.",
        "recommendation": "Officers buy meals from one kitchen.",
        "annual_value_pence": 30_000_000, "people_affected": 210,
    },
)  # fmt: skip
RESOLVED: Final = "RESOLVED: that the strategy for unpaid carers 2026 to 2031 be agreed."
CONSULTED: Final = (
    (Consulted.LEGAL, "Hamish Linden, solicitor", "Within the council’s powers."),
    (Consulted.FINANCE, "Mairi Plum, finance business partner", "Within the budget of the year."),
    (Consulted.SOCIAL_WORK, "Jean Medlar, chief social work officer", "Continuity comes first."),
    (Consulted.PEOPLE_AND_CARERS, "Elmshire carers’ forum", "Let us keep our care workers."),
)
ASSESSED: Final = (
    ("equality", "Callum Sorrel", "No group is worse off"),
    ("data_protection", "Priya Walnut", "No new use of personal data"),
    ("finance_advice", "Eleanor Yew", "The money is there"),
    ("legal_advice", "Hamish Linden", "Lawful"),
    ("procurement_advice", "Agnes Furze", "An open procedure in lots"),
)
