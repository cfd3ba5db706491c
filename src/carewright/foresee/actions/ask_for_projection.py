"""Asks for a projection; one that was made from the very same facts is given again at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from carewright.analyse import api as analyse
from carewright.foresee.models import Projection, Scenario
from carewright.foresee.queries.counted import years_counted_for
from carewright.foresee.queries.projections import capacities_now
from carewright.foresee.rules.asking import blockers_to_ask
from carewright.platform import api as platform
from carewright.platform.api import Act, SharedKind
from carewright.register import api as register
from carewright_engine.demand.scenarios.questions import Question
from carewright_engine.demand.scenarios.scenario import scenario_from
from carewright_engine.provision.analyse import engine_version
from carewright_engine.provision.inputs import Inputs
from carewright_engine.provision.plain import as_plain

#: Hands work to the background: the projection's id and the job's.
Queue = Callable[[UUID, UUID], None]


class CannotAsk(platform.Blocked):
    """What was asked cannot be worked out; each reason names the question that it is about."""


@transaction.atomic(durable=True)
def ask_for_projection(
    *,
    question: Question,
    scenario_ids: Sequence[UUID] = (),
    title: str,
    queue: Queue,
    anew: bool = False,
    by: platform.Officer,
    at: datetime,
) -> UUID:
    """Writes the question down and queues it, unless it was asked already; the projection's id.

    `anew` has it worked out again though an answer is there; not twice at one time. Scenarios and
    reported capacity are copied into the question as they are now. Raises CannotAsk, and
    BadParameter where the engine cannot read a scenario any more.
    """
    platform.require(by, Act.RUN_PROJECTION)
    inputs = register.inputs_for(seen_by=by)
    inputs_sha256 = analyse.digest_of(inputs, seen_by=by)
    question = replace(
        question,
        scenarios=_copied(scenario_ids, by),
        capacities=capacities_now(question, seen_by=by),
    )
    counted = years_counted_for(question, inputs)
    if blockers := blockers_to_ask(question, counted, today=localdate(at)):
        raise CannotAsk(blockers)
    plain = as_plain(question)
    # Whoever else of the organisation asks waits, so that no number or question comes twice.
    platform.wait_ones_turn("foresee.projection", by.organisation.id)
    if earlier := _asked_already(plain, inputs_sha256, by, answered=not anew):
        return earlier
    made = Projection.objects.create(
        organisation_id=by.organisation.id, number=_next_number(by), title=title[:200],
        question=plain, scenario_ids=[str(each) for each in scenario_ids],
        area_kind=question.area.kind, area_code=question.area.code, inputs_sha256=inputs_sha256,
        sources=_sources(inputs), engine_version=engine_version(), asked_by_name=by.name,
        asked_at=at,
    )  # fmt: skip
    _queue(made, queue, by=by, at=at)
    platform.audit.record(
        Act.RUN_PROJECTION, "projection", made.pk, by=by, at=at,
        organisation_id=made.organisation_id, question=plain, inputs=inputs_sha256,
    )  # fmt: skip
    return made.pk


def _copied(scenario_ids: Sequence[UUID], by: platform.Officer) -> tuple[str, ...]:
    """The scenarios as the engine keeps them, in the order given; a stranger's does not exist."""
    near = Scenario.objects.within_reach_of(by, SharedKind.SCENARIO).filter(put_away_at=None)
    found = near.in_bulk(list(scenario_ids))
    if len(found) < len(set(scenario_ids)):
        raise platform.NotYours
    plain = [found[each] for each in scenario_ids]
    return tuple(
        scenario_from(
            {"name": each.name, "about": each.about, "levers": each.levers}
        ).model_dump_json()
        for each in plain
    )


def _queue(made: Projection, queue: Queue, *, by: platform.Officer, at: datetime) -> None:
    job = platform.ask_for_job(
        organisation_id=by.organisation.id, kind="foresee.projection",
        title=f"Projection {made.number}: {made.title}", by=by, at=at,
    )  # fmt: skip
    made.job_id = job.id
    made.save(update_fields=["job_id"])
    queue(made.pk, job.id)


def _asked_already(
    question: Any, inputs_sha256: str, by: platform.Officer, *, answered: bool
) -> UUID | None:
    """The projection of this very question, under way or `answered`; a failed one is asked anew."""
    asked = Projection.objects.for_organisation(by.organisation.id).filter(
        question=question, inputs_sha256=inputs_sha256, engine_version=engine_version()
    )
    for each in asked.defer("answer", "sources").order_by("-asked_at", "id"):
        if answered if each.answered_at is not None else _is_under_way(each, by):
            return each.pk
    return None


def _is_under_way(asked: Projection, by: platform.Officer) -> bool:
    return asked.job_id is not None and not platform.job(asked.job_id, seen_by=by).ended


def _next_number(by: platform.Officer) -> int:
    own = Projection.objects.for_organisation(by.organisation.id)
    return 1 + (own.aggregate(last=Max("number"))["last"] or 0)


def _sources(inputs: Inputs) -> list[dict[str, Any]]:
    return [{**asdict(s), "as_at": s.as_at and s.as_at.isoformat()} for s in inputs.sources]
