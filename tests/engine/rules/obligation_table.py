"""What is owed, written a second time from the law named beside each, as plain conditions.

They share nothing with the rules' own table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from carewright_engine.rules.facts import ContractFacts, Kind, Regime, Route
from carewright_engine.rules.obligations import Obligation, obligations
from carewright_engine.values.bank_holidays import Nation

TODAY = date(2027, 11, 24)
#: Around £30,000, £4 million and £5 million, in pence: below, at, and above.
VALUES = (2_999_999, 3_000_000, 400_000_000, 500_000_000, 500_000_001)
ROUTES = {
    Regime.PA2023: (Route.COMPETITION, Route.DIRECT, Route.URGENT),
    Regime.PCR2015: (Route.COMPETITION,),
    Regime.PSR2023: tuple(route for route in Route if route.value.startswith("psr")),
    Regime.SCOT_HIGHER: (Route.COMPETITION, Route.DIRECT),
    Regime.SCOT_REGULATED: (Route.COMPETITION, Route.DIRECT),
    Regime.BELOW_THRESHOLD: (Route.COMPETITION, Route.DIRECT),
}
SCOTTISH = {Regime.SCOT_HIGHER, Regime.SCOT_REGULATED}

#: Everything happened, so that whatever may be owed is owed.
EVERYTHING = ContractFacts(
    procurement_began_on=date(2026, 4, 1),
    invited_on=date(2026, 5, 5),
    intention_on=date(2026, 5, 5),
    award_notice_on=date(2026, 6, 10),
    awarded_on=date(2026, 6, 9),
    entered_on=date(2026, 6, 30),
    starts_on=date(2026, 7, 1),
    ends_before=date(2028, 7, 1),
    change_planned_on=date(2027, 3, 1),
    change_made_on=date(2027, 3, 1),
    breach_on=date(2027, 5, 4),
    invoices_received_on=(date(2026, 8, 3),),
    published_payments_on=(date(2026, 8, 20), date(2026, 9, 20), date(2026, 10, 20)),
    transfer_on=date(2026, 7, 1),
    notice_days=90,
    price_review_on=date(2027, 4, 1),
    insurance_ends_before=date(2027, 2, 1),
    accounts_year_ends_on=date(2026, 12, 31),
    visits_a_year=2,
    extension_possible=True,
    advertised=True,
    sent_electronically=True,
    indicators_set=True,
    change_needs_notice=True,
)


@dataclass(frozen=True)
class Case:
    """One cell of the table."""

    regime: Regime
    light_touch: bool
    user_choice: bool
    value: int
    kind: Kind
    route: Route

    @property
    def facts(self) -> ContractFacts:
        return replace(
            EVERYTHING,
            regime=self.regime,
            nation=Nation.SCOTLAND if self.regime in SCOTTISH else Nation.ENGLAND,
            kind=self.kind,
            route=self.route,
            light_touch=self.light_touch,
            user_choice=self.user_choice,
            value_pence=self.value,
        )

    @property
    def bought(self) -> bool:
        return self.kind not in (Kind.GRANT, Kind.IN_HOUSE)

    @property
    def called_off(self) -> bool:
        return self.kind is Kind.FRAMEWORK_CALL_OFF

    @property
    def competed(self) -> bool:
        return self.bought and not self.called_off and self.route is Route.COMPETITION

    @property
    def uncompeted(self) -> bool:
        return self.bought and not self.called_off and self.route is not Route.COMPETITION

    @property
    def can_be(self) -> bool:
        """A person's choice is for one person, of light touch, and awarded directly."""
        one_person = self.kind in (Kind.SPOT, Kind.INDIVIDUAL_SERVICE_FUND)
        return not self.user_choice or (
            one_person and self.light_touch and self.route is Route.DIRECT
        )


