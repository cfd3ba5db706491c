"""What the rules of validity are told of an agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carewright.contract.rules.life_of_an_agreement import NEVER_AGREED, AgreementState
from carewright.contract.rules.terms import Term
from carewright.contract.rules.words import Authority, DayKind, Kind, Risk, Side, Unit


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """One signature: for which side, and whether it bound that side."""

    side: Side
    authority: Authority
    signed_on: date
    name: str


@dataclass(frozen=True, slots=True)
class Priced:
    """What is priced: one unit of one service, on one kind of day, in one zone."""

    service: str
    unit: Unit
    minutes: int  # of a visit; 0 for any other unit
    day_kind: DayKind
    zone: str  # empty is everywhere

    @property
    def label(self) -> str:
        """Home care, 30-minute visit, weekend, Islands."""
        unit = f"{self.minutes}-minute visit" if self.minutes else self.unit.label.lower()
        day = "" if self.day_kind is DayKind.ANY else self.day_kind.label.lower()
        return ", ".join(filter(None, (self.service, unit, day, self.zone)))

    @property
    def short_label(self) -> str:
        """Hour, weekend: where everything priced is of one service."""
        unit = f"{self.minutes}-minute visit" if self.minutes else self.unit.label
        day = "" if self.day_kind is DayKind.ANY else self.day_kind.label.lower()
        return ", ".join(filter(None, (unit, day, self.zone)))

    def stands_in_for(self, other: Priced) -> bool:
        """Whether a price for this also prices the other: any day, everywhere."""
        same = (self.service, self.unit, self.minutes) == (other.service, other.unit, other.minutes)
        day = self.day_kind in (DayKind.ANY, other.day_kind)
        return same and day and self.zone in ("", other.zone)


@dataclass(frozen=True, slots=True)
class PriceFacts:
    """A price and the days on which it counts."""

    priced: Priced
    pence: int
    term: Term


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """An agreement as its rules see it; what is None or empty was never agreed.

    `not_in_source` names facts that the file it was imported from does not hold: of these nobody
    can say whether they were agreed.
    """

    kind: Kind
    state: AgreementState
    term: Term
    value_pence: int | None
    risk: Risk
    signatures: tuple[SignatureFacts, ...] = ()
    signatures_wanted: int = 1  # on the buyer's side, as the scheme of delegation has it
    prices: tuple[PriceFacts, ...] = ()
    payment_terms: str = ""
    paid_in_advance: bool = False
    advance_grounds: str = ""
    notice_days: int | None = None
    has_contact: bool = False
    has_budget_holder: bool = False
    registered_on: date | None = None
    monitoring_plan_on: date | None = None
    exit_plan_on: date | None = None
    contingency_plan_on: date | None = None
    data_schedule: bool = False
    exemption_ends_before: date | None = None
    decide_extension_by: date | None = None  # the earliest option that nobody has decided
    people_supported: int | None = None
    not_in_source: frozenset[str] = frozenset()

    @property
    def signed_by(self) -> frozenset[Side]:
        """The sides for which somebody signed, with authority or without."""
        return frozenset(each.side for each in self.signatures)

    def is_in_use(self, day: date) -> bool:
        """Whether anybody is supported under it, as far as is known."""
        begun = self.state not in NEVER_AGREED
        return bool(self.people_supported) or (begun and self.term.covers(day))
