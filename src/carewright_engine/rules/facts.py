"""What the rules are told of an agreement; a fact that is None is not known, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from carewright_engine.values.bank_holidays import Nation


class Regime(StrEnum):
    """The law under which an agreement was made; exactly one."""

    PA2023 = "pa2023"
    PCR2015 = "pcr2015"
    PSR2023 = "psr2023"
    SCOT_HIGHER = "scot_higher"
    SCOT_REGULATED = "scot_regulated"
    BELOW_THRESHOLD = "below_threshold"


class Kind(StrEnum):
    """How care is bought, given or paid for."""

    FRAMEWORK = "framework"  # terms to call off under; it binds nobody to buy
    FRAMEWORK_CALL_OFF = "framework_call_off"
    BLOCK = "block"
    COST_AND_VOLUME = "cost_and_volume"
    SPOT = "spot"  # one person's place or package, bought on its own
    GRANT = "grant"
    SERVICE_LEVEL = "service_level"
    INDIVIDUAL_SERVICE_FUND = "individual_service_fund"
    IN_HOUSE = "in_house"

    @property
    def label(self) -> str:
        """As a screen says it."""
        said = {
            "framework": "Framework agreement", "framework_call_off": "Call-off from a framework",
            "service_level": "Service level",
            "spot": "Spot purchase", "in_house": "In-house service",
        }  # fmt: skip
        return said.get(self.value, self.value.replace("_", " ").capitalize())


class Route(StrEnum):
    """How a provider was chosen, in the words of the regime."""

    COMPETITION = "competition"
    DIRECT = "direct"
    URGENT = "urgent"
    PSR_DIRECT_A = "psr_direct_a"
    PSR_DIRECT_B = "psr_direct_b"
    PSR_DIRECT_C = "psr_direct_c"
    PSR_MOST_SUITABLE = "psr_most_suitable"
    PSR_COMPETITIVE = "psr_competitive"
    PSR_URGENT = "psr_urgent"


@dataclass(frozen=True, slots=True)
class ContractFacts:
    """An agreement as the rules see it.

    `value_pence` is the most that may be paid over its whole life, extensions and VAT included,
    or VAT left out where the regime is `scot_regulated`. Days of things that may never happen
    (a change, a breach, an early end) are None while they have not.
    """

    regime: Regime | None = None
    nation: Nation | None = None
    kind: Kind | None = None
    route: Route | None = None
    light_touch: bool | None = None
    user_choice: bool | None = None  # awarded directly because the person chose: Schedule 5 para 15
    value_pence: int | None = None
    # What was done, and when.
    procurement_began_on: date | None = None
    invited_on: date | None = None
    intention_on: date | None = None  # notice of intention to follow the most suitable provider
    award_notice_on: date | None = None  # award notice, intention to award, or letters of decision
    awarded_on: date | None = None
    entered_on: date | None = None
    starts_on: date | None = None
    ends_before: date | None = None  # first day no longer covered
    terminated_on: date | None = None  # the last day, where it ended early
    change_planned_on: date | None = None
    change_made_on: date | None = None
    breach_on: date | None = None
    invoices_received_on: tuple[date, ...] = ()
    published_payments_on: tuple[date, ...] = ()  # single payments above the threshold
    transfer_on: date | None = None  # the day on which workers move to another employer
    # What was agreed.
    notice_days: int | None = None
    price_review_on: date | None = None  # the first; it comes again every year
    insurance_ends_before: date | None = None
    accounts_year_ends_on: date | None = None
    visits_a_year: int | None = None
    extension_possible: bool | None = None
    # What was decided.
    advertised: bool | None = None
    sent_electronically: bool | None = None
    indicators_set: bool | None = None
    change_needs_notice: bool | None = None  # as `modification` found

    @property
    def ended_on(self) -> date | None:
        """The last day: of an early end, or of the term."""
        if self.terminated_on is not None or self.ends_before is None:
            return self.terminated_on
        return self.ends_before - timedelta(days=1)

    @property
    def sent_by_other_means(self) -> bool | None:
        """Whether some letter of decision did not go electronically."""
        return None if self.sent_electronically is None else not self.sent_electronically


@dataclass(frozen=True, slots=True)
class AuthorityFacts:
    """A council as the rules see it, in one financial year that begins on 1 April."""

    nation: Nation
    year: int
    spend_pence: int | None = None  # expected under contracts in the year
