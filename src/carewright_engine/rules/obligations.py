"""What an agreement obliges to, by when, whose it is and why: worked out from dated rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import chain

from carewright_engine.rules.applying import Answer, applies, at_odds
from carewright_engine.rules.event_days import Days, event_days, missing_facts
from carewright_engine.rules.facts import AuthorityFacts, ContractFacts
from carewright_engine.rules.obligation_rules import (
    Basis,
    Event,
    InForceBy,
    Kinds,
    ObligationRule,
    Sense,
    every_obligation_rule,
)  # fmt: skip
from carewright_engine.rules.reading import NotInForce, holds_on
from carewright_engine.rules.time_limits import time_limit
from carewright_engine.rules.words import FACTS, listed
from carewright_engine.values.local_time import end_of_day
from carewright_engine.values.months import months_later
from carewright_engine.values.working_days import ONE_DAY


@dataclass(frozen=True, slots=True)
class Obligation:
    """One thing to do: by the end of `last_day`, which is before the moment `due`.

    Where something must wait, `due` is the first moment at which it may be done. `last_day` and
    `due` are None where the law names no day, or where `needs` says what is not known.
    """

    rule: str
    words: str
    sense: Sense
    counts_from: Event
    event_on: date | None
    last_day: date | None
    due: datetime | None
    when: str
    who: str
    evidence: str
    basis: Basis
    source: str
    verified: bool
    because: str
    needs: tuple[str, ...] = ()


def obligations(
    facts: ContractFacts, on: date, *, months_ahead: int = 18
) -> tuple[Obligation, ...]:
    """Everything owed under an agreement from its beginning until so many months after the day.

    The soonest come first, those without a day last. Nothing is left out because its day has
    passed; whoever asks knows what was done.
    """
    until = months_later(on, months_ahead)
    rules = (rule for rule in _every_rule() if _may_be_about(rule, facts))
    found = chain.from_iterable(
        _owed(rule, facts, event_days(rule.counts_from, facts, until), on) for rule in rules
    )
    return _in_order(found)


def authority_obligations(facts: AuthorityFacts) -> tuple[Obligation, ...]:
    """What a council owes for one of its years, whatever its agreements."""
    first, last = date(facts.year, 4, 1), date(facts.year + 1, 3, 31)
    days: dict[Event, Days] = {
        Event.YEAR_BEGINS: (first,),
        Event.HALF_YEAR_ENDS: (date(facts.year, 9, 30), last),
        Event.YEAR_ENDS: (last,),
    }
    known = ContractFacts(nation=facts.nation, value_pence=facts.spend_pence)
    rules = (rule for rule in _every_rule() if rule.kinds is Kinds.AUTHORITY)
    return _in_order(
        chain.from_iterable(_owed(rule, known, days[rule.counts_from], first) for rule in rules)
    )


def _every_rule() -> Iterable[ObligationRule]:
    return chain.from_iterable(every_obligation_rule().values())


def _may_be_about(rule: ObligationRule, facts: ContractFacts) -> bool:
    another = rule.regimes and facts.regime and facts.regime not in rule.regimes
    return rule.kinds is not Kinds.AUTHORITY and not another


def _owed(rule: ObligationRule, facts: ContractFacts, days: Days, on: date) -> Iterator[Obligation]:
    missing = missing_facts(rule.counts_from, facts) if not days else ()
    for day in days:
        if _is_law(rule, facts, day) is not False:
            yield from _of_day(rule, facts, day)
    if missing and holds_on(rule, on):
        answer = _answer(rule, facts, on, tuple(FACTS[name] for name in missing))
        if answer.met is not False:
            yield _without_day(rule, answer, None)


def _of_day(rule: ObligationRule, facts: ContractFacts, day: date) -> Iterator[Obligation]:
    unclear = _is_law(rule, facts, day) is None
    answer = _answer(rule, facts, day, (FACTS["procurement_began_on"],) if unclear else ())
    if answer.met is False:
        return
    if answer.met is None:
        yield _without_day(rule, answer, day)
        return
    try:
        yield _with_day(rule, facts, answer, day)
    except NotInForce as unknown:
        yield _without_day(rule, replace(answer, needs=(f"a time limit: {unknown}",)), day)


def _is_law(rule: ObligationRule, facts: ContractFacts, day: date) -> bool | None:
    """Whether the rule holds for what happened on a day; None where that cannot be known."""
    if rule.in_force_by is InForceBy.PROCUREMENT:
        began = facts.procurement_began_on
        return None if began is None else holds_on(rule, began)
    return holds_on(rule, day)


def _answer(
    rule: ObligationRule, facts: ContractFacts, day: date, needs: tuple[str, ...]
) -> Answer:
    answer = applies(rule, facts, day)
    if answer.met is False:
        return answer
    wrong = at_odds(facts) if rule.basis is Basis.LAW else ""
    more = (*((wrong,) if wrong else ()), *answer.needs, *needs)
    if rule.limit == "notice_days" and facts.notice_days is None:
        more = (*more, FACTS["notice_days"])
    return Answer(None if more else True, answer.reason, tuple(dict.fromkeys(more)))


def _with_day(rule: ObligationRule, facts: ContractFacts, answer: Answer, day: date) -> Obligation:
    last = _last_day(rule, facts, day)
    dated_day = None if rule.sense is Sense.SOON else last
    due = end_of_day(last) if dated_day else None
    return _obligation(rule, answer, day, dated_day, due, _when(rule.sense, last, day))


def _when(sense: Sense, last: date, day: date) -> str:
    if sense is Sense.SOON:
        return f"as soon as reasonably practicable after {_said(day)}"
    return f"{'not before' if sense is Sense.NOT_BEFORE else 'by'} the end of {_said(last)}"


def _last_day(rule: ObligationRule, facts: ContractFacts, day: date) -> date:
    if rule.limit == "notice_days":
        return day - timedelta(days=1 + (facts.notice_days or 0))
    if not rule.limit:
        return day - ONE_DAY if rule.sense is Sense.BEFORE else day
    limit = time_limit(rule.limit, on=day)
    return limit.latest_before(day) if rule.sense is Sense.BEFORE else limit.last_day(day)


def _without_day(rule: ObligationRule, answer: Answer, day: date | None) -> Obligation:
    words = f"cannot be worked out: needs {listed(answer.needs)}"
    return _obligation(rule, answer, day, None, None, words)


def _obligation(
    rule: ObligationRule,
    answer: Answer,
    day: date | None,
    last_day: date | None,
    due: datetime | None,
    when: str,
) -> Obligation:
    return Obligation(
        rule=rule.id,
        words=rule.words,
        sense=rule.sense,
        counts_from=rule.counts_from,
        event_on=day,
        last_day=last_day,
        due=due,
        when=when,
        who=rule.who,
        evidence=rule.evidence,
        basis=rule.basis,
        source=rule.source,
        verified=rule.verified,
        because=answer.reason,
        needs=answer.needs,
    )


def _in_order(found: Iterable[Obligation]) -> tuple[Obligation, ...]:
    return tuple(sorted(found, key=lambda each: (each.last_day or date.max, each.rule)))


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
