"""What an employer pays on top of wages, as a share of pay."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from carewright_engine.values.money import NOTHING, Pence


class EmployersCharges(Protocol):
    """National Insurance and pension: however they were worked out, a share of pay."""

    def share_of_pay(self, wage: Pence) -> Fraction:
        """The share of a care worker's pay, at an hourly wage in pence."""
        ...


@dataclass(frozen=True, slots=True)
class KnownShare:
    """A share as a model or a provider's accounts give it: 0.109 of pay."""

    share: Decimal

    def share_of_pay(self, wage: Pence) -> Fraction:
        """The same at every wage."""
        return Fraction(self.share)


@dataclass(frozen=True, slots=True)
class ByThreshold:
    """Employer's National Insurance on pay above a threshold, and a pension on eligible pay.

    Two part-time workers pay less of it between them than one full-time worker, so the hours that
    one worker is paid for in a year matter as much as the rate.
    """

    ni_rate: Decimal  # 0.138, from April 2025 0.15
    ni_threshold: Pence  # pay in a year free of it: £9,100, from April 2025 £5,000
    paid_hours_a_year: Decimal  # of one worker, travel between visits included
    pension_rate: Decimal = Decimal("0.03")
    pension_free: Pence = NOTHING  # pay in a year on which no contribution is due

    def share_of_pay(self, wage: Pence) -> Fraction:
        """Both charges on a year's pay, divided by that pay; no pay, no charge."""
        year = wage * Fraction(self.paid_hours_a_year)
        if year <= 0:
            return Fraction(0)
        ni = Fraction(self.ni_rate) * max(year - self.ni_threshold, Fraction(0))
        pension = Fraction(self.pension_rate) * max(year - self.pension_free, Fraction(0))
        return (ni + pension) / year
