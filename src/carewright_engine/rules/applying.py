"""Whether a rule is about an agreement: yes with reasons, no, or what is not known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from carewright_engine.rules.dated import dated
from carewright_engine.rules.facts import ContractFacts, Kind, Regime, Route
from carewright_engine.rules.obligation_rules import KINDS_OF, Either, Kinds, ObligationRule
from carewright_engine.rules.reading import NotInForce
from carewright_engine.rules.words import FACTS, IS_SO, KINDS, REGIMES, ROUTES
from carewright_engine.values.bank_holidays import Nation

_EVERYWHERE: Final = frozenset(Nation)
_NOT_SCOTLAND: Final = _EVERYWHERE - {Nation.SCOTLAND}
#: The nations whose councils can be under a regime.
NATIONS_OF: Final = {
    Regime.PA2023: _NOT_SCOTLAND,
    Regime.PCR2015: _NOT_SCOTLAND,
    Regime.PSR2023: frozenset({Nation.ENGLAND}),
    Regime.SCOT_HIGHER: frozenset({Nation.SCOTLAND}),
    Regime.SCOT_REGULATED: frozenset({Nation.SCOTLAND}),
    Regime.BELOW_THRESHOLD: _EVERYWHERE,
}
ONE_PERSON: Final = frozenset({Kind.SPOT, Kind.INDIVIDUAL_SERVICE_FUND})


@dataclass(frozen=True, slots=True)
class Answer:
    """One condition: whether it is met, why in words, and what would have to be known."""

    met: bool | None  # None: not known
    reason: str = ""
    needs: tuple[str, ...] = ()


MET: Final = Answer(True)
NOT_MET: Final = Answer(False)


def applies(rule: ObligationRule, facts: ContractFacts, on: date) -> Answer:
    """All conditions of a rule together; one that fails decides, whatever else is not known."""
    answers = []
    for condition in _CONDITIONS:
        answers.append(condition(rule, facts, on))
        if answers[-1].met is False:
            return NOT_MET
    reason = "; ".join(answer.reason for answer in answers if answer.reason)
    needs = tuple(dict.fromkeys(need for answer in answers for need in answer.needs))
    return Answer(None if needs else True, reason, needs)


def at_odds(facts: ContractFacts) -> str:
    """Why the facts cannot all be so, if they cannot: words that follow "needs"."""
    if facts.regime and facts.nation and facts.nation not in NATIONS_OF[facts.regime]:
        law = REGIMES[facts.regime]
        return f"{FACTS['regime']}: {law} does not hold in {facts.nation.label}"
    if facts.user_choice and _never_chosen(facts):
        return f"{FACTS['user_choice']}: {_never_chosen(facts)}"
    return ""


def _regime(rule: ObligationRule, facts: ContractFacts, on: date) -> Answer:
    if not rule.regimes:
        return MET
    if facts.regime is None:
        return _unknown("regime")
    law = REGIMES[facts.regime]
    return Answer(facts.regime in rule.regimes, f"{law[0].upper()}{law[1:]} governs it")


def _nation(rule: ObligationRule, facts: ContractFacts, on: date) -> Answer:
    held = rule.jurisdiction.nations
    possible = {facts.nation} if facts.nation else _possible(rule, facts)
    if possible <= held:
        return MET
    return _unknown("nation") if possible & held else NOT_MET


def _possible(rule: ObligationRule, facts: ContractFacts) -> frozenset[Nation]:
    regimes = rule.regimes & {facts.regime} if facts.regime else rule.regimes
    named = [NATIONS_OF[regime] for regime in regimes]
    return frozenset[Nation]().union(*named) if named else _EVERYWHERE


def _kind(rule: ObligationRule, facts: ContractFacts, on: date) -> Answer:
    if rule.kinds in (Kinds.ANY, Kinds.AUTHORITY):
        return MET
    if facts.kind is None:
        return _unknown("kind")
    return Answer(facts.kind in KINDS_OF[rule.kinds], f"it is {KINDS[facts.kind]}")


def _route(rule: ObligationRule, facts: ContractFacts, on: date) -> Answer:
    if not rule.routes:
        return MET
    if facts.route is None:
        return _unknown("route")
    return Answer(facts.route in rule.routes, ROUTES[facts.route])


def _light_touch(rule: ObligationRule, facts: ContractFacts, on: date) -> Answer:
    words = ("it is not a light touch contract", "it is a light touch contract")
    return _either(rule.light_touch, facts.light_touch, "light_touch", words)


def _user_choice(rule: ObligationRule, facts: ContractFacts, on: date) -> Answer:
    chosen = False if facts.user_choice is None and _never_chosen(facts) else facts.user_choice
    words = ("it was not awarded because a person chose", "it was awarded because a person chose")
    return _either(rule.user_choice, chosen, "user_choice", words)


def _never_chosen(facts: ContractFacts) -> str:
    """Why a person's choice cannot be the ground of the award, if it cannot."""
    if facts.kind is not None and facts.kind not in ONE_PERSON:
        return f"{KINDS[facts.kind]} is not for one person"
    if facts.light_touch is False:
        return "it can only be so of a light touch contract"
    if facts.route not in (None, Route.DIRECT):
        return "it can only be so of a direct award"
    return ""


def _value(rule: ObligationRule, facts: ContractFacts, on: date) -> Answer:
    if not rule.threshold:
        return MET
    if facts.value_pence is None:
        return _unknown("value_pence")
    try:
        threshold = dated(rule.threshold, on=on)
    except NotInForce as missing:
        return Answer(None, needs=(f"a figure: {missing}",))
    over = facts.value_pence > threshold.pence
    reached = over or (rule.at_least and facts.value_pence == threshold.pence)
    comparison = "at least" if rule.at_least else "above"
    return Answer(reached, f"its value is {comparison} {threshold.shown}")


def _only_if(rule: ObligationRule, facts: ContractFacts, on: date) -> Answer:
    known = {name: getattr(facts, name) for name in rule.only_if}
    if False in known.values():
        return NOT_MET
    needs = tuple(FACTS[name] for name, so in known.items() if so is None)
    return Answer(None if needs else True, "; ".join(IS_SO[name] for name in known), needs)


def _either(wanted: Either, fact: bool | None, name: str, words: tuple[str, str]) -> Answer:
    if wanted is Either.ANY:
        return MET
    if fact is None:
        return _unknown(name)
    return Answer(fact == (wanted is Either.YES), words[fact])


def _unknown(fact: str) -> Answer:
    return Answer(None, needs=(FACTS[fact],))


_CONDITIONS: Final[tuple[Callable[[ObligationRule, ContractFacts, date], Answer], ...]] = (
    _regime, _nation, _kind, _route, _light_touch, _user_choice, _value, _only_if,
)  # fmt: skip
