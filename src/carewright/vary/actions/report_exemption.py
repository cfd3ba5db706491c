"""Makes the paper by which a committee hears of an exemption, filled in from the register."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import Final
from uuid import UUID, uuid5

from django.db import transaction

from carewright.contract import api as contract
from carewright.contract.api import Blocker, CannotDo, Term
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

PAPER: Final = "paper of an exemption"


def report_exemption(
    *,
    exemption_id: UUID,
    by: platform.Officer,
    at: datetime,
) -> UUID:
    """Begins the paper, or finds the one that was begun; its id.

    The paper goes its own way: sections that only its author can answer stay open. Until it is
    sent on, its words are changed there. An exemption that nobody has granted is decided with it.
    Of two officers who begin it at once the second finds the paper of the first.
    """
    with platform.taking_turns(PAPER, exemption_id):
        return _reported(exemption_id, by, at)


def _reported(exemption_id: UUID, by: platform.Officer, at: datetime) -> UUID:
    found = _without_a_paper(exemption_id, by)
    if found.paper_id:
        return found.paper_id
    paper_id = govern.begin_paper(
        title=f"Exemption {found}: {found.title}", act=DecidedAct.EXEMPTION.value, by=by, at=at,
        nation=_nation(by),
        intent=_one_paper(exemption_id),
    )  # fmt: skip
    for section, answers in _answers(found, by).items():
        govern.save_section(paper_id=paper_id, section=section, answers=answers, by=by, at=at)
    return _link(exemption_id, paper_id, by, at)


@transaction.atomic(durable=True)
def _without_a_paper(exemption_id: UUID, by: platform.Officer) -> Exemption:
    found = exemption_in_reach(exemption_id, by=by)
    refuse_if(found.state == ExemptionState.WITHDRAWN.value, f"{found} is withdrawn")
    refuse_while_asked(found.request_id, by=by)
    return found


@transaction.atomic(durable=True)
def _link(exemption_id: UUID, paper_id: UUID, by: platform.Officer, at: datetime) -> UUID:
    """The paper of the exemption: the one that was linked first, whoever began another."""
    found = exemption_in_reach(exemption_id, by=by)
    if found.paper_id is not None:
        return found.paper_id
    found.paper_id = paper_id
    found.save(update_fields=["paper_id"])
    record("report_exemption", EXEMPTION, found, by=by, at=at, paper=str(paper_id))
    return paper_id


def _one_paper(exemption_id: UUID) -> platform.Intent:
    """However often it is sent, by however many pages, one person means one paper."""
    meant = sha256(PAPER.encode()).hexdigest()
    return platform.Intent(key=uuid5(exemption_id, PAPER), fingerprint=meant)


def _nation(by: platform.Officer) -> govern.Nation:
    """Papers ask by nation; where nobody has said which it is, none is taken for it."""
    found = govern.nation_of(by.organisation.area_code)
    if found is None:
        raise CannotDo([Blocker("", f"Nobody has said in which nation {by.organisation.name} is")])
    return found


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
            "annual_value_pence": contract.scheme_pence(found.value_pence, term),
            "term_months": term.months, "in_framework": False,
        },
        Section.PEOPLE: {"people_affected": found.people_affected},
        Section.OPTIONS: {"options": found.alternatives},
    }  # fmt: skip
