"""What lies in this service and can be cited as evidence."""

from __future__ import annotations

from itertools import chain
from typing import Final

from carewright.analyse import api as analyse
from carewright.foresee import api as foresee
from carewright.plan.rows import Source
from carewright.plan.rules.words import EvidenceKind
from carewright.platform import api as platform
from carewright.platform.api import Act, DocumentKind

#: Of each kind, the latest.
MOST: Final = 50


def sources(*, seen_by: platform.Officer) -> tuple[Source, ...]:
    """The latest projections, scenarios, analyses and documents that the officer may see.

    A paper of one person's placement is none of them: a decision is about a service.
    """
    return tuple(
        chain(_projections(seen_by), _scenarios(seen_by), _analyses(seen_by), _documents(seen_by))
    )


def source_of(code: str, *, seen_by: platform.Officer) -> Source | None:
    """The one that a form names."""
    return next((each for each in sources(seen_by=seen_by) if each.code == code), None)


def _projections(officer: platform.Officer) -> list[Source]:
    if not platform.may(officer, Act.SEE_PROJECTIONS):
        return []
    found = foresee.projections(seen_by=officer).filter(answered_at__isnull=False)[:MOST]
    return [
        Source(EvidenceKind.PROJECTION, each.id, f"{each.reference}, {each.called}",
               each.answer_sha256, f"/analyse/need/{each.id}/")
        for each in map(foresee.projection_row, found)
    ]  # fmt: skip


def _scenarios(officer: platform.Officer) -> list[Source]:
    if not platform.may(officer, Act.SEE_SCENARIOS):
        return []
    found = foresee.scenarios(seen_by=officer).filter(put_away_at=None)[:MOST]
    return [
        Source(EvidenceKind.SCENARIO, each.pk, f"{each.name}, version {each.version}", "",
               f"/analyse/need/scenarios/{each.pk}/")
        for each in found
    ]  # fmt: skip


def _analyses(officer: platform.Officer) -> list[Source]:
    if not platform.may(officer, Act.SEE_ANALYSIS):
        return []
    found = analyse.runs(seen_by=officer).filter(answered_at__isnull=False)[:MOST]
    return [
        Source(EvidenceKind.ANALYSIS, each.id, each.title, each.answer_sha256,
               f"/analyse/{each.id}/")
        for each in map(analyse.run_row, found)
    ]  # fmt: skip


def _documents(officer: platform.Officer) -> list[Source]:
    if not platform.may(officer, Act.SEE_DOCUMENT):
        return []
    among = platform.documents(seen_by=officer).filter(
        document__placement_id=None, document__disposed_at=None
    )
    read = among.exclude(document__kind=DocumentKind.DATA.value).order_by("-uploaded_at")
    return [
        Source(EvidenceKind.DOCUMENT, each.document_id, each.name, each.sha256,
               f"/documents/{each.document_id}/")
        for each in read[:MOST]
    ]  # fmt: skip
