"""The days that obligations count from, found among the facts of an agreement."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from carewright_engine.rules.facts import ContractFacts
from carewright_engine.rules.obligation_rules import Event
from carewright_engine.values.months import months_later

Days = tuple[date, ...]

#: Things that may never happen: while their day is None there is nothing to do.
MAY_NEVER_HAPPEN: Final = frozenset({
    Event.CHANGE_PLANNED, Event.CHANGE_MADE, Event.BREACH, Event.INVOICE, Event.PAYMENT_QUARTER,
    Event.TRANSFER, Event.PRICE_REVIEW,
})  # fmt: skip
#: The facts without which days that are made from several cannot be found.
MADE_FROM: Final[Mapping[Event, tuple[str, ...]]] = {
    Event.AWARD_QUARTER: ("awarded_on",),
    Event.ANNIVERSARY: ("entered_on",),
    Event.VISIT: ("starts_on", "visits_a_year"),
}


def event_days(event: Event, facts: ContractFacts, until: date) -> Days:
    """The days of the event up to a day, in their order; none where a fact is missing."""
    made = _MADE.get(event)
    if made:
        return made(facts, until)
    found = getattr(facts, event.value)
    return found if isinstance(found, tuple) else (found,) if found else ()


def missing_facts(event: Event, facts: ContractFacts) -> tuple[str, ...]:
    """The facts that are not known and without which the event has no day."""
    if event in MAY_NEVER_HAPPEN:
        return ()
    wanted = MADE_FROM.get(event, (event.value,))
    return tuple(name for name in wanted if getattr(facts, name) is None)


def quarter_end(day: date) -> date:
    """The last day of the day's quarter: March, June, September or December."""
    month = (day.month + 2) // 3 * 3
    return date(day.year, month, monthrange(day.year, month)[1])


def _every(first: date, months: int, until: date) -> Days:
    days: list[date] = []
    while (day := months_later(first, months * len(days))) <= until:
        days.append(day)
    return tuple(days)


def _within_term(facts: ContractFacts, until: date) -> date:
    return min(until, facts.ended_on) if facts.ended_on else until


def _anniversaries(facts: ContractFacts, until: date) -> Days:
    """Twelve months end before each of these; the last may be the day after the term."""
    if facts.entered_on is None:
        return ()
    last = _within_term(facts, until) + timedelta(days=1)
    return _every(facts.entered_on, 12, last)[1:]


def _visits(facts: ContractFacts, until: date) -> Days:
    """A visit belongs in each of the parts into which its number divides the year."""
    if facts.starts_on is None or not facts.visits_a_year:
        return ()
    last = _within_term(facts, until) + timedelta(days=1)
    years = range(last.year - facts.starts_on.year + 1)
    parts = [
        months_later(facts.starts_on, 12 * year + 12 * part // facts.visits_a_year)
        for year in years
        for part in range(1, facts.visits_a_year + 1)
    ]
    return tuple(day for day in parts if day <= last)


def _price_reviews(facts: ContractFacts, until: date) -> Days:
    first = facts.price_review_on
    return _every(first, 12, _within_term(facts, until)) if first else ()


def _accounts(facts: ContractFacts, until: date) -> Days:
    first = facts.accounts_year_ends_on
    return _every(first, 12, _within_term(facts, until)) if first else ()


def _insurance(facts: ContractFacts, until: date) -> Days:
    """Cover that lasts beyond the term needs no successor."""
    ends = facts.insurance_ends_before
    needed = ends is not None and (facts.ended_on is None or ends <= facts.ended_on)
    return (ends,) if ends and needed else ()


def _award_quarter(facts: ContractFacts, until: date) -> Days:
    return (quarter_end(facts.awarded_on),) if facts.awarded_on else ()


def _payment_quarters(facts: ContractFacts, until: date) -> Days:
    return tuple(sorted({quarter_end(day) for day in facts.published_payments_on}))


_MADE: Final[Mapping[Event, Callable[[ContractFacts, date], Days]]] = {
    Event.ANNIVERSARY: _anniversaries,
    Event.VISIT: _visits,
    Event.PRICE_REVIEW: _price_reviews,
    Event.ACCOUNTS: _accounts,
    Event.INSURANCE: _insurance,
    Event.AWARD_QUARTER: _award_quarter,
    Event.PAYMENT_QUARTER: _payment_quarters,
}
