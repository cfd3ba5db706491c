"""What others may ask of the analyses; nothing here changes anything."""

from __future__ import annotations

import zlib
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from carewright.analyse import rows
from carewright.analyse.digest import digest_of
from carewright.analyse.models import AnalysisRun
from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.provision.answers import AreaProvision
from carewright_engine.provision.plain import from_plain
from carewright_engine.provision.questions import Question


def runs(*, seen_by: platform.Officer) -> QuerySet[AnalysisRun]:
    """The organisation's analyses, latest first, for a list page; answers stay where they are."""
    found = AnalysisRun.objects.for_organisation(seen_by.organisation.id)
    return found.defer("answer").order_by("-asked_at", "id")


def run(run_id: UUID, *, seen_by: platform.Officer) -> rows.Run:
    """One analysis; a stranger's does not exist."""
    return run_row(_run(run_id, seen_by))


def answered(run_id: UUID, *, seen_by: platform.Officer) -> rows.AnsweredRun:
    """One analysis with its answer, and whether facts have changed since."""
    found = _run(run_id, seen_by)
    if found.answer is None:
        raise platform.NotFound
    inputs = register.inputs_for(seen_by=seen_by)
    now = digest_of(inputs, register.corrections(seen_by=seen_by))
    provision = _provision(found.answer_sha256, bytes(found.answer))
    return rows.AnsweredRun(run_row(found), provision, stale=now != found.inputs_sha256)


def question_of(run_id: UUID, *, seen_by: platform.Officer) -> Question:
    """What was asked."""
    return from_plain(Question, _run(run_id, seen_by).question)


@lru_cache(maxsize=16)
def _provision(sha256: str, answer: bytes) -> AreaProvision:
    return AreaProvision.from_json(zlib.decompress(answer))


def _run(run_id: UUID, seen_by: platform.Officer) -> AnalysisRun:
    found = AnalysisRun.objects.for_organisation(seen_by.organisation.id).filter(pk=run_id).first()
    if found is None:
        raise platform.NotFound
    return found


def run_row(found: AnalysisRun) -> rows.Run:
    """The frozen row of a run."""
    return rows.Run(
        id=found.pk, organisation_id=found.organisation_id, title=found.title,
        area_kind=found.area_kind, area_code=found.area_code, inputs_sha256=found.inputs_sha256,
        engine_version=found.engine_version, asked_by=found.asked_by_name,
        asked_at=found.asked_at, answered_at=found.answered_at,
        answer_sha256=found.answer_sha256, job_id=found.job_id,
    )  # fmt: skip
