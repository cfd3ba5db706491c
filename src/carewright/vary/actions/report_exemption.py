"""Makes the paper by which a committee hears of an exemption, filled in from the register."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.contract import api as contract
from carewright.contract.api import Term
from carewright.decide.api import DecidedAct
from carewright.govern import api as govern
from carewright.govern.api import Section
from carewright.platform import api as platform
from carewright.ui.formats import pounds, written_date
from carewright.vary.actions.reach import (
    EXEMPTION,
    exemption_in_reach,
    record,
    refuse_if,
    refuse_while_asked,
)
from carewright.vary.models import Exemption
from carewright.vary.queries.exemptions import ground_of
from carewright.vary.rules.lives import ExemptionState


def report_exemption(
    *,
    exemption_id: UUID,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Begins the paper, or finds the one that was begun; its id.

    The paper goes its own way: sections that only its author can answer stay open. Until it is
    sent on, its words are changed there. An exemption that nobody has granted is decided with it.
    """
    found = _without_a_paper(exemption_id, by)
    if found.paper_id:
        return found.paper_id
    paper_id = govern.begin_paper(
        title=f"Exemption {found}: {found.title}", act=DecidedAct.EXEMPTION.value, by=by, at=at,
        nation=govern.nation_of(by.organisation.area_code) or govern.Nation.SCOTLAND,
        intent=intent,
    )  # fmt: skip
    for section, answers in _answers(found, by).items():
        govern.save_section(paper_id=paper_id, section=section, answers=answers, by=by, at=at)
    _link(exemption_id, paper_id, by, at)
    return paper_id


@transaction.atomic(durable=True)
def _without_a_paper(exemption_id: UUID, by: platform.Officer) -> Exemption:
    found = exemption_in_reach(exemption_id, by=by)
    refuse_if(found.state == ExemptionState.WITHDRAWN.value, f"{found} is withdrawn")
    refuse_while_asked(found.request_id, by=by)
    return found


@transaction.atomic(durable=True)
def _link(exemption_id: UUID, paper_id: UUID, by: platform.Officer, at: datetime) -> None:
    found = exemption_in_reach(exemption_id, by=by)
    found.paper_id = paper_id
    found.save(update_fields=["paper_id"])
    record("report_exemption", EXEMPTION, found, by=by, at=at, paper=str(paper_id))


def _answers(found: Exemption, by: platform.Officer) -> dict[Section, dict[str, object]]:
    """What the register knows already, by the sections of a paper."""
    ground = ground_of(found)
    term = Term(found.starts_on, found.ends_before)
    until = written_date(term.last_day)
    value = pounds(found.value_pence, whole=True)
    law = f"{ground.words} ({ground.source})" if ground else found.ground
    return {
        Section.PROPOSAL: {
            "summary": f"{found.title}: {value} without competition until {until}.",
            "proposal": f"Ground: {law}.\n\n{found.why}",
            "recommendation": f"The exemption is granted up to {value} until {until}.",
            "contact": f"{by.name}, {by.job_title}",
        },
        Section.MONEY: {
            "annual_value_pence": contract.annual_pence(found.value_pence, term),
            "term_months": term.months, "in_framework": False,
        },
        Section.PEOPLE: {"people_affected": found.people_affected},
        Section.OPTIONS: {"options": found.alternatives},
    }  # fmt: skip
