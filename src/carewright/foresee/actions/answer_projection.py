"""Works a projection out with the engine and writes its answer down, once."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.analyse import api as analyse
from carewright.analyse.api import FactsHaveChanged
from carewright.foresee.models import Projection
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.register import api as register
from carewright_engine.demand.scenarios.assembling import project
from carewright_engine.demand.scenarios.questions import Question
from carewright_engine.provision.plain import from_plain

#: Told what is being done, as the page of the work shows it; may raise, to stop the work.
News = Callable[[str], None]


def answer_projection(
    *,
    projection_id: UUID,
    by: platform.Officer,
    at: datetime,
    news: News = lambda _: None,
    in_the_end: Callable[[], None] = lambda: None,
) -> None:
    """Works out the answer from the facts that the question was asked of.

    `in_the_end` is called within the transaction that writes the answer down. Raises
    FactsHaveChanged, and CannotProject or BadParameter where the facts or a lever do not allow it.
    """
    platform.require(by, Act.RUN_PROJECTION)
    own = Projection.objects.for_organisation(by.organisation.id)
    asked = own.defer("answer", "sources").filter(pk=projection_id).first()
    if asked is None:
        raise platform.NotYours
    news("Gathering the facts")
    inputs = register.inputs_for(seen_by=by)
    if analyse.digest_of(inputs, seen_by=by) != asked.inputs_sha256:
        raise FactsHaveChanged("Facts have changed since this was asked. Ask again.")
    question = from_plain(Question, asked.question)
    answer = project(analyse.placed(inputs), question, news=news).to_json()
    _write_down(projection_id, answer, in_the_end, by=by, at=at)


@transaction.atomic(durable=True)
def _write_down(
    projection_id: UUID,
    answer: bytes,
    in_the_end: Callable[[], None],
    *,
    by: platform.Officer,
    at: datetime,
) -> None:
    asked = Projection.objects.select_for_update(of=("self",)).get(pk=projection_id)
    if asked.answered_at is None:  # otherwise a worker taken for dead had finished after all
        asked.answer, asked.answered_at = zlib.compress(answer, 9), at
        asked.answer_sha256 = hashlib.sha256(answer).hexdigest()
        asked.save()
        platform.audit.record(
            "answer_projection", "projection", asked.pk, by=by, at=at,
            organisation_id=asked.organisation_id, answer=asked.answer_sha256,
        )  # fmt: skip
    in_the_end()
