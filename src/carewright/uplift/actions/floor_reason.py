"""A director signs why one price may stand below the least cost of the care that it buys."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.uplift import models
from carewright.uplift.actions.reach import (
    STANDS_IN,
    claimed,
    hands,
    record,
    refuse_if,
    round_in_reach,
)
from carewright.uplift.queries.lines import lines_seen_by
from carewright.uplift.rules.life_of_a_round import RoundState
from carewright_engine.costing.uplift import Floor

SIGNED_IN = frozenset({RoundState.PREVIEWED, RoundState.CHECKED})


@transaction.atomic(durable=True)
def sign_floor_reason(
    *,
    round_id: UUID,
    line_id: UUID,
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Signs for one line at the price of the preview; a lower one takes another signature.

    `line_id` is the round's own line. Whoever had a hand in the round does not sign for it.
    """
    if claimed(intent, Act.SIGN_FLOOR_REASON, by=by, at=at).done:
        return
    found = round_in_reach(round_id, by=by, act=Act.SIGN_FLOOR_REASON)
    refuse_if(RoundState(found.state) not in SIGNED_IN, f"{found} is not open to this now")
    refuse_if(by.account_id in hands(found), "Somebody who had no hand in the round signs for it")
    refuse_if(hands(found) & decide.stands_in_for(by, at=at), STANDS_IN)
    refuse_if(not reason.strip(), "Say why the price stays below the least cost", "reason")
    seen = lines_seen_by(by).filter(round=found)
    line = seen.select_for_update(of=("self",)).filter(pk=line_id).first()
    if line is None or line.new_pence is None or line.floor_pence is None:
        raise platform.NotYours
    refuse_if(line.floor != Floor.BELOW.value, "This line needs no reason")
    models.FloorReason.objects.create(
        organisation_id=found.organisation_id, round=found, price_line_id=line.price_line_id,
        price_pence=line.new_pence, floor_pence=line.floor_pence, reason=reason.strip(),
        signed_by_account=by.account_id, signed_by_name=by.name, signed_at=at,
    )  # fmt: skip
    line.floor = Floor.EXPLAINED.value
    line.save(update_fields=["floor"])
    _count_anew(found, line)
    record(Act.SIGN_FLOOR_REASON, found, by=by, at=at, reason=reason, agreement=line.reference,
           priced=line.priced, price=line.new_pence, floor=line.floor_pence)  # fmt: skip


def _count_anew(found: models.UpliftRound, line: models.UpliftLine) -> None:
    provider = found.providers.get(key=line.provider_key)
    provider.explained += 1
    if not line.one_person and provider.open_to_all is not None:
        shown = provider.open_to_all
        provider.open_to_all = {**shown, "explained": shown["explained"] + 1}
    provider.save(update_fields=["explained", "open_to_all"])
    counts = _one_more(found.figures)
    if not line.one_person and "open_to_all" in counts:
        counts["open_to_all"] = _one_more(counts["open_to_all"])
    found.figures = counts
    found.save(update_fields=["figures"])


def _one_more(counts: Mapping[str, Any]) -> dict[str, Any]:
    """One line fewer that stands below without a reason, and one more with it."""
    return {**counts, "below": counts["below"] - 1, "explained": counts["explained"] + 1}
