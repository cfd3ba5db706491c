"""For which prices below their floor a director has signed a reason."""

from __future__ import annotations

from carewright.uplift import models


def signed_for(found: models.UpliftRound) -> dict[str, int]:
    """The lowest price that was signed for, by the price line's id; pence a unit."""
    signed: dict[str, int] = {}
    for each in found.floor_reasons.all():
        key = str(each.price_line_id)
        signed[key] = min(each.price_pence, signed.get(key, each.price_pence))
    return signed
