"""Projections that an officer may see, and the scenarios that a new one may compare."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from carewright.analyse import api as analyse
from carewright.foresee.models import Projection, Scenario
from carewright.foresee.rows.projections import (
    AnsweredProjection,
    ProjectionRow,
    ScenarioProjected,
    ScenarioToCompare,
)
from carewright.foresee.rows.scenarios import Scenario as ScenarioRow
from carewright.foresee.rows.scenarios import SentScenario
from carewright.platform import api as platform
from carewright.platform.api import SharedKind
from carewright.register import api as register
from carewright_engine.demand.scenarios.answers import Projection as Answer
from carewright_engine.demand.scenarios.gap import Capacity
from carewright_engine.demand.scenarios.questions import SUPPORTS, Question
from carewright_engine.provision.plain import from_plain

#: What only the page of one projection needs.
LARGE = ("answer", "sources", "question")


def projections(*, seen_by: platform.Officer) -> QuerySet[Projection]:
    """One's own and those that partners share, latest first, for a list page."""
    found = _in_reach(seen_by).annotate(job_state=platform.job_state("job_id", seen_by=seen_by))
    return found.defer(*LARGE).order_by("-asked_at", "id")


def found_projections(words: str, *, seen_by: platform.Officer, most: int) -> list[ProjectionRow]:
    """Answered projections by their number, or by likeness of their name and title."""
    among = projections(seen_by=seen_by).filter(answered_at__isnull=False)
    if cited := re.fullmatch(r"projection\s+(\d{1,9})", words.strip().casefold()):
        return [projection_row(each) for each in among.filter(number=int(cited[1]))[:most]]
    found = among.annotate(score=platform.likeness(words, "name", "title"))
    likest = found.filter(score__gte=platform.ENOUGH).order_by("-score", "-asked_at", "id")
    return [projection_row(each) for each in likest[:most]]


def projection(projection_id: UUID, *, seen_by: platform.Officer) -> ProjectionRow:
    """One projection; a stranger's does not exist."""
    return projection_row(_one(projection_id, seen_by))


def answered_projection(projection_id: UUID, *, seen_by: platform.Officer) -> AnsweredProjection:
    """One projection with its answer; one without does not exist yet."""
    found = _one(projection_id, seen_by, but=LARGE[1:])
    if found.answer is None:
        raise platform.NotFound
    answer = _answer(found.answer_sha256, bytes(found.answer))
    return AnsweredProjection(projection_row(found), answer)


def latest_holdings(
    scenario: ScenarioRow | SentScenario, *, seen_by: platform.Officer
) -> tuple[ScenarioProjected, ...]:
    """For each kind of support the latest answer with this very version of a scenario, if any.

    A projection keeps its own copy of what it compared, so its name, purpose and levers are all
    the same; one of another version says nothing of this one. Each is of one kind of support, so
    the latest of all would leave out what the scenario does to the others.
    """
    held = scenario.read.model_dump_json()
    among = projections(seen_by=seen_by).filter(
        answered_at__isnull=False, question__contains={"scenarios": [held]}
    )
    latest = (among.filter(question__support=support).first() for support in SUPPORTS)
    return tuple(_holding(found.pk, held, seen_by) for found in latest if found)


def _holding(projection_id: UUID, held: str, seen_by: platform.Officer) -> ScenarioProjected:
    read = answered_projection(projection_id, seen_by=seen_by)
    return ScenarioProjected(read, 1 + read.answer.question.scenarios.index(held))


def question_of(projection_id: UUID, *, seen_by: platform.Officer) -> Question:
    """What was asked."""
    return from_plain(Question, _one(projection_id, seen_by, but=("answer",)).question)


def is_stale(found: ProjectionRow, *, seen_by: platform.Officer) -> bool:
    """Whether facts have changed since one's own projection was asked for.

    A partner's rests on the partner's facts, of which others know nothing.
    """
    if found.organisation_id != seen_by.organisation.id:
        return False
    question = question_of(found.id, seen_by=seen_by)
    if capacities_now(question, seen_by=seen_by) != question.capacities:
        return True
    inputs = register.inputs_for(seen_by=seen_by)
    return analyse.digest_of(inputs, seen_by=seen_by) != found.inputs_sha256


def capacities_now(question: Question, *, seen_by: platform.Officer) -> tuple[Capacity, ...]:
    """What can be provided in the question's area, as reported by now."""
    area = question.area
    reported = register.capacities_for(
        area.code, councils=area.councils, support=question.support, seen_by=seen_by
    )
    return tuple(Capacity(each.since, float(each.amount), each.planned) for each in reported)


def scenarios_to_compare(*, seen_by: platform.Officer) -> list[ScenarioToCompare]:
    """Scenarios that are not put away: one's own first, then those that partners share."""
    found = Scenario.objects.within_reach_of(seen_by, SharedKind.SCENARIO)
    kept = found.filter(put_away_at=None).select_related("organisation")
    rows = [
        ScenarioToCompare(each.pk, each.name, each.organisation.name, each.version) for each in kept
    ]
    own = seen_by.organisation.name
    return sorted(rows, key=lambda row: (row.whose != own, row.whose, row.name, row.id))


@lru_cache(maxsize=16)
def _answer(_sha256: str, answer: bytes) -> Answer:
    return Answer.from_json(zlib.decompress(answer))


def _in_reach(officer: platform.Officer) -> QuerySet[Projection]:
    found = Projection.objects.within_reach_of(officer, SharedKind.PROJECTION)
    return found.select_related("organisation")


def _one(
    projection_id: UUID, seen_by: platform.Officer, *, but: tuple[str, ...] = LARGE
) -> Projection:
    found = _in_reach(seen_by).defer(*but).filter(pk=projection_id).first()
    if found is None:
        raise platform.NotFound
    return found


def projection_row(found: Projection) -> ProjectionRow:
    """The frozen row of a projection."""
    return ProjectionRow(
        id=found.pk, organisation_id=found.organisation_id, organisation=found.organisation.name,
        partnership_id=found.partnership_id, number=found.number, name=found.name,
        title=found.title, area_kind=found.area_kind, area_code=found.area_code,
        scenario_ids=tuple(UUID(each) for each in found.scenario_ids),
        inputs_sha256=found.inputs_sha256, engine_version=found.engine_version,
        asked_by=found.asked_by_name, asked_at=found.asked_at, answered_at=found.answered_at,
        answer_sha256=found.answer_sha256, job_id=found.job_id,
    )  # fmt: skip
