"""Works an analysis out with the engine and writes its answer down, once."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.analyse.digest import digest_of
from carewright.analyse.models import AnalysisRun
from carewright.analyse.placing import placed
from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.provision.analyse import analyse_area
from carewright_engine.provision.plain import from_plain
from carewright_engine.provision.questions import Question

#: Told what is being done, as the page of the work shows it.
News = Callable[[str], None]


class FactsHaveChanged(Exception):
    """Between question and answer a fact was changed, so the answer would belie its digest."""


def answer_analysis(
    *,
    run_id: UUID,
    by: platform.Officer,
    at: datetime,
    news: News = lambda _: None,
    in_the_end: Callable[[], None] = lambda: None,
) -> None:
    """Works out the answer from the facts that the question was asked of.

    `in_the_end` is called within the transaction that writes the answer down.
    """
    platform.require(by, platform.Act.RUN_ANALYSIS)
    run = AnalysisRun.objects.for_organisation(by.organisation.id).filter(pk=run_id).first()
    if run is None:
        raise platform.NotYours
    news("Gathering the facts")
    inputs = register.inputs_for(seen_by=by)
    if digest_of(inputs, seen_by=by) != run.inputs_sha256:
        raise FactsHaveChanged("Facts have changed since this was asked. Ask again.")
    news("Working it out")
    answer = analyse_area(placed(inputs), from_plain(Question, run.question)).to_json()
    _write_down(run_id, answer, in_the_end, by=by, at=at)


@transaction.atomic(durable=True)
def _write_down(
    run_id: UUID,
    answer: bytes,
    in_the_end: Callable[[], None],
    *,
    by: platform.Officer,
    at: datetime,
) -> None:
    run = AnalysisRun.objects.select_for_update(of=("self",)).get(pk=run_id)
    if run.answered_at is None:  # otherwise a worker taken for dead had finished after all
        run.answer, run.answered_at = zlib.compress(answer, 9), at
        run.answer_sha256 = hashlib.sha256(answer).hexdigest()
        run.save()
        platform.audit.record(
            "answer_analysis", "analysis_run", run.pk, by=by, at=at,
            organisation_id=run.organisation_id, answer=run.answer_sha256,
        )  # fmt: skip
    in_the_end()
