"""Facts, regimes and routes as a person says them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from carewright_engine.rules.facts import Kind, Regime, Route

REGIMES: Final = {
    Regime.PA2023: "the Procurement Act 2023",
    Regime.PCR2015: "the Public Contracts Regulations 2015",
    Regime.PSR2023: "the Provider Selection Regime",
    Regime.SCOT_HIGHER: "the Public Contracts (Scotland) Regulations 2015",
    Regime.SCOT_REGULATED: "the Procurement Reform (Scotland) Act 2014",
    Regime.BELOW_THRESHOLD: "the rules for contracts below the threshold",
}
KINDS: Final = {
    Kind.FRAMEWORK: "a framework agreement",
    Kind.FRAMEWORK_CALL_OFF: "a call-off from a framework",
    Kind.BLOCK: "a block contract",
    Kind.COST_AND_VOLUME: "a cost and volume contract",
    Kind.SPOT: "a spot purchase",
    Kind.GRANT: "a grant",
    Kind.SERVICE_LEVEL: "a service level agreement",
    Kind.INDIVIDUAL_SERVICE_FUND: "an individual service fund",
    Kind.IN_HOUSE: "an in-house service",
}
ROUTES: Final = {
    Route.COMPETITION: "it was won in competition",
    Route.DIRECT: "it is awarded directly",
    Route.URGENT: "it is awarded in urgency",
    Route.PSR_DIRECT_A: "direct award process A is followed",
    Route.PSR_DIRECT_B: "direct award process B is followed",
    Route.PSR_DIRECT_C: "direct award process C is followed",
    Route.PSR_MOST_SUITABLE: "the most suitable provider process is followed",
    Route.PSR_COMPETITIVE: "the competitive process is followed",
    Route.PSR_URGENT: "it is awarded in urgency",
}
#: What a fact is called where it is missing: "cannot be worked out: needs ...".
FACTS: Final = {
    "regime": "the law under which it was made",
    "nation": "the nation whose law holds",
    "kind": "the kind of agreement",
    "route": "how the provider was chosen",
    "light_touch": "whether it is a light touch contract",
    "user_choice": "whether it was awarded because the person chose",
    "value_pence": "its value",
    "procurement_began_on": "the day on which the procurement began",
    "invited_on": "the day on which tenders are invited",
    "intention_on": "the day of the notice of intention to follow the process",
    "award_notice_on": "the day on which the decision to award was notified",
    "awarded_on": "the day of the award",
    "entered_on": "the day on which the contract was entered into",
    "starts_on": "the day on which it starts",
    "ends_before": "the day on which it ends",
    "ended_on": "the day on which it ends",
    "change_planned_on": "the day of the change",
    "change_made_on": "the day of the change",
    "breach_on": "the day on which the breach was found",
    "transfer_on": "the day on which workers move",
    "notice_days": "how many days of notice were agreed",
    "price_review_on": "the day of the price review",
    "insurance_ends_before": "the day on which the provider's insurance ends",
    "accounts_year_ends_on": "the day on which the provider's year of account ends",
    "visits_a_year": "how many visits a year its tier asks for",
    "extension_possible": "whether the term can be extended",
    "advertised": "whether tenders were invited openly",
    "sent_electronically": "whether all letters of decision went electronically",
    "sent_by_other_means": "whether all letters of decision went electronically",
    "indicators_set": "whether performance indicators were set",
    "change_needs_notice": "whether the change has to be notified",
}
#: Facts that rules ask to be so, as reasons.
IS_SO: Final = {
    "advertised": "tenders are invited openly",
    "sent_electronically": "all letters go electronically",
    "sent_by_other_means": "not all letters go electronically",
    "indicators_set": "performance indicators were set",
    "change_needs_notice": "the change has to be notified",
    "extension_possible": "the term can be extended",
}


def listed(things: Sequence[str]) -> str:
    """One, two and three; things that hold a comma themselves are parted by semicolons."""
    comma = "; " if any("," in thing for thing in things) else ", "
    return " and ".join(filter(None, (comma.join(things[:-1]), *things[-1:])))
