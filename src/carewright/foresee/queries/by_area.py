"""The latest projection of each council of an area, for pages that set councils side by side."""

from __future__ import annotations

import zlib
from functools import lru_cache
from uuid import UUID

from carewright.analyse import api as analyse
from carewright.foresee.models import Projection
from carewright.foresee.queries.projections import projection_row, projections
from carewright.foresee.rows.by_area import CouncilAhead
from carewright.platform import api as platform
from carewright_engine.demand.scenarios.answers import Outcome
from carewright_engine.demand.scenarios.answers import Projection as Answer


def councils_ahead(support: str, *, seen_by: platform.Officer) -> list[CouncilAhead]:
    """The councils of the officer's own area, or all that files name where it is one council.

    Each with its latest answered projection of this support, one's own or a partner's.
    """
    names = _councils(seen_by)
    latest = {
        found.area_code: _ahead(found, names[found.area_code])
        for found in _latest(support, tuple(names), seen_by)
    }
    return [latest.get(code) or CouncilAhead(code, name) for code, name in names.items()]


def _councils(seen_by: platform.Officer) -> dict[str, str]:
    """Names by code, by name."""
    known = analyse.areas(seen_by=seen_by)
    own = analyse.own_area(known, seen_by=seen_by)
    within = own.councils if own and len(own.councils) > 1 else ()
    councils = [each for each in known.offered if each.kind == "council"]
    wanted = [each for each in councils if not within or each.code in within]
    return {each.code: each.name for each in sorted(wanted, key=lambda each: each.name)}


def _latest(support: str, codes: tuple[str, ...], seen_by: platform.Officer) -> list[Projection]:
    among = projections(seen_by=seen_by).defer(None).defer("sources", "question")
    wanted = among.filter(
        answered_at__isnull=False, area_kind="council", area_code__in=codes,
        question__support=support,
    )  # fmt: skip
    return list(wanted.order_by("area_code", "-asked_at", "-number", "id").distinct("area_code"))


def _ahead(found: Projection, name: str) -> CouncilAhead:
    row = projection_row(found)
    as_now = _as_now(found.pk, found.answer_sha256, bytes(found.answer or b""))
    return CouncilAhead(
        row.area_code, name, row.id, row.reference, as_now.amount.years, as_now.amount.middle,
        as_now.gap,
    )  # fmt: skip


@lru_cache(maxsize=128)
def _as_now(_projection_id: UUID, _sha256: str, answer: bytes) -> Outcome:
    return Answer.from_json(zlib.decompress(answer)).as_now
