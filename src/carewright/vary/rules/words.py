"""The kinds of thing that changes are made of; every code is kept for ever."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class What(StrEnum):
    """What a variation changes."""

    VALUE = "value"
    DATES = "dates"
    SCOPE = "scope"
    PRICE = "price"
    PEOPLE = "people"
    NOTICE = "notice"
    PAYMENT = "payment"
    PROVIDER = "provider"  # another provider takes over: an assignment, or novation

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "value": "Value", "dates": "Last day", "scope": "What is bought", "price": "Prices",
            "people": "For whom, or for how many", "notice": "Notice periods",
            "payment": "Payment terms", "provider": "The provider (assignment)",
        }[self.value]  # fmt: skip


class Cause(StrEnum):
    """Why an agreement ends; whose notice counts follows from it."""

    TERM_ENDS = "term_ends"
    WE_END_IT = "we_end_it"
    PROVIDER_ENDS_IT = "provider_ends_it"
    BOTH_AGREE = "both_agree"
    PROVIDER_FAILS = "provider_fails"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "term_ends": "Its term runs out", "we_end_it": "We give notice",
            "provider_ends_it": "The provider gives notice", "both_agree": "Both sides agree",
            "provider_fails": "The provider fails, or its registration ends",
        }[self.value]  # fmt: skip


class Counted(StrEnum):
    """Which days a notice period counts."""

    CALENDAR = "calendar"
    WORKING = "working"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"calendar": "All days", "working": "Working days only"}[self.value]


class StepKind(StrEnum):
    """What a step of an exit plan is about."""

    PLACES = "places"
    TELL = "tell"
    MEDICINES = "medicines"
    STAFF = "staff"
    DATA = "data"
    HANDOVER = "handover"
    MONEY = "money"
    OTHER = "other"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "places": "Where each person’s care goes next",
            "tell": "People, families and carers are told",
            "medicines": "Care plans, medicines and keys move with people",
            "staff": "Care workers: transfer or notice (TUPE)",
            "data": "Records and data come back", "handover": "Handover to who follows",
            "money": "Last invoices, deposits and equipment", "other": "Something else",
        }[self.value]  # fmt: skip


#: While a step of such a kind is open, people could be left without care.
PROTECTS_PEOPLE: Final = frozenset({StepKind.PLACES, StepKind.TELL, StepKind.MEDICINES})


class Scope(StrEnum):
    """How far an exemption reaches."""

    SINGLE = "single"
    BLANKET = "blanket"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"single": "One agreement", "blanket": "Blanket: several agreements"}[self.value]
