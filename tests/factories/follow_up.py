"""Findings and actions, made through the stage's own door."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from carewright.follow_up import api as follow_up
from carewright.follow_up.api import Agreed, Source
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import platform as make
from tests.factories.platform import NOW

DUE = datetime(2026, 6, 30, 16, 0, tzinfo=UTC)  # 5 pm in London


def agreed(**given: Any) -> Agreed:
    """An action for a team, due at the end of June, unless told otherwise."""
    wanted = {
        "finding": "Contracts are kept in many places.",
        "action": "Keep every contract in one place.",
        "owner_words": "Commissioning team",
        "due_at": DUE,
        "source": Source.AUDIT,
    }
    return Agreed(**{**wanted, **given})


def action(by: platform.Officer, *, at: datetime = NOW, **given: Any) -> UUID:
    """An action that the officer wrote down."""
    return follow_up.agree_action(agreed=agreed(**given), by=by, at=at)


def done(by: platform.Officer, *, at: datetime = NOW, **given: Any) -> UUID:
    """An action that the officer says is done."""
    task_id = action(by, at=at, **given)
    follow_up.finish_action(task_id=task_id, evidence="All are listed.", by=by, at=at)
    return task_id


def colleague(by: platform.Officer, *roles: Role) -> platform.Officer:
    """Somebody else of the same organisation."""
    organisation = make.models.Organisation.objects.get(pk=by.organisation.id)
    return make.officer(*(roles or (Role.COMMISSIONER,)), organisation=organisation)


def held_by(by: platform.Officer, word: str) -> dict[str, str]:
    """What an organisation holds of follow-up: an id for each parameter of an address."""
    earlier = action(by, finding=f"{word} keeps its contracts in many places.")
    later = action(
        by, finding=f"{word} keeps contracts in many places.", at=NOW + timedelta(days=1)
    )
    plan_id = plan(by, title=f"Plan of {word}")
    text = f"Finding,Owner,Action,Due\n{word},Team,Do it,30/06/2027 5 pm\n"
    import_id = follow_up.give_plan_file(
        plan_id=plan_id, file_name=f"{word}.csv", content=text.encode(), by=by, at=NOW
    )
    ids = {
        "task_id": later, "earlier_id": earlier, "plan_id": plan_id, "import_id": import_id,
        "review_id": review(by, title=f"Review by {word}"),
    }  # fmt: skip
    return {name: str(each) for name, each in ids.items()}


def plan(by: platform.Officer, **given: Any) -> UUID:
    """A plan without actions."""
    wanted = {"title": "Audit of contracts", "source": Source.AUDIT, "reference": "IA 7"}
    return follow_up.begin_plan(**{**wanted, **given}, by=by, at=NOW)


def review(by: platform.Officer, **given: Any) -> UUID:
    """A review in two phases, with nobody in them yet."""
    phases = [
        follow_up.NewPhase("First organisations", date(2026, 3, 1), date(2026, 6, 1)),
        follow_up.NewPhase("The others", date(2026, 6, 1)),
    ]
    wanted = {"title": "Funded organisations", "purpose": "What works.", "phases": phases}
    return follow_up.begin_review(**{**wanted, **given}, by=by, at=NOW)