CASES = [
    Case(regime, light, chosen, value, kind, route)
    for regime in Regime
    for light, chosen, value, kind, route in product(
        (False, True), (False, True), VALUES, Kind, ROUTES[regime]
    )
]
OVER_5M, FROM_4M, FROM_30K = 500_000_000, 400_000_000, 3_000_000
Expected = Callable[[Case], bool]
#: Rule, where it is written, and when it applies within its regime.
PA2023: dict[str, tuple[str, Expected]] = {
    "pa2023.conflicts": ("section 83", lambda c: c.competed),
    "pa2023.conflicts.direct": ("section 83", lambda c: c.uncompeted and not c.user_choice),
    "pa2023.uk4": ("section 21", lambda c: c.competed),
    "pa2023.uk5": ("section 44", lambda c: c.uncompeted and not c.user_choice),
    "pa2023.summaries": ("section 50(3)", lambda c: c.competed),
    "pa2023.uk6": (
        "sections 50(1) and 51",
        lambda c: c.bought and not (c.light_touch or c.called_off or c.route is Route.URGENT),
    ),
    "pa2023.uk6.urgent": (
        "51(3)(a)",
        lambda c: c.uncompeted and not c.light_touch and c.route is Route.URGENT,
    ),
    "pa2023.uk6.call_off": ("51(3)(d)", lambda c: c.called_off and not c.light_touch),
    "pa2023.uk6.light_touch": (
        "51(3)(f)",
        lambda c: c.bought and c.light_touch and not c.user_choice,
    ),
    "pa2023.standstill": (
        "section 51(1)",
        lambda c: c.bought and not (c.light_touch or c.called_off or c.route is Route.URGENT),
    ),
    "pa2023.indicators": (
        "section 52",
        lambda c: c.bought and not c.light_touch and c.value > OVER_5M,
    ),
    "pa2023.uk7": ("section 53(1)(b)", lambda c: c.bought and not c.light_touch),
    "pa2023.uk7.light_touch": (
        "section 53(1)(a)",
        lambda c: c.bought and c.light_touch and not c.user_choice,
    ),
    "pa2023.copy": (
        "section 53(3)(b)",
        lambda c: c.bought and not c.light_touch and c.value > OVER_5M,
    ),
    "pa2023.copy.light_touch": (
        "section 53(3)(a)",
        lambda c: c.bought and c.light_touch and not c.user_choice and c.value > OVER_5M,
    ),
    "pa2023.uk8": ("section 70", lambda c: c.bought),
    "pa2023.uk9": (
        "section 71(2)",
        lambda c: c.bought and not c.light_touch and c.value > OVER_5M,
    ),
    "pa2023.uk9.end": (
        "section 71(2)",
        lambda c: c.bought and not c.light_touch and c.value > OVER_5M,
    ),
    "pa2023.uk9.breach": ("section 71(5)", lambda c: c.bought and not c.light_touch),
    "pa2023.uk10": ("section 75", lambda c: c.bought and not c.light_touch),
    "pa2023.change_copy": (
        "section 77",
        lambda c: c.bought and not c.light_touch and c.value > OVER_5M,
    ),
    "pa2023.uk11": ("section 80", lambda c: c.bought and not c.light_touch),
    "pa2023.uk11.light_touch": (
        "section 80",
        lambda c: c.bought and c.light_touch and not c.user_choice,
    ),
    "pa2023.pay": ("section 68", lambda c: c.bought),
}
BELOW: dict[str, tuple[str, Expected]] = {
    "below_threshold.uk4": ("section 87(1)", lambda c: c.competed and c.value >= FROM_30K),
    "below_threshold.uk7": ("section 87(3)", lambda c: c.bought and c.value >= FROM_30K),
    "below_threshold.pay": ("section 88", lambda c: c.bought),
}
STANDSTILL = (Route.PSR_DIRECT_C, Route.PSR_MOST_SUITABLE, Route.PSR_COMPETITIVE)
PSR: dict[str, tuple[str, Expected]] = {
    "psr2023.identify": (
        "regulation 10(5)",
        lambda c: c.bought and c.route is Route.PSR_MOST_SUITABLE,
    ),
    "psr2023.intention": ("10(7)", lambda c: c.bought and c.route in STANDSTILL),
    "psr2023.standstill": ("regulation 12", lambda c: c.bought and c.route in STANDSTILL),
    "psr2023.award": (
        "regulations 7 to 11",
        lambda c: c.bought and c.route is not Route.PSR_URGENT,
    ),
    "psr2023.urgent": ("regulation 14", lambda c: c.bought and c.route is Route.PSR_URGENT),
    "psr2023.change": ("regulation 13(4)", lambda c: c.bought),
}
HIGHER: dict[str, tuple[str, Expected]] = {
    "scot_higher.contract_notice": ("regulation 50", lambda c: c.competed and not c.light_touch),
    "scot_higher.contract_notice.light_touch": (
        "regulation 75(1)",
        lambda c: c.competed and c.light_touch,
    ),
    "scot_higher.standstill": ("86(3)", lambda c: c.competed),
    "scot_higher.award_notice": (
        "regulation 51",
        lambda c: c.bought and not c.called_off and not c.light_touch,
    ),
    "scot_higher.award_notice.light_touch": ("75(3)", lambda c: c.bought and c.light_touch),
    "scot_higher.change": ("72(3)", lambda c: c.bought),
    "scotland.register": ("section 35", lambda c: c.bought),
    "scotland.community_benefit": ("section 25", lambda c: c.competed and c.value >= FROM_4M),
}
REGULATED: dict[str, tuple[str, Expected]] = {
    "scot_regulated.contract_notice": ("section 23(1)", lambda c: c.competed),
    "scot_regulated.award_notice": ("section 23(2)", lambda c: c.bought),
    "scot_regulated.reasons": ("section 32", lambda c: c.competed),
    "scotland.register": ("section 35", lambda c: c.bought),
    "scotland.community_benefit": ("section 25", lambda c: c.competed and c.value >= FROM_4M),
}
PCR: dict[str, tuple[str, Expected]] = {
    "pcr2015.award_notice": (
        "regulation 50",
        lambda c: c.bought and not c.called_off and not c.light_touch,
    ),
    "pcr2015.award_notice.light_touch": (
        "75(3)",
        lambda c: c.bought and not c.called_off and c.light_touch,
    ),
    "pcr2015.change": ("72(3)", lambda c: c.bought),
    "pcr2015.pay": ("113", lambda c: c.bought),
}
EXPECTED = {
    Regime.PA2023: PA2023, Regime.BELOW_THRESHOLD: BELOW, Regime.PSR2023: PSR,
    Regime.SCOT_HIGHER: HIGHER, Regime.SCOT_REGULATED: REGULATED, Regime.PCR2015: PCR,
}  # fmt: skip
WHATEVER: dict[str, tuple[str, Expected]] = {
    "law.transfer": ("regulation 11", lambda c: c.kind is not Kind.IN_HOUSE),
    "agreement.price_review": ("agreement", lambda c: True),
    "agreement.notice": ("agreement", lambda c: c.kind is not Kind.IN_HOUSE),
    "policy.extension": ("proposal", lambda c: c.kind is not Kind.IN_HOUSE),
    "policy.insurance": ("proposal", lambda c: c.bought),
    "policy.accounts": ("proposal", lambda c: c.kind is not Kind.IN_HOUSE),
    "policy.visit": ("proposal", lambda c: True),
    "policy.ending_funding": ("Compact", lambda c: c.kind is Kind.GRANT),
    "policy.consulting": ("Compact", lambda c: c.kind is Kind.GRANT),
}


def owed(facts: ContractFacts) -> tuple[Obligation, ...]:
    return obligations(facts, TODAY)


def the_case(
    regime: Regime, *, light: bool = False, kind: Kind = Kind.BLOCK, route: Route | None = None
) -> ContractFacts:
    """An agreement of £9 million of which everything happened."""
    return Case(regime, light, False, 900_000_000, kind, route or ROUTES[regime][0]).facts
