"""From what is known to the answer: each scenario put on the same draws, and summed up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.news import News, unheard
from carewright_engine.demand.scenarios.answers import (
    BandFan,
    Basis,
    LeftOut,
    Limited,
    Outcome,
    Projection,
)
from carewright_engine.demand.scenarios.gap import Ceiling, GapAhead, capacity_by_year, gap_ahead
from carewright_engine.demand.scenarios.known import Known
from carewright_engine.demand.scenarios.moves_most import moves_most
from carewright_engine.demand.scenarios.outlook import Amounts, Outlook
from carewright_engine.demand.scenarios.questions import Question
from carewright_engine.demand.scenarios.scenario import AS_NOW, Scenario
from carewright_engine.demand.scenarios.summaries import fan, kept
from carewright_engine.provision.analyse import engine_version


def projected(
    known: Known, basis: Basis, question: Question, *, news: News = unheard
) -> Projection:
    """The answer for all areas of `known` together. Raises BadParameter where a lever does not fit.

    Every scenario gets the same draws, so that a difference is the lever's and not the dice's.
    """
    now = known.outlook()
    outcomes = []
    for scenario in (AS_NOW, *question.compared):
        news(f"Working out “{scenario.name}”")
        outcomes.append(_outcome(known, now, scenario, question))
    return Projection(question, basis, tuple(outcomes), engine_version())


def _outcome(known: Known, now: Outlook, scenario: Scenario, question: Question) -> Outcome:
    pulled = scenario.applied(now, seed=question.seed)
    then, before = pulled.kinds[question.support], now.kinds[question.support]
    amount = _whole(then.needed)
    years = known.years
    has_cost = question.cost is not None
    pounds = _total(then.pounds_a_year())
    return Outcome(
        name=scenario.name,
        about=scenario.about,
        people=fan(years, _whole(then.people)),
        amount=fan(years, amount),
        difference=fan(years, amount - _whole(before.needed)),
        by_band=_by_band(known, then),
        pounds=fan(years, pounds) if has_cost else None,
        pounds_difference=(
            fan(years, pounds - _total(before.pounds_a_year())) if has_cost else None
        ),
        unmet=fan(years, _total(then.unmet())) if then.limit is not None else None,
        limited=_limited(known, then, has_cost=has_cost),
        gap=_gap(known, then, amount, question),
        moves=moves_most(known, scenario, _last_amount(question.support), seed=question.seed),
        left_out=tuple(_left_out(known, now, scenario)),
    )


def _left_out(known: Known, now: Outlook, scenario: Scenario) -> Iterator[LeftOut]:
    """Levers that change nothing, as no file counts a kind of support that they want.

    One for a kind that is counted, and only not asked for here, acts in a projection of that kind.
    """
    for lever in scenario.levers:
        for kind in lever.lacks(now):
            if cannot := known.uncounted.get(kind):
                yield LeftOut(lever.name, kind, cannot.words, cannot.what_would_fill_it)


def _by_band(known: Known, amounts: Amounts) -> tuple[BandFan, ...]:
    by_band = np.broadcast_to(amounts.needed, _shape(known, amounts)).sum(axis=2)
    return tuple(
        BandFan(band, fan(known.years, by_band[:, :, place]))
        for place, band in enumerate(known.bands)
    )


def _shape(known: Known, amounts: Amounts) -> tuple[int, ...]:
    return (len(amounts.needed), len(known.years), len(known.areas), len(known.bands))


def _gap(known: Known, amounts: Amounts, needed: Array, question: Question) -> GapAhead | None:
    capacity = capacity_by_year(question.capacities, known.years)
    if capacity is None:
        return None
    years = len(capacity)
    pence = np.broadcast_to(amounts.pence[..., 0].mean(axis=2), needed.shape)
    ceiling = _ceiling(known, amounts)
    return gap_ahead(
        known.years[-years:], needed[:, -years:], capacity, pence[:, -years:],
        ceiling and ceiling.of_last(years),
    )  # fmt: skip


def _ceiling(known: Known, amounts: Amounts) -> Ceiling | None:
    if amounts.limit is None:
        return None
    by_area = np.broadcast_to(amounts.limit, (*_shape(known, amounts)[:3], 1))
    return Ceiling(_total(by_area[..., 0]), _total(amounts.unmet()))


def _limited(known: Known, amounts: Amounts, *, has_cost: bool) -> Limited | None:
    """What the limit leaves; None where supply is not limited."""
    ceiling = _ceiling(known, amounts)
    if ceiling is None:
        return None
    delivered, unmet = amounts.supplied(), amounts.unmet()
    most = [float(each) for each in np.median(ceiling.most, axis=0)]
    years = known.years
    return Limited(
        most=tuple(kept(each) if np.isfinite(each) else None for each in most),
        delivered=fan(years, _total(delivered)),
        pounds=fan(years, _total(amounts.pounds_of(delivered))) if has_cost else None,
        pounds_unmet=fan(years, _total(amounts.pounds_of(unmet))) if has_cost else None,
    )


def _last_amount(support: str) -> Callable[[Outlook], Array]:
    """Hours a week, or places, in the last year."""
    return lambda outlook: _whole(outlook.kinds[support].needed)[:, -1]


def _whole(by_band: Array) -> Array:
    """Of all areas and ages: draw, year."""
    total: Array = by_band.sum(axis=(2, 3))
    return total


def _total(by_area: Array) -> Array:
    """Of all areas: draw, year."""
    total: Array = by_area.sum(axis=2)
    return total
