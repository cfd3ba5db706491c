"""Asks for an analysis; one that was made from the very same facts is given again at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.analyse.digest import digest_of
from carewright.analyse.models import AnalysisRun
from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.provision.analyse import engine_version
from carewright_engine.provision.plain import as_plain
from carewright_engine.provision.questions import Question

#: Hands work to the background: the run's id and the job's.
Queue = Callable[[UUID, UUID], None]


@transaction.atomic(durable=True)
def ask_for_analysis(
    *, question: Question, title: str, queue: Queue, by: platform.Officer, at: datetime
) -> UUID:
    """Writes the question down and queues it, unless its answer is there already; the run's id."""
    platform.require(by, platform.Act.RUN_ANALYSIS)
    inputs = register.inputs_for(seen_by=by)
    inputs_sha256 = digest_of(inputs, register.corrections(seen_by=by))
    plain = as_plain(question)
    if earlier := _already_answered(plain, inputs_sha256, by):
        return earlier.pk
    run = AnalysisRun.objects.create(
        organisation_id=by.organisation.id, question=plain, area_kind=question.area.kind,
        area_code=question.area.code, title=title, inputs_sha256=inputs_sha256,
        sources=[{**asdict(s), "as_at": s.as_at and s.as_at.isoformat()} for s in inputs.sources],
        engine_version=engine_version(), asked_by_name=by.name, asked_at=at,
    )  # fmt: skip
    job = platform.ask_for_job(
        organisation_id=by.organisation.id, kind="analyse.run", title=f"Analysing {title}",
        by=by, at=at,
    )  # fmt: skip
    run.job_id = job.id
    run.save(update_fields=["job_id"])
    platform.audit.record(
        platform.Act.RUN_ANALYSIS, "analysis_run", run.pk, by=by, at=at,
        organisation_id=run.organisation_id, question=plain, inputs=inputs_sha256,
    )  # fmt: skip
    queue(run.pk, job.id)
    return run.pk


def _already_answered(
    question: object, inputs_sha256: str, by: platform.Officer
) -> AnalysisRun | None:
    return (
        AnalysisRun.objects.for_organisation(by.organisation.id)
        .filter(
            question=question, inputs_sha256=inputs_sha256, engine_version=engine_version(),
            answered_at__isnull=False,
        )
        .order_by("-asked_at")
        .first()
    )  # fmt: skip
