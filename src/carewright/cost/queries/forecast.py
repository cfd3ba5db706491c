"""Committed and forecast spend of everything within an officer's reach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from carewright.contract import api as contract
from carewright.contract.api import OVER, AgreementState, Committed
from carewright.cost.rows.forecast import By, Forecast, Left, LeftOut, Line, NeedUsed
from carewright.foresee import api as foresee
from carewright.platform import api as platform
from carewright_engine.costing.by_day import Bound, Level, Need, Parts, in_years, levels
from carewright_engine.tables.readers.contract_register.sayings import care_named
from carewright_engine.values.money import Pence
from carewright_engine.values.period import Period, financial_year

CHANCES: Final = 80
_UNSIGNED: Final = (AgreementState.DRAFT, AgreementState.APPROVED)
_LONG_AGO: Final = date(1900, 1, 1)
_ONE_DAY: Final = timedelta(days=1)
#: Which words of a service a projection of that kind of support is about.
MOVED: Final[Mapping[str, str]] = {"care_at_home": "home_care", "care_home": "care_home"}


def financial_year_of(day: date) -> int:
    """The council's year in which a day lies, by the calendar year in which it begins."""
    return day.year if day >= date(day.year, 4, 1) else day.year - 1


def forecast(
    *,
    seen_by: platform.Officer,
    on: date,
    years: int,
    inflation: Decimal,
    projection_id: UUID | None = None,
    summed_by: By = By.AGREEMENT,
) -> Forecast:
    """Spend from this council's year on, in so many years.

    Raises RiseNotGiven where the projection does not tell of one of them, and NotFound where it
    is not the officer's to see.
    """
    first = financial_year_of(on)
    asked = tuple(range(first, first + years))
    found = contract.committed(seen_by=seen_by, since=financial_year(first).starts_on)
    chosen = _chosen(projection_id, seen_by)
    support = chosen.answer.question.support if chosen else ""
    at = levels(asked, inflation, _need(chosen) if chosen else None)
    counted = {each.id: each for each in found if _left(each) is None}
    moved = {each.id for each in counted.values() if support and _is_moved(each, support)}
    spent = [(each, in_years(_bound(each, counted, moved), at)) for each in counted.values()]
    return Forecast(
        asked, inflation, _used(chosen, len(moved)) if chosen else None,
        _lines(spent, summed_by, at), tuple(_left_out(found)),
    )  # fmt: skip


def _chosen(
    projection_id: UUID | None, seen_by: platform.Officer
) -> foresee.AnsweredProjection | None:
    if projection_id is None:
        return None
    return foresee.answered_projection(projection_id, seen_by=seen_by)


def _need(chosen: foresee.AnsweredProjection) -> dict[int, Need]:
    fan = chosen.answer.as_now.amount
    low, high = fan.interval(CHANCES)
    return {
        year: Need(*(Decimal(str(each)) for each in values))
        for year, *values in zip(fan.years, fan.middle, low, high, strict=True)
    }


def _used(chosen: foresee.AnsweredProjection, moved: int) -> NeedUsed:
    question = chosen.answer.question
    return NeedUsed(
        chosen.row.id, chosen.row.called, question.area.name, question.support, CHANCES, moved
    )


def _is_moved(each: Committed, support: str) -> bool:
    """Whether an agreement buys what the projection is about, by the words of its services."""
    return care_named((*each.services, each.title)) == MOVED[support]


def _left(each: Committed) -> Left | None:
    if each.state in _UNSIGNED:
        return Left.NOT_SIGNED
    if each.value_pence is None:
        return Left.NO_VALUE
    # The value of a year needs no first day; that of a term does.
    unknown = each.term.starts_on is None and each.term.ends_before is not None
    return Left.NO_FIRST_DAY if unknown else None


def _left_out(found: Iterable[Committed]) -> Iterable[LeftOut]:
    for each in found:
        if why := _left(each):
            yield LeftOut(each.id, each.reference, each.title, each.provider, why)


def _bound(each: Committed, counted: Mapping[UUID, Committed], moved: set[UUID]) -> Bound:
    term = Period(each.term.starts_on or _LONG_AGO, each.term.ends_before)
    return Bound(
        str(each.id), Pence(each.value_pence or 0), term,
        options_before=each.options_before, stops_before=_stops_before(each, counted),
        grows=each.id in moved,
    )  # fmt: skip


def _stops_before(each: Committed, counted: Mapping[UUID, Committed]) -> date | None:
    """From when nothing is spent: it is over, or what follows it is in the sum already."""
    if each.state in OVER and each.over_on:
        return each.over_on + _ONE_DAY
    follows = counted.get(each.successor_id) if each.successor_id else None
    if follows is None:
        return None
    known = [day for day in (follows.term.starts_on, each.term.ends_before) if day is not None]
    return max(known, default=None)


def _lines(
    spent: list[tuple[Committed, tuple[Parts, ...]]], by: By, at: tuple[Level, ...]
) -> tuple[Line, ...]:
    """One line an agreement; or one a framework or budget holder, the largest forecast first."""
    if by is By.AGREEMENT:
        lines = [_line(each, parts) for each, parts in spent]
    else:
        named: dict[str, list[tuple[Parts, ...]]] = {}
        for each, parts in spent:
            named.setdefault(_name(each, by), []).append(parts)
        lines = [_together(name, several, at) for name, several in named.items()]
    return tuple(sorted(lines, key=lambda line: (-line.whole.forecast, line.name)))


def _line(each: Committed, parts: tuple[Parts, ...]) -> Line:
    beneath = " · ".join(filter(None, (each.reference, each.provider)))
    return Line(each.title, each.id, 1, beneath, parts, each.is_extended)


def _together(name: str, several: list[tuple[Parts, ...]], at: tuple[Level, ...]) -> Line:
    years = tuple(sum((each[place] for each in several), Parts()) for place in range(len(at)))
    return Line(name, None, len(several), "", years)


def _name(each: Committed, by: By) -> str:
    if by is By.BUDGET:
        return each.budget_holder or "No budget holder is named"
    return f"Framework {each.framework_id}" if each.framework_id else "Not from a framework"
