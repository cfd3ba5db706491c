"""Agreements as other stages and the pages see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import IO
from uuid import UUID

from carewright.contract.rules.calling_off import GoesOn, Successor
from carewright.contract.rules.facts import AgreementFacts, Priced
from carewright.contract.rules.life_of_an_agreement import AgreementState
from carewright.contract.rules.terms import Term
from carewright.contract.rules.validity import Check, Standing
from carewright.contract.rules.words import (
    Authority,
    Kind,
    OptionState,
    Regime,
    Risk,
    Side,
)
from carewright.platform.api import Blocker


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What is written down of an agreement when it is begun, and may change until it is approved.

    The title of one person's placement names nobody.
    """

    title: str
    kind: Kind
    regime: Regime
    starts_on: date | None  # None only where the file that it came from does not say
    ends_before: date | None
    value_pence: int | None = None
    risk: Risk = Risk.LOW
    own_reference: str = ""
    payment_terms: str = ""
    paid_in_advance: bool = False
    advance_grounds: str = ""
    notice_days: int | None = None
    own_notice_days: int | None = None
    contact_id: UUID | None = None
    budget_holder_id: UUID | None = None
    framework_id: UUID | None = None
    lot_id: UUID | None = None
    award_id: UUID | None = None
    tupe: bool | None = None
    data_schedule: bool = False
    person_id: UUID | None = None
    exemption_ground: str = ""
    exemption_ends_before: date | None = None
    people_supported: int | None = None
    not_in_source: tuple[str, ...] = ()  # facts that the file it came from does not hold

    @property
    def term(self) -> Term:
        """The days that it covers."""
        return Term(self.starts_on, self.ends_before)


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that comes with something else, as the person gave it."""

    name: str
    content: IO[bytes]


@dataclass(frozen=True, slots=True)
class Party:
    """Who agreed."""

    id: UUID
    side: Side
    number: str
    name: str
    left_on: date | None = None  # from when on another stands in its place


@dataclass(frozen=True, slots=True)
class Service:
    """Something that is bought."""

    id: UUID
    number: str
    name: str
    care_group: str
    area_name: str
    label: str  # "Home care, Older people, Skerry Coast"


@dataclass(frozen=True, slots=True)
class Price:
    """A price and the days on which it counts."""

    id: UUID
    priced: Priced
    pence: int
    term: Term
    reason: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, for whom, when, and by which authority."""

    id: UUID
    party: str
    side: Side
    name: str
    job_title: str
    signed_on: date
    authority: Authority
    authority_says: str
    reason: str
    document_id: UUID | None


@dataclass(frozen=True, slots=True)
class Extension:
    """A further term that may be taken."""

    id: UUID
    number: int
    ends_before: date
    decide_by: date
    state: OptionState
    decided_by: str
    decided_on: date | None
    reason: str
    request_id: UUID | None  # the approval that was asked for


@dataclass(frozen=True, slots=True)
class CalledUpon:
    """The framework that an agreement names, and why it counts as outside all the same."""

    id: UUID
    reference: str
    title: str
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reversal:
    """Somebody has asked to take the approved agreement back; another person confirms."""

    id: UUID
    reason: str
    asked_by_account: UUID
    asked_by: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class OwnedException:
    """Care that goes on by an exception, as its owner has to put it right."""

    agreement_id: UUID
    reference: str
    title: str
    reason: str
    until: date
    people: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPutRight:
    """One thing that is not met in one agreement, and whose it is."""

    agreement_id: UUID
    reference: str
    agreement: str
    check: Check
    owner_id: UUID | None
    owner: str
    people: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One agreement with everything that belongs to it."""

    id: UUID
    organisation_id: UUID
    reference: str
    state: AgreementState
    wording: Wording
    contact: str
    budget_holder: str
    registered_on: date | None
    registered_as: str
    monitoring_plan_on: date | None
    exit_plan_on: date | None
    contingency_plan_on: date | None
    people_counted_on: date | None
    parties: tuple[Party, ...]  # as it stands
    left: tuple[Party, ...]  # providers that others have followed
    services: tuple[Service, ...]
    prices: tuple[Price, ...]
    signatures: tuple[Signature, ...]
    extensions: tuple[Extension, ...]
    called_upon: CalledUpon | None  # the framework that it names
    successor: Successor | None
    goes_on: GoesOn | None
    reversal: Reversal | None
    request_id: UUID | None
    written_by: str
    written_at: datetime
    over_on: date | None
    over_reason: str
    value_term: Term  # the days that its value is of: without the extensions that were taken
    facts: AgreementFacts
    checks: tuple[Check, ...]  # as of the day for which the row was asked
    by_plan: tuple[Blocker, ...]  # why nothing but an exit plan ends it on that day

    @property
    def term(self) -> Term:
        """The days that it covers."""
        return self.wording.term

    @property
    def in_framework(self) -> bool:
        """Whether it is called off from a framework of the register."""
        return self.called_upon is not None and not self.called_upon.against

    @property
    def providers(self) -> tuple[Party, ...]:
        """Who gives the care."""
        return tuple(each for each in self.parties if each.side is Side.PROVIDER)

    @property
    def to_put_right(self) -> tuple[Check, ...]:
        """What is not met."""
        return tuple(each for each in self.checks if each.standing is Standing.NOT_MET)


@dataclass(frozen=True, slots=True)
class Withheld:
    """What the public view leaves out although its value would be published."""

    kind_not_known: int
    about_one_person: int
    first: tuple[tuple[UUID, str], ...]  # of unknown kind: the agreement, and its name
