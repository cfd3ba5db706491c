"""Asks for an analysis; one that was made from the very same facts is given again at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from carewright.analyse.digest import digest_of
from carewright.analyse.models import AnalysisRun
from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.provision.analyse import engine_version
from carewright_engine.provision.inputs import Inputs
from carewright_engine.provision.plain import as_plain
from carewright_engine.provision.questions import Question

#: Hands work to the background: the run's id and the job's.
Queue = Callable[[UUID, UUID], None]


@transaction.atomic(durable=True)
def ask_for_analysis(
    *, question: Question, title: str, queue: Queue, by: platform.Officer, at: datetime
) -> UUID:
    """Writes the question down and queues it, unless it was asked already; the run's id."""
    platform.require(by, platform.Act.RUN_ANALYSIS)
    inputs = register.inputs_for(seen_by=by)
    inputs_sha256 = digest_of(inputs, seen_by=by)
    plain = as_plain(question)
    _one_at_a_time(by, plain, inputs_sha256)
    if earlier := _asked_already(plain, inputs_sha256, by):
        return earlier
    run = AnalysisRun.objects.create(
        organisation_id=by.organisation.id, question=plain, area_kind=question.area.kind,
        area_code=question.area.code, title=title[:200], inputs_sha256=inputs_sha256,
        sources=_sources(inputs), engine_version=engine_version(), asked_by_name=by.name,
        asked_at=at,
    )  # fmt: skip
    _queue(run, queue, by=by, at=at)
    platform.audit.record(
        platform.Act.RUN_ANALYSIS, "analysis_run", run.pk, by=by, at=at,
        organisation_id=run.organisation_id, question=plain, inputs=inputs_sha256,
    )  # fmt: skip
    return run.pk


def _queue(run: AnalysisRun, queue: Queue, *, by: platform.Officer, at: datetime) -> None:
    job = platform.ask_for_job(
        organisation_id=by.organisation.id, kind="analyse.run", title=f"Analysing {run.title}",
        by=by, at=at,
    )  # fmt: skip
    run.job_id = job.id
    run.save(update_fields=["job_id"])
    queue(run.pk, job.id)


def _asked_already(question: Any, inputs_sha256: str, by: platform.Officer) -> UUID | None:
    """The run of this very question, answered or still under way; a failed one is asked anew."""
    asked = AnalysisRun.objects.for_organisation(by.organisation.id).filter(
        question=question, inputs_sha256=inputs_sha256, engine_version=engine_version()
    )
    for run in asked.defer("answer").order_by("-asked_at", "id"):
        if run.answered_at is not None or _is_under_way(run, by):
            return run.pk
    return None


def _is_under_way(run: AnalysisRun, by: platform.Officer) -> bool:
    return run.job_id is not None and not platform.job(run.job_id, seen_by=by).ended


def _one_at_a_time(by: platform.Officer, question: Any, inputs_sha256: str) -> None:
    """Makes whoever asks the same thing at the same moment wait, and then find it asked."""
    said = json.dumps([str(by.organisation.id), question, inputs_sha256], sort_keys=True)
    platform.wait_ones_turn(said)


def _sources(inputs: Inputs) -> list[dict[str, Any]]:
    return [{**asdict(s), "as_at": s.as_at and s.as_at.isoformat()} for s in inputs.sources]
