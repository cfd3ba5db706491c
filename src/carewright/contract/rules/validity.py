"""Whether an agreement is in order: every check with its standing, its reason and what mends it.

What is wrong here never stops care; what it stops is something new (`calling_off`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from carewright.contract.rules.facts import AgreementFacts
from carewright.contract.rules.life_of_an_agreement import OVER, AgreementState
from carewright.contract.rules.price_gaps import price_gaps
from carewright.contract.rules.words import ONE_PERSON, PRICED, Authority, Kind, Side
from carewright.ui.formats import written_date
from carewright_engine.rules.duties import DutyFacts, Tier, duties


class Standing(StrEnum):
    """What one check found."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_IN_FILE = "not_in_file"  # nobody can say: the file that was imported does not hold it
    NOT_ASKED = "not_asked"  # of an agreement of this kind, value and risk, or not yet
    NOT_ASSESSED = "not_assessed"  # nobody can say whether it is asked: the value is not known

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "met": "Met", "not_met": "To put right", "not_in_file": "Not in the file",
            "not_asked": "Not asked", "not_assessed": "Not assessed",
        }[self.value]  # fmt: skip


class Owner(StrEnum):
    """Whose it is to put something right."""

    CONTACT = "contact"
    BUDGET_HOLDER = "budget_holder"


