"""One valid minimal object of the govern stage each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from carewright.decide import models as decide_models
from carewright.govern import api as govern
from carewright.govern.api import Consulted, Nation, Section
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.platform.models import Organisation
from tests.factories import decide as decisions
from tests.factories import platform as make

ON = date(2026, 5, 20)
ANSWERS: dict[str, Any] = {
    "title": "Care and support framework", "act": "sourcing",
    "summary": "One framework for home care and supported living.",
    "proposal": "Officers proceed with the procurement.",
    "recommendation": "1. Officers proceed.\n2. The director may call off.",
    "contact": "Isla Rowan, 01000 000000",
    "annual_value_pence": 1_400_000_000, "term_months": 60, "in_framework": False,
    "people_affected": 1860, "how_affected": "Care goes on with the same care workers.",
    "options": "Do nothing; buy one by one; a framework.", "contrary": False,
    "provision": "Revenue budget 2026 to 2027, line 14",
    "final_decision": True, "next_steps": "Notice in July, by Isla Rowan.",
}  # fmt: skip


def draft(by: platform.Officer, **given: Any) -> UUID:
    """A paper with a title and nothing else."""
    wanted = {"title": "A paper", "act": "sourcing", "nation": Nation.SCOTLAND}
    return govern.begin_paper(**{**wanted, **given}, by=by, at=make.NOW)


def written(by: platform.Officer, **answers: Any) -> UUID:
    """A paper in which every section is answered, and no assessment is attached."""
    paper_id = draft(by)
    said = {**ANSWERS, **answers}
    done = {"paper_id": paper_id, "by": by, "at": make.NOW}
    for section in Section:
        govern.save_section(section=section, answers=said, **done)
    for whom, words in ((Consulted.LEGAL, "Lawful."), (Consulted.FINANCE, "Affordable.")):
        govern.add_consultation(
            whom=whom, name=f"{whom.label} officer", how="", on=ON, said=words, **done
        )
    return paper_id


def complete(by: platform.Officer, **answers: Any) -> UUID:
    """A paper with nothing missing."""
    paper_id = written(by, **answers)
    found = govern.paper(paper_id, seen_by=by, on=make.TODAY)
    for wanted in found.wanted:
        govern.attach_assessment(
            paper_id=paper_id, code=wanted.code, author="An author", written_on=ON,
            published="https://elmshire.example/papers",
            by=by, at=make.NOW,
        )  # fmt: skip
    return paper_id


def colleague(of: platform.Officer, *roles: Role) -> platform.Officer:
    """Somebody else in the same organisation."""
    return make.officer(*roles, organisation=Organisation.objects.get(pk=of.organisation.id))


def sent(by: platform.Officer, *steps: str, **answers: Any) -> UUID:
    """A paper sent on under a scheme whose every row takes these steps; assessments follow."""
    if not decide_models.Scheme.objects.for_organisation(by.organisation.id).exists():
        decisions.scheme(by.organisation.id, *(steps or ("Authorising director",)))
    paper_id = written(by, **answers)
    govern.send_for_approval(paper_id=paper_id, reason="They follow", by=by, at=make.NOW)
    return paper_id


def meeting(by: platform.Officer, name: str = "Social Care Committee", **given: Any) -> UUID:
    """A meeting of a committee an hour from now."""
    at = make.NOW
    known = {each.name: each.id for each in govern.bodies(seen_by=by)}
    body_id = known.get(name) or govern.open_body(
        name=name, kind=govern.BodyKind.COMMITTEE, by=by, at=at
    )
    wanted = {"starts_at": at + timedelta(hours=1), "place": "Room 1"}
    return govern.call_meeting(body_id=body_id, **{**wanted, **given}, by=by, at=at)
