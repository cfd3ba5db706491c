"""Works an analysis out with the engine and writes its answer down, once."""

from __future__ import annotations

import hashlib
import zlib
from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.analyse.digest import digest_of
from carewright.analyse.models import AnalysisRun
from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.provision.analyse import analyse_area
from carewright_engine.provision.plain import from_plain
from carewright_engine.provision.questions import Question


class FactsHaveChanged(Exception):
    """Between question and answer a fact was changed, so the answer would belie its digest."""


def answer_analysis(*, run_id: UUID, by: platform.Officer, at: datetime) -> None:
    """Works out the answer from the facts that the question was asked of."""
    platform.require(by, platform.Act.RUN_ANALYSIS)
    run = AnalysisRun.objects.for_organisation(by.organisation.id).filter(pk=run_id).first()
    if run is None:
        raise platform.NotYours
    inputs = register.inputs_for(seen_by=by)
    if digest_of(inputs, register.corrections(seen_by=by)) != run.inputs_sha256:
        raise FactsHaveChanged("Facts have changed since this was asked. Ask again.")
    answer = analyse_area(inputs, from_plain(Question, run.question)).to_json()
    _write_down(run_id, answer, by=by, at=at)


@transaction.atomic(durable=True)
def _write_down(run_id: UUID, answer: bytes, *, by: platform.Officer, at: datetime) -> None:
    run = AnalysisRun.objects.select_for_update(of=("self",)).get(pk=run_id)
    if run.answered_at is not None:
        return  # a worker that was taken for dead had finished after all, with the same bytes
    run.answer, run.answered_at = zlib.compress(answer, 9), at
    run.answer_sha256 = hashlib.sha256(answer).hexdigest()
    run.save()
    platform.audit.record(
        "answer_analysis", "analysis_run", run.pk, by=by, at=at,
        organisation_id=run.organisation_id, answer=run.answer_sha256,
    )  # fmt: skip
