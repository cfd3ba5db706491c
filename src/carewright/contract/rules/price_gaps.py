"""Days of a term on which something that is bought has no price."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from carewright.contract.rules.facts import Priced, PriceFacts
from carewright.contract.rules.terms import Term


@dataclass(frozen=True, slots=True)
class PriceGap:
    """Something without a price from a day on; `ends_before` is None where it never gets one."""

    priced: Priced
    starts_on: date
    ends_before: date | None


def price_gaps(prices: Iterable[PriceFacts], *, term: Term, on: date) -> list[PriceGap]:
    """Every stretch of the term up to and with `on` that no price covers, by what is priced.

    A price for any day or for everywhere covers one for some days or a zone too. What is still
    to come is no gap yet: prices are agreed year by year.
    """
    ordered = sorted(prices, key=_order)
    found = []
    for priced, _ in groupby(ordered, key=attrgetter("priced")):
        lines = [each.term for each in ordered if each.priced.stands_in_for(priced)]
        found += [PriceGap(priced, *gap) for gap in _uncovered(lines, term, on)]
    return found


def _order(each: PriceFacts) -> tuple[str, ...]:
    told = each.priced
    return (
        told.service, told.unit.value, f"{told.minutes:05d}", told.day_kind.value, told.zone,
        each.term.since.isoformat(),
    )  # fmt: skip


def _uncovered(lines: list[Term], term: Term, on: date) -> list[tuple[date, date | None]]:
    last = min(on + timedelta(days=1), term.ends_before or date.max)
    found: list[tuple[date, date | None]] = []
    ordered = sorted(lines, key=attrgetter("since"))
    # Where nobody knows the first day of the term, what comes before the first price is no gap.
    open_from: date | None = term.starts_on or ordered[0].since
    for line in ordered:
        if open_from is None or open_from >= last:
            break
        if line.since > open_from:
            found.append((open_from, min(line.since, last)))
        open_from = None if line.ends_before is None else max(open_from, line.ends_before)
    if open_from is not None and open_from < last:
        found.append((open_from, None))
    return found