#: From the few duties of a small agreement to all of a large one.
ORDER: Final = tuple(Tier)
IN_WORDS: Final = {
    Tier.LIGHT: "few duties", Tier.STANDARD: "usual duties", Tier.FULL: "all duties",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Check:
    """One check of one agreement on one day."""

    code: str
    standing: Standing
    title: str  # what is so: "No exit plan", or "An exit plan is agreed"
    why: str
    mends: str
    owner: Owner
    step: str  # the step of the agreement's pages that mends it


T = TypeVar("T")
Facts = AgreementFacts
Fault = Callable[[Facts, date], str]
"""Why the check fails; empty where it is met."""
Asked = Callable[[Facts, date], bool]


def _always(facts: Facts, on: date) -> bool:
    return True


def _begun(facts: Facts, on: date) -> bool:
    return facts.state is not AgreementState.DRAFT and on >= facts.term.since


def _bought(facts: Facts, on: date) -> bool:
    return facts.kind is not Kind.IN_HOUSE


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that an agreement has to have."""

    code: str
    met: str
    unmet: str
    fault: Fault
    mends: str
    step: str
    tier: Tier = Tier.LIGHT  # from which tier on it is asked
    asked: Asked = _always
    fact: str = ""  # as `not_in_source` names what the check looks at
    owner: Owner = Owner.CONTACT


def _unsigned(facts: Facts, on: date) -> str:
    missing = [side for side in Side if side not in facts.signed_by]
    who = " and ".join(side.label.lower() for side in missing)
    return f"Nobody has signed for the {who}" if missing else ""


def _without_authority(facts: Facts, on: date) -> str:
    ours = [each for each in facts.signatures if each.side is Side.BUYER]
    held = [each for each in ours if each.authority is Authority.HELD]
    if len(held) >= facts.signatures_wanted:
        return ""
    if len(ours) < facts.signatures_wanted and len(held) == len(ours):
        return f"The scheme wants {facts.signatures_wanted} signatures; there is {len(ours)}"
    lacking = next(each for each in ours if each.authority is not Authority.HELD)
    day = written_date(lacking.signed_on)
    return f"{lacking.name} had no authority for this value on {day}"


def _expired(facts: Facts, on: date) -> str:
    is_over = facts.term.is_over(on) or facts.state in OVER
    if not is_over or not facts.people_supported:
        return ""
    n = facts.people_supported
    people = "1 person is" if n == 1 else f"{n} people are"
    ended = f"The term ended on {written_date(facts.term.last_day)}"
    if not facts.term.is_over(on):
        ended = f"It was {facts.state.label.lower()}"
    return f"{ended}; {people} still supported"


def _no_price(facts: Facts, on: date) -> str:
    return "" if facts.prices else "Nothing can be paid at a price that was agreed"


def _price_gap(facts: Facts, on: date) -> str:
    gaps = price_gaps(facts.prices, term=facts.term, on=on)
    if not gaps:
        return ""
    first = gaps[0]
    begins = written_date(first.starts_on)
    until = f" to {written_date(first.ends_before)}" if first.ends_before else ""
    more = f", and {len(gaps) - 1} more" if len(gaps) > 1 else ""
    return f"{first.priced.label}: no price from {begins}{until}{more}"


def _advance(facts: Facts, on: date) -> str:
    return "" if facts.advance_grounds.strip() else "It is paid in advance and nobody said why"


def _exemption(facts: Facts, on: date) -> str:
    ends = facts.exemption_ends_before
    return f"It ended on {written_date(ends)}" if ends and on >= ends else ""


def _extension(facts: Facts, on: date) -> str:
    due = facts.decide_extension_by
    if due is None or on <= due:
        return ""
    return f"It should have been decided by {written_date(due)}"


def _lacks(name: str, says: str) -> Fault:
    return lambda facts, on: "" if getattr(facts, name) else says


RULES: Final = (
    Rule(
        "SIGNED", "Both sides have signed", "Not signed by both sides", _unsigned,
        "Record who signed, on which day, with the signed copy", "sign",
        asked=lambda facts, on: _begun(facts, on) and _bought(facts, on), fact="signatures",
    ),
    Rule(
        "AUTHORITY", "Signed with authority", "Signed without authority", _without_authority,
        "Have somebody sign who may, or ask for the approval that was missing", "sign",
        asked=lambda facts, on: Side.BUYER in facts.signed_by, fact="signatures",
    ),
    Rule(
        "IN_TERM", "The term has not run out", "Expired, and still in use", _expired,
        "Name the successor, extend, or record why care goes on", "goes_on",
        asked=lambda facts, on: facts.people_supported is not None, fact="people",
    ),
    Rule(
        "PRICED", "Prices are agreed", "No price line", _no_price, "Add a price line", "price",
        asked=lambda facts, on: facts.kind in PRICED, fact="prices",
    ),
    Rule(
        "NO_PRICE_GAP", "No day of the term is without a price", "A day without a price",
        _price_gap, "Add the price line that is missing", "price",
        asked=lambda facts, on: bool(facts.prices), fact="prices", owner=Owner.BUDGET_HOLDER,
    ),
    Rule(
        "REGISTERED", "In the public register", "Not in the public register",
        _lacks("registered_on", "No public entry is recorded"),
        "Publish the entry and record its day", "register", Tier.STANDARD,
        asked=lambda facts, on: _begun(facts, on) and _published(facts), fact="registered",
    ),
    Rule(
        "PAYMENT_TERMS", "Payment terms are agreed", "No payment terms",
        _lacks("payment_terms", "Nothing says when and for what is paid"),
        "Write the payment terms down", "terms", asked=_bought, fact="payment_terms",
    ),
    Rule(
        "ADVANCE", "Payment in advance has its grounds", "Paid in advance without grounds",
        _advance, "Write the grounds down, and have them approved", "terms",
        asked=lambda facts, on: facts.paid_in_advance, fact="advance_grounds",
        owner=Owner.BUDGET_HOLDER,
    ),
    Rule(
        "NOTICE", "Notice periods are agreed", "No notice period",
        lambda facts, on: "" if facts.notice_days is not None else "Nobody knows how it is ended",
        "Agree a notice period", "terms", Tier.STANDARD, asked=_bought, fact="notice",
    ),
    Rule(
        "CONTACT", "Somebody looks after it", "Nobody looks after it",
        _lacks("has_contact", "No officer is the key contact"), "Name a contact", "terms",
        fact="contact", owner=Owner.BUDGET_HOLDER,
    ),
    Rule(
        "BUDGET_HOLDER", "A budget holder answers for it", "No budget holder",
        _lacks("has_budget_holder", "Nobody answers for the money"), "Name a budget holder",
        "terms", fact="budget_holder",
    ),
    Rule(
        "MONITORING", "A monitoring plan is agreed", "No monitoring plan",
        _lacks("monitoring_plan_on", "Nobody has agreed how it is watched"),
        "Agree a monitoring plan", "plans", Tier.STANDARD, fact="monitoring_plan",
    ),
    Rule(
        "DATA", "Data protection is agreed", "No data protection schedule",
        _lacks("data_schedule", "Nothing says who may hold which data about people"),
        "Add the schedule", "terms", Tier.STANDARD, asked=_bought, fact="data_schedule",
    ),
    Rule(
        "EXIT", "An exit plan is agreed", "No exit plan",
        _lacks("exit_plan_on", "Nobody knows how people would be moved at the end"),
        "Agree an exit plan", "plans", Tier.FULL, fact="exit_plan",
    ),
    Rule(
        "CONTINGENCY", "A contingency plan is agreed", "No contingency plan",
        _lacks("contingency_plan_on", "Nobody knows what happens if the provider fails"),
        "Agree a contingency plan", "plans", Tier.FULL, fact="contingency_plan",
    ),
    Rule(
        "EXEMPTION", "The exemption still counts", "The exemption has lapsed", _exemption,
        "Buy it anew, or ask for another exemption", "terms",
        asked=lambda facts, on: facts.exemption_ends_before is not None, fact="exemption",
    ),
    Rule(
        "EXTENSION", "No extension waits to be decided", "Extension not decided", _extension,
        "Decide whether to extend", "extend",
        asked=lambda facts, on: facts.decide_extension_by is not None, fact="extensions",
    ),
)  # fmt: skip


def _published(facts: Facts) -> bool:
    return facts.kind not in ONE_PERSON and facts.kind is not Kind.IN_HOUSE


#: What each check says when it is not met, by its code.
RULES_IN_WORDS: Final = tuple((rule.code, rule.unmet) for rule in RULES)


def whose(owner: Owner, *, contact: T | None, budget_holder: T | None) -> T | None:
    """Whose it is to put right; where one of the two is not named, the other's."""
    if owner is Owner.CONTACT:
        return contact or budget_holder
    return budget_holder or contact


def tier_of(facts: AgreementFacts, *, on: date) -> Tier | None:
    """How much is asked of it on a day; None while nobody knows its value."""
    return duties(DutyFacts(facts.kind, facts.value_pence, facts.risk), on).tier


def checks(facts: AgreementFacts, *, on: date) -> tuple[Check, ...]:
    """Every check of the agreement on a day, in the order in which they matter."""
    tier = tier_of(facts, on=on)
    return tuple(_checked(rule, facts, tier, on) for rule in RULES)


def to_put_right(facts: AgreementFacts, *, on: date) -> tuple[Check, ...]:
    """Only what is not met."""
    return tuple(each for each in checks(facts, on=on) if each.standing is Standing.NOT_MET)


def _checked(rule: Rule, facts: AgreementFacts, tier: Tier | None, on: date) -> Check:
    standing, why = _found(rule, facts, tier, on)
    title = rule.unmet if standing is Standing.NOT_MET else rule.met
    return Check(rule.code, standing, title, why, rule.mends, rule.owner, rule.step)


def _found(rule: Rule, facts: AgreementFacts, tier: Tier | None, on: date) -> tuple[Standing, str]:
    if rule.fact in facts.not_in_source and not _said_since(rule, facts, on):
        return Standing.NOT_IN_FILE, "The file that it came from does not say"
    if facts.state in OVER and not facts.people_supported:
        return Standing.NOT_ASKED, "The agreement is over"
    if tier is None and rule.tier is not Tier.LIGHT:
        return Standing.NOT_ASSESSED, "Whether it is asked depends on the value, which is not known"
    if tier is not None and ORDER.index(tier) < ORDER.index(rule.tier):
        return Standing.NOT_ASKED, f"Asked of larger agreements: {IN_WORDS[tier]} here"
    if not rule.asked(facts, on):
        return Standing.NOT_ASKED, "Does not apply, or not yet"
    why = rule.fault(facts, on)
    return (Standing.NOT_MET, why) if why else (Standing.MET, "")


def _said_since(rule: Rule, facts: AgreementFacts, on: date) -> bool:
    """Whether somebody has put right since what the file did not say."""
    return rule.asked(facts, on) and not rule.fault(facts, on)
