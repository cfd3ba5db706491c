"""What others may ask of the analyses; nothing here changes anything."""

from __future__ import annotations

import zlib
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from carewright.analyse import rows
from carewright.analyse.areas import Areas, areas_of
from carewright.analyse.digest import digest_of
from carewright.analyse.models import AnalysisRun
from carewright.platform import api as platform
from carewright.register import api as register
from carewright_engine.provision.answers import AreaProvision
from carewright_engine.provision.areas import AreaRef
from carewright_engine.provision.plain import from_plain
from carewright_engine.provision.questions import Question


def runs(*, seen_by: platform.Officer) -> QuerySet[AnalysisRun]:
    """The organisation's analyses, latest first, for a list page; answers stay where they are."""
    found = AnalysisRun.objects.for_organisation(seen_by.organisation.id)
    return found.defer("answer").order_by("-asked_at", "id")


def found_runs(words: str, *, seen_by: platform.Officer, most: int) -> list[rows.Run]:
    """Answered analyses whose title is like the words, the likest first."""
    answered_ones = runs(seen_by=seen_by).filter(answered_at__isnull=False)
    found = answered_ones.annotate(score=platform.likeness(words, "title"))
    likest = found.filter(score__gte=platform.ENOUGH).order_by("-score", "-asked_at", "id")
    return [run_row(each) for each in likest[:most]]


def run(run_id: UUID, *, seen_by: platform.Officer) -> rows.Run:
    """One analysis; a stranger's does not exist."""
    return run_row(_run(run_id, seen_by, with_answer=False))


def answered(run_id: UUID, *, seen_by: platform.Officer) -> rows.AnsweredRun:
    """One analysis with its answer; one without does not exist yet."""
    found = _run(run_id, seen_by)
    if found.answer is None:
        raise platform.NotFound
    return rows.AnsweredRun(run_row(found), _provision(found.answer_sha256, bytes(found.answer)))


def is_stale(found: rows.Run, *, seen_by: platform.Officer) -> bool:
    """Whether files, corrections or confirmations have changed since the analysis was asked for."""
    inputs = register.inputs_for(seen_by=seen_by)
    return digest_of(inputs, seen_by=seen_by) != found.inputs_sha256


def question_of(run_id: UUID, *, seen_by: platform.Officer) -> Question:
    """What was asked."""
    return from_plain(Question, _run(run_id, seen_by, with_answer=False).question)


def areas(*, seen_by: platform.Officer) -> Areas:
    """The areas that the organisation's files let people ask about."""
    return areas_of(register.inputs_for(seen_by=seen_by))


def own_area(found: Areas, *, seen_by: platform.Officer) -> AreaRef | None:
    """The area that the officer's organisation looks after."""
    return found.of_organisation(seen_by.organisation.area_code or "")


def localities(*, seen_by: platform.Officer) -> list[rows.Locality]:
    """Localities of the officer's own area; those of every area where there is no own one."""
    found = areas(seen_by=seen_by)
    own = own_area(found, seen_by=seen_by)
    if own is None:
        return list(found.localities)
    names = {area.name for area in found.offered if area.code in own.councils}
    return [each for each in found.localities if each.council in names]


@lru_cache(maxsize=16)
def _provision(sha256: str, answer: bytes) -> AreaProvision:
    return AreaProvision.from_json(zlib.decompress(answer))


def _run(run_id: UUID, seen_by: platform.Officer, *, with_answer: bool = True) -> AnalysisRun:
    among = AnalysisRun.objects.for_organisation(seen_by.organisation.id)
    found = (among if with_answer else among.defer("answer")).filter(pk=run_id).first()
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
