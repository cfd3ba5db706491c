"""The prices that a round changes, and which of them are no longer as it read them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from carewright.contract.api import PriceChange
from carewright.platform.api import Blocker
from carewright.ui.formats import count_of
from carewright.uplift import models

MOST_NAMED: Final = 5
PREVIEW_ANEW: Final = "Open it again, and preview it anew"
_OF_A_CHANGE: Final = ("price_line_id", "new_line_id", "old_pence", "new_pence", "ends_before")


def named(
    found: models.UpliftRound,
    line_ids: Sequence[UUID],
    new: dict[UUID, str] | None = None,
    *,
    then: str = PREVIEW_ANEW,
) -> list[Blocker]:
    """Which prices are no longer as they were read, the first few by name, and what to do then."""
    lines = found.lines.filter(price_line_id__in=line_ids).order_by("place")
    known = {each.price_line_id: str(each).replace(" ", ", ", 1) for each in lines}
    known |= {e.new_line_id: str(e) for e in found.lines.filter(new_line_id__in=line_ids)[:5]}
    names = [known.get(each) or (new or {}).get(each, "") for each in line_ids]
    shown = sorted(filter(None, names))[:MOST_NAMED]
    prices = count_of(len(line_ids), "%(n)s price", "%(n)s prices")
    says = f"{prices} changed since {found} was previewed. {then}"
    return [Blocker("", says), *(Blocker("", f"Changed: {each}") for each in shown)]


def changes_of(found: models.UpliftRound) -> list[PriceChange]:
    """Each price that rises, as it was read, and the one that takes its place."""
    rising = found.lines.filter(new_pence__isnull=False).order_by("place")
    return [PriceChange(*each) for each in rising.values_list(*_OF_A_CHANGE)]
