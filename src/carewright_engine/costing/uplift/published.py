"""Indices out of the dated reference data, with their source and whether anybody checked it."""

from __future__ import annotations

from datetime import date

from carewright_engine.costing.uplift.formula import USUAL_PLACES, Driver, Index, rise_between
from carewright_engine.rules.dated import Dated, dated


def wage_index(name: str, *, from_on: date, to_on: date, places: int = USUAL_PLACES) -> Index:
    """The rise of a wage floor between two days: wage.nlw from April 2023 to April 2024.

    It counts as verified only if both ends are; `NotInForce` where one is not held.
    """
    before, after = dated(name, on=from_on), dated(name, on=to_on)
    return Index(
        key=f"{name}.{to_on:%Y%m}",
        words=f"{after.words}: {before.shown} to {after.shown}",
        driver=Driver.WAGE_FLOOR,
        rise=rise_between(before.value, after.value, places),
        from_on=from_on,
        to_on=to_on,
        source=_sources(before, after),
        verified=before.verified and after.verified,
    )


def _sources(before: Dated, after: Dated) -> str:
    return "; ".join(dict.fromkeys((before.source, after.source)))
