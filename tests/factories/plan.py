"""One valid minimal object of the plan stage each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

from carewright.decide import models as decide_models
from carewright.govern import api as govern
from carewright.govern.api import Nation
from carewright.plan import api as plan
from carewright.plan import models
from carewright.plan.api import Criterion, Judged, Leaning, Option, Step
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as decisions
from tests.factories import platform as make

LATER = make.NOW + timedelta(hours=2)
ANSWERS: dict[str, Any] = {
    "title": "Care at home in the north", "services": ["care_at_home"], "areas": "North locality",
    "care_groups": ["older_people"], "starts_on": date(2027, 4, 1), "term_months": 48,
    "annual_pence": 120_000_000, "people_supported": 140, "is_new": False,
    "needs": "More people over 85 live alone.", "views": "People want the carers they know.",
    "alternatives": "In-house would take two years.", "rules_allow": False,
    "ground_why": "The value is above the limit, and several providers can do it.",
    "chosen": "retender", "answer": "Compete for it in three lots.",
    "look_again_on": date(2026, 12, 1),
}  # fmt: skip


def draft(by: platform.Officer, **given: Any) -> UUID:
    """A paper with a title and nothing else."""
    wanted = {"title": "Care at home in the north", "nation": Nation.SCOTLAND}
    return plan.begin_decision(**{**wanted, **given}, by=by, at=make.NOW)


def said(decision_id: UUID, by: platform.Officer, **answers: Any) -> None:
    """These answers, each in its step."""
    for step in Step:
        plan.save_step(decision_id=decision_id, step=step, answers=answers, by=by, at=make.NOW)


def weighed(decision_id: UUID, option: Option, by: platform.Officer, **given: Any) -> None:
    """An option held against everything, with 12 people who would change provider."""
    judged = {each: Judged(Leaning.SAME, f"{each.label} stays", "") for each in Criterion}
    wanted: dict[str, Any] = {"people_moving": 12, "judged": judged}
    plan.weigh_option(
        decision_id=decision_id, option=option, said=plan.Weighing(**{**wanted, **given}), by=by,
        at=make.NOW,
    )  # fmt: skip


def ends(decision_id: UUID, by: platform.Officer, **given: Any) -> None:
    """An agreement that ends, as it is cited."""
    wanted: dict[str, Any] = {
        "title": "Care at home, north", "cited_id": uuid4(), "reference": "C-0007",
        "provider": "Rowan Care", "last_day": date(2027, 3, 31), "people": 96,
    }  # fmt: skip
    words = plan.EndingWords(**{**wanted, **given})
    plan.add_ending(decision_id=decision_id, words=words, by=by, at=make.NOW)


def linked(decision_id: UUID, by: platform.Officer, steps: Iterable[Step] = plan.QUESTIONS) -> None:
    """Something published elsewhere for each question."""
    for step in steps:
        plan.add_evidence(
            decision_id=decision_id, step=step, source="", title="Strategic needs assessment",
            link="https://elmshire.example/needs", said="1,240 people in 2035", by=by, at=make.NOW,
        )  # fmt: skip


def advised(decision_id: UUID, by: platform.Officer) -> None:
    """Everything that the law asks for, published."""
    found = plan.sourcing_decision(decision_id, seen_by=by)
    for wanted in govern.wanted(found.nation, on=make.TODAY):
        plan.attach_advice(
            decision_id=decision_id, code=wanted.code, author="An author",
            written_on=date(2026, 5, 20), published="https://elmshire.example/papers", by=by,
            at=make.NOW,
        )  # fmt: skip


def written(by: platform.Officer, **answers: Any) -> UUID:
    """Every question is answered; renewal and the chosen option are weighed, the others are not."""
    decision_id = draft(by)
    if not answers.get("is_new"):
        ends(decision_id, by)
    said(decision_id, by, **{**ANSWERS, **answers})
    for option in {Option.RENEW, Option({**ANSWERS, **answers}["chosen"])}:
        weighed(decision_id, option, by)
    return decision_id


def complete(by: platform.Officer, **answers: Any) -> UUID:
    """A paper with nothing missing."""
    decision_id = written(by, **answers)
    for option in Option:
        weighed(decision_id, option, by)
    linked(decision_id, by)
    advised(decision_id, by)
    return decision_id


def asked(by: platform.Officer, decision_id: UUID | None = None, **answers: Any) -> UUID:
    """A decision for whose approval a director was asked; what is missing was signed for."""
    if not decide_models.Scheme.objects.for_organisation(by.organisation.id).exists():
        decisions.scheme(by.organisation.id, "Authorising director")
    decision_id = decision_id or written(by, **answers)
    plan.ask_for_approval(decision_id=decision_id, reason="It follows", by=by, at=make.NOW)
    return decision_id


def approve(decision_id: UUID, by: platform.Officer) -> None:
    """A director approves what was asked for."""
    request_id = plan.sourcing_decision(decision_id, seen_by=by).request_id
    assert request_id is not None
    decisions.approved(request_id, decisions.colleague(by, Role.AUTHORISING_DIRECTOR))


def decided(by: platform.Officer, decision_id: UUID | None = None, **answers: Any) -> UUID:
    """Approved by a director, and in force."""
    decision_id = asked(by, decision_id, **answers)
    approve(decision_id, by)
    plan.put_into_force(decision_id=decision_id, by=by, at=LATER)
    return decision_id


def held_by(by: platform.Officer, word: str) -> dict[str, str]:
    """A decision with an entry of each part, whose words name their organisation."""
    decision_id = draft(by, title=f"{word} care at home")
    ends(decision_id, by, title=f"{word} agreement")
    linked(decision_id, by, [Step.NEEDS])
    advised(decision_id, by)
    file = plan.Given("advice.txt", BytesIO(word.encode()))
    plan.attach_advice(
        decision_id=decision_id, code="legal_advice", author="A lawyer", written_on=make.TODAY,
        file=file, by=by, at=make.NOW,
    )  # fmt: skip
    legal = models.Advice.objects.get(decision_id=decision_id, code="legal_advice")
    return {
        "decision_id": str(decision_id), "entry_id": str(legal.pk),
        "advice_file_id": str(legal.document_id),
    }  # fmt: skip
